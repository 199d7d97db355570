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

/// The columns that earlier ones already span, at R's tolerance.
pub(super) fn aliased(r: &Matrix, columns: usize) -> Option<usize> {
    const TOLERANCE: f64 = 1e-7;
    (0..columns).find(|&j| {
        let norm = (0..=j).map(|i| r[(i, j)] * r[(i, j)]).sum::<f64>().sqrt();
        norm == 0.0 || r[(j, j)].abs() < TOLERANCE * norm
    })
}
