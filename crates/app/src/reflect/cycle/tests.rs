//! People ending one cycle and beginning the next, on both engines.

mod carry;

use crate::scenario;
use crate::site::Moment;
use crate::testing::Browser;
use crate::testing::scene::{Scene, active, fresh, sit};

const CHALLENGE: &str = "Substitutes are missing on Fridays.";

async fn write(scene: &mut Scene) {
    let page = scene.path("catalogue/new");
    let ana = &mut scene.leads[0];
    ana.open(&page).await.choose("It is still hard").choose("What we did").fill("In your words", CHALLENGE);
    ana.press("Save it").await.answered(200);
}

/// Says of the thing with these words whether it goes on.
fn decide(browser: &mut Browser, words: &str, choice: &str) {
    let html = browser.html.clone();
    let (_, after) = html.split_once(words).unwrap_or_else(|| panic!("{words:?} is not on the list"));
    let (_, after) = after.split_once("name=\"item\" value=\"").expect("an item");
    let (code, _) = after.split_once('"').expect("its code");
    browser.take(code, choice);
}

async fn propose(scene: &mut Scene, days: &str) {
    let page = scene.path("cycle/close");
    let ana = &mut scene.leads[0];
    ana.open(&page).await.sees("Each side has not agreed yet").sees("closed all the same");
    decide(ana, CHALLENGE, "carry");
    ana.fill("What else goes on", "Visit Hill Schools\n\nAsk the bus drivers");
    ana.fill("Days to answer", days)
        .press("Ask the other sides")
        .await
        .answered(200)
        .sees("has not answered");
}

scenario!(each_side_confirms_the_end_and_the_next_cycle_opens_with_what_was_chosen, |town| {
    let mut scene = active(&town, 3).await;
    write(&mut scene).await;
    propose(&mut scene, "14").await;
    let joint = scene.path("joint");
    scene.leads[1].open(&joint).await.sees("Close cycle 1 and open the next one. Things that go on: 3");
    scene.leads[1].press("Say yes for your side").await;
    scene.at(0, "cycle").await.sees("Cycle 1").misses("Taken over from the cycle before");
    scene.leads[2].open(&joint).await.press("Say yes for your side").await.answered(200);
    scene
        .at(0, "cycle")
        .await
        .sees("Taken over from the cycle before")
        .sees(CHALLENGE)
        .sees("Ask the bus drivers");
    scene.leads[0].sees("Each side confirmed its end").sees("3 things went on");
    scene
        .at(0, "catalogue")
        .await
        .sees("What we learned in cycle 2")
        .sees(CHALLENGE)
        .sees("Carried on from cycle 1 to cycle 2");
    scene
        .at(0, "catalogue?cycle=1")
        .await
        .sees(CHALLENGE)
        .sees("Carried on from cycle 1 to cycle 2")
        .misses("Add to the list");
    scene
        .at(0, "record")
        .await
        .sees("Cycle 1 was closed by all sides. Carried on: 3. Left behind: 0")
        .sees("Cycle 2 began");
});

scenario!(on_silence_it_closes_by_one_side_and_says_so, |town| {
    let mut scene = active(&town, 2).await;
    write(&mut scene).await;
    propose(&mut scene, "3").await;
    town.pass(5 * Moment::DAY);
    town.work().await;
    let mut ruth = fresh(&town, "Ruth Okafor").await;
    ruth.open(&scene.path("cycle")).await.sees("Cycle 2").sees("Closed by one side");
    ruth.open(&scene.path("record")).await.sees("Cycle 1 was closed by one side");
});

scenario!(one_no_keeps_the_cycle_open, |town| {
    let mut scene = active(&town, 2).await;
    write(&mut scene).await;
    propose(&mut scene, "14").await;
    scene.at(1, "joint").await.fill("If you say no: why?", "The survey is not back.");
    scene.leads[1].press("Say no for your side").await.answered(200);
    scene.at(0, "cycle").await.misses("Taken over").sees("Close cycle 1");
});

scenario!(what_is_not_there_is_not_carried_and_nothing_typed_is_lost, |town| {
    let mut scene = active(&town, 2).await;
    write(&mut scene).await;
    let page = scene.path("cycle/close");
    let mut other = scene.leads[0].clone();
    decide(other.open(&page).await, CHALLENGE, "carry");
    other.fill("What else goes on", "Visit Hill Schools").fill("Days to answer", "99");
    scene.at(0, "catalogue").await.press("Take it back").await.answered(200);
    other.press("Ask the other sides").await.answered(422).sees("is not there any more");
    assert_eq!(other.holds("What else goes on"), "Visit Hill Schools");
});

scenario!(the_steps_of_home_follow_what_exists, |town| {
    let mut scene = active(&town, 2).await;
    let home = format!("/p/{}", scene.id);
    scene.leads[0].open(&home).await.sees("0 of 10");
    write(&mut scene).await;
    scene.at(0, "catalogue").await.press("Ask the other sides").await;
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    scene.leads[0].open(&home).await.sees("1 of 10");
    // The next cycle begins its steps anew.
    let page = scene.path("cycle/close");
    scene.leads[0].open(&page).await;
    decide(&mut scene.leads[0], CHALLENGE, "leave");
    scene.leads[0].press("Ask the other sides").await.answered(200);
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    scene.leads[0].open(&home).await.sees("0 of 10");
});

scenario!(a_member_reads_the_cycles_and_does_not_close_them, |town| {
    let scene = active(&town, 2).await;
    let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    lee.open(&scene.path("cycle")).await.answered(200).misses("Close cycle 1");
    lee.open(&scene.path("cycle/close")).await.answered(403);
    town.person("Sam Vale").await.1.open(&scene.path("cycle")).await.answered(404);
});
