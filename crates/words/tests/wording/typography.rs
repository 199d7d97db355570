//! How texts are set: one character for an ellipsis, single spaces, Spanish marks in pairs.

use super::files::messages;

fn flaws(language: &str, text: &str) -> Vec<&'static str> {
    let count = |mark| text.matches(mark).count();
    let mut flaws = Vec::new();
    if text.contains("...") {
        flaws.push("three dots: write …");
    }
    if text.contains("  ") {
        flaws.push("two spaces");
    }
    if language == "es" && (count('¿') != count('?') || count('¡') != count('!')) {
        flaws.push("a question or a call opens with ¿ or ¡ and closes");
    }
    flaws
}

#[test]
fn texts_are_set_with_care() {
    let mut found = Vec::new();
    for language in ["en", "es"] {
        for message in messages(language) {
            let flaws = message.texts.iter().flat_map(|text| flaws(language, text));
            found.extend(
                flaws.map(|flaw| format!("{language}/{}.ftl {}: {flaw}", message.feature, message.id)),
            );
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn each_flaw_is_seen() {
    for (language, text, flawed) in [
        ("en", "Wait...", true),
        ("en", "Wait…", false),
        ("en", "two  spaces", true),
        ("es", "Coincide?", true),
        ("es", "¿Coincide? ¡Sí!", false),
    ] {
        assert_eq!(!flaws(language, text).is_empty(), flawed, "{text}");
    }
}
