//! Minimisers for smooth functions of a few numbers: Nelder & Mead's simplex to find the valley, Newton with
//! differences of fourth order to find its floor.

use super::dense::Matrix;

/// The lowest point a search found.
#[derive(Debug, Clone)]
pub struct Lowest {
    /// Where.
    pub at: Vec<f64>,
    /// The value there.
    pub value: f64,
    /// How often the function was asked.
    pub asked: usize,
}

/// Nelder & Mead (1965) with restarts, until the simplex is within `tolerance` of itself in every direction, relative
/// to `scale`.
pub fn simplex(f: &dyn Fn(&[f64]) -> f64, start: &[f64], scale: &[f64], tolerance: f64) -> Lowest {
    let mut lowest = one_simplex(f, start, scale, tolerance);
    for _ in 0..4 {
        if start.len() < 3 {
            break;
        }
        let smaller: Vec<f64> = scale.iter().map(|s| 0.2 * s).collect();
        let again = one_simplex(f, &lowest.at, &smaller, tolerance);
        let better = lowest.value - again.value > 1e-9 * lowest.value.abs().max(1.0);
        let asked = lowest.asked + again.asked;
        if again.value <= lowest.value {
            lowest = again;
        }
        lowest.asked = asked;
        if !better {
            break;
        }
    }
    lowest
}

fn one_simplex(f: &dyn Fn(&[f64]) -> f64, start: &[f64], scale: &[f64], tolerance: f64) -> Lowest {
    let n = start.len();
    let worth = |x: &[f64]| {
        let value = f(x);
        if value.is_nan() { f64::INFINITY } else { value }
    };
    let mut points: Vec<(f64, Vec<f64>)> = vec![(worth(start), start.to_vec())];
    for i in 0..n {
        let mut x = start.to_vec();
        x[i] += scale[i];
        points.push((worth(&x), x));
    }
    let mut asked = n + 1;
    while asked < 400 * (n + 1) {
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let spread = (0..n)
            .map(|i| points.iter().map(|p| (p.1[i] - points[0].1[i]).abs()).fold(0.0, f64::max) / scale[i])
            .fold(0.0, f64::max);
        if spread < tolerance {
            break;
        }
        let centre: Vec<f64> =
            (0..n).map(|i| points[..n].iter().map(|p| p.1[i]).sum::<f64>() / n as f64).collect();
        let worst = points[n].clone();
        let along =
            |by: f64| -> Vec<f64> { (0..n).map(|i| centre[i] + by * (worst.1[i] - centre[i])).collect() };
        let mirrored = along(-1.0);
        let value = worth(&mirrored);
        asked += 1;
        if value < points[0].0 {
            let further = along(-2.0);
            let beyond = worth(&further);
            asked += 1;
            points[n] = if beyond < value { (beyond, further) } else { (value, mirrored) };
        } else if value < points[n - 1].0 {
            points[n] = (value, mirrored);
        } else {
            let nearer = along(if value < worst.0 { -0.5 } else { 0.5 });
            let inside = worth(&nearer);
            asked += 1;
            if inside < value.min(worst.0) {
                points[n] = (inside, nearer);
            } else {
                let best = points[0].1.clone();
                for p in &mut points[1..] {
                    p.1 = (0..n).map(|i| best[i] + 0.5 * (p.1[i] - best[i])).collect();
                    p.0 = worth(&p.1);
                }
                asked += n;
            }
        }
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (value, at) = points.swap_remove(0);
    Lowest { at, value, asked }
}

/// Newton steps on differences of fourth order, from a point already near the floor. `step` is the width of the
/// differences in each direction. A step that raises the function is not taken.
pub fn polish(f: &dyn Fn(&[f64]) -> f64, near: &Lowest, step: &[f64]) -> Lowest {
    let mut lowest = near.clone();
    let n = step.len();
    for _ in 0..12 {
        let (slope, bend) = slope_and_bend(f, &lowest.at, lowest.value, step);
        lowest.asked += 4 * n + 2 * n * (n - 1) + 1;
        let Some(chol) = bend.cholesky() else { break };
        let move_by = chol.solve(&slope);
        let next: Vec<f64> = lowest.at.iter().zip(&move_by).map(|(x, d)| x - d).collect();
        let value = f(&next);
        let noise = 1e-11 * lowest.value.abs().max(1.0);
        if value.is_nan() || value > lowest.value + noise {
            break;
        }
        let small = move_by.iter().zip(step).all(|(d, s)| d.abs() < 1e-4 * s);
        lowest.at = next;
        lowest.value = value;
        if small {
            break;
        }
    }
    lowest
}

/// The slope to fourth order, and the second derivatives: to fourth order along each direction from the same points, to
/// second order across.
fn slope_and_bend(f: &dyn Fn(&[f64]) -> f64, at: &[f64], centre: f64, step: &[f64]) -> (Vec<f64>, Matrix) {
    let n = at.len();
    let (mut slope, mut bend) = (vec![0.0; n], Matrix::zeros(n, n));
    for i in 0..n {
        let mut x = at.to_vec();
        let mut moved = |k: f64| {
            x[i] = at[i] + k * step[i];
            f(&x)
        };
        let [a, b, c, d] = [-2.0, -1.0, 1.0, 2.0].map(&mut moved);
        slope[i] = (a - 8.0 * b + 8.0 * c - d) / (12.0 * step[i]);
        bend[(i, i)] = (-a + 16.0 * b - 30.0 * centre + 16.0 * c - d) / (12.0 * step[i] * step[i]);
        for j in 0..i {
            let corner = |a: f64, b: f64| {
                let mut x = at.to_vec();
                x[i] += a * step[i];
                x[j] += b * step[j];
                f(&x)
            };
            let sum = corner(1.0, 1.0) - corner(1.0, -1.0) - corner(-1.0, 1.0) + corner(-1.0, -1.0);
            bend[(i, j)] = sum / (4.0 * step[i] * step[j]);
            bend[(j, i)] = bend[(i, j)];
        }
    }
    (slope, bend)
}

/// The slope by central differences of fourth order.
pub fn gradient(f: &dyn Fn(&[f64]) -> f64, at: &[f64], step: &[f64]) -> Vec<f64> {
    (0..at.len())
        .map(|i| {
            let mut x = at.to_vec();
            let mut moved = |k: f64| {
                x[i] = at[i] + k * step[i];
                f(&x)
            };
            (moved(-2.0) - 8.0 * moved(-1.0) + 8.0 * moved(1.0) - moved(2.0)) / (12.0 * step[i])
        })
        .collect()
}

/// Of several functions at once: each one's value, slope and second derivatives, all to fourth order.
pub fn curvature(f: &dyn Fn(&[f64]) -> Vec<f64>, at: &[f64], step: &[f64]) -> Vec<(f64, Vec<f64>, Matrix)> {
    const WEIGHTS: [(f64, f64); 4] = [(-2.0, 1.0), (-1.0, -8.0), (1.0, 8.0), (2.0, -1.0)];
    let n = at.len();
    let centre = f(at);
    let mut out: Vec<_> = centre.iter().map(|c| (*c, vec![0.0; n], Matrix::zeros(n, n))).collect();
    for i in 0..n {
        let moved = |k: f64| {
            let mut x = at.to_vec();
            x[i] = at[i] + k * step[i];
            f(&x)
        };
        let [a, b, c, d] = [-2.0, -1.0, 1.0, 2.0].map(moved);
        for (k, (value, slope, bend)) in out.iter_mut().enumerate() {
            slope[i] = (a[k] - 8.0 * b[k] + 8.0 * c[k] - d[k]) / (12.0 * step[i]);
            bend[(i, i)] =
                (-a[k] + 16.0 * b[k] - 30.0 * *value + 16.0 * c[k] - d[k]) / (12.0 * step[i] * step[i]);
        }
        for j in 0..i {
            for (a, wa) in WEIGHTS {
                for (b, wb) in WEIGHTS {
                    let mut x = at.to_vec();
                    x[i] += a * step[i];
                    x[j] += b * step[j];
                    for ((_, _, bend), value) in out.iter_mut().zip(f(&x)) {
                        bend[(i, j)] += wa * wb * value / (144.0 * step[i] * step[j]);
                    }
                }
            }
            for (_, _, bend) in &mut out {
                bend[(j, i)] = bend[(i, j)];
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_of_a_bent_valley_is_found() {
        let valley = |x: &[f64]| (1.0 - x[0]).powi(2) + 100.0 * (x[1] - x[0] * x[0]).powi(2) + 7.0;
        let near = simplex(&valley, &[-1.2, 1.0], &[0.5, 0.5], 1e-4);
        let floor = polish(&valley, &near, &[1e-3, 1e-3]);
        assert!((floor.at[0] - 1.0).abs() < 1e-8 && (floor.at[1] - 1.0).abs() < 1e-8, "{floor:?}");
    }
}
