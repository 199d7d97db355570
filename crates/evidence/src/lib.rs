//! The statistics of partnership: estimates, networks, suppression. Pure numbers.
