//! A stranger at the front door, and somebody at home, on both engines.
