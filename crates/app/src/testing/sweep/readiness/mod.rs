//! Where the parties see themselves, and a first half hour, as the sweep's world holds them.

pub(super) mod store;
