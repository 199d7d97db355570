//! What was agreed by decision and what is asked now, for the page on which all agreements stand.

mod store;

use super::{Line, Terms};
use crate::site::Moment;

pub use store::{agreements, under_way};

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
