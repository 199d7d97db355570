//! The Fluent files as a reader meets them: one text for each way a message can come out, with a short
//! stand-in where a value will stand.

use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::parser;

/// Where a value will stand: one easy word in both languages.
pub const STAND_IN: &str = "Sol";

/// One message of one language.
#[derive(Debug, Clone)]
pub struct Message {
    /// The file's name without its ending: the feature.
    pub feature: String,
    /// Its id.
    pub id: String,
    /// Every way it can come out.
    pub texts: Vec<String>,
}

/// The folder of all languages.
pub fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales")
}

/// Every message of a language, file by file.
pub fn messages(language: &str) -> Vec<Message> {
    let folder = locales().join(language);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    paths.sort();
    assert!(!paths.is_empty(), "no Fluent files for {language}");
    paths
        .iter()
        .flat_map(|path| {
            let feature = path.file_stem().unwrap().to_string_lossy().into_owned();
            read(&feature, &std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The messages of one file's text.
pub fn read(feature: &str, source: &str) -> Vec<Message> {
    let resource =
        parser::parse(source.to_owned()).unwrap_or_else(|(_, errors)| panic!("{feature}: {errors:?}"));
    let message = |entry| match entry {
        Entry::Message(message) => message.value.map(|value| Message {
            feature: feature.to_owned(),
            id: message.id.name,
            texts: (0..branches(&value)).map(|turn| text(&value, turn)).collect(),
        }),
        _ => None,
    };
    resource.body.into_iter().filter_map(message).collect()
}

/// How many turns show every branch of every choice at least once.
fn branches(pattern: &Pattern<String>) -> usize {
    let widest = pattern.elements.iter().map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            let inside = variants.iter().map(|variant| branches(&variant.value)).max().unwrap_or(1);
            variants.len() * inside
        }
        _ => 1,
    });
    widest.max().unwrap_or(1)
}

fn text(pattern: &Pattern<String>, turn: usize) -> String {
    let piece = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            text(&variants[turn % variants.len()].value, turn / variants.len())
        }
        PatternElement::Placeable { .. } => STAND_IN.to_owned(),
    };
    pattern.elements.iter().map(piece).collect()
}

#[test]
fn every_branch_of_a_choice_is_read() {
    let source = "x = { $n ->\n    [one] One { $kind ->\n        [a] apple\n       *[b] pear\n    }\n   *[other] Many\n}\n";
    let texts = &read("f", source)[0].texts;
    for wanted in ["One apple", "One pear", "Many"] {
        assert!(texts.iter().any(|text| text == wanted), "{wanted} in {texts:?}");
    }
}
