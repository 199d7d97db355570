//! The security log and the daily purge, on both engines.

use crate::access::Operator;
use crate::features;
use crate::people::account;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Town};

async fn operator(town: &Town) -> Browser {
    let (_, browser) = town.person("Olu Adeyemi").await;
    let mut act = town.site.act().await.unwrap();
    let by = Operator::at_the_command_line();
    account::commands::make_operator(&mut act, &by, "olu.adeyemi@example.org").await.unwrap();
    act.commit().await.unwrap();
    browser
}

async fn guess(town: &Town) {
    let mut guesser = town.browser();
    guesser.open("/sign-in").await;
    guesser.fill("E-mail address", "ana.ruiz@example.org").fill("Password", "not the right password");
    guesser.press("Sign in with my password").await.answered(422);
}

scenario!(operators_see_what_happened_and_no_address, |town| {
    let mut operator = operator(&town).await;
    guess(&town).await;
    operator.open("/operator/security").await.answered(200).sees("A wrong password was tried");
    operator.sees("Did something as operator").misses("ana.ruiz@example.org").misses("127.0.0.1:");
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/operator/security").await.answered(404);
    ana.open("/account").await.press("Sign out").await;
    operator.open("/operator/security").await.sees("Signed out").sees("Ana Ruiz");
});

scenario!(reaching_a_limit_leaves_a_line, |town| {
    let mut operator = operator(&town).await;
    for _ in 0..5 {
        guess(&town).await;
    }
    operator.open("/operator/security").await.sees("A limit on tries was reached");
});

scenario!(what_has_had_its_time_is_removed, |town| {
    let mut operator = operator(&town).await;
    guess(&town).await;
    features::begin_regular_jobs(&town.site).await.unwrap();
    town.work().await;
    operator.open("/operator/security").await.sees("A wrong password was tried");
    town.pass(91 * Moment::DAY);
    town.work().await;
    let (_, mut operator) = town.person("Olu Adeyemi").await;
    operator.open("/operator/security").await.answered(200).sees("Nothing has happened yet");
});
