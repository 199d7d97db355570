//! The demo's doors, and that they are walled up everywhere else.

use axum::http::Method;

use crate::scenario;
use crate::settings::Mode;

scenario!(in_the_demo_anybody_is_one_click_away, |town| {
    let (id, _) = town.person("Ana Ruiz").await;
    let demo = town.set_up(|settings| settings.mode = Mode::Demo);
    let mut browser = demo.browser();
    browser
        .open("/demo/people")
        .await
        .answered(200)
        .sees("This is a demo")
        .sees("has an account, sits nowhere yet");
    browser.press("Be Ana Ruiz").await;
    browser.open("/account").await.sees("Ana Ruiz");
    browser.open("/demo/mail").await.answered(200).sees("No letters yet");
    let mut stranger = demo.browser();
    stranger
        .open("/sign-in")
        .await
        .fill("E-mail address", "ana.ruiz@example.org")
        .press("E-mail me a code")
        .await;
    stranger.open("/demo/mail").await.sees("This is a demo").sees("Your code to sign in");
    let path = format!("/demo/people/{}", uuid::Uuid::nil());
    stranger.send(Method::POST, &path, Some("_key=0123456789abcdef".into())).await.answered(404);
    let _ = id;
});

scenario!(outside_the_demo_there_is_no_such_door, |town| {
    let (id, _) = town.person("Ana Ruiz").await;
    let mut browser = town.browser();
    browser.open("/demo/people").await.answered(404);
    browser.open("/demo/mail").await.answered(404);
    let path = format!("/demo/people/{id}");
    browser.send(Method::POST, &path, Some("_key=0123456789abcdef".into())).await.answered(404);
    assert!(browser.cookie("concord").is_none());
});
