//! Brandes's betweenness (2001) over rows of bits: only ties that lie on a shortest path are walked.

use super::ties::both;

/// What a school's network needs, kept to be used again.
#[derive(Default)]
pub(super) struct Brandes {
    /// Who is at each distance from the source, one row of bits after the other.
    levels: Vec<u64>,
    seen: Vec<u64>,
    paths: Vec<f64>,
    /// What each person hands to those before them, per path.
    share: Vec<f64>,
    total: Vec<f64>,
}

/// The places of the bits that are set.
fn places(bits: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    bits.enumerate().flat_map(|(w, mut bits)| {
        std::iter::from_fn(move || {
            let place = (bits != 0).then(|| w * 64 + bits.trailing_zeros() as usize);
            bits &= bits.wrapping_sub(1);
            place
        })
    })
}

impl Brandes {
    /// How much betweenness is one person's (Freeman 1979), directed.
    pub(super) fn centralisation(&mut self, out: &[u64], n: usize, words: usize) -> f64 {
        self.total.clear();
        self.total.resize(n, 0.0);
        for source in 0..n {
            self.from(source, out, n, words);
        }
        let highest = self.total.iter().copied().fold(0.0, f64::max);
        let sum: f64 = self.total.iter().map(|b| highest - b).sum();
        sum / ((n as f64 - 1.0).powi(2) * (n as f64 - 2.0))
    }

    fn from(&mut self, source: usize, out: &[u64], n: usize, words: usize) {
        let Self { levels, seen, paths, share, total } = self;
        let named = |v: usize| &out[v * words..(v + 1) * words];
        paths.clear();
        paths.resize(n, 0.0);
        paths[source] = 1.0;
        share.resize(n, 0.0);
        levels.clear();
        levels.resize(words, 0);
        levels[source / 64] |= 1 << (source % 64);
        seen.clone_from(levels);
        loop {
            let here = levels.len() - words;
            levels.resize(levels.len() + words, 0);
            let (before, next) = levels.split_at_mut(here + words);
            let now = &before[here..];
            for v in places(now.iter().copied()) {
                next.iter_mut().zip(named(v)).for_each(|(next, named)| *next |= named);
            }
            next.iter_mut().zip(&mut *seen).for_each(|(next, seen)| {
                *next &= !*seen;
                *seen |= *next;
            });
            if next.iter().all(|bits| *bits == 0) {
                break;
            }
            for v in places(now.iter().copied()) {
                let so_far = paths[v];
                places(both(named(v), next)).for_each(|w| paths[w] += so_far);
            }
        }
        // From the furthest back; the row after the furthest is empty, the source itself is between nobody.
        let distances = levels.len() / words;
        for distance in (1..distances - 1).rev() {
            let (before, beyond) = levels.split_at((distance + 1) * words);
            for v in places(before[distance * words..].iter().copied()) {
                let owed = places(both(named(v), &beyond[..words])).map(|w| share[w]).sum::<f64>() * paths[v];
                share[v] = (1.0 + owed) / paths[v];
                total[v] += owed;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn betweenness_is_the_share_of_shortest_paths_that_go_through_a_person() {
        let (n, words) = (70, 2);
        let mut out = vec![0_u64; n * words];
        for (i, row) in out.chunks_mut(words).enumerate() {
            for j in (0..n).filter(|&j| j != i && (i * 31 + j * 17 + i * j) % 11 == 0) {
                row[j / 64] |= 1 << (j % 64);
            }
        }
        // Distances and numbers of shortest paths between any two, step by step.
        let tied = |i: usize, j: usize| out[i * words + j / 64] >> (j % 64) & 1 == 1;
        let (mut far, mut paths) = (vec![vec![usize::MAX; n]; n], vec![vec![0.0; n]; n]);
        for s in 0..n {
            (far[s][s], paths[s][s]) = (0, 1.0);
            for d in 0..n {
                for (v, w) in (0..n).flat_map(|v| (0..n).map(move |w| (v, w))).filter(|&(v, w)| tied(v, w)) {
                    if far[s][v] == d && far[s][w] > d {
                        far[s][w] = d + 1;
                        paths[s][w] += paths[s][v];
                    }
                }
            }
        }
        let through = |v: usize| -> f64 {
            let pairs = (0..n).flat_map(|s| (0..n).map(move |t| (s, t)));
            let on_the_way = |&(s, t): &(usize, usize)| {
                s != v
                    && t != v
                    && s != t
                    && far[s][t] != usize::MAX
                    && far[s][v].saturating_add(far[v][t]) == far[s][t]
            };
            pairs.filter(on_the_way).map(|(s, t)| paths[s][v] * paths[v][t] / paths[s][t]).sum()
        };
        let mut brandes = Brandes::default();
        brandes.centralisation(&out, n, words);
        assert!(brandes.total.iter().any(|b| *b > 0.0));
        for (v, ours) in brandes.total.iter().enumerate() {
            assert!((ours - through(v)).abs() < 1e-9 * (1.0 + ours), "{v}: {ours} and {}", through(v));
        }
    }
}
