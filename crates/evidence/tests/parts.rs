//! Large files are read part by part: the answers are those of reading the whole, and of one district as of a nation.

#![allow(clippy::unwrap_used, reason = "a test that cannot write its own files has failed")]

mod asked;

use asked::answer;
use parquet::data_type::{DoubleType, Int32Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use serde_json::Value;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

enum Cells {
    Whole(Vec<Option<i32>>),
    Real(Vec<Option<f64>>),
}

/// Writes columns in row groups of so many rows.
fn write(path: &Path, columns: &[(&str, Cells)], group: usize) {
    let fields: Vec<String> = columns
        .iter()
        .map(|(name, cells)| match cells {
            Cells::Whole(_) => format!("optional int32 {name};"),
            Cells::Real(_) => format!("optional double {name};"),
        })
        .collect();
    let schema = Arc::new(parse_message_type(&format!("message m {{ {} }}", fields.join(" "))).unwrap());
    let properties = Arc::new(WriterProperties::builder().build());
    let mut writer = SerializedFileWriter::new(File::create(path).unwrap(), schema, properties).unwrap();
    let rows = match &columns[0].1 {
        Cells::Whole(v) => v.len(),
        Cells::Real(v) => v.len(),
    };
    for from in (0..rows).step_by(group) {
        let these = from..rows.min(from + group);
        let mut part = writer.next_row_group().unwrap();
        for (_, cells) in columns {
            let mut column = part.next_column().unwrap().unwrap();
            match cells {
                Cells::Whole(v) => {
                    let levels: Vec<i16> = v[these.clone()].iter().map(|x| i16::from(x.is_some())).collect();
                    let values: Vec<i32> = v[these.clone()].iter().flatten().copied().collect();
                    column.typed::<Int32Type>().write_batch(&values, Some(&levels), None).unwrap();
                }
                Cells::Real(v) => {
                    let levels: Vec<i16> = v[these.clone()].iter().map(|x| i16::from(x.is_some())).collect();
                    let values: Vec<f64> = v[these.clone()].iter().flatten().copied().collect();
                    column.typed::<DoubleType>().write_batch(&values, Some(&levels), None).unwrap();
                }
            }
            column.close().unwrap();
        }
        part.close().unwrap();
    }
    writer.close().unwrap();
}

/// Where two answers differ by more than rounding.
fn differ(a: &Value, b: &Value, at: &str, near: f64) -> Vec<String> {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) => {
            let keys: std::collections::BTreeSet<&String> = x.keys().chain(y.keys()).collect();
            keys.into_iter().flat_map(|k| differ(&a[k], &b[k], &format!("{at}/{k}"), near)).collect()
        }
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => x
            .iter()
            .zip(y)
            .enumerate()
            .flat_map(|(i, (x, y))| differ(x, y, &format!("{at}/{i}"), near))
            .collect(),
        (Value::Number(x), Value::Number(y)) => {
            let (x, y) = (x.as_f64().unwrap(), y.as_f64().unwrap());
            if (x - y).abs() <= near * y.abs().max(1e-6) {
                Vec::new()
            } else {
                vec![format!("{at}: {x} and {y}")]
            }
        }
        _ if a == b => Vec::new(),
        _ => vec![format!("{at}: {a} and {b}")],
    }
}

/// People in schools in districts; some cells missing, one column twice another, far from zero.
fn people(rows: usize) -> Vec<(&'static str, Cells)> {
    let noise = |i: usize, k: usize| ((i * k + i / 7) % 1_009) as f64 / 1_009.0 - 0.5;
    let school = |i: usize| i * 7_919 % 3_000;
    let x: Vec<f64> = (0..rows).map(|i| 2_000.0 + 5.0 * noise(i, 37)).collect();
    let effect = |s: usize| ((s * 31 % 97) as f64 / 97.0 - 0.5) + ((s / 10 * 17 % 53) as f64 / 53.0 - 0.5);
    let y = |i: usize| 0.3 * (x[i] - 2_000.0) + effect(school(i)) + 2.0 * noise(i, 71) - noise(i, 13);
    vec![
        ("y", Cells::Real((0..rows).map(|i| (i % 97 != 5).then(|| y(i))).collect())),
        ("x", Cells::Real((0..rows).map(|i| (i % 89 != 3).then_some(x[i])).collect())),
        ("double", Cells::Real(x.iter().map(|x| Some(2.0 * x)).collect())),
        ("w", Cells::Whole((0..rows).map(|i| Some((i % 5) as i32)).collect())),
        ("school", Cells::Whole((0..rows).map(|i| (i % 1_000 != 1).then(|| school(i) as i32)).collect())),
        ("district", Cells::Whole((0..rows).map(|i| Some((school(i) / 10) as i32)).collect())),
    ]
}

#[test]
fn parts_and_the_whole_give_the_same_answers() {
    let directory = tempfile::tempdir().unwrap();
    let (parts, whole) = (directory.path().join("parts.parquet"), directory.path().join("whole.csv"));
    let rows = 230_000;
    let columns = people(rows);
    write(&parts, &columns, 40_000);
    let mut text = String::from("y,x,double,w,school,district\n");
    for row in 0..rows {
        let cells: Vec<String> = columns
            .iter()
            .map(|(_, cells)| match cells {
                Cells::Whole(v) => v[row].map_or("NA".into(), |x| x.to_string()),
                Cells::Real(v) => v[row].map_or("NA".into(), |x| x.to_string()),
            })
            .collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    std::fs::write(&whole, text).unwrap();
    for (line, near) in [
        ("regress^--formula^y ~ x + w^--cluster^district", 1e-8),
        ("regress^--formula^y ~ x + w + double", 1e-8),
        ("regress^--formula^log(x) ~ I(w*w) + x:w^--cluster^school^--se^cr0", 1e-8),
        ("regress^--formula^y ~ z^--let^z = x - 2000^--se^classical", 1e-9),
        ("mixed^--formula^y ~ x + w + (1|school) + (1|district)", 1e-6),
        ("mixed^--formula^y ~ x + (1|district)^--ml^--at-theta^0.5", 1e-6),
        // What needs the whole table is read whole.
        ("regress^--formula^y ~ x + factor(w)^--cluster^district", 1e-9),
        ("regress^--formula^y ~ scale(x)", 1e-9),
        ("mixed^--formula^y ~ x + (1|school) + (1|w)", 1e-6),
    ] {
        let of = |path: &Path| answer(&format!("{line}^--data^{}", path.display()));
        let (mut a, mut b) = (of(&parts), of(&whole));
        for told in [&mut a, &mut b] {
            let map = told.as_object_mut().unwrap();
            // How the search went is no answer.
            map.retain(|key, _| !["evaluations", "largest_slope"].contains(&key.as_str()));
        }
        let wrong = differ(&a, &b, "", near);
        assert!(wrong.is_empty(), "{line}\n{}", wrong.join("\n"));
    }
}

/// A small nation of so many schools in so many districts, in row groups of `group` rows.
fn nation(directory: &Path, schools: usize, districts: usize, group: usize) {
    let noise = |i: usize, k: usize| ((i * k + i * i / 3) % 101) as f64 / 101.0 - 0.5;
    let staff = 12;
    let whole =
        |n: usize, f: &dyn Fn(usize) -> usize| Cells::Whole((0..n).map(|i| Some(f(i) as i32)).collect());
    let real = |n: usize, f: &dyn Fn(usize) -> f64| Cells::Real((0..n).map(|i| Some(f(i))).collect());
    write(
        &directory.join("schools.parquet"),
        &[
            ("school_id", whole(schools, &|s| s)),
            ("district_id", whole(schools, &|s| s * districts / schools)),
            ("poverty", real(schools, &|s| 0.5 + noise(s, 17))),
            ("growth", real(schools, &|s| noise(s, 29) - 0.4 * noise(s, 17) + 0.5 * noise(s, 41))),
            ("staff_n", whole(schools, &|s| staff + s % 3)),
        ],
        group,
    );
    let people = schools * staff;
    write(
        &directory.join("staff.parquet"),
        &[
            ("staff_id", whole(people, &|p| p)),
            ("school_id", whole(people, &|p| p / staff)),
            ("role", whole(people, &|p| if p % staff == 0 { 2 } else { 0 })),
            ("left", whole(people, &|p| usize::from(p * 31 % 7 < 2))),
        ],
        group,
    );
    let answered: Vec<usize> = (0..people).filter(|p| p % staff < 10).collect();
    let n = answered.len();
    let names: Vec<String> = (1..=30).map(|q| format!("q{q:02}")).collect();
    let mut survey = vec![
        ("staff_id", whole(n, &|i| answered[i])),
        ("school_id", whole(n, &|i| answered[i] / staff)),
        ("role", whole(n, &|i| if answered[i].is_multiple_of(staff) { 2 } else { 0 })),
    ];
    for (q, name) in names.iter().enumerate() {
        let cell = |i: usize| {
            let mood = noise(answered[i] / staff, 41 + q / 10) + noise(answered[i], 7);
            let x = 3.0 + 1.6 * mood + 1.2 * noise(answered[i] * 31 + q * 17, 13);
            ((answered[i] + q) % 61 != 45).then_some(x.round().clamp(1.0, 5.0) as i32)
        };
        survey.push((name, Cells::Whole((0..n).map(cell).collect())));
    }
    write(&directory.join("survey_wide.parquet"), &survey, group);
    let ties: Vec<(usize, usize)> = answered
        .iter()
        .flat_map(|&p| (1..5).map(move |k| (p, p / staff * staff + (p % staff + k * (1 + p % 3)) % staff)))
        .filter(|(a, b)| a != b)
        .collect();
    write(
        &directory.join("edges.parquet"),
        &[
            ("school_id", whole(ties.len(), &|i| ties[i].0 / staff)),
            ("src", whole(ties.len(), &|i| ties[i].0)),
            ("dst", whole(ties.len(), &|i| ties[i].1)),
            ("freq", whole(ties.len(), &|i| 1 + i % 4)),
        ],
        group,
    );
}

fn report(schools: usize, districts: usize, group: usize) -> Value {
    let directory = tempfile::tempdir().unwrap();
    nation(directory.path(), schools, districts, group);
    let mut told = answer(&format!("national^{}^--draws^200", directory.path().display()));
    told.as_object_mut().unwrap().remove("seconds");
    told
}

#[test]
fn a_nation_is_the_same_in_row_groups_of_any_size() {
    let whole = report(60, 12, 1_000_000);
    assert_eq!(whole["counts"]["schools"], 60);
    assert_eq!(whole["counts"]["respondents"], 600);
    for key in ["growth", "turnover", "staff", "staff_mixed", "mediation"] {
        assert!(whole[key]["refused"].is_null(), "{key}: {}", whole[key]["refused"]);
    }
    assert_eq!(whole["growth"]["cluster"], "district");
    for group in [37, 100, 241] {
        let wrong = differ(&report(60, 12, group), &whole, "", 1e-9);
        assert!(wrong.is_empty(), "row groups of {group}\n{}", wrong.join("\n"));
    }
}

#[test]
fn one_district_and_one_school_are_told_what_they_can_be_told() {
    let district = report(20, 1, 1_000_000);
    assert!(district["growth"]["coef"].is_array() && district["growth"]["cluster"].is_null());
    assert_eq!(district["staff"]["cluster"], "school");
    assert!(district["staff_mixed"]["fixef"].is_array() && district["mediation"]["acme"].is_number());
    assert!(district["scales"][0]["alpha"].is_number());
    let school = report(1, 1, 1_000_000);
    assert!(school["scales"][0]["alpha"].is_number() && school["scales"][0]["ICC1"].is_null());
    for (key, told) in [
        ("growth", "1 rows cannot carry"),
        ("staff", "only one cluster"),
        ("staff_mixed", "only one group"),
        ("mediation", "mediate: "),
    ] {
        let why = school[key]["refused"].as_str().unwrap_or_default();
        assert!(why.contains(told), "{key}: {why} {}", school[key]);
    }
}
