//! Accessible SVG charts. Pure.

pub mod ties;
pub mod tree;

/// Text as it may stand in a picture.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
