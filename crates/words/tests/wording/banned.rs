//! Words the product does not use, each with the reason and a better one, from `banned.txt`:
//! `language | words | better | why`. `word*` also bans its endings; `one + other` bans both in one message.

use super::files::{Message, messages};
use super::lists::list;

fn words(text: &str) -> Vec<String> {
    let cut = text.split(|c: char| !c.is_alphabetic());
    cut.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn fits(word: &str, wanted: &str) -> bool {
    wanted.strip_suffix('*').map_or(word == wanted, |stem| word.starts_with(stem))
}

fn says(text: &[String], phrase: &str) -> bool {
    let wanted: Vec<&str> = phrase.split_whitespace().collect();
    text.windows(wanted.len()).any(|part| part.iter().zip(&wanted).all(|(word, wanted)| fits(word, wanted)))
}

fn breaks(text: &str, rule: &str) -> bool {
    let text = words(text);
    rule.split(" + ").all(|phrase| says(&text, phrase))
}

fn findings(language: &str, all: &[Message], rules: &[Vec<String>]) -> Vec<String> {
    let mut found = Vec::new();
    for rule in rules.iter().filter(|rule| rule[0] == language) {
        for message in all.iter().filter(|message| message.texts.iter().any(|text| breaks(text, &rule[1]))) {
            let (file, id) = (&message.feature, &message.id);
            found.push(format!("{language}/{file}.ftl {id}: “{}”: {}; {}", rule[1], rule[2], rule[3]));
        }
    }
    found
}

#[test]
fn no_message_uses_a_banned_word() {
    let rules = list("banned.txt");
    assert!(rules.iter().all(|rule| rule.len() == 4), "banned.txt has four columns");
    let found: Vec<_> =
        ["en", "es"].iter().flat_map(|code| findings(code, &messages(code), &rules)).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn whole_words_endings_phrases_and_pairs_are_told_apart() {
    for (text, rule, broken) in [
        ("We guarantee it.", "guarantee*", true),
        ("Guaranteed!", "guarantee*", true),
        ("It tuned the tutor", "tu", false),
        ("A Principal  Party sits", "principal party", true),
        ("The principal hosts a party", "principal party", false),
        ("Anonymous and confidential", "anonymous + confidential", true),
        ("This is anonymous.", "anonymous + confidential", false),
    ] {
        assert_eq!(breaks(text, rule), broken, "{text} / {rule}");
    }
}
