//! People deciding together, on both engines.

mod answering;
mod edges;
mod rounds;

use uuid::Uuid;

use crate::testing::{Browser, Seated, Settled};

/// Two sides that must agree, of two and one, one that advises.
const TWO: &[Seated<'static>] = &[
    ("Riverside Educators", true, &["Ana Reyes"], &["Lee Park"]),
    ("Riverside Schools", true, &["Ben Cole"], &[]),
    ("Riverside Families", false, &["Fay Lund"], &[]),
];

const QUESTION: &str = "Shall we hold one hour each week for new teachers and their mentors?";
const EFFECT: &str = "Each mentor meets their new teacher every Tuesday from October on.";

/// Writes the usual question; answers are seen as these words say.
async fn drafted(place: &Settled, who: &str, seen: &str) -> Browser {
    let mut browser = place.browser(who);
    browser.open(&place.path("/decisions/new")).await.answered(200);
    browser.fill("The question", QUESTION).fill("What happens if it passes", EFFECT);
    browser.choose("No, none of these").choose(seen);
    browser.press("Save the draft").await.answered(200).sees(QUESTION).sees("Draft");
    browser
}

/// A question of Ana's, open for answers, and its page.
async fn opened(place: &Settled, seen: &str) -> (Browser, String) {
    let mut ana = drafted(place, "Ana Reyes", seen).await;
    ana.press("Open it for answers").await.answered(200).sees("It is open");
    let path = ana.path.clone();
    (ana, path)
}

const BY_NAME: &str = "Each answer with its name";
const BY_PARTY: &str = "Only the numbers of each side";
const PASS: &str = "Only whether each side agrees";

/// Answers with so many fingers.
async fn answers(place: &Settled, path: &str, who: &str, fingers: &str) -> Browser {
    let mut browser = place.browser(who);
    browser.open(path).await.answered(200);
    let button =
        if browser.html.contains("Change my answer") { "Change my answer" } else { "Send my answer" };
    browser.choose(fingers).press(button).await.answered(200).sees("Your answer is kept");
    browser
}

/// Shows the answers, having read what that means.
async fn shows<'b>(browser: &'b mut Browser, path: &str) -> &'b mut Browser {
    browser.open(path).await.follow("Show the answers to all").await.answered(200);
    browser.sees("From then on nobody can change an answer");
    browser.press("Show the answers to all").await.answered(200)
}

fn id_in(path: &str) -> Uuid {
    path.rsplit('/').next().expect("an id").parse().expect("an id")
}
