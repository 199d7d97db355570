//! The page that says plainly what this install keeps, for how long, and what whoever runs it can read.

mod web;

pub use web::routes;
