//! A thousand and more resamples by counts: each replicate is counts times products, then two tiny solves.

use super::counts::{ParkMiller, Poisson, Random};
use super::path::Path;
use crate::numeric::{summary, tails};
use rayon::prelude::*;

/// The paths of all replicates that had one, in the order drawn.
#[derive(Debug, Clone)]
pub struct Resampled {
    /// The paths.
    pub paths: Vec<Path>,
    /// Replicates without a path.
    pub failed: usize,
}

const TOGETHER: usize = 8;
const TILE: usize = 512;
const LANES: usize = 4;

/// Draws `draws` resamples of the units whose products are given.
#[must_use]
pub fn resample(products: &[Vec<f64>], columns: usize, draws: usize, random: Random) -> Resampled {
    let paths: Vec<Option<Path>> = match random {
        Random::ParkMiller(seed) => in_sequence(products, columns, draws, seed),
        Random::Xoshiro(seed) => {
            let poisson = Poisson::new();
            let batches: Vec<usize> = (0..draws).step_by(TOGETHER).collect();
            batches
                .par_iter()
                .flat_map_iter(|&first| {
                    together(products, columns, first, TOGETHER.min(draws - first), &poisson, seed)
                })
                .collect()
        }
    };
    let failed = paths.iter().filter(|p| p.is_none()).count();
    Resampled { paths: paths.into_iter().flatten().collect(), failed }
}

fn in_sequence(products: &[Vec<f64>], columns: usize, draws: usize, seed: u64) -> Vec<Option<Path>> {
    let mut sequence = ParkMiller::new(seed);
    let mut counts = vec![0; products[0].len()];
    (0..draws)
        .map(|_| {
            sequence.draw(&mut counts);
            let gram: Vec<f64> = products
                .iter()
                .map(|p| p.iter().zip(&counts).map(|(x, c)| x * f64::from(*c)).sum())
                .collect();
            Path::of(&gram, columns)
        })
        .collect()
}

/// Eight replicates at once, tile by tile, so that counts and products stay near the processor.
fn together(
    products: &[Vec<f64>],
    columns: usize,
    first: usize,
    replicates: usize,
    poisson: &Poisson,
    seed: u64,
) -> Vec<Option<Path>> {
    let units = products[0].len();
    let mut counts = vec![vec![0_u8; units]; TOGETHER];
    for (r, row) in counts.iter_mut().take(replicates).enumerate() {
        poisson.draw(seed, (first + r) as u64, row);
    }
    let mut grams = vec![vec![0.0; products.len()]; TOGETHER];
    let mut tile = vec![[0.0; TILE]; TOGETHER];
    for start in (0..units).step_by(TILE) {
        let end = (start + TILE).min(units);
        for (row, out) in counts.iter().zip(&mut tile) {
            out.fill(0.0);
            for (c, o) in row[start..end].iter().zip(out.iter_mut()) {
                *o = f64::from(*c);
            }
        }
        for (k, product) in products.iter().enumerate() {
            for half in 0..TOGETHER / 4 {
                let four = &tile[half * 4..half * 4 + 4];
                let sums = four_dots(&product[start..end], [&four[0], &four[1], &four[2], &four[3]]);
                for (r, sum) in sums.into_iter().enumerate() {
                    grams[half * 4 + r][k] += sum;
                }
            }
        }
    }
    grams.iter().take(replicates).map(|gram| Path::of(gram, columns)).collect()
}

/// Four sums of products with the same vector.
#[inline]
fn four_dots(x: &[f64], rows: [&[f64; TILE]; 4]) -> [f64; 4] {
    let mut sums = [[0.0; LANES]; 4];
    let (whole, rest) = x.as_chunks::<LANES>();
    let rows4 = rows.map(|r| r.as_chunks::<LANES>().0);
    for (i, x) in whole.iter().enumerate() {
        for r in 0..4 {
            let c = &rows4[r][i];
            for lane in 0..LANES {
                sums[r][lane] += x[lane] * c[lane];
            }
        }
    }
    let done = whole.len() * LANES;
    std::array::from_fn(|r| {
        let tail: f64 = rest.iter().zip(&rows[r][done..]).map(|(x, c)| x * c).sum();
        sums[r].iter().sum::<f64>() + tail
    })
}

/// The interval between the 2.5 % and 97.5 % quantiles (type 7).
#[must_use]
pub fn percentile(drawn: &[f64]) -> [f64; 2] {
    let sorted = summary::sorted(drawn);
    [summary::quantile_sorted(&sorted, 0.025), summary::quantile_sorted(&sorted, 0.975)]
}

/// Efron's bias-corrected and accelerated interval (1987); `without` holds the estimate without each unit.
#[must_use]
pub fn bca(drawn: &[f64], estimate: f64, without: &[f64]) -> [f64; 2] {
    let sorted = summary::sorted(drawn);
    let below = sorted.partition_point(|&x| x < estimate) as f64;
    let bias = tails::normal_quantile(below / sorted.len() as f64);
    let mean = summary::mean(without);
    let (mut cubes, mut squares) = (0.0, 0.0);
    for w in without {
        cubes += (mean - w).powi(3);
        squares += (mean - w).powi(2);
    }
    let acceleration = cubes / (6.0 * squares.powf(1.5));
    let end = |z: f64| {
        let moved = bias + (bias + z) / (1.0 - acceleration * (bias + z));
        summary::quantile_sorted(&sorted, tails::normal_cdf(moved))
    };
    let z = tails::normal_quantile(0.975);
    [end(-z), end(z)]
}

#[cfg(test)]
mod tests {
    use super::super::path::unit_products;
    use super::*;

    fn products(units: usize) -> Vec<Vec<f64>> {
        let noise = |i: usize, k: usize| ((i * k + k) % 101) as f64 / 101.0;
        let x: Vec<f64> = (0..units).map(|i| noise(i, 37)).collect();
        let m: Vec<f64> = (0..units).map(|i| 0.5 * x[i] + noise(i, 53)).collect();
        let y: Vec<f64> = (0..units).map(|i| 0.4 * m[i] + noise(i, 71)).collect();
        let unit: Vec<u32> = (0..units as u32).collect();
        unit_products(&[vec![1.0; units], x, m, y], &unit, units)
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let products = products(1_111);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| resample(&products, 4, 101, Random::Xoshiro(5)).paths)
        };
        let one = on(1);
        assert_eq!(one.len(), 101);
        assert_eq!(one, on(2));
        assert_eq!(one, on(5));
    }

    #[test]
    fn tiles_and_lanes_give_what_a_plain_sum_gives() {
        let products = products(777);
        let poisson = Poisson::new();
        let mut counts = vec![0; 777];
        poisson.draw(3, 0, &mut counts);
        let gram: Vec<f64> =
            products.iter().map(|p| p.iter().zip(&counts).map(|(x, c)| x * f64::from(*c)).sum()).collect();
        let plain = Path::of(&gram, 4).unwrap();
        let ours = resample(&products, 4, 1, Random::Xoshiro(3)).paths[0];
        assert!((plain.acme - ours.acme).abs() < 1e-12 && (plain.ade - ours.ade).abs() < 1e-12);
    }
}
