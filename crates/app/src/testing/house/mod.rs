//! The house rules, read from the source: where SQL, routes, clocks and secrets may stand. Every finding
//! names a file and a line, and each rule is also shown a text that breaks it.

mod arguments;
mod rules;
mod source;

use std::path::{Path, PathBuf};

use source::{Source, below};

/// One thing that is not as the house keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    file: String,
    line: usize,
    why: &'static str,
}

/// The folder of the whole project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project's folder")
}

fn tell(findings: &[Finding]) {
    let lines: Vec<String> = findings.iter().map(|f| format!("{}:{}: {}", f.file, f.line, f.why)).collect();
    assert!(lines.is_empty(), "the house is not in order:\n{}", lines.join("\n"));
}

#[test]
fn the_source_keeps_the_rules_of_the_house() {
    let sources = below(&project().join("crates"), "rs");
    assert!(sources.len() > 100, "the source was found");
    let findings: Vec<Finding> =
        sources.iter().flat_map(|source| rules::ALL.iter().flat_map(|rule| rule(source))).collect();
    tell(&findings);
}

#[test]
fn every_form_that_acts_carries_its_key() {
    let templates = below(&project().join("crates/app/src"), "html");
    assert!(templates.len() > 10, "the templates were found");
    tell(&templates.iter().flat_map(rules::forms_carry_keys).collect::<Vec<_>>());
}

/// Files of pages that end an act by themselves, and why nobody has to read first who will hear.
const ENDS_ACTS: &[(&str, &str)] = &[
    ("crates/app/src/web/ask.rs", "the one place: it shows who will hear"),
    ("crates/app/src/web/again.rs", "a copy of a form that was done"),
    ("crates/app/src/demo/web.rs", "signs somebody in"),
    ("crates/app/src/people/digest/web.rs", "stops letters"),
    ("crates/app/src/people/session/web.rs", "counts a try"),
    ("crates/app/src/people/partnership/web.rs", "counts a wrong code"),
];

#[test]
fn no_form_ends_its_act_but_where_who_will_hear_is_shown() {
    let sources = below(&project().join("crates/app/src"), "rs");
    let mut ending: Vec<&str> = Vec::new();
    for source in &sources {
        let page = source.path.ends_with("/web.rs") || source.path.contains("/web/");
        let tests = source.path.contains("/tests") || source.path.contains("/testing/");
        if page && !tests && !source.where_("", |line| line.contains(".commit()")).is_empty() {
            ending.push(&source.path);
        }
    }
    let known: Vec<&str> = ENDS_ACTS.iter().map(|(file, _)| *file).collect();
    assert!(ending.contains(&"crates/app/src/web/ask.rs"), "the one place was found");
    for file in ending {
        assert!(known.contains(&file), "{file} ends an act: who will hear of it is not shown");
    }
}

#[test]
fn every_letter_is_noted_where_it_is_posted() {
    let sources = below(&project().join("crates/app/src/mail"), "rs");
    let mut posts = 0;
    for source in sources.iter().filter(|one| !one.path.contains("tests")) {
        posts += source.where_("", |line| line.contains("act.tells(")).len();
    }
    assert_eq!(posts, 2, "a letter to one and letters to many; the digest goes to its reader alone");
}

#[test]
fn what_a_message_is_told_stands_in_its_place() {
    let messages = arguments::of_messages(&below(&project().join("locales/en"), "ftl"));
    assert!(messages.len() > 100, "the messages were found");
    let mut sources = below(&project().join("crates/app/src"), "rs");
    sources.extend(below(&project().join("crates/app/src"), "html"));
    let found = sources.iter().filter(|source| !source.is_test());
    tell(&found.flat_map(|source| arguments::swapped(source, &messages)).collect::<Vec<_>>());
}

#[test]
fn the_pure_crates_do_not_know_one_another() {
    let manifests = below(&project().join("crates"), "toml");
    tell(&manifests.iter().flat_map(rules::strangers_to_one_another).collect::<Vec<_>>());
}

#[test]
fn every_crate_is_held_by_the_one_table_of_lints() {
    let manifests = below(&project().join("crates"), "toml");
    tell(&manifests.iter().filter(|m| m.is_manifest()).flat_map(rules::lints_held).collect::<Vec<_>>());
    let table = std::fs::read_to_string(project().join("Cargo.toml")).expect("the workspace's manifest");
    for line in
        ["unsafe_code = \"forbid\"", "unwrap_used = \"deny\"", "expect_used = \"deny\"", "todo = \"deny\""]
    {
        assert!(table.contains(line), "the lint table says {line}");
    }
}

/// Checksums of migrations that have left the house, in the form of `sha256sum`.
const RELEASED: &str = include_str!("../../../migrations/released.sha256");

#[test]
fn a_released_migration_is_never_changed() {
    let here: Vec<(String, String)> = crate::migrations::ALL
        .iter()
        .map(|migration| (format!("{}.sql", migration.name), rules::checksum(migration.sql)))
        .collect();
    let released = rules::released(RELEASED);
    assert_eq!(rules::changed(&released, &here), Vec::<String>::new(), "write a new migration instead");
}

#[test]
fn a_changed_a_missing_and_an_early_migration_are_all_noticed() {
    let pair = |name: &str, sum: &str| (name.to_owned(), sum.to_owned());
    let released = vec![pair("0001_a.sql", "aa"), pair("0002_b.sql", "bb")];
    let noticed = |here: &[(String, String)]| rules::changed(&released, here);
    assert!(
        noticed(&[pair("0001_a.sql", "aa"), pair("0002_b.sql", "bb"), pair("0003_c.sql", "cc")]).is_empty()
    );
    assert_eq!(noticed(&[pair("0001_a.sql", "xx"), pair("0002_b.sql", "bb")]), ["0001_a.sql was changed"]);
    assert_eq!(noticed(&[pair("0001_a.sql", "aa")]), ["0002_b.sql is gone"]);
    let early = [pair("0001_a.sql", "aa"), pair("0001_z.sql", "zz"), pair("0002_b.sql", "bb")];
    assert_eq!(noticed(&early), ["0001_z.sql comes before what was released"]);
}

/// A text that breaks exactly one rule, where it stands, and what is found.
const BROKEN: &[(&str, &str, &str)] = &[
    ("crates/app/src/act/team/mod.rs", "let q = sql!(\"SELECT 1\");", rules::SQL),
    ("crates/app/src/act/team/mod.rs", "pub mod store;", rules::OPEN_STORE),
    ("crates/app/src/act/team/web.rs", "use crate::people::account::store;", rules::FOREIGN_STORE),
    ("crates/app/src/act/team/mod.rs", "Routes::new().get(\"/x\", P, x)", rules::ROUTE),
    ("crates/app/src/act/team/commands.rs", "let t = jiff::Timestamp::now();", rules::CLOCK),
    ("crates/app/src/act/team/commands.rs", "let id = Uuid::new_v4();", rules::CLOCK),
    ("crates/app/src/act/team/commands.rs", "pub async fn end(act: &mut Act, team: Uuid) {", rules::NOBODY),
    ("crates/record/src/lib.rs", "let x = y.unwrap();", rules::PANIC),
    ("crates/app/src/act/team/mod.rs", "let x = y.expect(\"z\");", rules::PANIC),
    ("crates/record/src/lib.rs", "#[allow(dead_code)]", rules::SILENCED),
];

#[test]
fn each_rule_finds_what_breaks_it() {
    for (file, line, why) in BROKEN {
        let source = Source::new(file, &format!("//! A file.\n\n{line}\n"));
        let found: Vec<Finding> = rules::ALL.iter().flat_map(|rule| rule(&source)).collect();
        let expected = Finding { file: (*file).to_owned(), line: 3, why };
        assert_eq!(found, [expected], "{line}");
    }
    let bare = Source::new("crates/db/src/x.rs", "fn x() {}\n");
    assert_eq!(rules::told_what_for(&bare).len(), 1);
    let long = Source::new("crates/db/src/x.rs", &"//! A file.\n".repeat(501));
    assert_eq!(rules::not_too_long(&long).len(), 1);
}

#[test]
fn tests_may_do_what_the_program_may_not() {
    let tests = "//! A file.\n\n#[cfg(test)]\nmod tests {\n    fn x() { y.unwrap(); Uuid::new_v4(); }\n}\n";
    let source = Source::new("crates/app/src/act/team/mod.rs", tests);
    assert_eq!(rules::ALL.iter().flat_map(|rule| rule(&source)).collect::<Vec<_>>(), []);
}

#[test]
fn a_form_without_a_key_and_a_crate_that_knows_another_are_found() {
    let form = "<form method=\"post\" action=\"/x\">\n<button>Go</button></form>";
    assert_eq!(rules::forms_carry_keys(&Source::new("crates/app/src/x.html", form)).len(), 1);
    let crate_ = Source::new("crates/record/Cargo.toml", "[dependencies]\ndb.workspace = true\n");
    assert_eq!(rules::strangers_to_one_another(&crate_).len(), 1);
    assert_eq!(rules::lints_held(&crate_).len(), 1);
}
