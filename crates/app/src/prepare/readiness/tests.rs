//! People saying where they see the two sides, on both engines.

use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Seated, Settled, scene};

const TWO: &[Seated<'static>] = &[
    (
        "Riverside Educators",
        true,
        &["Ana Reyes", "Omar Diaz"],
        &["Lee Park", "Kai Moe", "Uma Rao", "Ned Fox"],
    ),
    ("Riverside Schools", true, &["Ben Cole"], &["Ida Moss"]),
    ("Riverside Families", false, &["Fay Lund"], &[]),
];
const ITEMS: [&str; 6] = ["leaders", "cabinet", "buildings", "training", "news", "written"];
const LEVELS: [&str; 5] = ["absent", "discussed", "developed", "implemented", "unknown"];

/// Chooses the levels of six signs, `4` for "I do not know".
fn choose(browser: &mut Browser, levels: &str) {
    for (item, sign) in ITEMS.iter().zip(levels.chars()) {
        let level = LEVELS[sign.to_digit(10).expect("a digit") as usize];
        browser.take(item, level);
    }
}

/// Somebody gives the statement of their party.
async fn say(place: &Settled, who: &str, party: &str, levels: &str) -> Browser {
    let mut browser = place.browser(who);
    browser.open(&place.path("/readiness")).await.answered(200);
    choose(&mut browser, levels);
    browser.press(&format!("Answer for {party}")).await.answered(200);
    browser
}

async fn both(place: &Settled) -> Browser {
    say(place, "Ana Reyes", "Riverside Educators", "300220").await;
    say(place, "Ben Cole", "Riverside Schools", "301230").await
}

scenario!(statements_are_shown_at_once_and_nobody_of_another_party_sees_one_before, |town| {
    let place = town.settled(TWO).await;
    let mut ana = say(&place, "Ana Reyes", "Riverside Educators", "300220").await;
    ana.sees("It shows when each must-agree side has answered").sees("What your side said");
    ana.sees("Riverside Schools has not answered. Waiting since September 1, 2026, until September 15, 2026");
    ana.sees("nothing is assumed of it");
    // The other side sees that it was given and by whom, and not what: on the page, in the record, in the
    // letter, at home and in the export.
    let mut ben = place.browser("Ben Cole");
    for page in ["/readiness", "/record", "", "/export"] {
        ben.open(&place.path(page)).await.answered(200).misses("What your side said");
        assert!(!ben.html.contains("checked"), "{page} shows a choice of the other side");
        ben.misses("The widest gap").misses("In place.");
    }
    ben.open(&place.path("/record"))
        .await
        .sees("Ana Reyes answered the six questions for Riverside Educators");
    town.work().await;
    let letter = town.letter_to("ben.cole@example.org").await;
    assert!(letter.subject.contains("six questions wait for you"), "{}", letter.subject);
    assert!(!letter.body.contains("In place"), "{}", letter.body);
    ben.open(&place.path("")).await.sees("Answer six questions for your side");

    let mut ben = say(&place, "Ben Cole", "Riverside Schools", "301230").await;
    ben.sees("All answers are in").sees("You see 4 of the six the same way");
    ben.sees("The widest gap").sees("In each school, the principal and the building rep meet.");
    ben.sees("Riverside Educators says: Does not exist.").sees("Riverside Schools says: Being discussed.");
    ben.sees("In which schools do principal and rep meet, and in which not?");
    ben.sees("A good next step").sees("Every step is open");
    ben.sees("A stands for Riverside Educators, said by Ana Reyes");
    for who in ["Ana Reyes", "Lee Park", "Fay Lund"] {
        place.browser(who).open(&place.path("/readiness")).await.sees("The widest gap");
    }
    ben.open(&place.path("/record")).await.sees("The answers to the six questions were shown.");
});

scenario!(all_that_is_missing_is_said_at_once_and_what_was_chosen_stays, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/readiness")).await.take("leaders", "developed").take("news", "absent");
    ana.press("Answer for Riverside Educators").await.answered(422);
    ana.sees("Choose one answer").sees("4 things to correct");
    assert!(ana.html.contains("id=\"leaders-developed\" name=\"leaders\" value=\"developed\" checked"));
    // Not knowing is for members, not for a party.
    ana.open(&place.path("/readiness")).await.misses("I do not know");
});

scenario!(another_lead_of_the_party_may_change_it_until_it_is_shown_and_a_stale_change_shows_both, |town| {
    let place = town.settled(TWO).await;
    say(&place, "Ana Reyes", "Riverside Educators", "300220").await;
    let (mut ana, mut omar) = (place.browser("Ana Reyes"), place.browser("Omar Diaz"));
    ana.open(&place.path("/readiness")).await.sees("What your side said");
    omar.open(&place.path("/readiness")).await.take("cabinet", "implemented");
    ana.take("news", "absent").press("Change our answer").await.answered(200);
    omar.press("Change our answer").await.answered(409).sees("Somebody else of your side changed");
    omar.sees("What stands now: Does not exist");
    assert!(omar.html.contains("value=\"implemented\" checked"), "what Omar chose stays");
    omar.press("Change our answer").await.answered(200);
    let mut ben = say(&place, "Ben Cole", "Riverside Schools", "330220").await;
    ben.sees("said by Omar Diaz").sees("You see all six the same way");
    omar.open(&place.path("/readiness")).await.misses("Change our answer");
    omar.open(&place.path("/record")).await.sees("changed the answer of Riverside Educators");
});

scenario!(only_leads_state_and_strangers_learn_nothing, |town| {
    let place = town.settled(TWO).await;
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/readiness")).await.answered(200).misses("Answer for Riverside Educators");
    let (mut form, _) = (place.browser("Ana Reyes"), ());
    form.open(&place.path("/readiness")).await;
    choose(&mut form, "000000");
    let (action, method, pairs) = form.sending("Answer for Riverside Educators");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    lee.send(method.clone(), &action, Some(body.clone())).await.answered(403);
    let (_, mut stranger) = town.person("Ray Ito").await;
    stranger.send(method.clone(), &action, Some(body.clone())).await.answered(404);
    stranger.open(&place.path("/readiness")).await.answered(404);
    // Sent five times, it is said once.
    for _ in 0..5 {
        form.send(method.clone(), &action, Some(body.clone())).await.answered(200);
    }
    form.open(&place.path("/record")).await;
    assert_eq!(form.text().matches("Ana Reyes answered the six questions").count(), 1);
});

scenario!(silence_says_nothing_and_those_who_answered_may_show_theirs_together, |town| {
    let place = town.settled(&[TWO[0], TWO[1], ("Riverside Support", true, &["Cy Dorn"], &[])]).await;
    say(&place, "Ana Reyes", "Riverside Educators", "300220").await;
    say(&place, "Ben Cole", "Riverside Schools", "330220").await;
    town.pass(15 * Moment::DAY);
    town.work().await;
    let letter = town.letter_to("cy.dorn@example.org").await;
    assert!(letter.body.contains("No answer from: Riverside Support"), "{}", letter.body);
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/readiness")).await.misses("The widest gap");
    ana.press("Show ours without the silent side").await.answered(200).misses("The widest gap");
    let mut ben = town.person("Ben Cole").await.1;
    ben.open(&place.path("/readiness")).await.sees("would show its answer now");
    ben.press("Show ours without the silent side").await.answered(200).sees("The widest gap");
    ben.sees("Riverside Support did not answer in time. Nothing is assumed of it.");
    // Whoever was silent may still speak, and it says so.
    let mut cy = town.person("Cy Dorn").await.1;
    cy.open(&place.path("/readiness")).await.answered(200);
    choose(&mut cy, "000000");
    cy.press("Answer for Riverside Support").await.answered(200).sees("after the others were shown");
});

scenario!(a_round_that_nobody_ends_closes_and_shows_nothing, |town| {
    let place = town.settled(TWO).await;
    say(&place, "Ana Reyes", "Riverside Educators", "300220").await;
    for _ in 0..2 {
        town.pass(15 * Moment::DAY);
        town.work().await;
    }
    let mut ben = town.person("Ben Cole").await.1;
    ben.open(&place.path("/readiness")).await.sees("The last round closed").misses("The widest gap");
    ben.open(&place.path("/record")).await.sees("The round of six questions closed, and nothing was shown");
    // A new round begins with a new answer.
    ben.open(&place.path("/readiness")).await;
    choose(&mut ben, "111111");
    ben.press("Answer for Riverside Schools").await.answered(200).sees("has not answered");
});

scenario!(an_advising_side_is_heard_and_awaited_by_nobody, |town| {
    let place = town.settled(TWO).await;
    say(&place, "Fay Lund", "Riverside Families", "000000")
        .await
        .misses("Riverside Families has not answered");
    let mut ben = both(&place).await;
    ben.sees("B stands for Riverside Families").sees("You see 4 of the six the same way");
    town.browser().open(&place.path("/readiness")).await.misses("The widest gap");
    place.browser("Fay Lund").open(&place.path("")).await.misses("Answer six questions for your side");
});

scenario!(members_answer_confidentially_and_four_of_them_show_nothing, |town| {
    let place = town.settled(TWO).await;
    both(&place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/readiness"))
        .await
        .press("Ask the members of Riverside Educators")
        .await
        .answered(200);
    ana.sees("Nothing is shown before that, not even how many have answered");
    for who in ["Lee Park", "Kai Moe", "Uma Rao", "Ned Fox"] {
        let mut one = place.browser(who);
        one.open(&place.path("")).await.sees("Answer six questions for yourself");
        assert!(one.html.contains(&place.path("/readiness/mine")), "home leads to the form alone");
        one.open(&place.path("/readiness/mine")).await.answered(200).misses("You see");
        one.sees("Your answer is confidential").misses("anonymous").misses("The widest gap");
        if who == "Lee Park" {
            one.press("Send my answer")
                .await
                .answered(422)
                .sees("Your answer is confidential")
                .misses("You see");
        }
        choose(&mut one, "002244");
        one.press("Send my answer").await.answered(200).sees("You may change it until");
    }
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/readiness")).await.misses("Answer for yourself first");
    // Nobody of the other side, and nobody before the day, learns anything.
    let mut ida = place.browser("Ida Moss");
    ida.open(&place.path("/readiness")).await.misses("Send my answer").misses("too few people");
    ida.open(&place.path("/readiness/mine"))
        .await
        .misses("Send my answer")
        .sees("Nobody asks your members now");
    town.pass(15 * Moment::DAY);
    town.work().await;
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/readiness")).await.sees("Riverside Educators: too few people answered");
    ana.misses("4 people").misses("Ask the members of Riverside Educators");
});

scenario!(from_five_members_rough_shares_show_and_never_change, |town| {
    let place = town.settled(TWO).await;
    both(&place).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/readiness"))
        .await
        .press("Ask the members of Riverside Educators")
        .await
        .answered(200);
    for who in ["Lee Park", "Kai Moe", "Uma Rao", "Ned Fox", "Omar Diaz"] {
        let mut one = place.browser(who);
        one.open(&place.path("/readiness")).await;
        choose(&mut one, if who == "Omar Diaz" { "333334" } else { "032200" });
        one.press("Send my answer").await.answered(200);
    }
    town.pass(15 * Moment::DAY);
    town.work().await;
    let mut ida = town.person("Ida Moss").await.1;
    ida.open(&place.path("/readiness")).await.sees("Riverside Educators: 5 people answered");
    ida.sees("80 % or more").sees("20 to 40 %").sees("too few know");
    ida.misses("Send my answer");
    // Too late: nothing more is taken.
    let mut uma = town.person("Uma Rao").await.1;
    let (action, method) = (place.path("/readiness/mine"), axum::http::Method::POST);
    let body = "_key=0123456789abcdef0123&leaders=absent".to_owned();
    uma.send(method, &action, Some(body)).await.answered(422).sees("Nobody asks your members now");
});

scenario!(two_leaders_of_a_draft_see_their_picture_before_anything_is_signed, |town| {
    let mut scene = scene::draft(&town).await;
    for (lead, levels) in [(0, "000000"), (1, "022222")] {
        let browser = scene.at(lead, "readiness").await;
        browser.answered(200);
        choose(browser, levels);
        browser.press(&format!("Answer for {}", scene::PARTIES[lead])).await.answered(200);
    }
    scene.at(1, "readiness").await.sees("You see one of the six the same way").sees("Understand the case");
    scene.at(1, "readiness").await.misses("Ask the members of");
});

scenario!(one_leader_alone_is_shown_to_nobody, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    let id = scene::begin_draft(&mut ana).await;
    ana.open(&format!("/p/{id}/readiness")).await;
    choose(&mut ana, "333333");
    ana.press("Answer for Alder Educators").await.answered(200).misses("The widest gap");
    ana.sees("Brook Administration has no seat taken yet");
});

scenario!(the_next_cycle_asks_again_and_says_what_moved, |town| {
    let place = town.settled(TWO).await;
    both(&place).await;
    town.next_cycle(place.id).await;
    town.pass(100 * Moment::DAY);
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/readiness")).await.sees("Earlier rounds").misses("The widest gap");
    choose(&mut ana, "330220");
    ana.press("Answer for Riverside Educators").await.answered(200);
    let mut ben = town.person("Ben Cole").await.1;
    ben.open(&place.path("/readiness")).await;
    choose(&mut ben, "301210");
    ben.press("Answer for Riverside Schools").await.answered(200).sees("Since the last round");
    ben.sees("Riverside Educators: further than before (it was: Does not exist)");
    ben.sees("Riverside Schools: less far than before (it was: In place)");
    ben.follow("Cycle 1, shown on").await.answered(200).sees("You see 4 of the six the same way");
});

scenario!(a_party_that_leaves_takes_along_what_nobody_saw, |town| {
    let place =
        town.settled(&[TWO[0], TWO[1], ("Riverside Support", true, &["Cy Dorn"], &["Jo Lang"])]).await;
    say(&place, "Ana Reyes", "Riverside Educators", "300220").await;
    say(&place, "Ben Cole", "Riverside Schools", "330220").await;
    let mut cy = place.browser("Cy Dorn");
    cy.open(&place.path("/withdraw")).await.press("Take Riverside Support out").await.answered(200);
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/readiness")).await.sees("The widest gap").misses("for Riverside Support");
});

scenario!(a_leader_who_reads_spanish_answers_in_spanish, |town| {
    let place = town.settled(TWO).await;
    say(&place, "Ana Reyes", "Riverside Educators", "300220").await;
    let mut ben = place.browser("Ben Cole");
    ben.hold("language", "es");
    ben.open(&place.path("/readiness"))
        .await
        .sees("Seis preguntas cortas")
        .sees("Planeamos y damos la formación juntos");
    choose(&mut ben, "301230");
    ben.press("Responder por Riverside Schools").await.answered(200).sees("La mayor diferencia");
    ben.sees("Ven igual 4 de los seis puntos");
});
