//! One half of a school's people say how partnership is, the other half how they collaborate: one mood cannot make both.

use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::numeric::summary;
use rand::RngExt as _;
use rand::SeedableRng as _;
use rand_xoshiro::Xoshiro256PlusPlus;

/// Turns rows of people into rows of groups: `x` is the mean of a random half of each group, `m` that of the other
/// half, every other column the mean of all. Groups of fewer than two people are left out.
///
/// # Errors
/// A column is missing or no number; fewer than two groups are left.
pub fn split_sample(
    frame: &Frame,
    group: &str,
    x: &str,
    m: &str,
    others: &[String],
    seed: u64,
) -> Result<Frame> {
    let groups = frame.groups(group)?;
    let (x_values, m_values) = (frame.numbers(x)?, frame.numbers(m)?);
    let rows: Vec<Vec<u32>> = groups.rows().into_iter().filter(|rows| rows.len() > 1).collect();
    if rows.len() < 2 {
        return Err(Error::question(format!(
            "--split: '{group}' has fewer than two groups of two people and more"
        )));
    }
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for rows in &rows {
        let mut dealt = rows.clone();
        for i in (1..dealt.len()).rev() {
            dealt.swap(i, random.random_range(0..=i));
        }
        let (one, other) = dealt.split_at(dealt.len() / 2);
        first.push(mean_of(&x_values, one));
        second.push(mean_of(&m_values, other));
    }
    let mut out =
        Frame { source: frame.source.clone(), rows: rows.len(), columns: Vec::new(), ..Frame::default() };
    out.set_numbers(x, first);
    out.set_numbers(m, second);
    for name in others.iter().filter(|n| *n != x && *n != m && *n != group) {
        let values = frame.numbers(name)?;
        out.set_numbers(name, rows.iter().map(|rows| mean_of(&values, rows)).collect());
    }
    let labels: Vec<f64> = rows.iter().map(|rows| f64::from(groups.of[rows[0] as usize])).collect();
    out.set_numbers(group, labels);
    Ok(out)
}

fn mean_of(values: &[f64], rows: &[u32]) -> f64 {
    let there: Vec<f64> = rows.iter().map(|&r| values[r as usize]).filter(|v| !v.is_nan()).collect();
    summary::mean(&there)
}
