//! People scoring a first project apart and choosing it together, on both engines.

use axum::http::Method;
use uuid::Uuid;

use super::{commands, store};
use crate::access::Right;
use crate::error::Error;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Seated, Settled, Town};

const THREE: &[Seated<'static>] = &[
    ("Riverside Educators", true, &["Ana Reyes"], &["Lee Park"]),
    ("Riverside Schools", true, &["Ben Cole"], &[]),
    ("Riverside Families", false, &["Fay Lund"], &[]),
];

/// Lee writes a brief down through the page.
async fn begun(town: &Town, place: &Settled) -> Uuid {
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/projects")).await.answered(200).sees("There is no project yet");
    lee.fill("Name", "A mentor for each new colleague")
        .fill("What would we do?", "Pair each new teacher with one from another school.")
        .fill("For whom?", "New colleagues in their first two years.");
    lee.press("Ask the sides to score it").await.answered(200).sees("The sides were asked to score it");
    let mut tx = town.site.look().await.unwrap();
    store::all(&mut tx, place.id).await.unwrap()[0].id
}

fn scores(points: [i64; 5], why: &str) -> String {
    let tests = ["reach", "meaning", "control", "local", "gentle"];
    let pairs = tests.iter().zip(points);
    let fields: Vec<String> = pairs.map(|(test, n)| format!("{test}={n}&{test}_why={why}+{n}")).collect();
    format!("_key={}&{}", Uuid::now_v7().simple(), fields.join("&"))
}

async fn score(place: &Settled, project: Uuid, who: &str, points: [i64; 5], why: &str) -> String {
    let mut browser = place.browser(who);
    let to = place.path(&format!("/projects/{project}/score"));
    browser.send(Method::POST, &to, Some(scores(points, why))).await.answered(200);
    browser.text()
}

scenario!(scores_stay_closed_until_each_side_scored_and_then_the_largest_difference_comes_first, |town| {
    let place = town.settled(THREE).await;
    let project = begun(&town, &place).await;
    let page = place.path(&format!("/projects/{project}"));
    place.browser("Ben Cole").open(&place.path("")).await.sees("Score A mentor for each new colleague");
    let said = score(&place, project, "Ana Reyes", [4, 5, 4, 5, 2], "Anaswhy").await;
    assert!(said.contains("They stay closed until each side has scored"), "{said}");
    let mut ben = place.browser("Ben Cole");
    ben.open(&page).await.answered(200).misses("Anaswhy").sees("Riverside Educators has scored.");
    ben.sees("Riverside Schools has not scored yet.");
    ben.open(&place.path("/export/file")).await.misses("Anaswhy");
    place.browser("Lee Park").open(&page).await.misses("Anaswhy");
    score(&place, project, "Fay Lund", [3, 3, 3, 3, 3], "Fayswhy").await;
    ben.open(&page).await.misses("Fayswhy").misses("Where we differ");
    let said = score(&place, project, "Ben Cole", [4, 4, 1, 5, 3], "Benswhy").await;
    assert!(said.contains("All scores are open now"), "{said}");
    ben.open(&page).await.sees("Anaswhy 2").sees("Benswhy 1").sees("3 points apart: from 1 to 4.");
    let at = |what: &str| ben.html.find(what).expect("a test");
    assert!(at("in this team’s hands") < at("with the time and people"), "differences first");
    ben.open(&place.path("/record")).await.sees("The scores of A mentor for each new colleague were opened.");
    let late = place.seat(&town, "Ana Reyes", Right::ShapeTeams).await;
    let mut act = town.site.act().await.unwrap();
    let said = commands::score(&mut act, &late, project, &commands::Scores::default()).await;
    assert!(matches!(said, Err(Error::Refused(_))), "open scores no longer change: {said:?}");
});

scenario!(after_the_last_day_scores_open_and_nothing_is_put_in_the_mouth_of_who_was_silent, |town| {
    let place = town.settled(THREE).await;
    let project = begun(&town, &place).await;
    score(&place, project, "Ana Reyes", [4, 5, 4, 5, 2], "Anaswhy").await;
    town.pass(16 * Moment::DAY);
    town.work().await;
    let mut ben = town.person("Ben Cole").await.1;
    ben.open(&place.path(&format!("/projects/{project}"))).await;
    ben.sees("Anaswhy 4").sees("Did not score in time: Riverside Schools");
    ben.open(&place.path("/record")).await.sees("Not scored by: Riverside Schools.");
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(store::scores(&mut tx, project).await.unwrap().len(), 5, "only Ana's five stand");
});

scenario!(a_side_may_change_its_scores_and_a_form_with_holes_says_all_at_once, |town| {
    let place = town.settled(THREE).await;
    let project = begun(&town, &place).await;
    let page = place.path(&format!("/projects/{project}"));
    score(&place, project, "Ana Reyes", [1, 1, 1, 1, 1], "First").await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&page).await;
    assert_eq!(ana.holds("Why? (test 1)"), "First 1", "her own come back to her");
    score(&place, project, "Ana Reyes", [5, 5, 5, 5, 5], "Second").await;
    score(&place, project, "Ben Cole", [5, 5, 5, 5, 4], "Ben").await;
    ana.open(&page).await.sees("Second 5").misses("First 1").sees("All sides see it alike.");
    let other = begun_again(&place).await;
    let mut ben = place.browser("Ben Cole");
    let to = place.path(&format!("/projects/{other}/score"));
    let body = format!("_key={}&reach=4&reach_why=yes&meaning=9", Uuid::now_v7().simple());
    ben.send(Method::POST, &to, Some(body)).await.answered(422).sees("8 things to correct");
    assert_eq!(ben.holds("Why? (test 1)"), "yes");
});

/// Lee writes a second brief down.
async fn begun_again(place: &Settled) -> Uuid {
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/projects")).await.fill("Name", "Quiet mornings");
    lee.fill("What would we do?", "Fewer calls.").fill("For whom?", "Everybody.");
    lee.press("Ask the sides to score it").await.answered(200);
    lee.path.rsplit('/').next().expect("an id").parse().expect("an id")
}

scenario!(a_project_is_chosen_by_each_side_with_its_plan_which_stands_until_a_new_one_is_chosen, |town| {
    let place = town.settled(THREE).await;
    let project = begun(&town, &place).await;
    let page = place.path(&format!("/projects/{project}"));
    let mut lee = place.browser("Lee Park");
    lee.open(&format!("{page}/plan")).await.answered(404);
    score(&place, project, "Ana Reyes", [5, 5, 5, 5, 5], "a").await;
    score(&place, project, "Ben Cole", [5, 5, 5, 5, 5], "b").await;
    lee.open(&format!("{page}/plan"))
        .await
        .press("Save the plan")
        .await
        .answered(422)
        .sees("8 things to correct");
    let fill = |goal: &str| {
        [
            ("Goal", goal.to_owned()),
            ("What do we measure?", "New teachers who stay".to_owned()),
            ("Number today", "70 of 100".to_owned()),
            ("Number we aim for", "80 of 100".to_owned()),
            ("Begins on", "2026-10-01".to_owned()),
            ("Measure by", "2027-06-01".to_owned()),
            ("Who looks after it?", place.seats["Lee Park"].to_string()),
            ("Why should it work?", "Whoever has somebody to ask stays.".to_owned()),
        ]
    };
    for (label, text) in fill("More new colleagues stay.") {
        lee.fill(label, &text);
    }
    lee.press("Save the plan").await.answered(200).sees("The plan is saved").sees("70 of 100");
    choose(&place, project).await;
    lee.open(&page).await.sees("Chosen by each side");
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(crate::act::project::progress(&mut tx, place.id).await.unwrap(), (true, true));
    drop(tx);
    let mut ana = place.browser("Ana Reyes");
    ana.open(&format!("{page}/plan")).await;
    lee.open(&format!("{page}/plan")).await.fill("Goal", "Everybody stays.");
    lee.press("Save the plan").await.answered(200).sees("Version 3 stands").sees("is being written");
    ana.fill("Goal", "Most stay.").press("Save the plan").await.answered(409).sees("Everybody stays.");
    assert_eq!(ana.holds("Goal"), "Most stay.");
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(
        crate::act::project::progress(&mut tx, place.id).await.unwrap(),
        (true, true),
        "what each side chose stands until each side chooses the new plan"
    );
});

async fn choose(place: &Settled, project: Uuid) {
    let version = {
        let mut ana = place.browser("Ana Reyes");
        let body = format!("_key={}&days=7", Uuid::now_v7().simple());
        ana.send(Method::POST, &place.path(&format!("/projects/{project}/ask")), Some(body))
            .await
            .answered(200);
        let at = ana.html.find("name=\"read\" value=\"").expect("a version");
        ana.html[at + 19..].chars().take_while(char::is_ascii_digit).collect::<String>()
    };
    for who in ["Ana Reyes", "Ben Cole"] {
        let body = format!("_key={}&answer=accept&read={version}", Uuid::now_v7().simple());
        let to = place.path(&format!("/acceptance/{project}"));
        place.browser(who).send(Method::POST, &to, Some(body)).await.answered(200);
    }
}

scenario!(members_may_not_score_and_a_dropped_project_keeps_its_reason, |town| {
    let place = town.settled(THREE).await;
    let project = begun(&town, &place).await;
    let page = place.path(&format!("/projects/{project}"));
    let mut lee = place.browser("Lee Park");
    lee.open(&page).await.misses("Save our scores");
    lee.send(Method::POST, &format!("{page}/score"), Some(scores([1; 5], "x"))).await.answered(403);
    let (_, mut stranger) = town.person("Sam Stray").await;
    stranger.open(&page).await.answered(404).misses("mentor");
    let mut fay = place.browser("Fay Lund");
    fay.open(&page).await.fill("Why?", "The county does it already.");
    let body = format!("_key={}&reason=The+county+does+it+already.", Uuid::now_v7().simple());
    fay.send(Method::POST, &format!("{page}/drop"), Some(body))
        .await
        .answered(200)
        .sees("The county does it already.");
    lee.open("/language/es").await;
    lee.open(&place.path("/projects")).await.sees("Abandonado").sees("Proyectos");
});
