//! Reliability of the five scales of `bfi` against psych and R's factor analysis.

use crate::common::{Comparison, expected, frame};
use evidence::scale::{Answers, Item, reliability};

#[test]
fn five_scales_agree_with_psych() {
    let frame = frame("psych_bfi.csv");
    for (name, items) in [
        ("agree", "-A1,A2,A3,A4,A5"),
        ("consc", "C1,C2,C3,-C4,-C5"),
        ("extra", "-E1,-E2,E3,E4,E5"),
        ("neuro", "N1,N2,N3,N4,N5"),
        ("open", "O1,-O2,O3,O4,-O5"),
    ] {
        let items: Vec<Item> = items.split(',').map(Item::parse).collect();
        let ours = reliability(&Answers::from_frame(&frame, &items, None).unwrap()).unwrap();
        // The reference's search for the factor stops early; ours goes on to the floor.
        Comparison::within(1e-10)
            .looser("omega_total_1factor_ML_listwise", 1e-5)
            .looser("loadings_ML", 1e-5)
            .looser("uniquenesses_ML", 1e-5)
            .compare(name, &ours, &expected(&["reliability", "bfi", name]));
    }
}
