//! People at the door, on both engines: new and known, with a code and with a password, and those who
//! should not get in.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt;

use super::code::{JOIN_LASTS, LASTS};
use super::{GRACE, IDLE, WHOLE};
use crate::people::account;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Town};

const ANA: &str = "ana.ruiz@example.org";
const PASSWORD: &str = "plum trumpet window lake";

/// The code in the newest letter to this address.
async fn code_for(town: &Town, email: &str) -> String {
    let body = town.letter_to(email).await.body;
    body.lines().map(str::trim).find(|line| line.len() == 9 && line.contains('-')).expect("a code").to_owned()
}

async fn ask_for_code(browser: &mut Browser, email: &str) {
    browser.open("/sign-in").await;
    browser.fill("E-mail address", email).press("E-mail me a code").await;
}

async fn enter(browser: &mut Browser, code: &str) {
    browser.fill("Code from the letter", code).press("Continue").await;
}

/// A person who has a password.
async fn with_password(town: &Town, name: &str, password: &str) {
    let (id, _) = town.person(name).await;
    let hash = account::password::hashed(&town.site, password).await.expect("a hash");
    let mut act = town.site.act().await.expect("an act");
    account::replace_hash(&mut act, id, None, Some(&hash)).await.expect("a password");
    act.commit().await.expect("a commit");
}

async fn try_password(browser: &mut Browser, email: &str, password: &str) {
    browser.open("/sign-in").await;
    browser.fill("E-mail address", email).fill("Password", password).press("Sign in with my password").await;
}

/// Status, headers and page of one request, without what is new in every answer.
async fn answer(town: &Town, path: &str, cookie: &str, body: &str) -> (StatusCode, Vec<String>, String) {
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

/// A page without its forms' keys and the address that was typed.
fn without_keys(page: &str, email: &str) -> String {
    let mut plain = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("name=\"_key\" value=\"") {
        plain.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    (plain + rest).replace(email, "EMAIL")
}

scenario!(somebody_new_proves_their_address_gives_a_name_and_goes_on, |town| {
    let mut ana = town.browser();
    ana.open("/account").await.sees("Sign in").sees("so write nothing the other side");
    ana.fill("E-mail address", "  Ana.Ruiz@Example.org ").press("E-mail me a code").await;
    ana.answered(200).sees("We sent a letter to ana.ruiz@example.org");
    let letter = town.letter_to(ANA).await;
    let code = code_for(&town, ANA).await;
    assert!(!letter.subject.contains(&code) && letter.secret);
    ana.fill("Code from the letter", &code.to_lowercase().replace('-', " ")).press("Continue").await;
    ana.sees("What is your name?").press("Make my account").await;
    ana.answered(422);
    assert_eq!(ana.wrong("Your name").as_deref(), Some("Type your name."));
    ana.fill("Your name", "Ana  Ruiz").press("Make my account").await;
    ana.answered(200).sees("Your account is ready.").sees("Ana Ruiz");
    assert_eq!(ana.path, "/account");
    assert_eq!(ana.holds("Your name"), "Ana Ruiz");
});

scenario!(somebody_known_signs_in_with_a_code_and_goes_where_they_wanted, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    ana.open("/account/email").await;
    ana.fill("E-mail address", ANA).press("E-mail me a code").await;
    enter(&mut ana, &code_for(&town, ANA).await).await;
    ana.answered(200).sees("We also tell your old address");
    assert_eq!(ana.path, "/account/email");
});

scenario!(a_way_back_leads_nowhere_but_here, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    for evil in ["https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
        ana.open(&format!("/sign-in?next={evil}")).await.answered(200);
        let (_, _, pairs) = ana.sending("E-mail me a code");
        assert!(pairs.contains(&("next".into(), "/home".into())), "{pairs:?}");
    }
    ana.fill("E-mail address", ANA).press("E-mail me a code").await;
    let (action, method, mut pairs) =
        ana.fill("Code from the letter", &code_for(&town, ANA).await).sending("Continue");
    pairs.retain(|(name, _)| name != "next");
    pairs.push(("next".into(), "//evil.example/".into()));
    ana.send(method, &action, Some(serde_urlencoded::to_string(pairs).unwrap())).await;
    assert_eq!(ana.path, "/home");
});

scenario!(nobody_learns_from_the_door_who_has_an_account, |town| {
    with_password(&town, "Ana Ruiz", PASSWORD).await;
    let (known, unknown) = (ANA, "eva.ruiz@example.org");
    let mut answers = Vec::new();
    for (email, key) in [(known, "0123456789abcdef"), (unknown, "fedcba9876543210")] {
        let ask = format!("_key={key}&next=%2Fhome&email={email}&way=code");
        let wrong = format!("_key={key}&next=%2Fhome&email={email}&way=password&password=not+the+one+at+all");
        let code = format!("_key={key}&next=%2Fhome&code=AAAA-AAAA");
        let cookie = "concord-browser=the-same";
        let asked = answer(&town, "/sign-in", cookie, &ask).await;
        let refused = answer(&town, "/sign-in", cookie, &wrong).await;
        let guessed = answer(&town, "/sign-in/code", cookie, &code).await;
        assert_eq!(asked.0, StatusCode::SEE_OTHER);
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(guessed.0, StatusCode::UNPROCESSABLE_ENTITY);
        answers.push(
            [asked, refused, guessed]
                .map(|(status, headers, page)| (status, headers, without_keys(&page, email))),
        );
    }
    assert_eq!(answers[0], answers[1]);
    let letters = [town.letter_to(known).await, town.letter_to(unknown).await];
    let bare = letters.each_ref().map(|letter| {
        let code = letter.body.lines().map(str::trim).find(|line| line.len() == 9).unwrap().to_owned();
        letter.body.replace(&code, "CODE")
    });
    assert_eq!(bare[0], bare[1]);
});

scenario!(a_code_is_no_good_in_another_browser, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    let code = code_for(&town, ANA).await;
    let mut thief = town.browser();
    thief.open("/sign-in/code").await.sees("This browser has not asked for a code");
    let (action, method, mut pairs) = ana.fill("Code from the letter", &code).sending("Continue");
    pairs.retain(|(name, _)| name != "_key");
    pairs.push(("_key".into(), "0123456789abcdef".into()));
    let stolen = Some(serde_urlencoded::to_string(pairs).unwrap());
    thief.send(method.clone(), &action, stolen.clone()).await.answered(422);
    thief.sees("This browser has not asked for a code");
    ask_for_code(&mut thief, "thief@example.org").await;
    thief.send(method, &action, stolen).await.answered(422).sees("not the code in the newest letter");
    enter(&mut ana, &code).await;
    assert_eq!(ana.path, "/home");
});

scenario!(a_code_works_once_and_for_ten_minutes, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    let code = code_for(&town, ANA).await;
    // Looking uses nothing up.
    for _ in 0..3 {
        ana.open("/sign-in/code").await.answered(200);
    }
    enter(&mut ana, &code).await;
    assert_eq!(ana.path, "/home");
    let mut later = town.browser();
    later.hold("concord-browser", ana.cookie("concord-browser").unwrap());
    later.open("/sign-in/code").await;
    enter(&mut later, &code).await;
    later.answered(422).sees("This code was used before");
    ask_for_code(&mut later, ANA).await;
    let code = code_for(&town, ANA).await;
    town.pass(LASTS);
    enter(&mut later, &code).await;
    later.answered(422).sees("older than ten minutes");
});

scenario!(only_the_newest_code_works_and_only_five_tries, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    let first = code_for(&town, ANA).await;
    ask_for_code(&mut ana, ANA).await;
    let second = code_for(&town, ANA).await;
    enter(&mut ana, &first).await;
    ana.answered(422).sees("You can try 4 more times");
    for _ in 0..4 {
        enter(&mut ana, "AAAA AAAA").await;
    }
    ana.answered(422).sees("typed wrong five times");
    enter(&mut ana, &second).await;
    ana.answered(422).sees("typed wrong five times");
});

scenario!(wrong_codes_at_the_same_moment_are_all_counted, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    ana.open("/sign-in/code").await.fill("Code from the letter", "AAAA-AAAA");
    let tries = (0..5).map(|_| {
        let mut copy = ana.clone();
        tokio::spawn(async move {
            copy.press("Continue").await.answered(422);
        })
    });
    for tried in tries.collect::<Vec<_>>() {
        tried.await.expect("a try");
    }
    enter(&mut ana, &code_for(&town, ANA).await).await;
    ana.answered(422).sees("typed wrong five times");
});

scenario!(a_form_sent_five_times_at_once_is_one_letter_and_one_session, |town| {
    town.person("Ana Ruiz").await;
    let before = town.letters().await.len();
    let mut ana = town.browser();
    ana.open("/sign-in").await.fill("E-mail address", ANA);
    let mut copies = five(&ana, "E-mail me a code").await;
    assert_eq!(town.letters().await.len() - before, 1);
    let mut ana = copies.pop().expect("a copy");
    ana.sees("We sent a letter").fill("Code from the letter", &code_for(&town, ANA).await);
    let copies = five(&ana, "Continue").await;
    let tokens: Vec<_> = copies.iter().map(|copy| copy.cookie("concord").map(str::to_owned)).collect();
    assert!(tokens[0].is_some() && tokens.iter().all(|token| *token == tokens[0]), "{tokens:?}");
    let mut ana = copies.into_iter().next().expect("a copy");
    // One from the town's own helper, one from the five.
    ana.open("/account").await;
    assert_eq!(ana.html.matches("signed in less than an hour ago").count(), 2);
});

/// Five copies of a browser press the same button at the same moment.
async fn five(browser: &Browser, button: &'static str) -> Vec<Browser> {
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

scenario!(a_new_account_made_five_times_at_once_is_one, |town| {
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    enter(&mut ana, &code_for(&town, ANA).await).await;
    ana.sees("What is your name?").fill("Your name", "Ana Ruiz");
    for mut copy in five(&ana, "Make my account").await {
        copy.open("/account").await.answered(200).sees("Ana Ruiz");
        assert_eq!(copy.html.matches("signed in less than an hour ago").count(), 1);
    }
});

scenario!(a_proved_address_waits_half_an_hour_for_a_name_and_no_longer, |town| {
    let mut ana = town.browser();
    ana.open("/sign-in/join").await.sees("E-mail me a code");
    ask_for_code(&mut ana, ANA).await;
    enter(&mut ana, &code_for(&town, ANA).await).await;
    ana.sees("What is your name?");
    town.pass(JOIN_LASTS);
    ana.fill("Your name", "Ana Ruiz").press("Make my account").await.answered(401);
    ana.open("/account").await.sees("E-mail me a code");
});

scenario!(whoever_signs_out_after_joining_cannot_be_let_in_by_the_same_page, |town| {
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    enter(&mut ana, &code_for(&town, ANA).await).await;
    ana.fill("Your name", "Ana Ruiz");
    let (action, method, pairs) = ana.sending("Make my account");
    let body = Some(serde_urlencoded::to_string(pairs).unwrap());
    let browser = ana.cookie("concord-browser").unwrap().to_owned();
    ana.press("Make my account").await;
    ana.open("/account").await.press("Sign out").await;
    let mut next = town.browser();
    next.hold("concord-browser", &browser);
    next.send(method, &action, body).await.answered(401);
    next.open("/account").await.sees("E-mail me a code");
});

scenario!(a_password_lets_in_and_five_wrong_ones_bring_a_pause, |town| {
    with_password(&town, "Ana Ruiz", PASSWORD).await;
    let mut ana = town.browser();
    try_password(&mut ana, ANA, PASSWORD).await;
    ana.open("/account").await.answered(200).sees("You have a password");
    let mut guesser = town.browser();
    for _ in 0..5 {
        try_password(&mut guesser, ANA, "not the right password").await;
        guesser.answered(422).sees("do not go together").misses("not the right password");
    }
    try_password(&mut guesser, ANA, PASSWORD).await;
    guesser.answered(429).sees("15 minutes");
    // A code is not held up by somebody else's guesses.
    ask_for_code(&mut guesser, ANA).await;
    guesser.answered(200).sees("We sent a letter");
    town.pass(15 * Moment::MINUTE);
    try_password(&mut guesser, ANA, PASSWORD).await;
    guesser.open("/account").await.answered(200).sees("Ana Ruiz");
    // Being let in forgot the wrong ones.
    let mut again = town.browser();
    for _ in 0..5 {
        try_password(&mut again, ANA, "still not the password").await;
        again.answered(422);
    }
});

scenario!(passwords_guessed_at_the_same_moment_are_all_counted, |town| {
    with_password(&town, "Ana Ruiz", PASSWORD).await;
    let guesses = (0..12).map(|_| {
        let mut guesser = town.browser();
        tokio::spawn(async move {
            try_password(&mut guesser, ANA, "not the right password").await;
            guesser.status.as_u16()
        })
    });
    let mut looked_at = 0;
    for guess in guesses.collect::<Vec<_>>() {
        looked_at += usize::from(guess.await.expect("an answer") == 422);
    }
    assert_eq!(looked_at, 5);
});

scenario!(a_mailbox_is_not_flooded_with_codes, |town| {
    for _ in 0..5 {
        ask_for_code(&mut town.browser(), ANA).await;
    }
    let mut sixth = town.browser();
    ask_for_code(&mut sixth, ANA).await;
    sixth.answered(429);
    assert_eq!(town.letters().await.len(), 5);
    ask_for_code(&mut sixth, "somebody.else@example.org").await;
    sixth.answered(200);
    town.pass(15 * Moment::MINUTE);
    ask_for_code(&mut sixth, ANA).await;
    sixth.answered(200);
});

scenario!(an_address_that_is_none_is_said_so_and_kept, |town| {
    let mut ana = town.browser();
    for typed in
        ["ana", "ana@", "ana@example.org\r\nBcc: all@example.org", "a b@example.org", &"a".repeat(300)]
    {
        ask_for_code(&mut ana, typed).await;
        ana.answered(422);
        assert!(
            ana.wrong("E-mail address").is_some_and(|said| said.contains("not an e-mail address")),
            "{typed:?}"
        );
    }
    assert!(town.letters().await.is_empty());
    assert_eq!(ana.holds("E-mail address"), "a".repeat(300));
});

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
    ana.fill("Code from the letter", &code_for(&town, ANA).await);
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

scenario!(a_password_proves_again_too_and_wrong_ones_are_limited, |town| {
    with_password(&town, "Ana Ruiz", PASSWORD).await;
    let (_, mut ana) = town.person("Ana Ruiz").await;
    town.pass(11 * Moment::MINUTE);
    for _ in 0..4 {
        ana.open("/account/email").await;
        ana.fill("Password", "not the right password").press("Continue with my password").await;
        ana.answered(422).sees("That is not your password");
    }
    ana.fill("Password", PASSWORD).press("Continue with my password").await;
    assert_eq!(ana.path, "/account/email");
});

scenario!(a_proof_for_one_thing_is_none_for_another, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ask_for_code(&mut town.browser(), ANA).await;
    let sign_in = code_for(&town, ANA).await;
    town.pass(11 * Moment::MINUTE);
    ana.open("/prove?next=%2Faccount%2Fpassword").await.press("E-mail me a code").await;
    enter(&mut ana, &sign_in).await;
    ana.answered(422);
});

scenario!(the_door_opens_in_spanish, |town| {
    let mut ana = town.browser().reading("es");
    ana.open("/sign-in").await.sees("Escriba su correo electrónico").sees("Qué guardamos");
    ana.fill("Correo electrónico", ANA).press("Enviarme un código").await.sees("Enviamos un mensaje");
    let letter = town.letter_to(ANA).await;
    assert!(letter.body.contains("Escríbalo en el navegador"), "{}", letter.body);
    ana.fill("Código del mensaje", &code_for(&town, ANA).await).press("Continuar").await;
    ana.fill("Su nombre", "Ana Ruiz").press("Crear mi cuenta").await.sees("Su cuenta está lista");
    ana.open("/account").await;
    assert_eq!(ana.holds("Idioma"), "es");
    ana.open("/privacy").await.answered(200).sees("Qué pueden leer quienes administran este servidor");
});

scenario!(whoever_signs_in_lands_in_no_other_persons_account, |town| {
    with_password(&town, "Ana Ruiz", PASSWORD).await;
    with_password(&town, "Ben Okafor", "ladder violet moss drum").await;
    let mut shared = town.browser();
    shared.open("/sign-in").await;
    let before = shared.clone();
    shared.fill("E-mail address", ANA).fill("Password", PASSWORD).press("Sign in with my password").await;
    // Back to the same page, the same form's key, another person.
    let mut back = before.clone();
    back.hold("concord", shared.cookie("concord").unwrap());
    back.fill("E-mail address", "ben.okafor@example.org").fill("Password", "ladder violet moss drum");
    back.press("Sign in with my password").await;
    back.open("/account").await.sees("Ben Okafor");
    assert_ne!(back.cookie("concord"), shared.cookie("concord"));
});
