//! Letters over a real socket, to a server that is away at first.

use crate::scenario;
use crate::settings::Post;
use crate::site::Moment;
use crate::testing::smtp::{self, Smtp};

scenario!(a_letter_waits_for_a_server_that_is_away_and_leaves_once, |town| {
    let address = smtp::vacant().await;
    let town = town.set_up(|settings| settings.post = Post::Smtp(format!("smtp://{address}")));
    let mut ana = town.browser();
    ana.open("/sign-in").await.fill("E-mail address", "ana.ruiz@example.org").press("E-mail me a code").await;
    let body = town.letter_to("ana.ruiz@example.org").await.body;
    let code = body.lines().map(str::trim).find(|line| line.len() == 9).expect("a code").to_owned();
    town.work().await;
    let server = Smtp::at(address).await;
    assert!(server.letters().is_empty());
    town.pass(Moment::MINUTE);
    town.work().await;
    town.pass(Moment::HOUR);
    town.work().await;
    let letters = server.letters();
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert!(
        letter.contains("To: ana.ruiz@example.org") && letter.contains("Auto-Submitted: auto-generated"),
        "{letter}"
    );
    assert!(letter.contains(&code), "{letter}");
    let kept = town.letter_to("ana.ruiz@example.org").await;
    assert_eq!(kept.body, "", "a code is wiped once its letter has left");
});

scenario!(a_name_cannot_smuggle_a_header_or_a_second_letter, |town| {
    let address = smtp::vacant().await;
    let town = town.set_up(|settings| settings.post = Post::Smtp(format!("smtp://{address}")));
    let server = Smtp::at(address).await;
    let letter = crate::mail::Letter {
        to_address: "ana@example.org".into(),
        to_name: "Ana\r\nBcc: all@example.org".into(),
        language: words::Lang::En,
        subject: "Hello\r\nBcc: all@example.org".into(),
        body: "One\r\n.\r\nMAIL FROM:<evil@example.org>\r\nñ".into(),
        partnership: None,
        secret: false,
    };
    let mut act = town.site.act().await.unwrap();
    crate::mail::post(&mut act, &letter).await.unwrap();
    act.commit().await.unwrap();
    town.work().await;
    let letters = server.letters();
    assert_eq!(letters.len(), 1);
    assert!(!letters[0].lines().any(|line| line.starts_with("Bcc:")), "{}", letters[0]);
});

scenario!(many_letters_go_over_one_connection, |town| {
    let address = smtp::vacant().await;
    let town = town.set_up(|settings| settings.post = Post::Smtp(format!("smtp://{address}")));
    let server = Smtp::at(address).await;
    let mut act = town.site.act().await.unwrap();
    for number in 0..6 {
        let letter = crate::mail::Letter {
            to_address: format!("ana{number}@example.org"),
            to_name: "Ana".into(),
            language: words::Lang::En,
            subject: "Hello".into(),
            body: "Hello".into(),
            partnership: None,
            secret: false,
        };
        crate::mail::post(&mut act, &letter).await.unwrap();
    }
    act.commit().await.unwrap();
    town.work().await;
    assert_eq!(server.letters().len(), 6);
    assert_eq!(server.greeted(), 1);
});
