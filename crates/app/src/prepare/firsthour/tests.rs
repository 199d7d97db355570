//! Two leaders in their first half hour, on both engines.

use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Town, scene, scene::Scene};

/// A draft in which both leads have answered the six questions and see the picture.
async fn seen(town: &Town) -> Scene {
    let mut scene = scene::draft(town).await;
    for (lead, levels) in
        [(0, ["absent"; 6]), (1, ["absent", "absent", "developed", "absent", "discussed", "absent"])]
    {
        let browser = scene.at(lead, "readiness").await;
        for (item, level) in
            ["leaders", "cabinet", "buildings", "training", "news", "written"].iter().zip(levels)
        {
            browser.take(item, level);
        }
        browser.press(&format!("Answer for {}", scene::PARTIES[lead])).await.answered(200);
    }
    scene
}

const BUILDINGS: &str = "A place in each school where principal and building rep meet";
const TRAINING: &str = "Training that you plan and run together";

/// Names one of the six.
async fn name<'s>(scene: &'s mut Scene, lead: usize, what: &[&str]) -> &'s mut Browser {
    let browser = scene.at(lead, "first-hour").await;
    for one in what {
        browser.choose(one);
    }
    browser.press("Name these").await.answered(200)
}

async fn propose(browser: &mut Browser) {
    browser.fill("Day", "2026-09-08").fill("Time", "15:30").fill("Place", "Library of Elm Street School");
    browser.fill("What your side brings", "The list of who left");
    browser.press("Propose this meeting").await.answered(200);
}

scenario!(two_leaders_end_with_one_concern_one_meeting_and_one_page, |town| {
    let mut scene = seen(&town).await;
    scene.at(0, "readiness").await.follow("Pick one shared concern").await.answered(200).sees("Part 2 of 4");
    name(&mut scene, 0, &[BUILDINGS, TRAINING]).await.sees("has still to name what it cares about");
    // What was named is sealed until the other side has named its own.
    let ruth = scene.at(1, "first-hour").await;
    ruth.sees("has named what it cares about").misses("Named by");
    assert!(!ruth.html.contains("checked"), "the other side's choice shows");
    name(&mut scene, 1, &[BUILDINGS]).await.sees("What we both care about").sees(BUILDINGS);
    // What only one side named is not lost: both read it.
    scene.at(1, "first-hour").await.sees("What else you named").sees(TRAINING);
    let ana = scene.at(0, "first-hour").await;
    ana.sees("Part 3 of 4");
    propose(ana).await;
    ana.sees("Tuesday, September 8, 2026, 3:30 PM").sees("Without an answer by");
    town.work().await;
    let letter = town.letter_to("ruth.okafor@example.org").await;
    assert!(letter.subject.contains("a first meeting is proposed"), "{}", letter.subject);
    let ruth = scene.at(1, "first-hour").await;
    ruth.fill("What your side brings", "Three years of exit notes");
    ruth.press("We will be there").await.answered(200).sees("Part 4 of 4");
    ruth.follow("Open the page to print").await.answered(200);
    for words in [
        "Alder Educators: Ana Ruiz",
        "Brook Administration: Ruth Okafor",
        BUILDINGS,
        "Library of Elm Street School",
        "Alder Educators brings: The list of who left",
        "Brook Administration brings: Three years of exit notes",
        "It binds nobody",
        "Record no.",
    ] {
        ruth.sees(words);
    }
    // Everything above happened in a draft that nobody has confirmed.
    scene.at(0, "draft").await.sees("This is their code");
    scene.at(0, "record").await.sees("The first meeting is set");
});

scenario!(leaders_who_named_different_things_pick_until_they_agree, |town| {
    let mut scene = seen(&town).await;
    name(&mut scene, 0, &[TRAINING]).await;
    let ruth = scene.at(1, "first-hour").await;
    ruth.fill("Or in your own words", "Nobody knows who decides").press("Name these").await.answered(200);
    ruth.sees("Named by Alder Educators").sees("Named by Brook Administration");
    ruth.press("Pick this one").await.answered(422).sees("Choose one of them");
    ruth.choose("Nobody knows who decides")
        .press("Pick this one")
        .await
        .answered(200)
        .sees("has still to pick");
    let ana = scene.at(0, "first-hour").await;
    ana.choose(TRAINING).press("Pick this one").await.answered(200).sees("Part 2 of 4");
    ana.sees("picked “Nobody knows who decides” through Ruth Okafor");
    ana.choose("Nobody knows who decides").press("Pick this one").await.answered(200).sees("Part 3 of 4");
    ana.sees("What we both care about");
});

scenario!(bad_input_is_said_at_once_and_kept, |town| {
    let mut scene = seen(&town).await;
    scene.at(0, "first-hour").await.press("Name these").await.answered(422).sees("Name at least one thing");
    let ana = scene.at(0, "first-hour").await;
    for one in [BUILDINGS, TRAINING, "News that you send out together", "Talks between the cabinet"] {
        ana.choose(one);
    }
    ana.press("Name these").await.answered(422).sees("Name three at most");
    name(&mut scene, 0, &[TRAINING]).await;
    name(&mut scene, 1, &[TRAINING]).await;
    let ana = scene.at(0, "first-hour").await;
    ana.fill("Place", "Room 4").press("Propose this meeting").await.answered(422);
    ana.sees("Choose a day").sees("Choose a time");
    assert_eq!(ana.holds("Place"), "Room 4");
    ana.fill("Day", "2026-08-30").fill("Time", "09:00").press("Propose this meeting").await.answered(422);
    ana.sees("That time has passed");
});

scenario!(silence_agrees_to_nothing_and_the_half_hour_can_begin_again, |town| {
    let mut scene = seen(&town).await;
    name(&mut scene, 0, &[TRAINING]).await;
    town.pass(15 * Moment::DAY);
    town.work().await;
    let mut ruth = scene::fresh(&town, "Ruth Okafor").await;
    let page = scene.path("first-hour");
    ruth.open(&page).await.sees("The date passed before you were done").misses("Named by");
    ruth.choose(TRAINING).press("Name these").await.answered(200);
    let mut ana = scene::fresh(&town, "Ana Ruiz").await;
    ana.open(&page).await.choose(TRAINING).press("Name these").await.answered(200).sees("Part 3 of 4");
    ana.fill("Day", "2026-09-21")
        .fill("Time", "15:30")
        .fill("Place", "Library")
        .press("Propose this meeting")
        .await;
    ana.answered(200);
    // The other side does not answer: the proposal falls away, and the concern stays.
    town.pass(6 * Moment::DAY);
    town.work().await;
    let mut ruth = scene::fresh(&town, "Ruth Okafor").await;
    ruth.open(&page).await.sees("That time did not work").sees("What we both care about").misses("Library");
});

scenario!(nobody_answers_for_the_other_side_and_members_only_read, |town| {
    let mut scene = seen(&town).await;
    name(&mut scene, 0, &[TRAINING]).await;
    name(&mut scene, 1, &[TRAINING]).await;
    let ana = scene.at(0, "first-hour").await;
    propose(ana).await;
    ana.misses("We will be there");
    let (page, answer) = (scene.path("first-hour"), scene.path("first-hour/answer"));
    let key = "_key=0123456789abcdef0123&answer=yes".to_owned();
    scene.leads[0].send(axum::http::Method::POST, &answer, Some(key.clone())).await.answered(422);
    let mut lee = scene::sit(&town, scene.id, Some(scene.parties[1]), "Lee Park", false).await;
    lee.open(&page).await.answered(200).misses("We will be there");
    lee.send(axum::http::Method::POST, &answer, Some(key)).await.answered(403);
    let (_, mut stranger) = town.person("Ray Ito").await;
    stranger.open(&page).await.answered(404);
    let ruth = scene.at(1, "first-hour").await;
    ruth.press("Not then").await.answered(200).sees("That time did not work");
});

scenario!(in_spanish, |town| {
    let mut scene = seen(&town).await;
    let ruth = scene.at(1, "home").await;
    ruth.hold("language", "es");
    let ruth = scene.at(1, "first-hour").await;
    ruth.sees("¿De qué deberían hablar primero?").choose("Formación que planean y hacen juntos");
    ruth.press("Nombrar esto").await.answered(200).sees("ya nombró lo que le importa");
});
