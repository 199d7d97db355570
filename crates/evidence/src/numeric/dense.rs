//! Dense matrices with a few dozen columns: products, Cholesky, triangular solves.

use std::ops::{Index, IndexMut};

/// A dense matrix, stored by rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub cols: usize,
    data: Vec<f64>,
}

impl Index<(usize, usize)> for Matrix {
    type Output = f64;
    fn index(&self, (i, j): (usize, usize)) -> &f64 {
        &self.data[i * self.cols + j]
    }
}

impl IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut f64 {
        &mut self.data[i * self.cols + j]
    }
}

impl Matrix {
    /// A matrix of zeros.
    #[must_use]
    pub fn zeros(rows: usize, cols: usize) -> Self {
        Self { rows, cols, data: vec![0.0; rows * cols] }
    }

    /// A square matrix with ones on its diagonal.
    #[must_use]
    pub fn identity(n: usize) -> Self {
        let mut m = Self::zeros(n, n);
        for i in 0..n {
            m[(i, i)] = 1.0;
        }
        m
    }

    /// A matrix from its entries.
    #[must_use]
    pub fn from_fn(rows: usize, cols: usize, f: impl Fn(usize, usize) -> f64) -> Self {
        let mut m = Self::zeros(rows, cols);
        for i in 0..rows {
            for j in 0..cols {
                m[(i, j)] = f(i, j);
            }
        }
        m
    }

    /// One row.
    #[must_use]
    pub fn row(&self, i: usize) -> &[f64] {
        &self.data[i * self.cols..(i + 1) * self.cols]
    }

    /// All entries, row after row.
    #[must_use]
    pub fn entries(&self) -> &[f64] {
        &self.data
    }

    /// All entries, row after row, for writing.
    pub fn entries_mut(&mut self) -> &mut [f64] {
        &mut self.data
    }

    /// The diagonal.
    #[must_use]
    pub fn diagonal(&self) -> Vec<f64> {
        (0..self.rows.min(self.cols)).map(|i| self[(i, i)]).collect()
    }

    /// The transpose.
    #[must_use]
    pub fn transposed(&self) -> Self {
        Self::from_fn(self.cols, self.rows, |i, j| self[(j, i)])
    }

    /// The product with another matrix.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut out = Self::zeros(self.rows, other.cols);
        for i in 0..self.rows {
            for k in 0..self.cols {
                let a = self[(i, k)];
                if a != 0.0 {
                    for j in 0..other.cols {
                        out[(i, j)] += a * other[(k, j)];
                    }
                }
            }
        }
        out
    }

    /// The product with a vector.
    #[must_use]
    pub fn times_vector(&self, v: &[f64]) -> Vec<f64> {
        (0..self.rows).map(|i| dot(self.row(i), v)).collect()
    }

    /// The quadratic form `v' A v`.
    #[must_use]
    pub fn form(&self, v: &[f64]) -> f64 {
        dot(&self.times_vector(v), v)
    }

    /// Adds `scale * v v'`.
    pub fn add_outer(&mut self, scale: f64, v: &[f64]) {
        for i in 0..self.rows {
            let a = scale * v[i];
            let row = &mut self.data[i * self.cols..(i + 1) * self.cols];
            for (cell, b) in row.iter_mut().zip(v) {
                *cell += a * b;
            }
        }
    }

    /// Adds `scale * other`.
    pub fn add_scaled(&mut self, scale: f64, other: &Self) {
        for (a, b) in self.data.iter_mut().zip(&other.data) {
            *a += scale * b;
        }
    }

    /// The same matrix times a number.
    #[must_use]
    pub fn scaled(&self, by: f64) -> Self {
        Self { rows: self.rows, cols: self.cols, data: self.data.iter().map(|x| x * by).collect() }
    }

    /// Sum of the diagonal of `self * other`.
    #[must_use]
    pub fn trace_of_product(&self, other: &Self) -> f64 {
        (0..self.rows).map(|i| (0..self.cols).map(|k| self[(i, k)] * other[(k, i)]).sum::<f64>()).sum()
    }

    /// The lower Cholesky factor of a symmetric positive definite matrix; `None` when it is not.
    #[must_use]
    pub fn cholesky(&self) -> Option<Cholesky> {
        let n = self.rows;
        let mut l = Self::zeros(n, n);
        for i in 0..n {
            let (above, current) = l.data.split_at_mut(i * n);
            for j in 0..i {
                let row = &above[j * n..j * n + j + 1];
                current[j] = (self[(i, j)] - dot(&row[..j], &current[..j])) / row[j];
            }
            let rest = self[(i, i)] - dot(&current[..i], &current[..i]);
            if rest.is_nan() || rest <= 0.0 || rest.is_infinite() {
                return None;
            }
            current[i] = rest.sqrt();
        }
        Some(Cholesky { l })
    }
}

/// The sum of products of two vectors, in eight lanes so that the processor may work on them at once.
#[must_use]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let (a8, a_rest) = a.as_chunks::<8>();
    let (b8, b_rest) = b.as_chunks::<8>();
    for (x, y) in a8.iter().zip(b8) {
        for i in 0..8 {
            lanes[i] += x[i] * y[i];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f64>() + rest
}

/// A lower triangular factor `L` with `A = L L'`.
#[derive(Debug, Clone)]
pub struct Cholesky {
    /// The factor; zero above its diagonal.
    pub l: Matrix,
}

impl Cholesky {
    /// `ln det A`.
    #[must_use]
    pub fn ln_det(&self) -> f64 {
        2.0 * (0..self.l.rows).map(|i| self.l[(i, i)].ln()).sum::<f64>()
    }

    /// `L^-1 b`.
    #[must_use]
    pub fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in 0..x.len() {
            let row = self.l.row(i);
            let sum = dot(&row[..i], &x[..i]);
            x[i] = (x[i] - sum) / row[i];
        }
        x
    }

    /// `L'^-1 b`.
    #[must_use]
    pub fn backward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in (0..x.len()).rev() {
            x[i] /= self.l[(i, i)];
            for k in 0..i {
                x[k] -= self.l[(i, k)] * x[i];
            }
        }
        x
    }

    /// `A^-1 b`.
    #[must_use]
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        self.backward(&self.forward(b))
    }

    /// `A^-1`.
    #[must_use]
    pub fn inverse(&self) -> Matrix {
        let n = self.l.rows;
        let mut out = Matrix::zeros(n, n);
        let mut unit = vec![0.0; n];
        for j in 0..n {
            unit[j] = 1.0;
            for (i, x) in self.solve(&unit).into_iter().enumerate() {
                out[(i, j)] = x;
            }
            unit[j] = 0.0;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solved_system_gives_its_right_side_back() {
        let a = Matrix::from_fn(
            4,
            4,
            |i, j| if i == j { 5.0 } else { 1.0 / (1.0 + (i as f64 - j as f64).abs()) },
        );
        let b = [1.0, -2.0, 0.5, 3.0];
        let chol = a.cholesky().unwrap();
        for (x, y) in a.times_vector(&chol.solve(&b)).iter().zip(&b) {
            assert!((x - y).abs() < 1e-14);
        }
        let product = a.times(&chol.inverse());
        for i in 0..4 {
            for j in 0..4 {
                assert!((product[(i, j)] - f64::from(u8::from(i == j))).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn a_matrix_that_is_not_positive_definite_has_no_factor() {
        assert!(Matrix::from_fn(2, 2, |_, _| 1.0).cholesky().is_none());
        assert!(Matrix::from_fn(1, 1, |_, _| f64::NAN).cholesky().is_none());
    }
}
