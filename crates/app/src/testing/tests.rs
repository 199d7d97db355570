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
