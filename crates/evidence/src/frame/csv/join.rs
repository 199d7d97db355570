//! Joins the chunks of blocks to whole columns, as narrow as all of them allow.

use super::super::collate::label_order;
use super::super::{Column, Frame, Numbers, Runs, Texts, Values};
use super::block::{Chunk, Kind, Layout, Parsed, realised, widened};
use std::collections::HashMap;

/// Columns as far as they are read.
pub(super) struct Joined {
    rows: usize,
    /// Bytes of the whole file, as far as that is known.
    length: u64,
    columns: Vec<Joining>,
    texts: Vec<bool>,
    /// A column was taken for numbers in one block and for texts in another: read again, knowing.
    again: bool,
}

enum Joining {
    Nothing,
    Numbers(Numbers),
    Text { codes: Vec<u32>, levels: Vec<String>, known: HashMap<String, u32> },
}

impl Joined {
    pub(super) fn new(layout: &Layout, texts: &[bool], length: u64) -> Self {
        let columns = layout.names.iter().map(|_| Joining::Nothing).collect();
        let mut texts = texts.to_vec();
        texts.resize(layout.names.len(), false);
        Self { rows: 0, length, columns, texts, again: false }
    }

    /// What columns are known to hold.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        self.columns
            .iter()
            .zip(&self.texts)
            .map(|(c, text)| if *text { Kind::Text } else { c.kind() })
            .collect()
    }

    pub(super) fn append(&mut self, parsed: Parsed) {
        // Room for the rows to come, if they are as long as these: growing a long column means copying it.
        let room = (parsed.rows as u64).saturating_mul(self.length) / parsed.bytes.max(1) as u64;
        let room = usize::try_from(room).unwrap_or(0);
        self.rows += parsed.rows;
        if self.again {
            for (known, chunk) in self.texts.iter_mut().zip(&parsed.chunks) {
                *known |= matches!(chunk, Chunk::Text { .. });
            }
            return;
        }
        for ((joining, chunk), known) in self.columns.iter_mut().zip(parsed.chunks).zip(&mut self.texts) {
            let is_text = matches!(chunk, Chunk::Text { .. });
            let mixed = match joining {
                Joining::Numbers(_) => is_text,
                Joining::Text { .. } => !is_text,
                Joining::Nothing => false,
            };
            *known |= is_text;
            if mixed {
                self.again = true;
            } else {
                joining.append(chunk, room);
            }
        }
    }

    /// The frame, or which columns are texts when the file must be read again.
    pub(super) fn finish(self, source: &str, layout: &Layout) -> Result<Frame, Vec<bool>> {
        if self.again {
            return Err(self.texts);
        }
        let columns = self
            .columns
            .into_iter()
            .zip(&layout.names)
            .zip(&layout.wanted)
            .filter(|(_, wanted)| **wanted)
            .map(|((joining, name), _)| Column { name: name.clone(), values: joining.finish() })
            .collect();
        Ok(Frame { source: source.into(), rows: self.rows, columns, all_names: layout.names.clone() })
    }
}

impl Joining {
    fn kind(&self) -> Kind {
        match self {
            Self::Nothing | Self::Numbers(Numbers::Small(_)) => Kind::Small,
            Self::Numbers(Numbers::Whole(_)) => Kind::Whole,
            Self::Numbers(Numbers::Runs(_)) => Kind::Runs,
            Self::Numbers(Numbers::Real(_)) => Kind::Real,
            Self::Text { .. } => Kind::Text,
        }
    }

    fn append(&mut self, chunk: Chunk, room: usize) {
        match chunk {
            Chunk::Skipped => {}
            Chunk::Text { codes, levels } => self.append_text(&codes, levels, room),
            Chunk::Small(v) => self.append_numbers(Numbers::Small(v), room),
            Chunk::Whole(v) => self.append_numbers(Numbers::Whole(v), room),
            Chunk::Runs(v) => self.append_numbers(Numbers::Runs(v), room),
            Chunk::Real(v) => self.append_numbers(Numbers::Real(v), room),
        }
    }

    fn append_numbers(&mut self, mut chunk: Numbers, room: usize) {
        match self {
            Self::Nothing => {
                if let Numbers::Whole(v) = &chunk {
                    chunk = in_runs(v).map_or(chunk, Numbers::Runs);
                }
                match &mut chunk {
                    Numbers::Runs(_) => {}
                    Numbers::Small(v) => make_room(v, room),
                    Numbers::Whole(v) => make_room(v, room),
                    Numbers::Real(v) => make_room(v, room),
                }
                *self = Self::Numbers(chunk);
            }
            Self::Numbers(numbers) => extend(numbers, chunk),
            Self::Text { .. } => {}
        }
    }

    fn append_text(&mut self, chunk: &[u32], chunk_levels: Vec<String>, room: usize) {
        if matches!(self, Self::Nothing) {
            let mut codes = Vec::new();
            make_room(&mut codes, room);
            *self = Self::Text { codes, levels: Vec::new(), known: HashMap::new() };
        }
        let Self::Text { codes, levels, known } = self else { return };
        let map: Vec<u32> = chunk_levels
            .into_iter()
            .map(|level| {
                *known.entry(level).or_insert_with_key(|level| {
                    levels.push(level.clone());
                    levels.len() as u32 - 1
                })
            })
            .collect();
        codes.extend(chunk.iter().map(|&c| if c == u32::MAX { c } else { map[c as usize] }));
    }

    fn finish(self) -> Values {
        match self {
            Self::Nothing => Values::Numbers(Numbers::Small(Vec::new())),
            Self::Numbers(numbers) => Values::Numbers(numbers),
            Self::Text { codes, levels, .. } => Values::Texts(in_order(codes, levels)),
        }
    }
}

/// Whole numbers in runs, where that takes less room.
fn in_runs(cells: &[i32]) -> Option<Runs> {
    let runs: Runs = cells.iter().copied().collect();
    (cells.len() >= FEW && runs.are_worth_it()).then_some(runs)
}

/// Columns of fewer cells are kept as they are.
const FEW: usize = 1_000;

/// Makes room for so many cells, where there is that much memory.
fn make_room<T>(cells: &mut Vec<T>, room: usize) {
    let _ = cells.try_reserve_exact(room.saturating_sub(cells.len()));
}

/// The same texts with their levels in the order of their letters.
pub(crate) fn in_order(codes: Vec<u32>, levels: Vec<String>) -> Texts {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    order.sort_by(|&a, &b| label_order(&levels[a], &levels[b]));
    let mut new = vec![0; levels.len()];
    for (to, &from) in order.iter().enumerate() {
        new[from] = to as u32;
    }
    let codes = codes.into_iter().map(|c| if c == u32::MAX { c } else { new[c as usize] }).collect();
    Texts { codes, levels: order.into_iter().map(|i| levels[i].clone()).collect() }
}

pub(crate) fn extend(numbers: &mut Numbers, chunk: Numbers) {
    match (&mut *numbers, chunk) {
        (Numbers::Small(a), Numbers::Small(b)) => a.extend(b),
        (Numbers::Whole(a), Numbers::Whole(b)) => a.extend(b),
        (Numbers::Whole(a), Numbers::Small(b)) => a.extend(widened(&b)),
        (Numbers::Whole(a), Numbers::Runs(b)) => a.extend(b.iter()),
        (Numbers::Real(a), Numbers::Real(b)) => a.extend(b),
        (Numbers::Real(a), Numbers::Whole(b)) => a.extend(realised(&b)),
        (Numbers::Real(a), Numbers::Runs(b)) => a.extend(realised(&b.iter().collect::<Vec<_>>())),
        (Numbers::Real(a), Numbers::Small(b)) => a.extend(realised(&widened(&b))),
        (Numbers::Runs(a), chunk @ (Numbers::Runs(_) | Numbers::Whole(_) | Numbers::Small(_))) => {
            match chunk {
                Numbers::Runs(b) => a.append(&b),
                Numbers::Whole(b) => b.iter().for_each(|&x| a.push(x)),
                Numbers::Small(b) => widened(&b).iter().for_each(|&x| a.push(x)),
                Numbers::Real(_) => {}
            }
            if !a.are_worth_it() {
                *numbers = Numbers::Whole(a.iter().collect());
            }
        }
        (Numbers::Small(a), chunk) => {
            let a = widened(a);
            *numbers = in_runs(&a).map_or(Numbers::Whole(a), Numbers::Runs);
            extend(numbers, chunk);
        }
        (Numbers::Runs(a), chunk) => {
            *numbers = Numbers::Whole(a.iter().collect());
            extend(numbers, chunk);
        }
        (Numbers::Whole(a), chunk) => {
            *numbers = Numbers::Real(realised(a));
            extend(numbers, chunk);
        }
    }
}
