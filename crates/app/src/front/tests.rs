//! A stranger at the front door, and somebody at home, on both engines.

use crate::people::partnership;
use crate::scenario;
use crate::testing::Seated;

const PARTIES: &[Seated<'_>] = &[
    ("Riverside Administration", true, &["Marta Ola"], &[]),
    ("Riverside Educators", true, &["Jon Bell"], &[]),
];

/// Another partnership in which Jon Bell leads, too.
const LAKESIDE: &[Seated<'_>] =
    &[("Lakeside Educators", true, &["Jon Bell"], &[]), ("Lakeside Board", true, &["Ida Sol"], &[])];

scenario!(a_stranger_reads_what_it_is_in_both_languages, |town| {
    let mut stranger = town.browser();
    stranger.open("/").await.answered(200).sees("Great public schools").sees("Start a partnership");
    stranger.sees("What the research says, and what it does not");
    stranger.follow("Español").await.answered(200).sees("Grandes escuelas públicas");
    stranger
        .follow("Así se hace")
        .await
        .answered(200)
        .sees("Entender el porqué")
        .sees("Hojas en blanco para papel");
    stranger.open("/source").await.answered(200);
});

scenario!(a_parent_adds_a_name_in_spanish_and_takes_it_back, |town| {
    let settled = town.settled(PARTIES).await;
    town.browser().open("/at").await.misses("Riverside");
    let mut act = town.site.act().await.unwrap();
    partnership::set_public(&mut act, settled.id, true).await.unwrap();
    act.commit().await.unwrap();
    let mut parent = town.browser().reading("es");
    parent.open("/at").await.follow("Riverside").await.answered(200).sees("Agregar mi nombre");
    parent.fill("Su nombre", "Inés Mora").press("Agregar mi nombre").await.answered(422);
    parent.sees("Elija quién es usted aquí").sees("Solo personas de 18 años o más");
    assert_eq!(parent.holds("Su nombre"), "Inés Mora");
    parent.choose("Crío a un estudiante").choose("Tengo 18 años o más");
    parent.press("Agregar mi nombre").await.answered(200).sees("Gracias. Se agregó su nombre.");
    let own = parent.path.clone();
    // The public page shows how many, never who.
    town.browser()
        .open(&format!("/at/{}", settled.id))
        .await
        .sees("one neighbor, parent or colleague")
        .misses("Inés");
    parent.open(&own).await.press("Quitar mi nombre").await.answered(200).misses("Inés Mora");
    town.browser().open(&format!("/at/{}", settled.id)).await.sees("Yours can be the first");
});

scenario!(home_leads_straight_to_the_only_seat_and_says_what_waits, |town| {
    let settled = town.settled(PARTIES).await;
    let mut marta = settled.browser("Marta Ola");
    marta.open("/home").await.answered(200);
    assert_eq!(marta.path, settled.path(""));
    marta.sees("The path: 0 of 10 steps done").sees("What changed").sees("Cycle 1");
    let (_, mut newcomer) = town.person("Ray Ito").await;
    newcomer.open("/home").await.sees("You have no seat yet").sees("Start a partnership");
    newcomer.open(&settled.path("")).await.answered(404);
    town.browser().open(&settled.path("")).await.sees("Sign in");
});

scenario!(home_says_what_waits_first_and_the_path_moves_with_the_commitment, |town| {
    let settled = town.settled(PARTIES).await;
    let mut marta = settled.browser("Marta Ola");
    // Before the first step, each side is asked where it sees the two of them.
    marta.open(&settled.path("")).await.sees("Say where you see the two sides today").sees("0 of 4 done");
    marta.open(&settled.path("/joint/new/rename")).await.fill("The new name", "Riverside Together");
    marta.press("Propose it to the others").await.answered(200);
    // The other side is asked, and told what silence means; who proposed is not.
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path(""))
        .await
        .sees("Waiting for you")
        .sees("If nobody answers by then, nothing changes");
    jon.open(&settled.path("/todo"))
        .await
        .sees("Riverside Together")
        .sees("about 3 minutes")
        .sees("Nothing yet today");
    marta
        .open(&settled.path("/todo"))
        .await
        .sees("Say where you see the two sides today")
        .sees("Marta Ola proposed for Riverside Administration: “Rename the partnership”");
    // A beginning shows on the path at once, for everybody.
    marta.open(&settled.path("/commitment")).await.press("Begin writing").await.answered(200);
    jon.open(&settled.path("")).await.sees("Under way").sees("0 of 10 steps done");
});

scenario!(home_with_two_partnerships_says_first_what_is_nearest_over_both, |town| {
    let settled = town.settled(PARTIES).await;
    let other = town.settled(LAKESIDE).await;
    let mut marta = settled.browser("Marta Ola");
    marta.open(&settled.path("/joint/new/rename")).await.fill("The new name", "Riverside Together");
    marta.press("Propose it to the others").await.answered(200);
    let mut ida = other.browser("Ida Sol");
    ida.open(&other.path("/joint/new/rename")).await.fill("The new name", "Lakeside Together");
    ida.fill("Days to answer", "3").press("Propose it to the others").await.answered(200);
    let mut jon = settled.browser("Jon Bell");
    jon.open("/home").await.answered(200).sees("Waiting for you").sees("All your partnerships");
    jon.sees("2 things wait for you here").sees("3 more things wait");
    let text = jon.text();
    let first = text.find("Answer for your side").expect("the nearest waits first");
    assert!(first < text.find("All your partnerships").unwrap());
    assert!(text[first..].starts_with("Answer for your side: Call the partnership Lakeside Together"));
    jon.follow("Do it now").await.sees("Lakeside Together").misses("Riverside Together");
});

scenario!(to_do_shows_every_partnership_of_its_reader_and_no_other, |town| {
    let settled = town.settled(PARTIES).await;
    let other = town.settled(LAKESIDE).await;
    let mut marta = settled.browser("Marta Ola");
    marta.open(&settled.path("/joint/new/rename")).await.fill("The new name", "Riverside Together");
    marta.press("Propose it to the others").await.answered(200);
    let mut ida = other.browser("Ida Sol");
    ida.open(&other.path("/joint/new/rename")).await.fill("The new name", "Lakeside Together");
    ida.press("Propose it to the others").await.answered(200);
    settled.browser("Jon Bell").open("/todo").await.sees("Riverside Together").sees("Lakeside Together");
    ida.open("/todo").await.misses("Riverside Together");
    town.browser().open("/todo").await.sees("Sign in");
    ida.open(&settled.path("/todo")).await.answered(404);
    ida.open(&settled.path("/tools")).await.answered(404);
    ida.open(&settled.path("/agreements")).await.answered(404);
});

scenario!(the_menu_is_short_and_each_tool_says_when_to_use_it, |town| {
    let mut settled = town.settled(PARTIES).await;
    let own = settled.parties["Riverside Educators"];
    town.seat(&mut settled, Some(own), "Lena Park", false).await;
    let mut lena = settled.browser("Lena Park");
    lena.open(&settled.path("/tools"))
        .await
        .answered(200)
        .sees("Use this when you want proof of who did what");
    // Only a lead invites and takes a party out; nobody is shown a door that is shut.
    lena.misses("Invite people").misses("Take your party out");
    let mut jon = settled.browser("Jon Bell");
    jon.open(&settled.path("/tools"))
        .await
        .follow("Español")
        .await
        .sees("Invitar a personas")
        .sees("Retirar a su parte");
    jon.open(&settled.path("/agreements")).await.answered(200).sees("Todavía no hay compromiso");
});

// Each statement is a message there and back on PostgreSQL; a page asked for by everybody must not grow without
// anybody noticing. Twice, since the first look also works out where the path stands. The numbers hold whatever the
// partnership holds: no page asks once for each row.
scenario!(home_and_an_act_ask_few_questions_of_the_database, |town| {
    let settled = town.settled(PARTIES).await;
    let mut marta = settled.browser("Marta Ola");
    let home = settled.path("");
    marta.open(&home).await.answered(200);
    let before = town.site.db.asked();
    marta.open(&home).await.answered(200);
    let reading = town.site.db.asked() - before;
    assert!(reading <= 28, "home asked {reading} questions");
    marta.open(&settled.path("/invite")).await.fill("Name", "Ada Lin");
    let before = town.site.db.asked();
    marta.press("Send the invitation").await.answered(200);
    let acting = town.site.db.asked() - before;
    assert!(acting <= 60, "an invitation asked {acting} questions");
});
