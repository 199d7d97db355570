//! Command lines against R: `tests/data/reference/make.R` made the results.

use crate::common::{Comparison, data};
use serde_json::Value;

/// The data files stand in the tests' folder; the answers in the order R told them.
fn answer(args: &[Value]) -> Value {
    let mut words = vec!["evidence".to_owned()];
    for (i, arg) in args.iter().enumerate() {
        let text = arg.as_str().unwrap();
        let file = i > 0 && args[i - 1] == "--data";
        words.push(if file { data(text).display().to_string() } else { text.to_owned() });
    }
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = evidence::command::run(&words, &mut out, &mut told);
    assert_eq!(code, 0, "{words:?}: {}", String::from_utf8_lossy(&told));
    serde_json::from_slice(&out).unwrap()
}

fn check(command: &str, at_least: usize) {
    let text = std::fs::read_to_string(data("reference/r.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mine = cases.iter().filter(|c| c["args"][0] == command);
    let mut seen = 0;
    for case in mine {
        let args = case["args"].as_array().unwrap();
        let mut comparison = Comparison::within(case["relative"].as_f64().unwrap());
        if command == "mixed" {
            comparison = comparison.looser("criterion_minus2ll", 1e-9).looser("criterion", 1e-12);
        }
        let mut expected = case["expected"].clone();
        if let Some(theta) = expected.get_mut("theta")
            && theta.as_array().is_some_and(|t| t.len() == 1)
        {
            *theta = theta[0].take();
        }
        comparison.compare(&format!("{args:?}"), &answer(args), &expected);
        seen += 1;
    }
    assert!(seen >= at_least, "{seen} cases of {command}");
}

#[test]
fn formulas_of_many_shapes_agree_with_lm_sandwich_and_club_sandwich() {
    check("regress", 8);
}

#[test]
fn binomial_models_with_cluster_errors_and_dispersion_agree_with_glm_and_sandwich() {
    check("glm", 4);
}

#[test]
fn nested_crossed_and_sloping_groups_agree_with_lme4() {
    check("mixed", 7);
}

#[test]
fn pooled_imputations_agree_with_mice() {
    check("pool", 2);
}

#[test]
fn raked_weights_agree_with_survey() {
    check("rake", 2);
}

#[test]
fn agreement_of_five_items_agrees_with_multilevel() {
    check("agreement", 1);
}
