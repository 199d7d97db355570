//! The case is put together by anybody with a voice, and each side accepts exactly what stands.

use crate::scenario;
use crate::testing::scene::{active, sit};

scenario!(a_number_comes_by_hand_or_from_a_file_and_small_counts_stay_out, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "case").await.sees("No number stands here yet");
    scene.leads[0].fill("What was counted", "Teachers who left").fill("When", "2024-25").fill("Number", "19");
    scene.leads[0].fill("Source", "Staff office").fill("How many people it is about", "4");
    scene.leads[0].press("Add this number").await.answered(422).sees("about too few people");
    scene.leads[0].fill("How many people it is about", "210").press("Add this number").await.answered(200);
    scene.leads[0].sees("Teachers who left").sees("Version 1");
    let bad = "name,period,value,people,source\nDays missed,2024-25,many,students,Office\n";
    scene.leads[0].fill("Lines of the file", bad).press("Check the lines").await.answered(422);
    scene.leads[0].sees("Line 2, column value").sees("Days missed");
    let good = bad.replace("many", "11.5");
    scene.leads[0].fill("Lines of the file", &good).press("Check the lines").await.answered(200);
    scene.leads[0].sees("Nothing is added yet").press("Add all these lines").await.answered(200);
    scene.at(1, "case").await.sees("Days missed").sees("11.5").sees("Version 2");
    scene.at(1, "case/print").await.sees("Days missed").sees("Version 2, printed on");
});

scenario!(each_side_agrees_to_what_stands_and_no_edit_undoes_it, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "case").await.fill("Part of the work", "mentoring").fill("Who does it today", "nobody");
    scene.leads[0].press("Save who does it").await.answered(200).sees("Nobody");
    scene.leads[0].press("Ask each side").await.answered(200);
    for lead in 0..2 {
        scene.at(lead, "case").await.press("Say yes for your side").await.answered(200);
    }
    scene.at(0, "case").await.sees("Each side agreed");
    scene.leads[0].fill("Our answer", "Nobody helps new teachers today.");
    scene.leads[0].press("Save the answer").await.answered(200).misses("Each side agreed");
    scene.leads[0].sees("Nobody helps new teachers today.");
    scene.leads[0].sees("Version 1 stands, agreed on").sees("Version 2 is being written");
    scene
        .at(1, "record")
        .await
        .sees("Ana Ruiz changed the case. Version 1 stands. Version 2 is not agreed yet.");
    // The agreed one is read as it was, and the step stays done.
    scene.at(1, "case").await.follow("Read the agreed version").await.answered(200);
    scene.leads[1].sees("Each side agreed to version 1").misses("Nobody helps new teachers today.");
    scene.at(1, "agreements").await.sees("The case for working together");
    // A newer version counts when each side has agreed to it, and not before.
    scene.at(1, "case").await.press("Ask each side").await.answered(200);
    scene.at(1, "case").await.press("Say yes for your side").await.answered(200);
    scene.at(1, "case").await.sees("Version 1 stands").misses("Each side agreed");
    scene.at(0, "case").await.press("Say yes for your side").await.answered(200);
    scene.at(0, "case").await.sees("Each side agreed").misses("is being written");
});

scenario!(taking_something_off_asks_first_and_leaves_what_was_agreed, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "case").await.fill("What was counted", "Teachers who left").fill("When", "2024-25");
    scene.leads[0].fill("Number", "19").fill("Source", "Staff office");
    scene.leads[0].press("Add this number").await.answered(200).press("Ask each side").await.answered(200);
    for lead in 0..2 {
        scene.at(lead, "case").await.press("Say yes for your side").await.answered(200);
    }
    let path = scene.path("case");
    let mut member = sit(&town, scene.id, Some(scene.parties[1]), "Mel Low", false).await;
    member.open(&path).await.follow("Take it off").await.answered(200);
    member
        .sees("What will happen")
        .sees("What each side agreed to stays as it is")
        .sees("Teachers who left 2024-25");
    member.press("Take it off").await.answered(200).sees("No number stands here yet");
    member.sees("Version 1 stands").follow("Read the agreed version").await.sees("Teachers who left");
    scene.at(0, "record").await.sees("Mel Low changed the case. Version 1 stands.");
    let (_, mut stranger) = town.person("Sam Gray").await;
    stranger.open(&scene.path("case/remove")).await.answered(404);
    scene.leads[0].open("/language/es").await;
    scene.at(0, "case").await.sees("Sigue en pie la versión 1");
});

scenario!(a_stale_answer_keeps_what_was_typed, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "case").await.fill("Our answer", "Written by Ana");
    scene.at(1, "case").await.fill("Our answer", "Written by Ruth");
    scene.leads[0].press("Save the answer").await.answered(200);
    scene.leads[1]
        .press("Save the answer")
        .await
        .answered(409)
        .sees("Written by Ana")
        .sees("Written by Ruth");
});

scenario!(an_observer_of_another_place_sees_nothing_and_a_member_does_not_ask_the_sides, |town| {
    let mut scene = active(&town, 2).await;
    let path = scene.path("case");
    let mut member = sit(&town, scene.id, Some(scene.parties[1]), "Mel Low", false).await;
    member.open(&path).await.answered(200).fill("Who does it today", "together");
    member.press("Save who does it").await.answered(200).misses("Ask each side");
    let (_, mut stranger) = town.person("Sam Gray").await;
    stranger.open(&path).await.answered(404);
    scene.leads[0].open("/language/es").await;
    scene.at(0, "case").await.sees("Quién hace qué hoy").misses("Who does what today");
});

scenario!(a_cited_study_leads_to_where_it_stands_or_says_that_no_address_is_known, |town| {
    let mut scene = active(&town, 2).await;
    let page = scene.at(0, "case").await;
    for study in crate::prepare::case::STUDIES {
        let opens = |link: &str| format!("href=\"{link}\" target=\"_blank\" rel=\"noopener noreferrer\"");
        assert!(study.link.is_none_or(|link| page.html.contains(&opens(link))), "{}", study.code);
        let lasts = |link: &str| {
            link.starts_with("https://doi.org/10.") || link.starts_with("https://eric.ed.gov/?id=")
        };
        assert!(study.link.is_none_or(lasts), "{}", study.code);
    }
    page.sees("We know no address we could check for this one.");
    page.choose("In 27 schools")
        .choose("In more than 400 schools")
        .press("Save the choice")
        .await
        .answered(200);
    let mut print = scene.leads[1].clone();
    print.open(&scene.path("case/print")).await.sees("Working paper. We know no address");
    assert!(print.html.contains("href=\"https://doi.org/10.1177/0019793916660508\""));
});
