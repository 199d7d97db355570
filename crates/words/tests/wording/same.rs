//! Spanish is written, not copied: a text that is the same in both languages is there on purpose and
//! stands in `same-in-both.txt`.

use std::collections::BTreeMap;

use super::files::{Message, STAND_IN, messages};
use super::lists::names;

fn same(en: &[Message], es: &[Message]) -> Vec<String> {
    let spanish: BTreeMap<&str, &Message> = es.iter().map(|message| (message.id.as_str(), message)).collect();
    let wordless = |text: &String| !text.replace(STAND_IN, "").chars().any(char::is_alphabetic);
    en.iter()
        .filter(|message| !message.texts.iter().all(wordless))
        .filter(|message| spanish.get(message.id.as_str()).is_some_and(|other| other.texts == message.texts))
        .map(|message| message.id.clone())
        .collect()
}

#[test]
fn spanish_differs_from_english_unless_the_list_says_so() {
    let (found, allowed) = (same(&messages("en"), &messages("es")), names("same-in-both.txt"));
    let copied: Vec<_> = found.iter().filter(|id| !allowed.contains(id)).collect();
    assert!(copied.is_empty(), "the same in English and Spanish: {copied:?}");
    let stale: Vec<_> = allowed.iter().filter(|id| !found.contains(id)).collect();
    assert!(stale.is_empty(), "in same-in-both.txt for nothing: {stale:?}");
}

#[test]
fn a_copied_text_is_found_and_a_bare_value_is_not() {
    use super::files::read;
    let en = read("f", "a = Save\nb = { $x } · { $y }\nc = Yes\n");
    let es = read("f", "a = Save\nb = { $x } · { $y }\nc = Sí\n");
    assert_eq!(same(&en, &es), ["a"]);
}
