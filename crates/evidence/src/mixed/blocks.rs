//! Any random effects: the grouping with most groups is eliminated block by block, the rest as one dense matrix
//! (the order of elimination lme4's sparse factor would choose; Bates et al. 2015, section 4).

use super::criterion::{Parts, Structure};
use crate::error::{Error, Result};
use crate::frame::Groups;
use crate::numeric::dense::Matrix;
use std::collections::BTreeMap;

/// A random term: columns that vary between groups.
pub(super) struct Term {
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) groups: Groups,
}

impl Term {
    /// Number of columns.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Number of relative spreads: the lower triangle of its factor.
    pub(super) fn spreads(&self) -> usize {
        self.width() * (self.width() + 1) / 2
    }

    /// The relative factor from its spreads, filled by columns as lme4 does.
    pub(super) fn factor(&self, theta: &[f64]) -> Matrix {
        let q = self.width();
        let mut factor = Matrix::zeros(q, q);
        let mut next = theta.iter();
        for j in 0..q {
            for i in j..q {
                factor[(i, j)] = next.next().copied().unwrap_or(f64::NAN);
            }
        }
        factor
    }
}

/// Numbers by term, column and group.
pub(super) type ByTerm = Vec<Vec<Vec<f64>>>;

/// More random effects than this beside the largest grouping are refused.
const MOST_DENSE: usize = 4_000;

/// The largest grouping in blocks, the rest dense.
pub(super) struct Blocks {
    n: usize,
    /// Columns of X and y.
    width: usize,
    whole: Matrix,
    first: Vec<Block>,
    /// `Z'Z` of the rest, and `Z'[X y]`.
    rest: Matrix,
    rest_xy: Matrix,
    /// Where each later term begins among the rest.
    offsets: Vec<usize>,
    pub(super) terms: Vec<Term>,
}

/// One group of the first term.
struct Block {
    own: Matrix,
    xy: Matrix,
    /// Cross products with each later term's groups it meets: `(term, group)`.
    met: Vec<((usize, u32), Matrix)>,
}

impl Blocks {
    /// `columns` are those of X, then y; `terms` begin with the one with most groups.
    pub(super) fn new(columns: &[Vec<f64>], terms: Vec<Term>) -> Result<Self> {
        let (n, width) = (columns[0].len(), columns.len());
        let mut offsets = vec![0];
        for term in &terms[1..] {
            offsets.push(offsets[offsets.len() - 1] + term.width() * term.groups.count());
        }
        let dense = offsets[offsets.len() - 1];
        if dense > MOST_DENSE {
            return Err(Error::question(format!(
                "mixed: {dense} random effects beside those of '{}' are too many for crossed groups; up to {MOST_DENSE} go",
                terms[0].groups.name
            )));
        }
        let q = terms[0].width();
        let mut first: Vec<Block> = (0..terms[0].groups.count())
            .map(|_| Block { own: Matrix::zeros(q, q), xy: Matrix::zeros(q, width), met: Vec::new() })
            .collect();
        let mut met: Vec<BTreeMap<(usize, u32), Matrix>> = vec![BTreeMap::new(); first.len()];
        let mut rest = Matrix::zeros(dense, dense);
        let mut rest_xy = Matrix::zeros(dense, width);
        let mut whole = Matrix::zeros(width, width);
        for row in 0..n {
            let xy: Vec<f64> = columns.iter().map(|c| c[row]).collect();
            whole.add_outer(1.0, &xy);
            let z: Vec<f64> = terms[0].columns.iter().map(|c| c[row]).collect();
            let g = terms[0].groups.of[row] as usize;
            first[g].own.add_outer(1.0, &z);
            add_product(&mut first[g].xy, &z, &xy, (0, 0));
            for (k, term) in terms.iter().enumerate().skip(1) {
                let zk: Vec<f64> = term.columns.iter().map(|c| c[row]).collect();
                let gk = term.groups.of[row];
                let at = offsets[k - 1] + gk as usize * term.width();
                add_product(&mut rest_xy, &zk, &xy, (at, 0));
                let cross = met[g].entry((k, gk)).or_insert_with(|| Matrix::zeros(q, term.width()));
                add_product(cross, &z, &zk, (0, 0));
                for (l, other) in terms.iter().enumerate().skip(1) {
                    let zl: Vec<f64> = other.columns.iter().map(|c| c[row]).collect();
                    let to = offsets[l - 1] + other.groups.of[row] as usize * other.width();
                    add_product(&mut rest, &zk, &zl, (at, to));
                }
            }
        }
        for (block, met) in first.iter_mut().zip(met) {
            block.met = met.into_iter().collect();
        }
        Ok(Self { n, width, whole, first, rest, rest_xy, offsets, terms })
    }

    fn factors(&self, theta: &[f64]) -> Vec<Matrix> {
        let mut from = 0;
        self.terms
            .iter()
            .map(|term| {
                let factor = term.factor(&theta[from..from + term.spreads()]);
                from += term.spreads();
                factor
            })
            .collect()
    }

    /// The dense factor that scales the rest: block diagonal, a term's factor for each of its groups.
    fn scale_rest(&self, factors: &[Matrix], m: &Matrix) -> Matrix {
        let mut out = Matrix::zeros(m.rows, m.cols);
        for (k, term) in self.terms.iter().enumerate().skip(1) {
            let q = term.width();
            for g in 0..term.groups.count() {
                let at = self.offsets[k - 1] + g * q;
                for i in 0..q {
                    for j in i..q {
                        let by = factors[k][(j, i)];
                        for c in 0..m.cols {
                            out[(at + i, c)] += by * m[(at + j, c)];
                        }
                    }
                }
            }
        }
        out
    }

    /// Every group's effects and posterior standard deviations over sigma, term by term: `[term][column][group]`.
    pub(super) fn effects(&self, theta: &[f64], beta: &[f64]) -> Option<(ByTerm, ByTerm)> {
        let factors = self.factors(theta);
        let mut weights: Vec<f64> = beta.iter().map(|b| -b).collect();
        weights.push(1.0);
        let eliminated = self.eliminate(&factors)?;
        let chol = eliminated.dense.cholesky()?;
        let rest = chol.solve(&eliminated.dense_xy.times_vector(&weights));
        let inverse = chol.inverse();
        let q = self.terms[0].width();
        let mut values = vec![vec![Vec::new(); q]];
        let mut spreads = vec![vec![Vec::new(); q]];
        for (block, done) in self.first.iter().zip(&eliminated.blocks) {
            let mut right = done.xy.times_vector(&weights);
            let columns = self.rest_columns(block);
            for (c, &at) in columns.iter().enumerate() {
                for (i, r) in right.iter_mut().enumerate() {
                    *r -= done.met[(i, c)] * rest[at];
                }
            }
            let b = factors[0].times_vector(&done.chol.backward(&right));
            let met = Matrix::from_fn(columns.len(), columns.len(), |i, j| inverse[(columns[i], columns[j])]);
            let mut middle = Matrix::identity(q);
            middle.add_scaled(1.0, &done.met.times(&met).times(&done.met.transposed()));
            for i in 0..q {
                let row: Vec<f64> = factors[0].row(i).to_vec();
                values[0][i].push(b[i]);
                spreads[0][i].push(middle.form(&done.chol.forward(&row)).sqrt());
            }
        }
        for (k, term) in self.terms.iter().enumerate().skip(1) {
            let q = term.width();
            let (mut own, mut spread) = (vec![Vec::new(); q], vec![Vec::new(); q]);
            for g in 0..term.groups.count() {
                let at = self.offsets[k - 1] + g * q;
                let b = factors[k].times_vector(&rest[at..at + q]);
                let v = Matrix::from_fn(q, q, |i, j| inverse[(at + i, at + j)]);
                for i in 0..q {
                    own[i].push(b[i]);
                    spread[i].push(v.form(factors[k].row(i)).sqrt());
                }
            }
            values.push(own);
            spreads.push(spread);
        }
        Some((values, spreads))
    }

    fn rest_columns(&self, block: &Block) -> Vec<usize> {
        let place = |((k, g), m): &((usize, u32), Matrix)| {
            let at = self.offsets[k - 1] + *g as usize * m.cols;
            at..at + m.cols
        };
        block.met.iter().flat_map(place).collect()
    }

    fn eliminate(&self, factors: &[Matrix]) -> Option<Eliminated> {
        let dense_rows = self.rest.rows;
        let mut dense = self.scale_rest(factors, &self.scale_rest(factors, &self.rest).transposed());
        for i in 0..dense_rows {
            dense[(i, i)] += 1.0;
        }
        let mut dense_xy = self.scale_rest(factors, &self.rest_xy);
        let mut form = self.whole.clone();
        let mut ln_det = 0.0;
        let mut blocks = Vec::with_capacity(self.first.len());
        let turned = factors[0].transposed();
        for block in &self.first {
            let mut own = turned.times(&block.own).times(&factors[0]);
            for i in 0..own.rows {
                own[(i, i)] += 1.0;
            }
            let chol = own.cholesky()?;
            ln_det += chol.ln_det();
            let xy = forward_all(&chol, &turned.times(&block.xy));
            for i in 0..xy.rows {
                form.add_outer(-1.0, xy.row(i));
            }
            let columns = self.rest_columns(block);
            let mut met = Matrix::zeros(own.rows, columns.len());
            let mut at = 0;
            for ((k, _), cross) in &block.met {
                let part = forward_all(&chol, &turned.times(cross).times(&factors[*k]));
                for i in 0..part.rows {
                    for j in 0..part.cols {
                        met[(i, at + j)] = part[(i, j)];
                    }
                }
                at += part.cols;
            }
            for (a, &row) in columns.iter().enumerate() {
                for i in 0..met.rows {
                    let x = met[(i, a)];
                    for (b, &column) in columns.iter().enumerate() {
                        dense[(row, column)] -= x * met[(i, b)];
                    }
                    for c in 0..self.width {
                        dense_xy[(row, c)] -= x * xy[(i, c)];
                    }
                }
            }
            blocks.push(Done { chol, xy, met });
        }
        Some(Eliminated { dense, dense_xy, form, ln_det, blocks })
    }
}

struct Eliminated {
    dense: Matrix,
    dense_xy: Matrix,
    form: Matrix,
    ln_det: f64,
    blocks: Vec<Done>,
}

struct Done {
    chol: crate::numeric::dense::Cholesky,
    xy: Matrix,
    met: Matrix,
}

fn add_product(to: &mut Matrix, a: &[f64], b: &[f64], at: (usize, usize)) {
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            to[(at.0 + i, at.1 + j)] += x * y;
        }
    }
}

fn forward_all(chol: &crate::numeric::dense::Cholesky, m: &Matrix) -> Matrix {
    let mut out = Matrix::zeros(m.rows, m.cols);
    for j in 0..m.cols {
        let column: Vec<f64> = (0..m.rows).map(|i| m[(i, j)]).collect();
        for (i, x) in chol.forward(&column).into_iter().enumerate() {
            out[(i, j)] = x;
        }
    }
    out
}

impl Structure for Blocks {
    fn rows(&self) -> usize {
        self.n
    }

    fn parts(&self, theta: &[f64]) -> Option<Parts> {
        let eliminated = self.eliminate(&self.factors(theta))?;
        let mut form = eliminated.form;
        let mut ln_det = eliminated.ln_det;
        if eliminated.dense.rows > 0 {
            let chol = eliminated.dense.cholesky()?;
            ln_det += chol.ln_det();
            let xy = forward_all(&chol, &eliminated.dense_xy);
            for i in 0..xy.rows {
                form.add_outer(-1.0, xy.row(i));
            }
        }
        ln_det.is_finite().then_some(Parts { ln_det, form })
    }
}
