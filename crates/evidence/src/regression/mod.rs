//! What goes with what: least squares with errors that forgive unequal spread and clusters, and the inference around.

mod by_parts;
pub mod compare;
pub mod generalised;
mod least_squares;
mod orthogonal;
pub mod pooling;
pub mod proportions;
pub mod raking;
pub mod report;
pub mod resampling;
mod sandwich;

pub use by_parts::regress_by_parts;
pub use least_squares::{Fit, LeastSquares, independent_columns};
pub use report::{Regression, regress};
pub use sandwich::{ClusterKind, Clustered, RobustKind, cluster_factor};
