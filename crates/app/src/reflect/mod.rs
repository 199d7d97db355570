//! The third phase, Reflect: what partners learn, share, and make last before the next cycle.

pub mod cycle;
