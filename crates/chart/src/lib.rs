//! Accessible SVG charts. Pure.

pub mod ties;
