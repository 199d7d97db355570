//! The library: lessons that every must-agree party of a partnership agreed to publish, for everybody, with
//! no account. It names partnerships and places, never a person.

mod store;
mod web;

pub use web::routes;
