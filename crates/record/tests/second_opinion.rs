//! Roots and proofs held against ct-merkle, an independent implementation of RFC 6962.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use common::Chance;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use record::proof::{consistency, inclusion, root_of, verify_consistency, verify_inclusion};
use record::{Frontier, Hash, leaf};
use sha2::Sha256;

type Tree = MemoryBackedTree<Sha256, Vec<u8>>;

/// Trees over the first 0, 1, … leaves: theirs, and our leaf hashes.
struct Both {
    tree: Tree,
    frontier: Frontier,
    leaves: Vec<Hash>,
}

impl Both {
    fn new() -> Both {
        Both { tree: Tree::new(), frontier: Frontier::new(), leaves: Vec::new() }
    }

    fn push(&mut self, bytes: Vec<u8>) {
        self.frontier.append(leaf(&bytes));
        self.leaves.push(leaf(&bytes));
        self.tree.push(bytes);
    }

    fn root(&self) -> Hash {
        Hash((*self.tree.root().as_bytes()).into())
    }
}

fn flat(path: &[Hash]) -> Vec<u8> {
    path.iter().flat_map(|hash| hash.0).collect()
}

fn theirs(root: &Hash, size: usize) -> RootHash<Sha256> {
    RootHash::new(root.0.into(), size as u64)
}

/// Our inclusion proof of leaf `index`: equal to theirs, accepted by both, and by neither once bent.
fn check_inclusion(both: &Both, index: usize) {
    let (size, root) = (both.leaves.len(), both.root());
    let path = inclusion(index as u64, &both.leaves).unwrap();
    assert_eq!(flat(&path), both.tree.prove_inclusion(index).as_bytes(), "leaf {index} of {size}");
    let verify = |path: &[Hash], index: u64| {
        verify_inclusion(&both.leaves[index as usize], index, size as u64, path, &root)
    };
    assert!(verify(&path, index as u64));
    let proof = InclusionProof::<Sha256>::try_from_bytes(flat(&path)).unwrap();
    let bytes = both.tree.get(index).unwrap();
    assert!(theirs(&root, size).verify_inclusion(bytes, index as u64, &proof).is_ok());
    if size > 1 {
        assert!(!verify(&path[1..], index as u64) && !verify(&path, ((index + 1) % size) as u64));
        let mut bent = path.clone();
        bent[path.len() / 2].0[5] ^= 4;
        assert!(!verify(&bent, index as u64));
    }
    assert!(!verify(&[&path[..], &[root]].concat(), index as u64));
}

/// Our proof that the first `old` leaves begin the tree: equal to theirs, accepted by both, and not once
/// bent.
fn check_consistency(both: &Both, old: usize) {
    let (size, root) = (both.leaves.len(), both.root());
    let old_root = root_of(&both.leaves[..old]);
    let path = consistency(old as u64, &both.leaves).unwrap();
    let verify =
        |path: &[Hash], old_root: &Hash| verify_consistency(old as u64, old_root, size as u64, &root, path);
    assert!(verify(&path, &old_root), "{old} of {size}");
    assert!(!verify(&path, &Hash([3; 32])));
    assert!(!verify(&[&path[..], &[root]].concat(), &old_root));
    if old > 0 && old < size {
        assert_eq!(flat(&path), both.tree.prove_consistency(size - old).as_bytes(), "{old} of {size}");
        let proof = ConsistencyProof::<Sha256>::try_from_bytes(flat(&path)).unwrap();
        assert!(theirs(&root, size).verify_consistency(&theirs(&old_root, old), &proof).is_ok());
        let mut bent = path.clone();
        bent[path.len() / 2].0[0] ^= 1;
        assert!(!verify(&bent, &old_root) && !verify(&path[..path.len() - 1], &old_root));
    }
}

#[test]
fn roots_and_proofs_agree_with_ct_merkle_for_every_small_tree() {
    let mut both = Both::new();
    for size in 0..=130usize {
        assert_eq!(both.frontier.root(), both.root(), "size {size}");
        assert_eq!(root_of(&both.leaves), both.root(), "size {size}");
        assert_eq!(both.frontier.size(), size as u64);
        (0..size).for_each(|index| check_inclusion(&both, index));
        (0..=size).for_each(|old| check_consistency(&both, old));
        assert_eq!(inclusion(size as u64, &both.leaves), None);
        assert_eq!(consistency(size as u64 + 1, &both.leaves), None);
        both.push(format!("leaf {size}").into_bytes());
    }
}

#[test]
fn roots_and_proofs_agree_with_ct_merkle_for_larger_trees() {
    let mut chance = Chance(11);
    let mut both = Both::new();
    for round in 0..12 {
        for _ in 0..1 + chance.below(900) {
            let length = chance.below(90);
            both.push((0..length).map(|_| chance.next() as u8).collect());
        }
        assert_eq!(both.frontier.root(), both.root(), "round {round}");
        for _ in 0..20 {
            check_inclusion(&both, chance.below(both.leaves.len()));
            check_consistency(&both, chance.below(both.leaves.len()));
        }
    }
}
