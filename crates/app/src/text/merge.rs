//! Two texts compared word by word, and three texts merged paragraph by paragraph. A paragraph that two
//! people changed in different ways is never merged for them: both versions are shown, between lines
//! that cannot be saved.

use similar::{ChangeTag, MergeResolution, TextDiff, TextMerge};

/// How the lines begin that stand around two versions of a paragraph. A text with such a line cannot be
/// saved, so none gets into an agreement or minutes unseen.
pub const MARK: &str = ">>>>>";

/// What happened to a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is in both.
    Kept,
    /// It is in the newer text only.
    Added,
    /// It is in the older text only.
    TakenOut,
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What happened to it.
    pub kind: Kind,
    /// The words, with the white space between them.
    pub words: String,
}

impl Stretch {
    /// Whether it is in the newer text only.
    pub fn added(&self) -> bool {
        self.kind == Kind::Added
    }

    /// Whether it is in the older text only.
    pub fn taken_out(&self) -> bool {
        self.kind == Kind::TakenOut
    }
}

/// What changed from one text to another. Concatenating what was kept and added gives the newer text,
/// what was kept and taken out the older one.
pub fn changes(old: &str, new: &str) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => Kind::Kept,
            ChangeTag::Insert => Kind::Added,
            ChangeTag::Delete => Kind::TakenOut,
        };
        match stretches.last_mut() {
            Some(last) if last.kind == kind => last.words.push_str(change.value()),
            _ => stretches.push(Stretch { kind, words: change.value().to_owned() }),
        }
    }
    stretches
}

/// A merge of two edits that were made from the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The text with both edits in it; where they cannot both be, both versions between marked lines.
    pub text: String,
    /// How many places the two have to be settled by hand.
    pub conflicts: usize,
}

/// The names that a marked line carries.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Whoever saved first.
    pub theirs: &'a str,
    /// The reader.
    pub yours: &'a str,
    /// The line after both.
    pub end: &'a str,
}

/// Merges two edits of `base` line by line (a paragraph is a line).
pub fn merge(base: &str, theirs: &str, yours: &str, names: Names<'_>) -> Merged {
    let (base, theirs, yours) = (whole_lines(base), whole_lines(theirs), whole_lines(yours));
    let merged = TextMerge::from_lines(base.as_str(), theirs.as_str(), yours.as_str());
    let first =
        |range: std::ops::Range<usize>| range.filter_map(|line| merged.ours_line(line)).collect::<String>();
    let second =
        |range: std::ops::Range<usize>| range.filter_map(|line| merged.theirs_line(line)).collect::<String>();
    let mut text = String::new();
    for region in merged.regions() {
        match region.resolution() {
            MergeResolution::Theirs => text.push_str(&second(region.theirs_range())),
            MergeResolution::Conflict => {
                text.push_str(&format!("{MARK} {}\n", names.theirs));
                text.push_str(&first(region.ours_range()));
                text.push_str(&format!("{MARK} {}\n", names.yours));
                text.push_str(&second(region.theirs_range()));
                text.push_str(&format!("{MARK} {}\n", names.end));
            }
            _ => text.push_str(&first(region.ours_range())),
        }
    }
    Merged { text, conflicts: merged.conflict_count() }
}

/// Whether two versions of a paragraph still stand side by side.
pub fn is_unsettled(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with(MARK))
}

/// A last line without its end is the same line as one with it.
fn whole_lines(text: &str) -> String {
    format!("{}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: Names<'static> = Names { theirs: "Ana", yours: "You", end: "End" };

    fn side(stretches: &[Stretch], without: Kind) -> String {
        stretches.iter().filter(|s| s.kind != without).map(|s| s.words.as_str()).collect()
    }

    #[test]
    fn changes_are_told_word_by_word() {
        let told = changes("We meet once a month.", "We meet twice a month.");
        let shown: Vec<_> = told.iter().map(|s| (s.kind, s.words.trim())).collect();
        assert!(shown.contains(&(Kind::TakenOut, "once")) && shown.contains(&(Kind::Added, "twice")));
        assert_eq!(shown.first(), Some(&(Kind::Kept, "We meet")));
    }

    #[test]
    fn edits_of_different_paragraphs_are_both_in_the_merge() {
        let merged = merge("one\n\ntwo\n\nthree", "ONE\n\ntwo\n\nthree", "one\n\ntwo\n\nTHREE", NAMES);
        assert_eq!(merged, Merged { text: "ONE\n\ntwo\n\nTHREE\n".into(), conflicts: 0 });
        assert!(!is_unsettled(&merged.text));
    }

    #[test]
    fn two_edits_of_one_paragraph_are_both_shown_and_cannot_be_saved_so() {
        let merged = merge("a\n\nmeet monthly\n\nz", "a\n\nmeet weekly\n\nz", "a\n\nmeet daily\n\nz", NAMES);
        assert_eq!(merged.conflicts, 1);
        assert_eq!(merged.text, "a\n\n>>>>> Ana\nmeet weekly\n>>>>> You\nmeet daily\n>>>>> End\n\nz\n");
        assert!(is_unsettled(&merged.text));
    }

    #[test]
    fn the_same_edit_made_twice_is_made_once() {
        let merged = merge("meet monthly", "meet weekly", "meet weekly", NAMES);
        assert_eq!(merged, Merged { text: "meet weekly\n".into(), conflicts: 0 });
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec("[abc]{1,2}( [abc]{1,2}){0,2}", 0..6).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn a_comparison_holds_both_texts_whole(old in text(), new in text()) {
            let told = changes(&old, &new);
            prop_assert_eq!(side(&told, Kind::Added), old);
            prop_assert_eq!(side(&told, Kind::TakenOut), new);
        }

        #[test]
        fn a_merge_loses_no_line_that_somebody_added(base in text(), theirs in text(), yours in text()) {
            let merged = merge(&base, &theirs, &yours, NAMES);
            let lines: Vec<&str> = merged.text.lines().collect();
            for line in theirs.lines().chain(yours.lines()) {
                let added = !base.lines().any(|b| b == line);
                prop_assert!(!added || lines.contains(&line), "{line:?} is lost in {:?}", merged.text);
            }
        }

        #[test]
        fn an_edit_of_one_alone_is_taken_as_it_is(base in text(), yours in text()) {
            let merged = merge(&base, &base, &yours, NAMES);
            prop_assert_eq!(merged.text, whole_lines(&yours));
            prop_assert_eq!(merged.conflicts, 0);
        }
    }
}
