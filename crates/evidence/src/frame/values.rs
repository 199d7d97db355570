//! The cells of a column: numbers as narrow as they allow, or texts by code.

use super::Runs;

/// A column's cells.
#[derive(Debug, Clone)]
pub enum Values {
    /// Numbers.
    Numbers(Numbers),
    /// Texts.
    Texts(Texts),
}

/// Numbers, stored in the narrowest of three widths that holds them all, or in runs.
#[derive(Debug, Clone)]
pub enum Numbers {
    /// Whole numbers from -127 to 127; `i8::MIN` is missing.
    Small(Vec<i8>),
    /// Whole numbers of 32 bits; `i32::MIN` is missing.
    Whole(Vec<i32>),
    /// The same where most cells repeat the one before.
    Runs(Runs),
    /// Any numbers; NaN is missing.
    Real(Vec<f64>),
}

/// Texts, each by its place among the column's levels.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// The level of each row; `u32::MAX` is missing.
    pub codes: Vec<u32>,
    /// The levels, in order.
    pub levels: Vec<String>,
}

impl Numbers {
    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Small(v) => v.len(),
            Self::Whole(v) => v.len(),
            Self::Runs(v) => v.len(),
            Self::Real(v) => v.len(),
        }
    }

    /// Whether there is no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One cell; NaN where missing.
    #[must_use]
    pub fn get(&self, row: usize) -> f64 {
        match self {
            Self::Small(v) => small(v[row]),
            Self::Whole(v) => whole(v[row]),
            Self::Runs(v) => whole(v.get(row)),
            Self::Real(v) => v[row],
        }
    }

    /// All cells; NaN where missing.
    #[must_use]
    pub fn to_f64(&self) -> Vec<f64> {
        match self {
            Self::Small(v) => v.iter().map(|&x| small(x)).collect(),
            Self::Whole(v) => v.iter().map(|&x| whole(x)).collect(),
            Self::Runs(v) => v.iter().map(whole).collect(),
            Self::Real(v) => v.clone(),
        }
    }
}

fn small(x: i8) -> f64 {
    if x == i8::MIN { f64::NAN } else { f64::from(x) }
}

fn whole(x: i32) -> f64 {
    if x == i32::MIN { f64::NAN } else { f64::from(x) }
}

impl Texts {
    /// The text of a row; `None` where missing.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&str> {
        self.levels.get(self.codes[row] as usize).map(String::as_str)
    }

    /// The first cell that is no number, with its row from 0.
    #[must_use]
    pub fn first_word(&self) -> Option<(usize, &str)> {
        let word: Vec<bool> = self.levels.iter().map(|l| l.trim().parse::<f64>().is_err()).collect();
        let row = self.codes.iter().position(|&c| word.get(c as usize).copied().unwrap_or(false))?;
        Some((row, &self.levels[self.codes[row] as usize]))
    }

    /// How many cells are numbers and how many are not.
    #[must_use]
    pub fn numbers_and_words(&self) -> (usize, usize) {
        let number: Vec<bool> = self.levels.iter().map(|l| l.trim().parse::<f64>().is_ok()).collect();
        let (mut numbers, mut words) = (0, 0);
        for &code in &self.codes {
            match number.get(code as usize) {
                Some(true) => numbers += 1,
                Some(false) => words += 1,
                None => {}
            }
        }
        (numbers, words)
    }
}

/// A number as a label: whole numbers without a point.
#[must_use]
pub fn number_label(x: f64) -> String {
    format!("{x}")
}

/// The name R gives a column: every character that a plain name cannot hold becomes a point.
pub(super) fn r_name(name: &str) -> String {
    let mut out: String =
        name.chars().map(|c| if c.is_alphanumeric() || c == '.' || c == '_' { c } else { '.' }).collect();
    let first = out.chars().next();
    if first.is_none_or(|c| c.is_ascii_digit() || c == '_') {
        out.insert(0, 'X');
    }
    out
}

/// Codes and labels of numbers taken as groups, in rising order.
pub(super) fn numbers_as_groups(numbers: &Numbers) -> (Vec<u32>, Vec<String>) {
    match numbers {
        Numbers::Whole(v) => {
            by_table(v.iter().map(|&x| if x == i32::MIN { None } else { Some(i64::from(x)) }))
        }
        Numbers::Runs(v) => by_table(v.iter().map(|x| if x == i32::MIN { None } else { Some(i64::from(x)) })),
        Numbers::Small(v) => {
            by_table(v.iter().map(|&x| if x == i8::MIN { None } else { Some(i64::from(x)) }))
        }
        Numbers::Real(_) => None,
    }
    .unwrap_or_else(|| by_sorting(&numbers.to_f64()))
}

/// Groups by a table over the range of whole numbers, where that range is not much wider than the rows are many.
fn by_table(cells: impl Iterator<Item = Option<i64>> + Clone) -> Option<(Vec<u32>, Vec<String>)> {
    let (mut low, mut high, mut count) = (i64::MAX, i64::MIN, 0_i64);
    for x in cells.clone() {
        count += 1;
        if let Some(x) = x {
            low = low.min(x);
            high = high.max(x);
        }
    }
    if low > high {
        return Some((vec![u32::MAX; count as usize], Vec::new()));
    }
    if high - low > 4 * count + 1_000_000 {
        return None;
    }
    let mut table = vec![u32::MAX; (high - low + 1) as usize];
    for x in cells.clone().flatten() {
        table[(x - low) as usize] = 0;
    }
    let mut labels = Vec::new();
    for (at, code) in table.iter_mut().enumerate() {
        if *code == 0 {
            *code = labels.len() as u32;
            labels.push((low + at as i64).to_string());
        }
    }
    Some((cells.map(|x| x.map_or(u32::MAX, |x| table[(x - low) as usize])).collect(), labels))
}

fn by_sorting(cells: &[f64]) -> (Vec<u32>, Vec<String>) {
    let mut levels: Vec<f64> = cells.iter().copied().filter(|x| !x.is_nan()).map(|x| x + 0.0).collect();
    levels.sort_by(f64::total_cmp);
    levels.dedup();
    let code = |x: f64| if x.is_nan() { u32::MAX } else { levels.partition_point(|&l| l < x) as u32 };
    (cells.iter().map(|&x| code(x)).collect(), levels.iter().map(|&x| number_label(x)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_groups_in_rising_order() {
        let (of, labels) = numbers_as_groups(&Numbers::Whole(vec![30, 4, i32::MIN, 30, 100]));
        assert_eq!(of, [1, 0, u32::MAX, 1, 2]);
        assert_eq!(labels, ["4", "30", "100"]);
        let (of, labels) = numbers_as_groups(&Numbers::Real(vec![2.5, f64::NAN, 1e12, 2.5, -0.0, 0.0]));
        assert_eq!(of, [1, u32::MAX, 2, 1, 0, 0]);
        assert_eq!(labels, ["0", "2.5", "1000000000000"]);
    }

    #[test]
    fn names_are_found_as_r_spells_them() {
        assert_eq!(r_name("GNP deflator"), "GNP.deflator");
        assert_eq!(r_name(""), "X");
        assert_eq!(r_name("2nd"), "X2nd");
    }
}
