//! The program `concord`: the web application, the command line and the offline verifier in one.

mod access;
mod act;
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a command answers on the terminal")]
mod command;
mod crisis;
mod demo;
mod error;
mod features;
mod front;
mod jobs;
mod mail;
mod migrations;
mod network;
mod people;
mod prepare;
mod purge;
mod record;
mod reflect;
mod settings;
mod site;
#[cfg(test)]
mod testing;
mod text;
mod web;

/// A page is many small pieces of memory on several threads: the C library's own allocator took a fifth of
/// a busy program's time, most of it waiting for itself.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    command::run()
}
