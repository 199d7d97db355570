//! The shape of the whole: pieces, reach, cores, and Krackhardt's four dimensions of hierarchy (1994).

use super::Network;
use serde::Serialize;

/// Which piece each person is in, direction aside.
pub(super) fn weak_components(either: &[Vec<u32>]) -> Vec<usize> {
    let mut piece = vec![usize::MAX; either.len()];
    let mut count = 0;
    for start in 0..either.len() {
        if piece[start] != usize::MAX {
            continue;
        }
        let mut waiting = vec![start as u32];
        piece[start] = count;
        while let Some(i) = waiting.pop() {
            for &j in &either[i as usize] {
                if piece[j as usize] == usize::MAX {
                    piece[j as usize] = count;
                    waiting.push(j);
                }
            }
        }
        count += 1;
    }
    piece
}

/// The sizes of pieces.
pub(super) fn sizes(piece: &[usize]) -> Vec<usize> {
    let mut sizes = vec![0; piece.iter().max().map_or(0, |m| m + 1)];
    piece.iter().for_each(|&p| sizes[p] += 1);
    sizes
}

/// Steps from one person to each other along ties; `u32::MAX` where there is no way.
fn steps(out: &[Vec<u32>], from: usize) -> Vec<u32> {
    let mut distance = vec![u32::MAX; out.len()];
    distance[from] = 0;
    let mut order = vec![from as u32];
    let mut at = 0;
    while at < order.len() {
        let v = order[at] as usize;
        at += 1;
        for &w in &out[v] {
            if distance[w as usize] == u32::MAX {
                distance[w as usize] = distance[v] + 1;
                order.push(w);
            }
        }
    }
    distance
}

/// What can be read off every person's reach.
pub(super) struct Reach {
    pub(super) mean_distance: f64,
    pub(super) strong_components: usize,
    reaches: Vec<Vec<bool>>,
}

pub(super) fn reach(out: &[Vec<u32>]) -> Reach {
    let n = out.len();
    let (mut sum, mut pairs) = (0_u64, 0_u64);
    let mut reaches = Vec::with_capacity(n);
    for i in 0..n {
        let distance = steps(out, i);
        for (j, &d) in distance.iter().enumerate() {
            if j != i && d != u32::MAX {
                sum += u64::from(d);
                pairs += 1;
            }
        }
        reaches.push(distance.iter().map(|&d| d != u32::MAX).collect::<Vec<bool>>());
    }
    let first_of_its_component = |i: usize| (0..i).all(|j| !(reaches[i][j] && reaches[j][i]));
    let strong_components = (0..n).filter(|&i| first_of_its_component(i)).count();
    Reach { mean_distance: sum as f64 / pairs as f64, strong_components, reaches }
}

/// Krackhardt's dimensions.
#[derive(Debug, Clone, Serialize)]
pub struct Krackhardt {
    /// The share of pairs in one piece.
    pub connectedness: f64,
    /// How few ties there are beyond those that hold the pieces together.
    pub efficiency: f64,
    /// Of pairs where one reaches the other, the share where the other does not reach back.
    pub hierarchy_reach: f64,
    /// The share of pairs with one least person above both.
    pub lubness: f64,
}

pub(super) fn krackhardt(network: &Network, piece: &[usize], reach: &Reach) -> Krackhardt {
    let n = network.n();
    let sizes = sizes(piece);
    let pairs = |k: usize| (k * k.saturating_sub(1) / 2) as f64;
    let needed: f64 = sizes.iter().map(|&s| (s - 1) as f64).sum();
    let most: f64 = sizes.iter().map(|&s| (s * (s - 1) - (s - 1)) as f64).sum();
    let (mut one_way, mut some_way) = (0.0, 0.0);
    for i in 0..n {
        for j in 0..i {
            let (to, back) = (reach.reaches[i][j], reach.reaches[j][i]);
            some_way += f64::from(u8::from(to || back));
            one_way += f64::from(u8::from(to != back));
        }
    }
    Krackhardt {
        connectedness: sizes.iter().map(|&s| pairs(s)).sum::<f64>() / pairs(n),
        efficiency: if most > 0.0 { 1.0 - (network.ties() as f64 - needed) / most } else { 1.0 },
        hierarchy_reach: if some_way > 0.0 { one_way / some_way } else { 0.0 },
        lubness: lubness(piece, &sizes, reach),
    }
}

fn lubness(piece: &[usize], sizes: &[usize], reach: &Reach) -> f64 {
    let n = piece.len();
    let reaches = &reach.reaches;
    let (mut without, mut most) = (0.0, 0.0);
    for i in 0..n {
        for j in (0..i).filter(|&j| piece[j] == piece[i]) {
            let above: Vec<usize> = (0..n).filter(|&u| reaches[u][i] && reaches[u][j]).collect();
            let least = above.iter().any(|&l| above.iter().all(|&u| reaches[u][l]));
            without += f64::from(u8::from(!least));
        }
    }
    for &s in sizes {
        most += (s.saturating_sub(1) * s.saturating_sub(2) / 2) as f64;
    }
    if most > 0.0 { 1.0 - without / most } else { 1.0 }
}

/// The largest k for which some people have k ties among themselves.
pub(super) fn largest_core(either: &[Vec<u32>]) -> usize {
    let mut degree: Vec<usize> = either.iter().map(Vec::len).collect();
    let mut gone = vec![false; either.len()];
    let mut core = 0;
    for _ in 0..either.len() {
        let Some(next) = (0..either.len()).filter(|&i| !gone[i]).min_by_key(|&i| degree[i]) else { break };
        core = core.max(degree[next]);
        gone[next] = true;
        for &j in &either[next] {
            degree[j as usize] = degree[j as usize].saturating_sub(1);
        }
    }
    core
}

/// People without whom a piece falls apart (Hopcroft & Tarjan 1973), found without recursion.
pub(super) fn articulation_points(either: &[Vec<u32>]) -> usize {
    let n = either.len();
    let (mut seen, mut low, mut cut) = (vec![0_u32; n], vec![0_u32; n], vec![false; n]);
    let mut clock = 0;
    for root in 0..n {
        if seen[root] > 0 {
            continue;
        }
        let mut children_of_root = 0;
        clock += 1;
        (seen[root], low[root]) = (clock, clock);
        let mut stack: Vec<(usize, usize, usize)> = vec![(root, usize::MAX, 0)];
        while let Some(top) = stack.last_mut() {
            let (v, parent, at) = *top;
            if let Some(&w) = either[v].get(at) {
                top.2 += 1;
                let w = w as usize;
                if seen[w] == 0 {
                    clock += 1;
                    (seen[w], low[w]) = (clock, clock);
                    stack.push((w, v, 0));
                } else if w != parent {
                    low[v] = low[v].min(seen[w]);
                }
            } else {
                stack.pop();
                if parent == root {
                    children_of_root += 1;
                } else if parent != usize::MAX && low[v] >= seen[parent] {
                    cut[parent] = true;
                }
                if parent != usize::MAX {
                    low[parent] = low[parent].min(low[v]);
                }
            }
        }
        cut[root] = children_of_root > 1;
    }
    cut.iter().filter(|c| **c).count()
}
