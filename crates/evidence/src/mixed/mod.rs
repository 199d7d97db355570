//! People in schools in districts: linear models whose intercepts, and slopes where asked, vary between groups.
//!
//! Nested random intercepts are fitted by a closed form over sums per group; crossed groups and random slopes by
//! eliminating the largest grouping block by block (Bates et al. 2015).

mod blocks;
mod by_parts;
mod criterion;
mod fit;
mod nested;
mod profile;
mod report;
mod satterthwaite;
mod spreads;

pub use by_parts::mixed_by_parts;
pub use criterion::one_way;
pub use report::{Asked, AtTheta, Mixed, Predicted, mixed};
pub use spreads::Component;
