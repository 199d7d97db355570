//! Every number of `tests/data/expected.json`, computed again and compared.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot read its own data has failed"
)]

mod agreement;
mod common;
mod mediation;
mod mixed;
mod networks;
mod r;
mod regression;
mod scales;
