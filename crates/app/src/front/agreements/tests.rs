//! One page of what was agreed, on both engines.

use crate::scenario;
use crate::testing::Seated;
use crate::testing::scene::{active, sit};

const TWO: &[Seated<'static>] =
    &[("Riverside Educators", true, &["Ana Reyes"], &[]), ("Riverside Schools", true, &["Ben Cole"], &[])];

const GOAL: &str = "Every first grader reads with a teacher each day.";
const QUESTION: &str = "Shall mentors get one hour each week?";
const EFFECT: &str = "Each mentor has Tuesday mornings free from October on.";

scenario!(a_newcomer_reads_what_will_stand_here_and_the_next_step, |town| {
    let mut scene = active(&town, 2).await;
    let path = scene.path("agreements");
    let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    lee.open(&path).await.answered(200).sees("Nothing is agreed yet").sees("Each line has its number");
    lee.sees("No commitment yet")
        .sees("No charter yet")
        .sees("You share nothing")
        .misses("waiting for a side");
    lee.follow("Next step: Understand the case").await.answered(200);
    assert_eq!(lee.path, scene.path("case"));
    lee.open("/language/es").await;
    lee.open(&path).await.sees("Todavía no hay nada acordado").sees("Siguiente paso");
    scene.at(0, "commitment").await.press("Begin writing").await.answered(200);
    // A text that is being written is no agreement.
    scene.at(0, "agreements").await.sees("Nothing is agreed yet").misses("Our commitment");
    town.person("Sam Vale").await.1.open(&path).await.answered(404);
});

scenario!(what_waits_says_for_whom_and_what_is_agreed_has_its_number_newest_first, |town| {
    let mut scene = active(&town, 2).await;
    let ana = &mut scene.leads[0];
    ana.open(&format!("/p/{}/goals/new", scene.id)).await.fill("What we want for students", GOAL);
    ana.fill("Why it matters", "Reading early helps.").fill("How we would know", "The spring reading check.");
    ana.press("Save the goal").await.answered(200);
    scene.at(0, "agreements").await.misses(GOAL);
    scene.at(0, "goals").await.press("Ask each side").await.answered(200);
    scene.at(0, "agreements").await.sees("waiting for a side").sees(GOAL);
    scene.leads[0].sees("Waiting for Alder Educators and Brook Administration").sees("it is not agreed");
    scene.at(0, "goals").await.press("Say yes for your side").await.answered(200);
    scene.at(1, "agreements").await.sees("Waiting for Brook Administration").misses("Alder Educators and");
    scene.leads[1].sees("Nothing is agreed yet");
    scene.at(1, "goals").await.press("Say yes for your side").await.answered(200);
    scene.at(1, "agreements").await.misses("waiting for a side").misses("Nothing is agreed yet");
    scene.leads[1].sees("Cycle 1 · each side said yes on").sees("Record no.").sees("Print it");
    // An edit is a new version: what each side said yes to stands until each side says yes to that one.
    let edit = scene.at(1, "goals").await.html.clone();
    let id =
        edit.split("/goals/").filter_map(|rest| rest.get(..36)).find(|id| id.parse::<uuid::Uuid>().is_ok());
    let page = format!("goals/{}", id.expect("a goal"));
    scene
        .at(1, &page)
        .await
        .fill("Why it matters", "It helps in every subject.")
        .press("Save the goal")
        .await;
    scene.at(1, "agreements").await.sees(GOAL).misses("Nothing is agreed yet");
});

scenario!(a_decision_stands_with_what_it_comes_to_and_its_dates, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/decisions/new")).await.fill("The question", QUESTION);
    ana.fill("What happens if it passes", EFFECT).fill("Ends on", "2029-06-30");
    ana.choose("No, none of these").choose("Each answer with its name");
    ana.press("Save the draft").await.answered(200);
    let path = ana.path.clone();
    let agreements = place.path("/agreements");
    // A draft is its writer's matter, not something that waits for a side.
    place.browser("Ben Cole").open(&agreements).await.misses(QUESTION);
    ana.open(&path).await.press("Open it for answers").await.answered(200);
    place
        .browser("Ben Cole")
        .open(&agreements)
        .await
        .sees(QUESTION)
        .sees("Silence is never a yes")
        .misses(EFFECT);
    for who in ["Ana Reyes", "Ben Cole"] {
        let mut browser = place.browser(who);
        browser.open(&path).await.choose("5").press("Send my answer").await.answered(200);
    }
    ana.open(&path)
        .await
        .follow("Show the answers to all")
        .await
        .press("Show the answers to all")
        .await
        .answered(200);
    let mut ben = place.browser("Ben Cole");
    ben.open(&agreements).await.sees("What we decided").sees(QUESTION).sees(EFFECT);
    ben.sees("ends on June 30, 2029").sees("Record no.").misses("waiting for a side");
});
