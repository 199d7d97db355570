//! The client: bundled from web/ at build time, embedded here.

/// A file of the client.
#[derive(Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: &'static [u8],
    /// The same, gzipped.
    pub gzip: Option<&'static [u8]>,
    /// The same, by brotli.
    pub br: Option<&'static [u8]>,
    /// Its media type.
    pub content_type: &'static str,
}
/// The style sheet.
pub const APP_CSS: &str = "/assets/app.css";
/// The script.
pub const APP_JS: &str = "/assets/app.js";
/// The mark.
pub const ICON_SVG: &str = "/assets/icon.svg";

/// The file of this name.
pub fn find(_name: &str) -> Option<&'static Asset> {
    None
}
