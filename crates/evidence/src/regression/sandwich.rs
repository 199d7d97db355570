//! Covariances of coefficients that need no equal spread (White 1980; MacKinnon & White 1985) and no independence
//! within clusters (Liang & Zeger 1986; Bell & McCaffrey 2002; Pustejovsky & Tipton 2018).

use super::least_squares::{Fit, LeastSquares};
use crate::frame::Groups;
use crate::numeric::dense::{Matrix, dot};
use crate::numeric::eigen;

/// How squared residuals are mended for leverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RobustKind {
    /// As they are.
    Hc0,
    /// Times n / (n - k).
    Hc1,
    /// Over 1 - h.
    Hc2,
    /// Over (1 - h) squared.
    Hc3,
}

/// How clusters' scores are mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClusterKind {
    /// As they are.
    Cr0,
    /// Times `G/(G-1) (N-1)/(N-k)`, as Stata.
    Cr1,
    /// Times `G/(G-1)`.
    Cr1NoNk,
    /// By the symmetric root of what the fit took out (bias-reduced).
    Cr2,
    /// By the whole of what the fit took out (the jackknife).
    Cr3,
}

/// A cluster-robust covariance, with Satterthwaite's degrees of freedom where the kind has them.
#[derive(Debug, Clone)]
pub struct Clustered {
    /// The covariance of the kept coefficients.
    pub covariance: Matrix,
    /// Degrees of freedom of each kept coefficient.
    pub df: Vec<f64>,
}

/// The factor of CR1.
#[must_use]
pub fn cluster_factor(groups: f64, n: f64, k: f64) -> f64 {
    groups / (groups - 1.0) * (n - 1.0) / (n - k)
}

fn kept_row(fit: &Fit, model: &LeastSquares, i: usize, into: &mut [f64]) {
    for (x, &c) in into.iter_mut().zip(&fit.kept) {
        *x = model.columns[c][i];
    }
}

impl Fit {
    /// The heteroskedasticity-consistent covariance of the kept coefficients.
    #[must_use]
    pub fn robust(&self, model: &LeastSquares, kind: RobustKind, leverages: &[f64]) -> Matrix {
        let p = self.rank();
        let mut meat = Matrix::zeros(p, p);
        let mut x = vec![0.0; p];
        for i in 0..model.y.len() {
            let w = model.weights.map_or(1.0, |w| w[i]);
            if w == 0.0 {
                continue;
            }
            let score = w * self.residuals[i];
            let rest = 1.0 - leverages.get(i).copied().unwrap_or(0.0);
            let square = score * score
                / match kind {
                    RobustKind::Hc0 | RobustKind::Hc1 => 1.0,
                    RobustKind::Hc2 => rest,
                    RobustKind::Hc3 => rest * rest,
                };
            kept_row(self, model, i, &mut x);
            meat.add_outer(square, &x);
        }
        let factor = if kind == RobustKind::Hc1 { self.n as f64 / self.df } else { 1.0 };
        self.bread.times(&meat).times(&self.bread).scaled(factor)
    }

    /// The cluster-robust covariance of the kept coefficients.
    #[must_use]
    pub fn clustered(&self, model: &LeastSquares, clusters: &Groups, kind: ClusterKind) -> Clustered {
        let p = self.rank();
        let count = clusters.count() as f64;
        if matches!(kind, ClusterKind::Cr2 | ClusterKind::Cr3) {
            return self.reduced_bias(model, clusters, kind);
        }
        let scores: Vec<f64> =
            (0..model.y.len()).map(|i| model.weights.map_or(1.0, |w| w[i]) * self.residuals[i]).collect();
        let columns: Vec<&[f64]> = self.kept.iter().map(|&c| &model.columns[c][..]).collect();
        let whole = self.sandwich(&score_sums(&columns, &scores, clusters));
        let factor = match kind {
            ClusterKind::Cr1 => cluster_factor(count, self.n as f64, p as f64),
            ClusterKind::Cr1NoNk => count / (count - 1.0),
            _ => 1.0,
        };
        Clustered { covariance: whole.scaled(factor), df: vec![count - 1.0; p] }
    }

    /// `(X'WX)^-1 sum s s' (X'WX)^-1` of each cluster's sums. Each is turned by the triangular factor first: columns far
    /// from zero would otherwise cost twice the digits.
    pub(super) fn sandwich(&self, sums: &[f64]) -> Matrix {
        let p = self.rank();
        let across = self.r_inverse.transposed();
        let mut meat = Matrix::zeros(p, p);
        for s in sums.chunks(p.max(1)) {
            meat.add_outer(1.0, &across.times_vector(s));
        }
        self.r_inverse.times(&meat).times(&across)
    }

    fn reduced_bias(&self, model: &LeastSquares, clusters: &Groups, kind: ClusterKind) -> Clustered {
        let p = self.rank();
        let weighted = model.weights.is_some();
        let spread = if weighted { self.spread_of_equal_errors(model) } else { self.bread.clone() };
        let mut meat = Matrix::zeros(p, p);
        let mut degrees = vec![Degrees::new(p); p];
        for rows in clusters.rows() {
            let cluster = Cluster::of(self, model, &rows);
            let score = match kind {
                ClusterKind::Cr3 => cluster.jackknifed(&self.bread),
                _ if weighted => cluster.root_in_own_span(&self.bread, &spread, &mut degrees),
                _ => cluster.root_of_small_form(&self.r_inverse, &mut degrees),
            };
            meat.add_outer(1.0, &score);
        }
        let df = match kind {
            ClusterKind::Cr3 => vec![clusters.count() as f64 - 1.0; p],
            _ => degrees.iter().map(|d| d.satterthwaite(&self.bread, &spread)).collect(),
        };
        Clustered { covariance: self.bread.times(&meat).times(&self.bread), df }
    }

    /// `(X'WX)^-1 X'W^2X (X'WX)^-1`: the spread of coefficients were all errors equal.
    fn spread_of_equal_errors(&self, model: &LeastSquares) -> Matrix {
        let p = self.rank();
        let mut middle = Matrix::zeros(p, p);
        let mut x = vec![0.0; p];
        for i in 0..model.y.len() {
            let w = model.weights.map_or(1.0, |w| w[i]);
            kept_row(self, model, i, &mut x);
            middle.add_outer(w * w, &x);
        }
        self.bread.times(&middle).times(&self.bread)
    }
}

/// `sum x e` of each cluster, one after the other.
pub(crate) fn score_sums(columns: &[&[f64]], scores: &[f64], clusters: &Groups) -> Vec<f64> {
    let p = columns.len();
    let mut sums = vec![0.0; clusters.count() * p];
    for (i, &g) in clusters.of.iter().enumerate() {
        if g != Groups::NONE {
            for (j, column) in columns.iter().enumerate() {
                sums[g as usize * p + j] += column[i] * scores[i];
            }
        }
    }
    sums
}

/// One cluster's rows of the model.
struct Cluster {
    x: Matrix,
    w: Vec<f64>,
    e: Vec<f64>,
}

impl Cluster {
    fn of(fit: &Fit, model: &LeastSquares, rows: &[u32]) -> Self {
        let used: Vec<usize> =
            rows.iter().map(|&r| r as usize).filter(|&r| model.weights.is_none_or(|w| w[r] > 0.0)).collect();
        Self {
            x: Matrix::from_fn(used.len(), fit.rank(), |i, j| model.columns[fit.kept[j]][used[i]]),
            w: used.iter().map(|&r| model.weights.map_or(1.0, |w| w[r])).collect(),
            e: used.iter().map(|&r| fit.residuals[r]).collect(),
        }
    }

    /// `X'W e`.
    fn score(&self) -> Vec<f64> {
        let mut score = vec![0.0; self.x.cols];
        for i in 0..self.x.rows {
            for (s, x) in score.iter_mut().zip(self.x.row(i)) {
                *s += self.w[i] * self.e[i] * x;
            }
        }
        score
    }

    /// `X'WX`.
    fn form(&self) -> Matrix {
        let mut form = Matrix::zeros(self.x.cols, self.x.cols);
        for i in 0..self.x.rows {
            form.add_outer(self.w[i], self.x.row(i));
        }
        form
    }

    /// `X'W (I - H)^-1 e`, which is `(I - X'WX M)^-1 X'W e`.
    fn jackknifed(&self, bread: &Matrix) -> Vec<f64> {
        let p = self.x.cols;
        let mut a = Matrix::identity(p);
        a.add_scaled(-1.0, &self.form().times(bread));
        solve_general(a, self.score()).unwrap_or_else(|| vec![f64::NAN; p])
    }

    /// Equal weights: the root acts inside the p-dimensional form `R^-T X'X R^-1`.
    fn root_of_small_form(&self, r_inverse: &Matrix, degrees: &mut [Degrees]) -> Vec<f64> {
        let form = r_inverse.transposed().times(&self.form()).times(r_inverse);
        let parts = eigen::symmetric(&form);
        let rest = |value: f64| if 1.0 - value > 1e-12 { 1.0 / (1.0 - value) } else { 0.0 };
        let p = self.x.cols;
        let z = r_inverse.transposed().times_vector(&self.score());
        let mut turned = vec![0.0; p];
        let mut back = Matrix::zeros(p, p);
        for (k, &value) in parts.values.iter().enumerate() {
            let v: Vec<f64> = (0..p).map(|i| parts.vectors[(i, k)]).collect();
            let by = rest(value).sqrt();
            let share = dot(&v, &z) * by;
            turned.iter_mut().zip(&v).for_each(|(t, v)| *t += share * v);
            back.add_outer(value * by, &v);
        }
        let r = inverse_of_upper_inverse(r_inverse);
        for (j, degree) in degrees.iter_mut().enumerate() {
            let u: Vec<f64> = r_inverse.row(j).to_vec();
            let d: f64 = (0..p)
                .map(|k| {
                    let share: f64 = (0..p).map(|i| parts.vectors[(i, k)] * u[i]).sum();
                    share * share * parts.values[k].max(0.0) * rest(parts.values[k])
                })
                .sum();
            let b = r.transposed().times_vector(&back.times_vector(&u));
            degree.add(d, &b, &b);
        }
        r.transposed().times_vector(&turned)
    }

    /// Unequal weights: the root acts inside the span of X and WX. `spread` is the coefficients' spread under equal
    /// errors, the working model of clubSandwich for weighted fits.
    fn root_in_own_span(&self, bread: &Matrix, spread: &Matrix, degrees: &mut [Degrees]) -> Vec<f64> {
        let p = self.x.cols;
        let wx = Matrix::from_fn(self.x.rows, p, |i, j| self.w[i] * self.x[(i, j)]);
        let q = orthonormal(&self.x, &wx);
        let (xq, wq) = (q.transposed().times(&self.x), q.transposed().times(&wx));
        let mut g = Matrix::identity(q.cols);
        let cross = xq.times(bread).times(&wq.transposed());
        g.add_scaled(-1.0, &cross);
        g.add_scaled(-1.0, &cross.transposed());
        g.add_scaled(1.0, &xq.times(spread).times(&xq.transposed()));
        let root = eigen::apply(&g, |v| if v > 1e-12 { 1.0 / v.sqrt() } else { 0.0 });
        let rooted = root.times(&wq);
        for (j, degree) in degrees.iter_mut().enumerate() {
            let a = rooted.times_vector(bread.row(j));
            degree.add(dot(&a, &a), &xq.transposed().times_vector(&a), &wq.transposed().times_vector(&a));
        }
        rooted.transposed().times_vector(&q.transposed().times_vector(&self.e))
    }
}

/// An orthonormal basis of the columns of two matrices.
fn orthonormal(a: &Matrix, b: &Matrix) -> Matrix {
    let mut basis: Vec<Vec<f64>> = Vec::new();
    for j in 0..a.cols + b.cols {
        let mut v: Vec<f64> =
            (0..a.rows).map(|i| if j < a.cols { a[(i, j)] } else { b[(i, j - a.cols)] }).collect();
        let before = dot(&v, &v).sqrt();
        for _ in 0..2 {
            for u in &basis {
                let share = dot(u, &v);
                v.iter_mut().zip(u).for_each(|(v, u)| *v -= share * u);
            }
        }
        let norm = dot(&v, &v).sqrt();
        if norm > 1e-10 * before && basis.len() < a.rows {
            v.iter_mut().for_each(|v| *v /= norm);
            basis.push(v);
        }
    }
    Matrix::from_fn(a.rows, basis.len(), |i, j| basis[j][i])
}

fn inverse_of_upper_inverse(r_inverse: &Matrix) -> Matrix {
    super::orthogonal::inverse_upper(r_inverse)
}

/// `a^-1 b` by elimination with pivots.
fn solve_general(mut a: Matrix, mut b: Vec<f64>) -> Option<Vec<f64>> {
    let p = b.len();
    for k in 0..p {
        let pivot = (k..p).max_by(|&i, &j| a[(i, k)].abs().total_cmp(&a[(j, k)].abs()))?;
        if a[(pivot, k)].abs() < 1e-12 {
            return None;
        }
        if pivot != k {
            for j in 0..p {
                let held = a[(k, j)];
                a[(k, j)] = a[(pivot, j)];
                a[(pivot, j)] = held;
            }
            b.swap(k, pivot);
        }
        for i in k + 1..p {
            let by = a[(i, k)] / a[(k, k)];
            for j in k..p {
                a[(i, j)] -= by * a[(k, j)];
            }
            b[i] -= by * b[k];
        }
    }
    for k in (0..p).rev() {
        let sum: f64 = (k + 1..p).map(|j| a[(k, j)] * b[j]).sum();
        b[k] = (b[k] - sum) / a[(k, k)];
    }
    Some(b)
}

/// The sums Satterthwaite's degrees of freedom need, without ever holding the clusters' G x G matrix: its entry (g, h)
/// is `[g = h] d_g - x_g'M w_h - w_g'M x_h + x_g'P x_h`.
#[derive(Debug, Clone)]
struct Degrees {
    trace: f64,
    squares: f64,
    cross: Vec<(f64, Vec<f64>)>,
    outer: Matrix,
}

impl Degrees {
    fn new(p: usize) -> Self {
        Self { trace: 0.0, squares: 0.0, cross: Vec::new(), outer: Matrix::zeros(2 * p, 2 * p) }
    }

    fn add(&mut self, d: f64, x: &[f64], w: &[f64]) {
        self.trace += d;
        self.squares += d * d;
        let z: Vec<f64> = x.iter().chain(w).copied().collect();
        self.outer.add_outer(1.0, &z);
        self.cross.push((d, z));
    }

    fn satterthwaite(&self, bread: &Matrix, spread: &Matrix) -> f64 {
        let p = bread.rows;
        let k = Matrix::from_fn(2 * p, 2 * p, |i, j| match (i < p, j < p) {
            (true, true) => spread[(i, j)],
            (false, false) => 0.0,
            _ => -bread[(i % p, j % p)],
        });
        let inner = k.times(&self.outer);
        let trace = self.trace + (0..2 * p).map(|i| inner[(i, i)]).sum::<f64>();
        let mixed: f64 = self.cross.iter().map(|(d, z)| d * k.form(z)).sum();
        let squares = self.squares + 2.0 * mixed + inner.trace_of_product(&inner);
        trace * trace / squares
    }
}
