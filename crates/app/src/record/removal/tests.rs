//! Words that have to go: proposed by one side, agreed by each other, gone everywhere, and the record stands.

use ::record::{Unchecked, Verdict};
use uuid::Uuid;
use words::Lang;

use crate::access::{Operator, Right, Seat};
use crate::mail::{self, Letter};
use crate::record::check;
use crate::scenario;
use crate::testing::scene::{Scene, active, sit};
use crate::testing::{Browser, Town};
use crate::text::{self, hold};

const WORDS: &str = "Kim Nora was ill in May, and so nothing came of it.";
const WHY: &str = "It tells of the illness of a person who did not agree to that.";
const PROPOSE: &str = "Propose to take them out";
const YES: &str = "Say yes for your side";

/// Ana proposes a pause and Ruth says no, in words that should not stand. Gives the path of that entry's page.
async fn said(scene: &mut Scene) -> String {
    scene.at(0, "joint/new/pause").await.press("Propose it to the others").await.answered(200);
    scene.at(1, "joint").await.fill("If you say no: why?", WORDS);
    scene.leads[1].press("Say no for your side").await.answered(200);
    let ruth = scene.at(1, "record").await;
    ruth.follow("Ruth Okafor said no").await.sees(WORDS);
    ruth.path.clone()
}

/// The page on which the newest of its texts can be proposed to go.
fn removal(entry: &str) -> String {
    format!("{entry}/remove/1")
}

async fn propose(browser: &mut Browser, entry: &str) {
    browser.open(&removal(entry)).await.fill("Why do they have to go?", WHY);
    browser.press(PROPOSE).await.answered(200);
}

/// The record as anybody can take it away, and what a verifier says of it.
async fn taken_away(scene: &mut Scene) -> (String, ::record::Report) {
    let text = scene.at(0, "record/file").await.html.clone();
    let report = ::record::verify(text.as_bytes(), &[], &[]);
    (text, report)
}

fn lawfully(report: &::record::Report) -> Vec<u64> {
    let count = |unchecked: &Unchecked| match unchecked {
        Unchecked::Redacted(count) => Some(*count),
        _ => None,
    };
    report.partnerships.iter().flat_map(|one| one.unchecked.iter().filter_map(count)).collect()
}

async fn held(town: &Town, id: Uuid, placed: bool) {
    let (mut act, by) = (town.site.act().await.unwrap(), Operator::at_the_command_line());
    match placed {
        true => hold::place(&mut act, &by, id, "Records request 17").await.unwrap(),
        false => hold::release(&mut act, &by, id).await.unwrap(),
    }
    act.commit().await.unwrap();
}

scenario!(each_side_says_yes_then_the_words_are_gone_and_the_record_stands, |town| {
    let mut scene = active(&town, 2).await;
    let entry = said(&mut scene).await;
    scene.leads[0].open(&entry).await.follow("Have these words taken out").await;
    scene.leads[0]
        .sees(WORDS)
        .sees("What will be gone")
        .sees("What stays")
        .sees("This cannot be undone.")
        .sees("Brook Administration")
        .fill("Why do they have to go?", WHY)
        .press(PROPOSE)
        .await
        .answered(200)
        .sees("has not answered")
        .sees(WORDS)
        .misses("Have these words taken out");
    scene.at(1, "joint").await.sees("This cannot be undone.").sees(WHY).press(YES).await.answered(200);
    scene.leads[0].open(&entry).await.misses(WORDS).sees("Taken out on").sees(WHY);
    scene.leads[0].sees("Ruth Okafor said no");
    scene.at(0, "joint").await.misses(WORDS).sees("(These words were lawfully taken out.)");
    let ana = scene.at(0, "record").await;
    ana.follow("A text was lawfully taken out").await.sees("Ana Ruiz (Alder Educators)");
    ana.sees("Ruth Okafor (Brook Administration)").follow("Record no.").await;
    assert_eq!(ana.path, entry, "it leads to where the words were");
    let (file, report) = taken_away(&mut scene).await;
    assert!(!file.contains(WORDS) && file.contains(WHY));
    assert_eq!((report.verdict(), lawfully(&report)), (Verdict::Intact, vec![1]));
    assert_eq!(check::of_database(&town.site.db).await.unwrap(), Vec::<String>::new());
    scene.leads[0].open(&removal(&entry)).await.answered(404);
});

scenario!(one_of_three_sides_says_no_and_the_words_stay, |town| {
    let mut scene = active(&town, 3).await;
    scene.at(0, "joint/new/pause").await.press("Propose it to the others").await.answered(200);
    scene.at(1, "joint").await.fill("If you say no: why?", WORDS);
    scene.leads[1].press("Say no for your side").await.answered(200);
    let entry = scene.at(1, "record").await.follow("Ruth Okafor said no").await.path.clone();
    propose(&mut scene.leads[0], &entry).await;
    scene.at(1, "joint").await.press(YES).await.answered(200);
    scene.leads[0].open(&entry).await.sees(WORDS);
    scene.at(2, "joint").await.fill("If you say no: why?", "The words are true.");
    scene.leads[2].press("Say no for your side").await.answered(200);
    scene.leads[0].open(&entry).await.sees(WORDS).sees("Have these words taken out");
    let (_, report) = taken_away(&mut scene).await;
    assert_eq!((report.verdict(), lawfully(&report)), (Verdict::Intact, vec![]));
});

scenario!(only_a_lead_of_a_must_agree_side_proposes_it_and_never_the_name_of_who_did_it, |town| {
    let mut scene = active(&town, 2).await;
    let entry = said(&mut scene).await;
    let mut kim = sit(&town, scene.id, Some(scene.parties[0]), "Kim Nora", false).await;
    kim.open(&entry).await.sees(WORDS).misses("Have these words taken out");
    kim.open(&removal(&entry)).await.answered(403);
    let mut neutral = sit(&town, scene.id, None, "Lea Stern", false).await;
    neutral.open(&removal(&entry)).await.answered(403);
    let mut stranger = town.person("Omar Diaz").await.1;
    stranger.open(&removal(&entry)).await.answered(404);
    scene.leads[0].open(&format!("{entry}/remove/0")).await.answered(404);
    scene.leads[0].open(&format!("{entry}/remove/2")).await.answered(404);
    scene.leads[0].open(&removal(&entry)).await;
    let (action, method, pairs) = scene.leads[0].sending(PROPOSE);
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    kim.send(method.clone(), &action, Some(body.clone())).await.answered(403);
    scene.leads[0].send(method, &action.replace("/remove/1", "/remove/0"), Some(body)).await.answered(404);
});

scenario!(a_reason_is_asked_for_and_may_not_say_again_what_is_to_go, |town| {
    let mut scene = active(&town, 2).await;
    let entry = said(&mut scene).await;
    let ana = scene.leads[0].open(&removal(&entry)).await;
    ana.press(PROPOSE).await.answered(422);
    assert!(ana.wrong("Why do they have to go?").is_some());
    let again = format!("It says: {WORDS}");
    ana.fill("Why do they have to go?", &again).press(PROPOSE).await.answered(422);
    assert_eq!(ana.holds("Why do they have to go?"), again, "what was typed is kept");
    ana.fill("Why do they have to go?", WHY).fill("Days to answer", "2").press(PROPOSE).await.answered(422);
    ana.fill("Days to answer", "14").press(PROPOSE).await.answered(200);
    let ruth = scene.leads[1].open(&removal(&entry)).await;
    ruth.sees("Answer for your side").misses(PROPOSE);
});

scenario!(while_a_hold_lasts_nothing_is_taken_out_and_leads_are_told_so, |town| {
    let mut scene = active(&town, 2).await;
    let entry = said(&mut scene).await;
    scene.at(0, "record").await.misses("legal hold");
    propose(&mut scene.leads[0], &entry).await;
    held(&town, scene.id, true).await;
    scene.at(0, "record").await.sees("There has been a legal hold since").sees("says why");
    let mut kim = sit(&town, scene.id, Some(scene.parties[0]), "Kim Nora", false).await;
    kim.open(&scene.path("record")).await.misses("There has been a legal hold since");
    // A yes to what was proposed before is not taken, and not lost either.
    scene.at(1, "joint").await.press(YES).await.answered(422).sees("A legal hold lasts");
    scene.leads[0].open(&entry).await.sees(WORDS);
    scene.at(0, "joint").await.press("Take the proposal back").await.answered(200);
    scene.leads[0].open(&entry).await.misses("Have these words taken out");
    scene.leads[0].open(&removal(&entry)).await.sees("There has been a legal hold since").misses(PROPOSE);
    held(&town, scene.id, false).await;
    scene.at(0, "record").await.misses("There has been a legal hold since");
    scene.leads[0].open(&removal(&entry)).await.fill("Why do they have to go?", WHY);
    let (action, method, pairs) = scene.leads[0].sending(PROPOSE);
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    held(&town, scene.id, true).await;
    scene.leads[0].send(method, &action, Some(body)).await.answered(422).sees("A legal hold lasts");
    held(&town, scene.id, false).await;
    propose(&mut scene.leads[0], &entry).await;
    scene.at(1, "joint").await.press(YES).await.answered(200);
    scene.leads[0].open(&entry).await.misses(WORDS).sees("Taken out on");
});

scenario!(the_last_answer_settles_nothing_when_a_hold_came_in_between, |town| {
    let mut scene = active(&town, 3).await;
    let entry = said(&mut scene).await;
    propose(&mut scene.leads[0], &entry).await;
    scene.at(1, "joint").await.press(YES).await.answered(200);
    held(&town, scene.id, true).await;
    // The third side leaves: now each side that is here has said yes, but nothing may go.
    scene.at(2, "withdraw").await.press("Take Cedar Board out").await.answered(200);
    scene.leads[0].open(&entry).await.sees(WORDS);
    assert_eq!(check::of_database(&town.site.db).await.unwrap(), Vec::<String>::new());
});

async fn letter(town: &Town, partnership: Uuid, body: &str) {
    let mut act = town.site.act().await.unwrap();
    let letter = Letter {
        to_address: "omar@example.org".into(),
        to_name: "Omar".into(),
        language: Lang::Es,
        subject: "About the pause".into(),
        body: body.into(),
        partnership: Some(partnership),
        secret: false,
    };
    mail::post(&mut act, &letter).await.unwrap();
    act.commit().await.unwrap();
}

scenario!(the_same_words_go_from_every_place_that_keeps_them, |town| {
    let mut scene = active(&town, 2).await;
    let entry = said(&mut scene).await;
    let second = said(&mut scene).await;
    assert_ne!(entry, second);
    let (ana, _) = town.person("Ana Ruiz").await;
    let mut act = town.site.act().await.unwrap();
    let seat = Seat::of_house(&mut act, crate::access::Actor::Operator, scene.id, Right::See).await.unwrap();
    let about = act.id();
    let kept = text::say(&mut act, &seat, about, "note.body", WORDS).await.unwrap();
    let other = text::say(&mut act, &seat, about, "note.body", "Other words").await.unwrap();
    text::translate(&mut act, kept, Lang::Es, "Kim Nora estuvo enferma.", 1, ana).await.unwrap();
    act.commit().await.unwrap();
    letter(&town, scene.id, &format!("Se dijo:\n\n{WORDS}\n\nSaludos")).await;
    letter(&town, Uuid::nil(), &format!("Elsewhere: {WORDS}")).await;
    town.work().await;
    letter(&town, scene.id, &format!("Mc{WORDS}")).await;
    town.work().await;

    propose(&mut scene.leads[0], &entry).await;
    scene.at(1, "joint").await.press(YES).await.answered(200);
    scene.leads[0].open(&entry).await.misses(WORDS);
    scene.leads[0].open(&second).await.misses(WORDS).sees("Taken out on");
    let (file, report) = taken_away(&mut scene).await;
    assert!(!file.contains(WORDS));
    assert_eq!((report.verdict(), lawfully(&report)), (Verdict::Intact, vec![2]));

    let mut tx = town.site.look().await.unwrap();
    let now = text::read(&mut tx, kept).await.unwrap().unwrap();
    assert!(now.redacted && now.body == "(These words were lawfully taken out.)");
    let now = text::read(&mut tx, other).await.unwrap().unwrap();
    assert!(!now.redacted && now.body == "Other words");
    assert!(text::translation(&mut tx, about, "note.body", Lang::Es).await.unwrap().is_none());
    drop(tx);
    let bodies: Vec<String> = town.letters().await.into_iter().map(|letter| letter.body).collect();
    let has = |body: &str| bodies.iter().any(|one| one == body);
    assert!(has("Se dijo:\n\n(Estas palabras se quitaron conforme a la ley.)\n\nSaludos"), "{bodies:?}");
    assert!(has(&format!("Elsewhere: {WORDS}")), "another partnership's letter is not ours to change");
    assert!(has(&format!("Mc{WORDS}")), "other words that end alike stay: {bodies:?}");
});
