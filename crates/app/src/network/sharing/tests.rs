//! Districts that let a partner group above see where they stand, on both engines.

use axum::http::Method;

use crate::scenario;
use crate::testing::scene::{Scene, active, sit};
use crate::testing::{Settled, Town};

/// A district and, above it, a partner group with a public page.
async fn two(town: &Town, parties: usize) -> (Scene, Settled) {
    let scene = active(town, parties).await;
    let above = town
        .settled(&[
            ("State Educators", true, &["Una Bell"], &["Lee Park"]),
            ("State Schools", true, &["Kim Roy"], &[]),
        ])
        .await;
    town.put_above(above.id, scene.id).await;
    (scene, above)
}

async fn ask(scene: &mut Scene) {
    let page = scene.path("sharing");
    let ana = &mut scene.leads[0];
    ana.open(&page).await.sees("We share nothing").choose("Riverside").press("Ask the other sides").await;
    ana.answered(200);
    ana.sees("has not answered");
}

scenario!(nothing_is_seen_above_before_each_side_said_yes_and_nothing_private_after, |town| {
    let (mut scene, above) = two(&town, 3).await;
    let home = scene.path("catalogue/new");
    scene.leads[0].open(&home).await.choose("It went well").choose("What we did");
    scene.leads[0].fill("In your words", "kanaryword in the list").press("Save it").await.answered(200);
    ask(&mut scene).await;
    let mut una = above.browser("Una Bell");
    let joint = scene.path("joint");
    scene.leads[1]
        .open(&joint)
        .await
        .sees("with Riverside. No names, no texts")
        .press("Say yes for your side")
        .await;
    una.open(&above.path("/sharing")).await.misses("Alder Valley Schools");
    scene.leads[2].open(&joint).await.press("Say yes for your side").await.answered(200);
    una.open(&above.path("/sharing")).await.sees("Alder Valley Schools").sees("Cycle 1 · ");
    for word in ["kanaryword", "Ana", "Ruth", "Cem", "Alder Educators"] {
        una.misses(word);
    }
    // Anybody who sits above sees it; what it opens is nothing.
    above.browser("Lee Park").open(&above.path("/sharing")).await.sees("Alder Valley Schools");
    for page in ["", "/catalogue", "/lessons", "/lasting", "/cycle", "/record", "/people", "/sharing"] {
        una.open(&format!("/p/{}{page}", scene.id)).await.answered(404);
    }
    scene.at(1, "sharing").await.sees("Riverside").sees("Stop sharing now");
    scene.leads[1].open(&format!("/p/{}", above.id)).await.answered(404);
});

scenario!(any_one_side_ends_it_alone_and_at_once, |town| {
    let (mut scene, above) = two(&town, 3).await;
    ask(&mut scene).await;
    for lead in [1, 2] {
        scene.at(lead, "joint").await.press("Say yes for your side").await.answered(200);
    }
    scene.at(2, "sharing").await.press("Stop sharing now").await.answered(200).sees("Sharing has stopped");
    above.browser("Una Bell").open(&above.path("/sharing")).await.misses("Alder Valley Schools");
    scene.at(0, "record").await.sees("stopped the sharing with Riverside for Cedar Board");
});

scenario!(one_no_and_nothing_is_shared, |town| {
    let (mut scene, above) = two(&town, 2).await;
    ask(&mut scene).await;
    scene.at(1, "joint").await.fill("If you say no: why?", "Not yet.").press("Say no for your side").await;
    above.browser("Una Bell").open(&above.path("/sharing")).await.misses("Alder Valley Schools");
});

scenario!(only_those_above_with_a_public_page_are_offered, |town| {
    let mut scene = active(&town, 2).await;
    let beside = town
        .settled(&[("Hill Educators", true, &["Una Bell"], &[]), ("Hill Schools", true, &["Kim Roy"], &[])])
        .await;
    scene.at(0, "sharing").await.sees("No partnership above yours has a public page");
    let body = format!("_key=0123456789abcdef0123456789abcdef&days=14&receiver={}", beside.id);
    let page = scene.path("sharing");
    scene.leads[0].send(Method::POST, &page, Some(body)).await.answered(422).misses("Riverside");
});

scenario!(a_member_sees_what_is_shared_and_decides_nothing, |town| {
    let (mut scene, _) = two(&town, 2).await;
    ask(&mut scene).await;
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    let mut ira = sit(&town, scene.id, Some(scene.parties[0]), "Ira Holm", false).await;
    ira.open(&scene.path("sharing")).await.sees("Riverside").misses("Stop sharing now");
    let page = scene.path("sharing");
    let end = scene.leads[1].open(&page).await.sending("Stop sharing now").0;
    let body = "_key=0123456789abcdef0123456789abcdef".to_owned();
    ira.send(Method::POST, &end, Some(body)).await.answered(403);
});
