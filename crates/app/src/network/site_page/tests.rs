//! What a stranger, a partner group and everybody else see on the page of a place, on both engines.

use uuid::Uuid;

use crate::people::partnership::{self, State};
use crate::scenario;
use crate::testing::scene::{Scene, active, sit};
use crate::testing::{Browser, Settled, Town};

/// A district, and above it a partner group with a public page.
async fn two(town: &Town) -> (Scene, Settled, Uuid) {
    let scene = active(town, 2).await;
    let above = town
        .settled(&[
            ("State Educators", true, &["Una Bell"], &["Lee Park"]),
            ("State Schools", true, &["Kim Roy"], &[]),
        ])
        .await;
    town.put_above(above.id, scene.id).await;
    let state = town.make_state(above.id, "OR").await;
    (scene, above, state)
}

/// Proposes to share with this one, and the other side says yes.
async fn share(scene: &mut Scene, with: &str) {
    scene.at(0, "sharing").await.choose(with).press("Ask the other sides").await.answered(200);
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
}

/// Writes private words where a page could show them by mistake.
async fn canaries(scene: &mut Scene) {
    let new = scene.path("catalogue/new");
    scene.leads[0].open(&new).await.choose("It went well").choose("What we did");
    scene.leads[0].fill("In your words", "kanaryword in the list").press("Save it").await.answered(200);
    let ask = scene.path("support");
    scene.leads[0]
        .open(&ask)
        .await
        .fill("What kind of support?", "translation")
        .fill("What do you need?", "kanaryword in a need");
    scene.leads[0].press("Ask for it").await.answered(200);
}

fn nothing_private(browser: &Browser) {
    for word in ["kanaryword", "Ana", "Ruth", "Alder Educators", "Brook Administration"] {
        assert!(!browser.text().contains(word), "{word} is private");
    }
}

scenario!(everybody_sees_who_agreed_to_be_shown_and_nothing_private, |town| {
    let (mut scene, _, state) = two(&town).await;
    canaries(&mut scene).await;
    let page = format!("/sites/{state}");
    let mut stranger = town.browser();
    stranger.open("/sites").await.sees("Nothing is shown here yet");
    stranger.open(&page).await.answered(200).sees("Nothing is shown here yet").misses("Alder Valley");
    scene.at(0, "sharing").await.choose("Everybody").press("Ask the other sides").await.answered(200);
    // One side alone shows nothing.
    stranger.open(&page).await.misses("Alder Valley");
    scene.at(1, "joint").await.sees("who opens the page of our state").press("Say yes for your side").await;
    stranger.open(&page).await.sees("Alder Valley Schools").sees("Cycle 1 · Act: ").sees("Translation");
    nothing_private(&stranger);
    stranger.open("/").await.follow("Where partnerships are at work").await.sees("One partnership");
    stranger
        .clone()
        .reading("es")
        .open(&page)
        .await
        .answered(200)
        .sees("Alder Valley Schools")
        .sees("Traducción");
    // The district has a page of its own, since it agreed to be shown.
    stranger.open(&page).await.follow("Alder Valley Schools").await.answered(200).sees("Cycle 1");
    nothing_private(&stranger);
    stranger.open(&format!("/sites/{}", Uuid::now_v7())).await.answered(404);
});

scenario!(a_partner_group_sees_on_the_page_what_is_shared_with_it_and_nobody_else_does, |town| {
    let (mut scene, above, state) = two(&town).await;
    canaries(&mut scene).await;
    let page = format!("/sites/{state}");
    share(&mut scene, "Riverside").await;
    let mut lee = above.browser("Lee Park");
    lee.open(&above.path("/sharing")).await.follow("See who shares").await.answered(200);
    lee.sees("Alder Valley Schools").sees("only your group sees this").sees("Cycle 1 · Act: ");
    nothing_private(&lee);
    town.browser().open(&page).await.answered(200).misses("Alder Valley").misses("only your group");
    town.browser().open("/sites").await.misses("Alder Valley");
    let (_, mut other) = town.person("Ray Ito").await;
    other.open(&page).await.misses("Alder Valley");
    let mut kim = above.browser("Kim Roy");
    kim.open(&page).await.sees("Alder Valley Schools");
});

scenario!(any_one_side_takes_it_off_the_page_at_once, |town| {
    let (mut scene, _, state) = two(&town).await;
    share(&mut scene, "Everybody").await;
    let page = format!("/sites/{state}");
    town.browser().open(&page).await.sees("Alder Valley Schools");
    let mut ira = sit(&town, scene.id, Some(scene.parties[0]), "Ira Holm", false).await;
    ira.open(&scene.path("sharing")).await.sees("Everybody").misses("Stop sharing now");
    scene.at(1, "sharing").await.press("Stop sharing now").await.answered(200).sees("Sharing has stopped");
    town.browser().open(&page).await.answered(200).misses("Alder Valley");
    scene.at(0, "record").await.sees("stopped showing everybody").sees("Brook Administration");
});

scenario!(a_draft_and_a_partnership_that_ended_are_never_shown, |town| {
    let (mut scene, _, state) = two(&town).await;
    share(&mut scene, "Everybody").await;
    let page = format!("/sites/{state}");
    let states = [(State::Paused, true), (State::Draft, false), (State::Ended, false), (State::Active, true)];
    for (state, seen) in states {
        let mut act = town.site.act().await.unwrap();
        partnership::set_state(&mut act, scene.id, state).await.unwrap();
        act.commit().await.unwrap();
        let mut stranger = town.browser();
        stranger.open(&page).await.answered(200);
        assert_eq!(stranger.text().contains("Alder Valley"), seen, "{state:?}");
    }
});
