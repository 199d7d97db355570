//! The people: who they are, how they sign in, how a partnership begins, who sits in it for whom,
//! and how others are asked to join.

pub mod acceptance;
pub mod account;
pub mod digest;
pub mod invitation;
pub mod joint;
pub mod leaving;
pub mod letters;
pub mod membership;
pub mod partnership;
pub mod plain;
pub mod privacy;
pub mod security;
pub mod session;
