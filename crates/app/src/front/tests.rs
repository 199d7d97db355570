//! A stranger at the front door, and somebody at home, on both engines.

use crate::people::partnership;
use crate::scenario;
use crate::testing::Seated;

const PARTIES: &[Seated<'_>] = &[
    ("Riverside Administration", true, &["Marta Ola"], &[]),
    ("Riverside Educators", true, &["Jon Bell"], &[]),
];

scenario!(a_stranger_reads_what_it_is_in_both_languages, |town| {
    let mut stranger = town.browser();
    stranger.open("/").await.answered(200).sees("Great public schools").sees("Start a partnership");
    stranger.sees("What the research says, and what it does not");
    stranger.follow("Español").await.answered(200).sees("Grandes escuelas públicas");
    stranger.follow("Así se hace").await.answered(200).sees("Entender el porqué");
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
    town.browser().open(&format!("/at/{}", settled.id)).await.sees("0 neighbors");
});

scenario!(home_leads_straight_to_the_only_seat_and_says_what_waits, |town| {
    let settled = town.settled(PARTIES).await;
    let mut marta = settled.browser("Marta Ola");
    marta.open("/home").await.answered(200);
    assert_eq!(marta.path, settled.path(""));
    marta.sees("The path: 0 of 10 steps done").sees("What changed");
    let (_, mut newcomer) = town.person("Ray Ito").await;
    newcomer.open("/home").await.sees("You have no seat yet").sees("Start a partnership");
    newcomer.open(&settled.path("")).await.answered(404);
    town.browser().open(&settled.path("")).await.sees("Sign in");
});
