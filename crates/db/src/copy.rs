//! Copy.
