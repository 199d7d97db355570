//! A question as on the command line, its words parted by `^`, and its answer.

use serde_json::Value;

/// The answer; a question that is refused fails the test with what it was told.
pub fn answer(line: &str) -> Value {
    let words: Vec<String> = std::iter::once("evidence").chain(line.split('^')).map(str::to_owned).collect();
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = evidence::command::run(&words, &mut out, &mut told);
    assert_eq!(code, 0, "{line}: {}", String::from_utf8_lossy(&told));
    serde_json::from_slice(&out).unwrap()
}
