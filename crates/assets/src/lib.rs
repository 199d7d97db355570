//! The client: bundled from web/ at build time, embedded here.
