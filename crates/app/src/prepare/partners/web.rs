//! The map on one page: a list and a picture of the same, what is missing, and the invitations that follow.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use chart::ties::{self, Strength};
use uuid::Uuid;
use words::Words;

use super::{Group, LEVELS, ROLES, STRENGTHS, Tie, commands, store};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::people::acceptance::{self, Shown};
use crate::people::invitation::{self, State};
use crate::people::membership::{self, Party};
use crate::prepare::sheet::{self, Kind};
use crate::web::routes::Routes;
use crate::web::{Ask, Confirm, Form, Page, Reply, refused, show, tried};

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::Prepare);
const PUT: Policy = Policy::Seat(Right::ProposeJoint);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/partners", SEE, page)
        .post("/p/{partnership}/partners/group", WRITE, group)
        .get("/p/{partnership}/partners/remove", WRITE, ask_remove)
        .post("/p/{partnership}/partners/remove", WRITE, remove)
        .post("/p/{partnership}/partners/tie", WRITE, tie)
        .post("/p/{partnership}/partners/ask", PUT, put)
}

#[derive(Template)]
#[template(path = "prepare/partners/show.html")]
struct View {
    page: Page,
    w: Words,
    form: Form,
    groups: Vec<Group>,
    ties: Vec<Tie>,
    parties: Vec<Party>,
    asked: Vec<(Option<Uuid>, State)>,
    version: i64,
    acceptance: Option<Shown>,
    may_write: bool,
    may_invite: bool,
}

impl View {
    fn levels(&self) -> Vec<(&'static str, Vec<&Group>, Vec<&'static str>)> {
        let of = |level: &&'static str| {
            let here = self.groups.iter().filter(|group| group.level == *level).collect();
            let gaps = super::gaps(level, &self.groups);
            let gaps = gaps.into_iter().map(|role| super::role(&self.w, role)).collect();
            (super::level(&self.w, level), here, gaps)
        };
        LEVELS.iter().map(of).collect()
    }

    fn role(&self, group: &Group) -> &'static str {
        super::role(&self.w, &group.role)
    }

    fn name(&self, id: &Uuid) -> &str {
        self.groups.iter().find(|group| group.id == *id).map_or("", |group| group.name.as_str())
    }

    fn party(&self, id: &Option<Uuid>) -> &str {
        id.and_then(|id| self.parties.iter().find(|p| p.id == id)).map_or("", |p| p.name.as_str())
    }

    fn strength(&self, tie: &Tie) -> &'static str {
        super::strength(&self.w, &tie.strength)
    }

    /// The invitations to a party: how many stand in each state. They are the party's, not one group's: who was asked
    /// sits for the party, whatever group they belong to.
    fn invited(&self, party: &Uuid) -> Vec<(&'static str, &'static str, usize)> {
        let count = |state: State| self.asked.iter().filter(|one| **one == (Some(*party), state)).count();
        State::ALL
            .iter()
            .map(|state| (state.code(), state.say(&self.w), count(*state)))
            .filter(|(_, _, n)| *n > 0)
            .collect()
    }

    fn picture(&self) -> String {
        let names: Vec<&str> = self.groups.iter().map(|group| group.name.as_str()).collect();
        let place = |id: Uuid| self.groups.iter().position(|group| group.id == id);
        let drawn: Vec<ties::Tie> = self
            .ties
            .iter()
            .filter_map(|tie| {
                let strength = match tie.strength.as_str() {
                    "strong" => Strength::Strong,
                    "weak" => Strength::Weak,
                    "working" => Strength::Working,
                    _ => return None,
                };
                Some(ties::Tie { one: place(tie.one)?, two: place(tie.two)?, strength })
            })
            .collect();
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let says = self.w.partners_picture_says(count(names.len()), count(drawn.len()));
        ties::picture("partners", self.w.partners_picture(), &says, &names, &drawn)
    }

    fn roles(&self) -> Vec<(String, String)> {
        let words = |level: &str, role: &str| {
            self.w.partners_role_at(super::level(&self.w, level), super::role(&self.w, role))
        };
        ROLES.iter().map(|(level, role)| (format!("{level}.{role}"), words(level, role))).collect()
    }

    fn party_choices(&self) -> Vec<(String, String)> {
        let none = (String::new(), self.w.partners_none().to_owned());
        let named = self.parties.iter().map(|party| (party.id.to_string(), party.name.clone()));
        std::iter::once(none).chain(named).collect()
    }

    fn group_choices(&self) -> Vec<(String, String)> {
        self.groups.iter().map(|group| (group.id.to_string(), group.name.clone())).collect()
    }

    fn strengths(&self) -> Vec<(&'static str, &'static str)> {
        STRENGTHS.iter().map(|one| (*one, super::strength(&self.w, one))).collect()
    }
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let (w, now) = (seat.words(&ask.w), ask.site.now());
    let sheet = sheet::of(&mut tx, id, Kind::Map).await?;
    let acceptance = match sheet {
        Some(sheet) => {
            let at = format!("/p/{id}/partners/ask");
            Some(acceptance::shown(&mut tx, &seat, &w, (sheet.id, sheet.version), at, now).await?)
        }
        None => None,
    };
    let mut parties = membership::parties(&mut tx, id).await?;
    parties.sort_by_key(|party| party.name.to_lowercase());
    let asked = invitation::of_partnership(&mut tx, id).await?;
    let mut page = Page::new(ask, w.partners_title()).within(&seat);
    page.live = Some(format!("/p/{id}/live"));
    Ok(View {
        page,
        groups: store::groups(&mut tx, id).await?,
        ties: store::ties(&mut tx, id).await?,
        parties,
        asked: asked.into_iter().map(|one| (one.party, one.state)).collect(),
        version: sheet.map_or(0, |sheet| sheet.version),
        acceptance,
        may_write: seat.could(Right::Prepare),
        may_invite: seat.could(Right::Invite),
        form,
        w,
    })
}

async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask)).await?)
}

/// Ends a form of this page: back to the map with a sentence, or the page again with what was wrong.
macro_rules! ends {
    ($ask:expr, $id:expr, $act:expr, $form:expr, $w:expr, $outcome:expr, $said:expr) => {
        match tried($outcome, &$form, &$w)? {
            Ok(()) => $ask.done($act, &$form, format!("/p/{}/partners", $id), $said).await,
            Err(form) => {
                drop($act);
                refused(&view(&$ask, $id, form).await?)
            }
        }
    };
}

async fn group(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::add(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.partners_done_group())
}

async fn ask_remove(ask: Ask, Path(id): Path<Uuid>, Query(off): Query<sheet::Off>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let groups = store::groups(&mut tx, id).await?;
    // Somebody else has taken it off meanwhile: the page as it is.
    let Some(group) = groups.into_iter().find(|group| Some(group.id) == off.id) else {
        drop(tx);
        return show(&view(&ask, id, Form::blank(&ask)).await?);
    };
    let page = Page::new(&ask, w.partners_remove_confirm()).within(&seat);
    let at = format!("/p/{id}/partners");
    let confirm = Confirm::new(page, w, Form::blank(&ask), format!("{at}/remove"), at)
        .with("id", group.id.to_string())
        .about(group.name)
        .says(w.partners_remove_ties())
        .button(w.partners_remove_yes());
    show(&sheet::removal(&mut tx, &seat, &w, Kind::Map, confirm).await?)
}

async fn remove(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::remove(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.partners_done_removed())
}

async fn tie(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::set_tie(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.partners_done_tie())
}

async fn put(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let outcome = commands::ask(&mut act, &seat, &form.input()?).await;
    ends!(ask, id, act, form, w, outcome, w.acceptance_asked_done())
}
