//! What must hold of the sample district: it is whole, it is the same twice, it is there at once, and
//! everybody in it finds something on each page of their menu.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use axum::http::Method;
use db::Db;
use scraper::{Html, Selector};
use uuid::Uuid;

use super::{TODAY, ZONE};
use crate::people::partnership::State;
use crate::people::{account, joint, membership, partnership};
use crate::record::{self, Line};
use crate::settings::{Mode, Settings};
use crate::site::{Chance, Clock, Moment, Site};
use crate::testing::Browser;
use crate::{migrations, web};

/// A machine that builds and tests other things beside still fills it in this time, without optimizing.
const AT_ONCE: Duration = Duration::from_secs(60);

async fn open(ground: &testdb::Place) -> Db {
    let options = db::Options { durable: false, ..db::Options::default() };
    let db = Db::open_with(&ground.url, options).await.expect("the database opens");
    db.migrate(migrations::ALL).await.expect("the migrations run");
    db
}

async fn filled(ground: &testdb::Place) -> (Db, BTreeMap<String, Uuid>) {
    let db = open(ground).await;
    let partnerships = super::play(&db, &Settings::local(Mode::Demo)).await.expect("the sample fills");
    (db, partnerships)
}

async fn export(db: &Db) -> Vec<u8> {
    let mut out = Vec::new();
    let mut tx = db.read().await.expect("a look");
    record::export::write(&mut tx, None, &mut out).await.expect("an export");
    out
}

fn bytes(ground: &testdb::Place) -> Vec<u8> {
    std::fs::read(ground.url.strip_prefix("sqlite:").expect("a file")).expect("the file")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_fillings_are_the_same_to_the_byte_and_each_is_there_at_once() {
    let (one, other) = (testdb::sqlite(), testdb::sqlite());
    let begun = Instant::now();
    let (first, _) = filled(&one).await;
    assert!(begun.elapsed() < AT_ONCE, "it took {:?}", begun.elapsed());
    let (second, _) = filled(&other).await;
    assert!(export(&first).await == export(&second).await, "the records differ");
    first.close().await;
    second.close().await;
    assert!(bytes(&one) == bytes(&other), "a table differs");
}

async fn kinds(db: &Db, partnership: Uuid) -> Vec<String> {
    let mut tx = db.read().await.expect("a look");
    let lines: Vec<Line> = record::lines(&mut tx, partnership, i64::MAX, 10_000).await.expect("the record");
    lines.into_iter().map(|line| line.kind).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_whole_and_holds_what_it_promises() {
    let ground = testdb::sqlite();
    let (db, at) = filled(&ground).await;
    assert_eq!(db.examine().await.expect("the engine's own check"), Vec::<String>::new());
    assert_eq!(record::check::of_database(&db).await.expect("a check"), Vec::<String>::new());
    let mut tx = db.read().await.expect("a look");
    let states = [("district", State::Active), ("dry-creek", State::Paused), ("cottonwood", State::Draft)];
    for (name, state) in states {
        assert_eq!(partnership::state_of(&mut tx, at[name]).await.expect("a state"), state, "{name}");
    }
    let parties = membership::parties(&mut tx, at["district"]).await.expect("parties");
    assert_eq!(parties.iter().filter(|party| party.counts()).count(), 4);
    assert_eq!(parties.iter().filter(|party| !party.must_agree).count(), 2);
    let seats = membership::seats(&mut tx, at["district"]).await.expect("seats");
    assert!((85..=120).contains(&seats.len()), "{} seats", seats.len());
    assert_eq!(seats.iter().filter(|seat| seat.party.is_none()).count(), 2);
    let acts = joint::all_of(&mut tx, at["district"]).await.expect("joint acts");
    for state in [joint::State::Open, joint::State::Passed, joint::State::Refused, joint::State::Lapsed] {
        assert!(acts.iter().any(|act| act.state == state), "a joint act that is {state:?}");
    }
    drop(tx);
    let kinds = kinds(&db, at["district"]).await;
    assert!(kinds.len() >= 60, "{} acts", kinds.len());
    let promised = ["lapsed", "confirmed", "renewed", "supported", "translated", "translation_reviewed"];
    for kind in promised {
        let kind = format!("commitment.{kind}");
        assert!(kinds.contains(&kind), "{kind}");
    }
}

/// A house on the filled database, on the morning the story ends.
fn house(db: &Db) -> Site {
    let morning = Moment::of_civil(TODAY, ZONE);
    Site::new(db.clone(), Settings::local(Mode::Demo), Clock::set_to(morning), Chance::seeded(1))
}

async fn person(site: &Site, handle: &str) -> Uuid {
    let mut tx = site.look().await.expect("a look");
    let email = format!("{handle}@marigold.example");
    account::known(&mut tx, &email).await.expect("a look").expect("an account").id
}

fn links(html: &str, within: &str) -> Vec<String> {
    let selector = Selector::parse(&format!("{within} a[href^='/']")).expect("a selector");
    let page = Html::parse_document(html);
    page.select(&selector).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

/// Opens their home, each partnership they sit in, and each page of the menu there.
async fn walk(browser: &mut Browser) -> usize {
    browser.open("/home").await.answered(200);
    // Home is the partnership itself for whoever sits in one.
    let mut places = links(&browser.html, "main");
    places.push(browser.path.clone());
    places.retain(|path| path.starts_with("/p/") && path.matches('/').count() == 2);
    places.dedup();
    let mut seen = 0;
    for place in places {
        browser.open(&place).await.answered(200);
        for path in links(&browser.html, "header nav") {
            if !path.starts_with("/language/") {
                browser.open(&path).await.answered(200);
                seen += 1;
            }
        }
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_kind_of_person_finds_every_page_of_their_menu() {
    let ground = testdb::sqlite();
    let (db, _) = filled(&ground).await;
    let site = house(&db);
    let service = web::layers::service(&site);
    let archetypes = [
        "rosa.quintanilla",   // leads a local
        "wendell.tsosie",     // leads the other
        "tendai.mukherjee",   // came as a successor
        "harlan.oyelaran",    // leads the administration
        "matteo.abdirahman",  // leads the board
        "lupita.soderberg",   // watches for the board
        "esperanza.olufsen",  // leads an advising party, in Spanish
        "consuelo.brandvold", // a member, in Spanish
        "salome.dunmore",     // in no party
        "kwame.lindqvist",    // is asked to a second partnership
        "obadiah.ferreira",   // sits for a party that withdrew
        "mirela.santistevan", // has begun a draft
    ];
    for handle in archetypes {
        let mut browser = Browser::new(service.clone(), &site.settings.base_url);
        let door = format!("/demo/people/{}", person(&site, handle).await);
        browser.send(Method::POST, &door, Some("_key=0123456789abcdef".into())).await.answered(200);
        assert!(walk(&mut browser).await >= 4, "{handle} finds their pages");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demos_clock_goes_on_from_where_the_story_ends() {
    let ground = testdb::sqlite();
    let db = open(&ground).await;
    let clock = super::clock(&db).await.expect("a clock");
    let late = -clock.until(Moment::of_civil(TODAY, ZONE));
    assert!((0..Moment::HOUR).contains(&late), "{late} microseconds after the story");
    let again = super::clock(&db).await.expect("a clock");
    let apart = again.until(Moment::of_civil(TODAY, ZONE)) + late;
    assert!(apart.abs() < Moment::MINUTE, "opened again, it goes on: {apart}");
}
