//! A partnership that has not met for ninety days, on both engines.

use crate::features;
use crate::scenario;
use crate::site::Moment;
use crate::testing::Town;
use crate::testing::scene::{active, fresh, sit};

async fn days_pass(town: &Town, days: i64) {
    town.pass(days * Moment::DAY);
    features::begin_regular_jobs(&town.site).await.unwrap();
    town.work().await;
}

async fn asked(town: &Town) -> usize {
    town.letters().await.iter().filter(|letter| letter.subject.contains("go on, rest or end?")).count()
}

scenario!(both_sides_are_asked_once_for_each_silence, |town| {
    let scene = active(&town, 2).await;
    let _lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    days_pass(&town, 89).await;
    assert_eq!(asked(&town).await, 0);
    days_pass(&town, 2).await;
    assert_eq!(asked(&town).await, 2, "each lead, and nobody else");
    days_pass(&town, 20).await;
    assert_eq!(asked(&town).await, 2);
    let mut ana = fresh(&town, "Ana Ruiz").await;
    ana.open(&format!("/p/{}", scene.id)).await.sees("Say if you want to go on, rest or end");
    ana.open(&scene.path("cycle")).await.sees("Without an answer, nothing changes");
    ana.press("Go on").await.answered(200).sees("Your answer is noted").sees("Alder Educators Go on");
    ana.open(&format!("/p/{}", scene.id)).await.misses("Say if you want to go on, rest or end");
    let mut lee = fresh(&town, "Lee Park").await;
    lee.open(&scene.path("cycle")).await.sees("Ninety days without a meeting").misses("Your answer is noted");
    assert!(!lee.html.contains("value=\"pause\""), "a member does not answer for the side");
});

scenario!(an_answer_alone_pauses_and_ends_nothing, |town| {
    let scene = active(&town, 2).await;
    days_pass(&town, 91).await;
    let mut ruth = fresh(&town, "Ruth Okafor").await;
    ruth.open(&scene.path("cycle")).await.press("Rest for a while").await.answered(200);
    assert!(ruth.path.ends_with("/joint/new/pause"), "{}", ruth.path);
    ruth.open(&scene.path("record"))
        .await
        .sees("answered for Brook Administration after a long silence: rest");
    ruth.open(&scene.path("cycle")).await.sees("Alder Educators has not answered").sees("Close cycle 1");
});

scenario!(a_partnership_that_rests_is_not_asked, |town| {
    let mut scene = active(&town, 2).await;
    let page = scene.path("joint/new/pause");
    scene.leads[0].open(&page).await.press("Propose it to the others").await.answered(200);
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    days_pass(&town, 120).await;
    assert_eq!(asked(&town).await, 0);
});

scenario!(after_a_rest_the_ninety_days_begin_anew, |town| {
    let mut scene = active(&town, 2).await;
    let page = scene.path("joint/new/pause");
    scene.leads[0].open(&page).await.press("Propose it to the others").await.answered(200);
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    town.pass(120 * Moment::DAY);
    let (mut ana, mut ruth) = (fresh(&town, "Ana Ruiz").await, fresh(&town, "Ruth Okafor").await);
    let page = scene.path("joint/new/resume");
    ana.open(&page).await.press("Propose it to the others").await.answered(200);
    ruth.open(&scene.path("joint")).await.press("Say yes for your side").await.answered(200);
    days_pass(&town, 1).await;
    assert_eq!(asked(&town).await, 0, "a rest is no silence");
    days_pass(&town, 87).await;
    assert_eq!(asked(&town).await, 0);
    days_pass(&town, 3).await;
    assert_eq!(asked(&town).await, 2, "each lead, ninety days after they went on");
    fresh(&town, "Ana Ruiz").await.open(&scene.path("cycle")).await.sees("Ninety days without a meeting");
});
