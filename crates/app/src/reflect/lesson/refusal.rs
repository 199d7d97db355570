//! Why something cannot be done with a lesson.

use words::Words;

use crate::error::Refusal;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// The full name of somebody who sits or sat there stands in it.
    FullName(String),
    /// These words are parts of people's names there; somebody must say that here they are not.
    Flagged(Vec<String>),
    /// It is not in a state in which this can be done.
    State,
    /// The sides are looking at it just now.
    Pending,
    /// It was not changed, and is not public.
    OwnLesson,
    /// This partnership has taken it up before.
    TakenUp,
    /// It is not public any more.
    NotPublic,
    /// A translation is in another language than the lesson.
    OwnLanguage,
    /// There is nothing to review, or it is one's own.
    NothingToReview,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::FullName(name) => w.lesson_no_full_name(name),
            Self::Flagged(words) => w.lesson_no_flagged(w.list(words)),
            Self::State => w.lesson_no_state().to_owned(),
            Self::Pending => w.lesson_no_pending().to_owned(),
            Self::OwnLesson => w.lesson_no_own().to_owned(),
            Self::TakenUp => w.lesson_no_taken_up().to_owned(),
            Self::NotPublic => w.lesson_no_not_public().to_owned(),
            Self::OwnLanguage => w.lesson_no_own_language().to_owned(),
            Self::NothingToReview => w.lesson_no_nothing_to_review().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Flagged(_) => Some("no_names"),
            Self::OwnLanguage => Some("language"),
            _ => None,
        }
    }
}
