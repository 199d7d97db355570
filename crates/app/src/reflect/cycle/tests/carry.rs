//! What is unfinished at a cycle's end goes on with its history, or is left behind and says so.

use super::decide;
use crate::scenario;
use crate::site::Moment;
use crate::testing::scene::{Scene, active, fresh, sit};

const GOAL: &str = "Every first grader reads with a teacher each day.";
const OTHER_GOAL: &str = "Each student knows one adult well.";
const DONE: &str = "Write the letter to families";
const LATE: &str = "Count the free periods";
const NEED: &str = "Somebody to run three meetings";
const QUESTION: &str = "Shall we hold one hour each week for new teachers?";

async fn write_goal(scene: &mut Scene, title: &str) {
    scene
        .at(0, "goals/new")
        .await
        .fill("What we want for students", title)
        .fill("Why it matters", "It helps.");
    scene.leads[0].fill("How we would know", "The spring check.").press("Save the goal").await.answered(200);
}

/// Two goals, two actions, a need, and a question that was not agreed and is to be asked again.
async fn unfinished(scene: &mut Scene) {
    write_goal(scene, GOAL).await;
    write_goal(scene, OTHER_GOAL).await;
    for what in [DONE, LATE] {
        scene.at(0, "actions").await.fill("What is to be done?", what).fill("By when?", "2026-10-20");
        scene.leads[0].press("Take it on").await.answered(200);
    }
    scene
        .at(0, "support")
        .await
        .fill("What kind of support?", "facilitation")
        .fill("What do you need?", NEED);
    scene.leads[0].press("Ask for it").await.answered(200);
    let page = scene.at(0, "decisions/new").await;
    page.fill("The question", QUESTION).fill("What happens if it passes", "Each mentor gets an hour.");
    page.choose("No, none of these").choose("Each answer with its name").choose("We ask again on a day");
    page.fill("The day to ask again", "2026-11-02").press("Save the draft").await.answered(200);
    page.press("Open it for answers").await.answered(200);
    let path = page.path.clone();
    for (lead, fingers) in [(0, "5 ·"), (1, "0 ·")] {
        let browser = &mut scene.leads[lead];
        browser.open(&path).await.choose(fingers).press("Send my answer").await.answered(200);
    }
    let ana = &mut scene.leads[0];
    ana.open(&path).await.follow("Show the answers to all").await.press("Show the answers to all").await;
    ana.press("Leave it at that").await.answered(200).sees("No agreement");
}

async fn ask(scene: &mut Scene, choices: &[(&str, &str)]) {
    scene.at(0, "cycle/close").await;
    for (words, choice) in choices {
        decide(&mut scene.leads[0], words, choice);
    }
    scene.leads[0].press("Ask the other sides").await;
}

const CHOICES: [(&str, &str); 6] = [
    (GOAL, "carry"),
    (OTHER_GOAL, "leave"),
    (DONE, "leave"),
    (LATE, "carry"),
    (NEED, "carry"),
    (QUESTION, "carry"),
];

scenario!(what_is_unfinished_is_offered_with_why_and_nothing_passes_unsaid, |town| {
    let mut scene = active(&town, 2).await;
    unfinished(&mut scene).await;
    let page = scene.at(0, "cycle/close").await;
    for words in [GOAL, OTHER_GOAL, DONE, LATE, NEED, QUESTION] {
        page.sees(words);
    }
    page.sees("Not accepted by each side yet.").sees("Not done yet. Due October 20, 2026.");
    page.sees("Nobody has offered yet.").sees("To be asked again on November 2, 2026.");
    let at_first = page.text();
    scene.at(1, "cycle/close").await;
    let list = |text: &str| {
        let (_, list) = text.split_once("Goal not reached yet").expect("a list");
        list.split_once("What else goes on").expect("its end").0.to_owned()
    };
    assert_eq!(list(&at_first), list(&scene.leads[1].text()), "each side is offered the same");
    ask(&mut scene, &CHOICES[1..]).await;
    scene.leads[0]
        .answered(422)
        .sees("Say of each thing on the list if it goes on.")
        .sees("Say if it goes on.");
    let kept = scene.leads[0].html.matches(" checked").count();
    assert_eq!(kept, CHOICES.len() - 1, "what was said is kept");
    decide(&mut scene.leads[0], GOAL, "carry");
    scene.leads[0].press("Ask the other sides").await.answered(200);
});

scenario!(what_goes_on_keeps_its_history_and_what_is_left_says_so, |town| {
    let mut scene = active(&town, 2).await;
    unfinished(&mut scene).await;
    ask(&mut scene, &CHOICES).await;
    let mine = scene.at(0, "cycle").await.sees("What goes on and what stays").text();
    let theirs = scene.at(1, "cycle").await.sees("Goes on: 4").sees("Stays behind: 2").text();
    let list = |text: &str| text.split_once("Each side reads this same list").expect("a list").1.to_owned();
    let (mine, theirs) = (list(&mine), list(&theirs));
    assert_eq!(mine.split("Close cycle").next(), theirs.split("Close cycle").next());
    scene.at(1, "joint").await.sees("Things that go on: 4. Things that stay behind: 2.");
    scene.leads[1].press("Say yes for your side").await.answered(200);

    // The page of the cycles tells where each went, and leads there.
    scene.at(1, "cycle").await.sees("4 things went on").sees("2 things stayed behind");
    scene.leads[1].sees("Taken over from the cycle before").follow(LATE).await.answered(200);
    scene.leads[1].sees("Carried on from cycle 1 to cycle 2").follow("Carried on").await.sees("Cycle 2");
    scene.at(1, "record").await.sees("Carried on: 4. Left behind: 2.");
    // What goes on stands in the new cycle.
    scene.at(0, "goals").await.sees(GOAL).sees("Carried on from cycle 1 to cycle 2");
    scene.leads[0].sees("Left behind at the end of cycle 1");
    scene
        .at(0, "support")
        .await
        .sees(NEED)
        .misses("Earlier")
        .follow(NEED)
        .await
        .sees("Carried on from cycle 1");
    scene
        .at(0, "decisions")
        .await
        .follow(QUESTION)
        .await
        .sees("Carried on from cycle 1")
        .sees("Ask it again");
    // What was left waits for nobody.
    scene.at(0, "actions").await.follow(DONE).await.sees("Left behind at the end of cycle 1");
    scene.leads[0].misses("What became of it?");
    scene.at(0, "cycle/close").await.sees(LATE).sees(GOAL).misses(DONE).misses(OTHER_GOAL);
});

scenario!(what_was_settled_between_the_list_and_the_end_stays_as_it_is, |town| {
    let mut scene = active(&town, 2).await;
    unfinished(&mut scene).await;
    ask(&mut scene, &CHOICES).await;
    scene.at(0, "actions").await.follow(DONE).await.choose("Done").press("Save").await.answered(200);
    town.pass(20 * Moment::DAY);
    town.work().await;
    let mut ana = fresh(&town, "Ana Ruiz").await;
    ana.open(&scene.path("cycle")).await.sees("Cycle 2").sees("Closed by one side");
    ana.open(&scene.path("actions")).await.follow(DONE).await.sees("Done").misses("Not done");
});

scenario!(who_does_not_lead_reads_the_list_and_does_not_choose, |town| {
    let mut scene = active(&town, 2).await;
    unfinished(&mut scene).await;
    ask(&mut scene, &CHOICES).await;
    let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    lee.open(&scene.path("cycle")).await.sees("What goes on and what stays").sees(LATE);
    lee.open(&scene.path("cycle/close")).await.answered(403);
    let mut sam = town.person("Sam Vale").await.1;
    sam.open(&scene.path("cycle")).await.answered(404);
});
