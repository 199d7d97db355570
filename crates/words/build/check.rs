//! Do all languages say the same things? The same messages, with the same variables, used alike.

use std::collections::BTreeMap;

use super::read::{Branch, Message, PLURALS, Part};

/// What a variable is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Anything that can be shown.
    Shown,
    /// A word that a choice looks at.
    Word,
    /// A whole number.
    Number,
}

/// Variables filled in from the partnership's own terms, never by the caller.
pub const RESERVED: [&str; 4] = ["union", "union-the", "head", "head-the"];

/// A message's variables, in the order of the alphabet: that of the method's arguments.
pub fn variables(parts: &[Part]) -> BTreeMap<String, Kind> {
    let mut found = BTreeMap::new();
    gather(parts, &mut found);
    found.retain(|name, _| !RESERVED.contains(&name.as_str()));
    found
}

fn gather(parts: &[Part], found: &mut BTreeMap<String, Kind>) {
    let mut note = |name: &String, kind: Kind| {
        let known = found.entry(name.clone()).or_insert(kind);
        *known = (*known).max(kind);
    };
    for part in parts {
        match part {
            Part::Variable(name) => note(name, Kind::Shown),
            Part::Number(name) => note(name, Kind::Number),
            Part::Choice { variable, branches } => note(variable, kind_of(branches)),
            Part::Text(_) | Part::Message(_) => {}
        }
    }
    for part in parts {
        if let Part::Choice { branches, .. } = part {
            branches.iter().for_each(|(_, parts)| gather(parts, found));
        }
    }
}

fn kind_of(branches: &[(Branch, Vec<Part>)]) -> Kind {
    let numeric = |branch: &Branch| match branch {
        Branch::Exactly(_) => true,
        Branch::Is(word) => PLURALS.contains(&word.as_str()),
        Branch::Otherwise => false,
    };
    if branches.iter().any(|(branch, _)| numeric(branch)) { Kind::Number } else { Kind::Word }
}

/// What differs between the languages, one line each; empty when nothing does.
pub fn differences(languages: &[(&str, BTreeMap<String, Message>)]) -> Vec<String> {
    let Some(((first, model), others)) = languages.split_first() else { return Vec::new() };
    let mut wrong = Vec::new();
    for (code, messages) in others {
        for (id, message) in model {
            match messages.get(id) {
                None => wrong.push(format!("{id} ({}) is missing in {code}", message.file)),
                Some(other) => {
                    let (here, there) = (variables(&message.parts), variables(&other.parts));
                    let names = |kinds: &BTreeMap<String, Kind>| kinds.keys().cloned().collect::<Vec<_>>();
                    if names(&here) != names(&there) {
                        let (here, there) = (names(&here), names(&there));
                        wrong.push(format!("{id} has {here:?} in {first} and {there:?} in {code}"));
                    }
                }
            }
        }
        for (id, message) in messages.iter().filter(|(id, _)| !model.contains_key(*id)) {
            wrong.push(format!("{id} ({}) is missing in {first}", message.file));
        }
    }
    wrong
}
