//! The rules of agreement between parties. Pure.
