//! What a message is told stands in the order of its arguments' names. All of them are texts, so the compiler does not
//! notice when a name and a day change places; a letter that says "come to: the library, at Tuesday" did.

use std::collections::BTreeMap;

use super::Finding;
use super::source::Source;

const SWAPPED: &str = "an argument of this message stands in the place of another";

/// The arguments of each message of several, in the order in which they are given: by name.
pub(super) fn of_messages(files: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in files.iter().flat_map(|file| file.text.lines()) {
        if let Some((name, _)) = line.split_once(" =")
            && name.starts_with(|c: char| c.is_ascii_lowercase())
        {
            current = name.replace('-', "_");
        }
        for part in line.split('$').skip(1) {
            let argument: String =
                part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            all.entry(current.clone()).or_default().push(argument);
        }
    }
    for arguments in all.values_mut() {
        arguments.sort();
        arguments.dedup();
    }
    all.retain(|_, arguments| arguments.len() > 1);
    all
}

/// Calls in which something is named like another argument, and not like the one whose place it has.
pub(super) fn swapped(source: &Source, messages: &BTreeMap<String, Vec<String>>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, _) in source.text.match_indices("w.") {
        let rest = &source.text[at + 2..];
        let Some((name, rest)) = rest.split_once('(') else { continue };
        let Some(arguments) = messages.get(name) else { continue };
        let given = given(rest);
        if given.len() != arguments.len() {
            continue;
        }
        let strange = arguments.iter().zip(&given).any(|(own, words)| {
            !words.iter().any(|word| word.contains(own.as_str()))
                && arguments.iter().any(|other| words.iter().any(|word| word == other))
        });
        if strange {
            found.push(source.finding(source.text[..at].lines().count().max(1), SWAPPED));
        }
    }
    found
}

/// The words of each argument, up to the closing parenthesis.
fn given(text: &str) -> Vec<Vec<String>> {
    let (mut depth, mut one, mut all) = (0_i32, String::new(), Vec::new());
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => all.push(std::mem::take(&mut one)),
            _ => {}
        }
        one.push(c);
    }
    all.push(one);
    let words = |one: &String| -> Vec<String> {
        let parts = one.to_lowercase();
        let parts =
            parts.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    all.iter().map(words).filter(|words| !words.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_the_place_of_a_day_is_found_and_the_right_order_is_not() {
        let messages = of_messages(&[Source::new("en/x.ftl", "x-said = { $name } said so on { $day }.\n")]);
        let found = |call: &str| swapped(&Source::new("crates/app/src/x.rs", call), &messages).len();
        assert_eq!(found("w.x_said(&one.name, self.day(at))"), 1);
        assert_eq!(found("w.x_said(self.day(at), &one.name)"), 0);
        assert_eq!(found("w.x_said(when, who)"), 0, "nothing is known of these");
    }
}
