//! Random intercepts of groups inside groups, to any depth, from sums per group.
//!
//! With `w = 1'V^-1 1` and `t = 1'V^-1 Z` of a group before its own effect, the effect of relative variance `theta^2`
//! takes `theta^2 h t t'` from the form and adds `-ln h` to the determinant, `h = 1 / (1 + theta^2 w)`; the group hands
//! `w h` and `t h` up to the group it is in. One evaluation costs O(groups), whatever the number of rows. Among the
//! finest groups `w` is the number of rows, so that all of one size share their `h`: their `t t'` are summed once.

use super::criterion::{Parts, Structure};
use crate::frame::Groups;
use crate::numeric::dense::{Matrix, dot};
use rayon::prelude::*;

/// Groups inside groups, the finest first.
pub(super) struct Nested {
    n: usize,
    width: usize,
    /// `Z'Z` of all rows.
    whole: Matrix,
    /// Rows of each finest group.
    sizes: Vec<f64>,
    /// `Z'1` of each finest group.
    sums: Vec<f64>,
    /// The finest groups by their size.
    alike: Vec<Alike>,
    /// The place of each finest group's size among those.
    alike_of: Vec<u32>,
    /// For each level, the group above of each group; empty at the coarsest.
    above: Vec<Vec<u32>>,
    /// Groups at each level.
    counts: Vec<usize>,
}

/// The finest groups of one size.
struct Alike {
    size: f64,
    groups: f64,
    /// The sum of their `t t'`.
    form: Vec<f64>,
}

/// A group's effect and its posterior variance over sigma squared.
pub(super) struct Effects {
    pub(super) values: Vec<f64>,
    pub(super) variances: Vec<f64>,
}

/// Whether each grouping lies inside the next.
pub(super) fn are_nested(groups: &[&Groups]) -> bool {
    groups.windows(2).all(|pair| group_above(pair[0], pair[1]).is_some())
}

fn group_above(inner: &Groups, outer: &Groups) -> Option<Vec<u32>> {
    let mut above = vec![Groups::NONE; inner.count()];
    for (&i, &o) in inner.of.iter().zip(&outer.of) {
        let known = &mut above[i as usize];
        if *known == Groups::NONE {
            *known = o;
        } else if *known != o {
            return None;
        }
    }
    Some(above)
}

/// Sums per group, as [`Nested`] keeps them.
pub(super) struct Sums {
    pub(super) n: usize,
    pub(super) whole: Matrix,
    pub(super) sizes: Vec<f64>,
    pub(super) sums: Vec<f64>,
    pub(super) above: Vec<Vec<u32>>,
    pub(super) counts: Vec<usize>,
}

impl Nested {
    /// The structure from its sums.
    pub(super) fn of_sums(sums: Sums) -> Self {
        let Sums { n, whole, sizes, sums, above, counts } = sums;
        let width = whole.cols;
        let (alike, alike_of) = by_size(&sizes, &sums, width);
        Self { n, width, whole, sizes, sums, alike, alike_of, above, counts }
    }

    /// `columns` are those of X, then y.
    pub(super) fn new(columns: &[Vec<f64>], groups: &[&Groups]) -> Self {
        let width = columns.len();
        let finest = groups[0];
        let mut sizes = vec![0.0; finest.count()];
        for &g in &finest.of {
            sizes[g as usize] += 1.0;
        }
        let mut sums = vec![0.0; finest.count() * width];
        for (c, column) in columns.iter().enumerate() {
            for (x, &g) in column.iter().zip(&finest.of) {
                sums[g as usize * width + c] += x;
            }
        }
        let mut whole = Matrix::zeros(width, width);
        for i in 0..width {
            for j in 0..=i {
                whole[(i, j)] = dot(&columns[i], &columns[j]);
                whole[(j, i)] = whole[(i, j)];
            }
        }
        let above = groups.windows(2).map(|pair| group_above(pair[0], pair[1]).unwrap_or_default()).collect();
        let counts = groups.iter().map(|g| g.count()).collect();
        Self::of_sums(Sums { n: columns[0].len(), whole, sizes, sums, above, counts })
    }

    /// Each level's effects given residual coefficients: `beta` with -1 for y turned to `y - X beta`.
    pub(super) fn effects(&self, theta: &[f64], beta: &[f64]) -> Vec<Effects> {
        let residual_sum = |g: usize| {
            let s = &self.sums[g * self.width..(g + 1) * self.width];
            s[self.width - 1] - dot(&s[..self.width - 1], beta)
        };
        let mut weights = vec![self.sizes.clone()];
        let mut sums = vec![(0..self.counts[0]).map(residual_sum).collect::<Vec<f64>>()];
        for level in 0..self.above.len() {
            let (mut w_up, mut t_up) = (vec![0.0; self.counts[level + 1]], vec![0.0; self.counts[level + 1]]);
            for (g, &up) in self.above[level].iter().enumerate() {
                let h = 1.0 / (1.0 + theta[level] * theta[level] * weights[level][g]);
                w_up[up as usize] += h * weights[level][g];
                t_up[up as usize] += h * sums[level][g];
            }
            weights.push(w_up);
            sums.push(t_up);
        }
        let mut out: Vec<Effects> = Vec::new();
        for level in (0..self.counts.len()).rev() {
            let square = theta[level] * theta[level];
            let (mut values, mut variances) = (Vec::new(), Vec::new());
            for g in 0..self.counts[level] {
                let h = 1.0 / (1.0 + square * weights[level][g]);
                let (mut from_above, mut spread_above) = (0.0, 0.0);
                let mut up = g;
                for (step, higher) in out.iter().rev().enumerate() {
                    up = self.above[level + step][up] as usize;
                    if step == 0 {
                        spread_above = higher.variances[up];
                    }
                    from_above += higher.values[up];
                }
                values.push(square * h * (sums[level][g] - weights[level][g] * from_above));
                let pull = square * h * weights[level][g];
                variances.push(square * h + pull * pull * spread_above);
            }
            out.push(Effects { values, variances });
        }
        out.reverse();
        out
    }
}

/// Groups worked on together; of fixed size, so that the number of threads changes nothing.
const TOGETHER: usize = 8_192;

/// What one level's groups take from the form and add to the determinant.
struct Taken {
    form: Vec<f64>,
    ln_det: f64,
}

/// Integrates one level's effects out: `sums` become `h t` and `weights` `h w` in place.
fn integrate(weights: &mut [f64], sums: &mut [f64], width: usize, square: f64) -> Taken {
    let blocks: Vec<Taken> = weights
        .par_chunks_mut(TOGETHER)
        .zip(sums.par_chunks_mut(TOGETHER * width))
        .map(|(weights, sums)| {
            let mut logs = Logs::new();
            let mut form = vec![0.0; width * width];
            for (w, t) in weights.iter_mut().zip(sums.chunks_exact_mut(width)) {
                let bigger = 1.0 + square * *w;
                let h = 1.0 / bigger;
                logs.multiply(bigger);
                let by = square * h;
                for (i, row) in form.chunks_exact_mut(width).enumerate() {
                    let a = by * t[i];
                    for (cell, b) in row.iter_mut().zip(t.iter()) {
                        *cell += a * b;
                    }
                }
                *w *= h;
                t.iter_mut().for_each(|x| *x *= h);
            }
            Taken { form, ln_det: logs.total() }
        })
        .collect();
    let mut all = Taken { form: vec![0.0; width * width], ln_det: 0.0 };
    for block in blocks {
        all.form.iter_mut().zip(&block.form).for_each(|(a, b)| *a += b);
        all.ln_det += block.ln_det;
    }
    all
}

impl Structure for Nested {
    fn rows(&self) -> usize {
        self.n
    }

    fn parts(&self, theta: &[f64]) -> Option<Parts> {
        let width = self.width;
        let mut form = self.whole.clone();
        let mut take = |taken: &[f64]| form.entries_mut().iter_mut().zip(taken).for_each(|(a, b)| *a -= b);
        let (finest, shrunk) = self.integrate_finest(theta[0] * theta[0]);
        let mut ln_det = finest.ln_det;
        take(&finest.form);
        let Some(above) = self.above.first() else {
            return ln_det.is_finite().then_some(Parts { ln_det, form });
        };
        let (mut weights, mut sums) = (vec![0.0; self.counts[1]], vec![0.0; self.counts[1] * width]);
        for ((&up, &alike), &size) in above.iter().zip(&self.alike_of).zip(&self.sizes) {
            weights[up as usize] += shrunk[alike as usize] * size;
        }
        let by = self.alike_of.iter().map(|&alike| shrunk[alike as usize]);
        hand_up(above, by, &self.sums, &mut sums, width);
        for (level, &theta) in theta.iter().enumerate().skip(1) {
            let taken = integrate(&mut weights, &mut sums, width, theta * theta);
            ln_det += taken.ln_det;
            take(&taken.form);
            let Some(above) = self.above.get(level) else { break };
            let up_count = self.counts[level + 1];
            let (mut w_up, mut t_up) = (vec![0.0; up_count], vec![0.0; up_count * width]);
            above.iter().zip(&weights).for_each(|(&up, w)| w_up[up as usize] += w);
            hand_up(above, std::iter::repeat(1.0), &sums, &mut t_up, width);
            weights = w_up;
            sums = t_up;
        }
        ln_det.is_finite().then_some(Parts { ln_det, form })
    }
}

impl Nested {
    /// What the finest groups take, and the `h` of each size.
    fn integrate_finest(&self, square: f64) -> (Taken, Vec<f64>) {
        let mut all = Taken { form: vec![0.0; self.width * self.width], ln_det: 0.0 };
        let shrunk = self.alike.iter().map(|alike| {
            let bigger = 1.0 + square * alike.size;
            let h = 1.0 / bigger;
            all.form.iter_mut().zip(&alike.form).for_each(|(a, b)| *a += square * h * b);
            all.ln_det += alike.groups * bigger.ln();
            h
        });
        let shrunk = shrunk.collect();
        (all, shrunk)
    }
}

/// The finest groups by their size, and the place of each among those.
fn by_size(sizes: &[f64], sums: &[f64], width: usize) -> (Vec<Alike>, Vec<u32>) {
    let mut known = sizes.to_vec();
    known.sort_by(f64::total_cmp);
    known.dedup();
    let empty = |size: &f64| Alike { size: *size, groups: 0.0, form: vec![0.0; width * width] };
    let mut alike: Vec<Alike> = known.iter().map(empty).collect();
    let mut of = Vec::with_capacity(sizes.len());
    for (size, t) in sizes.iter().zip(sums.chunks_exact(width)) {
        let place = known.partition_point(|k| k < size);
        of.push(place as u32);
        alike[place].groups += 1.0;
        for (row, a) in alike[place].form.chunks_exact_mut(width).zip(t) {
            row.iter_mut().zip(t).for_each(|(cell, b)| *cell += a * b);
        }
    }
    (alike, of)
}

/// Adds each group's sums, times its factor, to those of the group above.
fn hand_up(above: &[u32], by: impl Iterator<Item = f64>, sums: &[f64], up: &mut [f64], width: usize) {
    // A width known when the program is built keeps a group's sums in registers; formulas mostly have so many columns.
    match width {
        2 => hand_up_wide::<2>(above, by, sums, up),
        3 => hand_up_wide::<3>(above, by, sums, up),
        4 => hand_up_wide::<4>(above, by, sums, up),
        5 => hand_up_wide::<5>(above, by, sums, up),
        6 => hand_up_wide::<6>(above, by, sums, up),
        7 => hand_up_wide::<7>(above, by, sums, up),
        8 => hand_up_wide::<8>(above, by, sums, up),
        _ => {
            for ((&up_to, by), t) in above.iter().zip(by).zip(sums.chunks_exact(width)) {
                let from = up_to as usize * width;
                up[from..from + width].iter_mut().zip(t).for_each(|(s, t)| *s += by * t);
            }
        }
    }
}

fn hand_up_wide<const WIDTH: usize>(
    above: &[u32],
    by: impl Iterator<Item = f64>,
    sums: &[f64],
    up: &mut [f64],
) {
    let up = up.as_chunks_mut::<WIDTH>().0;
    for ((&up_to, by), t) in above.iter().zip(by).zip(sums.as_chunks::<WIDTH>().0) {
        let s = &mut up[up_to as usize];
        for c in 0..WIDTH {
            s[c] += by * t[c];
        }
    }
}

/// A sum of logarithms that takes one logarithm for many factors.
struct Logs {
    product: f64,
    sum: f64,
}

impl Logs {
    fn new() -> Self {
        Self { product: 1.0, sum: 0.0 }
    }

    #[inline]
    fn multiply(&mut self, factor: f64) {
        self.product *= factor;
        if self.product > 1e200 {
            self.sum += self.product.ln();
            self.product = 1.0;
        }
    }

    fn total(&self) -> f64 {
        self.sum + self.product.ln()
    }
}
