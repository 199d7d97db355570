//! The statistics of partnership: who answered, what people say, who works with whom, what goes with what, and how
//! sure we may be. Pure numbers in, pure numbers out: no database, no page, no clock.

pub mod agreement_index;
pub mod command;
pub mod error;
pub mod frame;
pub mod mediation;
pub mod mixed;
pub mod national;
pub mod network;
pub mod numeric;
pub mod regression;
pub mod scale;
pub mod suppression;
pub mod vector;
pub mod wording;

pub use error::{Error, Result};

/// The lines of Rust on the page of statistics are tests.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/evidence.md")]
struct Page;
