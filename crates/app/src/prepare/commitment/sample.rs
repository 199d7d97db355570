//! The sample text that a commitment may start from: our own words, licensed CC BY 4.0.

use words::Lang;

/// The sample in a language, in light Markdown.
pub fn text(language: Lang) -> &'static str {
    match language {
        Lang::En => include_str!("../../../../../content/commitment.en.md"),
        Lang::Es => include_str!("../../../../../content/commitment.es.md"),
    }
}
