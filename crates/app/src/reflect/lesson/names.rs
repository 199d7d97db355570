//! Finds people's names in a text that everybody will read. The names are those of everybody who sits or
//! sat in the partnership; nobody else's can be known here, which the form says.

use std::collections::BTreeSet;

/// Name parts shorter than this are words of their own too often.
const SHORTEST: usize = 3;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Whole names: they have to go.
    pub whole: Vec<String>,
    /// Words that are part of somebody's name and might be something else here.
    pub parts: Vec<String>,
}

/// The names in a text. A whole name is found in whatever case and with or without its accents; a part
/// only as a word of its own that begins with a capital letter, as names do.
pub fn in_text(text: &str, names: &[String]) -> Found {
    let words = split(text);
    let plain: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mut found = Found::default();
    let mut parts = BTreeSet::new();
    for name in names {
        let own: Vec<String> = split(name).iter().map(|word| fold(word)).collect();
        if own.len() > 1 && plain.windows(own.len()).any(|window| window == own.as_slice()) {
            found.whole.push(name.clone());
            continue;
        }
        for part in own.iter().filter(|part| part.chars().count() >= SHORTEST) {
            let here = words.iter().zip(&plain);
            for (word, _) in here.filter(|(word, plain)| *plain == part && capital(word)) {
                parts.insert((*word).to_owned());
            }
        }
    }
    found.whole.sort();
    found.whole.dedup();
    found.parts = parts.into_iter().collect();
    found
}

fn split(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\u{301}' && c != '\u{303}')
        .filter(|word| !word.is_empty())
        .collect()
}

fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Lower case, without the accents of the languages spoken here.
fn fold(word: &str) -> String {
    word.to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => Some('a'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'í' | 'ì' | 'î' | 'ï' => Some('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => Some('o'),
            'ú' | 'ù' | 'û' | 'ü' => Some('u'),
            'ñ' => Some('n'),
            'ç' => Some('c'),
            '\u{300}'..='\u{36f}' => None,
            other => Some(other),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Found {
        in_text(text, &["Inés Valdepeña".into(), "Wendell Tsosie-Park".into(), "Rose Li".into()])
    }

    #[test]
    fn whole_names_are_found_however_they_are_written() {
        for text in [
            "We thank Inés Valdepeña.",
            "we thank INES VALDEPENA",
            "Inés\nValdepeña's idea",
            "(Ine\u{301}s Valdepen\u{303}a)",
        ] {
            assert_eq!(found(text).whole, ["Inés Valdepeña"], "{text}");
        }
        assert_eq!(found("Wendell Tsosie-Park drove").whole, ["Wendell Tsosie-Park"]);
        assert_eq!(found("A superintendent and a driver"), Found::default());
    }

    #[test]
    fn parts_of_names_are_flagged_only_where_they_look_like_names() {
        assert_eq!(found("Wendell said so").parts, ["Wendell"]);
        assert_eq!(found("the numbers rose").parts, Vec::<String>::new());
        assert_eq!(found("Rose said so").parts, ["Rose"]);
        assert_eq!(found("We met in Park School and Wendell's bus").parts, ["Park", "Wendell"]);
        assert_eq!(found("Li is too short to say").parts, Vec::<String>::new());
        assert_eq!(found("Wendelling is no name"), Found::default());
    }

    proptest::proptest! {
        #[test]
        fn a_name_put_anywhere_between_words_is_found(before in "[a-z ]{0,20}", after in "[a-z ]{0,20}") {
            let text = format!("{before} Inés Valdepeña {after}");
            proptest::prop_assert_eq!(found(&text).whole, ["Inés Valdepeña"]);
        }
    }
}
