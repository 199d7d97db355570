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

/// One answer of `mediate --split county` on the California data.
fn split(seed: u64, file: &str) -> (f64, f64, f64, f64) {
    let words = [
        "evidence",
        "mediate",
        "--data",
        file,
        "--x",
        "lunch",
        "--m",
        "english",
        "--y",
        "read",
        "--split",
        "county",
        "--draws",
        "20",
        "--seed",
        &seed.to_string(),
    ]
    .map(str::to_owned);
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = evidence::command::run(&words, &mut out, &mut told);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&told));
    let told: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let number = |key: &str| told[key].as_f64().unwrap();
    (number("acme"), number("ade"), number("total"), number("n"))
}

/// R split the same counties 4,000 times at random (`tests/data/reference/split.R`); ours are other random splits, so
/// their mean and spread must be the same but for chance.
#[test]
fn split_samples_have_the_mean_and_spread_that_r_finds() {
    let file = crate::common::data("AER_CASchools.csv").display().to_string();
    let drawn: Vec<_> = (1..=400).map(|seed| split(seed, &file)).collect();
    assert!(drawn.iter().all(|d| d.3 == 41.0), "41 counties have two districts and more");
    let of = |part: fn(&(f64, f64, f64, f64)) -> f64| drawn.iter().map(part).collect::<Vec<f64>>();
    for (ours, mean, sd) in [
        (of(|d| d.0), -0.074_763_81, 0.024_783_51),
        (of(|d| d.1), -0.455_392_47, 0.039_991_19),
        (of(|d| d.2), -0.530_156_28, 0.046_452_61),
    ] {
        let (found, spread) =
            (evidence::numeric::summary::mean(&ours), evidence::numeric::summary::sd(&ours));
        assert!((found - mean).abs() < 4.0 * sd / 20.0, "{found} against {mean}");
        assert!((spread / sd - 1.0).abs() < 0.15, "{spread} against {sd}");
    }
}

/// Where everybody in a county answers alike, it does not matter who is in which half: R's path over county means.
#[test]
fn a_split_of_people_who_agree_is_the_path_over_means() {
    let directory = tempfile::tempdir().unwrap();
    let table = std::fs::read_to_string(crate::common::data("AER_CASchools.csv")).unwrap();
    let mut lines = table.lines().map(|l| l.split(',').map(str::to_owned).collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let place = |name: &str| header.iter().position(|h| h == name).unwrap();
    let (county, lunch, english) = (place("county"), place("lunch"), place("english"));
    let mut rows: Vec<Vec<String>> = lines.collect();
    let mut sums = std::collections::HashMap::<String, (f64, f64, f64)>::new();
    for row in &rows {
        let number = |at: usize| row[at].parse::<f64>().unwrap();
        let sum = sums.entry(row[county].clone()).or_default();
        *sum = (sum.0 + number(lunch), sum.1 + number(english), sum.2 + 1.0);
    }
    for row in &mut rows {
        let (x, m, n) = sums[&row[county]];
        row[lunch] = (x / n).to_string();
        row[english] = (m / n).to_string();
    }
    let file = directory.path().join("alike.csv");
    let text: Vec<String> = rows.iter().map(|r| r.join(",")).collect();
    std::fs::write(&file, format!("{}\n{}\n", header.join(","), text.join("\n"))).unwrap();
    for seed in [1, 2, 3] {
        let (acme, ade, total, _) = split(seed, &file.display().to_string());
        for (ours, r) in
            [(acme, -0.115_588_982_124_838), (ade, -0.512_187_244_779_76), (total, -0.627_776_226_904_598)]
        {
            assert!((ours - r).abs() < 1e-9, "{ours} against {r}");
        }
    }
}
