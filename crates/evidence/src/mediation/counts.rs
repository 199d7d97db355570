//! How often each unit is drawn in a resample, exactly multinomial.
//!
//! Counts are first independent Poisson(1), then units are added or taken at random until their sum is right: given the
//! sum, Poisson counts are multinomial, and superposition and thinning keep them so.

use pulp::{Simd, bytemuck};
use rand::RngExt as _;
use rand::SeedableRng as _;
use rand::rand_core::Rng as _;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Where random numbers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Random {
    /// Each replicate has its own sequence from the seed: the same for any number of threads.
    Xoshiro(u64),
    /// Park and Miller's sequence (1988) with multiplier 48271, one after the other: unit = x mod units.
    ParkMiller(u64),
}

/// Units whose counts come from one step of all sequences: four from each 64 bits.
const STEP: usize = 4 * SEQUENCES;
/// Sequences that step together, so that the processor can take them at once.
const SEQUENCES: usize = 8;
/// Half the range of sixteen bits.
const HALF: u16 = 0x8000;
/// Bits below those a count is read from, of the 48 a bound has.
const BELOW: u32 = 32;

/// Eight xoshiro256++ sequences side by side (Blackman & Vigna 2021).
struct Sequences([[u64; SEQUENCES]; 4]);

impl Sequences {
    fn new(random: &mut Xoshiro256PlusPlus) -> Self {
        let mut state = [[0; SEQUENCES]; 4];
        state.iter_mut().flatten().for_each(|word| *word = random.next_u64());
        Self(state)
    }

    #[inline(always)]
    fn next(&mut self) -> [u64; SEQUENCES] {
        let [a, b, c, d] = &mut self.0;
        let mut out = [0; SEQUENCES];
        for lane in 0..SEQUENCES {
            out[lane] = a[lane].wrapping_add(d[lane]).rotate_left(23).wrapping_add(a[lane]);
            let shifted = b[lane] << 17;
            c[lane] ^= a[lane];
            d[lane] ^= b[lane];
            b[lane] ^= c[lane];
            a[lane] ^= d[lane];
            c[lane] ^= shifted;
            d[lane] = d[lane].rotate_left(45);
        }
        out
    }
}

/// Poisson(1), exact to 48 bits: sixteen decide nearly always, the others where a bound lies among them.
pub(super) struct Poisson {
    /// The distribution function times 2^48.
    bounds: Vec<u64>,
    /// The first sixteen bits from which a count is at least 1, 2, … 7.
    at_least: [u16; 7],
    /// The sixteen bits that a bound runs through.
    undecided: [u16; 8],
}

impl Poisson {
    pub(super) fn new() -> Self {
        let (mut bounds, mut term, mut sum) = (Vec::new(), (-1.0_f64).exp(), 0.0);
        for k in 1..=18 {
            sum += term;
            term /= f64::from(k);
            bounds.push((sum * 2_f64.powi(48)).round() as u64);
        }
        let cell = |k: usize| (bounds[k] >> BELOW) as u16;
        // All bounds from the eighth on lie in the last cell.
        let undecided = std::array::from_fn(|k| if k < 7 { cell(k) } else { u16::MAX });
        let at_least = std::array::from_fn(|k| cell(k) + 1);
        Self { bounds, at_least, undecided }
    }

    #[inline(always)]
    fn fill<S: Simd>(&self, simd: S, random: &mut Xoshiro256PlusPlus, counts: &mut [u8]) -> u64 {
        let mut sequences = Sequences::new(random);
        // What is compared is moved by half the range: processors compare numbers with a sign.
        let signed = |x: u16| (x ^ HALF) as i16;
        let below = self.at_least.map(|bound| simd.splat_i16s(signed(bound - 1)));
        let undecided = self.undecided.map(|cell| simd.splat_i16s(signed(cell)));
        let mut total = 0;
        for out in counts.chunks_mut(STEP) {
            let words = sequences.next().map(|word| word.to_le() ^ (HALF as u64 * 0x0001_0001_0001_0001));
            let cells: [i16; STEP] = bytemuck::cast(words);
            let (mut drawn, mut odd) = ([0_u16; STEP], simd.splat_u16s(0));
            let vectors = S::as_simd_i16s(&cells).0.iter().zip(S::as_mut_simd_u16s(&mut drawn).0);
            for (&cells, drawn) in vectors {
                // A comparison that holds is all ones: minus one.
                let mut minus = simd.splat_u16s(0);
                for bound in below {
                    minus = simd.add_u16s(minus, mask(simd, simd.greater_than_i16s(cells, bound)));
                }
                for cell in undecided {
                    let same = simd.equal_u16s(unsigned(simd, cells), unsigned(simd, cell));
                    odd = simd.or_u16s(odd, mask(simd, same));
                }
                *drawn = simd.sub_u16s(simd.splat_u16s(0), minus);
            }
            let odd: &[u16] = bytemuck::cast_slice(std::slice::from_ref(&odd));
            if odd.iter().fold(0, |a, b| a | b) != 0 {
                self.decide(random, &cells, &mut drawn);
            }
            if out.len() < STEP {
                drawn[out.len()..].fill(0);
            }
            let bytes = drawn.map(|d| d as u8);
            out.copy_from_slice(&bytes[..out.len()]);
            total += u64::from(drawn.iter().sum::<u16>());
        }
        total
    }

    #[cold]
    fn decide(&self, random: &mut Xoshiro256PlusPlus, cells: &[i16; STEP], drawn: &mut [u16; STEP]) {
        for (cell, drawn) in cells.iter().zip(drawn) {
            let cell = *cell as u16 ^ HALF;
            if self.undecided.contains(&cell) {
                let x = (u64::from(cell) << BELOW) | (random.next_u64() >> (64 - BELOW));
                *drawn = self.bounds.iter().filter(|b| x >= **b).count() as u16;
            }
        }
    }

    /// The counts of one replicate.
    #[inline(always)]
    pub(super) fn draw<S: Simd>(&self, simd: S, seed: u64, replicate: u64, counts: &mut [u8]) {
        let mut random =
            Xoshiro256PlusPlus::seed_from_u64(seed ^ replicate.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let total = self.fill(simd, &mut random, counts);
        mend(&mut random, counts, total);
    }
}

#[inline(always)]
fn mask<S: Simd>(simd: S, found: S::m16s) -> S::u16s {
    simd.transmute_u16s_m16s(found)
}

#[inline(always)]
fn unsigned<S: Simd>(simd: S, cells: S::i16s) -> S::u16s {
    simd.transmute_u16s_i16s(cells)
}

/// Adds or takes units at random until there are as many as units.
fn mend(random: &mut Xoshiro256PlusPlus, counts: &mut [u8], mut total: u64) {
    let units = counts.len();
    while total < units as u64 {
        counts[random.random_range(0..units)] += 1;
        total += 1;
    }
    // Taking one of those drawn, each as likely: a unit at random, kept in the ratio of its count to the highest.
    let highest = u32::from(counts.iter().copied().max().unwrap_or(0));
    while total > units as u64 {
        let unit = random.random_range(0..units);
        if random.random_range(0..highest) < u32::from(counts[unit]) {
            counts[unit] -= 1;
            total -= 1;
        }
    }
}

/// Park and Miller's sequence.
pub(super) struct ParkMiller(u64);

impl ParkMiller {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed % 2_147_483_647)
    }

    /// The counts of the next replicate.
    pub(super) fn draw(&mut self, counts: &mut [u32]) {
        counts.fill(0);
        for _ in 0..counts.len() {
            self.0 = self.0 * 48_271 % 2_147_483_647;
            let unit = (self.0 % counts.len() as u64) as usize;
            counts[unit] += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::resample::with_vectors;
    use super::*;

    struct Drawn<'a> {
        poisson: &'a Poisson,
        replicate: u64,
        counts: &'a mut [u8],
    }

    impl pulp::WithSimd for Drawn<'_> {
        type Output = ();

        fn with_simd<S: Simd>(self, simd: S) {
            self.poisson.draw(simd, 9, self.replicate, self.counts);
        }
    }

    #[test]
    fn every_resample_has_as_many_as_there_are_and_each_unit_once_on_average() {
        let poisson = Poisson::new();
        let mut sums = vec![0_u64; 300];
        let mut squares = 0.0;
        for replicate in 0..4_000 {
            let mut counts = vec![0; 300];
            poisson.draw(pulp::Scalar256b, 9, replicate, &mut counts);
            assert_eq!(counts.iter().map(|c| u64::from(*c)).sum::<u64>(), 300);
            sums.iter_mut().zip(&counts).for_each(|(s, c)| *s += u64::from(*c));
            squares += counts.iter().map(|c| (f64::from(*c) - 1.0).powi(2)).sum::<f64>();
        }
        assert!(sums.iter().all(|s| (*s as f64 / 4_000.0 - 1.0).abs() < 0.08));
        // What the processor does with its own vectors is the same.
        for replicate in 0..50 {
            let (mut plain, mut wide) = (vec![0; 300], vec![0; 300]);
            poisson.draw(pulp::Scalar256b, 9, replicate, &mut plain);
            with_vectors(Drawn { poisson: &poisson, replicate, counts: &mut wide });
            assert_eq!(plain, wide);
        }
        // The variance of a multinomial count is 1 - 1/units.
        assert!((squares / (300.0 * 4_000.0) - 299.0 / 300.0).abs() < 0.01);
    }
}
