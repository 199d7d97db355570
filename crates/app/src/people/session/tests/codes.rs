//! Signing in, and making an account, with the code of a letter.

use axum::http::StatusCode;

use super::{ANA, PASSWORD, answer, ask_for_code, enter, five, with_password};
use crate::people::session::code::{JOIN_LASTS, LASTS};
use crate::scenario;
use crate::site::Moment;

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
    let code = town.code_to(ANA).await;
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
    enter(&mut ana, &town.code_to(ANA).await).await;
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
        ana.fill("Code from the letter", &town.code_to(ANA).await).sending("Continue");
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
    let code = town.code_to(ANA).await;
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
    let code = town.code_to(ANA).await;
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
    let code = town.code_to(ANA).await;
    town.pass(LASTS);
    enter(&mut later, &code).await;
    later.answered(422).sees("older than ten minutes");
});

scenario!(only_the_newest_code_works_and_only_five_tries, |town| {
    town.person("Ana Ruiz").await;
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    let first = town.code_to(ANA).await;
    ask_for_code(&mut ana, ANA).await;
    let second = town.code_to(ANA).await;
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
    enter(&mut ana, &town.code_to(ANA).await).await;
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
    ana.sees("We sent a letter").fill("Code from the letter", &town.code_to(ANA).await);
    let copies = five(&ana, "Continue").await;
    let tokens: Vec<_> = copies.iter().map(|copy| copy.cookie("concord").map(str::to_owned)).collect();
    assert!(tokens[0].is_some() && tokens.iter().all(|token| *token == tokens[0]), "{tokens:?}");
    let mut ana = copies.into_iter().next().expect("a copy");
    // One from the town's own helper, one from the five.
    ana.open("/account").await;
    assert_eq!(ana.html.matches("signed in less than an hour ago").count(), 2);
});

scenario!(a_new_account_made_five_times_at_once_is_one, |town| {
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    enter(&mut ana, &town.code_to(ANA).await).await;
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
    enter(&mut ana, &town.code_to(ANA).await).await;
    ana.sees("What is your name?");
    town.pass(JOIN_LASTS);
    ana.fill("Your name", "Ana Ruiz").press("Make my account").await.answered(401);
    ana.open("/account").await.sees("E-mail me a code");
});

scenario!(whoever_signs_out_after_joining_cannot_be_let_in_by_the_same_page, |town| {
    let mut ana = town.browser();
    ask_for_code(&mut ana, ANA).await;
    enter(&mut ana, &town.code_to(ANA).await).await;
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

scenario!(the_door_opens_in_spanish, |town| {
    let mut ana = town.browser().reading("es");
    ana.open("/sign-in").await.sees("Escriba su correo electrónico").sees("Qué guardamos");
    ana.fill("Correo electrónico", ANA).press("Enviarme un código").await.sees("Enviamos un mensaje");
    let letter = town.letter_to(ANA).await;
    assert!(letter.body.contains("Escríbalo en el navegador"), "{}", letter.body);
    ana.fill("Código del mensaje", &town.code_to(ANA).await).press("Continuar").await;
    ana.fill("Su nombre", "Ana Ruiz").press("Crear mi cuenta").await.sees("Su cuenta está lista");
    ana.open("/account").await;
    assert_eq!(ana.holds("Idioma"), "es");
    ana.open("/privacy").await.answered(200).sees("Qué pueden leer quienes administran este servidor");
});
