//! An answer for people: single values in a list, vectors of one length side by side as a table.

use serde_json::Value;

/// The answer as text.
pub(super) fn table(answer: &Value) -> String {
    let mut out = String::new();
    write_object(&mut out, answer, 0);
    out
}

fn write_object(out: &mut String, value: &Value, depth: usize) {
    let Value::Object(map) = value else {
        out.push_str(&format!("{}{}\n", "  ".repeat(depth), cell(value)));
        return;
    };
    let indent = "  ".repeat(depth);
    let single = |v: &Value| !matches!(v, Value::Object(_) | Value::Array(_) | Value::Null);
    let width = map.iter().filter(|(_, v)| single(v)).map(|(k, _)| k.len()).max().unwrap_or(0);
    for (key, value) in map.iter().filter(|(_, v)| single(v)) {
        out.push_str(&format!("{indent}{key:<width$}  {}\n", cell(value)));
    }
    let flat = |v: &Value| v.as_array().filter(|a| a.iter().all(single)).map(Vec::len);
    let mut lengths: Vec<usize> = map.values().filter_map(flat).filter(|l| *l > 0).collect();
    lengths.sort_unstable();
    lengths.dedup();
    for length in lengths {
        let columns: Vec<(&String, &Vec<Value>)> = map
            .iter()
            .filter_map(|(k, v)| v.as_array().filter(|_| flat(v) == Some(length)).map(|a| (k, a)))
            .collect();
        out.push('\n');
        write_columns(out, &columns, length, &indent);
    }
    for (key, value) in map.iter().filter(|(_, v)| v.is_object()) {
        out.push_str(&format!("\n{indent}{key}\n"));
        write_object(out, value, depth + 1);
    }
    for (key, rows) in map.iter().filter_map(|(k, v)| v.as_array().map(|a| (k, a))) {
        if rows.iter().any(Value::is_object) {
            out.push_str(&format!("\n{indent}{key}\n"));
            for row in rows {
                let Value::Object(row) = row else { continue };
                let parts: Vec<String> =
                    row.iter().filter(|(_, v)| single(v)).map(|(k, v)| format!("{k} {}", cell(v))).collect();
                out.push_str(&format!("{indent}  {}\n", parts.join("   ")));
            }
        }
    }
}

const MOST_ROWS: usize = 60;

/// Columns side by side, words first.
fn write_columns(out: &mut String, columns: &[(&String, &Vec<Value>)], length: usize, indent: &str) {
    let mut columns = columns.to_vec();
    columns.sort_by_key(|(_, values)| !values.iter().all(Value::is_string));
    for group in columns.chunks(7) {
        let cells: Vec<Vec<String>> = group
            .iter()
            .map(|(name, values)| {
                std::iter::once((*name).clone()).chain(values.iter().take(MOST_ROWS).map(cell)).collect()
            })
            .collect();
        for row in 0..=length.min(MOST_ROWS) {
            let line: Vec<String> = cells
                .iter()
                .map(|column| {
                    let width = column.iter().map(|c| c.chars().count()).max().unwrap_or(0);
                    format!("{:>width$}", column[row])
                })
                .collect();
            out.push_str(&format!("{indent}{}\n", line.join("  ")));
        }
        if length > MOST_ROWS {
            out.push_str(&format!("{indent}… and {} more\n", length - MOST_ROWS));
        }
        out.push('\n');
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => "–".into(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => whole.to_string(),
            (None, Some(x)) if x != 0.0 && (x.abs() < 1e-4 || x.abs() >= 1e7) => format!("{x:.3e}"),
            (None, Some(x)) => format!("{x:.4}"),
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_one_length_stand_side_by_side() {
        let text = table(
            &serde_json::json!({"n": 420, "names": ["(Intercept)", "str"], "coef": [698.93295, -2.2798], "r2": 0.0512}),
        );
        assert!(text.contains("n   420\n"), "{text}");
        assert!(
            text.contains("      names      coef\n(Intercept)  698.9330\n        str   -2.2798\n"),
            "{text}"
        );
    }
}
