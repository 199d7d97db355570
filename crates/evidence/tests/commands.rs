//! The command line as others call it: every command answers with the keys of its schema, refuses with file, line and
//! column, and does not mind the order of rows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot read its own data has failed"
)]

use serde_json::Value;
use std::path::{Path, PathBuf};

fn data(file: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file).display().to_string()
}

fn run(args: &[&str]) -> (u8, String, String) {
    let args: Vec<String> =
        std::iter::once("evidence").chain(args.iter().copied()).map(str::to_owned).collect();
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = evidence::command::run(&args, &mut out, &mut told);
    (code, String::from_utf8(out).unwrap(), String::from_utf8(told).unwrap())
}

fn answer(args: &[&str]) -> Value {
    let (code, out, told) = run(args);
    assert_eq!(code, 0, "{args:?}: {told}");
    serde_json::from_str(&out).unwrap()
}

fn schema(command: &str) -> Value {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "../../docs/evidence", &format!("{command}.schema.json")]
            .iter()
            .collect();
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Every required key is there, and every key is described.
fn fits(command: &str, answer: &Value) {
    let schema = schema(command);
    for key in schema["required"].as_array().unwrap() {
        assert!(answer.get(key.as_str().unwrap()).is_some(), "{command} lacks {key}");
    }
    for key in answer.as_object().unwrap().keys().filter(|k| !k.starts_with("by_")) {
        assert!(schema["properties"][key].get("description").is_some(), "{command} tells {key} undescribed");
    }
}

#[test]
fn every_command_answers_with_the_keys_of_its_schema() {
    let schools = data("AER_CASchools.csv");
    let hsb = data("mlmRev_Hsb82.csv");
    fits("scales", &answer(&["scales", "--data", &data("psych_bfi.csv"), "--items", "-A1,A2,A3"]));
    fits(
        "regress",
        &answer(&["regress", "--data", &schools, "--formula", "read ~ income", "--cluster", "county"]),
    );
    fits("regress", &answer(&["regress", "--data", &schools, "--formula", "read ~ income", "--se", "hc1"]));
    fits("glm", &answer(&["glm", "--data", &hsb, "--formula", "minrty ~ ses", "--cluster", "school"]));
    fits("mixed", &answer(&["mixed", "--data", &hsb, "--formula", "mAch ~ ses + (1|school)", "--ml"]));
    let mediate = ["mediate", "--data", &schools, "--x", "lunch", "--m", "english", "--y", "read"];
    let asked = [&mediate[..], &["--controls", "log(income),students", "--draws", "50"]].concat();
    let told = answer(&asked);
    for key in ["acme", "ade", "total", "acme_bca", "sensitivity"] {
        assert!(told.get(key).is_some(), "{key}");
    }
    let told = answer(&[
        "agreement",
        "--data",
        &data("multilevel_klein2000.csv"),
        "--group",
        "GRPID",
        "--items",
        "COHES,PAY",
    ]);
    assert!(told["COHES"]["ICC1_REML"].is_number() && told["_scale"]["agreement"]["rwgj"].is_array());
}

#[test]
fn a_network_is_told_by_party_and_refused_by_name() {
    let directory = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = directory.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let roster =
        file("roster.csv", "id,side,answered\na,labor,1\nb,labor,1\nc,management,1\nd,management,0\n");
    let edges = file("edges.csv", "from,to,freq\na,b,3\nb,a,1\na,c,4\nc,a,2\n");
    let arguments =
        ["network", "--edges", &edges, "--roster", &roster, "--party", "side", "--weight", "freq"];
    let told = answer(&arguments);
    fits("network", &told);
    assert_eq!(told["by_side"]["EI"]["external"], 2);
    assert_eq!(told["strength"]["strong_share"], 0.5);
    let with_silent = [&arguments[..], &["--respondents", "answered"]].concat();
    assert!(answer(&with_silent)["betweenness"].is_null(), "three of four answered");
    // A year before: d was not there yet, and e has left since.
    let then = file("then.csv", "id,side,answered\ne,labor,1\na,labor,1\nb,labor,1\nc,management,1\n");
    let before = file("before.csv", "from,to,freq\na,b,2\nc,b,1\ne,a,4\n");
    let change =
        answer(&[&arguments[..], &["--before", &before, "--before-roster", &then]].concat())["change"]
            .clone();
    assert_eq!(change, serde_json::json!({"people": 3, "kept": 1, "gained": 3, "lost": 1, "jaccard": 0.2}));
    let (code, _, told) = run(&[&arguments[..], &["--before", &before]].concat());
    assert!(code == 1 && told.contains("before.csv: column 'from' names 'e' in row 3"), "{told}");
    let wrong = file("wrong.csv", "from,to\na,b\nb,zoe\n");
    let (code, _, told) = run(&["network", "--edges", &wrong, "--roster", &roster]);
    assert_eq!(code, 1);
    assert!(told.contains("wrong.csv: column 'to' names 'zoe' in row 2"), "{told}");
}

#[test]
fn copies_are_pooled_and_answers_raked_or_refused_by_name() {
    let copies = data("imputed_CASchools.csv");
    let pool = ["pool", "--data", &copies, "--formula", "read ~ income", "--imputation"];
    fits("pool", &answer(&[&pool[..], &[".imp"]].concat()));
    let (code, _, told) = run(&[&pool[..], &["grades2"]].concat());
    assert!(code == 1 && told.contains("no column 'grades2'"), "{told}");
    let hsb = data("mlmRev_Hsb82.csv");
    let rake = |margin: &str| run(&["rake", "--data", &hsb, "--margin", margin]);
    let (code, out, _) = rake("sector:Public=70,Catholic=30");
    assert_eq!(code, 0);
    fits("rake", &serde_json::from_str(&out).unwrap());
    for (margin, told) in [
        ("sector:Public=70", "'sector' = 'Catholic' answered and has no target"),
        ("sector:Public=70,Catholic=2,Other=1", "'Other' has target 1 and 0 rows"),
        ("sector:Public", "'Public' is not of the form group=number"),
        ("sector", "or give --roster"),
    ] {
        let (code, _, message) = rake(margin);
        assert!(code == 1 && message.contains(told), "{message}");
    }
    let counted = answer(&["rake", "--data", &hsb, "--margin", "sector", "--roster", &hsb]);
    assert_eq!(counted["effective_n"], 7185.0);
}

#[test]
fn what_is_wrong_is_told_with_what_to_do() {
    let schools = data("AER_CASchools.csv");
    for (args, code, told) in [
        (vec!["regress", "--data", "nowhere.csv", "--formula", "y ~ x"], 1, "nowhere.csv: cannot be read"),
        (
            vec!["regress", "--data", &schools, "--formula", "reed ~ income"],
            1,
            "there is no column 'reed'. There are: district, school",
        ),
        (
            vec!["regress", "--data", &schools, "--formula", "read ~ (income"],
            1,
            "formula, character 15: a closing bracket is missing",
        ),
        (
            vec!["regress", "--data", &schools, "--formula", "read ~ income", "--se", "cr1"],
            1,
            "say --cluster",
        ),
        (vec!["mixed", "--data", &schools, "--formula", "read ~ income"], 1, "needs a bar"),
        (
            vec!["mixed", "--data", &schools, "--formula", "read ~ income + (1|district)"],
            1,
            "420 effects for 420 rows",
        ),
        (vec!["mediate", "--data", &schools, "--x", "lunch", "--m", "lunch", "--y", "read"], 1, "mediate"),
        (vec!["regress", "--data", &schools], 2, "--formula"),
    ] {
        let (got, _, message) = run(&args);
        assert_eq!(got, code, "{args:?}: {message}");
        assert!(message.contains(told), "{args:?}: {message}");
    }
}

#[test]
fn hostile_columns_end_in_a_refusal_or_a_stated_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("odd.csv");
    let mut text = String::from("y,x,same,twice,big,g,one\n");
    for i in 0..30 {
        text.push_str(&format!("{},{i},5,{},1e308,{},u\n", i * 7 % 11, 2 * i, i % 3));
    }
    std::fs::write(&path, text).unwrap();
    let file = path.display().to_string();
    let regress = |formula: &str| run(&["regress", "--data", &file, "--formula", formula]);
    let (code, out, _) = regress("y ~ x + twice + same");
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    assert_eq!(told["aliased"], serde_json::json!(["twice", "same"]));
    assert!(told["coef"][2].is_null() && told["se_HC3"][1].is_number());
    assert_eq!(regress("same ~ x").0, 0);
    assert_eq!(regress("y ~ one").0, 1, "a factor of one level");
    assert_eq!(regress("y ~ big").0, 0);
    assert_eq!(regress("y ~ I(big * 10)").0, 1, "an infinity");
    for formula in [
        "same ~ x + (1|g)",
        "y ~ x + (1|one)",
        "y ~ x + (same|g)",
        "big ~ x + (1|g)",
        "y ~ x + (x|g) + (1|one)",
    ] {
        let (code, _, told) = run(&["mixed", "--data", &file, "--formula", formula]);
        assert!(code < 2 && (code == 0 || told.starts_with("error: ")), "{formula}: {told}");
    }
    assert_eq!(run(&["scales", "--data", &file, "--items", "same,big"]).0, 0);
    assert_eq!(run(&["agreement", "--data", &file, "--group", "one", "--items", "y"]).0, 1);
}

/// Rows in another order, and every row twice.
#[test]
fn the_order_of_rows_changes_nothing_and_doubling_only_the_errors() {
    let text = std::fs::read_to_string(data("AER_CASchools.csv")).unwrap();
    let (header, body) = text.split_once('\n').unwrap();
    let lines: Vec<&str> = body.lines().collect();
    let mut turned: Vec<&str> = lines.iter().rev().copied().collect();
    turned.rotate_left(137);
    let directory = tempfile::tempdir().unwrap();
    let file = |name: &str, lines: &[&str]| {
        let path = directory.path().join(name);
        std::fs::write(&path, format!("{header}\n{}\n", lines.join("\n"))).unwrap();
        path.display().to_string()
    };
    let (plain, mixed, double) = (
        file("a.csv", &lines),
        file("b.csv", &turned),
        file("c.csv", &[lines.clone(), lines.clone()].concat()),
    );
    let numbers = |path: &str, command: &str, formula: &str, key: &str| -> Vec<f64> {
        serde_json::from_value(answer(&[command, "--data", path, "--formula", formula])[key].clone()).unwrap()
    };
    let near = |a: Vec<f64>, b: Vec<f64>, relative: f64| {
        assert!(a.iter().zip(&b).all(|(x, y)| (x - y).abs() <= relative * y.abs().max(1e-9)), "{a:?} {b:?}");
    };
    let formula = "read ~ income + lunch";
    for key in ["coef", "se_classical", "se_HC3"] {
        near(numbers(&plain, "regress", formula, key), numbers(&mixed, "regress", formula, key), 1e-9);
    }
    near(numbers(&plain, "regress", formula, "coef"), numbers(&double, "regress", formula, "coef"), 1e-9);
    let formula = "read ~ income + (1|county)";
    near(numbers(&plain, "mixed", formula, "fixef"), numbers(&mixed, "mixed", formula, "fixef"), 1e-7);
}

/// Two groupings fitted by the closed form and by blocks are the same model.
#[test]
fn crossed_and_nested_ways_meet() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("nested.csv");
    let mut text = String::from("y,x,school,district\n");
    for i in 0..600_u32 {
        let (school, district) = (i % 30, i % 30 / 5);
        let noise = f64::from(i * 7919 % 101) / 50.0;
        let y = f64::from(school * 31 % 17) / 4.0 + f64::from(district * 13 % 7) / 2.0 + noise;
        text.push_str(&format!("{y},{},{school},{district}\n", i * 31 % 19));
    }
    std::fs::write(&path, text).unwrap();
    let file = path.display().to_string();
    let fitted =
        |formula: &str| answer(&["mixed", "--data", &file, "--formula", formula, "--at-theta", "0.7,0.4"]);
    let nested = fitted("y ~ x + (1|school) + (1|district)");
    // A column of ones that is no intercept by name goes the general way.
    let general = fitted("y ~ x + (0 + I(x - x + 1)|school) + (1|district)");
    let least = |v: &Value| v["criterion_minus2ll"].as_f64().unwrap();
    assert!((least(&nested) - least(&general)).abs() < 1e-9 * least(&nested).abs());
    let at = |v: &Value| v["at_theta"][0]["criterion"].as_f64().unwrap();
    assert!((at(&nested) - at(&general)).abs() < 1e-11 * at(&nested).abs());
    let effect = |v: &Value, i: usize| {
        v["blups"][i]["values"].as_object().unwrap().values().next().unwrap()[3].as_f64().unwrap()
    };
    let sd = |v: &Value, i: usize| v["blups"][i]["postSD_first"][3].as_f64().unwrap();
    for i in 0..2 {
        assert!((effect(&nested, i) - effect(&general, i)).abs() < 1e-5, "effects of grouping {i}");
        assert!((sd(&nested, i) - sd(&general, i)).abs() < 1e-5, "spreads of grouping {i}");
    }
}
