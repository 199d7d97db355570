//! The second phase, Act: teams, a place to start, a way to decide, support, and the work of every week.

pub mod action;
pub mod calendar;
pub mod charter;
pub mod meeting;
pub mod project;
pub mod support;
pub mod team;
