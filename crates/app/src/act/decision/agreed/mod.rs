//! What was agreed by decision and what is asked now, for the page on which all agreements stand.

mod store;

use jiff::civil::Date;

use super::{Fallback, Line, State, Terms};
use crate::site::Moment;

pub use store::{agreements, marked, under_way};

/// How a settled question is marked to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// It was not agreed, and is to be asked again; on the day that was named.
    Again(Option<Date>),
    /// It was agreed, and is to be looked at again.
    Review(Date),
}

impl Marked {
    fn of(state: State, terms: &Terms) -> Option<Self> {
        match state {
            State::NotAgreed if terms.fallback == Fallback::Again => Some(Self::Again(terms.fallback_on)),
            State::Agreed => terms.review_on.map(Self::Review),
            _ => None,
        }
    }
}

/// A decision that was agreed, as it stands.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// Which.
    pub line: Line,
    /// What happens because it passed.
    pub effect: String,
    /// What was fixed with the question: when it is looked at again, when it ends.
    pub terms: Terms,
    /// When the answers were shown.
    pub agreed_at: Moment,
}
