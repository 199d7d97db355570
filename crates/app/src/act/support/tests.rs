//! People asking for support, offering it, and saying what helped, on both engines.

use axum::http::Method;
use uuid::Uuid;

use super::{open_needs, progress};
use crate::access::Right;
use crate::act::team::{self, Kind, NewTeam};
use crate::scenario;
use crate::testing::{Browser, Seated, Settled, Town};

const TWO: &[Seated<'static>] = &[
    ("Riverside Educators", true, &["Ana Reyes"], &["Lee Park"]),
    ("Riverside Schools", true, &["Ben Cole"], &["Ida Moss"]),
];

async fn team(town: &Town, place: &Settled, name: &str) -> Uuid {
    let seat = place.seat(town, "Ana Reyes", Right::ShapeTeams).await;
    let mut act = town.site.act().await.unwrap();
    let new = NewTeam {
        kind: Kind::SchoolLeadership,
        name: name.into(),
        reports_to: None,
        site: None,
        co_chairs: Vec::new(),
    };
    let id = team::found(&mut act, &seat, new).await.unwrap();
    act.commit().await.unwrap();
    id
}

async fn post(browser: &mut Browser, path: &str, fields: &str) -> u16 {
    let body = format!("_key={}&{fields}", Uuid::now_v7().simple());
    browser.send(Method::POST, path, Some(body)).await.status.as_u16()
}

async fn standing(town: &Town, place: &Settled) -> ((bool, bool), usize) {
    let mut tx = town.site.look().await.unwrap();
    (progress(&mut tx, place.id).await.unwrap(), open_needs(&mut tx, place.id).await.unwrap().len())
}

scenario!(a_need_is_asked_for_offered_taken_and_rated, |town| {
    let mut place = town.settled(TWO).await;
    town.seat(&mut place, None, "Sia Partner", false).await;
    let elm = team(&town, &place, "Elm Street").await;
    let mut lee = place.browser("Lee Park");
    lee.open(&place.path("/support")).await.sees("These teams have not said yet").sees("Elm Street");
    lee.fill("Which team?", &elm.to_string()).fill("What kind of support?", "facilitation");
    lee.fill("What do you need?", "Somebody to run three meetings").fill("By when?", "2026-11-01");
    lee.press("Ask for it").await.answered(200).sees("It is on the list").misses("These teams have not said");
    assert_eq!(standing(&town, &place).await, ((true, false), 1));
    let mut sia = place.browser("Sia Partner");
    sia.open(&place.path("/support")).await.follow("Somebody to run three meetings").await.answered(200);
    let need = sia.path.clone();
    sia.fill("Who would help?", "State partner group").fill("What do you offer?", "Two of our facilitators.");
    sia.press("Offer it").await.answered(200).sees("Whoever asked was told").misses("Take the offer");
    assert!(town.letter_to("lee.park@example.org").await.body.contains("State partner group offers to help"));
    lee.open(&place.path("")).await.sees("Answer an offer of help");
    lee.open(&need).await.press("Take the offer of State partner group").await.answered(200);
    assert_eq!(standing(&town, &place).await, ((true, true), 0));
    lee.open(&need).await.press("Save what helped").await.answered(422).sees("2 things to correct");
    lee.choose("5").fill("What helped, and what did not?", "She made room for the quiet ones.");
    lee.press("Save what helped")
        .await
        .answered(200)
        .sees("5 of 5")
        .sees("She made room for the quiet ones.");
    lee.open(&place.path("/record"))
        .await
        .sees("Lee Park took an offer of help for: Somebody to run three meetings.");
});

scenario!(only_whoever_asked_or_answers_for_the_team_takes_an_offer_and_only_once, |town| {
    let place = town.settled(TWO).await;
    let elm = team(&town, &place, "Elm Street").await;
    let mut lee = place.browser("Lee Park");
    let support = place.path("/support");
    assert_eq!(post(&mut lee, &support, &format!("team={elm}&kind=money&name=Pizza")).await, 200);
    lee.open(&support).await.follow("Pizza").await;
    let need = lee.path.clone();
    let mut ida = place.browser("Ida Moss");
    assert_eq!(post(&mut ida, &format!("{need}/offer"), "provider=Office&says=Forty").await, 200);
    let mut ana = place.browser("Ana Reyes");
    assert_eq!(post(&mut ana, &format!("{need}/offer"), "provider=Local&says=Sixty").await, 200);
    ana.open(&need).await;
    let at = ana.html.find("/offers/").expect("an offer");
    let offer: String = ana.html[at + 8..].chars().take(36).collect();
    let accept = format!("{need}/offers/{offer}/accept");
    assert_eq!(post(&mut ida, &accept, "").await, 403, "Ida did not ask");
    assert_eq!(post(&mut ida, &format!("{need}/close"), "").await, 403);
    assert_eq!(post(&mut ana, &accept, "").await, 200, "Ana leads the asker's side");
    assert_eq!(post(&mut ana, &accept, "").await, 422, "it is settled");
    lee.open(&need).await.sees("It was taken.").sees("It was not taken.");
    let elsewhere = town.settled(&[("Hill Educators", true, &["Hana Vale"], &[])]).await;
    let foreign = need.replace(&place.id.to_string(), &elsewhere.id.to_string());
    elsewhere.browser("Hana Vale").open(&foreign).await.answered(404);
});

scenario!(a_team_that_needs_nothing_says_so_and_bad_input_is_told_at_once, |town| {
    let place = town.settled(TWO).await;
    let elm = team(&town, &place, "Elm Street").await;
    let mut lee = place.browser("Lee Park");
    let support = place.path("/support");
    assert_eq!(post(&mut lee, &support, "kind=none").await, 422);
    lee.sees("Choose the team that needs nothing.");
    assert_eq!(post(&mut lee, &support, "kind=hats&name=&need_by=soon").await, 422);
    lee.sees("3 things to correct");
    assert_eq!(post(&mut lee, &support, &format!("team={elm}&kind=none")).await, 200);
    assert_eq!(standing(&town, &place).await, ((true, true), 0));
    lee.open("/language/es").await;
    lee.open(&support).await.sees("Estos equipos no necesitan nada en este ciclo").sees("Apoyo");
    let (_, mut stranger) = town.person("Sam Stray").await;
    stranger.open(&support).await.answered(404);
});
