//! People making something last, on both engines.

use crate::scenario;
use crate::testing::Browser;
use crate::testing::scene::{Scene, active, sit};

async fn begin(scene: &Scene, browser: &mut Browser) {
    browser.open(&scene.path("lasting/new")).await.answered(200);
    browser.fill("What works", "A free period for new teachers").fill("Where it is to live", "calendar");
    browser
        .fill("What shows that it was tried", "Notes of the leadership team")
        .fill("Date on the document", "2026-05-12");
    browser.press("Put it on the list").await.answered(200).sees("It is on the list, as tested");
}

async fn go(browser: &mut Browser, scene: &Scene, to: &str, document: &str, day: &str) {
    browser.open(&scene.path("lasting")).await.follow("Move it one step further").await.answered(200);
    browser
        .choose(to)
        .fill("The document", document)
        .fill("Date on the document", day)
        .press("Write down this step")
        .await;
}

scenario!(it_goes_deeper_move_by_move_and_adopting_takes_each_side, |town| {
    let mut scene = active(&town, 3).await;
    let mut ana = scene.leads[0].clone();
    begin(&scene, &mut ana).await;
    go(&mut ana, &scene, "Proposed", "Letter to the calendar committee", "2026-06-01").await;
    ana.answered(200).sees("The step is written down").sees("Letter to the calendar committee");
    go(&mut ana, &scene, "Adopted", "Calendar 2027-28", "2027-08-16").await;
    ana.answered(200).sees("Brook Administration has not answered").sees("Cedar Board has not answered");
    let joint = scene.path("joint");
    for lead in [1, 2] {
        scene.at(lead, "lasting").await.misses("Calendar 2027-28, August");
        scene.leads[lead]
            .open(&joint)
            .await
            .sees("It stands in: Calendar 2027-28")
            .press("Say yes for your side")
            .await;
    }
    ana.open(&scene.path("lasting")).await.sees("Calendar 2027-28").misses("has not answered");
    go(&mut ana, &scene, "In force", "Calendar 2027-28", "2027-08-16").await;
    ana.answered(422).sees("That day has not come yet");
    ana.fill("Date on the document", "2026-09-01")
        .press("Write down this step")
        .await
        .answered(200)
        .sees("In force");
    scene.at(1, "record").await.sees("adopted by each side").sees("in force");
});

scenario!(one_no_leaves_it_where_it_stood, |town| {
    let mut scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone();
    begin(&scene, &mut ana).await;
    go(&mut ana, &scene, "Proposed", "Letter", "2026-06-01").await;
    go(&mut ana, &scene, "Adopted", "Calendar 2027-28", "2027-08-16").await;
    scene.at(1, "joint").await.fill("If you say no: why?", "Not this year.");
    scene.leads[1].press("Say no for your side").await.answered(200);
    ana.open(&scene.path("lasting")).await.misses("Calendar 2027-28").sees("Move it one step further");
});

scenario!(everything_wrong_is_said_at_once, |town| {
    let scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone();
    begin(&scene, &mut ana).await;
    ana.open(&scene.path("lasting/new")).await.fill("What works", "a FREE period for new teachers");
    ana.fill("Date on the document", "2030-01-01").press("Put it on the list").await.answered(422);
    assert!(ana.wrong("What works").unwrap().contains("on the list"));
    assert!(
        ana.wrong("Date on the document").is_some() && ana.wrong("What shows that it was tried").is_some()
    );
});

scenario!(only_a_lead_of_a_must_agree_party_moves_it, |town| {
    let mut scene = active(&town, 2).await;
    let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    begin(&scene, &mut lee).await;
    lee.misses("Move it one step further");
    scene.at(1, "lasting").await.follow("Move it one step further").await.answered(200);
    let path = scene.leads[1].path.clone();
    lee.open(&path).await.answered(403);
    let mut sam = town.person("Sam Vale").await.1;
    sam.open(&path).await.answered(404);
    sam.open(&scene.path("lasting")).await.answered(404);
});
