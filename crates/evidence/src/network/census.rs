//! Pairs and triples: who answers a tie, and how three people are tied (Holland & Leinhardt 1970; counted after Batagelj
//! & Mrvar 2001).

use super::Network;
use crate::vector::Named;
use serde::Serialize;

/// Pairs by how many of their two ties there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dyads {
    /// Both.
    pub mutual: usize,
    /// One.
    pub asym: usize,
    /// None.
    pub null: usize,
}

pub(super) fn dyads(network: &Network) -> Dyads {
    let n = network.n();
    let back = |i: usize, j: u32| network.tie(j as usize, i);
    let answered: usize =
        network.out.iter().enumerate().map(|(i, ties)| ties.iter().filter(|t| back(i, t.0)).count()).sum();
    let mutual = answered / 2;
    let asym = network.ties() - answered;
    Dyads { mutual, asym, null: n * n.saturating_sub(1) / 2 - mutual - asym }
}

/// The sixteen kinds of triples, in the usual order.
pub(super) const TRIADS: [&str; 16] = [
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
    "120C", "210", "300",
];

pub(super) fn triads(network: &Network) -> Named<u64> {
    let n = network.n();
    let either = network.either_way();
    let mut counts = [0_u64; 16];
    let known = |i: usize, j: usize| network.tie(i, j) || network.tie(j, i);
    for u in 0..n {
        for &v in either[u].iter().filter(|&&v| v as usize > u) {
            let v = v as usize;
            let mut near: Vec<u32> = either[u].iter().chain(&either[v]).copied().collect();
            near.sort_unstable();
            near.dedup();
            near.retain(|&w| w as usize != u && w as usize != v);
            let pair = if network.tie(u, v) && network.tie(v, u) { 2 } else { 1 };
            counts[pair] += (n - near.len() - 2) as u64;
            for &w in &near {
                let w = w as usize;
                if v < w || (u < w && w < v && !known(u, w)) {
                    counts[kind(network, [u, v, w])] += 1;
                }
            }
        }
    }
    let n = n as u64;
    let all = n * n.saturating_sub(1) * n.saturating_sub(2) / 6;
    counts[0] = all - counts[1..].iter().sum::<u64>();
    Named(TRIADS.iter().zip(counts).map(|(name, count)| ((*name).to_owned(), count)).collect())
}

/// Which of the sixteen kinds a triple is.
fn kind(network: &Network, people: [usize; 3]) -> usize {
    let [a, b, c] = people;
    let pairs = [(a, b, c), (b, c, a), (a, c, b)];
    let state = |(i, j, _): &(usize, usize, usize)| (network.tie(*i, *j), network.tie(*j, *i));
    let mutual: Vec<_> = pairs.iter().filter(|p| state(p) == (true, true)).collect();
    let single: Vec<_> = pairs.iter().filter(|p| state(p).0 != state(p).1).collect();
    let sends =
        |i: usize| people.iter().filter(|&&j| j != i && network.tie(i, j) && !network.tie(j, i)).count();
    let gets =
        |i: usize| people.iter().filter(|&&j| j != i && network.tie(j, i) && !network.tie(i, j)).count();
    let name = match (mutual.len(), single.len()) {
        (0, 0) => "003",
        (0, 1) => "012",
        (1, 0) => "102",
        (0, 2) if people.iter().any(|&i| sends(i) == 2) => "021D",
        (0, 2) if people.iter().any(|&i| gets(i) == 2) => "021U",
        (0, 2) => "021C",
        // The third person sends to the pair ("down") or is sent to ("up").
        (1, 1) if sends(mutual[0].2) == 1 => "111D",
        (1, 1) => "111U",
        (0, _) if people.iter().all(|&i| sends(i) == 1) => "030C",
        (0, _) => "030T",
        (2, 0) => "201",
        (1, 2) if sends(mutual[0].2) == 2 => "120D",
        (1, 2) if gets(mutual[0].2) == 2 => "120U",
        (1, 2) => "120C",
        (2, _) => "210",
        _ => "300",
    };
    TRIADS.iter().position(|t| *t == name).unwrap_or(0)
}

/// The share of two-step paths i-j-k whose ends are tied i-k (directed; Wasserman & Faust 1994).
pub(super) fn directed_transitivity(network: &Network) -> f64 {
    let (mut closed, mut open) = (0_u64, 0_u64);
    for (i, ties) in network.out.iter().enumerate() {
        for &(j, _) in ties {
            for &(k, _) in &network.out[j as usize] {
                if k as usize != i {
                    open += 1;
                    closed += u64::from(network.tie(i, k as usize));
                }
            }
        }
    }
    closed as f64 / open as f64
}

/// Triangles and the pairs of ties that could close, per person, direction aside.
pub(super) fn triangles(either: &[Vec<u32>]) -> Vec<(u64, u64)> {
    let mut mark = vec![false; either.len()];
    either
        .iter()
        .map(|ties| {
            ties.iter().for_each(|&j| mark[j as usize] = true);
            let twice: u64 = ties
                .iter()
                .map(|&j| either[j as usize].iter().filter(|&&k| mark[k as usize]).count() as u64)
                .sum();
            ties.iter().for_each(|&j| mark[j as usize] = false);
            let d = ties.len() as u64;
            (twice / 2, d * d.saturating_sub(1) / 2)
        })
        .collect()
}
