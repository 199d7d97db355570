//! A person's account: their name, language, devices and password.

mod store;

pub use store::{Known, create, known, make_operator};
