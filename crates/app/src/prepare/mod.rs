//! The first phase, Prepare: what partners do before they act together.

pub mod commitment;
pub mod readiness;
