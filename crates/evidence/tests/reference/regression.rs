//! Least squares, robust and cluster errors, proportions and adjusted p against R.

use crate::common::{Comparison, california, expected, frame};
use evidence::frame::{Frame, Values};
use evidence::numeric::summary;
use evidence::regression::compare;
use evidence::regression::proportions::{clopper_pearson, wilson};
use evidence::regression::regress;
use evidence::regression::report::Asked;
use serde_json::json;

fn check(name: &str, frame: &Frame, weights: Option<&str>) {
    let expected = expected(&["regression", name]);
    let asked = Asked { weights, cluster: Some("county"), errors: None };
    let ours = regress(frame, expected["formula"].as_str().unwrap(), &asked).unwrap();
    // p-values of very large t lose digits to the 15 printed digits of t; the reference is exact to what it prints.
    Comparison::within(1e-9)
        .looser("p_HC3_t", 1e-8)
        .looser("p_CR2", 1e-8)
        .looser("df_CR2_satt", 1e-8)
        .compare(name, &ours, &expected);
}

#[test]
fn one_predictor_agrees_with_r() {
    check("CASchools_sw_eq5", &california(), None);
}

#[test]
fn three_predictors_agree_with_r() {
    check("CASchools_sw_table7_1_col3", &california(), None);
}

#[test]
fn seven_predictors_agree_with_r() {
    check("CASchools_full", &california(), None);
}

#[test]
fn an_interaction_agrees_with_r() {
    check("CASchools_interaction", &california(), None);
}

#[test]
fn weights_agree_with_r() {
    check("CASchools_wls_students", &california(), Some("students"));
}

#[test]
fn twenty_seven_districts_agree_with_r() {
    let expected = expected(&["regression", "CASchools_first27"]);
    let asked = Asked { weights: None, cluster: Some("county"), errors: None };
    let frame = first_rows(&california(), 27);
    let ours = regress(&frame, expected["formula"].as_str().unwrap(), &asked).unwrap();
    // Here the reference's CR0 and CR1 are no cluster errors: its factor still held the 45 counties of the whole file,
    // more than the 27 rows, and sandwich::vcovCL does not sum scores when there are as many levels as rows. Its CR0
    // is its HC0. CR2 and CR3 came from another package and are right.
    assert_eq!(expected["se_CR0"], expected["se_HC0"]);
    Comparison::within(1e-9)
        .skipping(&["se_CR0", "se_CR1_stata", "se_CR1_noNK"])
        .looser("p_HC3_t", 1e-8)
        .looser("p_CR2", 1e-8)
        .looser("df_CR2_satt", 1e-8)
        .compare("first27", &ours, &expected);
}

fn first_rows(frame: &Frame, rows: usize) -> Frame {
    let mut out =
        Frame { source: frame.source.clone(), rows, columns: frame.columns.clone(), ..Frame::default() };
    for column in &mut out.columns {
        match &mut column.values {
            Values::Texts(texts) => texts.codes.truncate(rows),
            Values::Numbers(numbers) => {
                let mut all = numbers.to_f64();
                all.truncate(rows);
                *numbers = evidence::frame::Numbers::Real(all);
            }
        }
    }
    out
}

#[test]
fn the_certified_longley_regression_is_met() {
    let expected = expected(&["regression", "NIST_longley"]);
    let formula = "Employed ~ GNP.deflator + GNP + Unemployed + Armed.Forces + Population + Year";
    let mut frame = frame("datasets_longley.csv");
    // NIST's units: the R copy has employment, GNP and people in thousands.
    for (column, by) in [
        ("Employed", 1e3),
        ("GNP", 1e3),
        ("Unemployed", 10.0),
        ("Armed.Forces", 10.0),
        ("Population", 1e3),
        ("GNP.deflator", 1.0),
    ] {
        let scaled = frame.numbers(column).unwrap().iter().map(|x| (x * by * 10.0).round() / 10.0).collect();
        frame.set_numbers(column, scaled);
    }
    let ours = regress(&frame, formula, &Asked::default()).unwrap();
    let shown = json!({
        "certified_coef": ours.coef, "certified_se": ours.se_classical,
        "certified_resid_sd": ours.sigma, "certified_r2": ours.r2,
        "R_coef": ours.coef, "R_se": ours.se_classical,
    });
    Comparison::within(1e-9).compare("NIST_longley", &shown, &expected);
}

#[test]
fn adjusted_p_agree_with_r() {
    let expected = expected(&["regression", "p_adjust"]);
    let p: Vec<f64> = serde_json::from_value(expected["p"].clone()).unwrap();
    let ours = json!({
        "p": p, "BH": compare::benjamini_hochberg(&p), "holm": compare::holm(&p),
        "bonferroni": compare::bonferroni(&p),
    });
    Comparison::within(1e-12).compare("p_adjust", &ours, &expected);
}

#[test]
fn intervals_of_shares_agree_with_r() {
    let ours = json!({
        "0_of_12": wilson(0, 12), "3_of_25": wilson(3, 25), "41_of_60": wilson(41, 60),
        "clopper_3_of_25": clopper_pearson(3, 25),
    });
    Comparison::within(1e-10).compare("wilson", &ours, &expected(&["regression", "wilson"]));
}

#[test]
fn correlations_agree_with_r() {
    let frame = california();
    let (score, lunch) = (frame.numbers("score").unwrap(), frame.numbers("lunch").unwrap());
    let r = summary::correlation(&score, &lunch);
    let fit = regress(&frame, "score ~ str + lunch + english", &Asked::default()).unwrap();
    let ours = json!({
        "pearson": r, "ci95_fisher": summary::correlation_interval(r, score.len()),
        "spearman": summary::rank_correlation(&score, &lunch),
        "partial_score_str_given_lunch_english": fit.coef[1].signum() * fit.partial_r2[1].sqrt(),
    });
    Comparison::within(1e-10).compare("cor", &ours, &expected(&["regression", "cor_CASchools_score_lunch"]));
}

#[test]
fn pupils_and_schools_tell_different_stories() {
    let mut frame = frame("mlmRev_Hsb82.csv");
    let (ses, math) = (frame.numbers("ses").unwrap(), frame.numbers("mAch").unwrap());
    let schools = frame.groups("school").unwrap();
    let one_row_per_school: Vec<usize> = schools.rows().iter().map(|rows| rows[0] as usize).collect();
    let means = |x: &[f64]| {
        let all = evidence::frame::design::group_means(x, &schools);
        one_row_per_school.iter().map(|&r| all[r]).collect::<Vec<f64>>()
    };
    let (school_ses, school_math) = (means(&ses), means(&math));
    let total = regress(&frame, "mAch ~ ses", &Asked::default()).unwrap();
    let within =
        regress(&frame, "mAch ~ within(ses, school) + between(ses, school)", &Asked::default()).unwrap();
    frame = Frame::default();
    frame.set_numbers("x", school_ses.clone());
    frame.set_numbers("y", school_math.clone());
    let between = regress(&frame, "y ~ x", &Asked::default()).unwrap();
    let ours = json!({
        "r_individual": summary::correlation(&ses, &math),
        "r_school_means": summary::correlation(&school_ses, &school_math),
        "slope_total": total.coef[1], "slope_within": within.coef[1],
        "slope_between_unweighted": between.coef[1],
    });
    Comparison::within(1e-9).compare("ecological", &ours, &expected(&["regression", "ecological_Hsb82"]));
}
