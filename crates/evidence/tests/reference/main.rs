//! Every number of `tests/data/expected.json`, computed again and compared.

mod agreement;
mod common;
mod mediation;
mod mixed;
mod networks;
mod regression;
mod scales;
