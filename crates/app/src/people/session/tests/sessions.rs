//! Being signed in: how long it lasts, on which devices, and when it is not enough.

use axum::http::StatusCode;

use super::{ANA, answer, ask_for_code, enter, five};
use crate::people::session::{GRACE, IDLE, WHOLE};
use crate::scenario;
use crate::site::Moment;

scenario!(a_session_ends_after_an_hour_unused_or_a_day_in_all, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    town.pass(IDLE - 5 * Moment::SECOND);
    ana.open("/account").await.sees("Ana Ruiz");
    written_down().await;
    town.pass(IDLE - 5 * Moment::SECOND);
    ana.open("/account").await.sees("Ana Ruiz");
    written_down().await;
    town.pass(IDLE);
    ana.open("/account").await.sees("E-mail me a code");
    let (_, mut ana) = town.person("Ana Ruiz").await;
    for _ in 0..(WHOLE / IDLE) * 2 - 1 {
        town.pass(IDLE / 2);
        ana.open("/account").await.sees("Ana Ruiz");
        written_down().await;
    }
    town.pass(IDLE / 2);
    ana.open("/account").await.sees("E-mail me a code");
});

/// "Last used" is written aside; a moment is enough.
async fn written_down() {
    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
}

scenario!(people_see_their_devices_and_end_them, |town| {
    let (_, mut desk) = town.person("Ana Ruiz").await;
    let (_, mut phone) = town.person("Ana Ruiz").await;
    let (_, mut tablet) = town.person("Ana Ruiz").await;
    let (_, mut ben) = town.person("Ben Okafor").await;
    desk.open("/account").await.sees("this device");
    assert_eq!(desk.html.matches("signed in less than an hour ago").count(), 3);
    // Ben cannot end a device of Ana's.
    let (action, method, _) = desk.sending("Sign out A device that does not say what it is");
    ben.open("/account").await;
    let key = Some("_key=0123456789abcdef".to_owned());
    ben.send(method, &action, key).await.answered(404);
    desk.press("Sign out A device that does not say what it is").await.sees("That device is signed out");
    assert_eq!(desk.html.matches("signed in less than an hour ago").count(), 2);
    desk.press("Sign out all other devices").await.sees("All other devices are signed out");
    for gone in [&mut phone, &mut tablet] {
        gone.open("/account").await.sees("E-mail me a code");
    }
    desk.open("/account").await.press("Sign out").await;
    desk.open("/account").await.sees("E-mail me a code");
    ben.open("/account").await.sees("Ben Okafor");
});

scenario!(signing_out_asks_the_browser_to_forget, |town| {
    let (_, ana) = town.person("Ana Ruiz").await;
    let cookie = format!("concord={}", ana.cookie("concord").unwrap());
    let (status, headers, _) = answer(&town, "/sign-out", &cookie, "_key=0123456789abcdef").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(headers.contains(&"clear-site-data: \"cache\", \"storage\"".to_owned()), "{headers:?}");
    assert!(
        headers.iter().any(|line| line.starts_with("set-cookie: concord=;") && line.contains("Max-Age=0"))
    );
});

scenario!(a_grave_act_asks_again_who_one_is, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/account/password").await.sees("New password");
    town.pass(11 * Moment::MINUTE);
    ana.open("/account/password").await.sees("Show that it is you").misses("Continue with my password");
    let old = ana.cookie("concord").unwrap().to_owned();
    ana.press("E-mail me a code").await.sees("We sent a letter");
    enter(&mut ana, "AAAA AAAA").await;
    ana.answered(422);
    ana.fill("Code from the letter", &town.code_to(ANA).await);
    for mut copy in five(&ana, "Continue").await {
        copy.answered(200).sees("New password");
        assert_eq!(copy.path, "/account/password");
        ana = copy;
    }
    assert_ne!(ana.cookie("concord").unwrap(), old, "the token is changed");
    // What was on its way with the old token still arrives; a minute later it is over.
    let mut late = town.browser();
    late.hold("concord", &old);
    late.open("/account").await.sees("Ana Ruiz");
    assert_eq!(late.html.matches("signed in less than an hour ago").count(), 1);
    town.pass(GRACE);
    late.open("/account").await.sees("E-mail me a code");
    ana.open("/account").await.sees("Ana Ruiz");
});

scenario!(a_proof_for_one_thing_is_none_for_another, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ask_for_code(&mut town.browser(), ANA).await;
    let sign_in = town.code_to(ANA).await;
    town.pass(11 * Moment::MINUTE);
    ana.open("/prove?next=%2Faccount%2Fpassword").await.press("E-mail me a code").await;
    enter(&mut ana, &sign_in).await;
    ana.answered(422);
});
