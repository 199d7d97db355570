//! People using it.
