//! The sweep's decision: a question that is open for answers.

mod store;

pub(super) use store::decision as open;
