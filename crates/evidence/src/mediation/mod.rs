//! Does the way go through collaboration? A path from X over M to Y in two linear models, its interval by resampling
//! schools or districts, and how much hidden confounding would undo it.

mod counts;
mod path;
mod report;
mod resample;
mod split;

pub use counts::Random;
pub use path::{Gram, Path};
pub use report::{Asked, Mediation, mediate};
pub use resample::{Resampled, resample};
pub use split::split_sample;
