//! What a first view may weigh: schools have slow lines and old phones.

use super::{APP_CSS, APP_JS, Asset, ICON_SVG, find};

/// Kilobytes of 1,024 bytes.
const KB: usize = 1024;

fn linked(url: &str) -> &'static Asset {
    let name = url.strip_prefix("/assets/").expect("addresses begin with /assets/");
    find(name).expect("what is linked is embedded")
}

fn gzipped(url: &str) -> usize {
    linked(url).gzip.expect("every file is compressed").len()
}

#[test]
fn the_script_with_htmx_stays_within_35_kb() {
    assert!(gzipped(APP_JS) <= 35 * KB, "{} bytes", gzipped(APP_JS));
}

#[test]
fn the_stylesheet_stays_within_25_kb() {
    assert!(gzipped(APP_CSS) <= 25 * KB, "{} bytes", gzipped(APP_CSS));
}

#[test]
fn a_first_view_leaves_room_for_60_kb_of_page_in_its_100() {
    let client: usize = [APP_CSS, APP_JS, ICON_SVG].into_iter().map(gzipped).sum();
    assert!(client <= 40 * KB, "{client} bytes");
}

#[test]
fn compression_saves_and_types_are_named() {
    for url in [APP_CSS, APP_JS, ICON_SVG] {
        let asset = linked(url);
        assert!(gzipped(url) < asset.bytes.len(), "{url}");
        assert!(asset.br.expect("every file is compressed").len() <= gzipped(url), "{url}");
        assert_ne!(asset.content_type, "application/octet-stream", "{url}");
    }
}

#[test]
fn only_whole_names_are_found() {
    for name in ["", "app.css", "../lib.rs", "app-"] {
        assert!(find(name).is_none(), "{name:?}");
    }
}

#[test]
fn the_stylesheet_asks_nothing_from_outside_and_knows_no_left_or_right() {
    let css = std::str::from_utf8(linked(APP_CSS).bytes).expect("CSS is text");
    for word in ["url(", "http:", "https:", "@font-face"] {
        assert!(!css.contains(word), "the client loads nothing more: {word}");
    }
    for side in
        ["margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right"]
    {
        assert!(!css.contains(side), "a page may run from right to left: {side}");
    }
    for start in ["{left:", "{right:", ";left:", ";right:", "text-align:left", "text-align:right"] {
        assert!(!css.contains(start), "a page may run from right to left: {start}");
    }
}
