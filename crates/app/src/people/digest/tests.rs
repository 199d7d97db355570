//! Letters come on their days, hold what their reader may see and nothing else, and stop when asked, on
//! both engines.

use axum::http::Method;

use crate::features;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Seated, Town};

const PARTIES: &[Seated<'_>] = &[
    ("Riverside Administration", true, &["Marta Ola"], &[]),
    ("Riverside Educators", true, &["Jon Bell"], &["Lena Park"]),
];

/// Lets time pass to the next Thursday, in the morning where the schools are; the town begins on a Tuesday at 15:00 UTC.
fn to_thursday(town: &Town) {
    town.pass(48 * Moment::HOUR);
}

async fn digests(town: &Town, address: &str) -> Vec<String> {
    let letters = town.letters().await.into_iter();
    letters.filter(|l| l.to_address == address && l.body.contains("/digest/off/")).map(|l| l.body).collect()
}

async fn proposed(town: &Town, settled: &crate::testing::Settled) {
    let mut marta = settled.browser("Marta Ola");
    marta.open(&settled.path("/joint/new/rename")).await.fill("The new name", "Riverside Together");
    marta.press("Propose it to the others").await.answered(200);
    town.work().await;
}

scenario!(a_letter_comes_once_on_its_day_with_what_waits_and_what_changed_and_never_empty, |town| {
    let settled = town.settled(PARTIES).await;
    town.settled(&[("Lakeside Board", true, &["Ida Sol"], &[])]).await;
    features::begin_regular_jobs(&town.site).await.unwrap();
    proposed(&town, &settled).await;
    assert!(digests(&town, "jon.bell@example.org").await.is_empty(), "a Tuesday is not one of the days");
    to_thursday(&town);
    town.work().await;
    let [letter] = &digests(&town, "jon.bell@example.org").await[..] else { panic!("one letter") };
    assert!(letter.contains("Waits for you") && letter.contains("Riverside Together"), "{letter}");
    assert!(
        letter.contains("Marta Ola proposed for Riverside Administration: “Rename the partnership”"),
        "{letter}"
    );
    // Who did it is not told of it; who sits elsewhere learns nothing.
    let marta = digests(&town, "marta.ola@example.org").await;
    assert!(marta.iter().all(|letter| !letter.contains("Marta Ola proposed for")), "{marta:?}");
    let ida = digests(&town, "ida.sol@example.org").await;
    assert!(ida.iter().all(|letter| !letter.contains("Riverside Together")), "{ida:?}");
    let lena = digests(&town, "lena.park@example.org").await;
    assert!(lena.len() == 1 && !lena[0].contains("Waits for you"), "{lena:?}");
    town.pass(Moment::HOUR);
    town.work().await;
    assert_eq!(digests(&town, "jon.bell@example.org").await.len(), 1, "once a day");
    town.pass(4 * Moment::DAY);
    town.work().await;
    assert_eq!(digests(&town, "lena.park@example.org").await.len(), 1, "nothing new, no letter");
});

scenario!(own_days_are_kept_and_a_topic_or_a_thing_that_is_left_out_stays_out, |town| {
    let settled = town.settled(PARTIES).await;
    features::begin_regular_jobs(&town.site).await.unwrap();
    let mut lena = settled.browser("Lena Park");
    lena.open("/account/digest").await.answered(200).fill("Send it at this hour or later", "21");
    lena.press("Save").await.answered(422).sees("This hour is in your quiet hours");
    lena.fill("Send it at this hour or later", "9")
        .choose("People and what you share")
        .press("Save")
        .await
        .answered(200)
        .sees("Saved.");
    // The same page in a second window was made from an older version.
    let mut other = settled.browser("Lena Park");
    other.open("/account/digest").await;
    lena.open("/account/digest")
        .await
        .fill("Send it at this hour or later", "8")
        .press("Save")
        .await
        .sees("Saved.");
    other.fill("Send it at this hour or later", "10").press("Save").await.answered(409);
    proposed(&town, &settled).await;
    to_thursday(&town);
    town.work().await;
    assert!(digests(&town, "lena.park@example.org").await.is_empty(), "all that changed was left out");
    assert_eq!(digests(&town, "jon.bell@example.org").await.len(), 1);
});

scenario!(the_link_in_a_letter_stops_the_letters_without_an_account_and_from_a_mail_program, |town| {
    let settled = town.settled(PARTIES).await;
    features::begin_regular_jobs(&town.site).await.unwrap();
    proposed(&town, &settled).await;
    to_thursday(&town);
    town.work().await;
    let letter = digests(&town, "jon.bell@example.org").await.remove(0);
    let at = letter.find("/digest/off/").expect("a way out");
    let path: String = letter[at..].chars().take_while(|c| !c.is_whitespace()).collect();
    let mut stranger = town.browser();
    stranger.open(&path).await.answered(200).sees("Stop the letters").misses("Jon Bell");
    stranger.open("/digest/off/nonsense").await.answered(404);
    // As a mail program posts: no page before it, no cookie, no form of ours.
    let program = Some("List-Unsubscribe=One-Click".to_owned());
    town.browser()
        .send(Method::POST, &path, program)
        .await
        .answered(200)
        .sees("No more of these letters will come");
    stranger.open(&path).await.sees("Done.");
    proposed_again(&town, &settled).await;
    town.pass(7 * Moment::DAY);
    town.work().await;
    assert_eq!(digests(&town, "jon.bell@example.org").await.len(), 1);
    let mut jon = town.person("Jon Bell").await.1.reading("es");
    jon.open("/account/digest").await.answered(200);
});

async fn proposed_again(town: &Town, settled: &crate::testing::Settled) {
    let (_, mut marta) = town.person("Marta Ola").await;
    marta.open(&settled.path("/joint/new/rename")).await.fill("The new name", "Riverside All");
    marta.press("Propose it to the others").await.answered(200);
}
