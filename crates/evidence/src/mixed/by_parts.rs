//! Nested random intercepts of a large file part by part: sums of each group and products of columns are all that the
//! closed form needs, so that nothing as long as the file is held.

use super::fit::Spread;
use super::nested::{Nested, Sums};
use super::report::{Asked, Centred, Kind, Mixed, Rows, fit_and_report};
use super::spreads::Label;
use crate::error::Result;
use crate::frame::design::Design;
use crate::frame::formula::{Bar, Formula};
use crate::frame::parts::{Labels, Parts, is_by_row};
use crate::frame::{Frame, Groups, Values};
use crate::numeric::dense::{Matrix, dot};
use crate::numeric::summary;
use std::collections::HashMap;

/// At most so many groupings go this way.
const MOST_LEVELS: usize = 4;
/// A column that keeps less than this share of its length beside the earlier ones is left to the whole way, which
/// looks more closely.
const DOUBTFUL: f64 = 1e-5;

type Cell = [u32; MOST_LEVELS];

/// One part: its columns about their means in this part, and sums of them over each cell of the groupings.
struct Part {
    formula: String,
    names: Vec<String>,
    n: usize,
    dropped: usize,
    means: Vec<f64>,
    products: Matrix,
    groups: Vec<(Groups, bool)>,
    cells: Vec<Cell>,
    sizes: Vec<f64>,
    sums: Vec<f64>,
}

/// Fits a mixed model as [`super::mixed`] does; `None` where it needs the whole table: slopes, crossed groups, factors,
/// means over rows, no intercept.
///
/// # Errors
/// As [`super::mixed`].
pub fn mixed_by_parts(parts: &Parts, formula: &str, asked: &Asked) -> Result<Option<Mixed>> {
    let mut all = Gathered::default();
    let mut plain = true;
    parts.each(
        |part| look(part, formula),
        |found| {
            match found {
                Some(part) => all.take(part),
                None => plain = false,
            }
            Ok(())
        },
    )?;
    match plain.then(|| all.centred()).flatten() {
        Some(model) => {
            let Model { rows, centred, nested, labels } = model;
            let spreads: Vec<Spread> = labels.iter().map(|_| Spread { diagonal: true, scale: 1.0 }).collect();
            let kept: Vec<usize> = (0..rows.names.len()).collect();
            fit_and_report(&rows, &kept, &centred, &Kind::Nested(nested), &labels, &spreads, asked).map(Some)
        }
        None => Ok(None),
    }
}

fn is_intercept_of_one_group(bar: &Bar) -> bool {
    bar.terms.intercept && bar.terms.terms.is_empty() && bar.groups.len() == 1
}

fn look(frame: &Frame, formula: &str) -> Result<Option<Part>> {
    let others: Vec<String> = frame.columns.iter().map(|c| c.name.clone()).collect();
    let parsed = Formula::parse(formula, &others)?;
    let plain = parsed.fixed.intercept
        && parsed.response.is_some()
        && (1..=MOST_LEVELS).contains(&parsed.random.len())
        && parsed.random.iter().all(is_intercept_of_one_group);
    if !plain || !is_by_row(&parsed, frame) {
        return Ok(None);
    }
    let mut groups = Vec::new();
    for bar in &parsed.random {
        let numbers = matches!(frame.column(&bar.groups[0])?.values, Values::Numbers(_));
        groups.push((frame.groups(&bar.groups[0])?, numbers));
    }
    let there = |row: usize| groups.iter().all(|(g, _)| g.of[row] != Groups::NONE);
    let design = Design::build_part(frame, &parsed, &there)?;
    let groups: Vec<(Groups, bool)> =
        groups.into_iter().map(|(g, numbers)| (g.of_rows(&design.rows), numbers)).collect();
    let mut columns = design.columns;
    columns.push(design.response);
    let mut means = vec![0.0; columns.len()];
    for (column, mean) in columns.iter_mut().zip(&mut means).skip(1) {
        *mean = if column.is_empty() { 0.0 } else { summary::mean(column) };
        column.iter_mut().for_each(|x| *x -= *mean);
    }
    let (cells, of) = cells(&groups, design.rows.len());
    let width = columns.len();
    let mut sizes = vec![0.0; cells.len()];
    of.iter().for_each(|&c| sizes[c as usize] += 1.0);
    let mut sums = vec![0.0; cells.len() * width];
    let mut products = Matrix::zeros(width, width);
    for i in 0..width {
        for (x, &c) in columns[i].iter().zip(&of) {
            sums[c as usize * width + i] += x;
        }
        for j in 0..=i {
            products[(i, j)] = dot(&columns[i], &columns[j]);
            products[(j, i)] = products[(i, j)];
        }
    }
    Ok(Some(Part {
        formula: design.formula,
        names: design.names,
        n: of.len(),
        dropped: design.dropped,
        means,
        products,
        groups,
        cells,
        sizes,
        sums,
    }))
}

/// The cells that occur, and each row's.
fn cells(groups: &[(Groups, bool)], rows: usize) -> (Vec<Cell>, Vec<u32>) {
    let mut met: Vec<Cell> = Vec::new();
    let mut known: HashMap<Cell, u32> = HashMap::new();
    let mut last = (Cell::default(), u32::MAX);
    let of = (0..rows)
        .map(|row| {
            let mut cell = Cell::default();
            groups.iter().zip(&mut cell).for_each(|((g, _), c)| *c = g.of[row]);
            // Rows of one group mostly stand together.
            if last.1 == u32::MAX || last.0 != cell {
                let next = met.len() as u32;
                let place = *known.entry(cell).or_insert(next);
                if place == next {
                    met.push(cell);
                }
                last = (cell, place);
            }
            last.1
        })
        .collect();
    (met, of)
}

/// The parts joined, columns about the first part's means.
#[derive(Default)]
struct Gathered {
    formula: String,
    names: Vec<String>,
    n: usize,
    dropped: usize,
    about: Vec<f64>,
    products: Option<Matrix>,
    labels: Vec<(String, bool, Labels)>,
    known: HashMap<Cell, usize>,
    cells: Vec<Cell>,
    sizes: Vec<f64>,
    sums: Vec<f64>,
}

struct Model {
    rows: Rows,
    centred: Centred,
    nested: Nested,
    labels: Vec<Label>,
}

impl Gathered {
    fn take(&mut self, part: Part) {
        self.dropped += part.dropped;
        if part.n == 0 {
            return;
        }
        let width = part.means.len();
        if self.products.is_none() {
            self.formula = part.formula;
            self.names = part.names;
            self.about = part.means.clone();
            self.products = Some(Matrix::zeros(width, width));
            let named = |(g, numbers): &(Groups, bool)| (g.name.clone(), *numbers, Labels::default());
            self.labels = part.groups.iter().map(named).collect();
        }
        self.n += part.n;
        let shift: Vec<f64> = part.means.iter().zip(&self.about).map(|(m, a)| m - a).collect();
        if let Some(products) = &mut self.products {
            moved(&part.products, &shift, part.n as f64, products);
        }
        let places: Vec<Vec<u32>> =
            self.labels.iter_mut().zip(&part.groups).map(|(l, (g, _))| l.2.places(g)).collect();
        for (at, local) in part.cells.iter().enumerate() {
            let mut cell = Cell::default();
            for ((place, code), c) in places.iter().zip(local).zip(&mut cell) {
                *c = place[*code as usize];
            }
            let next = self.cells.len();
            let to = *self.known.entry(cell).or_insert(next);
            if to == next {
                self.cells.push(cell);
                self.sizes.push(0.0);
                self.sums.resize(self.sums.len() + width, 0.0);
            }
            self.sizes[to] += part.sizes[at];
            let sums = self.sums[to * width..].iter_mut().zip(&part.sums[at * width..]).zip(&shift);
            sums.for_each(|((sum, more), by)| *sum += more + part.sizes[at] * by);
        }
    }

    /// The closed form, columns about their means; `None` where groups are not nested or columns are doubtful.
    fn centred(mut self) -> Option<Model> {
        let about = self.products.take()?;
        let (p, n) = (about.cols - 1, self.n as f64);
        let means: Vec<f64> = (0..=p).map(|c| if c == 0 { 0.0 } else { about[(0, c)] / n }).collect();
        let back: Vec<f64> = means.iter().map(|m| -m).collect();
        let mut whole = Matrix::zeros(p + 1, p + 1);
        moved(&about, &back, n, &mut whole);
        let mean = |c: usize| means[c] + self.about[c];
        if self.n <= p || !are_independent(&whole, p, n, &mean) {
            return None;
        }
        self.known = HashMap::new();
        for (size, sums) in self.sizes.iter().zip(self.sums.chunks_mut(p + 1)) {
            sums.iter_mut().zip(&means).for_each(|(s, m)| *s -= size * m);
        }
        let centred = Centred {
            columns: Vec::new(),
            back: Matrix::from_fn(p, p, |i, j| {
                if i == j {
                    1.0
                } else if i == 0 {
                    -mean(j)
                } else {
                    0.0
                }
            }),
            shift: mean(p),
        };
        let (nested, labels) = self.nested(whole)?;
        let rows = Rows { formula: self.formula, names: self.names, n: self.n, dropped: self.dropped };
        Some(Model { rows, centred, nested, labels })
    }

    fn nested(&mut self, whole: Matrix) -> Option<(Nested, Vec<Label>)> {
        // Most groups first, in the order `mixed` gives them.
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        let count = |l: usize| self.labels[l].2.met.len();
        if order.windows(2).any(|w| count(w[1]) > count(w[0])) {
            order.sort_by_key(|&l| count(l));
            order.reverse();
        }
        let counts: Vec<usize> = order.iter().map(|&l| count(l)).collect();
        if counts.iter().any(|&c| c < 2 || c >= self.n) || counts[0] != self.cells.len() {
            return None;
        }
        let places: Vec<Vec<u32>> = self.labels.iter().map(|(_, numbers, l)| l.order(*numbers)).collect();
        let place = |cell: &Cell, level: usize| places[order[level]][cell[order[level]] as usize];
        let mut above: Vec<Vec<u32>> = Vec::new();
        for (level, &groups) in counts.iter().enumerate().take(counts.len() - 1) {
            let mut up = vec![Groups::NONE; groups];
            for cell in &self.cells {
                let known = &mut up[place(cell, level) as usize];
                if *known != Groups::NONE && *known != place(cell, level + 1) {
                    return None;
                }
                *known = place(cell, level + 1);
            }
            above.push(up);
        }
        let width = whole.cols;
        let (mut sizes, mut sums) = (vec![0.0; counts[0]], vec![0.0; counts[0] * width]);
        for (at, cell) in self.cells.iter().enumerate() {
            let to = place(cell, 0) as usize;
            sizes[to] = self.sizes[at];
            sums[to * width..(to + 1) * width].copy_from_slice(&self.sums[at * width..(at + 1) * width]);
        }
        let label = |&l: &usize| {
            let (group, _, met) = &self.labels[l];
            let mut levels = vec![String::new(); met.met.len()];
            met.met.iter().zip(&places[l]).for_each(|(text, &to)| levels[to as usize].clone_from(text));
            Label { group: group.clone(), columns: vec!["(Intercept)".into()], levels }
        };
        let labels = order.iter().map(label).collect();
        Some((Nested::of_sums(Sums { n: self.n, whole, sizes, sums, above, counts }), labels))
    }
}

/// Adds to `into` the products of `n` rows whose columns all move by `shift`; the first is the ones.
fn moved(products: &Matrix, shift: &[f64], n: f64, into: &mut Matrix) {
    let sum = |c: usize| if c == 0 { n } else { products[(0, c)] };
    for i in 0..products.rows {
        for j in 0..products.cols {
            into[(i, j)] +=
                products[(i, j)] + shift[i] * sum(j) + shift[j] * sum(i) + n * shift[i] * shift[j];
        }
    }
}

/// Whether each column keeps a good part of its length beside the earlier ones.
fn are_independent(whole: &Matrix, p: usize, n: f64, mean: &dyn Fn(usize) -> f64) -> bool {
    let Some(chol) = Matrix::from_fn(p, p, |i, j| whole[(i, j)]).cholesky() else { return false };
    let inverse = chol.inverse();
    (1..p).all(|c| {
        // What all the others leave of a column is less than what the earlier ones leave.
        let rest = 1.0 / inverse[(c, c)];
        let length = whole[(c, c)] + n * mean(c) * mean(c);
        rest > DOUBTFUL * DOUBTFUL * length
    })
}
