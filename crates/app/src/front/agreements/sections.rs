//! What stands between the sides, kind by kind, each asked of the feature that keeps it.

use std::collections::BTreeMap;

use db::Tx;
use jiff::civil::Date;
use uuid::Uuid;
use words::Words;

use super::{Agreed, Section};
use crate::access::Seat;
use crate::act::{charter, decision};
use crate::crisis::{log, taskforce};
use crate::error::Error;
use crate::network::sharing;
use crate::people::{acceptance, membership};
use crate::prepare::{commitment, goals};
use crate::reflect::lasting;
use crate::site::Moment;
use crate::web::page::RecordMark;

/// What every section needs to write its lines.
struct Pen<'a> {
    w: &'a Words,
    id: Uuid,
    zone: &'a str,
    today: Date,
    marks: BTreeMap<Uuid, RecordMark>,
}

impl Pen<'_> {
    fn page(&self, page: &str) -> String {
        format!("/p/{}/{page}", self.id)
    }

    fn day(&self, at: Moment) -> String {
        self.w.date(at.civil(self.zone).date())
    }

    fn mark(&self, about: Uuid) -> Option<RecordMark> {
        self.marks.get(&about).cloned()
    }

    fn section(
        &self,
        title: &'static str,
        none: &'static str,
        (page, open): (&str, &'static str),
        mut agreed: Vec<Agreed>,
    ) -> Section {
        agreed.sort_by_key(|one| std::cmp::Reverse(one.at));
        Section { title, none, page: self.page(page), open, agreed }
    }
}

/// Every section, in the order of the path.
pub(super) async fn all(tx: &mut Tx, w: &Words, seat: &Seat, now: Moment) -> Result<Vec<Section>, Error> {
    let place = seat.partnership();
    let pen = Pen {
        w,
        id: place.id,
        zone: &place.zone,
        today: now.civil(&place.zone).date(),
        marks: crate::record::agreements(tx, place.id).await?,
    };
    let accepted = acceptance::agreed(tx, place.id).await?;
    Ok(vec![
        promise(tx, &pen).await?,
        shared_goals(tx, &pen, &accepted).await?,
        charters(tx, &pen).await?,
        decisions(tx, &pen).await?,
        in_crisis(tx, &pen).await?,
        made_to_last(tx, &pen).await?,
        shared(tx, &pen).await?,
        also(&pen, &accepted),
    ])
}

async fn promise(tx: &mut Tx, pen: &Pen<'_>) -> Result<Section, Error> {
    use commitment::State::{Lapsed, Signed};
    let w = pen.w;
    let stands = commitment::all_of(tx, pen.id).await?.into_iter();
    let agreed = stands.filter(|one| matches!(one.state, Signed | Lapsed)).map(|one| Agreed {
        at: one.since,
        name: w.agreements_commitment().to_owned(),
        says: None,
        meta: vec![w.agreements_renew(w.date(one.renew_on), pen.day(one.since))],
        link: pen.page("commitment"),
        chip: Some(match one.state {
            Lapsed => ("paused", w.commitment_state_lapsed().to_owned()),
            _ => ("active", w.commitment_state_signed().to_owned()),
        }),
        mark: pen.mark(one.id),
    });
    let open = ("commitment", w.agreements_promise_open());
    Ok(pen.section(w.agreements_promise(), w.agreements_promise_none(), open, agreed.collect()))
}

async fn shared_goals(tx: &mut Tx, pen: &Pen<'_>, accepted: &[acceptance::Agreed]) -> Result<Section, Error> {
    let w = pen.w;
    let mut agreed = Vec::new();
    for goal in goals::all(tx, pen.id).await?.into_iter().filter(|goal| !goal.dropped) {
        let Some(one) = accepted.iter().find(|one| one.about == goal.id) else { continue };
        agreed.push(Agreed {
            at: one.at,
            name: one.title.clone(),
            says: None,
            meta: vec![w.agreements_goal(goal.cycle, pen.day(one.at))],
            link: pen.page("goals"),
            chip: None,
            mark: pen.mark(goal.id),
        });
    }
    let open = ("goals", w.agreements_goals_open());
    Ok(pen.section(w.agreements_goals(), w.agreements_goals_none(), open, agreed))
}

async fn charters(tx: &mut Tx, pen: &Pen<'_>) -> Result<Section, Error> {
    let w = pen.w;
    let agreed = charter::adopted(tx, pen.id).await?.into_iter().map(|one| Agreed {
        at: one.at,
        name: w.charter_of(&one.name),
        says: None,
        meta: vec![w.agreements_charter(pen.day(one.at), w.date(one.ends_on))],
        link: pen.page(&format!("teams/{}/charter", one.team)),
        chip: (one.ends_on < pen.today).then(|| ("ended", w.agreements_over().to_owned())),
        mark: pen.mark(one.id),
    });
    let open = ("teams", w.agreements_charters_open());
    Ok(pen.section(w.agreements_charters(), w.agreements_charters_none(), open, agreed.collect()))
}

async fn decisions(tx: &mut Tx, pen: &Pen<'_>) -> Result<Section, Error> {
    let w = pen.w;
    let agreed = decision::agreements(tx, pen.id).await?.into_iter().map(|one| {
        let mut meta = vec![w.agreements_decided(pen.day(one.agreed_at))];
        meta.extend(one.terms.ends_on.map(|day| w.agreements_ends(w.date(day))));
        meta.extend(one.terms.review_on.map(|day| w.agreements_review(w.date(day))));
        let (chip, says) = decision::standing(w, &one.line);
        Agreed {
            at: one.agreed_at,
            name: one.line.question,
            says: Some(one.effect),
            meta,
            link: pen.page(&format!("decisions/{}", one.line.id)),
            chip: Some((chip, says.to_owned())),
            mark: pen.mark(one.line.id),
        }
    });
    let open = ("decisions", w.agreements_decisions_open());
    Ok(pen.section(w.agreements_decisions(), w.agreements_decisions_none(), open, agreed.collect()))
}

/// What holds in the newest crisis with the word of each side it concerns, and with nobody against it.
async fn in_crisis(tx: &mut Tx, pen: &Pen<'_>) -> Result<Section, Error> {
    let w = pen.w;
    let mut agreed = Vec::new();
    if let Some(crisis) = taskforce::newest(tx, pen.id).await? {
        let chairs = taskforce::chairs(tx, crisis.id).await?;
        let parties = membership::parties(tx, pen.id).await?;
        for one in log::list(tx, crisis.id).await? {
            let each = one.awaited(&chairs, &parties).is_empty() && one.words.iter().all(|word| word.agrees);
            if !each || one.standing(pen.today) != log::Standing::Holds {
                continue;
            }
            let expires = w.date(one.expires_on);
            agreed.push(Agreed {
                at: one.made_at,
                name: one.body,
                says: Some(w.agreements_changes(&one.changes_on)),
                meta: vec![w.agreements_decided(pen.day(one.made_at)), w.agreements_ends(expires)],
                link: pen.page(&format!("crisis/{}/decisions/{}", crisis.id, one.id)),
                chip: None,
                mark: pen.mark(one.id),
            });
        }
    }
    // Without a crisis there is nothing to say of one.
    Ok(pen.section(w.agreements_crisis(), "", ("crisis", w.agreements_crisis_open()), agreed))
}

async fn made_to_last(tx: &mut Tx, pen: &Pen<'_>) -> Result<Section, Error> {
    use lasting::State::InForce;
    let w = pen.w;
    let mut agreed = Vec::new();
    for one in lasting::all(tx, pen.id).await?.into_iter().filter(|one| one.state == InForce) {
        let Some(last) = one.moves.last() else { continue };
        agreed.push(Agreed {
            at: Moment::of_civil(last.day.at(0, 0, 0, 0), pen.zone),
            name: one.name,
            says: None,
            meta: vec![
                w.agreements_in_force(w.date(last.day)),
                format!("{}: {}", lasting::home_words(w, one.home), last.document),
            ],
            link: pen.page("lasting"),
            chip: None,
            mark: pen.mark(one.id),
        });
    }
    let open = ("lasting", w.agreements_lasting_open());
    Ok(pen.section(w.agreements_lasting(), w.agreements_lasting_none(), open, agreed))
}

async fn shared(tx: &mut Tx, pen: &Pen<'_>) -> Result<Section, Error> {
    let w = pen.w;
    let agreed = sharing::given(tx, pen.id).await?.into_iter().map(|one| Agreed {
        at: one.agreed_at,
        name: match &one.other {
            sharing::Other::Everybody => w.agreements_shown().to_owned(),
            sharing::Other::Partnership { name, .. } => w.agreements_shared_with(name),
        },
        says: None,
        meta: vec![w.agreements_since(pen.day(one.agreed_at))],
        link: pen.page("sharing"),
        chip: None,
        mark: pen.mark(one.id),
    });
    let open = ("sharing", w.agreements_sharing_open());
    Ok(pen.section(w.agreements_sharing(), w.agreements_sharing_none(), open, agreed.collect()))
}

/// What else each side accepted: the case, the map, the tree of teams, the places to start.
fn also(pen: &Pen<'_>, accepted: &[acceptance::Agreed]) -> Section {
    use acceptance::Kind::{Charter, Goal};
    let w = pen.w;
    let rest = accepted.iter().filter(|one| !matches!(one.kind, Charter | Goal));
    let agreed = rest.map(|one| Agreed {
        at: one.at,
        name: acceptance::what(w, one.kind, &one.title),
        says: None,
        meta: vec![w.agreements_decided(pen.day(one.at))],
        link: pen.page(&one.page),
        chip: None,
        mark: pen.mark(one.about),
    });
    pen.section(w.agreements_also(), "", ("record", w.agreements_also_open()), agreed.collect())
}
