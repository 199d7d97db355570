//! The map: groups and ties, never people; what is missing is said; each side accepts the map as it stands.

use crate::scenario;
use crate::testing::Browser;
use crate::testing::scene::active;

async fn add(browser: &mut Browser, path: &str, role: &str, name: &str) {
    browser.open(path).await.fill("Kind of group", role).fill("What the group is called", name);
    browser.press("Add the group").await.answered(200).sees(name);
}

/// The id of a group, as the choices of the page have it.
fn id_of(browser: &Browser, name: &str) -> String {
    let at = browser.html.find(&format!("\">{name}</option>")).expect("a choice");
    browser.html[..at].chars().rev().take_while(|c| *c != '"').collect::<String>().chars().rev().collect()
}

scenario!(groups_ties_and_gaps_are_told_in_a_list_and_a_picture, |town| {
    let mut scene = active(&town, 2).await;
    let path = scene.path("partners");
    scene
        .at(0, "partners")
        .await
        .sees("Students")
        .sees("No group on this map yet")
        .misses("<svg class=\"chart\"");
    add(&mut scene.leads[0], &path, "school.students", "Student council").await;
    add(&mut scene.leads[1], &path, "district.board", "School board").await;
    scene.at(0, "partners").await.sees("No group on this map yet");
    scene.leads[0].fill("Tie", "weak").press("Save the tie").await.answered(422);
    scene.leads[0].sees("Choose two groups that are not the same");
    let students = id_of(&scene.leads[0], "Student council");
    scene.leads[0].fill("The other group", &students).fill("Tie", "weak");
    scene.leads[0].press("Save the tie").await.answered(200);
    assert!(scene.leads[0].html.contains("stroke-dasharray"), "the weak tie is drawn");
    scene.leads[0].sees("Weak").press("Ask each side").await.answered(200);
    for lead in 0..2 {
        scene.at(lead, "partners").await.press("Say yes for your side").await.answered(200);
    }
    scene.at(1, "partners").await.sees("Each side agreed");
    add(&mut scene.leads[1], &path, "school.parents", "Elm Street parents").await;
    scene.at(0, "partners").await.misses("Each side agreed").sees("Version 3 stands, agreed on");
    scene.leads[0].follow("Take it off").await.answered(200).sees("Its ties go with it");
    scene.leads[0].sees("everybody can still read it").press("Take it off the map").await.answered(200);
    scene.at(1, "partners").await.follow("Read the agreed version").await.sees("Student council");
    scene.at(1, "record").await.sees("changed the partner map. Version 3 stands.");
});

scenario!(what_is_typed_wrong_is_kept_and_the_page_speaks_spanish, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "partners").await.press("Add the group").await.answered(422);
    assert!(scene.leads[0].wrong("What the group is called").is_some());
    scene.leads[0].open("/language/es").await;
    scene.at(0, "partners").await.sees("Todavía no hay un grupo en este mapa").misses("No group on this map");
});
