//! Aggregation of `klein2000` against multilevel and nlme.

use crate::common::{Comparison, expected, frame};
use evidence::agreement_index::report;
use evidence::scale::Item;

#[test]
fn three_variables_agree_with_multilevel() {
    let items: Vec<Item> = ["COHES", "POSAFF", "JOBSAT"].iter().map(|i| Item::parse(i)).collect();
    let ours = report(&frame("multilevel_klein2000.csv"), "GRPID", &items, None).unwrap();
    // nlme stops its search for the variances at about 1e-8.
    Comparison::within(1e-9)
        .looser("ICC1_REML", 1e-6)
        .looser("varcomp_REML", 1e-6)
        .looser("group_mean_reliability_mean", 1e-5)
        .looser("group_mean_reliability_first5", 1e-5)
        .compare("klein2000", &ours, &expected(&["reliability", "klein2000"]));
}
