//! Every command's answer, whole, against its schema in `docs/evidence`: types, required keys, and no key that the
//! schema does not know.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// The words of JSON Schema that are used here. Another one in a schema fails, so that nothing is silently not checked.
const KNOWN: [&str; 15] = [
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "description",
    "enum",
    "items",
    "maxItems",
    "minItems",
    "patternProperties",
    "properties",
    "required",
    "title",
    "type",
    "minimum",
];

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/evidence")
}

fn schema(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(docs().join(name)).unwrap()).unwrap()
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// What does not fit, with the place where.
fn check(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Value::Object(schema) = schema else { return vec![format!("{at}: the schema is no object")] };
    let mut wrong: Vec<String> = schema
        .keys()
        .filter(|k| !KNOWN.contains(&k.as_str()))
        .map(|k| format!("{at}: this test does not know '{k}'"))
        .collect();
    if let Some(Value::String(other)) = schema.get("$ref") {
        wrong.extend(check(&self::schema(other), value, at));
    }
    if let Some(Value::Array(ways)) = schema.get("anyOf") {
        let tried: Vec<Vec<String>> = ways.iter().map(|way| check(way, value, at)).collect();
        if !tried.iter().any(Vec::is_empty) {
            wrong.extend(tried.into_iter().flatten());
        }
    }
    let allowed: Vec<&str> = match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => vec![type_of(value)],
    };
    if !allowed.contains(&type_of(value)) {
        wrong.push(format!("{at}: is a {}, not {}", type_of(value), allowed.join(" or ")));
    }
    if let Some(Value::Array(words)) = schema.get("enum")
        && !words.contains(value)
    {
        wrong.push(format!("{at}: {value} is none of {words:?}"));
    }
    match value {
        Value::Number(x) => {
            if let Some(least) = schema.get("minimum").and_then(Value::as_f64)
                && x.as_f64().is_some_and(|x| x < least)
            {
                wrong.push(format!("{at}: {x} is below {least}"));
            }
        }
        Value::Array(cells) => {
            let number = |key: &str| schema.get(key).and_then(Value::as_u64).map(|n| n as usize);
            if number("minItems").is_some_and(|n| cells.len() < n)
                || number("maxItems").is_some_and(|n| cells.len() > n)
            {
                wrong.push(format!("{at}: has {} items", cells.len()));
            }
            match schema.get("items") {
                Some(items) => {
                    let each = cells.iter().enumerate();
                    wrong.extend(each.flat_map(|(i, cell)| check(items, cell, &format!("{at}/{i}"))));
                }
                None => wrong.push(format!("{at}: the schema does not say what stands in the list")),
            }
        }
        Value::Object(map) => wrong.extend(check_object(schema, map, at)),
        _ => {}
    }
    wrong
}

fn check_object(schema: &Map<String, Value>, map: &Map<String, Value>, at: &str) -> Vec<String> {
    if ["$ref", "anyOf"].iter().any(|k| schema.contains_key(*k)) {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for key in
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    {
        if !map.contains_key(key) {
            wrong.push(format!("{at}: lacks '{key}'"));
        }
    }
    let beginnings: Vec<(&str, &Value)> = schema
        .get("patternProperties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(pattern, schema)| (pattern.trim_start_matches('^'), schema))
        .collect();
    for (key, value) in map {
        let named = schema.get("properties").and_then(|p| p.get(key));
        let by_pattern = || beginnings.iter().find(|(begin, _)| key.starts_with(begin)).map(|(_, s)| *s);
        let other = || schema.get("additionalProperties").filter(|s| s.is_object());
        match named.or_else(by_pattern).or_else(other) {
            Some(schema) => wrong.extend(check(schema, value, &format!("{at}/{key}"))),
            None => wrong.push(format!("{at}/{key}: the schema does not know it")),
        }
    }
    wrong
}

fn run(args: &[&str]) -> Value {
    let args: Vec<String> =
        std::iter::once("evidence").chain(args.iter().copied()).map(str::to_owned).collect();
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = evidence::command::run(&args, &mut out, &mut told);
    assert_eq!(code, 0, "{args:?}: {}", String::from_utf8_lossy(&told));
    serde_json::from_slice(&out).unwrap()
}

/// Runs a command line over the test data and checks the whole answer.
fn fits(line: &str) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").display().to_string();
    let args: Vec<String> = line.split('^').map(|a| a.replace("DATA", &data)).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let answer = run(&args);
    let wrong = check(&schema(&format!("{}.schema.json", args[0])), &answer, "");
    assert!(wrong.is_empty(), "{line}\n{}", wrong.join("\n"));
}

#[test]
fn every_answer_fits_its_schema_in_full() {
    for line in [
        "scales^--data^DATA/psych_bfi.csv^--items^-A1,A2,A3,A4,A5",
        "scales^--data^DATA/psych_bfi.csv^--items^A2,A3^--range^1,6",
        "agreement^--data^DATA/multilevel_klein2000.csv^--group^GRPID^--items^COHES",
        "agreement^--data^DATA/multilevel_klein2000.csv^--group^GRPID^--items^COHES,PAY,-NEGLEAD",
        "network^--edges^DATA/example_edges.csv^--roster^DATA/example_roster.csv",
        "network^--edges^DATA/example_edges.csv^--roster^DATA/example_roster.csv^--party^side^--weight^freq",
        "network^--edges^DATA/example_edges.csv^--roster^DATA/example_roster.csv^--party^side^--weight^freq^--respondents^answered",
        "network^--edges^DATA/example_edges.csv^--roster^DATA/example_roster.csv^--party^side^--respondents^half",
        "network^--edges^DATA/example_edges.csv^--roster^DATA/example_roster.csv^--respondents^few",
        "network^--edges^DATA/example_edges.csv^--roster^DATA/example_roster.csv^--before^DATA/example_edges.csv",
        "regress^--data^DATA/AER_CASchools.csv^--formula^read ~ income",
        "regress^--data^DATA/AER_CASchools.csv^--formula^read ~ 1",
        "regress^--data^DATA/AER_CASchools.csv^--formula^read ~ income + grades + I(2*income)^--cluster^county",
        "regress^--data^DATA/AER_CASchools.csv^--formula^read ~ income + lunch^--weights^students^--se^hc1^--permute^lunch:99^--leave-one-out^income",
        "regress^--data^DATA/AER_CASchools.csv^--formula^read ~ income^--weights^students^--cluster^county^--se^cr2",
        "glm^--data^DATA/mlmRev_Hsb82.csv^--formula^minrty ~ ses^--cluster^school",
        "glm^--data^DATA/mlmRev_Hsb82.csv^--formula^minrty ~ ses + sector",
        "glm^--data^DATA/AER_CASchools.csv^--formula^I(lunch/100) ~ income^--weights^students",
        "pool^--data^DATA/imputed_CASchools.csv^--formula^read ~ income^--imputation^.imp",
        "pool^--data^DATA/imputed_CASchools.csv^--formula^read ~ income^--imputation^.imp^--cluster^grades",
        "rake^--data^DATA/mlmRev_Hsb82.csv^--margin^sector:Public=70,Catholic=30^--margin^minrty:Yes=30,No=70",
        "mixed^--data^DATA/mlmRev_Hsb82.csv^--formula^mAch ~ ses + (1|school)^--profile^--at-theta^0.5",
        "mixed^--data^DATA/mlmRev_Hsb82.csv^--formula^mAch ~ ses + (ses|school)^--ml",
        "mixed^--data^DATA/AER_CASchools.csv^--formula^read ~ income + (1|county) + (1|grades)^--effects",
        "mediate^--data^DATA/AER_CASchools.csv^--x^lunch^--m^english^--y^read^--controls^log(income),students^--draws^50",
        "mediate^--data^DATA/AER_CASchools.csv^--x^lunch^--m^english^--y^read^--cluster^county^--draws^50^--rng^park-miller",
        "mediate^--data^DATA/mlmRev_Hsb82.csv^--x^ses^--m^mAch^--y^meanses^--split^school^--draws^50",
    ] {
        fits(line);
    }
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let schema = serde_json::json!({"type": "object", "required": ["a"], "properties": {
        "a": {"type": ["array", "null"], "items": {"type": "number"}, "minItems": 2}, "b": {"enum": ["x"]}}});
    for (value, told) in [
        (serde_json::json!({}), "lacks 'a'"),
        (serde_json::json!({"a": [1]}), "/a: has 1 items"),
        (serde_json::json!({"a": [1, "2"]}), "/a/1: is a string, not number"),
        (serde_json::json!({"a": 3}), "/a: is a number"),
        (serde_json::json!({"a": null, "b": "y"}), "is none of"),
        (serde_json::json!({"a": null, "c": 1}), "/c: the schema does not know it"),
        (serde_json::json!([]), "is a array"),
    ] {
        let wrong = check(&schema, &value, "");
        assert!(wrong.iter().any(|w| w.contains(told)), "{value}: {wrong:?}");
    }
    assert!(check(&schema, &serde_json::json!({"a": [1, 2], "b": "x"}), "").is_empty());
    assert!(
        !check(&serde_json::json!({"oneOf": []}), &Value::Null, "").is_empty(),
        "an unknown word of the schema"
    );
}
