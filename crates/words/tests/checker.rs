//! What the build refuses: languages that do not say the same things, and what cannot be shown.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]
#![allow(dead_code, reason = "the build's own modules, of which a test needs a part")]

#[path = "../build/check.rs"]
mod check;
#[path = "../build/read.rs"]
mod read;

fn differences(en: &str, es: &str) -> Vec<String> {
    let read = |text| read::file("f.ftl", text).into_iter().collect();
    check::differences(&[("en", read(en)), ("es", read(es))])
}

#[test]
fn the_same_messages_with_the_same_variables_pass() {
    let en = "a = { $name } signed for { $party }\n";
    let es = "a = Por { $party } firmó { $name }\n";
    assert_eq!(differences(en, es), Vec::<String>::new());
}

#[test]
fn a_missing_message_is_named_with_its_file_and_language() {
    let (one, two) = ("a = A\n", "a = A\nb = B\n");
    assert_eq!(differences(two, one), ["b (f.ftl) is missing in es"]);
    assert_eq!(differences(one, two), ["b (f.ftl) is missing in en"]);
}

#[test]
fn a_missing_variable_is_named() {
    let wrong = differences("a = { $name }\n", "a = { $nombre }\n");
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].contains("name") && wrong[0].contains("nombre"), "{wrong:?}");
}

#[test]
fn settable_terms_are_not_arguments_and_may_differ() {
    assert!(differences("a = { $union-the } signed\n", "a = Firmó { $union }\n").is_empty());
}

#[test]
#[should_panic(expected = "f.ftl: a uses something of Fluent")]
fn an_unknown_function_is_refused() {
    read::file("f.ftl", "a = { DATETIME($day) }\n");
}

#[test]
#[should_panic(expected = "line 2")]
fn what_cannot_be_read_is_refused_with_its_line() {
    read::file("f.ftl", "a = A\nb = { $\n");
}
