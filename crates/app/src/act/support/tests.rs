//! People at work, on both engines.
