//! The program `concord`.
fn main() {}
