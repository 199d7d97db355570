//! What people do with a task force: activate it and end it; name co-leads and work on questions.

mod activation;
mod groups;

pub use activation::{activate, confirm, date_came, go_on, keep, stand_down, take_back, unconfirmed};
pub use groups::{Change, STATES, add, change, name};
