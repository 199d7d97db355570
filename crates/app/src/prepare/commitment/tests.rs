//! People writing, signing and keeping a commitment, on both engines.

use crate::access::Right;
use crate::error::Error;
use crate::people::{leaving, membership};
use crate::prepare::commitment::commands;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Seated, Settled, Town};

mod keeping;
mod rights;
mod signing;
mod writing;

const TWO: &[Seated<'static>] = &[
    ("Riverside Educators", true, &["Ana Reyes", "Omar Diaz"], &["Lee Park"]),
    ("Riverside Schools", true, &["Ben Cole"], &["Ida Moss"]),
    ("Riverside Families", false, &["Fay Lund"], &[]),
];

/// Somebody begins from the sample text.
async fn begin(browser: &mut Browser, place: &Settled) {
    browser.open(&place.path("/commitment")).await.sees("Begin the commitment");
    browser.press("Begin writing").await.answered(200).sees("The commitment is begun");
}

/// The text is closed for signing: the page asks first, since the others get a date.
async fn close_text<'b>(lead: &'b mut Browser, place: &Settled) -> &'b mut Browser {
    lead.open(&place.path("/commitment")).await.follow("Close it for signing").await;
    lead.press("Close it for signing").await.answered(200)
}

/// Begun, signers named by both parties, closed for signing.
async fn closed(town: &Town, place: &Settled) {
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, place).await;
    name(town, place, "Ana Reyes", &["Ana Reyes"]).await;
    name(town, place, "Ben Cole", &["Ben Cole"]).await;
    close_text(&mut ana, place).await;
}

/// A lead names who signs for their party.
async fn name(town: &Town, place: &Settled, lead: &str, signers: &[&str]) {
    let mut browser = town.person(lead).await.1;
    browser.open(&place.path("/commitment/signers")).await;
    for signer in signers {
        browser.choose(signer);
    }
    browser.press("Name them").await.answered(200).sees("You named who signs");
}

/// Somebody signs for their party, having just signed in.
async fn sign(town: &Town, place: &Settled, name: &str, party: &str) -> Browser {
    let mut browser = town.person(name).await.1;
    browser.open(&place.path("/commitment/sign")).await.fill("Type your name as you sign", name);
    browser.press(&format!("Sign for {party}")).await.answered(200).sees("You signed");
    browser
}

/// Written, closed and signed by both leaders.
async fn signed(town: &Town, place: &Settled) {
    closed(town, place).await;
    sign(town, place, "Ana Reyes", "Riverside Educators").await;
    sign(town, place, "Ben Cole", "Riverside Schools").await.sees("now the commitment stands");
}

/// Somebody gives up their seat.
async fn leaves_office(town: &Town, place: &Settled, name: &str) {
    let seat = place.seat(town, name, Right::See).await;
    let mut act = town.site.act().await.unwrap();
    membership::commands::leave(&mut act, &seat).await.unwrap();
    act.commit().await.unwrap();
}

/// A lead takes their party out.
async fn withdraws(town: &Town, place: &Settled, lead: &str) {
    let seat = place.seat(town, lead, Right::Withdraw).await;
    let mut act = town.site.act().await.unwrap();
    leaving::commands::withdraw(&mut act, &seat).await.unwrap();
    act.commit().await.unwrap();
}

/// Whether a letter to this address says this.
async fn told(town: &Town, address: &str, words: &str) -> bool {
    let letters = town.letters().await;
    letters.iter().any(|letter| letter.to_address == address && letter.body.contains(words))
}
