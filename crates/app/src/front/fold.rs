//! What changed, in few lines: acts of the same kind that follow one another are one line with a count.

use words::Words;

use crate::record::Shown;

/// A line of what changed.
#[derive(Debug)]
pub(super) struct Change {
    /// What happened.
    pub(super) sentence: String,
    /// When the newest of them did.
    pub(super) when: String,
    /// The number of the newest.
    pub(super) number: i64,
    /// Its code; several acts have none in common.
    pub(super) code: Option<String>,
    /// What the newest is about, in its own words.
    pub(super) title: Option<String>,
}

/// Acts, newest first, as at most so many lines: acts of one kind that follow one another stand together.
pub(super) fn folded(w: &Words, acts: &[Shown], most: usize) -> Vec<Change> {
    acts.chunk_by(|one, next| one.kind == next.kind).take(most).filter_map(|run| line(w, run)).collect()
}

fn line(w: &Words, run: &[Shown]) -> Option<Change> {
    let newest = run.first()?;
    let mut line = Change {
        sentence: newest.sentence.clone(),
        when: newest.when.clone(),
        number: newest.number,
        code: None,
        title: newest.title.clone(),
    };
    match run.len() {
        1 => line.code = Some(newest.code.clone()),
        count => match together(w, &newest.kind, count) {
            Some(all) => (line.sentence, line.title) = (all, None),
            None => line.sentence = w.home_fold_more(count - 1, line.sentence.trim_end_matches('.')),
        },
    }
    Some(line)
}

/// What several acts of this kind read as.
pub(super) fn together(w: &Words, kind: &str, count: usize) -> Option<String> {
    Some(match kind {
        "seat.taken" => w.home_fold_seats(count),
        "seat.ended" => w.home_fold_left(count),
        "invitation.sent" => w.home_fold_invited(count),
        "commitment.signed" => w.home_fold_signed(count),
        "commitment.supported" => w.home_fold_supported(count),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;

    fn act(number: i64, kind: &str) -> Shown {
        let sentence = format!("Act {number} was done.");
        Shown {
            number,
            code: format!("C{number}"),
            when: format!("day {number}"),
            sentence,
            kind: kind.into(),
            about: None,
            title: None,
            place: None,
            at: crate::site::Moment(number),
        }
    }

    #[test]
    fn acts_of_a_kind_that_follow_one_another_are_one_line() {
        let kinds = ["seat.taken", "seat.taken", "seat.taken", "joint.passed", "seat.taken"];
        let acts: Vec<Shown> = (1..=5).rev().zip(kinds).map(|(number, kind)| act(number, kind)).collect();
        let lines = folded(&Words::new(Lang::En), &acts, 9);
        let said: Vec<_> =
            lines.iter().map(|line| (line.sentence.as_str(), line.number, line.code.is_some())).collect();
        assert_eq!(
            said,
            [("3 people took a seat.", 5, false), ("Act 2 was done.", 2, true), ("Act 1 was done.", 1, true)]
        );
    }

    #[test]
    fn a_kind_without_words_of_its_own_says_the_newest_and_how_many_more() {
        let acts = vec![act(9, "text.redacted"), act(8, "text.redacted")];
        let lines = folded(&Words::new(Lang::En), &acts, 1);
        assert_eq!(lines[0].sentence, "Act 9 was done, and one more like it.");
    }
}
