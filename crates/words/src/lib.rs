//! Fluent files in, typed words out, at build time.
