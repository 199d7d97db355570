//! Notes and outcomes of an item. Everybody writes at once: what does not clash is merged, what clashes is
//! shown in both versions and saved by a person.

use serde::Deserialize;
use uuid::Uuid;

use super::{changed, may_run};
use crate::access::Seat;
use crate::act::meeting::item::Written;
use crate::act::meeting::{No, State, store};
use crate::error::{Error, Gather};
use crate::people::plain;
use crate::site::Act;
use crate::text;
use crate::text::merge::{self, Names};

/// The longest notes of one item.
const NOTES_MOST: usize = 10_000;
/// The longest outcome of one item.
const OUTCOME_MOST: usize = 2_000;

/// Notes and outcome as they are typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Notes {
    /// What was said.
    #[serde(default)]
    pub notes: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: String,
}

/// Saves notes made from a version. `Error::Stale` when somebody else changed the same words meanwhile.
pub async fn write(
    act: &mut Act,
    seat: &Seat,
    meeting: Uuid,
    item: Uuid,
    input: &Notes,
    version: i64,
) -> Result<(), Error> {
    let one = store::one(act, seat.partnership().id, meeting).await?;
    let mut item = store::item(act, meeting, item).await?;
    let open = match one.state {
        State::Running => true,
        // Afterwards whoever runs it keeps the notes in order, until they are settled.
        State::Closed => may_run(act, seat, one.team, Some(&one)).await?,
        _ => false,
    };
    if !open {
        return Err(if one.state == State::Closed { Error::Forbidden } else { No::NotNow.into() });
    }
    let mine = read(input)?;
    let theirs = store::written(act, item.id, item.notes).await?;
    let saved = if item.notes == version {
        mine
    } else {
        let base = store::written(act, item.id, version).await?;
        merged(&base, &theirs, &mine).ok_or(Error::Stale { now: item.notes })?
    };
    if saved == theirs {
        return Ok(());
    }
    item.notes += 1;
    for (role, body) in [("meeting.notes", &saved.notes), ("meeting.outcome", &saved.outcome)] {
        let draft = text::Draft::new(seat, item.id, role, body).version(item.notes);
        text::keep(act, seat, &draft).await?;
    }
    store::save_item(act, &item).await?;
    // Whoever said yes said it of another text.
    if one.state == State::Closed {
        store::forget_answers(act, meeting).await?;
    }
    changed(act, seat, "meeting.notes", meeting).await
}

fn read(input: &Notes) -> Result<Written, Error> {
    let mut gather = Gather::default();
    let mut text = |field, words: &str, most| match words.trim() {
        "" => Some(String::new()),
        words => gather.take(plain::text(field, words, most)),
    };
    let notes = text("notes", &input.notes, NOTES_MOST);
    let outcome = text("outcome", &input.outcome, OUTCOME_MOST);
    if [&input.notes, &input.outcome].iter().any(|words| merge::is_unsettled(words)) {
        gather.refuse(No::NotMerged);
    }
    gather.done()?;
    Ok(Written { notes: notes.unwrap_or_default(), outcome: outcome.unwrap_or_default() })
}

/// Both edits in one text, where they do not clash.
fn merged(base: &Written, theirs: &Written, mine: &Written) -> Option<Written> {
    let names = Names { theirs: "", yours: "", end: "" };
    let one = |base: &str, theirs: &str, mine: &str| {
        let merged = merge::merge(base, theirs, mine, names);
        (merged.conflicts == 0).then(|| merged.text.trim().to_owned())
    };
    Some(Written {
        notes: one(&base.notes, &theirs.notes, &mine.notes)?,
        outcome: one(&base.outcome, &theirs.outcome, &mine.outcome)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(notes: &str, outcome: &str) -> Written {
        Written { notes: notes.into(), outcome: outcome.into() }
    }

    #[test]
    fn notes_meet_where_they_do_not_clash() {
        let base = written("one\n\ntwo", "");
        let both = merged(&base, &written("ONE\n\ntwo", ""), &written("one\n\nTWO", "Agreed"));
        assert_eq!(both, Some(written("ONE\n\nTWO", "Agreed")));
        assert_eq!(merged(&base, &written("ONE\n\ntwo", ""), &written("eins\n\ntwo", "")), None);
        assert_eq!(merged(&base, &written("one\n\ntwo", "Yes"), &written("one\n\ntwo", "No")), None);
    }
}
