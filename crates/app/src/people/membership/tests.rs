//! A party and its own people, through its pages.

use crate::people::membership::{self, commands};
use crate::scenario;
use crate::site::Moment;
use crate::testing::Town;
use crate::testing::scene::{PARTIES, Scene, accept, active, draft, fresh, sit, take};

async fn seat_named(town: &Town, scene: &Scene, name: &str) -> uuid::Uuid {
    let mut tx = town.site.look().await.unwrap();
    let seats = membership::seats(&mut tx, scene.id).await.unwrap();
    seats.into_iter().find(|line| line.name == name).expect("a seat of that name").id
}

scenario!(a_party_rules_its_own_people_and_nobody_elses, |town| {
    let mut scene = active(&town, 2).await;
    let mut theirs = sit(&town, scene.id, Some(scene.parties[1]), "Theo Holm", false).await;
    let theo = seat_named(&town, &scene, "Theo Holm").await;
    let page = scene.path(&format!("people/{theo}"));
    let missing = scene.path(&format!("people/{}", uuid::Uuid::nil()));
    let [ana, ruth] = &mut scene.leads[..] else { panic!("two leads") };
    ana.open(&page).await.answered(403);
    ana.open(&missing).await.answered(404);
    theirs.open(&page).await.answered(403);
    ruth.open(&page).await.answered(200).fill("Their job", "Teacher, Elm Street School");
    ruth.press("Save the seat").await.answered(200).sees("Teacher, Elm Street School");
    // The same act, sent by the other side's lead with a page of their own.
    ruth.open(&page).await.follow("End the seat").await.sees("They lose access at once");
    let (action, method, pairs) = ruth.sending("End the seat");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    ana.send(method.clone(), &action, Some(body.clone())).await.answered(403);
    ruth.send(method, &action, Some(body)).await.answered(200).sees("The seat has ended");
});

scenario!(an_ended_seat_loses_access_at_once_and_the_others_are_told, |town| {
    let mut scene = active(&town, 2).await;
    let mut theo = sit(&town, scene.id, Some(scene.parties[0]), "Theo Holm", false).await;
    let people = scene.path("people");
    theo.open(&people).await.answered(200);
    let seat = seat_named(&town, &scene, "Theo Holm").await;
    let page = scene.path(&format!("people/{seat}"));
    let record = scene.path("record");
    let [ana, ruth] = &mut scene.leads[..] else { panic!("two leads") };
    ana.open(&page).await.follow("End the seat").await.press("End the seat").await.answered(200);
    theo.open(&people).await.answered(404);
    town.work().await;
    assert!(town.letter_to("ruth.okafor@example.org").await.body.contains("Theo Holm"));
    assert!(town.letter_to("theo.holm@example.org").await.body.contains("Theo Holm"));
    ruth.open(&record).await.sees("ended a seat");
});

scenario!(a_stale_edit_of_a_seat_loses_no_text, |town| {
    let mut scene = active(&town, 2).await;
    sit(&town, scene.id, Some(scene.parties[0]), "Theo Holm", false).await;
    let seat = seat_named(&town, &scene, "Theo Holm").await;
    let page = scene.path(&format!("people/{seat}"));
    let mut one = scene.leads[0].clone();
    let two = &mut scene.leads[0];
    one.open(&page).await;
    two.open(&page).await;
    one.fill("Their job", "Counselor").press("Save the seat").await.answered(200);
    two.fill("Their job", "Librarian").press("Save the seat").await.answered(409).sees("Counselor");
    assert_eq!(two.holds("Their job"), "Librarian");
    two.press("Save the seat").await.answered(200).sees("Librarian");
});

scenario!(a_party_has_two_leads_at_most_and_hands_over, |town| {
    let mut scene = active(&town, 2).await;
    for name in ["Theo Holm", "Uma Reyes"] {
        sit(&town, scene.id, Some(scene.parties[0]), name, false).await;
    }
    let (theo, uma) =
        (seat_named(&town, &scene, "Theo Holm").await, seat_named(&town, &scene, "Uma Reyes").await);
    let (theos, umas) = (scene.path(&format!("people/{theo}")), scene.path(&format!("people/{uma}")));
    let people = scene.path("people");
    let ana = &mut scene.leads[0];
    ana.open(&umas).await;
    let (action, method, pairs) = ana.sending("Name as a second lead");
    ana.open(&theos).await.press("Name as a second lead").await.answered(200);
    ana.open(&umas).await.misses("Name as a second lead");
    ana.send(method, &action, Some(serde_urlencoded::to_string(&pairs).unwrap())).await.answered(422);
    ana.open(&umas).await.press("Hand your lead to this person").await.answered(200);
    ana.open(&umas).await.answered(403);
    ana.open(&people).await.answered(200);
});

scenario!(sixty_people_join_at_once, |town| {
    let scene = active(&town, 2).await;
    let mut people = Vec::new();
    for n in 0..60 {
        people.push(town.person(&format!("Person {n}")).await.0);
    }
    let joining = people.into_iter().enumerate().map(|(n, person)| {
        let (town, id, party) = (town.clone(), scene.id, scene.parties[n % 2]);
        tokio::spawn(async move {
            loop {
                match take(&town, id, person, "Somebody", Some(party), false).await {
                    Err(crate::error::Error::Again) => {}
                    done => break done.is_ok(),
                }
            }
        })
    });
    for one in joining.collect::<Vec<_>>() {
        assert!(one.await.unwrap());
    }
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(membership::seats(&mut tx, scene.id).await.unwrap().len(), 62);
});

scenario!(a_person_sits_once, |town| {
    let scene = active(&town, 2).await;
    let (person, _) = town.person("Ana Ruiz").await;
    let twice = take(&town, scene.id, person, "Ana Ruiz", Some(scene.parties[1]), false).await;
    assert!(matches!(twice, Err(crate::error::Error::Refused(_))));
});

scenario!(a_term_ends_by_itself_on_the_day_after_its_last, |town| {
    let mut scene = active(&town, 2).await;
    sit(&town, scene.id, Some(scene.parties[0]), "Theo Holm", false).await;
    let seat = seat_named(&town, &scene, "Theo Holm").await;
    let page = scene.path(&format!("people/{seat}"));
    let people = scene.path("people");
    let ana = &mut scene.leads[0];
    ana.open(&page).await.fill("Last day of their term", "2026-08-31").press("Save the seat").await;
    ana.answered(422).fill("Last day of their term", "2026-09-01").press("Save the seat").await.answered(200);
    crate::features::begin_regular_jobs(&town.site).await.unwrap();
    // 15:00 in Greenwich is 08:00 in Oregon: the term lasts sixteen hours more.
    town.pass(15 * Moment::HOUR);
    town.work().await;
    let mut theo_later = fresh(&town, "Theo Holm").await;
    theo_later.open(&people).await.answered(200);
    town.pass(2 * Moment::HOUR);
    town.work().await;
    fresh(&town, "Theo Holm").await.open(&people).await.answered(404);
});

scenario!(members_propose_a_lead_when_there_is_none, |town| {
    let mut scene = active(&town, 2).await;
    let mut theo = sit(&town, scene.id, Some(scene.parties[0]), "Theo Holm", false).await;
    let mut uma = sit(&town, scene.id, Some(scene.parties[0]), "Uma Reyes", false).await;
    let people = scene.path("people");
    theo.open(&people).await.misses("Propose Theo Holm as lead");
    scene.at(0, "leave").await.sees("the only lead").press("Give up my seat").await.answered(200);
    scene.leads[1].open(&people).await.sees("This side has no lead now").misses("Propose Theo Holm as lead");
    theo.open(&people).await.press("Propose Theo Holm as lead").await.answered(200);
    uma.open(&people).await.sees("Theo Holm is proposed as lead").press("I object").await.answered(200);
    town.pass(8 * Moment::DAY);
    town.work().await;
    let mut theo = fresh(&town, "Theo Holm").await;
    theo.open(&people).await.press("Propose Theo Holm as lead").await.answered(200);
    town.pass(6 * Moment::DAY);
    town.work().await;
    let mut theo = fresh(&town, "Theo Holm").await;
    theo.open(&scene.path("successor")).await.answered(403);
    town.pass(2 * Moment::DAY);
    town.work().await;
    let mut theo = fresh(&town, "Theo Holm").await;
    theo.open(&scene.path("successor")).await.answered(200);
    theo.open(&scene.path("record")).await.sees("has a lead again");
});

scenario!(an_empty_party_asks_its_successor_contact_after_seven_days, |town| {
    let mut scene = active(&town, 2).await;
    let people = scene.path("people");
    let ana = &mut scene.leads[0];
    ana.open(&format!("/p/{}/successor", scene.id)).await;
    ana.fill("Their name", "Sol Vega").fill("Their e-mail address", "sol.vega@example.org");
    ana.press("Save and tell them").await.answered(200).sees("sol.vega@example.org");
    scene.leads[1].open(&people).await.sees("Sol Vega").misses("sol.vega@example.org");
    scene.leads[0].open(&format!("/p/{}/leave", scene.id)).await.press("Give up my seat").await.answered(200);
    scene.leads[1].open(&people).await.sees("Nobody is left here");
    town.pass(6 * Moment::DAY);
    town.work().await;
    assert!(!town.letter_to("sol.vega@example.org").await.body.contains("/i/"), "seven days of notice");
    town.pass(2 * Moment::DAY);
    let (_, mut sol) = town.person("Sol Vega").await;
    accept(&town, &mut sol, "sol.vega@example.org").await;
    sol.open(&format!("/p/{}/successor", scene.id)).await.answered(200);
});

scenario!(the_house_seats_nobody, |town| {
    use crate::access::{Actor, Right, Seat};
    let scene = draft(&town).await;
    let mut act = town.site.act().await.unwrap();
    for actor in [Actor::Operator, Actor::Job("terms")] {
        let seat = Seat::of_house(&mut act, actor, scene.id, Right::RuleParty).await.unwrap();
        let offered = commands::TakeSeat {
            party: Some(scene.parties[0]),
            role: membership::Role::Member,
            lead: true,
            job_title: String::new(),
            appointed_by: None,
            term_ends: None,
        };
        let taken = commands::take_seat(&mut act, &seat, offered).await;
        assert!(matches!(taken, Err(crate::error::Error::Forbidden)), "{taken:?}");
    }
});

scenario!(parties_stand_alike_in_the_order_of_the_alphabet, |town| {
    let mut scene = active(&town, 4).await;
    let people = scene.path("people");
    scene.leads[3].open(&people).await;
    let text = scene.leads[3].text();
    let places: Vec<usize> =
        PARTIES.iter().map(|name| text.find(name).expect("the party is there")).collect();
    assert!(places.is_sorted());
    scene.leads[3].misses("@example.org");
});
