//! Joins the chunks of blocks to whole columns, as narrow as all of them allow.

use super::super::collate::label_order;
use super::super::{Column, Frame, Numbers, Texts, Values};
use super::block::{Chunk, Kind, Layout, Parsed, realised, widened};
use std::collections::HashMap;

/// Columns as far as they are read.
pub(super) struct Joined {
    rows: usize,
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
    pub(super) fn new(layout: &Layout, texts: &[bool]) -> Self {
        let columns = layout.names.iter().map(|_| Joining::Nothing).collect();
        let mut texts = texts.to_vec();
        texts.resize(layout.names.len(), false);
        Self { rows: 0, columns, texts, again: false }
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
                joining.append(chunk);
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
            Self::Numbers(Numbers::Real(_)) => Kind::Real,
            Self::Text { .. } => Kind::Text,
        }
    }

    fn append(&mut self, chunk: Chunk) {
        match chunk {
            Chunk::Skipped => {}
            Chunk::Text { codes, levels } => self.append_text(&codes, levels),
            Chunk::Small(v) => self.append_numbers(Numbers::Small(v)),
            Chunk::Whole(v) => self.append_numbers(Numbers::Whole(v)),
            Chunk::Real(v) => self.append_numbers(Numbers::Real(v)),
        }
    }

    fn append_numbers(&mut self, chunk: Numbers) {
        match self {
            Self::Nothing => *self = Self::Numbers(chunk),
            Self::Numbers(numbers) => extend(numbers, chunk),
            Self::Text { .. } => {}
        }
    }

    fn append_text(&mut self, chunk: &[u32], chunk_levels: Vec<String>) {
        if matches!(self, Self::Nothing) {
            *self = Self::Text { codes: Vec::new(), levels: Vec::new(), known: HashMap::new() };
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
        (Numbers::Real(a), Numbers::Real(b)) => a.extend(b),
        (Numbers::Real(a), Numbers::Whole(b)) => a.extend(realised(&b)),
        (Numbers::Real(a), Numbers::Small(b)) => a.extend(realised(&widened(&b))),
        (Numbers::Small(a), chunk) => {
            *numbers = Numbers::Whole(widened(a));
            extend(numbers, chunk);
        }
        (Numbers::Whole(a), chunk) => {
            *numbers = Numbers::Real(realised(a));
            extend(numbers, chunk);
        }
    }
}
