//! The lists beside the Fluent files: one entry a line, `#` begins a remark.

use super::files::locales;

/// The entries of a list, cut at `|` into their columns.
pub fn list(name: &str) -> Vec<Vec<String>> {
    let text =
        std::fs::read_to_string(locales().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    lines
        .filter(|line| !line.is_empty())
        .map(|line| line.split('|').map(|column| column.trim().to_owned()).collect())
        .collect()
}

/// The first column of a list.
pub fn names(name: &str) -> Vec<String> {
    list(name).into_iter().map(|mut columns| columns.swap_remove(0)).collect()
}
