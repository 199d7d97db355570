//! What a route asks of whoever calls it. Every route names one when it is registered, so a route
//! without a policy does not compile.

use super::Right;

/// What a route asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Anybody, signed in or not.
    Public,
    /// Whoever holds the unguessable link or token: an invitation, a pledge, a slip, the figures.
    Link,
    /// Any person who is signed in; the handler shows only what is theirs.
    SignedIn,
    /// A person who runs this install.
    Operator,
    /// Anybody, in the demo; elsewhere the route does not exist.
    Demo,
    /// A seat at the partnership in the path that holds this right.
    Seat(Right),
}
