//! How people are asked to join, and how they answer.

pub mod commands;
