//! What every page shares: routes with their policies, one request as a handler sees it, forms, the
//! layout, error pages, live updates, and the layers around all of them.

pub mod address;
pub mod again;
pub mod ask;
mod body;
pub mod confirm;
pub mod cookies;
mod door;
pub mod error;
pub mod figures;
pub mod form;
mod hearing;
pub mod house;
pub mod layers;
pub mod limits;
pub mod live;
pub mod origin;
pub mod page;
pub mod reply;
pub mod routes;
pub mod safety;
pub mod server;
mod store;
mod summary;
#[cfg(test)]
mod tests;
pub mod tried;
mod turn;
pub mod waiting;

pub use ask::Ask;
pub use confirm::Confirm;
pub use form::Form;
pub use page::Page;
pub use reply::{Reply, refused, show};
pub use tried::tried;
pub use waiting::Waiting;
