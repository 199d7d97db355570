//! Who will hear: before letters go to more than one person, whoever sends them reads who gets one and why. It stands
//! where every form's act ends, so that no form can be without it. A form that shows the list by itself says so, and is
//! not asked twice.

use askama::Template;
use axum::http::header::REFERER;
use axum::response::Response;
use words::Words;

use super::form::Form;
use super::{Ask, Page};
use crate::error::Error;
use crate::mail::Hearer;
use crate::site::Act;

#[derive(Template)]
#[template(path = "web/hearing.html")]
struct Sheet {
    page: Page,
    w: Words,
    hearers: Vec<Hearer>,
    /// Where the form goes, and all that it holds.
    action: String,
    form: Form,
    back: Option<String>,
}

/// The list to read first, if this act writes to more than one person and its form did not show it. The act is then not
/// to last: the same form comes back and does it.
pub(super) fn before(ask: &Ask, act: &Act, form: &Form) -> Result<Option<Response>, Error> {
    let hearers = act.told();
    // A secret is never written on a page again: the forms that hold one show the list by themselves.
    if form.heard() || hearers.len() < 2 || form.has_secret() {
        return Ok(None);
    }
    let sheet = Sheet {
        page: Page::new(ask, ask.w.hearers_page()),
        w: ask.w,
        hearers,
        action: ask.here().to_owned(),
        form: form.clone(),
        back: came_from(ask),
    };
    super::show(&sheet).map(Some)
}

/// The page the form stands on, if the browser says so: its path alone, which keeps it in this house.
fn came_from(ask: &Ask) -> Option<String> {
    let from = ask.headers.get(REFERER)?.to_str().ok()?.parse::<axum::http::Uri>().ok()?;
    let path = from.path_and_query()?.as_str();
    (path.starts_with('/') && !path.starts_with("//")).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::scenario;
    use crate::testing::scene::{Scene, active, sit};

    const GOAL: &str = "Every first grader reads with a teacher each day.";

    async fn with_goal(scene: &mut Scene) {
        let page = scene.at(0, "goals/new").await;
        page.fill("What we want for students", GOAL).fill("Why it matters", "It helps.");
        page.fill("How we would know", "The check.").press("Save the goal").await.answered(200);
    }

    scenario!(letters_to_more_than_one_person_are_shown_first_and_nothing_happens_before, |town| {
        let mut scene = active(&town, 3).await;
        with_goal(&mut scene).await;
        let before = town.letters().await.len();
        scene.leads[0].asks_who_hears();
        let sheet = scene.at(0, "goals").await.press("Ask each side").await;
        sheet.answered(200).sees("Who will hear").sees("Nothing is done yet. If you go on, these 2 people");
        sheet.sees("Ruth Okafor Leads Brook Administration.").sees("Cem Kaya Leads Cedar Board.");
        assert_eq!(town.letters().await.len(), before, "nobody was written to");
        scene.at(1, "goals").await.misses("Say yes for your side");
        let sheet = &mut scene.leads[0];
        sheet.press("Go on and send 2 letters").await.answered(200).sees("Waiting for an answer");
        assert_eq!(town.letters().await.len(), before + 2);
        scene.at(1, "goals").await.sees("Say yes for your side");
    });

    scenario!(a_letter_to_one_person_needs_no_list, |town| {
        let mut scene = active(&town, 2).await;
        with_goal(&mut scene).await;
        scene.leads[0].asks_who_hears();
        scene.at(0, "goals").await.press("Ask each side").await.answered(200).sees("Waiting for an answer");
    });

    scenario!(what_was_typed_comes_along_and_takes_effect_once, |town| {
        let mut scene = active(&town, 3).await;
        let page = scene.path("joint/new/pause");
        scene.leads[0].open(&page).await.press("Propose it to the others").await.answered(200);
        scene.leads[1].asks_who_hears();
        let ruth = scene.at(1, "joint").await;
        ruth.fill("If you say no: why?", "The survey \"A & B\" is not back.")
            .press("Say no for your side")
            .await;
        ruth.answered(200).sees("Who will hear");
        let twice = ruth.sending("Go on and send 2 letters");
        ruth.press("Go on and send 2 letters").await.answered(200).sees("The survey \"A & B\" is not back.");
        let sent = town.letters().await.len();
        let body = serde_urlencoded::to_string(&twice.2).unwrap();
        ruth.send(twice.1, &twice.0, Some(body)).await.answered(200);
        assert_eq!(town.letters().await.len(), sent);
    });

    scenario!(a_form_that_shows_the_list_itself_is_not_asked_twice_and_its_list_is_true, |town| {
        let mut scene = active(&town, 4).await;
        let _lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
        scene.leads[0].asks_who_hears();
        let page = scene.at(0, "crisis").await.sees("3 people will hear of this by mail");
        for name in ["Ruth Okafor", "Cem Kaya", "Dora Lind"] {
            page.sees(name);
        }
        let before = town.letters().await.len();
        page.choose("Weather")
            .fill("What do you call it?", "Ice storm")
            .press("Start it now")
            .await
            .misses("Nothing is done yet");
        let told: Vec<String> = town.letters().await.into_iter().map(|one| one.to_name).collect();
        let mut new = told[..told.len() - before].to_vec();
        new.sort();
        assert_eq!(new, ["Cem Kaya", "Dora Lind", "Ruth Okafor"]);
    });

    scenario!(who_may_not_act_is_not_shown_who_would_hear, |town| {
        let mut scene = active(&town, 3).await;
        with_goal(&mut scene).await;
        let mut lee = sit(&town, scene.id, Some(scene.parties[0]), "Lee Park", false).await;
        lee.asks_who_hears();
        let (action, method, pairs) = scene.at(0, "goals").await.sending("Ask each side");
        let body = serde_urlencoded::to_string(&pairs).unwrap();
        lee.send(method, &action, Some(body)).await.answered(403).misses("Cem Kaya");
    });
}
