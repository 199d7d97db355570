//! What is kept when people, parties and years go: lapse, successors, renewal, withdrawal.

use super::*;
use crate::prepare::commitment::waiting_for;

scenario!(a_leader_leaves_it_lapses_and_a_successor_makes_it_stand_again, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    leaves_office(&town, &place, "Ana Reyes").await;
    let mut omar = place.browser("Omar Diaz");
    omar.open(&place.path("/commitment"))
        .await
        .sees("Lapsed")
        .sees("Riverside Educators: to confirm through a new leader");
    omar.sees("Ana Reyes, for Riverside Educators, signed on September 1, 2026 and left office");
    assert!(told(&town, "ben.cole@example.org", "The other parties go on as they promised").await);
    // The other side has nothing to confirm.
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment/confirm")).await.answered(422).sees("nothing to confirm");
    omar.open(&place.path("/commitment")).await.follow("Read it and confirm").await;
    omar.fill("Type your name as you sign", "Omar Diaz")
        .press("Sign for Riverside Educators")
        .await
        .answered(200);
    omar.sees("now the commitment stands").sees("Confirmed as successor on September 1, 2026");
    omar.open(&place.path("/record"))
        .await
        .sees("Omar Diaz confirmed the commitment for Riverside Educators");
});

scenario!(a_lead_who_hands_over_has_left_office_too, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    let seat = place.seat(&town, "Ben Cole", Right::RuleParty).await;
    let mut act = town.site.act().await.unwrap();
    membership::commands::hand_over(&mut act, &seat, place.seats["Ida Moss"]).await.unwrap();
    act.commit().await.unwrap();
    let mut ida = place.browser("Ida Moss");
    ida.open(&place.path("/commitment")).await.follow("Read it and confirm").await;
    ida.fill("Type your name as you sign", "Ida Moss").press("Sign for Riverside Schools").await;
    ida.answered(200).sees("now the commitment stands");
});

scenario!(nobody_confirms_and_it_stays_lapsed_and_says_so, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    leaves_office(&town, &place, "Ben Cole").await;
    town.pass(61 * Moment::DAY);
    town.work().await;
    assert!(town.letter_to("ana.reyes@example.org").await.subject.contains("nobody confirmed"));
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/commitment"))
        .await
        .sees("Lapsed")
        .follow("Begin the renewal")
        .await
        .press("Begin the renewal")
        .await
        .answered(200);
});

scenario!(a_signer_who_leaves_while_it_is_signed_makes_room_for_another, |town| {
    let place = town.settled(TWO).await;
    closed(&town, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    leaves_office(&town, &place, "Ana Reyes").await;
    sign(&town, &place, "Ben Cole", "Riverside Schools").await.sees("Being signed");
    name(&town, &place, "Omar Diaz", &["Omar Diaz"]).await;
    sign(&town, &place, "Omar Diaz", "Riverside Educators").await.sees("now the commitment stands");
});

scenario!(the_last_one_awaited_leaves_and_the_others_signatures_are_enough, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    name(&town, &place, "Ana Reyes", &["Ana Reyes", "Omar Diaz"]).await;
    name(&town, &place, "Ben Cole", &["Ben Cole"]).await;
    close_text(&mut ana, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    sign(&town, &place, "Ben Cole", "Riverside Schools").await.sees("Being signed");
    leaves_office(&town, &place, "Omar Diaz").await;
    ana.open(&place.path("/commitment")).await.sees("Each must-agree party has signed it");
});

scenario!(a_renewal_is_reminded_of_falls_due_and_lapses, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    let subject = async || town.letter_to("ana.reyes@example.org").await.subject;
    town.pass(306 * Moment::DAY);
    town.work().await;
    assert!(subject().await.contains("time to renew"));
    let before = town.letters().await.len();
    town.work().await;
    assert_eq!(town.letters().await.len(), before, "each is told once");
    town.pass(60 * Moment::DAY);
    town.work().await;
    assert!(subject().await.contains("due for renewal"));
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/commitment")).await.sees("Due for renewal").sees("it lapses on October 1, 2027");
    town.pass(31 * Moment::DAY);
    town.work().await;
    assert!(subject().await.contains("has lapsed"));
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/commitment")).await.sees("because it was not renewed by September 1, 2027");
});

scenario!(a_renewal_begins_from_the_text_that_stands_and_replaces_it_when_signed, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    town.pass(300 * Moment::DAY);
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/commitment"))
        .await
        .follow("Begin the renewal")
        .await
        .press("Begin the renewal")
        .await
        .answered(200);
    assert!(ana.holds("The text").starts_with("# Our commitment"));
    ana.fill("The text", "# A better promise").press("Save this version").await.answered(200);
    ana.sees("The one we signed").sees("The renewal that is not signed yet");
    name(&town, &place, "Ana Reyes", &["Omar Diaz"]).await;
    name(&town, &place, "Ben Cole", &["Ben Cole"]).await;
    close_text(&mut ana, &place).await;
    sign(&town, &place, "Omar Diaz", "Riverside Educators").await.sees("The one we signed");
    let mut ben = sign(&town, &place, "Ben Cole", "Riverside Schools").await;
    ben.sees("now the commitment stands")
        .sees("A better promise")
        .misses("The renewal that is not signed yet");
    ben.sees("Earlier commitments").follow("Of September 1, 2026").await.answered(200);
    ben.sees("Our commitment to work together").sees("The newer one stands");
    // The dates of the one that was renewed bring nothing about any more.
    town.pass(120 * Moment::DAY);
    town.work().await;
    town.person("Ben Cole")
        .await
        .1
        .open(&place.path("/commitment"))
        .await
        .sees("Each must-agree party has signed it");
});

scenario!(of_two_parties_one_withdraws_and_the_commitment_ends, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    withdraws(&town, &place, "Ben Cole").await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/commitment")).await.sees("The commitment has ended").sees("Earlier commitments");
    assert!(told(&town, "ana.reyes@example.org", "so it has ended").await);
    // Nothing is deleted, and those who left still read it.
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment")).await.follow("Of September 1, 2026").await.answered(200);
    ben.sees("Our commitment to work together").misses("Sign for");
});

const THREE: &[Seated<'static>] = &[
    ("Riverside Board", true, &["Cora Hale"], &[]),
    ("Riverside Educators", true, &["Ana Reyes", "Omar Diaz"], &["Lee Park"]),
    ("Riverside Schools", true, &["Ben Cole"], &[]),
];

scenario!(of_three_parties_one_withdraws_and_the_others_go_on, |town| {
    let place = town.settled(THREE).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    for lead in ["Ana Reyes", "Ben Cole", "Cora Hale"] {
        name(&town, &place, lead, &[lead]).await;
    }
    close_text(&mut ana, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    sign(&town, &place, "Ben Cole", "Riverside Schools").await;
    sign(&town, &place, "Cora Hale", "Riverside Board").await.sees("now the commitment stands");
    withdraws(&town, &place, "Cora Hale").await;
    ana.open(&place.path("/commitment")).await.sees("Each must-agree party has signed it");
    ana.sees("Cora Hale, for Riverside Board").sees("The party left on");
    assert!(told(&town, "ana.reyes@example.org", "still stands between the others").await);
});

scenario!(a_party_that_withdraws_while_it_is_signed_sends_it_back_to_writing, |town| {
    let place = town.settled(THREE).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    for lead in ["Ana Reyes", "Ben Cole", "Cora Hale"] {
        name(&town, &place, lead, &[lead]).await;
    }
    close_text(&mut ana, &place).await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    withdraws(&town, &place, "Cora Hale").await;
    ana.open(&place.path("/commitment"))
        .await
        .sees("Being written")
        .sees("One signature that no longer counts");
    // The two that are left close the same text again.
    ana.follow("Close it for signing")
        .await
        .press("Close it for signing")
        .await
        .answered(200)
        .sees("Ben Cole: to sign")
        .misses("Cora Hale: to sign");
});

scenario!(home_is_told_what_waits_for_whom_and_nobody_else, |town| {
    let place = town.settled(TWO).await;
    let waits = async |name: &'static str| {
        let seat = place.seat(&town, name, Right::See).await;
        let mut act = town.site.act().await.unwrap();
        let w = words::Words::new(words::Lang::En);
        let all = waiting_for(&mut act, &seat, &w).await.unwrap();
        all.into_iter().map(|wait| wait.what).collect::<Vec<_>>()
    };
    begin(&mut place.browser("Ana Reyes"), &place).await;
    assert_eq!(waits("Ben Cole").await, ["Name who signs the commitment for your party"]);
    name(&town, &place, "Ana Reyes", &["Ana Reyes"]).await;
    name(&town, &place, "Ben Cole", &["Ben Cole"]).await;
    // Whoever may close the text reads at home what the commitment's page says as well.
    assert_eq!(waits("Ben Cole").await, ["Close the text of the commitment for signing"]);
    place
        .browser("Ana Reyes")
        .open(&place.path("/commitment"))
        .await
        .follow("Close it for signing")
        .await
        .press("Close it for signing")
        .await;
    assert_eq!(waits("Ben Cole").await, ["Read the commitment and sign it"]);
    for name in ["Omar Diaz", "Lee Park", "Fay Lund"] {
        assert!(waits(name).await.is_empty(), "{name}");
    }
    sign(&town, &place, "Ben Cole", "Riverside Schools").await;
    sign(&town, &place, "Ana Reyes", "Riverside Educators").await;
    assert!(waits("Ben Cole").await.is_empty());
    leaves_office(&town, &place, "Ana Reyes").await;
    assert_eq!(waits("Omar Diaz").await, ["Confirm the commitment as the successor"]);
    town.pass(310 * Moment::DAY);
    town.work().await;
    sign_again(&town, &place).await;
    assert_eq!(waits("Ben Cole").await, ["Renew the commitment"]);
});

scenario!(only_a_lead_of_a_must_agree_side_begins_a_renewal_and_reads_first_what_it_asks, |town| {
    let place = town.settled(TWO).await;
    signed(&town, &place).await;
    for name in ["Lee Park", "Fay Lund"] {
        let mut browser = town.person(name).await.1;
        browser.open(&place.path("/commitment")).await.answered(200).misses("Begin the renewal");
        browser.open(&place.path("/commitment/renew")).await.answered(403);
        let right = Right::WriteCommitment;
        let seat = place.seat(&town, name, right).await;
        let mut act = town.site.act().await.unwrap();
        let input = commands::Begin { start: commands::Start::Earlier, language: "en".into() };
        assert!(matches!(commands::begin(&mut act, &seat, &input).await, Err(Error::Forbidden)), "{name}");
    }
    let mut ana = town.person("Ana Reyes").await.1;
    ana.open(&place.path("/commitment")).await.follow("Begin the renewal").await.answered(200);
    ana.sees("stays in force until each side that must agree has signed the new one");
    ana.sees("Riverside Educators and Riverside Schools").sees("3 leads get it");
    ana.follow("Back, and change nothing").await.sees("Each must-agree party has signed it");
    ana.misses("The renewal that is not signed yet").open("/language/es").await;
    ana.open(&place.path("/commitment/renew")).await.sees("sigue en pie hasta que cada parte");
});

/// The successor confirms late, but before the renewal date.
async fn sign_again(town: &Town, place: &Settled) {
    let mut omar = town.person("Omar Diaz").await.1;
    omar.open(&place.path("/commitment/confirm")).await.fill("Type your name as you sign", "Omar Diaz");
    omar.press("Sign for Riverside Educators").await.answered(200);
}
