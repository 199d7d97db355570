//! Plays the script: moves the clock, lets the house do what a date brings about, and calls the
//! product's own command for every line, as the person who acts.

use std::collections::BTreeMap;

use anyhow::{Context, anyhow, bail};
use db::Tx;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use words::{Lang, Words};

use super::script::{Line, Script, Somebody, Verb};
use super::{ZONE, verbs};
use crate::access::{Actor, Operator, Person, Seat};
use crate::error::Error;
use crate::network::site_tree::{Kind, commands as sites};
use crate::people::{account, membership};
use crate::site::{Act, Moment, Site};
use crate::{jobs, mail};

/// People who do the same thing on one line do it so long after each other.
const APART: i64 = 3 * Moment::MINUTE;
/// How many letters back somebody looks for their invitation.
const LETTERS: i64 = 400;

/// What stands of the text that a partnership writes, as its writers see it.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    pub(super) body: String,
    pub(super) version: i64,
    pub(super) renew_on: String,
}

/// See the module. Everything is kept in an order, so that two runs are the same.
#[derive(Debug)]
pub(super) struct Player<'a> {
    pub(super) site: Site,
    script: &'a Script,
    places: BTreeMap<String, Uuid>,
    accounts: BTreeMap<String, Uuid>,
    pub(super) partnerships: BTreeMap<String, Uuid>,
    pub(super) drafts: BTreeMap<String, Draft>,
    pub(super) decisions: BTreeMap<String, Uuid>,
}

impl<'a> Player<'a> {
    /// Makes the places, as the operator does at the command line.
    pub(super) async fn begin(site: Site, script: &'a Script) -> anyhow::Result<Self> {
        let mut act = site.act().await.map_err(told)?;
        let mut places = BTreeMap::new();
        for place in &script.places {
            let parent = place.under.as_ref().and_then(|above| places.get(above)).copied();
            let new = sites::NewSite {
                parent,
                kind: Kind::from_code(&place.kind).with_context(|| format!("no kind {}", place.kind))?,
                name: place.name.clone(),
                state: place.state.clone(),
                nces_id: None,
                local_id: None,
                time_zone: ZONE.to_owned(),
                language: Lang::En,
            };
            let id = sites::create(&mut act, &Operator::at_the_command_line(), new).await.map_err(told)?;
            places.insert(place.key.clone(), id);
        }
        act.commit().await.map_err(told)?;
        let mut player = Self {
            site,
            script,
            places,
            accounts: BTreeMap::new(),
            partnerships: BTreeMap::new(),
            drafts: BTreeMap::new(),
            decisions: BTreeMap::new(),
        };
        player.appoint_operator().await?;
        Ok(player)
    }

    async fn appoint_operator(&mut self) -> anyhow::Result<()> {
        let operator = &self.script.operator;
        self.account(&operator.handle).await?;
        let mut act = self.site.act().await.map_err(told)?;
        account::commands::make_operator(&mut act, &Operator::at_the_command_line(), &operator.email())
            .await
            .map_err(told)?;
        act.commit().await.map_err(told)
    }

    /// Lets time pass until a moment. Each morning at six the house does what is due by then.
    pub(super) async fn wait_until(&self, moment: Moment) -> anyhow::Result<()> {
        while self.site.now() < moment {
            let morning = self.next_morning()?;
            if morning >= moment {
                self.site.clock.move_to(moment);
                break;
            }
            self.site.clock.move_to(morning);
            jobs::run_due(&self.site).await.map_err(told)?;
        }
        Ok(())
    }

    fn next_morning(&self) -> anyhow::Result<Moment> {
        let now = self.site.now().civil(ZONE);
        let day = if now.hour() < 6 { now.date() } else { now.date().tomorrow()? };
        Ok(Moment::of_civil(day.at(6, 0, 0, 0), ZONE))
    }

    /// Plays one line.
    pub(super) async fn play(&mut self, line: &Line) -> anyhow::Result<()> {
        self.wait_until(Moment::of_civil(line.on, ZONE)).await?;
        if line.by.is_empty() {
            return verbs::by_a_stranger(self, line).await;
        }
        for (place, handle) in line.by.iter().enumerate() {
            if place > 0 {
                self.site.clock.move_to(self.site.now().plus(APART));
            }
            let actor = self.actor(handle).await?;
            match line.verb {
                Verb::Start => verbs::start(self, line, &actor).await,
                Verb::Accept | Verb::Later | Verb::Decline | Verb::Question => {
                    verbs::answer_invitation(self, line, handle, &actor).await
                }
                _ => verbs::at_a_seat(self, line, &actor).await,
            }
            .with_context(|| format!("{handle} could not {:?} on {}", line.verb, line.on))?;
        }
        Ok(())
    }

    /// Somebody of the script.
    pub(super) fn somebody(&self, handle: &str) -> anyhow::Result<&'a Somebody> {
        self.script
            .people
            .iter()
            .find(|one| one.handle == handle)
            .with_context(|| format!("nobody is {handle}"))
    }

    async fn account(&mut self, handle: &str) -> anyhow::Result<Uuid> {
        if let Some(known) = self.accounts.get(handle) {
            return Ok(*known);
        }
        let who = self.somebody(handle)?;
        let mut act = self.site.act().await.map_err(told)?;
        let id = account::create(&mut act, &who.email(), &who.name, who.language).await.map_err(told)?;
        act.commit().await.map_err(told)?;
        self.accounts.insert(handle.to_owned(), id);
        Ok(id)
    }

    /// Somebody, signed in a moment ago: their first act makes their account. Who was only asked and
    /// answers without one is a guest.
    async fn actor(&mut self, handle: &str) -> anyhow::Result<Actor> {
        let who = self.somebody(handle)?;
        if who.guest {
            return Ok(Actor::Guest);
        }
        let id = self.account(handle).await?;
        Ok(Actor::Person(Box::new(Person {
            id,
            name: who.name.clone(),
            email: who.email(),
            language: who.language,
            operator: false,
            session: Uuid::nil(),
            proved_at: self.site.now(),
        })))
    }

    /// The partnership of a line.
    pub(super) fn partnership(&self, line: &Line) -> anyhow::Result<Uuid> {
        let id = self.partnerships.get(&line.partnership).copied();
        id.with_context(|| format!("the partnership {} has not begun", line.partnership))
    }

    /// The token in the newest letter that asks somebody to join, as they would find it.
    pub(super) async fn link_of(&self, handle: &str) -> anyhow::Result<String> {
        let address = self.somebody(handle)?.email();
        let letters = mail::outbox(&self.site, LETTERS).await.map_err(told)?;
        let mine = letters.iter().filter(|letter| letter.to_address == address);
        let token = mine.filter_map(|letter| letter.body.split("/i/").nth(1)).next();
        let token = token.and_then(|rest| rest.split_whitespace().next());
        token.map(str::to_owned).with_context(|| format!("no letter asks {handle} to join"))
    }

    /// The fields of a line's form, with ids where the script names things.
    pub(super) async fn fields<T: DeserializeOwned>(&self, tx: &mut Tx, line: &Line) -> anyhow::Result<T> {
        let mut fields = line.with.clone();
        for (_, value) in &mut fields {
            match value {
                toml::Value::String(text) => *text = self.resolved(tx, line, text).await?,
                toml::Value::Array(list) => {
                    for item in list {
                        if let toml::Value::String(text) = item {
                            *text = self.resolved(tx, line, text).await?;
                        }
                    }
                }
                _ => {}
            }
        }
        toml::Value::Table(fields).try_into().context("the fields do not fit the form")
    }

    async fn resolved(&self, tx: &mut Tx, line: &Line, text: &str) -> anyhow::Result<String> {
        let Some((kind, name)) = text.strip_prefix('@').and_then(|named| named.split_once(':')) else {
            return Ok(text.to_owned());
        };
        let id = match kind {
            "place" => self.places.get(name).copied().with_context(|| format!("no place {name}"))?,
            "party" => self.party(tx, line, name).await?,
            "seat" => self.seat(tx, line, name).await?.id,
            other => bail!("nothing is called @{other}"),
        };
        Ok(id.to_string())
    }

    async fn party(&self, tx: &mut Tx, line: &Line, name: &str) -> anyhow::Result<Uuid> {
        let parties = membership::parties(tx, self.partnership(line)?).await.map_err(told)?;
        let found = parties.iter().find(|party| party.name == name);
        found.map(|party| party.id).with_context(|| format!("no party is called {name}"))
    }

    /// Somebody's living seat.
    pub(super) async fn seat(
        &self,
        tx: &mut Tx,
        line: &Line,
        handle: &str,
    ) -> anyhow::Result<membership::SeatLine> {
        let email = self.somebody(handle)?.email();
        let seats = membership::seats(tx, self.partnership(line)?).await.map_err(told)?;
        seats
            .into_iter()
            .find(|seat| seat.email == email)
            .with_context(|| format!("{handle} does not sit here"))
    }

    /// Opens an act at the line's partnership with the right its command needs.
    pub(super) async fn act_at(&self, line: &Line, actor: &Actor) -> anyhow::Result<(Act, Seat)> {
        let mut act = self.site.act().await.map_err(told)?;
        let right = verbs::right(line);
        let seat = Seat::ask_to_act(&mut act, actor, self.partnership(line)?, right).await.map_err(told)?;
        Ok((act, seat))
    }
}

/// What went wrong, with the words a person would have read.
pub(super) fn told(error: Error) -> anyhow::Error {
    match error {
        Error::Refused(no) => {
            let w = Words::new(Lang::En);
            let said: Vec<String> = no.iter().map(|one| one.say(&w)).collect();
            anyhow!("{}", said.join(" "))
        }
        Error::Broken(error) => error,
        other => anyhow!("{other:?}"),
    }
}
