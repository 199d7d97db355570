//! Each side shares what it cares about, and a goal is agreed only when every one of them said yes to it as it stands.

use crate::scenario;
use crate::site::Moment;
use crate::testing::Browser;
use crate::testing::scene::{Scene, active, fresh, sit};

const TITLE: &str = "Every first grader reads with a teacher each day.";

async fn write_goal(browser: &mut Browser, path: &str) {
    browser.open(&format!("{path}/goals/new")).await.answered(200);
    browser
        .fill("What we want for students", TITLE)
        .fill("Why it matters", "Reading early helps all other learning.")
        .fill("How we would know", "The spring reading check.");
    browser.press("Save the goal").await.answered(200).sees(TITLE);
}

async fn ask_each(browser: &mut Browser, path: &str) {
    browser.open(&format!("{path}/goals")).await.press("Ask each side").await.answered(200);
    browser.sees("Waiting for an answer");
}

async fn says(scene: &mut Scene, lead: usize, button: &str) {
    scene.at(lead, "goals").await.press(button).await.answered(200);
}

scenario!(a_goal_is_agreed_when_each_must_agree_side_said_yes_and_no_edit_undoes_it, |town| {
    let mut scene = active(&town, 3).await;
    let path = format!("/p/{}", scene.id);
    write_goal(&mut scene.leads[0], &path).await;
    ask_each(&mut scene.leads[0], &path).await;
    // On the path a goal that waits for a side is under way, whoever looks.
    scene.leads[0].open(&path).await.sees("Discover shared goals Under way");
    for lead in 0..3 {
        scene.at(lead, "goals").await.misses("Each side agreed");
        says(&mut scene, lead, "Say yes for your side").await;
    }
    scene.leads[0].open(&path).await.sees("Discover shared goals Done");
    scene.at(1, "goals").await.sees("Each side agreed").misses("Say yes for your side");
    scene.at(1, "record").await.sees("Each side agreed to a shared goal, in version 1");
    let edit = scene.at(1, "goals").await.html.split("/goals/").nth(3).map(|rest| rest[..36].to_owned());
    let html = scene.leads[1].html.clone();
    let id = html
        .split("/goals/")
        .filter_map(|rest| rest.get(..36))
        .find(|id| id.parse::<uuid::Uuid>().is_ok())
        .map(str::to_owned)
        .or(edit)
        .expect("a goal to change");
    scene.at(1, &format!("goals/{id}")).await.fill("Why it matters", "It helps in every subject.");
    scene.leads[1].press("Save the goal").await.answered(200).misses("Each side agreed").sees("Version 2");
    scene.leads[1].sees("Version 1 stands, agreed on").follow("Read the agreed version").await;
    scene.leads[1].answered(200).sees("Reading early helps all other learning.").misses("every subject");
    scene.at(0, "record").await.sees("Ruth Okafor changed a shared goal. Version 1 stands.");
    scene.at(0, "agreements").await.sees(TITLE);
    // What was agreed stands; a newer version that waits for the sides is still open.
    scene.leads[0].open(&path).await.sees("Discover shared goals Done");
    scene.at(0, "goals").await.press("Ask each side").await.answered(200);
    scene.leads[1].open(&path).await.sees("Discover shared goals Under way");
});

scenario!(a_no_needs_a_reason_and_everybody_reads_it, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    write_goal(&mut scene.leads[0], &path).await;
    ask_each(&mut scene.leads[0], &path).await;
    scene.at(1, "goals").await.press("Say no for your side").await.answered(422);
    scene.leads[1].fill("If you say no: why?", "Who would pay for it?").press("Say no for your side").await;
    scene.leads[1].answered(200);
    scene.at(0, "goals").await.sees("Who would pay for it?").sees("One side said no");
});

scenario!(silence_is_never_a_yes, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    write_goal(&mut scene.leads[0], &path).await;
    ask_each(&mut scene.leads[0], &path).await;
    says(&mut scene, 0, "Say yes for your side").await;
    scene.at(0, "goals").await.sees("Without an answer by then, it is not agreed");
    scene.leads[1].open("/home").await.sees("Answer for your side: The shared goal");
    town.pass(16 * Moment::DAY);
    town.work().await;
    let mut ana = fresh(&town, "Ana Ruiz").await;
    ana.open(&scene.path("goals"))
        .await
        .sees("The date passed. It is not agreed.")
        .misses("Each side agreed");
});

scenario!(an_answer_counts_once_and_only_from_a_lead, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    write_goal(&mut scene.leads[0], &path).await;
    ask_each(&mut scene.leads[0], &path).await;
    scene.at(0, "goals").await;
    let (action, method, mut pairs) = scene.leads[0].sending("Say yes for your side");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    for _ in 0..2 {
        scene.leads[0].send(method.clone(), &action, Some(body.clone())).await.answered(200);
    }
    pairs
        .iter_mut()
        .filter(|(name, _)| name == "_key")
        .for_each(|(_, key)| *key = "0123456789abcdef9".into());
    let again = serde_urlencoded::to_string(&pairs).unwrap();
    scene.leads[0].send(method.clone(), &action, Some(again.clone())).await.answered(422);
    let mut member = sit(&town, scene.id, Some(scene.parties[1]), "Mel Low", false).await;
    member.open(&scene.path("goals")).await.answered(200).misses("Say yes for your side");
    member.send(method, &action, Some(again)).await.answered(403);
});

scenario!(an_interest_is_shared_when_each_side_says_it_is_theirs, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "goals/interests").await.sees("is not on this server");
    scene.leads[0].press("Share with the others").await.answered(422);
    scene.leads[0].fill("What we care about", "Time to plan\nGood starts for new teachers");
    scene.leads[0].press("Share with the others").await.answered(200).sees("Good starts for new teachers");
    scene.leads[0].sees("Nothing is shared by each side").misses("Our side shares this");
    scene.at(1, "goals").await.press("Our side shares this").await.answered(200);
    scene
        .at(0, "goals")
        .await
        .misses("Nothing is shared by each side")
        .sees("First named by Alder Educators");
});

scenario!(a_stale_edit_shows_both_texts_and_a_fourth_goal_is_refused, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    for _ in 0..2 {
        write_goal(&mut scene.leads[0], &path).await;
    }
    scene.at(0, "goals/new").await;
    write_goal(&mut scene.leads[1], &path).await;
    scene.leads[0].fill("What we want for students", "A fourth").fill("Why it matters", "x");
    scene.leads[0].fill("How we would know", "y").press("Save the goal").await.answered(422);
    scene.leads[0].sees("Three goals stand in this cycle");
    assert_eq!(scene.leads[0].holds("What we want for students"), "A fourth");
    let html = scene.at(0, "goals").await.html.clone();
    let ids = html.split("/goals/").filter_map(|rest| rest.get(..36));
    let id = ids.into_iter().find(|id| id.parse::<uuid::Uuid>().is_ok()).expect("a goal").to_owned();
    let edit = format!("goals/{id}");
    scene.at(0, &edit).await.fill("Why it matters", "Written by Ana");
    scene.at(1, &edit).await.fill("Why it matters", "Written by Ruth");
    scene.leads[0].press("Save the goal").await.answered(200);
    scene.leads[1].press("Save the goal").await.answered(409).sees("Written by Ana").sees("Written by Ruth");
});

scenario!(the_page_speaks_spanish, |town| {
    let mut scene = active(&town, 2).await;
    scene.leads[0].open("/language/es").await;
    scene.at(0, "goals").await.sees("Metas para los estudiantes").misses("Goals for students");
});

scenario!(a_goal_that_a_side_accepted_is_given_up_only_when_each_side_agrees, |town| {
    let mut scene = active(&town, 3).await;
    let path = format!("/p/{}", scene.id);
    write_goal(&mut scene.leads[0], &path).await;
    ask_each(&mut scene.leads[0], &path).await;
    says(&mut scene, 0, "Say yes for your side").await;
    // One lead cannot end it, neither with a press nor with a form of their own making.
    scene
        .at(2, "goals")
        .await
        .misses("Take this goal back")
        .follow("Ask the others to give this goal up")
        .await;
    scene.leads[2].answered(200).sees("goes on standing").press("Ask the others").await.answered(422);
    let (action, method, mut pairs) = scene.leads[2].sending("Ask the others");
    for (name, value) in &mut pairs {
        match name.as_str() {
            "way" => *value = "take-back".into(),
            "_key" => *value = "0123456789abcdef8".into(),
            _ => {}
        }
    }
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    scene.leads[2]
        .send(method, &action, Some(body))
        .await
        .answered(422)
        .sees("A side has answered in the meantime");
    scene.leads[2].fill("Why should it be given up?", "We have no reading teachers.");
    scene.leads[2]
        .press("Ask the others")
        .await
        .answered(200)
        .sees("The goal stands until each side has said yes");
    scene
        .at(0, "goals")
        .await
        .sees(TITLE)
        .sees("We have no reading teachers.")
        .misses("No goal is written yet");
    scene.at(0, "joint").await.sees("Give up the goal").press("Say yes for your side").await.answered(200);
    scene.at(0, "goals").await.sees(TITLE).misses("No goal is written yet");
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    scene.at(1, "goals").await.sees("No goal is written yet").sees("Goals from before");
    scene.leads[1].misses("Say yes for your side");
    scene.at(1, "record").await.sees("Each side agreed to give up the goal");
});

scenario!(a_goal_nobody_accepted_is_taken_back_by_the_side_that_proposed_it, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    write_goal(&mut scene.leads[0], &path).await;
    scene.at(1, "goals").await.misses("Take this goal back").misses("give this goal up");
    let link = scene.at(0, "goals").await.follow("Take this goal back").await.answered(200).path.clone();
    scene.leads[0].sees("No side has said yes to this goal").sees(TITLE);
    scene.leads[1].open(&link).await.answered(403);
    let mut member = sit(&town, scene.id, Some(scene.parties[0]), "Mel Low", false).await;
    member.open(&link).await.answered(403);
    scene.leads[0].press("Take this goal back").await.answered(200).sees("No goal is written yet");
    scene.at(1, "record").await.sees("Ana Ruiz took the goal").sees("No side had said yes to it.");
    scene.leads[0].open("/language/es").await;
    scene.at(0, "record").await.sees("Ninguna parte le había dicho que sí.");
});
