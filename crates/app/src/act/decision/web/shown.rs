//! Words for what a decision is: its state, its rule, who sees what, what it came to.

use agreement::fist::Fist;
use words::Words;

use crate::act::decision::rules::shown_tally;
use crate::act::decision::{
    Boundary, Enough, Fallback, Level, Line, Reached, Seen, SideReached, State, Terms, Who, Whole, Word,
};

/// Where a decision stands, for the page of another feature: how its chip looks, and what it says.
pub fn standing(w: &Words, line: &Line) -> (&'static str, &'static str) {
    (chip(line.state), state(w, line.state))
}

/// How a chip of this state looks.
pub(super) fn chip(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Open => "waiting",
        State::Revealed => "current",
        State::Agreed => "done",
        State::Frozen | State::Parked => "paused",
        State::NotAgreed | State::Withdrawn | State::Ended => "ended",
    }
}

pub(super) fn state(w: &Words, state: State) -> &'static str {
    match state {
        State::Draft => w.decision_state_draft(),
        State::Parked => w.decision_state_parked(),
        State::Open => w.decision_state_open(),
        State::Revealed => w.decision_state_revealed(),
        State::Agreed => w.decision_state_agreed(),
        State::NotAgreed => w.decision_state_not_agreed(),
        State::Withdrawn => w.decision_state_withdrawn(),
        State::Frozen => w.decision_state_frozen(),
        State::Ended => w.decision_state_ended(),
    }
}

/// A choice with its words and what it means.
pub(super) type Choice = (&'static str, &'static str, &'static str);

pub(super) fn levels(w: &Words) -> Vec<Choice> {
    Level::ALL
        .iter()
        .map(|one| match one {
            Level::Decides => (one.code(), w.decision_level_decides(), w.decision_level_decides_means()),
            Level::Recommends => {
                (one.code(), w.decision_level_recommends(), w.decision_level_recommends_means())
            }
            Level::Advises => (one.code(), w.decision_level_advises(), w.decision_level_advises_means()),
            Level::Informs => (one.code(), w.decision_level_informs(), w.decision_level_informs_means()),
        })
        .collect()
}

pub(super) fn seens(w: &Words) -> Vec<Choice> {
    Seen::ALL.iter().map(|one| (one.code(), seen_short(w, *one), seen(w, *one))).collect()
}

fn seen_short(w: &Words, seen: Seen) -> &'static str {
    match seen {
        Seen::ByName => w.decision_seen_name(),
        Seen::ByParty => w.decision_seen_party(),
        Seen::PassOrNot => w.decision_seen_pass(),
    }
}

/// Who sees whose answer, once the answers are shown.
pub(super) fn seen_now(w: &Words, seen: Seen) -> &'static str {
    match seen {
        Seen::ByName => w.decision_seen_name_now(),
        Seen::ByParty => w.decision_seen_party_now(),
        Seen::PassOrNot => w.decision_seen_pass_now(),
    }
}

/// Who will see whose answer, as it is told before answering.
pub(super) fn seen(w: &Words, seen: Seen) -> &'static str {
    match seen {
        Seen::ByName => w.decision_seen_name_means(),
        Seen::ByParty => w.decision_seen_party_means(),
        Seen::PassOrNot => w.decision_seen_pass_means(),
    }
}

pub(super) fn boundaries(w: &Words) -> Vec<Choice> {
    Boundary::ALL.iter().map(|one| (one.code(), boundary(w, *one), "")).collect()
}

pub(super) fn boundary(w: &Words, boundary: Boundary) -> &'static str {
    match boundary {
        Boundary::Clear => w.decision_boundary_none(),
        Boundary::Subject => w.decision_boundary_subject(),
        Boundary::Contract => w.decision_boundary_contract(),
        Boundary::Grievance => w.decision_boundary_grievance(),
    }
}

pub(super) fn whos(w: &Words, with_team: bool) -> Vec<Choice> {
    Who::ALL
        .iter()
        .filter(|one| with_team || **one != Who::Team)
        .map(|one| match one {
            Who::Everybody => (one.code(), w.decision_who_everybody(), ""),
            Who::Leads => (one.code(), w.decision_who_leads(), ""),
            Who::Team => (one.code(), w.decision_who_team(), w.decision_who_team_means()),
        })
        .collect()
}

pub(super) fn enoughs(w: &Words) -> Vec<(&'static str, &'static str)> {
    Enough::ALL.iter().map(|one| (one.code(), enough(w, *one))).collect()
}

fn enough(w: &Words, enough: Enough) -> &'static str {
    match enough {
        Enough::One => w.decision_enough_one(),
        Enough::Half => w.decision_enough_half(),
        Enough::Everybody => w.decision_enough_all(),
    }
}

pub(super) fn fallbacks(w: &Words) -> Vec<Choice> {
    Fallback::ALL
        .iter()
        .map(|one| match one {
            Fallback::Refer => (one.code(), w.decision_fallback_refer(), ""),
            Fallback::Drop => (one.code(), w.decision_fallback_drop(), ""),
            Fallback::Again => (one.code(), w.decision_fallback_again(), ""),
        })
        .collect()
}

/// What a choice says: the askers' own word for it, or ours.
fn word(w: &Words, terms: &Terms, fingers: u8) -> String {
    let own = terms.labels.as_ref().and_then(|labels| labels.get(usize::from(fingers)));
    own.map_or_else(
        || ours(w).get(usize::from(fingers)).map_or("", |(word, _)| word).to_owned(),
        ToString::to_string,
    )
}

/// What happens if not every side agrees, and whether the day to ask again has gone by.
pub(super) fn fallback_at(w: &Words, terms: &Terms, today: jiff::civil::Date) -> String {
    match (terms.fallback, terms.fallback_on) {
        (Fallback::Again, Some(day)) if day < today => w.decision_then_again_past(w.date(day)),
        _ => fallback(w, terms),
    }
}

/// What happens if not every side agrees.
pub(super) fn fallback(w: &Words, terms: &Terms) -> String {
    match (terms.fallback, terms.fallback_on) {
        (Fallback::Again, Some(day)) => w.decision_then_again(w.date(day)),
        (Fallback::Refer, _) => w.decision_then_refer().to_owned(),
        (Fallback::Drop | Fallback::Again, _) => w.decision_then_drop().to_owned(),
    }
}

/// Our words for zero to five fingers, and what each means.
fn ours(w: &Words) -> [(&'static str, &'static str); 6] {
    [
        (w.decision_fist_0(), w.decision_fist_0_means()),
        (w.decision_fist_1(), w.decision_fist_1_means()),
        (w.decision_fist_2(), w.decision_fist_2_means()),
        (w.decision_fist_3(), w.decision_fist_3_means()),
        (w.decision_fist_4(), w.decision_fist_4_means()),
        (w.decision_fist_5(), w.decision_fist_5_means()),
    ]
}

/// What an agreement can do.
pub(super) fn level(w: &Words, level: Level) -> &'static str {
    match level {
        Level::Decides => w.decision_level_decides_means(),
        Level::Recommends => w.decision_level_recommends_means(),
        Level::Advises => w.decision_level_advises_means(),
        Level::Informs => w.decision_level_informs_means(),
    }
}

/// When it passes, in one or two sentences.
pub(super) fn rule(w: &Words, terms: &Terms) -> String {
    let share = terms.share.map(|share| (share, word(w, terms, terms.threshold)));
    rule_of(w, terms.threshold, share, terms.enough)
}

/// The same of the parts of a rule: how many fingers, which share of each side with the word for it, how many must answer.
pub(super) fn rule_of(w: &Words, least: u8, share: Option<(u8, String)>, enough: Enough) -> String {
    let passes = match share {
        None => w.decision_rule_all(i64::from(least)),
        Some((share, word)) => w.decision_rule_share(i64::from(least), i64::from(share), word),
    };
    format!("{passes} {}", self::enough(w, enough))
}

/// Our own word for so many fingers.
pub(super) fn our_word(w: &Words, fingers: u8) -> &'static str {
    ours(w).get(usize::from(fingers)).map_or("", |(words, _)| words)
}

/// The choices of the scale, from five fingers down to none, in the partnership's own words or ours.
pub(super) fn scale(w: &Words, terms: &Terms) -> Vec<(String, String, &'static str)> {
    let choices = Fist::ALL.iter().zip(ours(w)).enumerate().map(|(at, (fist, (words, means)))| {
        let own = terms.labels.as_ref().and_then(|labels| labels.get(at));
        let number = fist.fingers().to_string();
        match own {
            Some(own) => (number.clone(), format!("{number} · {own}"), ""),
            None => (number.clone(), format!("{number} · {words}"), means),
        }
    });
    let mut choices: Vec<_> = choices.collect();
    choices.reverse();
    choices
}

/// Who said it, or who wrote it down for somebody.
pub(super) fn by(w: &Words, said: &Word) -> String {
    let party = said.party.as_deref().unwrap_or(w.decision_no_party());
    match (&said.by, &said.told_to) {
        (Some(name), _) => w.decision_word_by(name, party),
        (None, Some(chair)) => w.decision_word_told(chair),
        (None, None) => String::new(),
    }
}

/// A party in the outcome, in words.
pub(super) struct SideShown {
    pub(super) name: String,
    pub(super) state: &'static str,
    pub(super) says: String,
    pub(super) answers: Vec<String>,
}

/// The parties of a round as those who look may see them.
pub(super) fn sides(w: &Words, whole: &Whole, round: i64, reached: &Reached) -> Vec<SideShown> {
    reached.sides.iter().map(|side| side_shown(w, whole, round, side)).collect()
}

fn side_shown(w: &Words, whole: &Whole, round: i64, side: &SideReached) -> SideShown {
    let needed = i64::try_from(side.needed).unwrap_or(i64::MAX);
    let (state, says) = match side.verdict.as_deref() {
        Some("agrees") => ("done", w.decision_verdict_agrees().to_owned()),
        Some("below") => ("due", w.decision_verdict_below().to_owned()),
        Some("too-few") => ("waiting", w.decision_verdict_too_few(needed)),
        Some("silent") => ("waiting", w.decision_verdict_silent().to_owned()),
        Some("vacant") => ("waiting", w.decision_verdict_vacant().to_owned()),
        Some(_) => ("paused", w.decision_verdict_aside().to_owned()),
        None => ("advising", w.decision_verdict_advises().to_owned()),
    };
    let answers = match whole.decision.terms.seen {
        Seen::PassOrNot => Vec::new(),
        Seen::ByParty => shown_tally(&side.tally)
            .into_iter()
            .rev()
            .map(|(fingers, count)| {
                let word = means(w, &whole.decision.terms, fingers);
                w.decision_tally(whole_number(count), whole_number(fingers), word)
            })
            .collect(),
        Seen::ByName => by_name(w, whole, round, side),
    };
    SideShown { name: side.name.clone(), state, says, answers }
}

fn by_name(w: &Words, whole: &Whole, round: i64, side: &SideReached) -> Vec<String> {
    let of_side = whole.answerers.iter().filter(|one| one.party == side.party);
    let given = |member| whole.answers.iter().find(|given| given.round == round && given.member == member);
    of_side
        .filter_map(|one| {
            let given = given(one.member)?;
            let fingers = i64::from(given.fist.fingers());
            let word = word(w, &whole.decision.terms, given.fist.fingers());
            Some(match &given.witness {
                None => w.decision_named(fingers, &one.name, word),
                Some(witness) => w.decision_named_on_paper(fingers, &one.name, witness, word),
            })
        })
        .collect()
}

/// The word for so many fingers of a tally.
fn means(w: &Words, terms: &Terms, fingers: usize) -> String {
    u8::try_from(fingers).map_or_else(|_| String::new(), |fingers| word(w, terms, fingers))
}

fn whole_number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What a round came to, in one or two sentences.
pub(super) fn sentence(w: &Words, reached: &Reached) -> String {
    let names = |verdict: &str| {
        let named = reached.with(verdict);
        (!named.is_empty()).then(|| w.list(&named))
    };
    let mut said = Vec::new();
    match reached.decided.as_str() {
        "agreed" => said.push(w.decision_came_agreed().to_owned()),
        "nobodys" => said.push(w.decision_came_nobodys().to_owned()),
        "not-decided" => said.push(w.decision_came_not_decided().to_owned()),
        _ => said.extend(names("below").map(|names| w.decision_came_not_agreed(names))),
    }
    said.extend(names("vacant").map(|names| w.decision_came_vacant(names)));
    said.extend(names("silent").map(|names| w.decision_came_silent(names)));
    said.extend(names("too-few").map(|names| w.decision_came_too_few(names)));
    if reached.decided != "nobodys" {
        said.extend(names("aside").map(|names| w.decision_came_aside(names)));
    }
    said.join(" ")
}
