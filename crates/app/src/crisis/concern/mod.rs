//! What worries somebody who works here: signed, seen by its writer and the task force alone, marked as
//! seen, and answered.

pub mod commands;
mod store;
mod web;

use uuid::Uuid;

use crate::site::Moment;

pub use store::list;
pub use web::routes;

/// A concern.
#[derive(Debug, Clone)]
pub struct Concern {
    /// Its id.
    pub id: Uuid,
    /// Who raised it.
    pub by: String,
    /// What worries them.
    pub body: String,
    /// When.
    pub at: Moment,
    /// Who of the task force saw it, and when.
    pub seen: Option<(String, Moment)>,
    /// The answer, by whom, and when.
    pub answer: Option<(String, String, Moment)>,
}
