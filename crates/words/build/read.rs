//! Fluent files into plain messages: text, variables and choices. What Fluent offers beyond that is
//! refused by name, so that nobody writes what would not show.

use std::collections::BTreeMap;
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// A message: where it stands and what it says.
#[derive(Debug, Clone)]
pub struct Message {
    /// `file.ftl`.
    pub file: String,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A piece of a message.
#[derive(Debug, Clone)]
pub enum Part {
    /// Words.
    Text(String),
    /// The value of a variable.
    Variable(String),
    /// The value of a variable, as a number of the language.
    Number(String),
    /// Another message.
    Message(String),
    /// One of several, by a variable.
    Choice { variable: String, branches: Vec<(Branch, Vec<Part>)> },
}

/// When a branch of a choice is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Branch {
    /// The variable is this word or plural category.
    Is(String),
    /// The variable is this number.
    Exactly(i64),
    /// Nothing else fits.
    Otherwise,
}

/// The six plural categories of CLDR.
pub const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Every message in a folder of `.ftl` files.
pub fn folder(folder: &Path) -> BTreeMap<String, Message> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    files.sort();
    let mut all = BTreeMap::new();
    for path in files {
        println!("cargo:rerun-if-changed={}", path.display());
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        for (id, message) in file(&name, &text) {
            let twice = all.insert(id.clone(), message);
            assert!(twice.is_none(), "{}: the message {id} stands twice", path.display());
        }
    }
    all
}

/// Every message of one file's text.
pub fn file(name: &str, text: &str) -> Vec<(String, Message)> {
    let resource = fluent_syntax::parser::parse(text.to_owned()).unwrap_or_else(|(_, errors)| {
        let first = &errors[0];
        let line = text[..first.pos.start.min(text.len())].lines().count();
        panic!("{name}, line {line}: {first}")
    });
    let mut messages = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                assert!(
                    message.attributes.is_empty(),
                    "{name}: {id} has attributes, which are not used here"
                );
                let value = message.value.unwrap_or_else(|| panic!("{name}: {id} says nothing"));
                messages
                    .push((id.clone(), Message { file: name.to_owned(), parts: pattern(name, &id, &value) }));
            }
            Entry::Term(term) => panic!("{name}: -{} is a term, which is not used here", term.id.name),
            Entry::Junk { content } => panic!("{name}: cannot be read: {content}"),
            _ => {}
        }
    }
    messages
}

fn pattern(name: &str, id: &str, pattern: &Pattern<String>) -> Vec<Part> {
    let part = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => Part::Text(value.clone()),
        PatternElement::Placeable { expression } => expression_part(name, id, expression),
    };
    pattern.elements.iter().map(part).collect()
}

fn expression_part(name: &str, id: &str, expression: &Expression<String>) -> Part {
    match expression {
        Expression::Inline(inline) => inline_part(name, id, inline),
        Expression::Select { selector, variants } => {
            let (InlineExpression::VariableReference { id: variable }, ..) = (selector,) else {
                panic!("{name}: {id} chooses by something that is not a variable")
            };
            let branches = variants
                .iter()
                .map(|variant| {
                    (branch(name, id, &variant.key, variant.default), pattern(name, id, &variant.value))
                })
                .collect();
            Part::Choice { variable: variable.name.clone(), branches }
        }
    }
}

fn branch(name: &str, id: &str, key: &VariantKey<String>, default: bool) -> Branch {
    match key {
        _ if default => Branch::Otherwise,
        VariantKey::Identifier { name } => Branch::Is(name.clone()),
        VariantKey::NumberLiteral { value } => Branch::Exactly(
            value.parse().unwrap_or_else(|_| panic!("{name}: {id}: {value} is not a whole number")),
        ),
    }
}

fn inline_part(name: &str, id: &str, inline: &InlineExpression<String>) -> Part {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            Part::Text(value.clone())
        }
        InlineExpression::VariableReference { id } => Part::Variable(id.name.clone()),
        InlineExpression::MessageReference { id, attribute: None } => Part::Message(id.name.clone()),
        InlineExpression::FunctionReference { id: function, arguments } if function.name == "NUMBER" => {
            number(name, id, arguments)
        }
        InlineExpression::Placeable { expression } => expression_part(name, id, expression),
        _ => panic!("{name}: {id} uses something of Fluent that is not used here"),
    }
}

fn number(name: &str, id: &str, arguments: &CallArguments<String>) -> Part {
    match arguments.positional.as_slice() {
        [InlineExpression::VariableReference { id }] => Part::Number(id.name.clone()),
        _ => panic!("{name}: {id}: NUMBER takes one variable"),
    }
}
