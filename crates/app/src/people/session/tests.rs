//! People using it, on both engines.
