//! People asking and answering, on both engines.

use crate::people::invitation::WAITS;
use crate::scenario;
use crate::site::Moment;
use crate::testing::{Seated, Town};

const PARTIES: &[Seated<'_>] = &[
    ("Riverside Administration", true, &["Marta Ola"], &["Lena Park"]),
    ("Riverside Educators", true, &["Jon Bell"], &[]),
];

/// The link in the newest letter to this address, as a path.
async fn link_to(town: &Town, address: &str) -> String {
    let letter = town.letter_to(address).await;
    let link = letter.body.lines().find(|line| line.contains("/i/")).expect("a link").to_owned();
    link.trim_start_matches(&town.site.settings.base_url).to_owned()
}

scenario!(a_lead_asks_by_mail_and_the_one_asked_says_yes, |town| {
    let settled = town.settled(PARTIES).await;
    let mut marta = settled.browser("Marta Ola");
    marta.open(&settled.path("/invite")).await.answered(200);
    marta
        .fill("Name", "Ana Ruiz")
        .fill("E-mail", "ana.ruiz@example.org")
        .fill("Your message", "Please join us.");
    marta.press("Send the invitation").await.answered(200).sees("The invitation to Ana Ruiz is on its way");
    let link = link_to(&town, "ana.ruiz@example.org").await;
    // Whoever has no account is shown everything, and led through sign-in.
    let mut stranger = town.browser();
    stranger.open(&link).await.sees("Marta Ola, who sits for Riverside Administration, asks you to join");
    stranger.sees("Please join us.").sees("No contract, and no bargaining").sees("Yes, sign in to join");
    // At the door they read why they are there, and need not type the address the letter went to.
    stranger.follow("Yes, sign in to join").await.sees("To answer the invitation to");
    assert_eq!(stranger.holds("E-mail address"), "ana.ruiz@example.org");
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open(&link).await.fill("Your job, as others should see it", "Principal, Elm Street School");
    ana.press("Yes, I will join").await.answered(200).sees("Your seat is yours");
    ana.open(&settled.path("/people")).await.sees("Principal, Elm Street School");
    ana.open(&settled.path("/record"))
        .await
        .answered(200)
        .sees("Ana Ruiz took a seat")
        .sees("Marta Ola invited somebody to sit for Riverside Administration");
    assert!(town.letter_to("marta.ola@example.org").await.body.contains("Ana Ruiz said yes"));
    // The old letter is a way back for whoever said yes.
    ana.open(&link).await.sees("you have a seat there").follow("Go to the partnership").await.answered(200);
    assert_eq!(ana.path, settled.path(""));
    stranger.open(&link).await.sees("you have a seat there").sees("Sign in");
});

scenario!(saying_no_needs_no_account_and_is_told_without_a_reason, |town| {
    let settled = town.settled(PARTIES).await;
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/invite")).await.fill("Name", "Ray Ito").fill("E-mail", "ray.ito@example.org");
    jon.press("Send the invitation").await.answered(200);
    let link = link_to(&town, "ray.ito@example.org").await;
    let mut ray = town.browser();
    ray.open(&link).await.press("No, thank you").await.answered(200).sees("You will hear no more of this");
    ray.sees("Nobody of another side does");
    jon.open(&settled.path("/invite")).await.sees("Declined");
    // The other side learns that somebody was asked, and neither who nor what they said.
    let mut marta = settled.browser("Marta Ola");
    marta.open(&settled.path("/invite")).await.sees("One person was asked. Joined: 0").misses("Ray Ito");
    marta.misses("Declined").open(&settled.path("/record")).await.misses("Ray Ito");
    ray.open(&link).await.sees("This invitation is closed: Declined");
});

scenario!(a_question_goes_to_the_one_who_asked_and_leaves_the_invitation_open, |town| {
    let settled = town.settled(PARTIES).await;
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/invite")).await.fill("Name", "Ray Ito").fill("E-mail", "ray.ito@example.org");
    jon.press("Send the invitation").await.answered(200);
    let link = link_to(&town, "ray.ito@example.org").await;
    let mut ray = town.browser();
    ray.open(&link).await.press("Ask the question").await.answered(422);
    assert_eq!(ray.wrong("Your question").as_deref(), Some("Write your question."));
    ray.fill("Your question", "How many evenings?").fill("Your e-mail, for the answer", "ray@example.org");
    ray.press("Ask the question").await.answered(200).sees("Your question is on its way");
    let letter = town.letter_to("jon.bell@example.org").await.body;
    assert!(letter.contains("How many evenings?") && letter.contains("ray@example.org"), "{letter}");
    ray.open(&link).await.sees("Not now");
});

scenario!(each_party_asks_its_own_and_nothing_typed_is_lost, |town| {
    let settled = town.settled(PARTIES).await;
    let mut marta = settled.browser("Marta Ola");
    marta.open(&settled.path("/invite")).await;
    marta.misses("Riverside Educators</option>");
    marta.fill("Name", "").fill("E-mail", "not an address").fill("Your message", "A long and kind letter");
    marta.press("Send the invitation").await.answered(422).sees("2 things to correct");
    assert_eq!(marta.wrong("Name").as_deref(), Some("Write the name of the person you ask."));
    assert!(marta.wrong("E-mail").is_some());
    assert_eq!(marta.holds("Your message"), "A long and kind letter");
    // A form bent to the other party's id is refused by the rule, not by the page.
    marta.fill("Name", "Ray Ito").fill("E-mail", "ray.ito@example.org");
    let (action, method, mut pairs) = marta.sending("Send the invitation");
    pairs.retain(|(name, _)| name != "party");
    pairs.push(("party".into(), settled.parties["Riverside Educators"].to_string()));
    marta.send(method, &action, Some(serde_urlencoded::to_string(&pairs).unwrap())).await.answered(422);
    marta.sees("Each party asks its own");
    // A member who is no lead has no such page.
    settled.browser("Lena Park").open(&settled.path("/invite")).await.answered(403);
    town.person("Ray Ito").await.1.open(&settled.path("/invite")).await.answered(404);
});

scenario!(an_unanswered_invitation_sleeps_and_a_late_yes_is_a_yes, |town| {
    let settled = town.settled(PARTIES).await;
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/invite")).await.fill("Name", "Ray Ito").fill("E-mail", "ray.ito@example.org");
    jon.press("Send the invitation").await.answered(200);
    let link = link_to(&town, "ray.ito@example.org").await;
    crate::features::begin_regular_jobs(&town.site).await.unwrap();
    town.pass(WAITS + Moment::HOUR);
    town.work().await;
    let (_, mut jon) = town.person("Jon Bell").await;
    jon.open(&settled.path("/invite"))
        .await
        .sees("No answer in time")
        .press("Ask again")
        .await
        .sees("Asked again");
    let (_, mut ray) = town.person("Ray Ito").await;
    ray.open(&link).await.press("Yes, I will join").await.answered(200).sees("Your seat is yours");
});

scenario!(a_slip_carries_a_link_of_its_own_that_ends_when_the_invitation_is_taken_back, |town| {
    let settled = town.settled(PARTIES).await;
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/invite")).await.fill("Name", "Ray Ito");
    jon.press("Send the invitation").await.answered(200).sees("For Ray Ito");
    assert!(jon.html.contains("<svg"), "a square for a phone");
    let start = jon.html.find("/i/").expect("a link");
    let link: String =
        jon.html[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect();
    town.browser().open(&link).await.answered(200).sees("You are invited");
    jon.open(&settled.path("/invite")).await.press("Take it back").await.sees("Its link no longer works");
    town.browser().open(&link).await.sees("Taken back").misses("Yes, sign in to join");
});

scenario!(an_invitation_reads_in_the_language_of_the_one_asked, |town| {
    let settled = town.settled(PARTIES).await;
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/invite")).await.fill("Name", "Inés Mora").fill("E-mail", "ines@example.org");
    jon.fill("Language of the letter", "es").press("Send the invitation").await.answered(200);
    let letter = town.letter_to("ines@example.org").await;
    assert!(letter.subject.contains("le pide unirse"), "{}", letter.subject);
    let link = link_to(&town, "ines@example.org").await;
    town.browser().reading("es").open(&link).await.sees("A qué no se compromete al decir que sí");
});

scenario!(five_copies_of_one_yes_make_one_seat, |town| {
    let settled = town.settled(PARTIES).await;
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/invite")).await.fill("Name", "Ray Ito").fill("E-mail", "ray.ito@example.org");
    jon.press("Send the invitation").await.answered(200);
    let link = link_to(&town, "ray.ito@example.org").await;
    let (_, mut ray) = town.person("Ray Ito").await;
    ray.open(&link).await;
    let (action, method, pairs) = ray.sending("Yes, I will join");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    let mut copies = tokio::task::JoinSet::new();
    for _ in 0..5 {
        let (mut ray, action, method, body) = (ray.clone(), action.clone(), method.clone(), body.clone());
        copies.spawn(async move { ray.send(method, &action, Some(body)).await.status });
    }
    while let Some(status) = copies.join_next().await {
        assert_eq!(status.unwrap(), 200);
    }
    let mut act = town.site.act().await.unwrap();
    let seats = crate::people::membership::seats(&mut act, settled.id).await.unwrap();
    assert_eq!(seats.iter().filter(|line| line.name == "Ray Ito").count(), 1);
});
