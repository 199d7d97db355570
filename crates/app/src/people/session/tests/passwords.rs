//! Signing in, and proving again who one is, with a password.

use super::{ANA, PASSWORD, ask_for_code, try_password, with_password};
use crate::scenario;
use crate::site::Moment;

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
