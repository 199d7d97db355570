//! Light Markdown for showing: headings, paragraphs, lists, emphasis. Raw HTML, pictures and links are
//! not part of it, so nothing that somebody wrote can lead a reader away or look like our own page.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use comrak::{Options, markdown_to_html};

/// What may stand in a text. Headings begin at the second level: the first is the page's own.
const ALLOWED: &[&str] =
    &["p", "h2", "h3", "h4", "ul", "ol", "li", "em", "strong", "blockquote", "hr", "br", "code"];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner.tags(ALLOWED.iter().copied().collect::<HashSet<_>>());
    cleaner.clean_content_tags(HashSet::from(["script", "style"]));
    cleaner.link_rel(None);
    cleaner
});

/// The text as HTML that is safe to put on a page as it is.
pub fn markdown(text: &str) -> String {
    let mut options = Options::default();
    options.render.escape = true;
    let html = markdown_to_html(text, &options);
    // One level down, the deepest first.
    let mut lowered = html;
    for level in (1..=3).rev() {
        for slash in ["", "/"] {
            lowered = lowered.replace(&format!("<{slash}h{level}>"), &format!("<{slash}h{}>", level + 1));
        }
    }
    CLEANER.clean(&lowered).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headings_paragraphs_and_lists_are_shown_one_level_down() {
        let html = markdown("# Our promise\n\nWe *meet*.\n\n1. First\n2. Then\n");
        assert!(html.starts_with("<h2>Our promise</h2>"), "{html}");
        assert!(html.contains("<p>We <em>meet</em>.</p>") && html.contains("<ol>\n<li>First</li>"), "{html}");
        assert!(markdown("### Deep").contains("<h4>Deep</h4>"));
    }

    #[test]
    fn nothing_written_becomes_a_tag_a_link_or_a_picture() {
        for bad in [
            "<script>alert(1)</script>",
            "[press](javascript:alert(1))",
            "[press](https://evil.example)",
            "![x](https://evil.example/x.png)",
            "<img src=x onerror=alert(1)>",
            "<h2 onclick=x>Ours</h2>",
        ] {
            let html = markdown(bad);
            for tag in ["<script", "<a", "<img", "<h2"] {
                assert!(!html.contains(tag), "{bad:?} gave {html:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_only_allowed_tags_come_out(text in "[<>a-z#*\\[\\]()!/\"= \n-]{0,80}") {
            let html = markdown(&text);
            for piece in html.split('<').skip(1) {
                let name = piece.trim_start_matches('/').split(['>', ' ']).next().unwrap_or("");
                prop_assert!(ALLOWED.contains(&name), "{name:?} in {html:?}");
            }
        }
    }
}
