//! Any two tables, parted by a line of dashes, as a roster and an edge list: measures that keep their bounds, or a
//! refusal.
#![no_main]

use evidence::frame::{Groups, Reading, csv};
use evidence::network::{Network, report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some((roster, edges)) = text.split_once("\n---\n") else { return };
    let read = |text: &str| csv::read_bytes("fuzz", text.as_bytes(), &Reading::default());
    let (Ok(roster), Ok(edges)) = (read(roster), read(edges)) else { return };
    let weight = edges.has("w").then_some("w");
    let answered = roster.has("r").then_some("r");
    let Ok(network) = Network::from_frames(&edges, &roster, weight, answered) else { return };
    if network.n() > 60 {
        return;
    }
    let parties = roster.groups("p").ok().filter(|p| !p.of.contains(&Groups::NONE));
    let told = report(&network, parties.as_ref(), Some(2.0), None, 1).expect("measures can be written");
    for key in ["density", "reciprocity_edge", "transitivity_global_undirected_any"] {
        if let Some(x) = told[key].as_f64() {
            assert!((0.0..=1.0 + 1e-12).contains(&x), "{key} is {x}");
        }
    }
    let ends = |key: &str| {
        let ends = told["response"][key].as_array()?;
        Some((ends.first()?.as_f64()?, ends.get(1)?.as_f64()?))
    };
    for key in ["density_bounds", "reciprocity_bounds", "density_band", "reciprocity_band"] {
        if let Some((low, high)) = ends(key) {
            assert!(low <= high + 1e-12 && low >= -1e-12 && high <= 1.0 + 1e-12, "{key}: {low} to {high}");
        }
    }
});
