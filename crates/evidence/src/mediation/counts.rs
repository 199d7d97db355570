//! How often each unit is drawn in a resample, exactly multinomial.
//!
//! Counts are first independent Poisson(1), then units are added or taken at random until their sum is right: given the
//! sum, Poisson counts are multinomial, and superposition and thinning keep them so.

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

/// Bits of a table cell: few enough that the table stays near the processor.
const CELL: u32 = 12;
/// Bits below a cell, of the 48 a bound has.
const BELOW: u32 = 48 - CELL;
/// Marks a cell of the table that a boundary of the distribution runs through.
const UNDECIDED: u8 = u8::MAX;

/// Poisson(1) by table, exact to 48 bits.
pub(super) struct Poisson {
    table: Box<[u8; 1 << CELL]>,
    /// The distribution function times 2^48.
    bounds: Vec<u64>,
}

impl Poisson {
    pub(super) fn new() -> Self {
        let (mut bounds, mut term, mut sum) = (Vec::new(), (-1.0_f64).exp(), 0.0);
        for k in 1..=18 {
            sum += term;
            term /= f64::from(k);
            bounds.push((sum * 2_f64.powi(48)).round() as u64);
        }
        let count = |x: u64| bounds.iter().filter(|b| x >= **b).count() as u8;
        let mut table = Box::new([0; 1 << CELL]);
        for (cell, out) in (0_u64..).zip(table.iter_mut()) {
            let (low, high) = (count(cell << BELOW), count(((cell + 1) << BELOW) - 1));
            *out = if low == high { low } else { UNDECIDED };
        }
        Self { table, bounds }
    }

    #[inline]
    fn fill(&self, random: &mut Xoshiro256PlusPlus, counts: &mut [u8]) -> u64 {
        let table: &[u8; 1 << CELL] = &self.table;
        for five in counts.chunks_mut((64 / CELL) as usize) {
            let mut bits = random.next_u64();
            for count in five {
                let cell = bits & ((1 << CELL) - 1);
                bits >>= CELL;
                *count = table[cell as usize];
                if *count == UNDECIDED {
                    let x = (cell << BELOW) | (random.next_u64() >> (64 - BELOW));
                    *count = self.bounds.iter().filter(|b| x >= **b).count() as u8;
                }
            }
        }
        counts.iter().map(|c| u64::from(*c)).sum()
    }

    /// The counts of one replicate.
    pub(super) fn draw(&self, seed: u64, replicate: u64, counts: &mut [u8]) {
        let mut random =
            Xoshiro256PlusPlus::seed_from_u64(seed ^ replicate.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let units = counts.len();
        let mut total = self.fill(&mut random, counts);
        while total < units as u64 {
            counts[random.random_range(0..units)] += 1;
            total += 1;
        }
        while total > units as u64 {
            let unit = random.random_range(0..units);
            if random.random_range(0..32) < u32::from(counts[unit]) {
                counts[unit] -= 1;
                total -= 1;
            }
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
    use super::*;

    #[test]
    fn every_resample_has_as_many_as_there_are_and_each_unit_once_on_average() {
        let poisson = Poisson::new();
        let mut sums = vec![0_u64; 300];
        let mut squares = 0.0;
        for replicate in 0..4_000 {
            let mut counts = vec![0; 300];
            poisson.draw(9, replicate, &mut counts);
            assert_eq!(counts.iter().map(|c| u64::from(*c)).sum::<u64>(), 300);
            sums.iter_mut().zip(&counts).for_each(|(s, c)| *s += u64::from(*c));
            squares += counts.iter().map(|c| (f64::from(*c) - 1.0).powi(2)).sum::<f64>();
        }
        assert!(sums.iter().all(|s| (*s as f64 / 4_000.0 - 1.0).abs() < 0.08));
        // The variance of a multinomial count is 1 - 1/units.
        assert!((squares / (300.0 * 4_000.0) - 299.0 / 300.0).abs() < 0.01);
    }
}
