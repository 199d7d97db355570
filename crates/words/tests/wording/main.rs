//! How the product speaks, kept by tests over `locales/` and the templates: both languages really
//! written, no banned word, easy to read, set with care, and no words outside the Fluent files.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

mod banned;
mod ease;
mod files;
mod lists;
mod same;
mod templates;
mod typography;
