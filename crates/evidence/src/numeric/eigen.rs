//! Eigenvalues and vectors of small symmetric matrices, by Jacobi rotations (Golub & Van Loan, 8.5).

use super::dense::Matrix;

/// Eigenvalues, largest first, and the eigenvectors as columns in the same order.
#[derive(Debug, Clone)]
pub struct Eigen {
    /// Eigenvalues, largest first.
    pub values: Vec<f64>,
    /// One eigenvector per column.
    pub vectors: Matrix,
}

const MOST_SWEEPS: usize = 100;

/// The eigen-decomposition of a symmetric matrix.
#[must_use]
pub fn symmetric(a: &Matrix) -> Eigen {
    let n = a.rows;
    let mut a = a.clone();
    let mut v = Matrix::identity(n);
    for _ in 0..MOST_SWEEPS {
        let off: f64 = (0..n).map(|i| (0..i).map(|j| a[(i, j)] * a[(i, j)]).sum::<f64>()).sum();
        let scale: f64 = a.entries().iter().map(|x| x * x).sum();
        if off <= scale * 1e-32 || !off.is_finite() {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut v, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| a[(j, j)].total_cmp(&a[(i, i)]));
    Eigen {
        values: order.iter().map(|&i| a[(i, i)]).collect(),
        vectors: Matrix::from_fn(n, n, |i, j| v[(i, order[j])]),
    }
}

fn rotate(a: &mut Matrix, v: &mut Matrix, p: usize, q: usize) {
    if a[(p, q)] == 0.0 {
        return;
    }
    let theta = (a[(q, q)] - a[(p, p)]) / (2.0 * a[(p, q)]);
    let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let c = 1.0 / t.hypot(1.0);
    let s = t * c;
    for k in 0..a.rows {
        let (x, y) = (a[(k, p)], a[(k, q)]);
        a[(k, p)] = c * x - s * y;
        a[(k, q)] = s * x + c * y;
    }
    for k in 0..a.rows {
        let (x, y) = (a[(p, k)], a[(q, k)]);
        a[(p, k)] = c * x - s * y;
        a[(q, k)] = s * x + c * y;
        let (x, y) = (v[(k, p)], v[(k, q)]);
        v[(k, p)] = c * x - s * y;
        v[(k, q)] = s * x + c * y;
    }
}

/// `f` applied to the eigenvalues: `V f(D) V'`.
#[must_use]
pub fn apply(a: &Matrix, f: impl Fn(f64) -> f64) -> Matrix {
    let e = symmetric(a);
    let mut out = Matrix::zeros(a.rows, a.rows);
    for (k, &value) in e.values.iter().enumerate() {
        let column: Vec<f64> = (0..a.rows).map(|i| e.vectors[(i, k)]).collect();
        out.add_outer(f(value), &column);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_make_the_whole_again() {
        let a = Matrix::from_fn(5, 5, |i, j| 1.0 / (1.0 + (i + j) as f64));
        let whole = apply(&a, |x| x);
        let root = apply(&a, |x| x.max(0.0).sqrt());
        let squared = root.times(&root);
        for (i, x) in a.entries().iter().enumerate() {
            assert!((x - whole.entries()[i]).abs() < 1e-14);
            assert!((x - squared.entries()[i]).abs() < 1e-14);
        }
    }
}
