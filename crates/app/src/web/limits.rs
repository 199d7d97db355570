//! How much a node takes on at once and how long anything may last. Tests make them small; `serve` runs
//! with these.

use std::time::Duration;

/// The limits of one node.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections held at once; a browser keeps one or two.
    pub connections: usize,
    /// How long a client may take to send the head of a request.
    pub head: Duration,
    /// How long a body may take whatever its pace; one that keeps the pace may take longer.
    pub body: Duration,
    /// Bytes a second below which a body that took too long is cut off.
    pub pace: u64,
    /// How long a handler may take.
    pub handler: Duration,
    /// How long requests in hand may take to finish once the node is told to stop.
    pub drain: Duration,
    /// Pages made at once.
    pub reads: usize,
    /// Acts done at once.
    pub writes: usize,
    /// How long a request waits for its turn before it is asked to come back.
    pub turn: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 5000,
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            pace: 1024,
            handler: Duration::from_secs(10),
            drain: Duration::from_secs(10),
            reads: 64,
            writes: 16,
            turn: Duration::from_secs(1),
        }
    }
}
