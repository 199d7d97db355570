//! The third phase, Reflect: what partners learn, share, and make last before the next cycle.

pub mod catalogue;
pub mod cycle;
pub mod lasting;
pub mod lesson;
pub mod library;
pub mod quiet;
