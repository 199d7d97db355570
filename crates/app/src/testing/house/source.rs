//! One file of the project as the house rules read it: its lines, and which of them are tests.

use std::path::Path;

use super::Finding;

/// A file, its path from the project's folder on.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether it belongs to the program's own crate.
    pub(super) fn of_app(&self) -> bool {
        self.path.starts_with("crates/app/src/")
    }

    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    pub(super) fn is_manifest(&self) -> bool {
        self.name() == "Cargo.toml"
    }

    /// The folders it stands in, innermost last.
    pub(super) fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.path.rsplit_once('/').map_or("", |(folders, _)| folders).split('/')
    }

    /// Whether all of it is only there for tests, benches and builds.
    pub(super) fn is_test(&self) -> bool {
        let aside = ["tests", "testing", "examples", "benches", "build", "testdb"];
        let whole = ["\n#[test]", "\n#[tokio::test", "\nscenario!("];
        ["tests.rs", "build.rs", "scene.rs"].contains(&self.name())
            || self.folders().any(|folder| aside.contains(&folder))
            || whole.iter().any(|start| self.text.contains(start))
    }

    /// The lines of the program, numbered from 1: without comments, and without the module of tests that
    /// ends a file.
    pub(super) fn program(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = if self.is_test() { Vec::new() } else { self.text.lines().collect() };
        let tests = lines.windows(2).position(|two| {
            two[0].trim() == "#[cfg(test)]" && two[1].starts_with("mod ") && two[1].ends_with('{')
        });
        let end = tests.unwrap_or(lines.len());
        lines
            .into_iter()
            .take(end)
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// A finding for every line of the program that is as told.
    pub(super) fn where_(&self, why: &'static str, is: impl Fn(&str) -> bool) -> Vec<Finding> {
        self.program().filter(|(_, line)| is(line)).map(|(line, _)| self.finding(line, why)).collect()
    }

    pub(super) fn finding(&self, line: usize, why: &'static str) -> Finding {
        Finding { file: self.path.clone(), line, why }
    }
}

/// Every file below a folder with this ending, in order; what a build or npm left behind is not ours.
pub(super) fn below(folder: &Path, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    gather(folder, ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn gather(folder: &Path, ending: &str, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !["target", "node_modules"].contains(&name) {
                gather(&path, ending, found);
            }
        } else if path.extension().is_some_and(|e| e == ending) {
            let text = std::fs::read_to_string(&path).expect("a text");
            let short = path.strip_prefix(super::project()).unwrap_or(&path);
            found.push(Source::new(&short.to_string_lossy(), &text));
        }
    }
}
