//! What lies above and beside a partnership: the tree of sites, and who shares what.

pub mod sharing;
pub mod site_page;
pub mod site_tree;
