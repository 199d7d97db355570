//! The first phase, Prepare: what partners do before they act together.

pub mod case;
pub mod commitment;
pub mod firsthour;
pub mod goals;
pub mod partners;
pub mod readiness;
pub mod sheet;
