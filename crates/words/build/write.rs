//! Writes the methods of `Words`. A message without variables gives a `&'static str`; one with variables
//! takes them in the order of the alphabet and gives a `String`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::check::{Kind, RESERVED, variables};
use super::read::{Branch, Message, PLURALS, Part};

type Languages<'a> = [(&'a str, BTreeMap<String, Message>)];

/// The whole generated file.
pub fn words(languages: &Languages<'_>) -> String {
    let mut out = String::from("impl Words {\n");
    let (_, model) = &languages[0];
    for (id, message) in model {
        let kinds = kinds(languages, id);
        doc(&mut out, &message.parts);
        if kinds.is_empty() && languages.iter().all(|(_, all)| is_plain(&all[id].parts)) {
            plain(&mut out, languages, id);
        } else {
            composed(&mut out, languages, id, &kinds);
        }
    }
    out.push_str("}\n");
    out
}

/// A variable counts as a number if any language needs it as one.
fn kinds(languages: &Languages<'_>, id: &str) -> BTreeMap<String, Kind> {
    let mut all: BTreeMap<String, Kind> = BTreeMap::new();
    for (_, messages) in languages {
        for (name, kind) in variables(&messages[id].parts) {
            let known = all.entry(name).or_insert(kind);
            *known = (*known).max(kind);
        }
    }
    all
}

fn is_plain(parts: &[Part]) -> bool {
    parts.iter().all(|part| matches!(part, Part::Text(_)))
}

fn ident(name: &str) -> String {
    name.replace('-', "_")
}

fn variant(code: &str) -> String {
    format!("Lang::{}{}", code[..1].to_uppercase(), &code[1..])
}

fn doc(out: &mut String, parts: &[Part]) {
    let shown: String = parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Variable(name) | Part::Number(name) => format!("{{{name}}}"),
            Part::Message(id) => format!("{{{id}}}"),
            Part::Choice { variable, .. } => format!("{{{variable} …}}"),
        })
        .collect();
    let _ = writeln!(out, "    #[doc = {:?}]", shown.replace('\n', " "));
}

fn plain(out: &mut String, languages: &Languages<'_>, id: &str) {
    let _ = writeln!(out, "    pub fn {}(&self) -> &'static str {{\n        match self.lang {{", ident(id));
    for (code, messages) in languages {
        let text: String =
            messages[id].parts.iter().map(|part| if let Part::Text(t) = part { t } else { "" }).collect();
        let _ = writeln!(out, "            {} => {text:?},", variant(code));
    }
    out.push_str("        }\n    }\n");
}

fn composed(out: &mut String, languages: &Languages<'_>, id: &str, kinds: &BTreeMap<String, Kind>) {
    let _ = write!(out, "    pub fn {}(&self", ident(id));
    for (name, kind) in kinds {
        let kind = match kind {
            Kind::Shown => "impl Display",
            Kind::Word => "impl AsRef<str>",
            Kind::Number => "impl Number",
        };
        let _ = write!(out, ", {}: {kind}", ident(name));
    }
    out.push_str(") -> String {\n");
    for (name, kind) in kinds {
        match kind {
            Kind::Number => drop(writeln!(out, "        let {0} = {0}.number();", ident(name))),
            Kind::Word => drop(writeln!(out, "        let {0} = {0}.as_ref();", ident(name))),
            Kind::Shown => {}
        }
    }
    out.push_str("        let mut out = String::with_capacity(96);\n        match self.lang {\n");
    for (code, messages) in languages {
        let _ = writeln!(out, "            {} => {{", variant(code));
        parts(out, &messages[id].parts, kinds);
        out.push_str("            }\n");
    }
    out.push_str("        }\n        out\n    }\n");
}

fn parts(out: &mut String, all: &[Part], kinds: &BTreeMap<String, Kind>) {
    for part in all {
        match part {
            Part::Text(text) => match text.parse::<char>() {
                Ok(single) => drop(writeln!(out, "out.push({single:?});")),
                Err(_) => drop(writeln!(out, "out.push_str({text:?});")),
            },
            Part::Message(id) => drop(writeln!(out, "out.push_str(self.{}().as_ref());", ident(id))),
            Part::Number(name) => drop(writeln!(out, "out.push_str(&self.number({}));", ident(name))),
            Part::Variable(name) if RESERVED.contains(&name.as_str()) => {
                let _ = writeln!(out, "out.push_str(self.term_{}());", ident(name));
            }
            Part::Variable(name) if kinds.get(name) == Some(&Kind::Number) => {
                let _ = writeln!(out, "out.push_str(&self.number({}));", ident(name));
            }
            Part::Variable(name) => drop(writeln!(out, "push(&mut out, &{});", ident(name))),
            Part::Choice { variable, branches } => choice(out, variable, branches, kinds),
        }
    }
}

fn choice(
    out: &mut String,
    variable: &str,
    branches: &[(Branch, Vec<Part>)],
    kinds: &BTreeMap<String, Kind>,
) {
    let name = ident(variable);
    if kinds.get(variable) == Some(&Kind::Number) {
        let _ = writeln!(out, "match ({name}, self.plural({name})) {{");
    } else {
        let _ = writeln!(out, "match {name} {{");
    }
    for (branch, inside) in branches {
        match branch {
            Branch::Exactly(number) => drop(write!(out, "({number}, _)")),
            Branch::Is(word) if kinds.get(variable) == Some(&Kind::Number) => {
                let known = PLURALS.contains(&word.as_str());
                assert!(known, "${variable}: {word} is not a plural category");
                let _ = write!(out, "(_, Plural::{}{})", word[..1].to_uppercase(), &word[1..]);
            }
            Branch::Is(word) => drop(write!(out, "{word:?}")),
            Branch::Otherwise => out.push('_'),
        }
        out.push_str(" => {\n");
        parts(out, inside, kinds);
        out.push_str("}\n");
    }
    out.push_str("}\n");
}
