//! Joint acts among two, three and four must-agree parties, with one that stays silent.

use crate::scenario;
use crate::site::Moment;
use crate::testing::scene::{Scene, active, fresh};
use crate::testing::{Browser, Town};

async fn propose(browser: &mut Browser, scene_path: &str, kind: &str, fill: &[(&str, &str)]) {
    browser.open(&format!("{scene_path}/joint/new/{kind}")).await.answered(200);
    for (label, text) in fill {
        browser.fill(label, text);
    }
    browser.press("Propose it to the others").await.answered(200);
}

async fn answer(scene: &mut Scene, lead: usize, button: &str) {
    let page = scene.path("joint");
    scene.leads[lead].open(&page).await.press(button).await.answered(200);
}

const NAMES: [&str; 4] = ["Ana Ruiz", "Ruth Okafor", "Cem Kaya", "Dora Lind"];

async fn all_agree(town: &Town, parties: usize) {
    let mut scene = active(town, parties).await;
    let path = format!("/p/{}", scene.id);
    propose(&mut scene.leads[0], &path, "rename", &[("The new name", "Alder Valley Together")]).await;
    for lead in 1..parties {
        scene.leads[0].open(&path).await.misses("Alder Valley Together");
        answer(&mut scene, lead, "Say yes for your side").await;
    }
    scene.leads[0].open(&path).await.sees("Alder Valley Together");
}

async fn one_is_silent(town: &Town, parties: usize) {
    let mut scene = active(town, parties).await;
    let path = format!("/p/{}", scene.id);
    propose(&mut scene.leads[0], &path, "rename", &[("The new name", "Alder Valley Together")]).await;
    for lead in 1..parties - 1 {
        answer(&mut scene, lead, "Say yes for your side").await;
    }
    town.pass(13 * Moment::DAY);
    town.work().await;
    let mut ana = fresh(town, NAMES[0]).await;
    ana.open(&scene.path("joint"))
        .await
        .sees("has not answered")
        .sees("Without an answer by then, nothing changes");
    town.pass(2 * Moment::DAY);
    town.work().await;
    let mut ana = fresh(town, NAMES[0]).await;
    ana.open(&scene.path("joint")).await.sees("The date passed. Nothing changed.");
    ana.open(&path).await.misses("Alder Valley Together");
}

scenario!(two_parties_agree, |town| { all_agree(&town, 2).await });
scenario!(three_parties_agree, |town| { all_agree(&town, 3).await });
scenario!(four_parties_agree, |town| { all_agree(&town, 4).await });
scenario!(one_of_two_is_silent, |town| { one_is_silent(&town, 2).await });
scenario!(one_of_three_is_silent, |town| { one_is_silent(&town, 3).await });
scenario!(one_of_four_is_silent, |town| { one_is_silent(&town, 4).await });

scenario!(closing_is_done_by_one_side_after_its_date_and_says_so, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    scene.leads[0]
        .open(&format!("{path}/joint/new/close"))
        .await
        .sees("the record says that one side closed it");
    propose(&mut scene.leads[0], &path, "close", &[("Days to answer", "3")]).await;
    town.pass(3 * Moment::DAY);
    town.work().await;
    let mut ruth = fresh(&town, NAMES[1]).await;
    ruth.open(&scene.path("joint")).await.sees("Say yes for your side");
    town.pass(Moment::DAY);
    town.work().await;
    let mut ruth = fresh(&town, NAMES[1]).await;
    ruth.open(&scene.path("joint")).await.sees("Closed by one side").misses("Say yes for your side");
    ruth.open(&scene.path("record")).await.sees("closed by one side");
    ruth.open(&scene.path("joint/new/rename")).await.answered(403);
});

scenario!(a_no_needs_a_reason_and_ends_it, |town| {
    let mut scene = active(&town, 3).await;
    let path = format!("/p/{}", scene.id);
    propose(&mut scene.leads[0], &path, "pause", &[]).await;
    let page = scene.path("joint");
    scene.leads[1].open(&page).await.press("Say no for your side").await.answered(422);
    assert!(scene.leads[1].wrong("If you say no: why?").is_some());
    scene.leads[1].fill("If you say no: why?", "Not before the vote.").press("Say no for your side").await;
    scene.leads[1].answered(200).sees("Not before the vote.");
    scene.leads[2].open(&page).await.sees("One side said no").misses("Say yes for your side");
});

scenario!(a_party_does_not_answer_itself_nor_twice, |town| {
    let mut scene = active(&town, 3).await;
    let path = format!("/p/{}", scene.id);
    propose(&mut scene.leads[0], &path, "pause", &[]).await;
    let page = scene.path("joint");
    scene.leads[0].open(&page).await.misses("Say yes for your side").sees("Take the proposal back");
    scene.leads[1].open(&page).await;
    let (action, method, mut pairs) = scene.leads[1].sending("Say yes for your side");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    for _ in 0..3 {
        scene.leads[1].send(method.clone(), &action, Some(body.clone())).await.answered(200);
    }
    pairs
        .iter_mut()
        .filter(|(name, _)| name == "_key")
        .for_each(|(_, value)| *value = "0123456789abcdef9".into());
    let again = serde_urlencoded::to_string(&pairs).unwrap();
    scene.leads[1].send(method.clone(), &action, Some(again.clone())).await.answered(422);
    scene.leads[0].send(method, &action, Some(again)).await.answered(422);
});

scenario!(a_proposal_is_taken_back_only_by_those_who_made_it, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    propose(&mut scene.leads[0], &path, "pause", &[]).await;
    let page = scene.path("joint");
    scene.leads[0].open(&page).await;
    let (action, method, pairs) = scene.leads[0].sending("Take the proposal back");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    scene.leads[1].send(method, &action, Some(body)).await.answered(403);
    scene.leads[0]
        .open(&page)
        .await
        .press("Take the proposal back")
        .await
        .answered(200)
        .sees("It was taken back");
});

scenario!(parties_neutral_seats_and_the_pause_come_by_agreement, |town| {
    let mut scene = active(&town, 2).await;
    let path = format!("/p/{}", scene.id);
    let people = scene.path("people");
    let fields = [("The new group is", "family"), ("Name of the new group", "Elm Families")];
    propose(&mut scene.leads[0], &path, "add-party", &fields).await;
    answer(&mut scene, 1, "Say yes for your side").await;
    scene.leads[0].open(&people).await.sees("Elm Families").sees("Advises");
    let fields = [("Their name", "Kim Nora"), ("Their e-mail address", "kim.nora@example.org")];
    propose(&mut scene.leads[1], &path, "neutral", &fields).await;
    assert!(town.letters().await.iter().all(|l| l.to_address != "kim.nora@example.org"));
    answer(&mut scene, 0, "Say yes for your side").await;
    let (_, mut kim) = town.person("Kim Nora").await;
    crate::testing::scene::accept(&town, &mut kim, "kim.nora@example.org").await;
    kim.open(&people).await.sees("In no party").sees("Kim Nora");
    kim.open(&scene.path("joint/new/pause")).await.answered(403);
    propose(&mut scene.leads[0], &path, "pause", &[]).await;
    answer(&mut scene, 1, "Say yes for your side").await;
    scene.at(0, "joint").await.sees("Go on after the pause");
});

scenario!(two_must_agree_parties_have_to_stay, |town| {
    let mut scene = active(&town, 2).await;
    let second = scene.parties[1].to_string();
    scene.at(0, "joint/new/must-agree").await.fill("Which party", &second);
    scene.leads[0].choose("It advises and need not agree").press("See what the others will read").await;
    scene.leads[0].answered(422).sees("A partnership needs two must-agree parties");
});

scenario!(who_must_agree_is_chosen_and_read_again_before_anybody_is_told, |town| {
    let mut scene = active(&town, 3).await;
    let third = scene.parties[2].to_string();
    let before = town.letters().await.len();
    scene.at(0, "joint/new/must-agree").await.sees("Cedar Board: must agree today");
    scene.leads[0].sees("What was agreed before stands").fill("Which party", &third);
    // A slip proposes nothing: neither choice is taken for granted.
    scene.leads[0].press("See what the others will read").await.answered(422);
    scene.leads[0].choose("It advises and need not agree").press("See what the others will read").await;
    scene.leads[0].answered(200).sees("From now on Cedar Board advises and need not agree.");
    scene.leads[0].sees("2 leads get a letter").sees("Ruth Okafor");
    assert_eq!(town.letters().await.len(), before, "nobody is told before it is confirmed");
    scene.at(1, "joint").await.sees("Nothing waits for an answer");
    scene.leads[0].press("Propose it to the others").await.answered(200);
    scene.at(2, "joint").await.sees("From now on Cedar Board advises").press("Say yes for your side").await;
    scene.at(1, "joint").await.press("Say yes for your side").await.answered(200);
    scene.at(0, "joint/new/must-agree").await.sees("Cedar Board: advises today");
    scene.at(2, "joint/new/must-agree").await.answered(403);
});

scenario!(each_joint_act_says_what_will_happen, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "joint/new/open-page").await.sees("The page does not show: names of people");
    scene.at(0, "joint/new/pause").await.sees("Everybody keeps their seat and can read everything");
    scene
        .at(0, "joint/new/close")
        .await
        .sees("It cannot be opened again")
        .sees("Nothing is deleted by closing");
    scene.leads[0].open("/language/es").await;
    scene.at(0, "joint/new/close").await.sees("No se puede abrir otra vez");
});
