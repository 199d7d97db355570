//! A side that stands aside, a chair that is empty, a question that is bargaining, a party that leaves,
//! paper, two writers, and many at once.

use std::time::Instant;

use super::{BY_NAME, BY_PARTY, EFFECT, PASS, QUESTION, TWO, answers, drafted, opened, shows};
use crate::scenario;
use crate::testing::scene::{fresh, sit};

scenario!(a_side_that_stands_aside_neither_carries_nor_stops, |town| {
    let place = town.settled(TWO).await;
    let (_, path) = opened(&place, BY_NAME).await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&path)
        .await
        .press("Stand aside for my side")
        .await
        .answered(200)
        .sees("stands aside, said Ben Cole");
    ben.misses("Stand aside for my side");
    let mut lee = place.browser("Lee Park");
    lee.open(&path).await.misses("Stand aside for my side");
    answers(&place, &path, "Ana Reyes", "3 ·").await;
    let mut lee = answers(&place, &path, "Lee Park", "4 ·").await;
    lee.open(&path).await.misses("Show the answers to all");
    let mut ana = place.browser("Ana Reyes");
    shows(&mut ana, &path).await;
    ana.sees("Agreed:").sees("Riverside Schools stood aside.");
});

scenario!(an_empty_chair_cannot_agree_and_is_never_counted_as_a_yes, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/leave")).await.press("Give up my seat").await;
    ana.open(&path).await.sees("nobody sits for this side, so it cannot agree");
    for who in ["Ana Reyes", "Lee Park"] {
        answers(&place, &path, who, "5 ·").await;
    }
    shows(&mut ana, &path).await;
    ana.sees("No agreement: not every side could be heard.").sees("Nobody sits for Riverside Schools.");
});

scenario!(a_question_that_is_bargaining_cannot_be_asked, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/decisions/new")).await.fill("The question", "Shall we pay mentors more?");
    ana.fill("What happens if it passes", "The pay table changes.")
        .choose("Pay, hours, or another")
        .choose(BY_NAME);
    ana.press("Save the draft")
        .await
        .answered(200)
        .sees("It cannot be asked here")
        .misses("Open it for answers for");
    ana.press("Send it to the negotiators").await.answered(200).sees("goes to each side's negotiators");
    ana.misses("Send my answer");
    assert!(
        town.letters().await.iter().all(|letter| !letter.body.contains("pay mentors")),
        "nobody was asked"
    );
    ana.open(&place.path("/record")).await.sees("for the negotiators of each side");
});

scenario!(a_party_that_leaves_puts_what_it_was_asked_on_hold, |town| {
    let place = town.settled(TWO).await;
    let (_, path) = opened(&place, BY_NAME).await;
    answers(&place, &path, "Lee Park", "2 ·").await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/withdraw")).await;
    ben.press("Take Riverside Schools out").await.answered(200);
    let mut ana = place.browser("Ana Reyes");
    ana.open(&path).await.sees("This is on hold").misses("Lee Park: 2").misses("Send my answer");
    town.pass(20 * crate::site::Moment::DAY);
    town.work().await;
    let mut ana = fresh(&town, "Ana Reyes").await;
    ana.open(&path).await.sees("This is on hold").misses("Lee Park: 2");
});

scenario!(an_answer_from_paper_says_so_and_who_saw_it, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    ana.open(&format!("{path}/ballot")).await.answered(200).sees(QUESTION).sees("Paper ballot");
    ana.open(&path).await.follow("Enter an answer from paper").await;
    ana.fill("Whose answer?", &place.seats["Lee Park"].to_string()).choose("2 ·");
    ana.fill("Who saw the paper?", &place.seats["Ana Reyes"].to_string());
    ana.press("Enter it").await.answered(422).sees("Choose somebody of another side");
    ana.fill("Who saw the paper?", &place.seats["Fay Lund"].to_string())
        .press("Enter it")
        .await
        .answered(200);
    ana.sees("1 of 4 have answered");
    let mut lee = place.browser("Lee Park");
    lee.open(&format!("{path}/paper")).await.answered(403);
    lee.open(&path).await.sees("You answered 2");
    answers(&place, &path, "Ana Reyes", "3 ·").await;
    answers(&place, &path, "Ben Cole", "3 ·").await;
    ana.open(&path)
        .await
        .follow("Show the answers to all")
        .await
        .press("Show the answers to all")
        .await
        .sees("Lee Park: 2 · I have doubts, on paper, seen by Fay Lund");
});

scenario!(two_who_change_a_draft_both_keep_their_words, |town| {
    let place = town.settled(TWO).await;
    let mut ana = drafted(&place, "Ana Reyes", BY_NAME).await;
    let edit = format!("{}/edit", ana.path);
    let mut lee = place.browser("Lee Park");
    lee.open(&edit).await.answered(200);
    ana.open(&edit).await.fill("The question", "Shall we hold an hour each week, from November?");
    ana.press("Save the draft").await.answered(200);
    lee.fill("What happens if it passes", "Mentors are freed for it on Tuesdays.")
        .press("Save the draft")
        .await;
    lee.answered(409).sees("Shall we hold an hour each week, from November?");
    assert!(lee.html.contains("Mentors are freed for it on Tuesdays."), "what Lee typed is kept");
    lee.press("Save the draft").await.answered(200).sees("Mentors are freed for it on Tuesdays.");
});

scenario!(only_the_side_that_asked_takes_a_question_back_with_a_reason_and_tells_who_answered, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_PARTY).await;
    town.work().await;
    answers(&place, &path, "Lee Park", "4 ·").await;
    ana.open(&path).await.follow("Take the question back").await.answered(200);
    ana.sees("1 of 4 have answered").sees("These answers are shown to nobody, now or later");
    ana.press("Take the question back").await.answered(422);
    let (action, method, mut pairs) = ana.sending("Take the question back");
    pairs.retain(|(name, _)| name != "reason");
    pairs.push(("reason".into(), "x".into()));
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    let mut ben = place.browser("Ben Cole");
    ben.open(&path).await.misses("Take the question back");
    ben.open(&format!("{path}/withdraw")).await.answered(403);
    ben.send(method, &action, Some(body)).await.answered(403);
    ben.open(&path).await.sees("Send my answer");
    ana.fill("Why do you take it back?", "The board settled it on Monday.");
    ana.press("Take the question back").await.answered(200).sees("The side that asked took it back");
    ben.open(&path).await.misses("Send my answer").sees("The board settled it on Monday.").sees(EFFECT);
    ben.sees("shown to nobody").misses("Lee Park: 4");
    town.work().await;
    let told = town.letter_to("lee.park@example.org").await;
    assert!(told.body.contains("The board settled it on Monday."), "{}", told.body);
    assert!(told.body.contains("Nobody has seen your answer"), "{}", told.body);
    let told = town.letter_to("ben.cole@example.org").await;
    assert!(!told.body.contains("You had answered it"), "{}", told.body);
});

scenario!(a_side_that_was_only_asked_cannot_show_the_answers_early, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    ana.sees("or until all have answered and the answers are shown");
    for who in ["Ana Reyes", "Lee Park", "Ben Cole", "Fay Lund"] {
        answers(&place, &path, who, "4 ·").await;
    }
    for who in ["Ben Cole", "Fay Lund", "Lee Park"] {
        let mut other = place.browser(who);
        other.open(&path).await.answered(200).misses("Show the answers to all");
        other.open(&format!("{path}/reveal")).await.answered(403);
    }
    ana.open(&path).await.follow("Show the answers to all").await.answered(200);
    ana.follow("Back, and change nothing").await.sees("Change my answer").misses("Lee Park: 4");
    shows(&mut ana, &path).await.sees("Lee Park: 4");
});

scenario!(sixty_people_answer_in_the_same_moment_and_all_sixty_are_kept, |town| {
    let place = town.settled(TWO).await;
    let party = place.parties["Riverside Educators"];
    let mut people = Vec::new();
    for number in 0..60 {
        people.push(sit(&town, place.id, Some(party), &format!("Member {number}"), false).await);
    }
    let (mut ana, path) = opened(&place, BY_PARTY).await;
    let mut sends = Vec::new();
    for one in &mut people {
        one.open(&path).await.answered(200);
        sends.push(one.choose("4 ·").sending("Send my answer"));
    }
    let begun = Instant::now();
    let all = people.into_iter().zip(sends).map(|(mut one, (action, method, pairs))| {
        tokio::spawn(async move {
            let body = serde_urlencoded::to_string(&pairs).unwrap();
            one.send(method, &action, Some(body)).await;
            one.status.as_u16()
        })
    });
    let mut kept = 0;
    for answered in all.collect::<Vec<_>>() {
        kept += usize::from(answered.await.unwrap() == 200);
    }
    eprintln!("sixty answers and their pages in {:?}", begun.elapsed());
    assert_eq!(kept, 60);
    ana.open(&path).await.sees("60 of 64 have answered");
});

scenario!(a_question_for_many_is_opened_with_one_row_and_each_is_asked_once, |town| {
    let names: Vec<String> = (0..40).map(|number| format!("Member {number}")).collect();
    let members: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = town
        .settled(&[
            ("Riverside Educators", true, &["Ana Reyes"], &members),
            ("Riverside Schools", true, &["Ben Cole"], &[]),
        ])
        .await;
    let mut ana = drafted(&place, "Ana Reyes", PASS).await;
    ana.sees("41 people will hear of this by mail").sees("Member 7 Sits for Riverside Educators.");
    let before = crate::mail::outbox(&town.site, 500).await.unwrap().len();
    ana.press("Open it for answers").await.answered(200).sees("It is open");
    assert_eq!(crate::mail::outbox(&town.site, 500).await.unwrap().len(), before, "the act writes no letter");
    let mut told: Vec<String> = town.letters().await.into_iter().map(|letter| letter.to_address).collect();
    told.truncate(told.len() - before);
    let written = told.len();
    told.sort();
    told.dedup();
    assert_eq!((written, told.len()), (41, 41), "everybody but whoever asks, once");
});
