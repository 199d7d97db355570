//! What comes after the answers are shown: concerns, a second round, a fair no, a day that passes.

use super::{BY_NAME, EFFECT, QUESTION, TWO, answers, drafted, opened, shows};
use crate::scenario;
use crate::site::Moment;
use crate::testing::scene::fresh;

const CHANGED: &str = "Shall we hold one hour each month for new teachers and their mentors?";

scenario!(a_low_answer_says_what_would_change_it_and_the_second_round_passes, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    for (who, fingers) in [("Ana Reyes", "4 ·"), ("Lee Park", "4 ·")] {
        answers(&place, &path, who, fingers).await;
    }
    let mut ben = answers(&place, &path, "Ben Cole", "1 ·").await;
    let stale = ben.choose("3 ·").sending("Change my answer");
    shows(&mut ana, &path).await;
    ben.open(&path).await;
    ben.sees("Not agreed yet by: Riverside Schools").sees("What would change your answer?");
    ben.fill("In your own words", "Every week is more than our buildings can cover.")
        .choose("Signed with my name");
    ben.press("Say it").await.answered(200).sees("Every week is more than our buildings can cover.");
    ana.open(&path)
        .await
        .sees("Ben Cole, Riverside Schools")
        .follow("Change the question and ask again")
        .await;
    ana.sees("Every week is more than our buildings can cover.");
    ana.press("Ask again").await.answered(422).sees("Nothing was changed");
    ana.fill("The question", CHANGED)
        .fill("What did you change", "Each month, since each week was too much.");
    ana.press("Ask again").await.answered(200).sees(CHANGED).sees("Round 2").sees(QUESTION);
    ana.sees("Each month, since each week was too much.").sees("0 of 4 have answered");
    let body = serde_urlencoded::to_string(&stale.2).unwrap();
    ben.send(stale.1, &stale.0, Some(body))
        .await
        .answered(422)
        .sees("The question changed while you read it");
    for who in ["Ana Reyes", "Lee Park", "Ben Cole"] {
        answers(&place, &path, who, "3 ·").await;
    }
    shows(&mut ana, &path).await;
    ben.open(&path).await;
    ben.sees("Agreed: each side that was asked says yes.")
        .sees("Round 1, as it was asked then")
        .sees("Ben Cole: 1");
});

scenario!(silence_is_never_a_yes_and_a_question_nobody_changes_is_left_at_that, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    answers(&place, &path, "Ana Reyes", "5 ·").await;
    answers(&place, &path, "Lee Park", "5 ·").await;
    ana.open(&path).await.sees("Silence is never a yes");
    town.pass(8 * Moment::DAY);
    ana = fresh(&town, "Ana Reyes").await;
    ana.open(&path).await.sees("The last day to answer is over").misses("Lee Park: 5");
    town.work().await;
    ana.open(&path).await.sees("No agreement: not every side could be heard.");
    ana.sees("Riverside Schools did not answer.")
        .sees("It is dropped, and nothing changes.")
        .sees("Not yet agreed");
    town.pass(9 * Moment::DAY);
    town.work().await;
    ana = fresh(&town, "Ana Reyes").await;
    ana.open(&path).await.sees("No agreement").misses("Change the question and ask again");
    ana.open(&place.path("/record")).await.sees("it was left at that");
    town.pass(30 * Moment::DAY);
    assert_eq!(town.work().await, 0, "nothing more waits");
});

scenario!(a_dissent_stands_in_its_own_words_if_its_author_wants_it, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, path) = opened(&place, BY_NAME).await;
    answers(&place, &path, "Ana Reyes", "5 ·").await;
    answers(&place, &path, "Ben Cole", "4 ·").await;
    let mut lee = answers(&place, &path, "Lee Park", "0 ·").await;
    shows(&mut ana, &path).await;
    ana.sees("Not agreed yet by: Riverside Educators");
    ana.press("Leave it at that").await.answered(200).sees("No agreement");
    lee.open(&path).await.fill("In your own words", "New teachers asked for time, not for one more meeting.");
    lee.choose("Signed with my name")
        .choose("Keep it beside the outcome")
        .press("Say it")
        .await
        .answered(200);
    lee.sees("Dissent, in its own words")
        .sees("New teachers asked for time")
        .sees("Lee Park, Riverside Educators");
    ana.open(&path).await.fill("In your own words", "I am afraid to say it myself.");
    ana.choose("Somebody told it to me").press("Say it").await.answered(200);
    ana.sees("Told to Ana Reyes, who wrote it down");
    lee.open(&place.path("/record")).await.sees("Lee Park put their dissent beside an outcome.");
});

scenario!(it_can_be_asked_again_and_an_agreement_ends_on_its_day, |town| {
    let place = town.settled(TWO).await;
    let mut ana = drafted(&place, "Ana Reyes", BY_NAME).await;
    ana.follow("Change the draft")
        .await
        .fill("Ends on", "2026-10-01")
        .fill("Look at it again on", "2026-09-20");
    ana.press("Save the draft").await.answered(200).sees("Ends on").press("Open it for answers").await;
    let path = ana.answered(200).path.clone();
    for who in ["Ana Reyes", "Lee Park", "Ben Cole"] {
        answers(&place, &path, who, "4 ·").await;
    }
    shows(&mut ana, &path).await.sees("Agreed:");
    town.pass(20 * Moment::DAY);
    town.work().await;
    town.work().await;
    assert!(town.letters().await.iter().any(|letter| letter.body.contains("look at this again today")));
    town.pass(12 * Moment::DAY);
    town.work().await;
    ana = fresh(&town, "Ana Reyes").await;
    ana.open(&path).await.sees("It ended on");
    ana.press("Ask it again").await.answered(200).sees("Here is the question as a new draft");
    assert!(ana.html.contains(QUESTION) && ana.html.contains(EFFECT));
});
