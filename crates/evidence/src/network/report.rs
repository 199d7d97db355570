//! Every measure of one network, and only those its response rate permits.

use super::census::{Dyads, directed_transitivity, dyads, triads, triangles};
use super::centrality::{betweenness, centralisation, directed_constraint, eigenvector, plain_constraint};
use super::parties::{ByParty, by_party};
use super::response::{Permitted, Response, response};
use super::structure::{
    Krackhardt, articulation_points, krackhardt, largest_core, reach, sizes, weak_components,
};
use super::{Change, Network};
use crate::frame::Groups;
use crate::numeric::summary;
use crate::vector::Named;
use serde::Serialize;
use serde_json::Value;

/// The measures of one network. Where somebody did not answer, density, degree and in-centralisation are over
/// respondents' possible ties, and pairs and triples are those among respondents.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct Measures {
    pub n: usize,
    pub m: usize,
    pub density: f64,
    pub mean_degree: f64,
    pub outdeg: Vec<usize>,
    pub indeg: Vec<usize>,
    pub isolates: usize,
    pub sinks_no_out: usize,
    pub sources_no_in: usize,
    pub dyad_census: Dyads,
    pub reciprocity_edge: f64,
    pub reciprocity_dyad_all: f64,
    pub reciprocity_dyad_nonnull: f64,
    pub reciprocity_igraph_default: f64,
    pub triad_census_16: Named<u64>,
    pub centralization: Centralisation,
    pub transitivity_weak_sna_directed: f64,
    pub transitivity_global_undirected_any: f64,
    pub clustering_mean_local_undirected_any: f64,
    pub krackhardt: Krackhardt,
    pub components_weak: usize,
    pub components_strong: usize,
    pub largest_weak: usize,
    pub betweenness: Vec<f64>,
    pub betweenness_undirected_any: Vec<f64>,
    pub constraint_undirected_any: Vec<f64>,
    pub constraint_directed: Vec<f64>,
    pub constraint_median: f64,
    pub eigen_undirected_any: Vec<f64>,
    pub mean_distance_reachable: f64,
    pub k_core_undirected_max: usize,
    pub articulation_points_undirected: usize,
    pub strength: Option<Strength>,
    pub response: Response,
    pub left_out: LeftOut,
}

/// Freeman's centralisations.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct Centralisation {
    pub outdegree_freeman_sna: f64,
    pub indegree_freeman_sna: f64,
    pub total_degree_freeman_sna: f64,
    pub in_formula: f64,
    pub out_formula: f64,
    #[serde(rename = "igraph_in_loopsF")]
    pub igraph_in: f64,
    #[serde(rename = "igraph_out_loopsF")]
    pub igraph_out: f64,
    pub undirected_any_degree: f64,
    pub betweenness_freeman_sna: f64,
    pub betweenness_igraph: f64,
}

/// Ties by how often people work together.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct Strength {
    pub cut: f64,
    pub strong_share: f64,
    pub strong_density: f64,
    pub weak_density: f64,
}

/// Ties that were not used.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct LeftOut {
    pub naming_oneself: usize,
    pub named_twice: usize,
    pub from_nonrespondents: usize,
}

impl Measures {
    /// Measures a network; ties of frequency `cut` and more are strong.
    #[must_use]
    pub fn of(network: &Network, cut: Option<f64>) -> Self {
        let (n, m, r) = (network.n(), network.ties(), network.respondents());
        let (nf, mf, rf) = (n as f64, m as f64, r as f64);
        let either = network.either_way();
        let incoming = network.incoming();
        let out: Vec<Vec<u32>> = network.out.iter().map(|t| t.iter().map(|t| t.0).collect()).collect();
        let inner = network.of_respondents();
        let inner_either = inner.either_way();
        let pairs = dyads(&inner);
        let all_pairs = (pairs.mutual + pairs.asym + pairs.null) as f64;
        let reciprocity = 2.0 * pairs.mutual as f64 / (2 * pairs.mutual + pairs.asym) as f64;
        let corners = triangles(&inner_either);
        let (closed, open) = corners.iter().fold((0, 0), |s, c| (s.0 + c.0, s.1 + c.1));
        let local = |c: &(u64, u64)| if c.1 == 0 { 0.0 } else { c.0 as f64 / c.1 as f64 };
        let piece = weak_components(&either);
        let reach = reach(&out);
        let between = betweenness(&out);
        let quiet = |i: usize| network.answered[i];
        let constraint = plain_constraint(network);
        let known: Vec<f64> = constraint.iter().copied().filter(|c| !c.is_nan()).collect();
        Self {
            n,
            m,
            density: mf / (rf * (nf - 1.0)),
            mean_degree: mf / rf,
            outdeg: out.iter().map(Vec::len).collect(),
            indeg: incoming.iter().map(Vec::len).collect(),
            isolates: (0..n).filter(|&i| quiet(i) && either[i].is_empty()).count(),
            sinks_no_out: (0..n).filter(|&i| quiet(i) && out[i].is_empty()).count(),
            sources_no_in: (0..n).filter(|&i| quiet(i) && incoming[i].is_empty()).count(),
            dyad_census: pairs,
            reciprocity_edge: reciprocity,
            reciprocity_dyad_all: (pairs.mutual + pairs.null) as f64 / all_pairs,
            reciprocity_dyad_nonnull: pairs.mutual as f64 / (pairs.mutual + pairs.asym) as f64,
            reciprocity_igraph_default: reciprocity,
            triad_census_16: triads(&inner),
            centralization: Centralisation::of(network, &out, &incoming, &either, &between),
            transitivity_weak_sna_directed: directed_transitivity(&inner),
            transitivity_global_undirected_any: closed as f64 / open as f64,
            clustering_mean_local_undirected_any: summary::mean(
                &corners.iter().map(local).collect::<Vec<_>>(),
            ),
            krackhardt: krackhardt(network, &piece, &reach),
            components_weak: sizes(&piece).len(),
            components_strong: reach.strong_components,
            largest_weak: sizes(&piece).into_iter().max().unwrap_or(0),
            betweenness: between,
            betweenness_undirected_any: betweenness(&either).iter().map(|b| 0.5 * b).collect(),
            constraint_median: if known.is_empty() { f64::NAN } else { summary::median(&known) },
            constraint_undirected_any: constraint,
            constraint_directed: directed_constraint(network),
            eigen_undirected_any: eigenvector(&either),
            mean_distance_reachable: reach.mean_distance,
            k_core_undirected_max: largest_core(&either),
            articulation_points_undirected: articulation_points(&either),
            strength: cut.map(|cut| Strength::of(network, cut)),
            response: response(network),
            left_out: LeftOut {
                naming_oneself: network.loops,
                named_twice: network.doubles,
                from_nonrespondents: network.unanswered,
            },
        }
    }
}

impl Centralisation {
    fn of(
        network: &Network,
        out: &[Vec<u32>],
        incoming: &[Vec<u32>],
        either: &[Vec<u32>],
        between: &[f64],
    ) -> Self {
        let (n, r) = (network.n() as f64, network.respondents() as f64);
        // Each person can be named by every respondent but themselves: rates, so that silence does not count as none.
        let rates: Vec<f64> = incoming
            .iter()
            .zip(&network.answered)
            .map(|(named, answered)| named.len() as f64 / (r - f64::from(u8::from(*answered))))
            .collect();
        let inward = centralisation(&rates, n - 1.0);
        let sent: Vec<f64> =
            (0..network.n()).filter(|&i| network.answered[i]).map(|i| out[i].len() as f64).collect();
        let outward = centralisation(&sent, (r - 1.0) * (n - 1.0));
        let total: Vec<f64> = out.iter().zip(incoming).map(|(o, i)| (o.len() + i.len()) as f64).collect();
        let plain: Vec<f64> = either.iter().map(|e| e.len() as f64).collect();
        let by_paths = centralisation(between, (n - 1.0).powi(2) * (n - 2.0));
        Self {
            outdegree_freeman_sna: outward,
            indegree_freeman_sna: inward,
            total_degree_freeman_sna: centralisation(&total, 2.0 * (n - 1.0) * (n - 2.0)),
            in_formula: inward,
            out_formula: outward,
            igraph_in: inward,
            igraph_out: outward,
            undirected_any_degree: centralisation(&plain, (n - 1.0) * (n - 2.0)),
            betweenness_freeman_sna: by_paths,
            betweenness_igraph: by_paths,
        }
    }
}

impl Strength {
    fn of(network: &Network, cut: f64) -> Self {
        let strong = network.out.iter().flatten().filter(|t| t.1 >= cut).count() as f64;
        let (all, possible) =
            (network.ties() as f64, network.respondents() as f64 * (network.n() as f64 - 1.0));
        Self {
            cut,
            strong_share: strong / all,
            strong_density: strong / possible,
            weak_density: (all - strong) / possible,
        }
    }
}

/// What may be told at each response rate.
const WITH_BAND: [&str; 11] = [
    "n",
    "m",
    "density",
    "mean_degree",
    "dyad_census",
    "reciprocity_edge",
    "reciprocity_dyad_all",
    "reciprocity_dyad_nonnull",
    "reciprocity_igraph_default",
    "response",
    "left_out",
];
const DENSITY: [&str; 5] = ["n", "m", "density", "response", "left_out"];
const NOTHING: [&str; 3] = ["n", "response", "left_out"];
const WHO_ANSWERED: [&str; 4] = ["respondents", "rate", "permitted", "greyed"];
const ON_DENSITY: [&str; 4] = ["density_naive", "density_band", "density_bounds", "density_se"];

/// The measures as JSON with the network by party under `by_<party column>`; what the response rate does not permit is
/// null.
///
/// # Errors
/// The measures cannot be written as JSON.
pub fn report(
    network: &Network,
    parties: Option<&Groups>,
    cut: Option<f64>,
    since: Option<&Change>,
    seed: u64,
) -> serde_json::Result<Value> {
    let measures = Measures::of(network, cut);
    let allowed = measures.response.permitted;
    let mut json = serde_json::to_value(&measures)?;
    if let Some(parties) = parties {
        let mut by: Value = serde_json::to_value::<ByParty>(by_party(network, parties, seed))?;
        if allowed == Permitted::DensityReciprocityEi {
            keep(&mut by, &["groups", "group_sizes", "EI"]);
        }
        json[format!("by_{}", parties.name)] = by;
    }
    if let Some(since) = since {
        json["change"] = serde_json::to_value(since)?;
    }
    let by = parties.map(|p| format!("by_{}", p.name)).unwrap_or_default();
    match allowed {
        Permitted::All => {}
        Permitted::DensityReciprocityEi => keep(&mut json, &[&WITH_BAND[..], &[&by]].concat()),
        Permitted::Density => {
            keep(&mut json, &DENSITY);
            keep(&mut json["response"], &[&WHO_ANSWERED[..], &ON_DENSITY].concat());
        }
        Permitted::Nothing => {
            keep(&mut json, &NOTHING);
            keep(&mut json["response"], &WHO_ANSWERED);
        }
    }
    Ok(json)
}

fn keep(json: &mut Value, allowed: &[&str]) {
    if let Value::Object(map) = json {
        for (key, value) in map.iter_mut() {
            if !allowed.contains(&key.as_str()) {
                *value = Value::Null;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten people who name the next one to four, every second one named back; the first so many answered.
    fn told(respondents: usize) -> Value {
        let onward = (0..10).flat_map(|i| (1..=1 + i % 4).map(move |step| (i, (i + step) % 10, 1.0)));
        let back = (0..5).map(|half| ((2 * half + 1) % 10, 2 * half, 2.0));
        let ties: Vec<(u32, u32, f64)> = onward.chain(back).collect();
        let answered = (0..10).map(|i| i < respondents).collect();
        let network = Network::new((0..10).map(|i| i.to_string()).collect(), &ties, answered).unwrap();
        let parties = Groups {
            name: "side".into(),
            of: (0..10).map(|i| i % 2).collect(),
            labels: vec!["labor".into(), "management".into()],
        };
        report(&network, Some(&parties), None, None, 1).unwrap()
    }

    fn numbers(told: &Value) -> Vec<String> {
        let told: Vec<(&String, &Value)> = told.as_object().map(|o| o.iter().collect()).unwrap_or_default();
        told.into_iter().filter(|(_, v)| !v.is_null()).map(|(k, _)| k.clone()).collect()
    }

    #[test]
    fn each_response_rate_tells_what_it_permits_and_nothing_more() {
        let all = told(8);
        assert!(all["betweenness"].is_array() && all["by_side"]["assortativity_nominal"].is_number());
        let some = told(7);
        for key in ["density", "reciprocity_edge"] {
            assert!(some[key].is_number(), "{key}");
        }
        for key in ["density_band", "density_bounds", "reciprocity_band", "reciprocity_bounds"] {
            let ends: Vec<f64> = serde_json::from_value(some["response"][key].clone()).unwrap();
            assert!(ends[0] < ends[1], "{key}: silence leaves a width");
        }
        let ei = &some["by_side"]["EI"];
        assert!(ei["EI"].is_number() && ei["EI_band"][0].as_f64() < ei["EI_band"][1].as_f64(), "{ei}");
        assert!(
            some["by_side"]["assortativity_nominal"].is_null()
                && some["by_side"]["brokerage_total_GF"].is_null()
        );
        assert!(some["betweenness"].is_null() && some["transitivity_global_undirected_any"].is_null());
        assert_eq!(some["response"]["greyed"], false);
        for respondents in [4, 5] {
            let little = told(respondents);
            assert_eq!(
                numbers(&little),
                ["density", "left_out", "m", "n", "response"],
                "{respondents} of 10"
            );
            assert_eq!(little["response"]["greyed"], true);
            assert!(little["response"]["density_band"].is_array());
            for key in ["reciprocity_band", "reciprocity_bounds", "reciprocity_se"] {
                assert!(little["response"][key].is_null(), "{key}");
            }
        }
        let none = told(3);
        assert_eq!(numbers(&none), ["left_out", "n", "response"]);
        assert_eq!(numbers(&none["response"]), ["greyed", "permitted", "rate", "respondents"]);
    }
}
