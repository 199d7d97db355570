//! The share of each school's staff who left.

use super::ties::Roster;

/// One share per school; NaN for a school without staff.
pub(super) fn shares(roster: &Roster) -> Vec<f64> {
    let mut left = vec![0.0; roster.sizes.len()];
    for (school, gone) in roster.school.iter().zip(&roster.left) {
        if let Some(sum) = left.get_mut(*school as usize) {
            *sum += f64::from(*gone);
        }
    }
    left.iter().zip(&roster.sizes).map(|(l, n)| l / f64::from(*n)).collect()
}
