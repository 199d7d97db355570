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

fn letters_to(count: usize) -> Vec<crate::mail::ToOne> {
    let one = |number: usize| crate::mail::Letter {
        to_address: format!("member{number}@example.org"),
        to_name: format!("Member {number}"),
        language: if number.is_multiple_of(3) { words::Lang::Es } else { words::Lang::En },
        subject: "A question is open".into(),
        body: if number.is_multiple_of(3) { "Conteste" } else { "Answer" }.into(),
        partnership: None,
        secret: false,
    };
    let to_one = |number| crate::mail::ToOne { letter: one(number), calendar: None, why: String::new() };
    (0..count).map(to_one).collect()
}

/// How many letters each address got.
async fn each(town: &crate::testing::Town) -> std::collections::BTreeMap<String, usize> {
    let mut found = std::collections::BTreeMap::new();
    for letter in crate::mail::outbox(&town.site, 1_000).await.unwrap() {
        *found.entry(letter.to_address).or_default() += 1;
    }
    found
}

scenario!(news_for_two_hundred_write_one_row_and_then_each_gets_one_letter, |town| {
    let mut act = town.site.act().await.unwrap();
    crate::mail::post_to_many(&mut act, letters_to(200)).await.unwrap();
    act.commit().await.unwrap();
    assert!(each(&town).await.is_empty(), "the act itself writes none of them");
    town.work().await;
    let found = each(&town).await;
    assert_eq!((found.len(), found.values().max()), (200, Some(&1)));
    let all = crate::mail::outbox(&town.site, 1_000).await.unwrap();
    assert_eq!(all.iter().filter(|letter| letter.body == "Conteste").count(), 67);
});

scenario!(killed_in_the_middle_no_letter_is_written_twice_and_none_is_lost, |town| {
    let mut act = town.site.act().await.unwrap();
    crate::mail::post_to_many(&mut act, letters_to(60)).await.unwrap();
    act.commit().await.unwrap();
    let (_, args) = crate::jobs::due_args(&town.site).await.unwrap().into_iter().next().expect("one job");
    let many: crate::mail::many::Many = crate::jobs::args(&args).unwrap();
    // A node writes some of them, and dies before the next are on the disk.
    let mut act = town.site.act().await.unwrap();
    crate::mail::many::write_some(&mut act, &many, 0).await.unwrap();
    act.commit().await.unwrap();
    let mut lost = town.site.act().await.unwrap();
    crate::mail::many::write_some(&mut lost, &many, crate::mail::many::AT_ONCE).await.unwrap();
    drop(lost);
    assert_eq!(each(&town).await.len(), crate::mail::many::AT_ONCE);
    // Those that were written may have left already.
    crate::jobs::run_due_of(&town.site, Some(crate::mail::JOB.name)).await.unwrap();
    // Two nodes begin it again at once.
    let _either = tokio::join!(crate::jobs::run_due(&town.site), crate::jobs::run_due(&town.site));
    town.work().await;
    let found = each(&town).await;
    assert_eq!((found.len(), found.values().max()), (60, Some(&1)));
    // The same job once more, long after: nothing is written.
    crate::mail::many::write_some(&mut town.site.act().await.unwrap(), &many, 0).await.unwrap();
    let mut act = town.site.act().await.unwrap();
    crate::jobs::soon(&mut act, crate::mail::SPREAD.name, &many).await.unwrap();
    act.commit().await.unwrap();
    town.work().await;
    assert_eq!(each(&town).await.values().sum::<usize>(), 60);
});

scenario!(letters_to_many_go_over_the_wire_once_each, |town| {
    let address = smtp::vacant().await;
    let town = town.set_up(|settings| settings.post = Post::Smtp(format!("smtp://{address}")));
    let server = Smtp::at(address).await;
    let mut act = town.site.act().await.unwrap();
    crate::mail::post_to_many(&mut act, letters_to(40)).await.unwrap();
    act.commit().await.unwrap();
    town.work().await;
    town.work().await;
    let mut to: Vec<String> = server
        .letters()
        .iter()
        .filter_map(|letter| letter.lines().find(|line| line.starts_with("To:")).map(str::to_owned))
        .collect();
    assert_eq!(to.len(), 40);
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 40);
});
