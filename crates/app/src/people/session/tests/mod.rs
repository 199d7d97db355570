//! People at the door, on both engines: new and known, with a code and with a password, and those who
//! should not get in.

mod codes;
mod passwords;
mod sessions;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt;

use crate::people::account;
use crate::testing::{Browser, Town};

const ANA: &str = "ana.ruiz@example.org";
const PASSWORD: &str = "plum trumpet window lake";

pub(super) async fn ask_for_code(browser: &mut Browser, email: &str) {
    browser.open("/sign-in").await;
    browser.fill("E-mail address", email).press("E-mail me a code").await;
}

pub(super) async fn enter(browser: &mut Browser, code: &str) {
    browser.fill("Code from the letter", code).press("Continue").await;
}

/// A person who has a password.
pub(super) async fn with_password(town: &Town, name: &str, password: &str) {
    let (id, _) = town.person(name).await;
    let hash = account::password::hashed(&town.site, password).await.expect("a hash");
    let mut act = town.site.act().await.expect("an act");
    account::replace_hash(&mut act, id, None, Some(&hash)).await.expect("a password");
    act.commit().await.expect("a commit");
}

pub(super) async fn try_password(browser: &mut Browser, email: &str, password: &str) {
    browser.open("/sign-in").await;
    browser.fill("E-mail address", email).fill("Password", password).press("Sign in with my password").await;
}

/// Status, headers and page of one request, without what is new in every answer.
pub(super) async fn answer(
    town: &Town,
    path: &str,
    cookie: &str,
    body: &str,
) -> (StatusCode, Vec<String>, String) {
    let request = Request::post(path)
        .header(header::HOST, "127.0.0.1:8080")
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let response = town.service().oneshot(request).await.expect("an answer");
    let (status, headers) = (response.status(), names(response.headers()));
    let page = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    (status, headers, String::from_utf8(page.to_vec()).expect("text"))
}

fn names(headers: &HeaderMap) -> Vec<String> {
    headers
        .iter()
        .filter(|(name, _)| name.as_str() != "x-request-id")
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("")))
        .collect()
}

/// Five copies of a browser press the same button at the same moment.
pub(super) async fn five(browser: &Browser, button: &'static str) -> Vec<Browser> {
    let pressed = (0..5).map(|_| {
        let mut copy = browser.clone();
        tokio::spawn(async move {
            copy.press(button).await;
            copy
        })
    });
    let mut copies = Vec::new();
    for copy in pressed.collect::<Vec<_>>() {
        copies.push(copy.await.expect("an answer"));
    }
    copies
}
