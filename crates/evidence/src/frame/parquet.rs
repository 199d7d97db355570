//! Parquet, column by column and row group by row group: whole files into a frame, or one row group at a time for
//! what is too large to hold.

mod cells;
mod opened;

pub use cells::Cells;

use super::csv::in_order;
use super::{Column, Frame, Numbers, Reading, Values};
use crate::error::{Error, Result};
use cells::Flow;
use opened::{Opened, refuse_long_footer, unbroken};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::Int32Type;
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
        unbroken(|| self.flow(group, column)?.next(self.rows(group)))
            .map_err(|e| self.broken(group, column, &e))
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

    /// Columns of whole numbers of one row group, a few thousand rows at a time: nothing as long as the row group is held.
    ///
    /// # Errors
    /// One is broken or holds no whole numbers of 32 bits.
    pub fn pieces(&self, group: usize, columns: &[usize]) -> Result<Pieces<'_>> {
        let open = |&c: &usize| {
            let full = self.reader.metadata().file_metadata().schema_descr().column(c).max_def_level();
            let open = || match self.reader.get_row_group(group)?.get_column_reader(c)? {
                ColumnReader::Int32ColumnReader(reader) if !self.nested[c] => Ok(reader),
                _ => Err(ParquetError::General("must hold whole numbers of 32 bits".into())),
            };
            Ok((c, unbroken(open).map_err(|e| self.broken(group, c, &e))?, full > 0))
        };
        Ok(Pieces {
            file: self,
            group,
            columns: columns.iter().map(open).collect::<Result<_>>()?,
            left: self.rows(group),
            values: Vec::with_capacity(PIECE),
            levels: Vec::with_capacity(PIECE),
        })
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
        let columns = self
            .wanted(reading)?
            .par_iter()
            .map(|&c| {
                let parts =
                    groups.clone().into_par_iter().map(|g| self.cells(g, c)).collect::<Result<Vec<_>>>()?;
                self.column(c, parts, reading)
            })
            .collect::<Result<Vec<_>>>()?;
        let rows = groups.map(|g| self.rows(g)).sum();
        Ok(Frame { rows, source: self.name.clone(), columns, all_names: self.columns.clone() })
    }

    /// One row group as frames of a few thousand rows each, one after the other, of the columns asked for: what they
    /// take stays near the processor and is used again.
    ///
    /// # Errors
    /// As [`ParquetFile::cells`], and those of `take`.
    pub fn small_frames(
        &self,
        group: usize,
        reading: &Reading,
        mut take: impl FnMut(Frame) -> Result<()>,
    ) -> Result<()> {
        let wanted = self.wanted(reading)?;
        let told = |c: usize| move |e: ParquetError| self.broken(group, c, &e);
        let mut flows = Vec::new();
        for &c in &wanted {
            flows.push(unbroken(|| self.flow(group, c)).map_err(told(c))?);
        }
        let all = self.rows(group);
        for done in (0..all).step_by(PIECE) {
            let rows = PIECE.min(all - done);
            let mut columns = Vec::with_capacity(wanted.len());
            for (&c, flow) in wanted.iter().zip(&mut flows) {
                let cells = unbroken(|| flow.next(rows)).map_err(told(c))?;
                columns.push(self.column(c, vec![cells], reading)?);
            }
            take(Frame { rows, source: self.name.clone(), columns, all_names: self.columns.clone() })?;
        }
        Ok(())
    }

    /// The columns asked for.
    fn wanted(&self, reading: &Reading) -> Result<Vec<usize>> {
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
        Ok((0..self.columns.len()).filter(|&c| !self.nested[c] && asked(c)).collect())
    }

    fn column(&self, c: usize, parts: Vec<Cells>, reading: &Reading) -> Result<Column> {
        let values = join(parts, reading).ok_or_else(|| {
            Error::question(format!("{}: column '{}' mixes types", self.name, self.columns[c]))
        })?;
        Ok(Column { name: self.columns[c].clone(), values })
    }

    fn flow(&self, group: usize, column: usize) -> std::result::Result<Flow, ParquetError> {
        if self.nested[column] {
            return Err(ParquetError::General("is nested; flatten it first".into()));
        }
        let descriptor = self.reader.metadata().file_metadata().schema_descr().column(column);
        Ok(Flow::new(self.reader.get_row_group(group)?.get_column_reader(column)?, &descriptor))
    }
}

/// Rows read at a time where nothing needs more: what they take stays near the processor.
const PIECE: usize = 8_192;

/// Columns of whole numbers of one row group on their way.
pub struct Pieces<'a> {
    file: &'a ParquetFile,
    group: usize,
    /// Each column's place in the file, its cells, and whether some may be missing.
    columns: Vec<(usize, ColumnReaderImpl<Int32Type>, bool)>,
    left: usize,
    values: Vec<i32>,
    levels: Vec<i16>,
}

impl Pieces<'_> {
    /// The next rows, column by column: `take` gets the column's place among those asked for, the numbers there are, and
    /// for each row 1 where it has one, if some have none. Gives the number of rows, 0 at the end.
    ///
    /// # Errors
    /// A column is broken.
    pub fn next(&mut self, mut take: impl FnMut(usize, &[i32], Option<&[i16]>)) -> Result<usize> {
        let Self { file, group, columns, left, values, levels } = self;
        let rows = PIECE.min(*left);
        for (place, (column, reader, may_lack)) in columns.iter_mut().enumerate() {
            values.clear();
            levels.clear();
            let mut done = 0;
            while done < rows {
                let of = may_lack.then_some(&mut *levels);
                let read = || reader.read_records(rows - done, of, None, values);
                let (records, _, _) = unbroken(read).map_err(|e| file.broken(*group, *column, &e))?;
                if records == 0 {
                    let early = ParquetError::General(format!("ends {left} rows too early"));
                    return Err(file.broken(*group, *column, &early));
                }
                done += records;
            }
            take(place, values, (values.len() < rows).then_some(levels));
        }
        *left -= rows;
        Ok(rows)
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
    use parquet::data_type::DoubleType;
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
