//! Collaborating in a crisis: speed before formality, and everything written down all the same.
