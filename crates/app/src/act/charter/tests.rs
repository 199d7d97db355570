//! People writing and adopting a charter, on both engines.

use uuid::Uuid;

use crate::access::Right;
use crate::act::charter::of_team;
use crate::act::team::{self, Kind, NewTeam};
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Seated, Settled, Town};

const THREE: &[Seated<'static>] = &[
    ("Riverside Educators", true, &["Ana Reyes"], &["Lee Park"]),
    ("Riverside Schools", true, &["Ben Cole"], &["Ida Moss"]),
    ("Riverside Families", false, &["Fay Lund"], &[]),
];

async fn team(town: &Town, place: &Settled, kind: Kind) -> Uuid {
    let seat = place.seat(town, "Ana Reyes", Right::ShapeTeams).await;
    let mut act = town.site.act().await.unwrap();
    let new = NewTeam { kind, name: "The team".into(), reports_to: None, site: None, co_chairs: Vec::new() };
    let id = team::found(&mut act, &seat, new).await.unwrap();
    act.commit().await.unwrap();
    id
}

fn path(place: &Settled, team: Uuid, rest: &str) -> String {
    place.path(&format!("/teams/{team}/charter{rest}"))
}

/// Lee saves the page as it was filled in, and Ana puts it to the sides.
async fn asked(place: &Settled, team: Uuid) {
    let mut lee = place.browser("Lee Park");
    lee.open(&path(place, team, "")).await.follow("Start from the filled-in page").await.answered(200);
    lee.press("Save the charter").await.answered(200).sees("Version 1 is saved");
    put(place, team).await;
}

async fn put(place: &Settled, team: Uuid) {
    let mut ana = place.browser("Ana Reyes");
    let to = path(place, team, "/ask");
    let body = format!("_key={}&days=14", Uuid::now_v7().simple());
    ana.send(axum::http::Method::POST, &to, Some(body)).await.answered(200).sees("The sides were asked");
}

async fn answers(
    place: &Settled,
    team: Uuid,
    who: &str,
    answer: &str,
    version: i64,
    reason: &str,
) -> Browser {
    let mut browser = place.browser(who);
    browser.open(&path(place, team, "")).await;
    let at = browser.html.find("/acceptance/").expect("a form to answer");
    let about: String = browser.html[at + 12..].chars().take(36).collect();
    let body = format!("_key={}&answer={answer}&read={version}&reason={reason}", Uuid::now_v7().simple());
    let to = place.path(&format!("/acceptance/{about}"));
    browser.send(axum::http::Method::POST, &to, Some(body)).await.answered(200);
    browser
}

async fn stands(town: &Town, place: &Settled, team: Uuid) -> Option<i64> {
    let mut tx = town.site.look().await.unwrap();
    of_team(&mut tx, place.id, team).await.unwrap().map(|charter| charter.version)
}

scenario!(a_charter_is_filled_in_saved_and_stands_once_each_side_adopted_it, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::DistrictLeadership).await;
    asked(&place, team).await;
    assert_eq!(stands(&town, &place, team).await, None, "asking binds nobody");
    answers(&place, team, "Ana Reyes", "accept", 1, "").await;
    assert_eq!(stands(&town, &place, team).await, None, "one side is not each side");
    answers(&place, team, "Ben Cole", "accept", 1, "").await;
    assert_eq!(stands(&town, &place, team).await, Some(1));
    let mut fay = place.browser("Fay Lund");
    fay.open(&path(&place, team, "")).await.sees("What stands").sees("We tell the other side first");
    fay.open(&path(&place, team, "/print/1")).await.answered(200);
    fay.sees("Riverside Schools: adopted through Ben Cole").sees("It is not bargaining");
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(crate::act::charter::progress(&mut tx, place.id).await.unwrap(), (true, true));
    let charter = of_team(&mut tx, place.id, team).await.unwrap().expect("it stands");
    assert_eq!((charter.quorum, charter.lowest, charter.norms().count()), (1, 3, 5));
});

scenario!(the_old_version_stands_until_each_side_adopts_the_new_one, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::SchoolLeadership).await;
    asked(&place, team).await;
    for who in ["Ana Reyes", "Ben Cole"] {
        answers(&place, team, who, "accept", 1, "").await;
    }
    let mut ida = place.browser("Ida Moss");
    ida.open(&path(&place, team, "/write")).await.sees("The adopted version stands until");
    ida.fill("When we meet", "Every second Tuesday.").press("Save the charter").await.answered(200);
    ida.sees("Until each side adopts it, the old version below stands");
    put(&place, team).await;
    let mut ben = answers(&place, team, "Ben Cole", "refuse", 2, "Tuesdays+have+bus+duty.").await;
    ben.open(&path(&place, team, "")).await.sees("Tuesdays have bus duty.");
    assert_eq!(stands(&town, &place, team).await, Some(1), "a no leaves what stood");
    let mut lee = place.browser("Lee Park");
    lee.open(&path(&place, team, "/write")).await.fill("When we meet", "Every second Thursday.");
    lee.press("Save the charter").await.answered(200);
    put(&place, team).await;
    for who in ["Ana Reyes", "Ben Cole"] {
        answers(&place, team, who, "accept", 3, "").await;
    }
    assert_eq!(stands(&town, &place, team).await, Some(3));
});

scenario!(writing_on_while_the_sides_are_asked_takes_the_question_back, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::Committee).await;
    asked(&place, team).await;
    answers(&place, team, "Ana Reyes", "accept", 1, "").await;
    let mut lee = place.browser("Lee Park");
    lee.open(&path(&place, team, "/write")).await.fill("What stays in the room", "Names.");
    lee.press("Save the charter").await.answered(200);
    put(&place, team).await;
    answers(&place, team, "Ben Cole", "accept", 2, "").await;
    assert_eq!(stands(&town, &place, team).await, None, "Ana's yes was to another text");
});

scenario!(two_who_write_at_once_lose_nothing_and_a_wrong_form_says_all_at_once, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::Committee).await;
    let (mut lee, mut ida) = (place.browser("Lee Park"), place.browser("Ida Moss"));
    lee.open(&path(&place, team, "/write")).await.fill("When we meet", "Mondays.");
    ida.open(&path(&place, team, "/write")).await.fill("When we meet", "Fridays.");
    lee.press("Save the charter").await.answered(200);
    ida.press("Save the charter")
        .await
        .answered(409)
        .sees("Somebody saved a new version before you")
        .sees("Mondays.");
    assert_eq!(ida.holds("When we meet"), "Fridays.");
    ida.press("Save the charter").await.answered(200).sees("Version 2 is saved");
    ida.open(&path(&place, team, "/write")).await;
    ida.fill("Our promises", " ").fill("Ends on", "2020-01-01").fill("How many people", "none");
    ida.press("Save the charter")
        .await
        .answered(422)
        .sees("3 things to correct")
        .sees("Type a number from 1 to 20");
});

scenario!(who_watches_reads_and_a_stranger_learns_nothing_and_spanish_is_whole, |town| {
    let mut place = town.settled(THREE).await;
    town.seat(&mut place, None, "Nia Neutral", false).await;
    let team = team(&town, &place, Kind::Committee).await;
    asked(&place, team).await;
    let mut nia = place.browser("Nia Neutral");
    nia.open(&path(&place, team, "")).await.answered(200);
    nia.open(&path(&place, team, "/write")).await.answered(200);
    let body = format!("_key={}&days=14", Uuid::now_v7().simple());
    nia.send(axum::http::Method::POST, &path(&place, team, "/ask"), Some(body)).await.answered(403);
    let (_, mut stranger) = town.person("Sam Stray").await;
    stranger.open(&path(&place, team, "")).await.answered(404);
    let mut fay = place.browser("Fay Lund");
    fay.open("/language/es").await;
    fay.open(&path(&place, team, "")).await.sees("Carta de equipo de The team").sees("¿Cómo nos tratamos?");
});

scenario!(a_month_before_its_end_the_leads_are_asked_to_look_again, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::Committee).await;
    asked(&place, team).await;
    for who in ["Ana Reyes", "Ben Cole"] {
        answers(&place, team, who, "accept", 1, "").await;
    }
    town.person("Ben Cole").await.1.open(&place.path("")).await.misses("It ends soon");
    town.pass(275 * Moment::DAY);
    town.person("Ben Cole").await.1.open(&place.path("")).await.sees("Look at the charter of The team again");
});

scenario!(the_room_shows_the_norms_that_stand_and_none_before_they_do, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::DistrictLeadership).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/meetings/new")).await.fill("What is it called?", "October meeting");
    ana.fill("Who meets?", &team.to_string()).fill("Day", "2026-11-25").fill("Start", "08:30");
    ana.fill("How many minutes?", "30").press("Plan a meeting").await.answered(200);
    let room = ana.path.clone();
    ana.fill("What is it about?", "How do we begin?").choose("Talk it over").fill("How many minutes?", "20");
    ana.press("Put something on the agenda").await.answered(200);
    asked(&place, team).await;
    ana.open(&room).await.misses("How we agreed to work");
    for who in ["Ana Reyes", "Ben Cole"] {
        answers(&place, team, who, "accept", 1, "").await;
    }
    ana.open(&room)
        .await
        .sees("How we agreed to work: 5 norms")
        .press("Begin the meeting")
        .await
        .answered(200);
    ana.open(&room).await.sees("How we agreed to work: 5 norms");
    ana.open(&format!("{room}/run")).await.sees("How we agreed to work: 5 norms");
    ana.follow("The whole charter").await.answered(200).sees("It is not bargaining");
    let mut lee = place.browser("Lee Park");
    lee.open(&room).await.sees("How we agreed to work: 5 norms");
});

scenario!(a_question_of_a_team_gets_what_the_charter_says_and_reads_why, |town| {
    let place = town.settled(THREE).await;
    let team = team(&town, &place, Kind::Committee).await;
    let mut lee = place.browser("Lee Park");
    lee.open(&path(&place, team, "")).await.follow("Start from the filled-in page").await.answered(200);
    lee.take("authority", "recommends").take("fallback", "refer-up");
    lee.press("Save the charter").await.answered(200);
    // Not in force yet: nothing is preselected.
    let ask = place.path("/decisions/new");
    lee.open(&format!("{ask}?team={team}")).await.answered(200).misses("The charter of The team says");
    put(&place, team).await;
    for who in ["Ana Reyes", "Ben Cole"] {
        answers(&place, team, who, "accept", 1, "").await;
    }
    lee.open(&format!("{ask}?team={team}")).await.sees("The charter of The team says");
    lee.sees("It passes only if each side agrees. A side agrees when all its answers are 3 or more.");
    // A team chosen on the form itself: explained before anything is saved.
    lee.open(&ask).await.fill("The question", "Shall attendance letters go out in two languages?");
    lee.fill("What happens if it passes", "The office sends them in both.").choose("No, none of these");
    lee.choose("Each answer with its name");
    lee.fill("Which team asks?", &team.to_string());
    lee.press("Save the draft").await.answered(200).sees("The charter of The team says");
    lee.press("Save the draft").await.answered(200).sees("It goes as a recommendation to whoever settles it");
    lee.sees("Draft").misses("It is settled here");
});
