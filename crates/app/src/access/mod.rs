//! Who may do what. A right is held by kinds of seat in states of the partnership, in one table
//! ([`rights::TABLE`]); a [`Seat`] is an asker who was found to hold a right at a place, and is the
//! only thing a command accepts.

pub mod actor;
#[cfg(test)]
pub mod mutation;
pub mod operator;
pub mod policy;
pub mod rights;
pub mod seat;
mod store;

pub use actor::{Actor, Person};
pub use operator::Operator;
pub use policy::Policy;
pub use rights::Right;
pub use seat::{Membership, Partnership, Seat, SeatParty};
