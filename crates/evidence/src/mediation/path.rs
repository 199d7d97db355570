//! The path coefficients from one matrix of cross-products: with columns in the order 1, controls, X, M, Y its Cholesky
//! factor holds both regressions at once (Imai, Keele & Yamamoto 2010 for the quantities).

/// The most columns a path may have, controls and intercept among them.
pub const MOST_COLUMNS: usize = 40;
const LARGEST: usize = MOST_COLUMNS * MOST_COLUMNS;

/// The upper triangle of a cross-product matrix, row after row.
#[derive(Debug, Clone, PartialEq)]
pub struct Gram {
    /// Number of columns.
    pub columns: usize,
    /// `columns (columns + 1) / 2` sums of products.
    pub sums: Vec<f64>,
}

/// A path's coefficients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Path {
    /// X to M.
    pub a: f64,
    /// M to Y, X held.
    pub b: f64,
    /// The average mediated part: `a b`.
    pub acme: f64,
    /// The direct part: X to Y, M held.
    pub ade: f64,
    /// X to Y.
    pub total: f64,
    /// What M's model leaves, as a sum of squares.
    pub rest_m: f64,
    /// What Y's model leaves, as a sum of squares.
    pub rest_y: f64,
    /// What the others leave of X, as a sum of squares.
    pub rest_x: f64,
    /// The correlation of what both models leave, M out of Y's: the confounding that would undo the path.
    pub rho: f64,
}

impl Path {
    /// Reads the path off a Gram matrix; `None` where a column is spanned by those before it.
    #[must_use]
    pub fn of(gram: &[f64], columns: usize) -> Option<Self> {
        // A small factor where it is enough: clearing a large one would cost more than filling it.
        if columns <= 8 {
            Self::factored::<64>(gram, columns)
        } else {
            Self::factored::<LARGEST>(gram, columns)
        }
    }

    fn factored<const CELLS: usize>(gram: &[f64], d: usize) -> Option<Self> {
        let mut l = [0.0_f64; CELLS];
        let mut at = 0;
        for i in 0..d {
            for j in i..d {
                // Row i of the upper factor: what earlier rows explain is taken out.
                let mut rest = gram[at];
                at += 1;
                for k in 0..i {
                    rest -= l[k * d + i] * l[k * d + j];
                }
                if i == j {
                    let whole = gram[at - 1];
                    if rest.is_nan() || rest <= 1e-12 * whole || whole <= 0.0 {
                        return None;
                    }
                    l[i * d + i] = rest.sqrt();
                } else {
                    l[i * d + j] = rest / l[i * d + i];
                }
            }
        }
        let (x, m, y) = (d - 3, d - 2, d - 1);
        let u = |i: usize, j: usize| l[i * d + j];
        let a = u(x, m) / u(x, x);
        let b = u(m, y) / u(m, m);
        let total = u(x, y) / u(x, x);
        Some(Self {
            a,
            b,
            acme: a * b,
            ade: total - a * b,
            total,
            rest_m: u(m, m).powi(2),
            rest_y: u(y, y).powi(2),
            rest_x: u(x, x).powi(2),
            rho: u(m, y) / u(m, y).hypot(u(y, y)),
        })
    }
}

/// The cross-products of each unit's rows, product by product: `products[k][unit]`.
#[must_use]
pub fn unit_products(columns: &[Vec<f64>], unit: &[u32], units: usize) -> Vec<Vec<f64>> {
    let d = columns.len();
    let mut products = Vec::with_capacity(d * (d + 1) / 2);
    for i in 0..d {
        for j in i..d {
            let mut sums = vec![0.0; units];
            for ((x, y), &u) in columns[i].iter().zip(&columns[j]).zip(unit) {
                sums[u as usize] += x * y;
            }
            products.push(sums);
        }
    }
    products
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regression::{Fit, LeastSquares};

    #[test]
    fn one_factor_holds_both_regressions() {
        let x: Vec<f64> = (0..40).map(|i| f64::from(i * 17 % 40)).collect();
        let c: Vec<f64> = (0..40).map(|i| f64::from(i * 7 % 13)).collect();
        let m: Vec<f64> = (0..40).map(|i| 0.4 * x[i] + c[i] + f64::from((i * 29 % 11) as u8)).collect();
        let y: Vec<f64> = (0..40).map(|i| 0.3 * m[i] - 0.2 * x[i] + f64::from((i * 31 % 17) as u8)).collect();
        let one = vec![1.0; 40];
        let columns = [one.clone(), c.clone(), x.clone(), m.clone(), y.clone()];
        let gram: Vec<f64> = unit_products(&columns, &[0; 40], 1).into_iter().map(|p| p[0]).collect();
        let path = Path::of(&gram, 5).unwrap();
        let fit = |y: &[f64], columns: &[Vec<f64>]| {
            Fit::new(&LeastSquares { y, columns, weights: None, intercept: true }).unwrap()
        };
        let to_m = fit(&m, &[one.clone(), c.clone(), x.clone()]);
        let to_y = fit(&y, &[one, c, x, m]);
        for (ours, theirs) in [
            (path.a, to_m.coefficients[2]),
            (path.b, to_y.coefficients[3]),
            (path.ade, to_y.coefficients[2]),
            (path.rest_m, to_m.rss),
            (path.rest_y, to_y.rss),
        ] {
            assert!((ours - theirs).abs() < 1e-9 * theirs.abs(), "{ours} against {theirs}");
        }
    }

    #[test]
    fn a_column_that_others_span_has_no_path() {
        let columns = [vec![1.0; 9], vec![2.0; 9], (0..9).map(f64::from).collect(), vec![1.0; 9]];
        let gram: Vec<f64> = unit_products(&columns, &[0; 9], 1).into_iter().map(|p| p[0]).collect();
        assert!(Path::of(&gram, 4).is_none());
    }
}
