//! The small numerical ground the statistics stand on: dense algebra for a handful of columns, symmetric roots,
//! tails of distributions, and minimisers.

pub mod dense;
pub mod eigen;
pub mod minimise;
pub mod summary;
pub mod tails;
