//! The guide: why each step is there, what to ask, an example, what you end up with and how to do it
//! here; the same as one book to print; and blank sheets for those who work on paper.

mod content;
#[cfg(test)]
mod tests;
mod web;

pub use web::routes;
