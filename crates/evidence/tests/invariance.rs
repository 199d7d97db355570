//! What must not matter does not: the order of rows, the unit of a column, a table given twice, the number of threads.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

mod asked;

use asked::answer;
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A question of each kind to the California districts; `{}` is the file.
const QUESTIONS: [&str; 9] = [
    "scales^--data^{}^--items^read,math,-english,-lunch",
    "agreement^--data^{}^--group^county^--items^read,math",
    "regress^--data^{}^--formula^read ~ lunch * english + log(income) + grades^--cluster^county",
    "regress^--data^{}^--formula^read ~ within(lunch, county) + between(lunch, county)^--weights^students",
    "glm^--data^{}^--formula^I(calworks/100) ~ log(income)^--weights^students^--cluster^county",
    "mixed^--data^{}^--formula^read ~ lunch + (1|county)^--at-theta^0.5",
    "mixed^--data^{}^--formula^read ~ lunch + (1|county) + (1|grades)",
    "mixed^--data^{}^--formula^read ~ lunch + (lunch|county)",
    "mediate^--data^{}^--x^lunch^--m^english^--y^read^--controls^log(income)^--cluster^county^--draws^200",
];

/// Numbers of the search for a floor, not of the floor, and of the first five rows.
const OF_THE_WAY: [&str; 4] = ["evaluations", "largest_slope", "hat_first5", "resid_first5"];

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

fn ask(question: &str, file: &Path) -> Value {
    answer(&question.replace("{}", &file.display().to_string()))
}

/// Where two answers differ by more than rounding.
fn differ(a: &Value, b: &Value, at: &str) -> Vec<String> {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) => {
            let keys: std::collections::BTreeSet<&String> = x.keys().chain(y.keys()).collect();
            let keys = keys.into_iter().filter(|k| !OF_THE_WAY.contains(&k.as_str()));
            keys.flat_map(|k| differ(&a[k], &b[k], &format!("{at}/{k}"))).collect()
        }
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            let pairs = x.iter().zip(y).enumerate();
            pairs.flat_map(|(i, (x, y))| differ(x, y, &format!("{at}/{i}"))).collect()
        }
        (Value::Number(x), Value::Number(y)) => {
            let (x, y) = (x.as_f64().unwrap(), y.as_f64().unwrap());
            let near = (x - y).abs() <= 1e-6 * y.abs().max(1e-6);
            if near { Vec::new() } else { vec![format!("{at}: {x} and {y}")] }
        }
        _ if a == b => Vec::new(),
        _ => vec![format!("{at}: {a} and {b}")],
    }
}

/// The header and the rows of a file.
fn rows_of(file: &str) -> (String, Vec<String>) {
    let text = std::fs::read_to_string(data(file)).unwrap();
    let mut lines = text.lines().map(str::to_owned);
    (lines.next().unwrap(), lines.collect())
}

fn written(directory: &Path, name: &str, header: &str, rows: &[String]) -> PathBuf {
    let path = directory.join(name);
    std::fs::write(&path, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
    path
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_no_answer(
        order in Just((0..420).collect::<Vec<usize>>()).prop_shuffle(),
        people in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
        ties in Just((0..41).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let directory = tempfile::tempdir().unwrap();
        let mixed_up = |name: &str, order: &[usize]| {
            let (header, rows) = rows_of(name);
            assert_eq!(rows.len(), order.len(), "{name}");
            let rows: Vec<String> = order.iter().map(|&i| rows[i].clone()).collect();
            written(directory.path(), name, &header, &rows)
        };
        let districts = mixed_up("AER_CASchools.csv", &order);
        for question in QUESTIONS {
            let wrong = differ(&ask(question, &districts), &ask(question, &data("AER_CASchools.csv")), "");
            prop_assert!(wrong.is_empty(), "{question}: {wrong:#?}");
        }
        let network = |roster: &Path, edges: &Path| {
            let (roster, edges) = (roster.display(), edges.display());
            let mut told = answer(&format!(
                "network^--edges^{edges}^--roster^{roster}^--party^side^--weight^freq^--respondents^answered"
            ));
            // People are listed in their order, and chance deals sides to them in that order.
            told["by_side"].as_object_mut().unwrap().remove("groups");
            let of_sides = told["by_side"]["EI"].as_object_mut().unwrap();
            of_sides.retain(|key, _| !key.contains("permutation"));
            told
        };
        let (roster, edges) = (mixed_up("example_roster.csv", &people), mixed_up("example_edges.csv", &ties));
        let plain = network(&data("example_roster.csv"), &data("example_edges.csv"));
        let wrong = differ(&network(&roster, &edges), &plain, "network");
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_unit_of_a_column_changes_its_coefficient_alone(power in -4_i32..5) {
        let by = 10_f64.powi(power);
        let file = data("AER_CASchools.csv").display().to_string();
        let of = |column: &str| {
            answer(&format!(
                "regress^--data^{file}^--let^lunches = {by} * lunch^--formula^read ~ {column} + english^--cluster^county"
            ))
        };
        let (plain, scaled) = (of("lunch"), of("lunches"));
        for key in ["coef", "se_classical", "se_HC3", "se_CR1_stata", "se_CR2"] {
            for (place, factor) in [(0, 1.0), (1, by), (2, 1.0)] {
                let (a, b) = (plain[key][place].as_f64().unwrap(), scaled[key][place].as_f64().unwrap());
                prop_assert!((b * factor - a).abs() <= 1e-9 * a.abs(), "{key} {place}: {a} and {b}");
            }
        }
        for key in ["df_CR2_satt", "p_CR2", "partial_r2", "r2", "vif"] {
            let wrong = differ(&scaled[key], &plain[key], key);
            prop_assert!(wrong.is_empty(), "{wrong:#?}");
        }
        let of = |column: &str| {
            answer(&format!("mixed^--data^{file}^--let^points = {by} * read^--formula^{column} ~ lunch + (1|county)"))
        };
        let (plain, scaled) = (of("read"), of("points"));
        prop_assert!(differ(&scaled["theta"], &plain["theta"], "theta").is_empty());
        for key in ["fixef", "se"] {
            for place in 0..2 {
                let (a, b) = (plain[key][place].as_f64().unwrap(), scaled[key][place].as_f64().unwrap());
                prop_assert!((b / by - a).abs() <= 1e-7 * a.abs(), "{key} {place}: {a} and {b}");
            }
        }
    }
}

#[test]
fn a_table_given_twice_has_the_same_coefficients_and_cluster_errors() {
    let directory = tempfile::tempdir().unwrap();
    let (header, rows) = rows_of("AER_CASchools.csv");
    let twice = written(directory.path(), "twice.csv", &header, &[rows.clone(), rows].concat());
    let once = data("AER_CASchools.csv");
    for (question, keys) in [
        (QUESTIONS[0], &["alpha_listwise", "omega_total_1factor_ML_listwise", "score_mean"][..]),
        ("regress^--data^{}^--formula^read ~ lunch + english^--cluster^county", &["coef", "se_CR0", "r2"]),
        (
            "mediate^--data^{}^--x^lunch^--m^english^--y^read^--cluster^county^--draws^200",
            &["acme", "ade", "acme_q7"],
        ),
    ] {
        let (a, b) = (ask(question, &twice), ask(question, &once));
        for key in keys {
            assert!(!b[key].is_null(), "{question} tells no {key}");
            let wrong = differ(&a[key], &b[key], key);
            assert!(wrong.is_empty(), "{question}: {wrong:#?}");
        }
    }
}

#[test]
fn the_number_of_threads_changes_no_digit() {
    let directory = tempfile::tempdir().unwrap();
    // Long enough for several blocks of a file and several blocks of rows.
    let (header, rows) = rows_of("AER_CASchools.csv");
    let many: Vec<String> = (0..30).flat_map(|_| rows.iter().cloned()).collect();
    let many = written(directory.path(), "many.csv", &header, &many);
    let district = data("district");
    let on = |threads: usize, question: &str, file: &Path| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut told = pool.install(|| ask(question, file));
        told.as_object_mut().unwrap().remove("seconds");
        told
    };
    for (question, file) in QUESTIONS.iter().map(|q| (*q, &many)).chain([("national^{}", &district)]) {
        let one = on(1, question, file);
        for threads in [2, 5] {
            assert_eq!(on(threads, question, file), one, "{question} on {threads} threads");
        }
    }
}
