//! The order of labels: as a reader expects it, letters before their case.

use std::cmp::Ordering;

/// The order R's `sort` gives in an English locale: letters regardless of case first, then small before capital.
#[must_use]
pub fn label_order(a: &str, b: &str) -> Ordering {
    let folded = |s: &str| s.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    if a.is_ascii() && b.is_ascii() {
        let by_letter =
            a.bytes().map(|c| c.to_ascii_lowercase()).cmp(b.bytes().map(|c| c.to_ascii_lowercase()));
        return by_letter.then_with(|| b.cmp(a));
    }
    folded(a).cmp(&folded(b)).then_with(|| b.cmp(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_decides_only_between_equal_letters() {
        let mut labels = vec!["Yes", "no", "No", "butte", "Alameda", "El Dorado", "Élan"];
        labels.sort_by(|a, b| label_order(a, b));
        assert_eq!(labels, ["Alameda", "butte", "El Dorado", "no", "No", "Yes", "Élan"]);
    }
}
