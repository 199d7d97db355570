//! A thousand and more resamples by counts: each replicate is counts times products, then two tiny solves.

use super::counts::{ParkMiller, Poisson, Random};
use super::path::Path;
use crate::numeric::{summary, tails};
use pulp::{Simd, WithSimd};
use rayon::prelude::*;

/// The paths of all replicates that had one, in the order drawn.
#[derive(Debug, Clone)]
pub struct Resampled {
    /// The paths.
    pub paths: Vec<Path>,
    /// Replicates without a path.
    pub failed: usize,
}

/// Replicates drawn together: products are read once for all of them.
const TOGETHER: usize = 16;
/// Units worked on at once, so that their products and counts stay near the processor.
const TILE: usize = 256;
/// Replicates and products whose sums are held in registers.
const FOUR: usize = 4;
const TWO: usize = 2;
const LANES: usize = 4;

/// Draws `draws` resamples of the units whose products are given.
#[must_use]
pub fn resample(products: &[Vec<f64>], columns: usize, draws: usize, random: Random) -> Resampled {
    let paths: Vec<Option<Path>> = match random {
        Random::ParkMiller(seed) => in_sequence(products, columns, draws, seed),
        Random::Xoshiro(seed) => {
            let poisson = Poisson::new();
            let tiles = Tiles::of(products);
            let batches: Vec<usize> = (0..draws).step_by(TOGETHER).collect();
            batches
                .par_iter()
                .map_init(
                    || Bench::new(&tiles),
                    |bench, &first| {
                        let replicates = first..draws.min(first + TOGETHER);
                        with_vectors(Together {
                            bench: &mut *bench,
                            tiles: &tiles,
                            poisson: &poisson,
                            seed,
                            replicates: replicates.clone(),
                        });
                        bench.grams[..replicates.len()]
                            .iter()
                            .map(|gram| Path::of(&gram[..products.len()], columns))
                            .collect::<Vec<_>>()
                    },
                )
                .flatten_iter()
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

/// The products, tile by tile: all products of the first units, then of the next, filled up with zeros.
struct Tiles {
    units: usize,
    /// Products, an even number.
    width: usize,
    cells: Vec<[f64; TILE]>,
}

impl Tiles {
    fn of(products: &[Vec<f64>]) -> Self {
        let (units, width) = (products[0].len(), products.len().next_multiple_of(TWO));
        let mut cells = vec![[0.0; TILE]; units.div_ceil(TILE) * width];
        for (k, product) in products.iter().enumerate() {
            for (tile, part) in product.chunks(TILE).enumerate() {
                cells[tile * width + k][..part.len()].copy_from_slice(part);
            }
        }
        Self { units, width, cells }
    }
}

/// What one thread needs for its batches, kept to be used again.
struct Bench {
    counts: Vec<u8>,
    tile: Vec<[[f64; TILE]; FOUR]>,
    grams: Vec<Vec<f64>>,
}

impl Bench {
    fn new(tiles: &Tiles) -> Self {
        Self {
            counts: vec![0; TOGETHER * tiles.units],
            tile: vec![[[0.0; TILE]; FOUR]; TOGETHER / FOUR],
            grams: vec![vec![0.0; tiles.width]; TOGETHER],
        }
    }
}

/// Does something with vectors of four numbers: the processor's own where it has them, otherwise the same sums in the same
/// order one by one.
#[inline]
pub(super) fn with_vectors<Op: WithSimd>(what: Op) -> Op::Output {
    #[cfg(target_arch = "x86_64")]
    if let Some(simd) = pulp::x86::V3::try_new() {
        return Simd::vectorize(simd, what);
    }
    Simd::vectorize(pulp::Scalar256b, what)
}

/// Sixteen replicates at once.
struct Together<'a> {
    bench: &'a mut Bench,
    tiles: &'a Tiles,
    poisson: &'a Poisson,
    seed: u64,
    replicates: std::ops::Range<usize>,
}

impl WithSimd for Together<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Bench { counts, tile, grams } = self.bench;
        let units = self.tiles.units;
        for (replicate, row) in self.replicates.zip(counts.chunks_exact_mut(units)) {
            self.poisson.draw(simd, self.seed, replicate as u64, row);
        }
        grams.iter_mut().for_each(|gram| gram.fill(0.0));
        for (at, products) in self.tiles.cells.chunks_exact(self.tiles.width).enumerate() {
            let here = at * TILE..(at * TILE + TILE).min(units);
            // A district has a few schools: what is filled up with zeros is left out as far as vectors go.
            let filled = here.len().next_multiple_of(LANES);
            for (r, row) in counts.chunks_exact(units).enumerate() {
                let out = &mut tile[r / FOUR][r % FOUR];
                for (c, o) in row[here.clone()].iter().zip(out.iter_mut()) {
                    *o = f64::from(*c);
                }
            }
            for (four, grams) in tile.iter().zip(grams.chunks_exact_mut(FOUR)) {
                for (k, two) in products.as_chunks::<TWO>().0.iter().enumerate() {
                    let sums = dots(simd, two, four, filled);
                    for (gram, sums) in grams.iter_mut().zip(sums) {
                        gram[k * TWO] += sums[0];
                        gram[k * TWO + 1] += sums[1];
                    }
                }
            }
        }
    }
}

/// The sums of products of two columns with the counts of four replicates. Vectors are named, because a compiler left to
/// itself tears them apart over so many sums.
#[inline(always)]
fn dots<S: Simd>(
    simd: S,
    columns: &[[f64; TILE]; TWO],
    counts: &[[f64; TILE]; FOUR],
    filled: usize,
) -> [[f64; TWO]; FOUR] {
    let mut sums = [[simd.splat_f64s(0.0); TWO]; FOUR];
    let [first, second] = columns.each_ref().map(|c| S::as_simd_f64s(&c[..filled]).0);
    let [a, b, c, d] = counts.each_ref().map(|c| S::as_simd_f64s(&c[..filled]).0);
    for (((((&first, &second), &a), &b), &c), &d) in first.iter().zip(second).zip(a).zip(b).zip(c).zip(d) {
        for (sums, count) in sums.iter_mut().zip([a, b, c, d]) {
            sums[0] = simd.add_f64s(sums[0], simd.mul_f64s(first, count));
            sums[1] = simd.add_f64s(sums[1], simd.mul_f64s(second, count));
        }
    }
    sums.map(|of| {
        of.map(|lanes| {
            let mut out = [0.0; LANES];
            S::as_mut_simd_f64s(&mut out).0[0] = lanes;
            (out[0] + out[2]) + (out[1] + out[3])
        })
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
        poisson.draw(pulp::Scalar256b, 3, 0, &mut counts);
        let gram: Vec<f64> =
            products.iter().map(|p| p.iter().zip(&counts).map(|(x, c)| x * f64::from(*c)).sum()).collect();
        let plain = Path::of(&gram, 4).unwrap();
        let ours = resample(&products, 4, 1, Random::Xoshiro(3)).paths[0];
        assert!((plain.acme - ours.acme).abs() < 1e-12 && (plain.ade - ours.ade).abs() < 1e-12);
    }
}
