//! People asking and answering, on both engines.
