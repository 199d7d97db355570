//! The triangular factor of a tall matrix by Householder reflections, block by block, so that rows may be many and the
//! digits are those of a full QR (Golub & Van Loan, 5.2; Demmel et al. 2012 for the blocks).

use crate::numeric::dense::Matrix;
use rayon::prelude::*;

const BLOCK: usize = 2048;

/// `R` with `R'R = A'WA`, for the columns given, each row scaled by the root of its weight. The same for any number of
/// threads: blocks are of fixed size and joined in order.
pub(super) fn triangular_factor(columns: &[&[f64]], weights: Option<&[f64]>) -> Matrix {
    let n = columns[0].len();
    let p = columns.len();
    let blocks: Vec<usize> = (0..n.div_ceil(BLOCK)).collect();
    let factors: Vec<Vec<f64>> = blocks
        .par_iter()
        .map(|b| {
            let rows = b * BLOCK..((b + 1) * BLOCK).min(n);
            let height = rows.len().max(p);
            let mut local = vec![0.0; height * p];
            for (column, out) in columns.iter().zip(local.chunks_mut(height)) {
                for (x, o) in column[rows.clone()].iter().zip(out.iter_mut()) {
                    *o = *x;
                }
                if let Some(w) = weights {
                    for (w, o) in w[rows.clone()].iter().zip(out.iter_mut()) {
                        *o *= w.sqrt();
                    }
                }
            }
            reduce(&mut local, height, p)
        })
        .collect();
    let height = (factors.len() * p).max(p);
    let mut stacked = vec![0.0; height * p];
    for (b, factor) in factors.iter().enumerate() {
        for j in 0..p {
            stacked[j * height + b * p..j * height + (b + 1) * p]
                .copy_from_slice(&factor[j * p..(j + 1) * p]);
        }
    }
    let r = reduce(&mut stacked, height, p);
    Matrix::from_fn(p, p, |i, j| r[j * p + i])
}

/// The triangular factor of rows whose parts have these factors.
pub(super) fn joined(factors: &[Matrix]) -> Matrix {
    let p = factors.first().map_or(0, |f| f.cols);
    let height = (factors.len() * p).max(p);
    let mut stacked = vec![0.0; height * p];
    for (b, factor) in factors.iter().enumerate() {
        for j in 0..p {
            for i in 0..=j {
                stacked[j * height + b * p + i] = factor[(i, j)];
            }
        }
    }
    let r = reduce(&mut stacked, height, p);
    Matrix::from_fn(p, p, |i, j| r[j * p + i])
}

/// Reduces a matrix stored by columns to its triangular factor (p x p, by columns).
fn reduce(a: &mut [f64], height: usize, p: usize) -> Vec<f64> {
    for k in 0..p {
        let (done, rest) = a.split_at_mut((k + 1) * height);
        let pivot = &mut done[k * height + k..];
        let norm = pivot.iter().map(|x| x * x).sum::<f64>().sqrt();
        if norm == 0.0 || !norm.is_finite() {
            continue;
        }
        let alpha = if pivot[0] > 0.0 { -norm } else { norm };
        pivot[0] -= alpha;
        let square: f64 = pivot.iter().map(|x| x * x).sum();
        for column in rest.chunks_mut(height) {
            let below = &mut column[k..];
            let product: f64 = pivot.iter().zip(below.iter()).map(|(x, y)| x * y).sum();
            let by = 2.0 * product / square;
            for (y, x) in below.iter_mut().zip(pivot.iter()) {
                *y -= by * x;
            }
        }
        pivot[0] = alpha;
        pivot[1..].fill(0.0);
    }
    let mut r = vec![0.0; p * p];
    for j in 0..p {
        for i in 0..=j {
            r[j * p + i] = a[j * height + i];
        }
    }
    r
}

/// The inverse of an upper triangular matrix.
pub(super) fn inverse_upper(r: &Matrix) -> Matrix {
    let p = r.rows;
    let mut out = Matrix::zeros(p, p);
    for j in 0..p {
        out[(j, j)] = 1.0 / r[(j, j)];
        for i in (0..j).rev() {
            let sum: f64 = (i + 1..=j).map(|k| r[(i, k)] * out[(k, j)]).sum();
            out[(i, j)] = -sum / r[(i, i)];
        }
    }
    out
}

/// A column that keeps less than this share of its length beside the earlier ones is spanned by them: R's tolerance.
const TOLERANCE: f64 = 1e-7;

/// The first column that earlier ones already span.
pub(super) fn aliased(r: &Matrix, columns: usize) -> Option<usize> {
    (0..columns).find(|&j| {
        let norm = (0..=j).map(|i| r[(i, j)] * r[(i, j)]).sum::<f64>().sqrt();
        norm == 0.0 || r[(j, j)].abs() < TOLERANCE * norm
    })
}

/// From the factor of some columns and y: the columns that no earlier ones span, and the factor of those and y. One
/// pass, however many columns go.
pub(super) fn without_aliased(r: &Matrix) -> (Vec<usize>, Matrix) {
    let p = r.cols;
    let mut columns: Vec<Vec<f64>> = (0..p).map(|j| (0..p).map(|i| r[(i, j)]).collect()).collect();
    let mut kept = Vec::new();
    for j in 0..p {
        let done = kept.len();
        let (before, after) = columns.split_at_mut(j + 1);
        let column = &mut before[j];
        let norm = column.iter().map(|x| x * x).sum::<f64>().sqrt();
        let rest = column[done..].iter().map(|x| x * x).sum::<f64>().sqrt();
        let is_response = j + 1 == p;
        if !is_response && (norm == 0.0 || rest < TOLERANCE * norm) {
            continue;
        }
        if rest > 0.0 && rest.is_finite() {
            let alpha = if column[done] > 0.0 { -rest } else { rest };
            column[done] -= alpha;
            let square: f64 = column[done..].iter().map(|x| x * x).sum();
            for later in after {
                let product: f64 = column[done..].iter().zip(&later[done..]).map(|(x, y)| x * y).sum();
                let by = 2.0 * product / square;
                later[done..].iter_mut().zip(&column[done..]).for_each(|(y, x)| *y -= by * x);
            }
            column[done] = alpha;
        }
        kept.push(j);
    }
    let factor =
        Matrix::from_fn(kept.len(), kept.len(), |i, j| if i <= j { columns[kept[j]][i] } else { 0.0 });
    kept.pop();
    (kept, factor)
}
