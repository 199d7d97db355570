//! Tails and quantiles of the normal, t, F, beta and chi-squared distributions, exact far out in the tail.
//!
//! The incomplete beta function is the continued fraction of Abramowitz & Stegun 26.5.8 (Lentz's method), with the
//! logarithm of the beta function by Stirling's series so that large degrees of freedom lose no digits.

use statrs::function::{erf, gamma};

/// The logarithm of the beta function.
#[must_use]
pub fn ln_beta(a: f64, b: f64) -> f64 {
    let (p, q) = if a < b { (a, b) } else { (b, a) };
    let share = p / (p + q);
    if p >= 10.0 {
        let correction = stirling_rest(p) + stirling_rest(q) - stirling_rest(p + q);
        -0.5 * q.ln()
            + 0.5 * std::f64::consts::TAU.ln()
            + correction
            + (p - 0.5) * share.ln()
            + q * (-share).ln_1p()
    } else if q >= 10.0 {
        let correction = stirling_rest(q) - stirling_rest(p + q);
        gamma::ln_gamma(p) + correction + p - p * (p + q).ln() + (q - 0.5) * (-share).ln_1p()
    } else {
        gamma::ln_gamma(p) + gamma::ln_gamma(q) - gamma::ln_gamma(p + q)
    }
}

/// What Stirling's formula leaves of `ln gamma(x)` for x of 10 and more.
fn stirling_rest(x: f64) -> f64 {
    let i = 1.0 / (x * x);
    (1.0 / 12.0 - i * (1.0 / 360.0 - i * (1.0 / 1260.0 - i * (1.0 / 1680.0 - i * (1.0 / 1188.0))))) / x
}

/// The regularised incomplete beta function `I_x(a, b)`; `y` is `1 - x`, given apart so that neither end loses digits.
#[must_use]
pub fn beta_cdf(x: f64, y: f64, a: f64, b: f64) -> f64 {
    if x.is_nan() || y.is_nan() || a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    let ln_x = if x > 0.5 { (-y).ln_1p() } else { x.ln() };
    let ln_y = if y > 0.5 { (-x).ln_1p() } else { y.ln() };
    let front = (a * ln_x + b * ln_y - ln_beta(a, b)).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * beta_fraction(x, a, b) / a
    } else {
        1.0 - front * beta_fraction(y, b, a) / b
    }
}

fn beta_fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..100_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / guard(1.0 + even * d);
        c = guard(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / guard(1.0 + odd * d);
        c = guard(1.0 + odd / c);
        let step = d * c;
        h *= step;
        if (step - 1.0).abs() < 1e-16 {
            break;
        }
    }
    h
}

/// The x with `I_x(a, b) = p`, by halving.
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if p.is_nan() || a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    if p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    halve(0.0, 1.0, |x| beta_cdf(x, 1.0 - x, a, b) < p)
}

/// The border between where `below` holds and where it no longer does.
fn halve(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..1100 {
        let middle = if low > 0.0 && high / low > 4.0 { (low * high).sqrt() } else { 0.5 * (low + high) };
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
        if high - low <= f64::EPSILON * low {
            break;
        }
    }
    0.5 * (low + high)
}

/// P(|T| >= |t|) for Student's t with `df` degrees of freedom (`inf` gives the normal).
#[must_use]
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return normal_two_sided(t);
    }
    if t.is_infinite() {
        return 0.0;
    }
    let square = t * t;
    beta_cdf(df / (df + square), square / (df + square), 0.5 * df, 0.5)
}

/// The t with P(|T| <= t) = `level`.
#[must_use]
pub fn t_two_sided_quantile(level: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return normal_quantile(0.5 + 0.5 * level);
    }
    if df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    let y = beta_quantile(level, 0.5, 0.5 * df);
    (df * y / (1.0 - y)).sqrt()
}

/// P(F >= f).
#[must_use]
pub fn f_upper(f: f64, df1: f64, df2: f64) -> f64 {
    if f.is_infinite() {
        return 0.0;
    }
    if df2.is_infinite() {
        return chi_squared_upper(f * df1, df1);
    }
    let all = df2 + df1 * f;
    beta_cdf(df2 / all, df1 * f / all, 0.5 * df2, 0.5 * df1)
}

/// The f with P(F <= f) = `p`.
#[must_use]
pub fn f_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    let x = beta_quantile(p, 0.5 * df1, 0.5 * df2);
    df2 * x / (df1 * (1.0 - x))
}

/// P(X >= x) for chi-squared.
#[must_use]
pub fn chi_squared_upper(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { gamma::gamma_ur(0.5 * df, 0.5 * x) }
}

/// P(|Z| >= |z|) for the normal.
#[must_use]
pub fn normal_two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// P(Z <= z) for the normal.
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * erfc(-z / std::f64::consts::SQRT_2)
}

/// The z with P(Z <= z) = `p`.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let near = -std::f64::consts::SQRT_2 * erf::erfc_inv(2.0 * p);
    let density = (-0.5 * near * near).exp() / std::f64::consts::TAU.sqrt();
    let step = if p < 0.5 { normal_cdf(near) - p } else { (1.0 - p) - normal_cdf(-near) };
    if density > 0.0 && step.is_finite() { near - step / density } else { near }
}

/// The complementary error function: its series near 0, its continued fraction (Abramowitz & Stegun 7.1.14) beyond.
fn erfc(x: f64) -> f64 {
    if x < 0.0 {
        return 2.0 - erfc(-x);
    }
    if x < 1.5 {
        let (mut term, mut sum) = (x, x);
        for n in 1..200 {
            term *= 2.0 * x * x / f64::from(2 * n + 1);
            sum += term;
            if term < 1e-17 * sum {
                break;
            }
        }
        return 1.0 - std::f64::consts::FRAC_2_SQRT_PI * (-x * x).exp() * sum;
    }
    let fraction = (1..200).rev().fold(0.0, |below, n| 0.5 * f64::from(n) / (x + below));
    0.5 * std::f64::consts::FRAC_2_SQRT_PI * (-x * x).exp() / (x + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64, relative: f64) {
        assert!((a - b).abs() <= relative * b.abs(), "{a} against {b}");
    }

    /// Values of R 4.2: pt, qt, pf, qf, pnorm, qbeta.
    #[test]
    fn tails_agree_with_r() {
        close(t_two_sided(66.816_172_227_686_3, 418.0), 3.250_016_987_844_82e-225, 1e-11);
        close(t_two_sided(-4.347_803_837_408_55, 418.0), 1.729_258_876_547_89e-5, 1e-11);
        close(t_two_sided_quantile(0.95, 10.0), 2.228_138_851_986_275, 1e-12);
        close(t_two_sided_quantile(0.95, 1e6), 1.959_966_356_814_107, 1e-10);
        close(t_two_sided_quantile(0.95, 1.0), 12.706_204_736_174_7, 1e-12);
        close(normal_quantile(0.975), 1.959_963_984_540_054, 1e-14);
        close(f_quantile(0.95, 3.0, 20.0), 3.098_391_212_140_76, 1e-12);
        close(f_upper(5.256_547_473_926_72, 49.0, 700.0), 1.241_363_943_004_62e-24, 1e-10);
        close(normal_two_sided(3.0), 0.002_699_796_063_260_19, 1e-12);
    }

    #[test]
    fn quantiles_undo_their_distribution() {
        for df in [0.7, 2.0, 9.5, 40.0, 3000.0] {
            for level in [0.1, 0.5, 0.9, 0.999] {
                let t = t_two_sided_quantile(level, df);
                close(1.0 - t_two_sided(t, df), level, 1e-11);
            }
        }
    }
}
