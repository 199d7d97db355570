//! For tests: a table at which people already sit, made through the pages as people would.

use uuid::Uuid;

use super::{Browser, Town};
use crate::access::{Actor, Person, Right, Seat};
use crate::people::membership::commands::{TakeSeat, take_seat};
use crate::people::membership::{self, PartyKind, Role};

/// An active partnership and its leads' browsers: Ana leads the first party, Ruth the second, and one
/// more lead each of any further must-agree party.
pub struct Scene {
    pub id: Uuid,
    pub leads: Vec<Browser>,
    pub parties: Vec<Uuid>,
}

/// The names of the parties, in the order of the leads; also the order of the alphabet.
pub const PARTIES: [&str; 4] =
    ["Alder Educators", "Brook Administration", "Cedar Board", "Dale Support Staff"];
const LEADS: [&str; 4] = ["Ana Ruiz", "Ruth Okafor", "Cem Kaya", "Dora Lind"];

impl Scene {
    pub fn path(&self, page: &str) -> String {
        format!("/p/{}/{page}", self.id)
    }

    /// The browser of this party's lead, on a page of the partnership.
    pub async fn at(&mut self, lead: usize, page: &str) -> &mut Browser {
        let path = self.path(page);
        self.leads[lead].open(&path).await
    }
}

/// Fills in the five answers as Ana and sends them.
pub async fn begin_draft(browser: &mut Browser) -> Uuid {
    browser.open("/start").await.answered(200);
    five_answers(browser).press("Start the draft and ask them").await.answered(200);
    browser.path.split('/').nth(2).expect("a partnership's path").parse().expect("an id")
}

/// Fills in the five answers as Ana.
pub fn five_answers(browser: &mut Browser) -> &mut Browser {
    browser
        .fill("Name of the place", "Alder Valley Schools")
        .fill("State or territory", "OR")
        .fill("Your group is", "labor")
        .fill("Name of your group", PARTIES[0])
        .fill("Their group is", "management")
        .fill("Name of their group", PARTIES[1])
        .fill("Name of the person you ask", LEADS[1])
        .fill("Their e-mail address", "ruth.okafor@example.org")
        .fill("Why now, in one sentence", "Half of our new teachers leave within three years.")
}

/// Opens the newest invitation to this address and says yes.
pub async fn accept(town: &Town, browser: &mut Browser, address: &str) {
    town.work().await;
    let letter = town.letter_to(address).await;
    let at = letter.body.find("/i/").expect("a link in the letter");
    let link: String = letter.body[at..].chars().take_while(|c| !c.is_whitespace()).collect();
    browser.open(&link).await.answered(200);
    browser.press("Yes, I will join").await.answered(200);
}

/// The code a lead's page shows.
pub fn code_on(browser: &Browser) -> String {
    let at = browser.html.find("id=\"my-code\">").expect("a code to read aloud");
    browser.html[at..].chars().skip("id=\"my-code\">".len()).take_while(|c| *c != '<').collect()
}

/// A draft in which both leads sit.
pub async fn draft(town: &Town) -> Scene {
    let (_, mut ana) = town.person(LEADS[0]).await;
    let id = begin_draft(&mut ana).await;
    let (_, mut ruth) = town.person(LEADS[1]).await;
    accept(town, &mut ruth, "ruth.okafor@example.org").await;
    let parties = party_ids(town, id).await;
    Scene { id, leads: vec![ana, ruth], parties }
}

async fn party_ids(town: &Town, id: Uuid) -> Vec<Uuid> {
    let mut tx = town.site.look().await.expect("a look");
    membership::parties(&mut tx, id).await.expect("parties").into_iter().map(|p| p.id).collect()
}

/// An active partnership of so many must-agree parties.
pub async fn active(town: &Town, parties: usize) -> Scene {
    let mut scene = draft(town).await;
    let page = scene.path("draft");
    let [ana, ruth] = &mut scene.leads[..] else { panic!("two leads") };
    ana.open(&page).await;
    ruth.open(&page).await;
    let (anas, ruths) = (code_on(ana), code_on(ruth));
    ana.fill("The code you hear from them", &ruths).press("This is their code").await.answered(200);
    ruth.fill("The code you hear from them", &anas).press("This is their code").await.answered(200);
    ruth.sees("The partnership is active");
    for more in 2..parties {
        let mut act = town.site.act().await.expect("an act");
        membership::add_party(&mut act, scene.id, PartyKind::Labor, PARTIES[more], true)
            .await
            .expect("a party");
        act.commit().await.expect("a commit");
        scene.parties = party_ids(town, scene.id).await;
        let browser = sit(town, scene.id, Some(scene.parties[more]), LEADS[more], true).await;
        scene.leads.push(browser);
    }
    scene
}

/// Somebody with an account takes a seat, as after a proved invitation.
pub async fn sit(town: &Town, partnership: Uuid, party: Option<Uuid>, name: &str, lead: bool) -> Browser {
    let (person, browser) = town.person(name).await;
    take(town, partnership, person, name, party, lead).await.expect("a seat");
    browser
}

/// Takes a seat, or gives the rule's no.
pub async fn take(
    town: &Town,
    partnership: Uuid,
    person: Uuid,
    name: &str,
    party: Option<Uuid>,
    lead: bool,
) -> Result<Uuid, crate::error::Error> {
    let mut act = town.site.act().await?;
    let actor = Actor::Person(Box::new(Person {
        id: person,
        name: name.into(),
        email: format!("{person}@example.org"),
        language: words::Lang::En,
        operator: false,
        session: person,
        proved_at: act.now(),
    }));
    let seat = Seat::of_newcomer(&mut act, &actor, partnership, Right::See).await?;
    let role = Role::Member;
    let offered =
        TakeSeat { party, role, lead, job_title: String::new(), appointed_by: None, term_ends: None };
    let member = take_seat(&mut act, &seat, offered).await?;
    act.commit().await?;
    Ok(member)
}

/// Somebody's session is over and they sign in again a moment ago.
pub async fn fresh(town: &Town, name: &str) -> Browser {
    town.person(name).await.1
}
