//! Closing and signing: who, with what proof, on paper, at once, and what silence means.

use super::*;
use sha2::{Digest, Sha256};

scenario!(two_leaders_write_close_sign_and_print_one_commitment, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let letter = town.letter_to("ben.cole@example.org").await;
    assert!(
        letter.subject.contains("closed for signing") && letter.body.contains("Record no."),
        "{}",
        letter.body
    );
    assert!(letter.body.contains(&place.path("/commitment")), "{}", letter.body);

    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment")).await.sees("Waiting for you").sees("Being signed");
    ben.sees("Ana Reyes: to sign. Waiting since September 1, 2026, until September 22, 2026.");
    ben.sees("If not all of them have signed by September 22, 2026, the text goes back to writing");
    sign(&town, &place, "Ben Cole", "Riverside Schools")
        .await
        .sees("Being signed")
        .misses("commitment stands.");
    let mut ana = sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    ana.sees("now the commitment stands").sees("Each must-agree party has signed it");

    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/commitment")).await.press("Add my name").await.answered(200);
    lee.sees("One person supports it").misses("Add my name");

    ana.open(&place.path("/commitment/print")).await.sees("Record no.").sees("It is not bargaining");
    for party in ["Riverside Educators", "Riverside Schools"] {
        ana.sees(party);
    }
    ana.sees("Signed on September 1, 2026").sees("September 1, 2027");
    let mut record = place.browser("Ida Moss");
    record.open(&place.path("/record")).await.sees("Ana Reyes signed the commitment for Riverside Educators");
});

scenario!(the_fingerprint_on_the_page_is_the_one_of_the_exact_text, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/commitment")).await.follow("Download the exact text").await.answered(200);
    let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(ana.html.as_bytes()));
    ana.open(&place.path("/commitment/sign")).await;
    assert!(ana.text().replace(' ', "").contains(&hash), "{hash} is not on the page");
    // Blank lines to sign on, for whoever prints it before.
    ana.open(&place.path("/commitment/print")).await.answered(200).sees("Waiting since");
});

scenario!(the_text_is_not_closed_before_each_must_agree_party_named_who_signs, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    name(&town, &place, "Ana Reyes", &["Ana Reyes"]).await;
    ana.open(&place.path("/commitment")).await.misses("Close it for signing").sees("has not named who signs");
    let seat = place.seat(&town, "Ana Reyes", Right::FreezeCommitment).await;
    let mut act = town.site.act().await.unwrap();
    let refused = commands::freeze(&mut act, &seat, 1).await.unwrap_err();
    assert!(format!("{refused:?}").contains("NobodyNamed([\"Riverside Schools\"])"), "{refused:?}");
});

scenario!(only_named_leads_sign_and_a_stale_page_signs_nothing, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut omar = place.browser("Omar Diaz");
    omar.open(&place.path("/commitment/sign")).await.answered(422).sees("has not named you");
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/commitment/sign")).await.answered(403);
    // The page was open while the text changed and was closed again: the signature is not given.
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/commitment/sign")).await.fill("Type your name as you sign", "Ana Reyes");
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment")).await.press("Open the text again").await.answered(200);
    ben.open(&place.path("/commitment/write"))
        .await
        .fill("The text", "# Other words")
        .press("Save this version")
        .await;
    ben.follow("Close it for signing").await.press("Close it for signing").await.answered(200);
    ana.press("Sign for Riverside Educators").await.answered(409);
    ana.open(&place.path("/commitment")).await.sees("Ana Reyes: to sign");
});

scenario!(a_signature_asks_for_a_fresh_proof_and_a_name, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/commitment/sign")).await.press("Sign for Riverside Educators").await.answered(422);
    assert!(ana.wrong("Type your name as you sign").is_some());
    ana.open(&place.path("/commitment/sign")).await.fill("Type your name as you sign", "Ana Reyes");
    town.pass(11 * Moment::MINUTE);
    ana.press("Sign for Riverside Educators").await.answered(401);
    ana.open(&place.path("/commitment/sign")).await;
    assert!(ana.path.starts_with("/prove?next="), "{}", ana.path);
    ana.open(&place.path("/commitment")).await.sees("Ana Reyes: to sign");
});

scenario!(two_leaders_who_sign_at_once_have_both_signed, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut presses = Vec::new();
    for (name, party) in [("Ana Reyes", "Riverside Educators"), ("Ben Cole", "Riverside Schools")] {
        let (town, path) = (town.clone(), place.path("/commitment/sign"));
        presses.push(tokio::spawn(async move {
            let mut browser = town.person(name).await.1;
            browser.open(&path).await.fill("Type your name as you sign", name);
            browser.press(&format!("Sign for {party}")).await.answered(200).sees("You signed");
        }));
    }
    for press in presses {
        press.await.unwrap();
    }
    place
        .browser("Ida Moss")
        .open(&place.path("/commitment"))
        .await
        .sees("Each must-agree party has signed it");
});

scenario!(a_form_sent_five_times_signs_once, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/commitment/sign")).await.fill("Type your name as you sign", "Ana Reyes");
    let (action, method, pairs) = ana.sending("Sign for Riverside Educators");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    for _ in 0..5 {
        ana.send(method.clone(), &action, Some(body.clone())).await.answered(200).sees("You signed");
    }
    ana.open(&place.path("/record")).await;
    assert_eq!(ana.text().matches("Ana Reyes signed the commitment").count(), 1);
});

scenario!(a_signature_on_paper_is_marked_so_with_its_witness, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut omar = place.browser("Omar Diaz");
    omar.open(&place.path("/commitment/paper")).await.fill("The name on the paper", "Ana M. Reyes");
    omar.fill("The day on the paper", "2026-08-31").press("Enter this signature").await.answered(422);
    assert!(omar.wrong("The day on the paper").is_some());
    assert_eq!(omar.holds("The name on the paper"), "Ana M. Reyes");
    let witness = place.seats["Ben Cole"].to_string();
    omar.fill("The day on the paper", "2026-09-01").fill("Who saw it", &witness);
    omar.press("Enter this signature").await.answered(200);
    omar.sees("Signed on paper on September 1, 2026, witnessed by Ben Cole, Riverside Schools");
    // Nobody of the signer's own party can be the witness.
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment/paper")).await.fill("The name on the paper", "Ben Cole");
    ben.fill("The day on the paper", "2026-09-01").fill("Who saw it", &place.seats["Ida Moss"].to_string());
    ben.press("Enter this signature").await.answered(422).sees("somebody of another party");
});

scenario!(asking_for_a_change_after_a_signature_needs_a_reason_and_voids_it_for_all_to_see, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment")).await.press("Open the text again").await.answered(422);
    assert!(ben.wrong("Why").is_some());
    ben.fill("Why", "The budget date is wrong.").press("Open the text again").await.answered(200);
    ben.sees("One signature that no longer counts").sees("because the text was opened again");
    let letter = town.letter_to("ana.reyes@example.org").await;
    assert!(letter.body.contains("The budget date is wrong."), "{}", letter.body);
    ben.follow("Close it for signing")
        .await
        .press("Close it for signing")
        .await
        .answered(200)
        .sees("Ana Reyes: to sign");
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    sign(&town, &place, "Ben Cole", "Riverside Schools").await.sees("now the commitment stands");
});

scenario!(silence_signs_nothing_and_everybody_is_told, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    town.pass(21 * Moment::DAY + Moment::MINUTE);
    town.work().await;
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/commitment"))
        .await
        .sees("Being written")
        .sees("One signature that no longer counts");
    for address in ["ana.reyes@example.org", "ben.cole@example.org", "fay.lund@example.org"] {
        let letter = town.letter_to(address).await;
        assert!(
            letter.subject.contains("was not signed") && letter.body.contains("Ben Cole"),
            "{}",
            letter.body
        );
    }
    // Closed again in time, the old date means nothing.
    ana.follow("Close it for signing").await.press("Close it for signing").await.answered(200);
    town.work().await;
    ana.open(&place.path("/commitment")).await.sees("Being signed");
});

scenario!(an_advising_party_signs_as_advising_and_nothing_waits_for_it, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    let mut fay = place.browser("Fay Lund");
    fay.open(&place.path("/commitment")).await.sees("Nothing waits for it");
    sign(&town, &place, "Ben Cole", "Riverside Schools").await.sees("now the commitment stands");
    let mut fay = sign(&town, &place, "Fay Lund", "Riverside Families").await;
    fay.sees("Signed as advising parties").sees("Each must-agree party has signed it");
});

scenario!(a_leader_who_reads_spanish_signs_in_spanish, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.hold("language", "es");
    ana.open(&place.path("/commitment")).await.sees("En firma").sees("Le toca a usted");
    ana.follow("Leer y firmar").await.sees("No es una negociación colectiva");
    ana.fill("Escriba su nombre como lo firma", "Ana Reyes").press("Firmar por Riverside Educators").await;
    ana.answered(200).sees("Usted firmó").sees("Ben Cole: falta su firma");
    ana.open(&place.path("/commitment/print")).await.sees("Se renueva a más tardar el");
});

scenario!(nobody_signs_under_another_name_than_their_own, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/commitment/sign")).await.sees("You sign as Ana Reyes");
    ana.fill("Type your name as you sign", "Bob Other")
        .press("Sign for Riverside Educators")
        .await
        .answered(422);
    let wrong = ana.wrong("Type your name as you sign").expect("what is wrong, beside the field");
    assert!(wrong.contains("Type your name as it stands here: Ana Reyes"), "{wrong}");
    assert_eq!(ana.holds("Type your name as you sign"), "Bob Other");
    ana.fill("Type your name as you sign", " ana  REYES ").press("Sign for Riverside Educators").await;
    ana.answered(200).open(&place.path("/commitment")).await.sees("Ana Reyes").misses("REYES");
});

scenario!(closing_the_text_says_who_wrote_it_last_and_who_has_not_read_it, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    for lead in ["Ana Reyes", "Ben Cole"] {
        name(&town, &place, lead, &[lead]).await;
    }
    ana.open(&place.path("/commitment")).await.follow("Close it for signing").await.answered(200);
    ana.sees("saved by Ana Reyes").sees("have not said that they read version 1: Riverside Schools");
    // Nothing has begun, and a look is nobody's yes.
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment"))
        .await
        .sees("Being written")
        .press("Our side has read this version")
        .await;
    ben.answered(200).sees("Each side that must agree has read version 1").misses("Our side has read");
    ana.open(&place.path("/commitment/freeze")).await.sees("Each side that must agree has read version 1");
    ana.sees("until September 22, 2026");
    // A new version has been read by nobody but the side that saved it.
    ben.open(&place.path("/commitment/write")).await.fill("The text", "# Other words");
    ben.press("Save this version").await.answered(200);
    ana.press("Close it for signing").await.answered(409);
    ana.open(&place.path("/commitment/freeze")).await.sees("read version 2: Riverside Educators");
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/commitment/freeze")).await.answered(403);
    lee.open(&place.path("/commitment")).await.misses("Our side has read this version");
    ana.press("Close it for signing").await.answered(200).sees("Being signed");
});
