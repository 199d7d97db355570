//! Ties within and across parties: the E-I index (Krackhardt & Stern 1988) against what chance would give, and
//! brokerage (Gould & Fernandez 1989).

use super::Network;
use super::response::jackknife;
use crate::frame::Groups;
use crate::numeric::summary;
use crate::vector::Named;
use rand::RngExt as _;
use rand::SeedableRng as _;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;
use serde::Serialize;

/// The network seen by party.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct ByParty {
    pub groups: Vec<String>,
    pub group_sizes: Named<usize>,
    #[serde(rename = "EI")]
    pub ei: ExternalInternal,
    pub mixing_matrix_row_to_col: Mixing,
    pub assortativity_nominal: f64,
    #[serde(rename = "brokerage_total_GF")]
    pub brokerage: Brokerage,
}

/// Ties across against ties within.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct ExternalInternal {
    pub internal: usize,
    pub external: usize,
    #[serde(rename = "EI")]
    pub index: f64,
    #[serde(rename = "EI_by_group_any_incident")]
    pub by_group: Named<f64>,
    pub max_possible_internal: usize,
    pub max_possible_external: usize,
    #[serde(rename = "EI_expected_random")]
    pub expected: f64,
    pub density_internal: f64,
    pub density_external: f64,
    #[serde(rename = "EI_symmetrised")]
    pub symmetrised: f64,
    #[serde(rename = "EI_permutation_p")]
    pub permutation_p: f64,
    #[serde(rename = "EI_permutation_mean")]
    pub permutation_mean: f64,
    pub share_with_tie_across: f64,
    /// The index were every silent person to name as many as respondents do, across at the 10th and 90th percentile.
    #[serde(rename = "EI_band")]
    pub band: [f64; 2],
    /// The lowest and highest index that any answers of the silent could make.
    #[serde(rename = "EI_bounds")]
    pub bounds: [f64; 2],
    /// The standard error by leaving out one respondent at a time.
    #[serde(rename = "EI_se")]
    pub se: f64,
}

/// Ties from each party to each.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct Mixing {
    pub rows: Vec<String>,
    pub cols: Vec<String>,
    pub m: Vec<Vec<usize>>,
}

/// Two-step paths without a direct tie, by the parties of source, broker and goal.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/network.schema.json, which tells each")]
pub struct Brokerage {
    pub types: [&'static str; 6],
    pub sum: [u64; 6],
    pub node_raw: Vec<[u64; 6]>,
}

const PERMUTATIONS: u64 = 2_000;

/// The network by party. `parties.of` gives each person's.
#[must_use]
pub fn by_party(network: &Network, parties: &Groups, seed: u64) -> ByParty {
    let of = &parties.of;
    let count = parties.count();
    let mut mixing = vec![vec![0_usize; count]; count];
    for (i, ties) in network.out.iter().enumerate() {
        for &(j, _) in ties {
            mixing[of[i] as usize][of[j as usize] as usize] += 1;
        }
    }
    ByParty {
        groups: of.iter().map(|&g| parties.labels[g as usize].clone()).collect(),
        group_sizes: Named(parties.labels.iter().cloned().zip(parties.sizes()).collect()),
        ei: external_internal(network, parties, &mixing, seed),
        assortativity_nominal: assortativity(&mixing),
        brokerage: brokerage(network, of),
        mixing_matrix_row_to_col: Mixing {
            rows: parties.labels.clone(),
            cols: parties.labels.clone(),
            m: mixing,
        },
    }
}

fn index(external: f64, internal: f64) -> f64 {
    (external - internal) / (external + internal)
}

fn external_internal(
    network: &Network,
    parties: &Groups,
    mixing: &[Vec<usize>],
    seed: u64,
) -> ExternalInternal {
    let (of, sizes, n) = (&parties.of, parties.sizes(), network.n());
    let total: usize = mixing.iter().flatten().sum();
    let internal: usize = (0..sizes.len()).map(|g| mixing[g][g]).sum();
    let respondents = || (0..n).filter(|&i| network.answered[i]);
    let most_internal: usize = respondents().map(|i| sizes[of[i] as usize] - 1).sum();
    let most_external: usize = respondents().map(|i| n - sizes[of[i] as usize]).sum();
    let by_group = |g: usize| {
        let across: usize = (0..sizes.len()).filter(|&h| h != g).map(|h| mixing[g][h] + mixing[h][g]).sum();
        index(across as f64, mixing[g][g] as f64)
    };
    let (mut pairs_in, mut pairs_out) = (0.0, 0.0);
    let mut across = vec![false; n];
    for (i, ties) in network.either_way().iter().enumerate() {
        for &j in ties {
            if of[i] == of[j as usize] {
                pairs_in += 0.5;
            } else {
                pairs_out += 0.5;
                across[i] = true;
            }
        }
    }
    let observed = index((total - internal) as f64, internal as f64);
    let silence = Silence::of(network, of, &sizes);
    let (permutation_p, permutation_mean) = permuted(network, of, observed, seed);
    ExternalInternal {
        internal,
        external: total - internal,
        index: observed,
        by_group: Named(parties.labels.iter().cloned().enumerate().map(|(g, l)| (l, by_group(g))).collect()),
        max_possible_internal: most_internal,
        max_possible_external: most_external,
        expected: index(most_external as f64, most_internal as f64),
        density_internal: internal as f64 / most_internal as f64,
        density_external: (total - internal) as f64 / most_external as f64,
        symmetrised: index(pairs_out, pairs_in),
        permutation_p,
        permutation_mean,
        share_with_tie_across: across.iter().filter(|a| **a).count() as f64 / n as f64,
        band: silence.band,
        bounds: silence.bounds,
        se: silence.se,
    }
}

/// How far those who did not answer could move the index.
struct Silence {
    band: [f64; 2],
    bounds: [f64; 2],
    se: f64,
}

impl Silence {
    fn of(network: &Network, of: &[u32], sizes: &[usize]) -> Self {
        let n = network.n();
        // Each respondent's ties across, and all of them.
        let each: Vec<(f64, f64)> = (0..n)
            .filter(|&i| network.answered[i])
            .map(|i| {
                let across = network.out[i].iter().filter(|t| of[t.0 as usize] != of[i]).count();
                (across as f64, network.out[i].len() as f64)
            })
            .collect();
        let (external, total) = each.iter().fold((0.0, 0.0), |s, e| (s.0 + e.0, s.1 + e.1));
        let internal = total - external;
        let silent = || (0..n).filter(|&i| !network.answered[i]);
        let most_internal: f64 = silent().map(|i| sizes[of[i] as usize] as f64 - 1.0).sum();
        let most_external: f64 = silent().map(|i| (n - sizes[of[i] as usize]) as f64).sum();
        let named = silent().count() as f64 * total / each.len() as f64;
        let shares: Vec<f64> = each.iter().filter(|e| e.1 > 0.0).map(|e| e.0 / e.1).collect();
        let band = if named == 0.0 || shares.is_empty() {
            [index(external, internal); 2]
        } else {
            let sorted = summary::sorted(&shares);
            [0.1, 0.9].map(|p| {
                let share = summary::quantile_sorted(&sorted, p);
                index(external + share * named, internal + (1.0 - share) * named)
            })
        };
        Self {
            band,
            bounds: [index(external, internal + most_internal), index(external + most_external, internal)],
            se: 2.0 * jackknife(&each),
        }
    }
}

/// Two-sided p and mean of the index when parties are dealt out anew among the same people. The same for any number of
/// threads.
fn permuted(network: &Network, of: &[u32], observed: f64, seed: u64) -> (f64, f64) {
    let ties: Vec<(u32, u32)> =
        network.out.iter().enumerate().flat_map(|(i, t)| t.iter().map(move |t| (i as u32, t.0))).collect();
    if ties.is_empty() {
        return (f64::NAN, f64::NAN);
    }
    let drawn: Vec<f64> = (0..PERMUTATIONS)
        .into_par_iter()
        .map(|draw| {
            let mut random =
                Xoshiro256PlusPlus::seed_from_u64(seed ^ draw.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut dealt = of.to_vec();
            for i in (1..dealt.len()).rev() {
                dealt.swap(i, random.random_range(0..=i));
            }
            let inside = ties.iter().filter(|(i, j)| dealt[*i as usize] == dealt[*j as usize]).count() as f64;
            index(ties.len() as f64 - inside, inside)
        })
        .collect();
    let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
    let tail = |far: &dyn Fn(f64) -> bool| {
        (1 + drawn.iter().filter(|x| far(**x)).count()) as f64 / (drawn.len() + 1) as f64
    };
    let p = 2.0 * tail(&|x| x <= observed + 1e-12).min(tail(&|x| x >= observed - 1e-12));
    (p.min(1.0), mean)
}

fn assortativity(mixing: &[Vec<usize>]) -> f64 {
    let total: usize = mixing.iter().flatten().sum();
    let share = |x: usize| x as f64 / total as f64;
    let same: f64 = (0..mixing.len()).map(|g| share(mixing[g][g])).sum();
    let by_chance: f64 = (0..mixing.len())
        .map(|g| share(mixing[g].iter().sum()) * share(mixing.iter().map(|row| row[g]).sum()))
        .sum();
    (same - by_chance) / (1.0 - by_chance)
}

fn brokerage(network: &Network, of: &[u32]) -> Brokerage {
    let incoming = network.incoming();
    let node_raw: Vec<[u64; 6]> = (0..network.n())
        .map(|broker| {
            let mut counts = [0; 6];
            for &i in &incoming[broker] {
                for &(k, _) in network.out[broker].iter().filter(|t| t.0 != i) {
                    if !network.tie(i as usize, k as usize) {
                        counts[role(of[i as usize], of[broker], of[k as usize])] += 1;
                        counts[5] += 1;
                    }
                }
            }
            counts
        })
        .collect();
    let mut sum = [0; 6];
    node_raw.iter().for_each(|row| sum.iter_mut().zip(row).for_each(|(s, x)| *s += x));
    Brokerage { types: ["w_I", "w_O", "b_IO", "b_OI", "b_O", "t"], sum, node_raw }
}

/// Coordinator, consultant, representative, gatekeeper, liaison.
fn role(source: u32, broker: u32, goal: u32) -> usize {
    match (source == broker, broker == goal, source == goal) {
        (true, true, _) => 0,
        (false, false, true) => 1,
        (true, false, _) => 2,
        (false, true, _) => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two silent people of six: every way they could have answered lies within the bounds, and both ends occur.
    #[test]
    fn bounds_of_the_index_hold_every_answer_the_silent_could_give() {
        let ties = [(0, 1), (0, 3), (1, 4), (2, 0), (2, 5), (3, 1)];
        let parties = Groups {
            name: "side".into(),
            of: vec![0, 0, 0, 1, 1, 1],
            labels: vec!["labor".into(), "management".into()],
        };
        let told = |more: &[(u32, u32)], answered: Vec<bool>| {
            let all: Vec<(u32, u32, f64)> = ties.iter().chain(more).map(|t| (t.0, t.1, 1.0)).collect();
            let network = Network::new((0..6).map(|i| i.to_string()).collect(), &all, answered).unwrap();
            let ours = by_party(&network, &parties, 1).ei;
            (ours.index, ours.band, ours.bounds, ours.se)
        };
        let others = |who: u32| (0..6).filter(move |j| *j != who);
        let (_, band, bounds, se) = told(&[], vec![true, true, true, true, false, false]);
        let mut seen = (f64::INFINITY, f64::NEG_INFINITY);
        for answers in 0..1024_u32 {
            let possible = others(4).map(|j| (4, j)).chain(others(5).map(|j| (5, j)));
            let more: Vec<(u32, u32)> =
                possible.enumerate().filter(|(k, _)| answers >> k & 1 == 1).map(|(_, t)| t).collect();
            let (index, ..) = told(&more, vec![true; 6]);
            seen = (seen.0.min(index), seen.1.max(index));
        }
        assert!(
            (bounds[0] - seen.0).abs() < 1e-12 && (bounds[1] - seen.1).abs() < 1e-12,
            "{bounds:?} {seen:?}"
        );
        assert!(
            bounds[0] <= band[0] && band[0] < band[1] && band[1] <= bounds[1] && se > 0.0,
            "{band:?} {se}"
        );
        let (index, band, bounds, _) = told(&[], vec![true; 6]);
        assert_eq!((band, bounds), ([index; 2], [index; 2]), "without silence nothing is open");
    }
}
