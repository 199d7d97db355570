//! The page of a place, and the list of places that have one. Open to everybody.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use db::Tx;
use uuid::Uuid;
use words::Words;

use super::{Listed, Place, below, by_need, by_phase, kind, store};
use crate::access::{Policy, Right, Seat};
use crate::error::Error;
use crate::network::sharing::{self, Agreement};
use crate::network::site_tree::Kind;
use crate::people::partnership::State;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/sites", Policy::Public, list).get("/sites/{site}", Policy::Public, one)
}

/// A partnership, in words.
struct Line {
    name: String,
    /// Its public page, if it has one.
    link: Option<String>,
    place: String,
    stands: String,
    looks_for: String,
    done: String,
    /// "Paused", while it rests.
    rests: Option<&'static str>,
    to_us: bool,
}

/// A phase and who is in it.
struct Group {
    title: &'static str,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "network/site_page/one.html")]
struct One {
    page: Page,
    w: Words,
    place: Place,
    above: Vec<Place>,
    count: usize,
    groups: Vec<Group>,
    needs: Vec<(&'static str, String)>,
    below: Vec<(Uuid, String, &'static str, usize)>,
    /// Whether any is seen by the reader's own group alone.
    any_to_us: bool,
}

async fn one(ask: Ask, Path(site): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let w = ask.w;
    let mut above = store::way_up(&mut tx, site).await?;
    let listed = listed(&ask, &mut tx, site).await?;
    // A state is no secret; any other place is there once somebody below it chose to be shown.
    let there = |place: &Place| place.kind == Kind::State || !listed.is_empty();
    let place = above.first().filter(|place| there(place)).cloned().ok_or(Error::Unseen)?;
    above.remove(0);
    above.reverse();
    let groups = by_phase(&listed).into_iter().map(|(phase, here)| Group {
        title: phase.map_or_else(|| w.sites_all_done(), |phase| phase.say(&w).0),
        lines: here.into_iter().map(|one| line(&w, one)).collect(),
    });
    let needs = by_need(&listed).into_iter().map(|(need, names)| (need.say(&w), w.list(&names)));
    let below = below(site, listed.iter().map(|one| &one.way)).into_iter();
    show(&One {
        page: Page::new(&ask, w.sites_title_one(&place.name)),
        count: listed.len(),
        groups: groups.collect(),
        needs: needs.collect(),
        below: below.map(|(one, count)| (one.id, one.name.clone(), kind(&w, one.kind), count)).collect(),
        any_to_us: listed.iter().any(|one| one.to_us),
        place,
        above,
        w,
    })
}

fn line(w: &Words, one: &Listed) -> Line {
    let other = &one.seen.agreement.other;
    Line {
        name: other.name().to_owned(),
        link: one.way.public_page.then(|| format!("/at/{}", one.way.partnership)),
        place: other.place().to_owned(),
        stands: one.seen.stands(w),
        looks_for: one.seen.looks_for(w),
        done: w.network_done(one.seen.done),
        rests: one.way.paused.then(|| State::Paused.say(w)),
        to_us: one.to_us,
    }
}

/// What the reader may see at and below a place.
async fn listed(ask: &Ask, tx: &mut Tx, site: Uuid) -> Result<Vec<Listed>, Error> {
    let mut agreements: BTreeMap<Uuid, (Agreement, bool)> = BTreeMap::new();
    for agreement in to_groups_of(ask, tx).await? {
        agreements.insert(agreement.sharer, (agreement, true));
    }
    for agreement in sharing::shown(tx).await? {
        agreements.insert(agreement.sharer, (agreement, false));
    }
    let mut listed = Vec::new();
    for way in store::sharers(tx).await? {
        let here = way.places.iter().any(|place| place.id == site);
        if let Some((agreement, to_us)) = agreements.remove(&way.partnership).filter(|_| here) {
            listed.push(Listed { seen: sharing::seen(&ask.site, tx, agreement).await?, way, to_us });
        }
    }
    listed.sort_by(|one, two| one.seen.agreement.other.name().cmp(two.seen.agreement.other.name()));
    Ok(listed)
}

/// What is shared with the groups in which the reader sits.
async fn to_groups_of(ask: &Ask, tx: &mut Tx) -> Result<Vec<Agreement>, Error> {
    let Some(person) = ask.actor.person() else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for group in store::receivers(tx, person.id).await? {
        let seat = Seat::ask(tx, &ask.actor, group, Right::See).await?;
        all.extend(sharing::received(tx, &seat).await?);
    }
    Ok(all)
}

#[derive(Template)]
#[template(path = "network/site_page/list.html")]
struct List {
    page: Page,
    w: Words,
    tops: Vec<(Uuid, String, &'static str, usize)>,
}

/// The places on top of those that everybody may see: the states, and what is in no state of the tree.
async fn list(ask: Ask) -> Reply {
    let mut tx = ask.look().await?;
    let w = ask.w;
    let shown: Vec<Uuid> = sharing::shown(&mut tx).await?.into_iter().map(|one| one.sharer).collect();
    let mut tops: BTreeMap<(String, Uuid), (&'static str, usize)> = BTreeMap::new();
    for way in store::sharers(&mut tx).await?.into_iter().filter(|way| shown.contains(&way.partnership)) {
        if let Some(top) = way.places.last() {
            tops.entry((top.name.clone(), top.id)).or_insert((kind(&w, top.kind), 0)).1 += 1;
        }
    }
    let tops = tops.into_iter().map(|((name, id), (kind, count))| (id, name, kind, count)).collect();
    show(&List { page: Page::new(&ask, w.sites_title()), w, tops })
}
