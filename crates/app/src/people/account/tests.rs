//! People and their accounts, on both engines.

use crate::people::account;
use crate::scenario;
use crate::testing::Browser;

const ANA: &str = "ana.ruiz@example.org";
const NEW: &str = "ana@riverside.example";
const PASSWORD: &str = "plum trumpet window lake";

async fn ask_for_address(ana: &mut Browser, email: &str) {
    ana.open("/account/email").await.fill("New e-mail address", email).press("Send the code").await;
}

async fn sign_in_with(browser: &mut Browser, email: &str, password: &str) {
    browser.open("/sign-in").await;
    browser.fill("E-mail address", email).fill("Password", password).press("Sign in with my password").await;
}

scenario!(name_and_language_change_and_a_stale_page_changes_nothing, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/account").await;
    let mut old_page = ana.clone();
    ana.fill("Your name", "Ana Ruiz Ortega").fill("Language", "es").press("Save").await.sees("Guardado.");
    assert_eq!(ana.holds("Su nombre"), "Ana Ruiz Ortega");
    old_page.fill("Your name", "Anna").press("Save").await.answered(409).sees("Anna");
    ana.open("/account").await;
    assert_eq!(ana.holds("Su nombre"), "Ana Ruiz Ortega");
});

scenario!(names_hold_no_line_ends_and_are_not_endless, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    for typed in ["", "   ", "Ana\r\nBcc: all@example.org", &"a".repeat(81)] {
        ana.open("/account").await.fill("Your name", typed).press("Save").await.answered(422);
        assert!(ana.wrong("Your name").is_some(), "{typed:?}");
    }
    ana.fill("Your name", &"a".repeat(80)).press("Save").await.answered(200);
});

scenario!(setting_a_password_signs_out_the_others_and_tells_by_letter_once, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    let (_, mut phone) = town.person("Ana Ruiz").await;
    ana.open("/account/password").await.fill("New password", "too short").press("Save this password").await;
    ana.answered(422).sees("too short");
    ana.fill("New password", "Ana Ruiz Ana Ruiz").press("Save this password").await;
    ana.answered(422).sees("easy to guess").misses("Ana Ruiz Ana Ruiz");
    ana.fill("New password", PASSWORD);
    let sent: Vec<_> = (0..5)
        .map(|_| {
            let mut copy = ana.clone();
            tokio::spawn(async move {
                copy.press("Save this password").await.answered(200);
            })
        })
        .collect();
    for one in sent {
        one.await.expect("an answer");
    }
    phone.open("/account").await.sees("E-mail me a code");
    ana.open("/account").await.sees("You have a password");
    assert_eq!(town.letters().await.len(), 1);
    assert!(town.letter_to(ANA).await.subject.contains("password was set"));
    let mut later = town.browser();
    sign_in_with(&mut later, ANA, PASSWORD).await;
    later.open("/account").await.sees("Ana Ruiz");
    later.open("/account/password").await.press("Remove my password").await.sees("password is removed");
    let mut after = town.browser();
    sign_in_with(&mut after, ANA, PASSWORD).await;
    after.answered(422);
});

scenario!(a_password_of_older_settings_is_hashed_anew_when_it_lets_in, |town| {
    use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
    let (id, _) = town.person("Ana Ruiz").await;
    let older = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8 * 1024, 1, 1, None).unwrap());
    let hash = older.hash_password_with_salt(PASSWORD.as_bytes(), b"sixteen bytes of").unwrap().to_string();
    let mut act = town.site.act().await.unwrap();
    account::replace_hash(&mut act, id, None, Some(&hash)).await.unwrap();
    act.commit().await.unwrap();
    sign_in_with(&mut town.browser(), ANA, PASSWORD).await;
    let known = account::known(&mut town.site.look().await.unwrap(), ANA).await.unwrap().unwrap();
    assert!(known.password_hash.unwrap().contains("m=19456,t=2,p=1"));
    let mut again = town.browser();
    sign_in_with(&mut again, ANA, PASSWORD).await;
    again.open("/account").await.sees("Ana Ruiz");
});

scenario!(an_address_moves_with_a_code_to_the_new_one_and_word_to_the_old, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    let (_, mut phone) = town.person("Ana Ruiz").await;
    ask_for_address(&mut ana, ANA).await;
    ana.answered(422).sees("the address you use now");
    ask_for_address(&mut ana, NEW).await;
    ana.answered(200).sees(NEW);
    ana.fill("Code from the letter", "AAAA-AAAA").press("Use this address").await.answered(422);
    ana.fill("Code from the letter", &town.code_to(NEW).await);
    let mut copy = ana.clone();
    ana.press("Use this address").await.answered(200).sees("Your address was changed").sees(NEW);
    copy.press("Use this address").await.answered(200).sees("Your address was changed");
    assert!(town.letter_to(ANA).await.subject.contains("address was changed"));
    phone.open("/account").await.sees("E-mail me a code");
    let mut tx = town.site.look().await.unwrap();
    assert!(account::known(&mut tx, ANA).await.unwrap().is_none());
    assert!(account::known(&mut tx, NEW).await.unwrap().is_some());
});

scenario!(an_address_with_its_own_account_is_said_so_only_to_who_reads_its_mail, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    town.person("Ben Okafor").await;
    ask_for_address(&mut ana, "ben.okafor@example.org").await;
    ana.answered(200).sees("We sent a letter to ben.okafor@example.org");
    let code = town.code_to("ben.okafor@example.org").await;
    ana.fill("Code from the letter", &code).press("Use this address").await;
    ana.answered(422).sees("has an account of its own");
    ana.open("/account").await.sees(ANA);
});
