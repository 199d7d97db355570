//! CSV as R, Python and spreadsheets write it: quotes doubled inside quotes, NA, BOM, either line end. A file is read
//! in blocks of whole records; blocks are parsed on all cores and joined in file order.

mod block;
mod cursor;
mod join;
mod split;

pub(crate) use join::{extend, in_order};

use super::{Frame, Reading};
use crate::error::{Error, Result};
use block::{Layout, Parsed, Trouble};
use join::Joined;
use rayon::prelude::*;
use split::{Blocks, Split};
use std::fs::File;
use std::path::Path;

/// Bytes read at a time: small enough to stay near a processor until they are parsed.
const BLOCK: usize = 1 << 17;
/// Blocks in hand for each thread, so that none waits long for another at the end of a batch.
const IN_HAND: usize = 16;
const MOST_COLUMNS: usize = 100_000;

/// Reads a CSV file.
///
/// # Errors
/// The file cannot be read; it has no header; a row has more or fewer cells than the header; a quote never closes;
/// it is not UTF-8. Each names the line and the column.
pub fn read(path: &Path, reading: &Reading) -> Result<Frame> {
    let name = path.display().to_string();
    let open = || File::open(path).map_err(|source| Error::Unreadable { file: name.clone(), source });
    let locate = |offset: u64, column: String, what: String| -> Error {
        let line = open().map_or(0, |file| split::line_at(file, offset));
        Error::Cell { file: name.clone(), line, column, what }
    };
    let length = std::fs::metadata(path).map_or(0, |m| m.len());
    let stream = || open().map(|f| Box::new(f) as Box<dyn std::io::Read + Send>);
    read_from(&Source { name: &name, length, open: &stream, locate: &locate }, reading)
}

/// Reads CSV from memory; `source` names it in messages.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(source: &str, bytes: &[u8], reading: &Reading) -> Result<Frame> {
    let locate = |offset: u64, column: String, what: String| Error::Cell {
        file: source.into(),
        line: split::line_at(bytes, offset),
        column,
        what,
    };
    let length = bytes.len() as u64;
    read_from(&Source { name: source, length, open: &|| Ok(Box::new(bytes)), locate: &locate }, reading)
}

type Open<'a> = dyn Fn() -> Result<Box<dyn std::io::Read + Send + 'a>> + 'a;
type Locate<'a> = dyn Fn(u64, String, String) -> Error + 'a;

/// Where bytes come from.
struct Source<'a> {
    name: &'a str,
    /// How many bytes there will be, as far as that is known.
    length: u64,
    open: &'a Open<'a>,
    /// An error at a byte, in a column.
    locate: &'a Locate<'a>,
}

fn read_from(source: &Source, reading: &Reading) -> Result<Frame> {
    let mut texts = Vec::new();
    loop {
        match one_pass(source, reading, &texts)? {
            Pass::Done(frame) => return Ok(frame),
            Pass::MoreTexts(found) => texts = found,
        }
    }
}

enum Pass {
    Done(Frame),
    /// Columns that turned out to be texts only after some of their cells were taken as numbers.
    MoreTexts(Vec<bool>),
}

fn one_pass(source: &Source, reading: &Reading, texts: &[bool]) -> Result<Pass> {
    let Source { name: source, length, open, locate } = *source;
    let mut blocks = Blocks::new(open()?, BLOCK);
    let unreadable = |e: std::io::Error| Error::Unreadable { file: source.into(), source: e };
    let told = |split: Split| match split {
        Split::Io(e) => unreadable(e),
        Split::TooLong(at) => locate(
            at,
            "1".into(),
            format!("this record is longer than {} MB; is a quote left open?", split::LONGEST >> 20),
        ),
        Split::OpenQuote(at) => locate(at, "1".into(), "a quote is opened and never closed".into()),
    };
    let Some(first) = blocks.next_block().map_err(told)? else {
        return Err(Error::Form {
            file: source.into(),
            what: "is empty; the first line must name the columns".into(),
        });
    };
    if let Some(what) = split::foreign(&first.bytes) {
        return Err(Error::Form { file: source.into(), what: what.into() });
    }
    let (layout, body) = Layout::from_header(source, &first, reading, MOST_COLUMNS)?;
    let mut joined = Joined::new(&layout, texts, length);
    let mut batch = vec![body];
    let mut parsed: Vec<Parsed> = Vec::new();
    while !(batch.is_empty() && parsed.is_empty()) {
        let kinds = joined.kinds();
        let most = IN_HAND * rayon::current_num_threads();
        // While this batch is parsed, the one before it is joined and the one after it is read.
        let before = std::mem::take(&mut parsed);
        let (outcomes, ((), next)) = rayon::join(
            || batch.par_iter().map(|b| block::parse(b, &layout, &kinds)).collect::<Vec<_>>(),
            || rayon::join(|| before.into_iter().for_each(|p| joined.append(p)), || blocks.next_blocks(most)),
        );
        for outcome in outcomes {
            parsed.push(outcome.map_err(|t| told_trouble(&t, &layout, locate))?);
        }
        let done = std::mem::replace(&mut batch, next.map_err(told)?);
        blocks.reuse(done);
    }
    Ok(match joined.finish(source, &layout) {
        Ok(frame) => Pass::Done(frame),
        Err(found) => Pass::MoreTexts(found),
    })
}

fn told_trouble(trouble: &Trouble, layout: &Layout, locate: &Locate) -> Error {
    let column =
        layout.names.get(trouble.column).cloned().unwrap_or_else(|| (trouble.column + 1).to_string());
    locate(trouble.offset, column, trouble.what.clone())
}

#[cfg(test)]
mod tests {
    use super::super::Values;
    use super::*;

    fn table(text: &str) -> Frame {
        read_bytes("here", text.as_bytes(), &Reading::default()).unwrap()
    }

    fn refusal(bytes: &[u8]) -> String {
        read_bytes("here", bytes, &Reading::default()).unwrap_err().to_string()
    }

    #[test]
    fn quotes_missing_cells_and_both_line_ends_are_read_as_r_reads_them() {
        let frame = table(
            "\u{feff}a,\"b, c\",d\r\n1,\"x \"\"y\"\"\",\"NA\"\r\n,NA,-2.5e3\r\n\r\n3,\"two\nlines\",\"7\"",
        );
        assert_eq!(frame.rows, 3);
        let a = frame.numbers("a").unwrap();
        assert!(a[0] == 1.0 && a[1].is_nan() && a[2] == 3.0);
        let d = frame.numbers("d").unwrap();
        assert!(d[0].is_nan() && d[1] == -2500.0 && d[2] == 7.0);
        let Values::Texts(texts) = &frame.column("b, c").unwrap().values else { panic!() };
        assert_eq!((texts.get(0), texts.get(1), texts.get(2)), (Some("x \"y\""), None, Some("two\nlines")));
        assert_eq!(frame.column("b..c").unwrap().name, "b, c");
    }

    #[test]
    fn a_column_of_row_names_without_a_header_is_taken() {
        let frame = table("x y\n\"1\" 2\n".replace(' ', ",").as_str());
        assert_eq!(frame.columns.len(), 2);
        let frame = table("x,y\nr1,1,2\nr2,3,4\n");
        assert_eq!(frame.columns[0].name, "row.names");
        assert_eq!(frame.numbers("y").unwrap(), [2.0, 4.0]);
    }

    #[test]
    fn whatever_is_wrong_is_told_by_line_and_column() {
        for (bytes, told) in [
            (&b""[..], "here: is empty"),
            (b"a,b\n1,2\n3\n", "here, line 3, column b: this row has 1 cell, the header has 2"),
            (b"a,b\n1,2\n3,4,5\n", "here, line 3, column 3: this row has more cells than the header's 2"),
            (b"a,b\n1,\"x\n3,4\n", "here, line 2, column 1: a quote is opened and never closed"),
            (b"a,b\n\"x\"y,4\n", "here, line 2, column a: text after a closing quote"),
            (b"a,b\n1,\xff\xfe\n", "here, line 2, column b: not UTF-8"),
            (b"PAR1....", "here: this is Parquet"),
            (b"\xff\xfea\x00", "here: this is UTF-16"),
        ] {
            let message = refusal(bytes);
            assert!(message.starts_with(told), "{message} should start with {told}");
        }
    }

    #[test]
    fn a_word_late_in_a_column_of_numbers_turns_all_of_it_to_text() {
        let mut text = String::from("n,m\n");
        for i in 0..400_000 {
            text.push_str(&format!("{i},{}\n", i % 7));
        }
        text.push_str("n/a,3\n");
        let frame = table(&text);
        assert_eq!(frame.rows, 400_001);
        let told = frame.numbers("n").unwrap_err().to_string();
        assert_eq!(
            told,
            "here: column 'n' has 'n/a' in row 400001, where a number is needed. If that means \"missing\", say --na n/a"
        );
        let reading = Reading { na: vec!["NA".into(), "n/a".into()], columns: None };
        let frame = read_bytes("here", text.as_bytes(), &reading).unwrap();
        assert_eq!(frame.numbers("n").unwrap()[399_999], 399_999.0);
    }

    #[test]
    fn wide_and_narrow_numbers_keep_their_values() {
        let frame = table("x\n1\n-128\n40000\n2147483648\n0.1\n9007199254740993\n1e400\n");
        let x = frame.numbers("x").unwrap();
        assert_eq!(&x[..5], [1.0, -128.0, 40000.0, 2_147_483_648.0, 0.1]);
        assert!(x[6].is_infinite());
    }

    #[test]
    fn ten_million_columns_are_refused() {
        let told = refusal("a,".repeat(10_000_000).as_bytes());
        assert!(told.contains("more than 100000 columns"), "{told}");
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_whatever_make_it_fall_over(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = read_bytes("here", &bytes, &Reading::default());
        }

        #[test]
        fn tables_of_quotes_and_commas_come_back(cells in proptest::collection::vec("[a-z\",\n]{1,6}", 1..30)) {
            let mut text = String::from("n,t\n");
            for (i, cell) in cells.iter().enumerate() {
                text.push_str(&format!("{i},\"x{}\"\n", cell.replace('"', "\"\"")));
            }
            let frame = table(&text);
            let Values::Texts(texts) = &frame.columns[1].values else { panic!() };
            for (i, cell) in cells.iter().enumerate() {
                proptest::prop_assert_eq!(texts.get(i).unwrap(), format!("x{cell}"));
            }
        }
    }
}
