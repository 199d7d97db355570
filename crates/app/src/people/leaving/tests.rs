//! A party leaves, keeps reading, takes its copy along, and may come back.

use crate::scenario;
use crate::site::Moment;
use crate::testing::scene::{active, draft, sit};

scenario!(a_party_leaves_alone_and_the_partnership_of_two_rests, |town| {
    let mut scene = active(&town, 2).await;
    let mut member = sit(&town, scene.id, Some(scene.parties[0]), "Theo Holm", false).await;
    member.open(&scene.path("withdraw")).await.answered(403);
    let page = scene.path("withdraw");
    scene.leads[0].open(&page).await.sees("You need no reason").press("Take Alder Educators out").await;
    scene.leads[0].answered(200).sees("Alder Educators has left");
    scene.at(0, "people").await.answered(200).sees("Left on");
    scene.at(0, "joint/new/rename").await.answered(403);
    member.open(&scene.path("record")).await.answered(200).sees("out of the partnership").sees("paused");
    member.open(&scene.path("export/file")).await.answered(200);
    scene.at(1, "joint").await.sees("Go on after the pause");
    scene.at(1, "joint/new/resume").await.press("Propose it to the others").await.answered(422);
    town.work().await;
    assert!(town.letter_to("ruth.okafor@example.org").await.subject.contains("has left"));
});

scenario!(leaving_asks_for_a_fresh_proof, |town| {
    let mut scene = active(&town, 2).await;
    town.pass(11 * Moment::MINUTE);
    scene.at(0, "withdraw").await;
    assert!(scene.leads[0].path.starts_with("/prove"), "on {}", scene.leads[0].path);
});

scenario!(what_waits_for_a_party_that_left_no_longer_does, |town| {
    let mut scene = active(&town, 3).await;
    let joint = scene.path("joint");
    scene.at(0, "joint/new/rename").await.fill("The new name", "Together");
    scene.leads[0].press("Propose it to the others").await.answered(200);
    scene.at(2, "joint/new/pause").await.press("Propose it to the others").await.answered(200);
    scene.leads[1].open(&joint).await.answered(200);
    scene.at(2, "withdraw").await.press("Take Cedar Board out").await.answered(200);
    scene.leads[1]
        .open(&joint)
        .await
        .sees("It was taken back")
        .press("Say yes for your side")
        .await
        .answered(200);
    scene.leads[1].sees("All sides said yes");
});

scenario!(a_party_comes_back_when_the_others_agree, |town| {
    let mut scene = active(&town, 3).await;
    scene.at(2, "withdraw").await.press("Take Cedar Board out").await.answered(200);
    let path = scene.path("return");
    scene.leads[0].open(&path).await.answered(403);
    scene.leads[2].open(&path).await.answered(200).press("Propose it to the others").await.answered(200);
    let joint = scene.path("joint");
    for lead in 0..2 {
        scene.leads[lead].open(&joint).await.press("Say yes for your side").await.answered(200);
    }
    scene.at(2, "joint/new/rename").await.answered(200);
});

scenario!(a_draft_ends_when_one_side_leaves_it, |town| {
    let mut scene = draft(&town).await;
    let page = scene.path("withdraw");
    scene.leads[1]
        .open(&page)
        .await
        .sees("This is only a draft")
        .press("Take Brook Administration out")
        .await;
    scene.leads[1].answered(200);
    scene.at(0, "draft/edit").await.answered(403);
    scene.at(0, "people").await.answered(200);
});

scenario!(the_copy_holds_names_and_proofs_and_nobodys_address, |town| {
    use crate::access::{Actor, Right, Seat};
    let scene = active(&town, 2).await;
    let (person, _) = town.person("Ana Ruiz").await;
    let mut tx = town.site.look().await.unwrap();
    let seated = crate::people::membership::seats(&mut tx, scene.id).await.unwrap();
    let ana = seated.iter().find(|line| line.person == person).unwrap();
    let actor = Actor::Person(Box::new(crate::access::Person {
        id: person,
        name: ana.name.clone(),
        email: ana.email.clone(),
        language: words::Lang::En,
        operator: false,
        session: person,
        proved_at: town.site.now(),
    }));
    let seat = Seat::ask(&mut tx, &actor, scene.id, Right::Export).await.unwrap();
    let w = words::Words::new(words::Lang::En);
    let bytes = crate::people::leaving::export::of(&mut tx, &seat, &w, town.site.now()).await.unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    names.sort();
    assert_eq!(names, ["index.html", "partnership.json", "record.concord", "style.css"]);
    for name in names {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(&name).unwrap(), &mut text).unwrap();
        assert!(!text.contains("@example.org"), "an address is in {name}");
        match name.as_str() {
            "index.html" | "partnership.json" => assert!(text.contains("Ruth Okafor"), "{name}"),
            "record.concord" => {
                let report = ::record::verify(text.as_bytes(), &[], &[]);
                assert_eq!(report.partnerships.len(), 1);
                assert!(report.partnerships[0].findings.is_empty());
            }
            _ => {}
        }
    }
});
