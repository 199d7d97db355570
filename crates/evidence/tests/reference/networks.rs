//! Three published networks against sna and igraph.

use crate::common::{Comparison, expected};
use evidence::frame::Groups;
use evidence::network::{Network, report};
use serde_json::Value;

fn network(reference: &Value) -> Network {
    let n = reference["n"].as_u64().unwrap();
    let end = |edge: &Value, i: usize| edge[i].as_u64().unwrap() as u32 - 1;
    let ties: Vec<(u32, u32, f64)> =
        reference["edges_1based"].as_array().unwrap().iter().map(|e| (end(e, 0), end(e, 1), 1.0)).collect();
    Network::new((1..=n).map(|i| i.to_string()).collect(), &ties, vec![true; n as usize]).unwrap()
}

fn groups(name: &str, labels: &Value) -> Groups {
    let all: Vec<String> = serde_json::from_value(labels.clone()).unwrap();
    let mut distinct = all.clone();
    distinct.sort();
    distinct.dedup();
    let of = all.iter().map(|l| distinct.iter().position(|d| d == l).unwrap() as u32).collect();
    Groups { name: name.into(), of, labels: distinct }
}

fn check(name: &str, parties: &[&str]) {
    let expected = expected(&["networks", name]);
    let network = network(&expected);
    for party in parties {
        let labels = groups(party, &expected[format!("by_{party}")]["groups"]);
        let ours = report(&network, Some(&labels), None, None, 1).unwrap();
        let mut reference = expected.clone();
        let others = |key: &String| key.starts_with("by_") && *key != format!("by_{party}");
        reference.as_object_mut().unwrap().retain(|key, _| !others(key));
        Comparison::within(1e-9).skipping(&["edges_1based"]).compare(name, &ours, &reference);
    }
}

#[test]
fn advice_among_managers_agrees_with_sna_and_igraph() {
    check("krackhardt_advice", &["level", "side", "dept"]);
}

#[test]
fn friendship_among_managers_agrees_with_sna_and_igraph() {
    check("krackhardt_friendship", &["level", "side", "dept"]);
}

#[test]
fn an_emergency_network_agrees_with_sna_and_igraph() {
    check("emon_MtSi", &["sponsorship"]);
}

#[test]
fn silence_lowers_what_is_told_and_not_the_density() {
    let reference = expected(&["networks", "krackhardt_advice"]);
    let whole = network(&reference);
    let mut ties = Vec::new();
    for (i, named) in whole.out.iter().enumerate() {
        ties.extend(named.iter().map(|t| (i as u32, t.0, 1.0)));
    }
    for (silent, told) in [(0, "all"), (6, "density_reciprocity_ei"), (10, "density"), (15, "nothing")] {
        let answered: Vec<bool> = (0..21).map(|i| i >= silent).collect();
        let json = report(&Network::new(whole.people.clone(), &ties, answered).unwrap(), None, None, None, 1)
            .unwrap();
        assert_eq!(json["response"]["permitted"], told);
        assert_eq!(json["betweenness"].is_null(), silent > 0, "{silent}");
        assert_eq!(json["density"].is_null(), told == "nothing");
        if let Some(density) = json["density"].as_f64() {
            assert!((density - 0.452).abs() < 0.08, "{silent} silent: {density}");
        }
        let Some(naive) = json["response"]["density_naive"].as_f64() else {
            assert_eq!(told, "nothing", "density has bounds while it is told");
            continue;
        };
        assert!(naive <= 0.4524 * f64::from(21 - silent) / 21.0 + 0.05);
    }
}
