//! Cells of one column of one row group, all at once or some thousands of rows at a time.

use super::super::Numbers;
use parquet::basic::ConvertedType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::schema::types::ColumnDescriptor;

type Outcome<T> = Result<T, ParquetError>;

/// One column's cells.
pub enum Cells {
    /// Numbers.
    Numbers(Numbers),
    /// Texts; `None` where missing.
    Texts(Vec<Option<String>>),
}

/// Room made for cells before any is read.
const MOST_AHEAD: usize = 1 << 20;

/// A column on its way.
pub(super) struct Flow {
    reader: ColumnReader,
    full: i16,
    kind: ConvertedType,
    /// What stored whole numbers are divided by, where they stand for decimals.
    divisor: Option<f64>,
}

impl Flow {
    pub(super) fn new(reader: ColumnReader, column: &ColumnDescriptor) -> Self {
        let kind = column.converted_type();
        let divisor = 10_f64.powi(column.type_scale());
        let decimal = kind == ConvertedType::DECIMAL && divisor != 1.0;
        Self { reader, full: column.max_def_level(), kind, divisor: decimal.then_some(divisor) }
    }

    /// The next so many cells.
    pub(super) fn next(&mut self, rows: usize) -> Outcome<Cells> {
        let Self { full, kind, divisor, .. } = *self;
        let numbers = |n: Numbers| Ok(Cells::Numbers(n));
        let real = |x: f64| divisor.map_or(x, |by| x / by);
        match &mut self.reader {
            ColumnReader::Int32ColumnReader(r) => {
                let cells = read(r, rows, full)?;
                if kind == ConvertedType::UINT_32 && cells.values.iter().any(|&x| x < 0) {
                    return numbers(Numbers::Real(cells.spread(f64::NAN, |x| f64::from(*x as u32))));
                }
                // The least whole number marks what is missing.
                if divisor.is_some() || cells.values.contains(&i32::MIN) {
                    return numbers(Numbers::Real(cells.spread(f64::NAN, |x| real(f64::from(*x)))));
                }
                numbers(Numbers::Whole(cells.whole(i32::MIN)))
            }
            ColumnReader::Int64ColumnReader(r) => {
                let cells = read(r, rows, full)?;
                if kind == ConvertedType::UINT_64 && cells.values.iter().any(|&x| x < 0) {
                    return numbers(Numbers::Real(cells.spread(f64::NAN, |x| *x as u64 as f64)));
                }
                let fits = cells.values.iter().all(|&x| x > i64::from(i32::MIN) && x <= i64::from(i32::MAX));
                numbers(if fits && divisor.is_none() {
                    Numbers::Whole(cells.spread(i32::MIN, |x| *x as i32))
                } else {
                    Numbers::Real(cells.spread(f64::NAN, |x| real(*x as f64)))
                })
            }
            ColumnReader::FloatColumnReader(r) => {
                numbers(Numbers::Real(read(r, rows, full)?.spread(f64::NAN, |x| f64::from(*x))))
            }
            ColumnReader::DoubleColumnReader(r) => {
                numbers(Numbers::Real(read(r, rows, full)?.whole(f64::NAN)))
            }
            ColumnReader::BoolColumnReader(r) => {
                let words = read(r, rows, full)?;
                Ok(Cells::Texts(
                    words.spread(None, |x| Some(if *x { "TRUE".into() } else { "FALSE".into() })),
                ))
            }
            ColumnReader::ByteArrayColumnReader(r) if kind != ConvertedType::DECIMAL => {
                let words = read(r, rows, full)?;
                if words.values.iter().any(|w| w.as_utf8().is_err()) {
                    return Err(ParquetError::General("holds bytes that are no text in UTF-8".into()));
                }
                Ok(Cells::Texts(words.spread(None, |x| x.as_utf8().ok().map(str::to_owned))))
            }
            _ => Err(ParquetError::General("is neither a number nor a text; convert it first".into())),
        }
    }
}

/// The values there are, and where.
struct Present<T> {
    values: Vec<T>,
    levels: Option<Vec<i16>>,
    full: i16,
}

impl<T> Present<T> {
    fn spread<U: Clone>(self, missing: U, value: impl Fn(&T) -> U) -> Vec<U> {
        let mut values = self.values.iter();
        match &self.levels {
            None => values.map(value).collect(),
            Some(levels) => levels
                .iter()
                .map(|&l| {
                    if l == self.full {
                        values.next().map_or(missing.clone(), &value)
                    } else {
                        missing.clone()
                    }
                })
                .collect(),
        }
    }
}

impl<T: Copy> Present<T> {
    /// The same without a copy where nothing is missing.
    fn whole(self, missing: T) -> Vec<T> {
        if self.levels.is_none() { self.values } else { self.spread(missing, |x| *x) }
    }
}

fn read<D: DataType>(reader: &mut ColumnReaderImpl<D>, rows: usize, full: i16) -> Outcome<Present<D::T>> {
    // A broken file may claim any number of rows.
    let mut values = Vec::with_capacity(rows.min(MOST_AHEAD));
    let mut levels = (full > 0).then(|| Vec::with_capacity(rows.min(MOST_AHEAD)));
    let mut done = 0;
    while done < rows {
        let (records, _, _) = reader.read_records(rows - done, levels.as_mut(), None, &mut values)?;
        if records == 0 {
            return Err(ParquetError::General(format!("ends {} rows too early", rows - done)));
        }
        done += records;
    }
    if values.len() == rows {
        levels = None;
    }
    Ok(Present { values, levels, full })
}
