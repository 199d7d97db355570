//! A tamper-evident log: Merkle tree, checkpoints, proofs, verification. No I/O.
