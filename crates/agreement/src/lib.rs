//! The rules of agreement between parties. Pure: no clock, no database, no schools.

pub mod acceptance;
pub mod decision;
pub mod fist;
pub mod joint;
