//! Files too large for anybody: millions of columns, lines of a gigabyte. They are refused quickly and in little memory.
//! One test after the other, so that the memory is that of one file.

#![allow(clippy::unwrap_used, reason = "a test that cannot write its own files has failed")]
#![cfg(target_os = "linux")]

use std::fs::{File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

const GIGABYTE: u64 = 1 << 30;
const MOST_MEMORY_KB: u64 = 400_000;
const PATIENCE: Duration = Duration::from_secs(20);

fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|l| l.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn refused(path: &Path, words: &[&str]) {
    let file = path.display().to_string();
    let args = ["evidence", "regress", "--data", &file, "--formula", "y ~ x"].map(str::to_owned);
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    let code = evidence::command::run(&args, &mut out, &mut told);
    let told = String::from_utf8(told).unwrap();
    assert_eq!(code, 1, "{file}: {told}");
    for word in words {
        assert!(told.contains(word), "'{word}' is not in: {told:.300}");
    }
    assert!(told.len() < 1_000, "a refusal is short: {} bytes", told.len());
    assert!(begun.elapsed() < PATIENCE, "{file} took {:?}", begun.elapsed());
    assert!(peak_kb() < MOST_MEMORY_KB, "{file} took {} kB", peak_kb());
}

/// A file that begins so and goes on with zeros up to a gigabyte, without taking the room.
fn endless(path: &Path, begin: &[u8]) {
    let mut file = File::create(path).unwrap();
    file.write_all(begin).unwrap();
    file.set_len(GIGABYTE).unwrap();
}

#[test]
fn lines_of_a_gigabyte_and_millions_of_columns_are_refused_in_little_memory() {
    let directory = tempfile::tempdir().unwrap();
    let file = |name: &str| directory.path().join(name);
    let too_long = "is longer than 64 MB; is a quote left open?";

    endless(&file("header.csv"), b"y,x");
    refused(&file("header.csv"), &["header.csv, line 1, column 1", too_long]);
    endless(&file("row.csv"), b"y,x\n1,2\n3,");
    refused(&file("row.csv"), &["row.csv, line 3, column 1", too_long]);
    endless(&file("quote.csv"), b"y,x\n1,\"2");
    refused(&file("quote.csv"), &["quote.csv, line 2, column 1", too_long]);

    // Ten million columns: in the header, in a row, and as empty names.
    let ten_million = |cell: &str| cell.repeat(10_000_000);
    std::fs::write(file("columns.csv"), format!("{}z\n1,2\n", ten_million("a,"))).unwrap();
    refused(&file("columns.csv"), &["has more than 100000 columns; give only those you need"]);
    std::fs::write(file("cells.csv"), format!("y,x\n1,2\n{}1\n", ten_million("1,"))).unwrap();
    refused(&file("cells.csv"), &["cells.csv, line 3, column 3", "more cells than the header's 2"]);
    std::fs::write(file("commas.csv"), format!("{}\n", ten_million(","))).unwrap();
    refused(&file("commas.csv"), &["has more than 100000 columns"]);

    // Parquet whose description of its columns is longer than any table needs.
    let path = file("columns.parquet");
    let mut parquet = File::create(&path).unwrap();
    parquet.write_all(b"PAR1").unwrap();
    parquet.set_len(GIGABYTE).unwrap();
    let mut parquet = OpenOptions::new().write(true).open(&path).unwrap();
    parquet.seek(SeekFrom::Start(GIGABYTE - 8)).unwrap();
    parquet.write_all(&[0, 0, 0, 0x30]).unwrap();
    parquet.write_all(b"PAR1").unwrap();
    refused(&path, &["columns.parquet: describes its columns in more than 64 MB"]);
}
