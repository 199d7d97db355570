//! What people do with a meeting: one function for each verb.

mod planning;

pub(super) use planning::Planned;
pub use planning::{Plan, may_run, plan};
