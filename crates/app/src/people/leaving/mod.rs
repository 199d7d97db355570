//! Leaving: a party may go alone, without a reason. Nothing is deleted; its people keep reading, and
//! each side takes all that it may read along as a file.

pub mod commands;
mod export;
mod store;
#[cfg(test)]
mod tests;
mod web;

pub use web::routes;
