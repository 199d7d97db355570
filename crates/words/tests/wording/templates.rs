//! No words in templates: what a page says comes from the Fluent files, else it exists in one language only.

use std::path::{Path, PathBuf};

use super::lists::names;

/// Attributes that people read or hear.
const SPOKEN: [&str; 5] = ["alt", "aria-label", "aria-description", "placeholder", "title"];

fn templates(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            templates(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(path);
        }
    }
}

/// Takes out every stretch from `open` to `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        kept.push_str(&rest[..start]);
        let after = &rest[start + open.len()..];
        rest = after.find(close).map_or("", |end| &after[end + close.len()..]);
        // What stood there held words apart.
        kept.push('\n');
    }
    kept + rest
}

/// Takes out every `name="value"`: a macro may write attributes outside of any tag.
fn without_attributes(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(equals) = rest.find("=\"") {
        let before = &rest[..equals];
        let name = before.rfind(|c: char| !c.is_alphanumeric() && c != '-').map_or(0, |at| at + 1);
        kept.push_str(&before[..name]);
        let value = &rest[equals + 2..];
        rest = value.find('"').map_or("", |end| &value[end + 1..]);
    }
    kept + rest
}

/// The literal words of a template: between tags, and in attributes that are read out.
fn literals(template: &str) -> Vec<String> {
    // A page's shape is the name of a style, never shown.
    let shape = ("{% block shape %}", "{% endblock %}");
    let askama = [shape, ("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->")];
    let html = askama.iter().fold(template.to_owned(), |text, (open, close)| without(&text, open, close));
    let mut said: Vec<String> =
        without(&without_attributes(&html), "<", ">").lines().map(str::to_owned).collect();
    for name in SPOKEN {
        let opening = format!(" {name}=\"");
        let values = html.split(&opening).skip(1);
        said.extend(values.flat_map(|rest| rest.split('"').next().unwrap_or("").lines().map(str::to_owned)));
    }
    let bare = said.iter().map(|text| without(text, "&", ";"));
    bare.map(|text| text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|text| text.chars().any(char::is_alphabetic))
        .collect()
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut paths = Vec::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut paths);
    assert!(!paths.is_empty(), "no templates were found");
    let allowed = names("literal-in-templates.txt");
    let mut found = Vec::new();
    // The style guide shows every component once, in the demo only, and is read by nobody else.
    for path in paths.iter().filter(|path| !path.ends_with("web/styleguide.html")) {
        let words = literals(&std::fs::read_to_string(path).unwrap());
        let strange = words.into_iter().filter(|word| !allowed.contains(word));
        found.extend(strange.map(|word| format!("{}: {word}", path.display())));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn words_are_found_between_tags_and_in_what_is_read_out() {
    for (template, said) in [
        ("<p>{{ w.common_save() }}</p>", vec![]),
        ("<p>Save</p>", vec!["Save"]),
        ("{% block shape %}wide front{% endblock %}{% block main %}Save{% endblock %}", vec!["Save"]),
        ("{% if a > b %}{{ x }} · {{ y }}{% endif %}", vec![]),
        ("{# a note <b> #}<a href=\"{{ url(\"x>y\") }}\" class=\"button\">{{ name }}</a>", vec![]),
        ("<img alt=\"A school\" src=\"a.svg\"><input placeholder=\"{{ w.x() }}\">", vec!["A school"]),
        ("{{ n }}&nbsp;km", vec!["km"]),
        ("{% macro m(x) %} aria-describedby=\"{{ x }}-hint\"{% endmacro %}", vec![]),
        ("<p class=\"a\">Save</p><p id=\"b\">Send</p>", vec!["Save", "Send"]),
    ] {
        assert_eq!(literals(template), said, "{template}");
    }
}
