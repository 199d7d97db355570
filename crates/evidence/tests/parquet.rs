//! Parquet as other programs write it: any packing, dictionaries or none, pages of both kinds, missing cells, no row
//! group at all. `tests/data/reference/parquet.py` wrote the files.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use evidence::frame::{Frame, Reading};
use std::path::{Path, PathBuf};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/parquet").join(format!("{name}.parquet"))
}

fn only(columns: &[&str]) -> Reading {
    Reading { columns: Some(columns.iter().map(|c| (*c).to_owned()).collect()), ..Reading::default() }
}

fn words(frame: &Frame, name: &str) -> Vec<Option<String>> {
    let groups = frame.groups(name).unwrap();
    groups.of.iter().map(|&g| groups.labels.get(g as usize).cloned()).collect()
}

/// The same numbers, missing in the same places.
fn same(found: &[f64], expected: &[f64]) -> bool {
    found.len() == expected.len()
        && found.iter().zip(expected).all(|(a, b)| a == b || a.is_nan() && b.is_nan())
}

const NAN: f64 = f64::NAN;

#[test]
fn one_table_written_in_twelve_ways_is_one_table() {
    let kinds = [
        "none",
        "snappy",
        "zstd",
        "lz4",
        "no_dictionary",
        "pages_2",
        "delta",
        "small_groups",
        "categories",
        "narrow",
        "wide",
        "nested",
    ];
    for kind in kinds {
        let frame = Frame::read(&file(kind), &Reading::default()).unwrap();
        assert_eq!(frame.rows, 5, "{kind}");
        assert!(same(&frame.numbers("x").unwrap(), &[1.0, NAN, 3.0, -4.0, 5.0]), "{kind}");
        let last = if kind == "narrow" { f64::NEG_INFINITY } else { -1e300 };
        assert!(same(&frame.numbers("y").unwrap(), &[0.5, 2.25, NAN, NAN, last]), "{kind}");
        let expected = [Some("a"), None, Some("b"), Some("a"), Some("ü")].map(|w| w.map(str::to_owned));
        assert_eq!(words(&frame, "word"), expected, "{kind}");
        let part = Frame::read(&file(kind), &only(&["y"])).unwrap();
        assert_eq!((part.columns.len(), part.rows), (1, 5), "{kind}");
    }
    let missing = Frame::read(&file("all_missing"), &Reading::default()).unwrap();
    assert!(missing.numbers("x").unwrap().iter().all(|x| x.is_nan()));
    assert!(words(&missing, "word").iter().all(Option::is_none));
    let none = Frame::read(&file("no_groups"), &Reading::default()).unwrap();
    assert_eq!((none.rows, none.columns.len()), (0, 3));
    assert!(none.numbers("y").unwrap().is_empty());
}

#[test]
fn numbers_that_do_not_fit_their_type_elsewhere_are_themselves_here() {
    let frame = Frame::read(&file("unsigned"), &Reading::default()).unwrap();
    assert!(same(&frame.numbers("small").unwrap(), &[4_294_967_295.0, 0.0, NAN]));
    assert!(same(&frame.numbers("large").unwrap(), &[18_446_744_073_709_551_615.0, 0.0, NAN]));
    assert!(same(&frame.numbers("least").unwrap(), &[-2_147_483_648.0, 7.0, NAN]));
    let frame = Frame::read(&file("decimal"), &Reading::default()).unwrap();
    assert!(same(&frame.numbers("x").unwrap(), &[1.25, NAN, -0.5]));
}

#[test]
fn what_cannot_be_read_is_refused_by_name_and_only_where_asked_for() {
    for (kind, column, told) in [
        ("gzip", "x", "'x': is packed by GZIP, which is not read here; write it with zstd, snappy or lz4"),
        ("brotli", "x", "is packed by BROTLI"),
        ("nested", "tags", "column 'tags' is nested; flatten it first"),
        ("nested", "place", "column 'place' is nested; flatten it first"),
        ("bytes", "raw", "column 'raw': holds bytes that are no text in UTF-8"),
        ("wide_decimal", "x", "column 'x': is neither a number nor a text; convert it first"),
    ] {
        let message = Frame::read(&file(kind), &only(&[column])).unwrap_err().to_string();
        assert!(message.contains(&format!("{kind}.parquet: ")) && message.contains(told), "{message}");
    }
    assert_eq!(Frame::read(&file("bytes"), &only(&["x"])).unwrap().numbers("x").unwrap(), [1.0, 2.0]);
    assert_eq!(Frame::read(&file("wide_decimal"), &only(&["y"])).unwrap().rows, 1);
    let through_a_command = [
        "evidence".to_owned(),
        "scales".into(),
        "--data".into(),
        file("nested").display().to_string(),
        "--items".into(),
        "x,tags".into(),
    ];
    let mut told = Vec::new();
    assert_eq!(evidence::command::run(&through_a_command, &mut Vec::new(), &mut told), 1);
    assert!(String::from_utf8(told).unwrap().contains("'tags' is nested"));
}

/// Every byte of some files broken in three ways, and every file cut short: a table or a refusal.
#[test]
fn broken_files_are_refused_and_nothing_worse() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("broken.parquet");
    let mut refused = 0;
    for kind in ["small_groups", "pages_2", "delta", "zstd"] {
        let whole = std::fs::read(file(kind)).unwrap();
        let read = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            match Frame::read(&path, &Reading::default()) {
                Ok(frame) => {
                    assert!(
                        frame.columns.iter().all(|c| frame.groups(&c.name).unwrap().of.len() == frame.rows)
                    );
                    0
                }
                Err(_) => 1,
            }
        };
        for at in 0..whole.len() {
            for by in [0x01, 0x80, 0xff] {
                let mut bytes = whole.clone();
                bytes[at] ^= by;
                refused += read(&bytes);
            }
            refused += read(&whole[..at]);
        }
    }
    assert!(refused > 1_000, "only {refused} were refused");
}
