//! Whole numbers that mostly repeat the one before, as ids do in a long sorted table: each value once, and where its run
//! ends.

/// Whole numbers of 32 bits in runs; `i32::MIN` is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Runs {
    values: Vec<i32>,
    ends: Vec<usize>,
}

impl Runs {
    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Whether there is no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether runs take less room than the cells themselves would.
    #[must_use]
    pub fn are_worth_it(&self) -> bool {
        4 * self.values.len() <= self.len()
    }

    /// One cell.
    #[must_use]
    pub fn get(&self, row: usize) -> i32 {
        self.values[self.ends.partition_point(|&end| end <= row)]
    }

    /// Adds a cell.
    #[inline]
    pub fn push(&mut self, x: i32) {
        match (self.values.last(), self.ends.last_mut()) {
            (Some(&last), Some(end)) if last == x => *end += 1,
            _ => self.begin(x, 1),
        }
    }

    fn begin(&mut self, x: i32, times: usize) {
        self.ends.push(self.len() + times);
        self.values.push(x);
    }

    /// Adds the cells of other runs.
    pub fn append(&mut self, other: &Self) {
        let mut before = 0;
        for (&x, &end) in other.values.iter().zip(&other.ends) {
            let times = end - before;
            before = end;
            match (self.values.last(), self.ends.last_mut()) {
                (Some(&last), Some(end)) if last == x => *end += times,
                _ => self.begin(x, times),
            }
        }
    }

    /// Every cell, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = i32> + Clone + '_ {
        let before = std::iter::once(0).chain(self.ends.iter().copied());
        let runs = self.values.iter().zip(&self.ends).zip(before);
        runs.flat_map(|((&x, &end), before)| std::iter::repeat_n(x, end - before))
    }
}

impl FromIterator<i32> for Runs {
    fn from_iter<I: IntoIterator<Item = i32>>(cells: I) -> Self {
        let mut runs = Self::default();
        cells.into_iter().for_each(|x| runs.push(x));
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_hold_what_was_put_in_and_join_at_their_ends() {
        let cells = [7, 7, 7, i32::MIN, 2, 2];
        let mut runs: Runs = cells.iter().copied().collect();
        assert_eq!((runs.len(), runs.values.len()), (6, 3));
        runs.append(&[2, 2, 9].into_iter().collect());
        assert_eq!(runs.values, [7, i32::MIN, 2, 9]);
        let all = [7, 7, 7, i32::MIN, 2, 2, 2, 2, 9];
        assert_eq!(runs.iter().collect::<Vec<_>>(), all);
        assert!((0..9).all(|row| runs.get(row) == all[row]));
        assert!(!runs.are_worth_it() && Runs::default().is_empty());
    }
}
