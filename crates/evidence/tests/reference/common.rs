//! Reads the reference data and compares results with the expected ones, key by key.

use evidence::frame::expression;
use evidence::frame::{Frame, Reading, design};
use serde_json::Value;
use std::path::PathBuf;

pub fn data(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

pub fn frame(file: &str) -> Frame {
    Frame::read(&data(file), &Reading::default()).unwrap()
}

/// The California districts with the columns the references use.
pub fn california() -> Frame {
    let mut frame = frame("AER_CASchools.csv");
    for (name, text) in
        [("score", "(read + math) / 2"), ("str", "students / teachers"), ("logincome", "log(income)")]
    {
        let column = design::numbers(&frame, &expression::parse(text).unwrap()).unwrap();
        frame.set_numbers(name, column);
    }
    frame
}

pub fn expected(path: &[&str]) -> Value {
    let text = std::fs::read_to_string(data("expected.json")).unwrap();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    for key in path {
        value = value[key].take();
        assert!(!value.is_null(), "expected.json has no {key}");
    }
    value
}

/// Collects differences, so that one run tells all of them.
pub struct Comparison {
    relative: f64,
    skip: Vec<&'static str>,
    looser: Vec<(&'static str, f64)>,
    wrong: Vec<String>,
}

impl Comparison {
    pub fn within(relative: f64) -> Self {
        Self { relative, skip: Vec::new(), looser: Vec::new(), wrong: Vec::new() }
    }

    /// Keys that describe how the reference was made and are no result.
    pub fn skipping(mut self, keys: &[&'static str]) -> Self {
        self.skip.extend(keys);
        self
    }

    /// A wider tolerance for one key.
    pub fn looser(mut self, key: &'static str, relative: f64) -> Self {
        self.looser.push((key, relative));
        self
    }

    pub fn compare(mut self, name: &str, ours: &impl serde::Serialize, expected: &Value) {
        let ours = serde_json::to_value(ours).unwrap();
        let relative = self.relative;
        self.walk(name, &ours, expected, relative);
        assert!(self.wrong.is_empty(), "{} differences:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }

    fn walk(&mut self, path: &str, ours: &Value, expected: &Value, relative: f64) {
        match (ours, expected) {
            (Value::Object(ours), Value::Object(expected)) => {
                for (key, value) in expected {
                    if self.skip.contains(&key.as_str()) {
                        continue;
                    }
                    let relative = self.looser.iter().find(|(k, _)| k == key).map_or(relative, |(_, r)| *r);
                    let here = format!("{path}.{key}");
                    match ours.get(key) {
                        Some(our) => self.walk(&here, our, value, relative),
                        None => self.wrong.push(format!("{here}: missing")),
                    }
                }
            }
            (Value::Array(ours), Value::Array(expected)) => {
                if ours.len() != expected.len() {
                    self.wrong.push(format!("{path}: {} values, expected {}", ours.len(), expected.len()));
                }
                for (i, (our, value)) in ours.iter().zip(expected).enumerate() {
                    self.walk(&format!("{path}[{i}]"), our, value, relative);
                }
            }
            (Value::Number(our), Value::Number(value)) => {
                let (our, value) = (our.as_f64().unwrap(), value.as_f64().unwrap());
                if (our - value).abs() > relative * value.abs().max(1e-3) {
                    self.wrong
                        .push(format!("{path}: {our} expected {value} ({:.1e})", (our - value) / value));
                }
            }
            (our, value) if our == value => {}
            (our, value) => self.wrong.push(format!("{path}: {our} expected {value}")),
        }
    }
}
