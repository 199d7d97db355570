//! Parquet, column by column and row group by row group: whole files into a frame, or one row group at a time for
//! what is too large to hold.

mod opened;

use super::csv::in_order;
use super::{Column, Frame, Numbers, Reading, Values};
use crate::error::{Error, Result};
use opened::{Opened, refuse_long_footer, unbroken};
use parquet::basic::ConvertedType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use rayon::prelude::*;
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

/// An open Parquet file. Its flat columns can be read; a nested one is refused where it is asked for.
pub struct ParquetFile {
    name: String,
    reader: SerializedFileReader<Opened>,
    columns: Vec<String>,
    nested: Vec<bool>,
}

impl ParquetFile {
    /// Opens a file.
    ///
    /// # Errors
    /// It cannot be read or is not Parquet.
    pub fn open(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let length =
            std::fs::metadata(path).map_err(|source| Error::Unreadable { file: name.clone(), source })?.len();
        let opened = Opened::new(path, length);
        refuse_long_footer(&name, &opened)?;
        let reader = unbroken(|| SerializedFileReader::new(opened))
            .map_err(|e| Error::Form { file: name.clone(), what: format!("is not readable Parquet: {e}") })?;
        let schema = reader.metadata().file_metadata().schema_descr_ptr();
        let (mut columns, mut nested) = (Vec::new(), Vec::new());
        for column in schema.columns() {
            nested.push(column.max_rep_level() > 0 || column.path().parts().len() > 1);
            columns.push(column.path().string());
        }
        Ok(Self { name, reader, columns, nested })
    }

    /// The columns' names.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The place of a column.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn place(&self, name: &str) -> Result<usize> {
        self.columns.iter().position(|c| c == name).ok_or_else(|| {
            let what = format!("there is no column '{name}'. There are: {}", self.columns.join(", "));
            Error::Form { file: self.name.clone(), what }
        })
    }

    /// Number of row groups.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.reader.num_row_groups()
    }

    /// Number of rows of a row group.
    #[must_use]
    pub fn rows(&self, group: usize) -> usize {
        usize::try_from(self.reader.metadata().row_group(group).num_rows()).unwrap_or(0)
    }

    /// Number of rows of the file.
    #[must_use]
    pub fn all_rows(&self) -> usize {
        (0..self.groups()).map(|g| self.rows(g)).fold(0, usize::saturating_add)
    }

    /// One column of one row group.
    ///
    /// # Errors
    /// It is broken, or of a type that is neither number nor text.
    pub fn cells(&self, group: usize, column: usize) -> Result<Cells> {
        unbroken(|| self.cells_or_broken(group, column)).map_err(|e| self.broken(group, column, &e))
    }

    fn broken(&self, group: usize, column: usize, error: &ParquetError) -> Error {
        let packed = self.reader.metadata().row_group(group).column(column).compression().to_string();
        let packed = packed.split('(').next().unwrap_or_default();
        let what = match error {
            ParquetError::General(what) if what.contains("isabled feature") => {
                format!("is packed by {packed}, which is not read here; write it with zstd, snappy or lz4")
            }
            ParquetError::General(what) => what.clone(),
            other => other.to_string(),
        };
        let what = format!("row group {}, column '{}': {what}", group + 1, self.columns[column]);
        Error::Form { file: self.name.clone(), what }
    }

    /// One column of whole numbers of one row group; a missing cell is `i32::MIN`.
    ///
    /// # Errors
    /// It is broken or holds no whole numbers of 32 bits.
    pub fn whole(&self, group: usize, column: usize) -> Result<Vec<i32>> {
        match self.cells(group, column)? {
            Cells::Numbers(Numbers::Whole(v)) => Ok(v),
            Cells::Numbers(Numbers::Small(v)) => {
                Ok(v.into_iter().map(|x| if x == i8::MIN { i32::MIN } else { i32::from(x) }).collect())
            }
            _ => Err(Error::Form {
                file: self.name.clone(),
                what: format!("column '{}' must hold whole numbers of 32 bits", self.columns[column]),
            }),
        }
    }

    /// One column of whole numbers of one row group, a few thousand rows at a time: the numbers there are, and for each
    /// row 1 where it has one, if some have none. Nothing as long as the row group is held.
    ///
    /// # Errors
    /// It is broken or holds no whole numbers of 32 bits.
    pub fn pieces(
        &self,
        group: usize,
        column: usize,
        mut take: impl FnMut(&[i32], Option<&[i16]>),
    ) -> Result<()> {
        let read = || {
            let rows = self.rows(group);
            let full = self.reader.metadata().file_metadata().schema_descr().column(column).max_def_level();
            let ColumnReader::Int32ColumnReader(mut reader) =
                self.reader.get_row_group(group)?.get_column_reader(column)?
            else {
                return Err(ParquetError::General("must hold whole numbers of 32 bits".into()));
            };
            let (mut values, mut levels) = (Vec::with_capacity(PIECE), Vec::with_capacity(PIECE));
            let mut done = 0;
            while done < rows {
                values.clear();
                levels.clear();
                let wanted = PIECE.min(rows - done);
                let (records, _, _) =
                    reader.read_records(wanted, (full > 0).then_some(&mut levels), None, &mut values)?;
                if records == 0 {
                    return Err(ParquetError::General(format!("ends after {done} of {rows} rows")));
                }
                done += records;
                take(&values, (values.len() < records).then_some(&levels));
            }
            Ok(())
        };
        unbroken(read).map_err(|e| self.broken(group, column, &e))
    }

    /// One column of numbers of one row group; NaN where missing.
    ///
    /// # Errors
    /// It is broken or holds no numbers.
    pub fn real(&self, group: usize, column: usize) -> Result<Vec<f64>> {
        match self.cells(group, column)? {
            Cells::Numbers(Numbers::Real(v)) => Ok(v),
            Cells::Numbers(numbers) => Ok(numbers.to_f64()),
            Cells::Texts(_) => Err(Error::Form {
                file: self.name.clone(),
                what: format!("column '{}' must hold numbers", self.columns[column]),
            }),
        }
    }

    /// These row groups as one frame, of the columns asked for.
    ///
    /// # Errors
    /// As [`ParquetFile::cells`].
    pub fn frame(&self, groups: Range<usize>, reading: &Reading) -> Result<Frame> {
        // A list or a record within a cell belongs to the column its path begins with.
        let root = |c: usize| self.columns[c].split('.').next().unwrap_or_default();
        let asked = |c: usize| reading.wants(if self.nested[c] { root(c) } else { &self.columns[c] });
        let named = reading.columns.is_some();
        if let Some(c) = (0..self.columns.len()).find(|&c| named && self.nested[c] && asked(c)) {
            return Err(Error::Form {
                file: self.name.clone(),
                what: format!("column '{}' is nested; flatten it first", root(c)),
            });
        }
        let wanted: Vec<usize> = (0..self.columns.len()).filter(|&c| !self.nested[c] && asked(c)).collect();
        let columns = wanted
            .par_iter()
            .map(|&c| {
                let parts =
                    groups.clone().into_par_iter().map(|g| self.cells(g, c)).collect::<Result<Vec<_>>>()?;
                let values = join(parts, reading).ok_or_else(|| {
                    Error::question(format!("{}: column '{}' mixes types", self.name, self.columns[c]))
                })?;
                Ok(Column { name: self.columns[c].clone(), values })
            })
            .collect::<Result<Vec<_>>>()?;
        let rows = groups.map(|g| self.rows(g)).sum();
        Ok(Frame { rows, source: self.name.clone(), columns, all_names: self.columns.clone() })
    }

    fn cells_or_broken(&self, group: usize, column: usize) -> std::result::Result<Cells, ParquetError> {
        if self.nested[column] {
            return Err(ParquetError::General("is nested; flatten it first".into()));
        }
        let descriptor = self.reader.metadata().file_metadata().schema_descr().column(column);
        let rows = self.rows(group);
        let (full, divisor) = (descriptor.max_def_level(), 10_f64.powi(descriptor.type_scale()));
        let kind = descriptor.converted_type();
        let decimal = kind == ConvertedType::DECIMAL && divisor != 1.0;
        let numbers = |n: Numbers| Ok(Cells::Numbers(n));
        let real = |x: f64| if decimal { x / divisor } else { x };
        match self.reader.get_row_group(group)?.get_column_reader(column)? {
            ColumnReader::Int32ColumnReader(r) => {
                let cells = read_all(r, rows, full)?;
                if kind == ConvertedType::UINT_32 && cells.values.iter().any(|&x| x < 0) {
                    return numbers(Numbers::Real(cells.spread(f64::NAN, |x| f64::from(*x as u32))));
                }
                // The least whole number marks what is missing.
                if decimal || cells.values.contains(&i32::MIN) {
                    return numbers(Numbers::Real(cells.spread(f64::NAN, |x| real(f64::from(*x)))));
                }
                numbers(Numbers::Whole(cells.spread(i32::MIN, |x| *x)))
            }
            ColumnReader::Int64ColumnReader(r) => {
                let cells = read_all(r, rows, full)?;
                if kind == ConvertedType::UINT_64 && cells.values.iter().any(|&x| x < 0) {
                    return numbers(Numbers::Real(cells.spread(f64::NAN, |x| *x as u64 as f64)));
                }
                numbers(narrowed(&cells, real))
            }
            ColumnReader::FloatColumnReader(r) => {
                numbers(Numbers::Real(read_all(r, rows, full)?.spread(f64::NAN, |x| f64::from(*x))))
            }
            ColumnReader::DoubleColumnReader(r) => {
                numbers(Numbers::Real(read_all(r, rows, full)?.spread(f64::NAN, |x| *x)))
            }
            ColumnReader::BoolColumnReader(r) => {
                let words = read_all(r, rows, full)?;
                Ok(Cells::Texts(
                    words.spread(None, |x| Some(if *x { "TRUE".into() } else { "FALSE".into() })),
                ))
            }
            ColumnReader::ByteArrayColumnReader(r) if kind != ConvertedType::DECIMAL => {
                let words = read_all(r, rows, full)?;
                if words.values.iter().any(|w| w.as_utf8().is_err()) {
                    return Err(ParquetError::General("holds bytes that are no text in UTF-8".into()));
                }
                Ok(Cells::Texts(words.spread(None, |x| x.as_utf8().ok().map(str::to_owned))))
            }
            _ => Err(ParquetError::General("is neither a number nor a text; convert it first".into())),
        }
    }
}

/// One column's cells of one row group.
pub enum Cells {
    /// Numbers.
    Numbers(Numbers),
    /// Texts; `None` where missing.
    Texts(Vec<Option<String>>),
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

/// Rows read at a time where nothing needs more: what they take stays near the processor.
const PIECE: usize = 8_192;

/// Room made for cells before any is read.
const MOST_AHEAD: usize = 1 << 20;

fn read_all<D: DataType>(
    mut reader: ColumnReaderImpl<D>,
    rows: usize,
    full: i16,
) -> std::result::Result<Present<D::T>, ParquetError> {
    // A broken file may claim any number of rows.
    let mut values = Vec::with_capacity(rows.min(MOST_AHEAD));
    let mut levels = (full > 0).then(|| Vec::with_capacity(rows.min(MOST_AHEAD)));
    let mut done = 0;
    while done < rows {
        let (records, _, _) = reader.read_records(rows - done, levels.as_mut(), None, &mut values)?;
        if records == 0 {
            return Err(ParquetError::General(format!("ends after {done} of {rows} rows")));
        }
        done += records;
    }
    if values.len() == rows {
        levels = None;
    }
    Ok(Present { values, levels, full })
}

/// Whole numbers of 64 bits as 32 where all fit, otherwise as reals.
fn narrowed(cells: &Present<i64>, real: impl Fn(f64) -> f64) -> Numbers {
    let fits = cells.values.iter().all(|&x| x > i64::from(i32::MIN) && x <= i64::from(i32::MAX));
    let plain = real(2.0) == 2.0;
    let cells = Present { values: cells.values.clone(), levels: cells.levels.clone(), full: cells.full };
    if fits && plain {
        Numbers::Whole(cells.spread(i32::MIN, |x| *x as i32))
    } else {
        Numbers::Real(cells.spread(f64::NAN, |x| real(*x as f64)))
    }
}

/// Reads a whole file, or the columns asked for.
///
/// # Errors
/// As [`ParquetFile::open`] and [`ParquetFile::cells`].
pub fn read(path: &Path, reading: &Reading) -> Result<Frame> {
    let file = ParquetFile::open(path)?;
    file.frame(0..file.groups(), reading)
}

fn join(parts: Vec<Cells>, reading: &Reading) -> Option<Values> {
    if parts.iter().all(|p| matches!(p, Cells::Texts(_))) && !parts.is_empty() {
        let mut codes = Vec::new();
        let mut levels: Vec<String> = Vec::new();
        let mut known: HashMap<String, u32> = HashMap::new();
        for part in parts {
            let Cells::Texts(words) = part else { return None };
            for word in words {
                codes.push(match word {
                    Some(w) if !w.is_empty() && !reading.na.contains(&w) => {
                        *known.entry(w).or_insert_with_key(|w| {
                            levels.push(w.clone());
                            levels.len() as u32 - 1
                        })
                    }
                    _ => u32::MAX,
                });
            }
        }
        return Some(Values::Texts(in_order(codes, levels)));
    }
    let mut parts = parts.into_iter();
    let Some(Cells::Numbers(mut all)) = parts.next() else {
        return Some(Values::Numbers(Numbers::Small(Vec::new())));
    };
    for part in parts {
        match part {
            Cells::Numbers(numbers) => super::csv::extend(&mut all, numbers),
            Cells::Texts(_) => return None,
        }
    }
    Some(Values::Numbers(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::data_type::{DoubleType, Int32Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    use std::fs::File;
    use std::path::PathBuf;
    use std::sync::Arc;

    /// Columns a to f over many row groups, a missing cell in each hundred of f.
    fn file(directory: &Path) -> PathBuf {
        let path = directory.join("many.parquet");
        let schema = "message m { required double a; required double b; required double c; required int32 d; \
                      required double e; optional int32 f; }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let properties = Arc::new(WriterProperties::builder().build());
        let mut writer = SerializedFileWriter::new(File::create(&path).unwrap(), schema, properties).unwrap();
        for group in 0..40 {
            let mut rows = writer.next_row_group().unwrap();
            let mut place = 0;
            while let Some(mut column) = rows.next_column().unwrap() {
                let value = |i: i32| group * 1000 + i + 100_000 * place;
                match place {
                    3 => {
                        let cells: Vec<i32> = (0..1000).map(value).collect();
                        column.typed::<Int32Type>().write_batch(&cells, None, None).unwrap();
                    }
                    5 => {
                        let levels: Vec<i16> = (0..1000).map(|i| i16::from(i % 100 != 7)).collect();
                        let cells: Vec<i32> = (0..1000).filter(|i| i % 100 != 7).map(value).collect();
                        column.typed::<Int32Type>().write_batch(&cells, Some(&levels), None).unwrap();
                    }
                    _ => {
                        let cells: Vec<f64> = (0..1000).map(|i| f64::from(value(i))).collect();
                        column.typed::<DoubleType>().write_batch(&cells, None, None).unwrap();
                    }
                }
                column.close().unwrap();
                place += 1;
            }
            rows.close().unwrap();
        }
        writer.close().unwrap();
        path
    }

    #[test]
    fn columns_read_at_once_keep_their_own_cells() {
        let directory = tempfile::tempdir().unwrap();
        let path = file(directory.path());
        for _ in 0..5 {
            let frame = read(&path, &Reading::default()).unwrap();
            assert_eq!(frame.rows, 40_000);
            for (place, column) in frame.columns.iter().enumerate() {
                let numbers = frame.numbers(&column.name).unwrap();
                for (row, x) in numbers.iter().enumerate() {
                    let missing = place == 5 && row % 100 == 7;
                    let right = row as f64 + 100_000.0 * place as f64;
                    assert!(if missing { x.is_nan() } else { *x == right }, "{} row {row}: {x}", column.name);
                }
            }
        }
    }

    #[test]
    fn what_is_no_parquet_is_told() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("odd.parquet");
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        let told = read(&path, &Reading::default()).unwrap_err().to_string();
        assert!(told.contains("odd.parquet: is not readable Parquet"), "{told}");
    }
}
