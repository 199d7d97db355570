//! Who may see and do what: every route of the commitment as every kind of caller.

use super::*;
use axum::http::Method;

/// What a page answers to: a lead of a must-agree party, a lead of an advising one, a member, a
/// neutral, and somebody who has no seat there.
const TABLE: &[(&str, [u16; 5])] = &[
    ("", [200, 200, 200, 200, 404]),
    ("/write", [200, 200, 200, 200, 404]),
    ("/translation", [200, 200, 200, 200, 404]),
    ("/print", [200, 200, 200, 200, 404]),
    ("/signers", [200, 403, 403, 403, 404]),
    ("/sign", [403, 403, 403, 403, 404]),
    ("/confirm", [403, 403, 403, 403, 404]),
    ("/paper", [200, 200, 403, 403, 404]),
];

/// Acts, sent with nothing in them: what a right refuses, it refuses before a rule does.
const ACTS: &[(&str, [bool; 5])] = &[
    ("/begin", [true, true, true, true, false]),
    ("/write", [true, true, true, true, false]),
    ("/translation", [true, true, true, true, false]),
    ("/translation/review", [true, true, true, true, false]),
    ("/signers", [true, false, false, false, false]),
    ("/freeze", [true, false, false, false, false]),
    ("/reopen", [true, false, false, false, false]),
    ("/sign", [true, true, false, false, false]),
    ("/confirm", [true, true, false, false, false]),
    ("/paper", [true, true, false, false, false]),
    ("/support", [true, true, true, false, false]),
];

scenario!(each_page_and_act_answers_by_right, |town| {
    let mut place = town.settled(TWO).await;
    town.seat(&mut place, None, "Noor Adil", false).await;
    begin(&mut place.browser("Lee Park"), &place).await;
    let stranger = town.person("Sam Vale").await.1;
    let mut callers =
        ["Ana Reyes", "Fay Lund", "Lee Park", "Noor Adil"].map(|name| place.browser(name)).to_vec();
    callers.push(stranger);
    for (caller, who) in callers.iter_mut().zip(["lead", "advising lead", "member", "neutral", "stranger"]) {
        let column = ["lead", "advising lead", "member", "neutral", "stranger"]
            .iter()
            .position(|w| *w == who)
            .unwrap();
        for (path, statuses) in TABLE {
            let status = caller.open(&place.path(&format!("/commitment{path}"))).await.status.as_u16();
            assert_eq!(status, statuses[column], "{who} opens {path:?}");
        }
        for (path, allowed) in ACTS {
            let body = "_key=0123456789abcdef0123456789abcdef".to_owned();
            caller.send(Method::POST, &place.path(&format!("/commitment{path}")), Some(body)).await;
            let status = caller.status.as_u16();
            let refused = matches!(status, 403 | 404);
            assert_eq!(!refused, allowed[column], "{who} sends {path:?}: {status}");
            assert!(
                refused || matches!(status, 400 | 422),
                "{who} sends {path:?} with nothing in it: {status}"
            );
        }
    }
    let mut nobody = town.browser();
    nobody.open(&place.path("/commitment")).await;
    assert!(nobody.path.starts_with("/sign-in"), "{}", nobody.path);
});

scenario!(another_partnerships_commitment_is_nowhere_to_be_seen, |town| {
    let (ours, theirs) = (
        town.settled(TWO).await,
        town.settled(&[
            ("Hill Educators", true, &["Una Bell"], &[]),
            ("Hill Schools", true, &["Kim Roy"], &[]),
        ])
        .await,
    );
    begin(&mut theirs.browser("Una Bell"), &theirs).await;
    let mut una = theirs.browser("Una Bell");
    una.open(&theirs.path("/commitment")).await;
    let print = una.html.split("/commitment/print/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut ana = ours.browser("Ana Reyes");
    for path in ["print", "text", "versions"] {
        ana.open(&ours.path(&format!("/commitment/{path}/{print}"))).await.answered(404);
        ana.open(&theirs.path(&format!("/commitment/{path}/{print}"))).await.answered(404);
    }
});
