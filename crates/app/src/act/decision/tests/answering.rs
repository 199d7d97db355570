//! Asking, answering in silence, and showing all at once.

use super::{BY_NAME, BY_PARTY, EFFECT, PASS, QUESTION, TWO, answers, drafted, id_in, opened, shows};
use crate::act::decision::of_meeting;
use crate::scenario;

scenario!(each_side_agrees_and_everybody_reads_what_happens_now, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    ana.sees("0 of 4 have answered").sees("Everybody in the partnership will see each answer with its name");
    let mut fay = place.browser("Fay Lund");
    fay.open("/home").await.sees("Answer: Shall we hold one hour");
    answers(&place, &path, "Ana Reyes", "4 ·").await;
    answers(&place, &path, "Lee Park", "3 ·").await;
    let mut ben = answers(&place, &path, "Ben Cole", "5 ·").await;
    answers(&place, &path, "Fay Lund", "0 ·").await;
    ben.open(&path).await.sees("4 of 4 have answered").misses("Show the answers to all");
    shows(&mut ana, &path).await;
    ben.open(&path).await;
    ben.sees("Agreed: each side that was asked says yes.")
        .sees(EFFECT)
        .sees("Lee Park: 3")
        .sees("Fay Lund: 0");
    ben.sees("advises, not counted").sees("Record no.");
    fay.open(&place.path("/record")).await.sees("Each side agreed to a question.");
    fay.open("/home").await.misses("Answer: Shall we");
    town.work().await;
    let told = town.letters().await;
    assert!(told.iter().any(|letter| letter.body.contains("Each side agreed to this question")));
    assert!(told.iter().all(|letter| !letter.body.contains("Lee Park: 3")), "no letter tells an answer");
});

scenario!(nobody_sees_an_answer_before_all_are_shown, |town| {
    let place = town.settled(TWO).await;
    let (_, path) = opened(&place, BY_NAME).await;
    let mut lee = answers(&place, &path, "Lee Park", "1 ·").await;
    lee.sees("You answered 1").sees("1 of 4 have answered");
    for who in ["Ana Reyes", "Ben Cole", "Fay Lund"] {
        let mut other = place.browser(who);
        other.open(&path).await.sees("1 of 4 have answered").misses("Lee Park: 1").misses("You answered");
        other.misses("Show the answers to all").misses("does not agree");
        other.open(&place.path("/record")).await.misses("Lee Park");
    }
    let mut ana = place.browser("Ana Reyes");
    ana.open(&path).await;
    let (_, _, pairs) = ana.sending("Send my answer");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    ana.send(axum::http::Method::POST, &format!("{path}/reveal"), Some(body)).await.answered(422);
    ana.sees("Not everybody has answered").misses("Lee Park: 1");
    let mut tx = town.site.look().await.unwrap();
    let lines = crate::record::lines(&mut tx, place.id, i64::MAX, 100).await.unwrap();
    assert!(lines.iter().all(|line| line.kind != "decision.answered" && line.kind != "decision.revealed"));
});

scenario!(an_answer_can_be_changed_until_it_is_shown_and_is_counted_once, |town| {
    let place = town.settled(TWO).await;
    let (_, path) = opened(&place, BY_NAME).await;
    let mut lee = answers(&place, &path, "Lee Park", "1 ·").await;
    let (action, method, pairs) = lee.choose("4 ·").sending("Change my answer");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    for _ in 0..3 {
        lee.send(method.clone(), &action, Some(body.clone())).await.answered(200).sees("You answered 4");
    }
    lee.sees("1 of 4 have answered");
    for who in ["Ana Reyes", "Ben Cole"] {
        answers(&place, &path, who, "3 ·").await;
    }
    let mut ana = place.browser("Ana Reyes");
    shows(&mut ana, &path).await.sees("Lee Park: 4");
    lee.send(method, &action, Some(body.replace("fingers=4", "fingers=0"))).await.answered(422);
    lee.sees("Answers are not taken now").sees("Lee Park: 4");
});

scenario!(what_is_seen_of_the_answers_is_what_was_told_first, |town| {
    let place = town.settled(TWO).await;
    for (seen, told, counted) in [
        (BY_PARTY, "Only one person answers for", Some("one person answered 3")),
        (PASS, "and no answers", None),
    ] {
        let (mut ana, path) = opened(&place, seen).await;
        ana.sees(told);
        for (who, fingers) in [("Ana Reyes", "4 ·"), ("Lee Park", "3 ·"), ("Ben Cole", "2 ·")] {
            answers(&place, &path, who, fingers).await;
        }
        shows(&mut ana, &path).await;
        ana.sees("Not agreed yet by: Riverside Schools").misses("Lee Park: 3");
        match counted {
            Some(counts) => ana.sees(counts),
            None => ana.misses("answered 3"),
        };
        ana.open(&place.path("/record")).await.sees("did not pass in round 1");
    }
    let mut ana = place.browser("Ana Reyes");
    let mut tx = town.site.look().await.unwrap();
    let lines = crate::record::lines(&mut tx, place.id, i64::MAX, 100).await.unwrap();
    drop(tx);
    let shown: Vec<i64> =
        lines.iter().filter(|line| line.kind == "decision.revealed").map(|line| line.number).collect();
    assert_eq!(shown.len(), 2);
    for number in shown {
        ana.open(&place.path(&format!("/record/{number}"))).await.answered(200).misses("Lee Park: 3");
    }
});

scenario!(only_who_is_asked_answers_and_only_who_may_opens_or_shows, |town| {
    let place = town.settled(TWO).await;
    let mut ana = drafted(&place, "Ana Reyes", BY_NAME).await;
    let path = ana.path.clone();
    let (open, method, pairs) = ana.sending("Open it for answers");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    let mut lee = place.browser("Lee Park");
    lee.open(&path).await.answered(200).misses("Open it for answers");
    lee.send(method.clone(), &open, Some(body.clone())).await.answered(403);
    let (_, mut stranger) = town.person("Nobody Known").await;
    stranger.open(&path).await.answered(404);
    stranger.send(method.clone(), &open, Some(body)).await.answered(404);
    ana.open(&path).await.press("Open it for answers").await.answered(200);
    let late = crate::testing::scene::sit(
        &town,
        place.id,
        Some(place.parties["Riverside Schools"]),
        "Una Late",
        false,
    );
    let mut late = late.await;
    late.open(&path).await.answered(200).sees("You are not asked for an answer here");
    lee.open(&path).await;
    let (answer, _, pairs) = lee.choose("3 ·").sending("Send my answer");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    late.send(method.clone(), &answer, Some(body.clone())).await.answered(403);
    stranger.send(method, &answer, Some(body)).await.answered(404);
});

scenario!(bad_input_is_named_at_its_fields_all_at_once_and_kept, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path("/decisions/new")).await;
    ana.fill("What happens if it passes", EFFECT).fill("Last day to answer", "2020-01-01");
    ana.choose("When enough of its answers").fill("Percent of a side that is enough", "400");
    ana.press("Save the draft").await.answered(422).sees("What you typed is kept").sees(EFFECT);
    assert!(ana.wrong("The question").is_some());
    assert!(ana.wrong("Last day to answer").is_some());
    assert!(ana.wrong("Percent of a side that is enough").is_some());
    ana.sees("Choose one of these");
    ana.fill("The question", QUESTION)
        .fill("Last day to answer", "2026-09-08")
        .fill("Percent of a side that is enough", "67");
    ana.choose("No, none of these").choose(BY_NAME).press("Save the draft").await.answered(200);
    ana.sees("at least 67 percent");
    let (mut ben, path) = (place.browser("Ben Cole"), ana.path.clone());
    ana.press("Open it for answers").await.answered(200);
    ben.open(&path).await.press("Send my answer").await.answered(422).sees("Choose one of these");
});

scenario!(the_same_question_reads_in_spanish, |town| {
    let place = town.settled(TWO).await;
    let (_, path) = opened(&place, BY_PARTY).await;
    let mut ben = place.browser("Ben Cole").reading("es");
    ben.hold("language", "es");
    ben.open(&format!("/language/es?next={path}")).await;
    ben.open(&path)
        .await
        .answered(200)
        .sees("¿Hasta dónde puede acompañar esto?")
        .sees("Quién verá mi respuesta");
    ben.choose("3 · Lo puedo aceptar").press("Enviar mi respuesta").await.answered(200);
    ben.sees("Usted respondió 3");
});

scenario!(a_meeting_finds_its_decisions, |town| {
    let place = town.settled(TWO).await;
    let (meeting, item) = (town.site.id(), town.site.id());
    let mut ana = place.browser("Ana Reyes");
    ana.open(&place.path(&format!("/decisions/new?meeting={meeting}&item={item}"))).await.answered(200);
    ana.fill("The question", QUESTION).fill("What happens if it passes", EFFECT);
    ana.choose("No, none of these").choose(BY_NAME).press("Save the draft").await.answered(200);
    let mut tx = town.site.look().await.unwrap();
    let lines = of_meeting(&mut tx, place.id, meeting).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].id, lines[0].question.as_str()), (id_in(&ana.path), QUESTION));
    let elsewhere = of_meeting(&mut tx, town.site.id(), meeting).await.unwrap();
    assert!(elsewhere.is_empty(), "not for another partnership");
});
