//! A mediation by cluster bootstrap with the reference's own random sequence.

use crate::common::{Comparison, california, expected};
use evidence::mediation::{Asked, Random, mediate};

fn asked(random: Random, draws: usize) -> Asked<'static> {
    Asked {
        x: "lunch",
        m: "english",
        y: "score",
        controls: "log(income) + str",
        cluster: Some("county"),
        draws,
        random,
    }
}

#[test]
fn the_reference_sequence_gives_the_reference_interval() {
    let ours = mediate(&california(), &asked(Random::ParkMiller(7), 2_000)).unwrap();
    Comparison::within(1e-9).skipping(&["cluster_order", "model", "random_sequence"]).compare(
        "mediation",
        &ours,
        &expected(&["mediation", "CASchools_cluster_boot"]),
    );
}

#[test]
fn another_sequence_gives_nearly_the_same_interval() {
    let ours = mediate(&california(), &asked(Random::Xoshiro(11), 4_000)).unwrap();
    assert!((ours.acme_sd - 0.0244).abs() < 0.0015, "{}", ours.acme_sd);
    assert!((ours.acme_q7[0] + 0.1567).abs() < 0.006 && (ours.acme_q7[1] + 0.0572).abs() < 0.006);
    assert!(ours.proportion_mediated.is_some(), "the total is far from 0 here");
    assert!(!ours.exploratory && ours.failed_draws == 0);
}
