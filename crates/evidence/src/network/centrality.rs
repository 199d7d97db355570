//! Who stands in the middle, only ever told as one number for the whole: Freeman's centralisations (1979), betweenness
//! (Brandes 2001), Burt's constraint (1992), eigenvector scores (Bonacich 1972).

use super::Network;

/// Betweenness of each person over the ties given.
pub(super) fn betweenness(out: &[Vec<u32>]) -> Vec<f64> {
    let n = out.len();
    let mut total = vec![0.0; n];
    let (mut order, mut paths, mut distance, mut owed) =
        (Vec::with_capacity(n), vec![0.0; n], vec![u32::MAX; n], vec![0.0; n]);
    for source in 0..n {
        order.clear();
        paths.fill(0.0);
        distance.fill(u32::MAX);
        owed.fill(0.0);
        paths[source] = 1.0;
        distance[source] = 0;
        order.push(source as u32);
        let mut at = 0;
        while at < order.len() {
            let v = order[at] as usize;
            at += 1;
            for &w in &out[v] {
                let w = w as usize;
                if distance[w] == u32::MAX {
                    distance[w] = distance[v] + 1;
                    order.push(w as u32);
                }
                if distance[w] == distance[v] + 1 {
                    paths[w] += paths[v];
                }
            }
        }
        for &v in order.iter().rev() {
            let v = v as usize;
            for &w in &out[v] {
                let w = w as usize;
                if distance[w] == distance[v] + 1 {
                    owed[v] += paths[v] / paths[w] * (1.0 + owed[w]);
                }
            }
            if v != source {
                total[v] += owed[v];
            }
        }
    }
    total
}

/// How far the highest stands above the rest: `sum (max - x) / most`.
pub(super) fn centralisation(x: &[f64], most: f64) -> f64 {
    let highest = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    x.iter().map(|v| highest - v).sum::<f64>() / most
}

/// Burt's constraint of each person; NaN without a tie. `weight` gives the tie between two people, both ways together.
pub(super) fn constraint(either: &[Vec<u32>], weight: &dyn Fn(usize, usize) -> f64) -> Vec<f64> {
    let strength: Vec<f64> = either
        .iter()
        .enumerate()
        .map(|(i, ties)| ties.iter().map(|&j| weight(i, j as usize)).sum())
        .collect();
    let share = |i: usize, j: usize| weight(i, j) / strength[i];
    let n = either.len();
    let mut invested = vec![0.0; n];
    (0..n)
        .map(|i| {
            if either[i].is_empty() {
                return f64::NAN;
            }
            let mut reached: Vec<u32> = either[i].clone();
            for &q in &either[i] {
                let q = q as usize;
                invested[q] += share(i, q);
                for &j in either[q].iter().filter(|&&j| j as usize != i) {
                    invested[j as usize] += share(i, q) * share(q, j as usize);
                    reached.push(j);
                }
            }
            let sum = either[i].iter().map(|&j| invested[j as usize].powi(2)).sum();
            reached.iter().for_each(|&j| invested[j as usize] = 0.0);
            sum
        })
        .collect()
}

/// Constraint with every tie counting once, direction aside.
pub(super) fn plain_constraint(network: &Network) -> Vec<f64> {
    constraint(&network.either_way(), &|_, _| 1.0)
}

/// Constraint with ties both ways counting twice.
pub(super) fn directed_constraint(network: &Network) -> Vec<f64> {
    let count = |i: usize, j: usize| f64::from(u8::from(network.tie(i, j)) + u8::from(network.tie(j, i)));
    constraint(&network.either_way(), &count)
}

/// The leading eigenvector, its largest entry 1. The shift by one keeps two-sided networks from swinging.
pub(super) fn eigenvector(either: &[Vec<u32>]) -> Vec<f64> {
    let mut x = vec![1.0; either.len()];
    for _ in 0..100_000 {
        let mut next: Vec<f64> = either
            .iter()
            .enumerate()
            .map(|(i, t)| x[i] + t.iter().map(|&j| x[j as usize]).sum::<f64>())
            .collect();
        let highest = next.iter().copied().fold(0.0, f64::max);
        next.iter_mut().for_each(|v| *v /= highest);
        let moved = next.iter().zip(&x).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        x = next;
        if moved < 1e-15 {
            break;
        }
    }
    if either.iter().all(Vec::is_empty) { vec![f64::NAN; either.len()] } else { x }
}
