//! What lies above and beside a partnership: the tree of sites.

pub mod sharing;
pub mod site_tree;
