//! People looking back on a cycle, on both engines.

use axum::http::Method;

use crate::scenario;
use crate::site::Moment;
use crate::testing::Browser;
use crate::testing::scene::{Scene, active, fresh, sit};

/// Ana writes an entry for the educators.
async fn write(browser: &mut Browser, scene: &Scene, kind: &str, side: &str, body: &str) {
    browser.open(&scene.path("catalogue/new")).await.answered(200);
    browser.choose(kind).choose(side).fill("In your words", body);
    browser.press("Save it").await.answered(200).sees("It is on the list");
}

async fn answer(scene: &mut Scene, lead: usize, button: &str) {
    let page = scene.path("joint");
    scene.leads[lead].open(&page).await.press(button).await.answered(200);
}

async fn ask(scene: &mut Scene, lead: usize) {
    let page = scene.path("catalogue");
    scene.leads[lead].open(&page).await.press("Ask the other sides").await.answered(200);
}

const BODY: &str = "Every new teacher had a free period in September.";

scenario!(content_and_process_stand_apart_with_their_proof, |town| {
    let mut scene = active(&town, 2).await;
    let page = scene.path("catalogue");
    let mut ana = scene.leads[0].clone();
    ana.open(&page).await.sees("Nothing is on the list yet");
    ana.open(&scene.path("catalogue/new")).await;
    ana.choose("It went well").choose("What we did").fill("In your words", BODY);
    ana.fill("Where it can be checked", "record 2\nhttps://example.org/turnover\nturnover 2025-26: 9%");
    ana.fill("Words to find it by", "Mentoring, new teachers").press("Save it").await.answered(200);
    ana.sees(BODY)
        .sees("Record no. 2")
        .sees("https://example.org/turnover")
        .sees("turnover 2025-26: 9%")
        .sees("new teachers");
    write(&mut ana, &scene, "It is still hard", "How we worked together", "Few people spoke up.").await;
    let text = ana.text();
    let place = |words: &str| text.find(words).unwrap();
    assert!(place("What we did") < place(BODY) && place(BODY) < place("How we worked together"));
    assert!(place("How we worked together") < place("Few people spoke up."));
    scene.at(1, "catalogue/print").await.answered(200).sees(BODY).sees("Few people spoke up.");
    scene.at(1, &format!("{}?cycle=2", "catalogue")).await.answered(404);
});

scenario!(everything_wrong_is_said_at_once_and_nothing_typed_is_lost, |town| {
    let scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone();
    ana.open(&scene.path("catalogue/new")).await.fill("In your words", " ");
    ana.fill("Where it can be checked", "record 999").fill("Words to find it by", &"x".repeat(31));
    ana.press("Save it").await.answered(422);
    ana.sees("Choose if it went well").sees("Choose what it is about").sees("The record has no number 999");
    assert!(ana.wrong("Words to find it by").is_some() && ana.wrong("In your words").is_some());
    assert_eq!(ana.holds("Where it can be checked"), "record 999");
});

scenario!(only_its_own_party_changes_an_entry_and_others_second_it, |town| {
    let mut scene = active(&town, 3).await;
    let mut ana = scene.leads[0].clone();
    write(&mut ana, &scene, "It went well", "What we did", BODY).await;
    let own = ana.html.split("/catalogue/").find_map(|part| {
        let id = part.split(['"', '/']).next()?;
        id.parse::<uuid::Uuid>().ok()
    });
    let path = scene.path(&format!("catalogue/{}", own.expect("an entry")));
    scene.leads[1].open(&path).await.answered(403);
    let body = "_key=0123456789abcdef0123456789abcdef&_version=1&kind=success&side=content&body=x".to_owned();
    scene.leads[1].send(Method::POST, &path, Some(body.clone())).await.answered(403);
    scene.leads[1].send(Method::POST, &format!("{path}/take-back"), Some(body.clone())).await.answered(403);
    ana.open(&scene.path("catalogue")).await.misses("We see this too");
    ana.send(Method::POST, &format!("{path}/second"), Some(body))
        .await
        .answered(422)
        .sees("Your own side wrote this");
    scene
        .at(1, "catalogue")
        .await
        .press("We see this too")
        .await
        .answered(200)
        .sees("Also seen by: Brook Administration");
    scene.leads[1].misses("We see this too");
    scene
        .at(2, "catalogue")
        .await
        .press("We see this too")
        .await
        .answered(200)
        .sees("Brook Administration · Cedar Board");
    ana.open(&scene.path("catalogue")).await.press("Take it back").await.answered(200).misses(BODY);
    ana.open(&path).await.answered(404);
});

scenario!(two_edits_of_one_entry_end_on_a_page_with_both, |town| {
    let scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone();
    write(&mut ana, &scene, "It went well", "What we did", BODY).await;
    ana.follow("Change it").await.answered(200);
    let mut other = ana.clone();
    ana.fill("In your words", "Ten of twelve had one.").press("Save it").await.answered(200);
    other.fill("In your words", "Not all of them had one.").press("Save it").await.answered(409);
    other.sees("Ten of twelve had one.");
    assert_eq!(other.holds("In your words"), "Not all of them had one.");
    other.press("Save it").await.answered(200).sees("Not all of them had one.");
});

scenario!(each_side_agrees_to_one_version_and_a_later_change_asks_anew, |town| {
    let mut scene = active(&town, 3).await;
    let home = format!("/p/{}", scene.id);
    let mut ana = scene.leads[0].clone();
    write(&mut ana, &scene, "It went well", "What we did", BODY).await;
    ask(&mut scene, 0).await;
    scene.leads[0].sees("Brook Administration has not answered").sees("Cedar Board has not answered");
    scene.leads[0].sees("Without an answer by then, nothing changes");
    scene.leads[1].open(&home).await.sees("Agree to what we learned in cycle 1");
    answer(&mut scene, 1, "Say yes for your side").await;
    scene.at(0, "catalogue").await.misses("Each side agreed to this list");
    // A change while the sides are looking ends the question.
    write(&mut ana, &scene, "It is still hard", "How we worked together", "Few spoke up.").await;
    scene.at(2, "joint").await.sees("It was taken back").misses("Say yes for your side");
    ask(&mut scene, 1).await;
    answer(&mut scene, 0, "Say yes for your side").await;
    answer(&mut scene, 2, "Say yes for your side").await;
    scene.at(2, "catalogue").await.sees("Each side agreed to this list");
    scene.at(2, "record").await.sees("Each side agreed to what was learned in cycle 1");
    write(&mut ana, &scene, "It went well", "How we worked together", "We met each month.").await;
    ana.sees("The list changed after each side had agreed");
});

scenario!(a_side_that_stays_silent_has_not_agreed, |town| {
    let mut scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone();
    write(&mut ana, &scene, "It went well", "What we did", BODY).await;
    ask(&mut scene, 0).await;
    town.pass(15 * Moment::DAY);
    town.work().await;
    let mut ruth = fresh(&town, "Ruth Okafor").await;
    ruth.open(&scene.path("catalogue"))
        .await
        .misses("Each side agreed to this list")
        .sees("Ask the other sides");
});

scenario!(key_questions_are_answered_together_and_nothing_is_lost, |town| {
    let mut scene = active(&town, 2).await;
    let page = scene.path("catalogue/questions");
    let mut ana = scene.leads[0].clone();
    ana.open(&page).await;
    let ruth = &mut scene.leads[1];
    ruth.open(&page).await;
    ana.fill("Was it safe to speak?", "Mostly.")
        .press("Save the answers")
        .await
        .answered(200)
        .sees("Mostly.");
    ruth.fill("Was it safe to speak?", "Not for all.")
        .press("Save the answers")
        .await
        .answered(409)
        .sees("Mostly.");
    assert_eq!(ruth.holds("Was it safe to speak?"), "Not for all.");
    ruth.press("Save the answers").await.answered(200).sees("Not for all.").misses("Mostly.");
});

scenario!(readers_write_nothing_and_a_lead_alone_asks_the_sides, |town| {
    let scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone();
    write(&mut ana, &scene, "It went well", "What we did", BODY).await;
    let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    lee.open(&scene.path("catalogue")).await.sees(BODY).sees("Add to the list").misses("Ask the other sides");
    let body = "_key=0123456789abcdef0123456789abcdef&_version=2&days=14".to_owned();
    lee.send(Method::POST, &scene.path("catalogue/agree"), Some(body)).await.answered(403);
    let (_, mut sam) = town.person("Sam Vale").await;
    sam.open(&scene.path("catalogue")).await.answered(404);
    sam.open(&scene.path("catalogue/new")).await.answered(404);
});

scenario!(the_list_reads_in_spanish_too, |town| {
    let scene = active(&town, 2).await;
    let mut ana = scene.leads[0].clone().reading("es");
    ana.hold("language", "es");
    ana.open("/language/es?next=%2F").await;
    ana.open(&scene.path("catalogue"))
        .await
        .sees("Lo que aprendimos en el ciclo 1")
        .sees("Agregar a la lista");
});
