//! How an action stands to its date.

use jiff::civil::date;

use super::{Age, age};

#[test]
fn days_are_counted_over_the_ends_of_months() {
    let today = date(2026, 10, 30);
    assert_eq!(age(date(2026, 10, 30), today), Age::Today);
    assert_eq!(age(date(2026, 11, 2), today), Age::Ahead(3));
    assert_eq!(age(date(2026, 9, 29), today), Age::Late(31));
    assert_eq!(age(date(2027, 10, 30), today), Age::Ahead(365));
}
