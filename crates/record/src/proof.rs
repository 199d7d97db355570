//! Proofs that an entry stands in a tree, and that one tree is the beginning of another (RFC 6962 §2.1.1 and
//! §2.1.2; verification as written down in RFC 9162 §2.1.3.2 and §2.1.4.2).

use crate::hash::{Hash, node, sha256};

/// The root over a list of leaf hashes.
pub fn root_of(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => sha256(&[]),
        [only] => *only,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(&root_of(left), &root_of(right))
        }
    }
}

/// The largest power of two smaller than `n` (n ≥ 2): where RFC 6962 divides a tree.
fn split(n: usize) -> usize {
    1 << (usize::BITS - 1 - (n - 1).leading_zeros())
}

/// The proof that leaf `index` stands in the tree over `leaves`: sibling hashes, nearest first. `None` if
/// there is no such leaf.
pub fn inclusion(index: u64, leaves: &[Hash]) -> Option<Vec<Hash>> {
    let index = usize::try_from(index).ok().filter(|index| *index < leaves.len())?;
    let mut path = Vec::new();
    let (mut index, mut leaves) = (index, leaves);
    while leaves.len() > 1 {
        let (left, right) = leaves.split_at(split(leaves.len()));
        if index < left.len() {
            path.push(root_of(right));
            leaves = left;
        } else {
            path.push(root_of(left));
            index -= left.len();
            leaves = right;
        }
    }
    path.reverse();
    Some(path)
}

/// The proof that the tree over the first `old` leaves is the beginning of the tree over all of them. Empty
/// when `old` is 0 or all; `None` when `old` is more than there are.
pub fn consistency(old: u64, leaves: &[Hash]) -> Option<Vec<Hash>> {
    let old = usize::try_from(old).ok().filter(|old| *old <= leaves.len())?;
    let mut path = Vec::new();
    if old > 0 {
        subproof(old, leaves, true, &mut path);
    }
    Some(path)
}

/// SUBPROOF of RFC 6962 §2.1.2; `known` says that the verifier already holds the root of these leaves.
fn subproof(old: usize, leaves: &[Hash], known: bool, path: &mut Vec<Hash>) {
    if old == leaves.len() {
        if !known {
            path.push(root_of(leaves));
        }
        return;
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    if old <= left.len() {
        subproof(old, left, known, path);
        path.push(root_of(right));
    } else {
        subproof(old - left.len(), right, false, path);
        path.push(root_of(left));
    }
}

/// Whether `path` proves that `leaf` is leaf number `index` of the tree with `size` leaves and this `root`.
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut seen) = (index, size - 1, *leaf);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            seen = node(sibling, &seen);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            seen = node(&seen, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && seen == *root
}

/// Whether `path` proves that the tree (`old`, `old_root`) is the beginning of the tree (`size`, `root`).
/// The empty tree is the beginning of every tree.
pub fn verify_consistency(old: u64, old_root: &Hash, size: u64, root: &Hash, path: &[Hash]) -> bool {
    if old == 0 {
        return path.is_empty() && *old_root == sha256(&[]);
    }
    if old >= size {
        return old == size && path.is_empty() && old_root == root;
    }
    let mut rest = path.iter();
    let first = if old.is_power_of_two() { Some(old_root) } else { rest.next() };
    let Some(first) = first else { return false };
    let shift = (old - 1).trailing_ones();
    let (mut at, mut last) = ((old - 1) >> shift, (size - 1) >> shift);
    let (mut seen_old, mut seen) = (*first, *first);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            seen_old = node(sibling, &seen_old);
            seen = node(sibling, &seen);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            seen = node(&seen, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && seen_old == *old_root && seen == *root
}
