//! The right edge of a growing Merkle tree: all that appending needs, about log₂(n) hashes for n leaves.

use crate::hash::{Hash, node, sha256};
use serde::{Deserialize, Serialize};

/// The roots of the perfect subtrees a tree of `size` leaves is made of, largest (leftmost) first; one for
/// each 1 bit of `size`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    size: u64,
    peaks: Vec<Hash>,
}

impl TryFrom<Stored> for Frontier {
    type Error = String;

    fn try_from(stored: Stored) -> Result<Frontier, String> {
        if stored.peaks.len() != stored.size.count_ones() as usize {
            return Err(format!("{} peaks do not make a tree of {} leaves", stored.peaks.len(), stored.size));
        }
        Ok(Frontier { size: stored.size, peaks: stored.peaks })
    }
}

impl From<Frontier> for Stored {
    fn from(frontier: Frontier) -> Stored {
        Stored { size: frontier.size, peaks: frontier.peaks }
    }
}

impl Frontier {
    /// The tree of no leaves.
    pub fn new() -> Frontier {
        Frontier::default()
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf hash at the right edge.
    pub fn append(&mut self, leaf: Hash) {
        let mut right = leaf;
        // Each trailing 1 bit of the old size is a subtree now complete: it joins what stands to its right.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                right = node(&left, &right);
            }
        }
        self.peaks.push(right);
        self.size += 1;
    }

    /// The root over all leaves so far; SHA-256 of nothing for the empty tree (RFC 6962 §2.1).
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => sha256(&[]),
            Some(last) => peaks.fold(*last, |right, left| node(left, &right)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::leaf;

    /// The eight leaves and nine roots used by the Certificate Transparency reference tests.
    const LEAVES: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn known_trees_have_their_known_roots() {
        let mut frontier = Frontier::new();
        assert_eq!(frontier.root().to_string(), ROOTS[0]);
        for (bytes, root) in LEAVES.iter().zip(&ROOTS[1..]) {
            frontier.append(leaf(bytes));
            assert_eq!(frontier.root().to_string(), *root);
        }
    }

    #[test]
    fn a_frontier_with_a_peak_missing_is_refused() {
        let mut frontier = Frontier::new();
        (0..7u8).for_each(|n| frontier.append(leaf(&[n])));
        let stored = serde_json::to_string(&frontier).unwrap();
        assert_eq!(serde_json::from_str::<Frontier>(&stored).unwrap(), frontier);
        assert!(serde_json::from_str::<Frontier>(&stored.replace("\"size\":7", "\"size\":8")).is_err());
    }
}
