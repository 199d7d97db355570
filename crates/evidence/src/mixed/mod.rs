//! People in schools in districts: linear models whose intercepts, and slopes where asked, vary between groups.
//!
//! Nested random intercepts are fitted by a closed form over sums per group; crossed groups and random slopes by
//! eliminating the largest grouping block by block (Bates et al. 2015).

mod blocks;
mod criterion;
mod fit;
mod nested;
mod profile;
mod report;
mod satterthwaite;

pub use criterion::one_way;
pub use report::{Asked, AtTheta, Component, Mixed, Predicted, mixed};
