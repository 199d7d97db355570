//! The house by itself: what a stranger's browser finds before there is any feature.

use crate::scenario;

scenario!(a_path_that_leads_nowhere_is_a_page_that_helps, |town| {
    let mut browser = town.browser();
    browser.open("/no/such/page").await.answered(404);
});

scenario!(an_act_from_another_sites_page_is_refused, |town| {
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use tower::ServiceExt;
    for (site, origin, expected) in [
        (Some("cross-site"), None, StatusCode::FORBIDDEN),
        (Some("same-site"), None, StatusCode::FORBIDDEN),
        (None, Some("https://evil.example"), StatusCode::FORBIDDEN),
        (None, None, StatusCode::FORBIDDEN),
        (None, Some("http://127.0.0.1:8080"), StatusCode::NOT_FOUND),
        (Some("same-origin"), None, StatusCode::NOT_FOUND),
    ] {
        let mut request = Request::post("/no/such/act").header("host", "127.0.0.1:8080");
        if let Some(site) = site {
            request = request.header("sec-fetch-site", site);
        }
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        let response = town.service().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), expected, "{site:?} {origin:?}");
    }
});

scenario!(another_host_is_not_answered, |town| {
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use tower::ServiceExt;
    let request = Request::get("/").header("host", "evil.example").body(Body::empty()).unwrap();
    let response = town.service().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST);
});

scenario!(every_statement_prepares_on_this_engine, |town| {
    let count = town.site.db.prepare_every_statement().await.expect("every statement prepares");
    assert!(count > 20);
});

scenario!(an_install_without_a_partnership_is_whole, |town| {
    let findings = crate::record::check::of_database(&town.site.db).await.expect("a look at the records");
    assert_eq!(findings, Vec::<String>::new());
});

scenario!(rows_of_a_record_without_its_head_are_found, |town| {
    use crate::access::Right;
    use crate::record::{Deed, check, note};
    let settled = town.settled(&[("Admin", true, &["Inés"], &[]), ("Union", true, &["Rosa"], &[])]).await;
    let seat = settled.seat(&town, "Rosa", Right::See).await;
    let mut act = town.site.act().await.unwrap();
    note(&mut act, &seat, Deed::new("lead.named").fact("party", "Union")).await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(check::of_database(&town.site.db).await.unwrap(), Vec::<String>::new());
    let mut act = town.site.act().await.unwrap();
    act.run(db::sql!("DELETE FROM record_head WHERE partnership = $1"), &db::args![settled.id])
        .await
        .unwrap();
    act.commit().await.unwrap();
    let findings = check::of_database(&town.site.db).await.unwrap();
    assert_eq!(findings, [format!("rows of a record of {}, which has none", settled.id)]);
});

scenario!(a_database_without_its_key_says_so_and_takes_back_only_its_own, |town| {
    use crate::record::keys;
    let kept = keys::export(&town.site).await.expect("the key in letters");
    keys::forget(&town.site.db).await.expect("the secret half goes");
    let refused = keys::ensure(&town.site, "test.example").await;
    assert!(matches!(refused, Err(crate::error::Error::Broken(_))), "no second key is made in silence");
    assert!(!keys::import(&town.site, &"0".repeat(64)).await.expect("an answer"), "another key is not taken");
    assert!(!keys::import(&town.site, "not a key").await.expect("an answer"));
    assert!(keys::import(&town.site, &format!("{kept}\n")).await.expect("an answer"));
    keys::ensure(&town.site, "test.example").await.expect("the key is back");
    assert_eq!(keys::export(&town.site).await.expect("the key"), kept);
});

scenario!(records_go_on_under_a_new_key_and_stand_under_both, |town| {
    use crate::access::{Operator, Right};
    use crate::record::{Deed, check, keys, note, rotation};
    let settled = town.settled(&[("Admin", true, &["Inés"], &[]), ("Union", true, &["Rosa"], &[])]).await;
    let act_of = async |name: &str| {
        let seat = settled.seat(&town, name, Right::See).await;
        let mut act = town.site.act().await.unwrap();
        note(&mut act, &seat, Deed::new("lead.named").fact("party", "Union")).await.unwrap();
        act.commit().await.unwrap();
    };
    act_of("Rosa").await;
    let before = keys::export(&town.site).await.unwrap();
    let mut act = town.site.act().await.unwrap();
    assert_eq!(rotation::rotate(&mut act, &Operator::at_the_command_line()).await.unwrap(), 1);
    act.commit().await.unwrap();
    assert_ne!(keys::export(&town.site).await.unwrap(), before);
    act_of("Inés").await;
    assert_eq!(check::of_database(&town.site.db).await.unwrap(), Vec::<String>::new());
    assert!(!keys::import(&town.site, &before).await.unwrap(), "the old key does not come back");
    settled.browser("Rosa").open(&settled.path("/record")).await.sees("key");
});

scenario!(what_a_hold_protects_stays_until_it_is_released, |town| {
    use crate::access::{Operator, Right};
    use crate::text::{self, Draft, Retention, Sharing, hold};
    let settled = town.settled(&[("Admin", true, &["Inés"], &[]), ("Union", true, &["Rosa"], &[])]).await;
    let seat = settled.seat(&town, "Rosa", Right::See).await;
    let mut act = town.site.act().await.unwrap();
    let about = act.id();
    let draft = Draft {
        about,
        role: "note.body",
        language: words::Lang::En,
        version: 1,
        body: "A note of a year",
        sharing: Sharing::Partnership,
        retention: Retention::Working,
    };
    let id = text::keep(&mut act, &seat, &draft).await.unwrap();
    let by = Operator::at_the_command_line();
    assert!(hold::place(&mut act, &by, settled.id, " ").await.is_err(), "a hold says why");
    hold::place(&mut act, &by, settled.id, "Records request 17 of the county").await.unwrap();
    assert!(hold::place(&mut act, &by, settled.id, "Again").await.is_err(), "one at a time");
    act.commit().await.unwrap();
    town.pass(800 * crate::site::Moment::DAY);
    let purged = async || {
        let mut act = town.site.act().await.unwrap();
        text::purge(&mut act).await.unwrap();
        act.commit().await.unwrap();
        text::read(&mut town.site.look().await.unwrap(), id).await.unwrap().unwrap().redacted
    };
    assert!(!purged().await, "held");
    let mut act = town.site.act().await.unwrap();
    hold::release(&mut act, &by, settled.id).await.unwrap();
    act.commit().await.unwrap();
    assert!(purged().await, "released, it goes");
});
