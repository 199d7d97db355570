//! People founding teams and sitting in them, on both engines.

use uuid::Uuid;

use super::{Kind, NewTeam, co_chairs, commands, found, list, seats};
use crate::access::Right;
use crate::error::Error;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Seated, Settled, Town};

const THREE: &[Seated<'static>] = &[
    ("Riverside Educators", true, &["Ana Reyes"], &["Lee Park", "Oki Sol"]),
    ("Riverside Schools", true, &["Ben Cole"], &["Ida Moss"]),
    ("Riverside Families", false, &["Fay Lund"], &["Gus Hill"]),
];

/// Whether this seat of the partnership sits in the team.
async fn sits(tx: &mut db::Tx, team: Uuid, member: Uuid) -> bool {
    seats(tx, team).await.unwrap().iter().any(|seat| seat.member == member && seat.sits())
}

/// Ana founds a team of this kind with Lee in the chair.
async fn founded(place: &Settled, name: &str, kind: &str) -> Browser {
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/teams/new")).await.answered(200);
    ana.choose(kind).fill("Name", name).fill("Co-chair from your side", &place.seats["Lee Park"].to_string());
    ana.press("Start a team").await.answered(200).sees("The team stands");
    ana
}

async fn team_named(town: &Town, place: &Settled, name: &str) -> Uuid {
    let mut tx = town.site.look().await.unwrap();
    list(&mut tx, place.id).await.unwrap().into_iter().find(|team| team.name == name).expect("a team").id
}

scenario!(a_team_is_founded_by_one_side_and_each_side_names_its_own_co_chair, |town| {
    let place = town.settled(THREE).await;
    let mut ana = founded(&place, "Leadership team", "District leadership team").await;
    ana.sees("The second co-chair is missing").sees("Lee Park").sees("Nobody sits for Riverside Schools");
    let team = team_named(&town, &place, "Leadership team").await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path(&format!("/teams/{team}"))).await.answered(200);
    ben.misses(&format!("member-{}", place.seats["Oki Sol"]));
    ben.choose("Ida Moss").fill("Co-chair from your side", &place.seats["Ben Cole"].to_string());
    ben.press("Seat them")
        .await
        .answered(200)
        .sees("They sit in the team now")
        .sees("Nobody sits for Riverside Families");
    ben.misses("The second co-chair is missing");
    let mut tx = town.site.look().await.unwrap();
    let chairs: Vec<String> = co_chairs(&mut tx, team).await.unwrap().into_iter().map(|c| c.name).collect();
    assert_eq!(chairs, ["Lee Park", "Ben Cole"]);
    assert!(sits(&mut tx, team, place.seats["Ida Moss"]).await);
    ben.open(&place.path("/record"))
        .await
        .sees("Ben Cole seated somebody of Riverside Schools in Leadership team.");
    ben.open(&place.path("/teams"))
        .await
        .sees("Lee Park (Riverside Educators), Ben Cole (Riverside Schools)")
        .sees("One team on one level. One has both co-chairs.");
    assert!(ben.html.contains("aria-labelledby=\"teams-title teams-desc\""), "the tree is a picture, too");
});

scenario!(a_side_seats_nobody_but_its_own_and_two_of_one_side_never_share_a_chair, |town| {
    let place = town.settled(THREE).await;
    founded(&place, "Leadership team", "District leadership team").await;
    let team = team_named(&town, &place, "Leadership team").await;
    let ana = place.seat(&town, "Ana Reyes", Right::ShapeTeams).await;
    let fay = place.seat(&town, "Fay Lund", Right::ShapeTeams).await;
    let ben = place.seat(&town, "Ben Cole", Right::ShapeTeams).await;
    let join = |name: &str, chair: &str| commands::Join {
        member: vec![place.seats[name].to_string()],
        chair: if chair.is_empty() { String::new() } else { place.seats[chair].to_string() },
    };
    for (seat, input, refused) in [
        (&ana, join("Ida Moss", ""), true),
        (&ana, commands::Join::default(), true),
        (&ana, join("Oki Sol", "Oki Sol"), false),
        (&ben, join("Ben Cole", "Ben Cole"), false),
        (&fay, join("Fay Lund", "Fay Lund"), true),
        (&fay, join("Fay Lund", ""), false),
    ] {
        let mut act = town.site.act().await.unwrap();
        let said = commands::join(&mut act, seat, team, &input).await;
        assert_eq!(matches!(said, Err(Error::Refused(_))), refused, "{input:?}: {said:?}");
        if said.is_ok() {
            act.commit().await.unwrap();
        }
    }
    let mut tx = town.site.look().await.unwrap();
    let chairs: Vec<String> = co_chairs(&mut tx, team).await.unwrap().into_iter().map(|c| c.name).collect();
    assert_eq!(chairs, ["Oki Sol", "Ben Cole"], "the chair passed on within the party");
    assert!(sits(&mut tx, team, place.seats["Lee Park"]).await, "and Lee keeps a seat");
    drop(tx);
    let lees = place.path(&format!("/teams/{team}/places"));
    let seat = {
        let mut tx = town.site.look().await.unwrap();
        seats(&mut tx, team).await.unwrap().into_iter().find(|s| s.name == "Lee Park").unwrap().id
    };
    let mut act = town.site.act().await.unwrap();
    let said = commands::leave(&mut act, &ben, team, seat).await;
    assert!(matches!(said, Err(Error::Forbidden)), "{lees}: {said:?}");
});

scenario!(whoever_another_side_puts_forward_sits_only_once_their_own_side_says_yes, |town| {
    let place = town.settled(THREE).await;
    let seat = place.seat(&town, "Ana Reyes", Right::ShapeTeams).await;
    let chairs = vec![place.seats["Ana Reyes"], place.seats["Ida Moss"]];
    let new = |name: &str| NewTeam {
        kind: Kind::TaskForce,
        name: name.into(),
        reports_to: None,
        site: None,
        co_chairs: chairs.clone(),
    };
    let mut act = town.site.act().await.unwrap();
    let storm = found(&mut act, &seat, new("Storm")).await.unwrap();
    let flood = found(&mut act, &seat, new("Flood")).await.unwrap();
    act.commit().await.unwrap();
    let mut tx = town.site.look().await.unwrap();
    assert!(!sits(&mut tx, storm, place.seats["Ida Moss"]).await);
    drop(tx);
    assert!(town.letter_to("ben.cole@example.org").await.body.contains("Ida Moss is put forward for"));
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("")).await.sees("Say whether Ida Moss sits for you in");
    ben.open(&place.path(&format!("/teams/{storm}"))).await.press("Confirm Ida Moss").await.answered(200);
    place.browser("Ana Reyes").open(&place.path(&format!("/teams/{flood}"))).await.misses("Confirm Ida Moss");
    town.pass(15 * Moment::DAY);
    town.work().await;
    let mut tx = town.site.look().await.unwrap();
    assert!(sits(&mut tx, storm, place.seats["Ida Moss"]).await, "who was confirmed sits");
    let left: Vec<String> = seats(&mut tx, flood).await.unwrap().into_iter().map(|s| s.name).collect();
    assert_eq!(left, ["Ana Reyes"], "silence is never a yes");
});

scenario!(members_look_and_strangers_learn_nothing, |town| {
    let place = town.settled(THREE).await;
    founded(&place, "Reading committee", "Committee").await;
    let team = team_named(&town, &place, "Reading committee").await;
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/teams")).await.answered(200).sees("Reading committee").misses("/teams/new");
    lee.open(&place.path("/teams/new")).await.answered(403);
    lee.open(&place.path(&format!("/teams/{team}"))).await.answered(200).misses("Close the team");
    let (_, mut stranger) = town.person("Sam Stray").await;
    stranger.open(&place.path("/teams")).await.answered(404).misses("Reading");
    let elsewhere = town.settled(&[("Hill Educators", true, &["Hana Vale"], &[])]).await;
    let path = elsewhere.path(&format!("/teams/{team}"));
    elsewhere.browser("Hana Vale").open(&path).await.answered(404);
    let mut reader = place.browser("Lee Park");
    reader.open("/language/es").await;
    reader.open(&place.path("/teams")).await.sees("Equipos").sees("Comité");
});

scenario!(a_wrong_form_says_all_at_once_and_the_same_form_founds_one_team, |town| {
    let place = town.settled(THREE).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/teams/new")).await.press("Start a team").await.answered(422);
    ana.sees("Choose a kind of team.").sees("2 things to correct");
    ana.open(&place.path("/teams/new")).await.choose("Committee").fill("Name", "Attendance");
    let (action, method, pairs) = ana.sending("Start a team");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    for _ in 0..2 {
        ana.send(method.clone(), &action, Some(body.clone())).await.answered(200);
    }
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(list(&mut tx, place.id).await.unwrap().len(), 1);
    drop(tx);
    ana.open(&place.path("/teams/new")).await.choose("Committee").fill("Name", "Attendance");
    ana.press("Start a team").await.answered(422).sees("A team has this name already");
    assert_eq!(ana.holds("Name"), "Attendance");
});

scenario!(a_change_made_from_an_old_page_shows_both_and_no_circle_is_made, |town| {
    let place = town.settled(THREE).await;
    founded(&place, "Leadership team", "District leadership team").await;
    founded(&place, "Attendance", "Committee").await;
    let head = team_named(&town, &place, "Leadership team").await;
    let below = team_named(&town, &place, "Attendance").await;
    let edit = place.path(&format!("/teams/{below}/edit"));
    let (mut ana, mut ben) = (place.browser("Ana Reyes"), place.browser("Ben Cole"));
    ana.open(&edit).await.fill("Name", "Attendance and welcome");
    ben.open(&edit).await.fill("Name", "Being here");
    ana.press("Save").await.answered(200).sees("The team is changed");
    ben.press("Save").await.answered(409).sees("It is now called Attendance and welcome");
    assert_eq!(ben.holds("Name"), "Being here");
    ben.press("Save").await.answered(200).sees("Being here");
    let seat = place.seat(&town, "Ben Cole", Right::ShapeTeams).await;
    let mut act = town.site.act().await.unwrap();
    let input = commands::Change {
        name: "Leadership team".into(),
        reports_to: below.to_string(),
        site: String::new(),
    };
    let said = commands::change(&mut act, &seat, head, &input, 1).await;
    assert!(matches!(said, Err(Error::Refused(_))), "{said:?}");
});

scenario!(a_team_is_closed_with_its_day_and_reason_and_never_over_the_heads_of_others, |town| {
    let place = town.settled(THREE).await;
    founded(&place, "Leadership team", "District leadership team").await;
    founded(&place, "Attendance", "Committee").await;
    let head = team_named(&town, &place, "Leadership team").await;
    let below = team_named(&town, &place, "Attendance").await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path(&format!("/teams/{head}"))).await;
    ben.fill("Why does it end?", "We merged.").press("Close the team").await.answered(422);
    ben.sees("Other teams report to this one");
    ben.open(&place.path(&format!("/teams/{below}"))).await;
    ben.fill("Last day", "2999-01-01")
        .press("Close the team")
        .await
        .answered(422)
        .sees("2 things to correct");
    ben.fill("Last day", "2026-08-31").fill("Why does it end?", "Its project is done.");
    ben.press("Close the team").await.answered(200).sees("The team is closed").sees("One team has ended");
    ben.open(&place.path(&format!("/teams/{below}"))).await.sees("Its project is done.").misses("Seat them");
    ben.open(&place.path("/record")).await.sees("Ben Cole closed the team Attendance.");
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(list(&mut tx, place.id).await.unwrap().len(), 1);
});

/// A lead says yes or no to the tree in the version their page shows.
async fn answers_tree(place: &Settled, who: &str, answer: &str) {
    let mut browser = place.browser(who);
    browser.open(&place.path("/teams")).await;
    let part = |from: &str, until: char| {
        let at = browser.html.find(from).unwrap_or_else(|| panic!("{from} on {}", browser.text()));
        browser.html[at + from.len()..].chars().take_while(|c| *c != until).collect::<String>()
    };
    let (about, version) = (part("/acceptance/", '"'), part("name=\"read\" value=\"", '"'));
    let about = about.split('/').next().unwrap_or_default();
    let body = format!("_key={}&answer={answer}&read={version}", Uuid::now_v7().simple());
    let to = place.path(&format!("/acceptance/{about}"));
    browser.send(axum::http::Method::POST, &to, Some(body)).await.answered(200);
}

async fn puts_tree(place: &Settled) {
    let mut ana = place.browser("Ana Reyes");
    let body = format!("_key={}&days=14", Uuid::now_v7().simple());
    ana.send(axum::http::Method::POST, &place.path("/teams/accept"), Some(body)).await.answered(200);
    ana.sees("The sides were asked about the tree");
}

async fn tree_stands(town: &Town, place: &Settled) -> (bool, bool) {
    let mut tx = town.site.look().await.unwrap();
    crate::act::team::progress(&mut tx, place.id).await.unwrap()
}

scenario!(each_side_accepts_the_tree_and_a_changed_tree_is_put_to_them_anew, |town| {
    let place = town.settled(THREE).await;
    assert_eq!(tree_stands(&town, &place).await, (false, false));
    founded(&place, "Leadership team", "District leadership team").await;
    puts_tree(&place).await;
    answers_tree(&place, "Ana Reyes", "accept").await;
    assert_eq!(tree_stands(&town, &place).await, (true, false));
    answers_tree(&place, "Ben Cole", "accept").await;
    assert_eq!(tree_stands(&town, &place).await, (true, true));
    let seat = place.seat(&town, "Ana Reyes", Right::ShapeTeams).await;
    let mut act = town.site.act().await.unwrap();
    let storm = NewTeam {
        kind: Kind::TaskForce,
        name: "Storm".into(),
        reports_to: None,
        site: None,
        co_chairs: vec![],
    };
    found(&mut act, &seat, storm).await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(tree_stands(&town, &place).await, (true, true), "a crisis does not undo the tree");
    founded(&place, "Attendance", "Committee").await;
    assert_eq!(tree_stands(&town, &place).await, (true, false), "a new committee does");
    puts_tree(&place).await;
    answers_tree(&place, "Ana Reyes", "accept").await;
    founded(&place, "Welcome", "Committee").await;
    puts_tree(&place).await;
    answers_tree(&place, "Ben Cole", "accept").await;
    assert_eq!(tree_stands(&town, &place).await, (true, false), "Ana's yes was to another tree");
    answers_tree(&place, "Ana Reyes", "accept").await;
    assert_eq!(tree_stands(&town, &place).await, (true, true));
});

scenario!(what_exists_already_is_written_down_by_any_member_and_can_be_taken_off, |town| {
    let place = town.settled(THREE).await;
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/teams/inventory")).await.press("Add it to the list").await.answered(422);
    lee.sees("4 things to correct");
    lee.fill("Name", "Calendar committee").fill("What does it do?", "Plans the year.");
    lee.fill("Who sits in it", "Two teachers, one principal.").choose("Merge it with another");
    lee.press("Add it to the list")
        .await
        .answered(200)
        .sees("Calendar committee")
        .sees("Written down by Lee Park");
    let mut gus = place.browser("Gus Hill");
    gus.open(&place.path("/teams/inventory")).await.press("Take Calendar committee off the list").await;
    gus.answered(200).sees("Nothing is written down yet.");
});
