//! People handing on what they learned, on both engines.

use axum::http::Method;

use crate::scenario;
use crate::testing::scene::{Scene, active, fresh, sit};
use crate::testing::{Browser, Town};

const FIELDS: [(&str, &str); 6] = [
    ("What is it about?", "A free period for new teachers"),
    ("Where we tried it", "A middle school in a small town"),
    ("What we tried", "Each new teacher watches others teach for one period a week."),
    ("What happened", "Nine of twelve stayed. The schedule was hard to make in August."),
    ("What we would do differently", "Begin with the schedule in March."),
    ("For whom it may be useful", "Schools that lose new teachers."),
];

const SPANISH: [(&str, &str); 6] = [
    ("What is it about?", "Una hora libre para docentes nuevos"),
    ("Where we tried it", "Una escuela media de un pueblo"),
    ("What we tried", "Cada docente nuevo mira dar clase a otros una hora por semana."),
    ("What happened", "Se quedaron nueve de doce."),
    ("What we would do differently", "Empezar con el horario en marzo."),
    ("For whom it may be useful", "Escuelas que pierden docentes nuevos."),
];

fn fill(browser: &mut Browser, fields: &[(&str, &str)]) {
    for (label, words) in fields {
        browser.fill(label, words);
    }
}

/// Ana writes a lesson; its path inside the partnership.
async fn write(scene: &mut Scene, changed: &[(&str, &str)]) -> String {
    let page = scene.path("lessons/new");
    let ana = &mut scene.leads[0];
    ana.open(&page).await.answered(200);
    fill(ana, &FIELDS);
    fill(ana, changed);
    ana.press("Save the lesson").await.answered(200).sees("The lesson is saved");
    ana.path.clone()
}

/// Each other side says yes to what is open.
async fn all_say_yes(scene: &mut Scene) {
    let page = scene.path("joint");
    for lead in 1..scene.leads.len() {
        scene.leads[lead].open(&page).await.press("Say yes for your side").await.answered(200);
    }
}

async fn publish(scene: &mut Scene, path: &str) {
    scene.leads[0].open(path).await.press("Ask the other sides").await.answered(200).sees("has not answered");
    all_say_yes(scene).await;
    scene.leads[0].open(path).await.sees("In the library");
}

/// The path in the library of the lesson at this path.
fn shelf(path: &str) -> String {
    format!("/library/{}", path.rsplit('/').next().unwrap())
}

/// A second active partnership, led by two others.
async fn another(town: &Town) -> crate::testing::Settled {
    town.settled(&[("Hill Educators", true, &["Una Bell"], &[]), ("Hill Schools", true, &["Kim Roy"], &[])])
        .await
}

scenario!(nobody_outside_reads_a_lesson_before_each_side_said_yes, |town| {
    let mut scene = active(&town, 3).await;
    let path = write(&mut scene, &[]).await;
    let mut stranger = town.browser();
    stranger.open(&shelf(&path)).await.answered(404);
    stranger.open("/library").await.answered(200).sees("The shelf is empty");
    scene.leads[0].open(&path).await.press("Ask the other sides").await;
    let page = scene.path("joint");
    scene.leads[1].open(&page).await.sees("Publish the lesson “A free period for new teachers” to everyone");
    scene.leads[1].press("Say yes for your side").await;
    stranger.open(&shelf(&path)).await.answered(404);
    scene.leads[2].open(&page).await.press("Say yes for your side").await.answered(200);
    stranger
        .open("/library")
        .await
        .sees("A free period for new teachers")
        .sees("Schools that lose new teachers");
    stranger.follow("A free period for new teachers").await.answered(200);
    stranger.sees("Nine of twelve stayed").sees("From Alder Valley Schools").sees("Record no.");
    for name in ["Ana", "Ruiz", "Ruth", "Okafor", "Cem", "Kaya"] {
        stranger.misses(name);
    }
    scene.at(0, "record").await.sees("The sides published a lesson");
});

scenario!(one_no_keeps_a_lesson_inside, |town| {
    let mut scene = active(&town, 3).await;
    let path = write(&mut scene, &[]).await;
    scene.leads[0].open(&path).await.press("Ask the other sides").await;
    let page = scene.path("joint");
    scene.leads[1].open(&page).await.fill("If you say no: why?", "Not before the vote.");
    scene.leads[1].press("Say no for your side").await.answered(200);
    town.browser().open(&shelf(&path)).await.answered(404);
    scene.leads[0].open(&path).await.sees("Being written").sees("Change the text");
});

scenario!(names_of_people_there_are_found_before_anybody_is_asked, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[("What happened", "ruth okafor made the schedule.")]).await;
    let ana = &mut scene.leads[0];
    ana.open(&path).await.choose("No person is named in it").press("Ask the other sides").await.answered(422);
    ana.sees("The name Ruth Okafor is in it");
    ana.open(&format!("{path}/edit")).await.fill("What happened", "Ruth made the schedule.");
    ana.press("Save the lesson").await.answered(200).press("Ask the other sides").await.answered(422);
    ana.sees("These words are in people's names here: Ruth");
    ana.choose("No person is named in it").press("Ask the other sides").await.answered(200);
});

scenario!(a_change_while_the_sides_look_ends_the_question, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[]).await;
    scene.leads[0].open(&path).await.press("Ask the other sides").await;
    let edit = format!("{path}/edit");
    scene.leads[1].open(&edit).await.fill("What happened", "Eight of twelve stayed.");
    scene.leads[1].press("Save the lesson").await.answered(200);
    scene.at(1, "joint").await.misses("Say yes for your side");
    town.browser().open(&shelf(&path)).await.answered(404);
});

scenario!(two_edits_of_a_lesson_end_on_a_page_with_both, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[]).await;
    let edit = format!("{path}/edit");
    let mut ana = scene.leads[0].clone();
    ana.open(&edit).await;
    let ruth = &mut scene.leads[1];
    ruth.open(&edit).await;
    ana.fill("What we tried", "One period a day.").press("Save the lesson").await.answered(200);
    ruth.fill("What we tried", "One period a month.").press("Save the lesson").await.answered(409);
    ruth.sees("One period a day.");
    assert_eq!(ruth.holds("What we tried"), "One period a month.");
});

scenario!(any_one_side_takes_a_lesson_back_alone_and_the_library_says_so, |town| {
    let mut scene = active(&town, 3).await;
    let path = write(&mut scene, &[]).await;
    publish(&mut scene, &path).await;
    scene.leads[2].open(&path).await.press("Take the lesson back").await.answered(200).sees("Taken back");
    let mut stranger = town.browser();
    stranger.open("/library").await.misses("A free period");
    stranger.open(&shelf(&path)).await.answered(200).sees("This lesson was taken back on");
    stranger.misses("free period").misses("Nine of twelve");
    scene.at(0, "record").await.sees("took a lesson back for Cedar Board");
    // It comes back only as it went: each side says yes.
    publish(&mut scene, &path).await;
    stranger.open(&shelf(&path)).await.sees("Nine of twelve");
});

scenario!(another_partnership_takes_it_up_and_both_see_where_from, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[]).await;
    publish(&mut scene, &path).await;
    let there = another(&town).await;
    let mut una = there.browser("Una Bell");
    una.open(&shelf(&path)).await.sees("Use it in").press("Take it up").await.answered(200);
    una.sees("You have a copy now")
        .sees("Taken up from Alder Valley Schools")
        .sees("There it is record no.")
        .sees("Nine of twelve");
    una.misses("Ana Ruiz");
    let copy = una.path.clone();
    una.open(&there.path("/record")).await.sees("took up a lesson from Alder Valley Schools");
    // Counted, and not named, because nobody said they may be.
    scene.leads[0].open(&path).await.sees("One other partnership has taken it up").misses("Riverside");
    town.browser().open(&shelf(&path)).await.sees("One other partnership").misses("Riverside");
    una.open(&shelf(&path)).await.misses("Take it up");
    // The copy stays when the lesson is taken back, and says so.
    scene.leads[0].open(&path).await.press("Take the lesson back").await.answered(200);
    una.open(&copy).await.sees("Nine of twelve").sees("They took it back on");
    // A partnership that may be named is.
    publish(&mut scene, &path).await;
    let third = town
        .settled(&[
            ("Dune Educators", true, &["Ivo Hart"], &["Lee Park"]),
            ("Dune Schools", true, &["Mia Lund"], &[]),
        ])
        .await;
    let mut ivo = third.browser("Ivo Hart");
    ivo.open(&shelf(&path))
        .await
        .choose("They may name us beside it")
        .press("Take it up")
        .await
        .answered(200);
    town.browser().open(&shelf(&path)).await.sees("2 other partnerships").sees("Riverside");
    let lesson = path.rsplit('/').next().unwrap();
    let body = format!("_key=0123456789abcdef0123456789abcdef&lesson={lesson}");
    let adopt = third.path("/lessons/adopt");
    ivo.send(Method::POST, &adopt, Some(body.clone()))
        .await
        .answered(422)
        .sees("has taken this lesson up before");
    third.browser("Lee Park").send(Method::POST, &adopt, Some(body.clone())).await.answered(403);
    let own = scene.path("lessons/adopt");
    scene.leads[0].send(Method::POST, &own, Some(body)).await.answered(422).sees("This lesson is your own");
});

scenario!(a_lesson_that_is_not_public_cannot_be_taken_up, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[]).await;
    let there = another(&town).await;
    let lesson = path.rsplit('/').next().unwrap();
    let body = format!("_key=0123456789abcdef0123456789abcdef&lesson={lesson}");
    let mut una = there.browser("Una Bell");
    una.send(Method::POST, &there.path("/lessons/adopt"), Some(body)).await.answered(422);
    una.sees("not in the library").misses("free period");
    una.open(&there.path(&format!("/lessons/{lesson}"))).await.answered(404);
});

scenario!(readers_of_spanish_get_a_translation_that_a_second_person_read, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[]).await;
    publish(&mut scene, &path).await;
    let page = format!("{path}/translation");
    let ana = &mut scene.leads[0];
    ana.open(&page).await.answered(200);
    fill(ana, &SPANISH);
    ana.press("Save the lesson").await.answered(200).sees("Not read yet").misses("I have read it");
    let mut reader = town.browser().reading("es");
    reader.open(&shelf(&path)).await.sees("Nine of twelve").misses("nueve de doce");
    scene.leads[1].open(&path).await.press("I have read it, and it says the same").await.answered(200);
    reader
        .open(&shelf(&path))
        .await
        .sees("Se quedaron nueve de doce")
        .misses("Nine of twelve")
        .sees("Qué probamos");
    reader.open("/library").await.sees("La biblioteca").sees("Una hora libre para docentes nuevos");
    town.browser().open(&shelf(&path)).await.sees("Nine of twelve");
    // A translation is looked through for names like the lesson itself.
    let ana = &mut scene.leads[0];
    ana.open(&page).await.fill("What we tried", "Ruth Okafor hizo el horario.");
    ana.press("Save the lesson").await.answered(422).sees("The name Ruth Okafor is in it");
});

scenario!(whoever_only_sits_there_writes_but_does_not_publish, |town| {
    let mut scene = active(&town, 2).await;
    let path = write(&mut scene, &[]).await;
    let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
    lee.open(&path).await.sees("Change the text").misses("Ask the other sides");
    let body = "_key=0123456789abcdef0123456789abcdef&_version=1&days=14".to_owned();
    lee.send(Method::POST, &format!("{path}/publish"), Some(body.clone())).await.answered(403);
    lee.send(Method::POST, &format!("{path}/take-back"), Some(body)).await.answered(403);
    let mut sam = fresh(&town, "Sam Vale").await;
    sam.open(&path).await.answered(404);
});
