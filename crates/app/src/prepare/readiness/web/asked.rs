//! What members say: whether this reader may ask or answer now, and what was frozen.

use db::Tx;
use words::Words;

use super::{Questions, Table, question};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::partnership::State as Standing;
use crate::prepare::readiness::members::Asking;
use crate::prepare::readiness::rules::Item;
use crate::prepare::readiness::{Round, store, words as said};
use crate::site::Moment;

/// See the module.
pub(super) struct Members {
    /// The words on the button to ask one's own members.
    pub(super) ask: Option<String>,
    pub(super) open: Vec<String>,
    pub(super) counted: Vec<Counted>,
    /// The form for one's own answers: until when, the questions, and what was answered before.
    pub(super) mine: Option<Mine>,
}

/// What was frozen of one party's members.
pub(super) struct Counted {
    pub(super) says: String,
    pub(super) shares: Vec<(String, String)>,
}

/// One's own answers.
pub(super) struct Mine {
    pub(super) says: String,
    pub(super) questions: Questions,
    pub(super) chosen: Vec<(&'static str, &'static str)>,
}

/// Nothing while nobody has asked and this reader may not.
pub(super) async fn of(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    (round, table): (&Round, &Table),
    now: Moment,
) -> Result<Option<Members>, Error> {
    let askings = store::askings(tx, round.id).await?;
    let party = seat.membership().and_then(|m| m.party.as_ref());
    let asked = |asking: &&Asking| party.is_some_and(|party| party.id == asking.party);
    let may_ask = seat.could(Right::StateReadiness) && seat.partnership().state == Standing::Active;
    let ask = party
        .filter(|_| may_ask && !askings.iter().any(|one| asked(&one)))
        .map(|party| w.readiness_members_ask(&party.name));
    let day = |at: Moment| w.date(at.plus(-1).civil(&seat.partnership().zone).date());
    let open = askings.iter().filter(|one| one.closed_at.is_none());
    let mine = match askings.iter().find(asked).filter(|one| one.is_open(now)) {
        Some(asking) if seat.could(Right::AnswerReadiness) => {
            let before = store::own(tx, round.id, seat.member()?.id).await?;
            let chosen = before.map_or_else(Vec::new, |own| {
                let code = |item| own.of(item).map_or("unknown", |level| level.code());
                Item::ALL.map(|item| (item.code(), code(item))).into()
            });
            Some(Mine {
                says: w.readiness_mine_says(day(asking.answer_by)),
                questions: mine(seat, w, table),
                chosen,
            })
        }
        _ => None,
    };
    let members = Members {
        ask,
        open: open
            .map(|one| w.readiness_members_asked(&one.party_name, day(one.answer_by), &one.name))
            .collect(),
        counted: askings
            .iter()
            .filter(|one| one.closed_at.is_some())
            .map(|one| counted(w, one, table))
            .collect(),
        mine,
    };
    let empty = members.ask.is_none() && askings.is_empty();
    Ok((!empty).then_some(members))
}

fn mine(seat: &Seat, w: &Words, table: &Table) -> Questions {
    let unknown = ("unknown", w.readiness_level_unknown());
    let mut items = Item::ALL.map(|item| question(w, item, None, table));
    items.iter_mut().for_each(|one| one.levels.push(unknown));
    Questions {
        title: w.readiness_mine_title().to_owned(),
        action: format!("/p/{}/readiness/mine", seat.partnership().id),
        items: items.into(),
        version: None,
        button: w.readiness_mine_save().to_owned(),
    }
}

fn counted(w: &Words, asking: &Asking, table: &Table) -> Counted {
    match asking.people {
        None => Counted { says: w.readiness_members_few(&asking.party_name), shares: Vec::new() },
        Some(people) => Counted {
            says: w.readiness_members_people(&asking.party_name, people),
            shares: asking
                .by_item()
                .into_iter()
                .map(|(item, share)| (said::item_words(w, item, table), said::share(w, share)))
                .collect(),
        },
    }
}
