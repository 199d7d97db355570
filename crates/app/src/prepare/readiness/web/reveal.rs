//! The picture that shown statements make, in words and on a scale: where we agree, the widest gap, what to
//! talk about, where to begin.

use words::Words;

use crate::access::{Right, Seat};
use crate::front::{self, Step, page_of_step};
use crate::people::membership::Party;
use crate::prepare::readiness::rules::{Item, Level, Moved, Picture, moved};
use crate::prepare::readiness::words::{self as said, Table};
use crate::prepare::readiness::{Round, Statement};

/// See the module.
pub(super) struct Reveal {
    pub(super) shown_on: String,
    pub(super) lede: String,
    pub(super) agreed: Vec<(&'static str, &'static str)>,
    pub(super) gap: Option<Gap>,
    pub(super) talk: Vec<(&'static str, String)>,
    pub(super) next: Option<Next>,
    pub(super) letters: Vec<String>,
    pub(super) scale: Vec<OnScale>,
    pub(super) without: Vec<String>,
    pub(super) since: Option<Since>,
    /// Whether this reader may go on to a shared concern.
    pub(super) offers: bool,
}

/// The widest gap, as each side sees it.
pub(super) struct Gap {
    pub(super) item: String,
    pub(super) says: Vec<String>,
    pub(super) also: Vec<String>,
}

/// The suggested step.
pub(super) struct Next {
    pub(super) name: &'static str,
    pub(super) why: &'static str,
    pub(super) page: Option<&'static str>,
    pub(super) guide: &'static str,
}

/// One item on the scale of four.
pub(super) struct OnScale {
    pub(super) item: String,
    pub(super) says: String,
    pub(super) agreed: bool,
    pub(super) cells: Vec<Cell>,
    pub(super) reading: Vec<String>,
}

/// One place of the scale and the letters that stand there.
pub(super) struct Cell {
    pub(super) level: &'static str,
    pub(super) letters: Vec<char>,
}

/// What moved since the round before.
pub(super) struct Since {
    pub(super) says: String,
    pub(super) moved: Vec<(String, Vec<String>)>,
}

/// The picture of a shown round beside the one before it; none if nothing of it is shown. `stand` is where the steps
/// stand now: a step that is done is no next step.
pub(super) fn of(
    seat: &Seat,
    w: &Words,
    (round, before): (&Round, Option<&Round>),
    parties: &[Party],
    stand: Option<&front::Stand>,
) -> Option<Reveal> {
    let shown = round.shown();
    if shown.is_empty() {
        return None;
    }
    let zone = &seat.partnership().zone;
    let day = |round: &Round| w.date(round.revealed_at.unwrap_or(round.begun_at).civil(zone).date());
    let picture = round.picture();
    let table = Table::of(parties);
    let lettered: Vec<(char, &Statement)> = ('A'..='Z').zip(shown).collect();
    Some(Reveal {
        shown_on: w.readiness_shown_on(round.cycle, day(round)),
        lede: picture
            .as_ref()
            .map_or_else(String::new, |one| w.readiness_lede(i64::try_from(one.agreed().len()).unwrap_or(0))),
        agreed: picture.as_ref().map_or_else(Vec::new, |one| {
            let level = |item| said::level(w, one.lowest(item));
            one.agreed().into_iter().map(|item| (said::short(w, item), level(item))).collect()
        }),
        gap: picture.as_ref().and_then(|one| gap(w, one, &lettered, &table)),
        talk: picture.as_ref().map_or_else(Vec::new, |one| talk(w, one)),
        next: picture.as_ref().map(|one| next(w, one, stand)),
        letters: lettered.iter().map(|(letter, one)| legend(w, round, *letter, one)).collect(),
        scale: Item::ALL.map(|item| on_scale(w, picture.as_ref(), &lettered, item, &table)).into(),
        without: round.silent(parties).into_iter().map(|party| w.readiness_without(&party.name)).collect(),
        since: before.map(|before| Since {
            says: w.readiness_moved_says(before.cycle, day(before)),
            moved: since(w, round, before, &table),
        }),
        offers: before.is_none() && seat.could(Right::FirstHour),
    })
}

fn gap(w: &Words, picture: &Picture, lettered: &[(char, &Statement)], table: &Table) -> Option<Gap> {
    let mut widest = picture.widest().into_iter();
    let item = widest.next()?;
    let must = lettered.iter().filter(|(_, one)| one.must_agree);
    Some(Gap {
        item: said::item_words(w, item, table),
        says: must
            .map(|(_, one)| w.readiness_gap_says(said::level(w, one.answers.of(item)), &one.party_name))
            .collect(),
        also: widest.map(|item| w.readiness_gap_more(said::short(w, item))).collect(),
    })
}

/// At most two questions: more than that is no talk but a list.
fn talk(w: &Words, picture: &Picture) -> Vec<(&'static str, String)> {
    let mut items = picture.concerns(2);
    if items.is_empty() {
        items.push(Item::Leaders);
    }
    let ask = |item: Item| (said::short(w, item), said::question(w, item, picture.talk(item)));
    items.into_iter().map(ask).collect()
}

fn next(w: &Words, picture: &Picture, stand: Option<&front::Stand>) -> Next {
    let (suggested, reason) = picture.start();
    let (step, why) = match stand.filter(|stand| stand.is_done(suggested)) {
        None => (suggested, said::reason(w, reason)),
        Some(stand) => match stand.at_hand() {
            Some(open) => (open, w.readiness_why_at_hand()),
            None => (Step::R1, w.readiness_why_all_agreed()),
        },
    };
    Next {
        name: step.name(w),
        why,
        page: page_of_step(step),
        guide: match step {
            Step::P1 => "p1",
            Step::P2 => "p2",
            Step::P3 => "p3",
            Step::P4 => "p4",
            Step::A1 => "a1",
            Step::A2 => "a2",
            Step::A3 => "a3",
            Step::A4 => "a4",
            Step::R1 => "r1",
            Step::R2 => "r2",
        },
    }
}

fn legend(w: &Words, round: &Round, letter: char, one: &Statement) -> String {
    let letter = letter.to_string();
    let later = round.revealed_at.is_some_and(|at| one.shown_at.is_some_and(|shown| shown > at));
    if !one.must_agree {
        w.readiness_scale_advises(&one.name, letter, &one.party_name)
    } else if later {
        w.readiness_scale_later(&one.name, letter, &one.party_name)
    } else {
        w.readiness_scale_letter(&one.name, letter, &one.party_name)
    }
}

fn on_scale(
    w: &Words,
    picture: Option<&Picture>,
    lettered: &[(char, &Statement)],
    item: Item,
    table: &Table,
) -> OnScale {
    let at = |level: Level| {
        let here = lettered.iter().filter(|(_, one)| one.answers.of(item) == level);
        here.map(|(letter, _)| *letter).collect()
    };
    let gap = picture.map(|picture| picture.gap(item));
    OnScale {
        item: said::item_words(w, item, table),
        agreed: gap == Some(0),
        says: match gap {
            None => String::new(),
            Some(0) => w.readiness_scale_same().to_owned(),
            Some(steps) => w.readiness_scale_gap(steps),
        },
        cells: Level::ALL.map(|level| Cell { level: said::level(w, level), letters: at(level) }).into(),
        reading: lettered
            .iter()
            .map(|(_, one)| w.readiness_reading(said::level(w, one.answers.of(item)), &one.party_name))
            .collect(),
    }
}

/// For each item on which a party moved: who, which way, and what it had said.
fn since(w: &Words, round: &Round, before: &Round, table: &Table) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for item in Item::ALL {
        let mut lines = Vec::new();
        for one in round.shown() {
            let Some(was) = before.of(one.party).filter(|was| was.shown_at.is_some()) else { continue };
            let way = match moved(was.answers.of(item), one.answers.of(item)) {
                Moved::Up => w.readiness_moved_up(),
                Moved::Down => w.readiness_moved_down(),
                Moved::Same => continue,
            };
            lines.push(w.readiness_moved_line(said::level(w, was.answers.of(item)), way, &one.party_name));
        }
        if !lines.is_empty() {
            all.push((said::item_words(w, item, table), lines));
        }
    }
    all
}
