//! Work that happens later: mail, reminders, what a date brings about, the nightly purge. A job is a
//! row written in an act's own transaction; a worker leases it, runs it, and removes it. One that
//! keeps failing is laid aside for the operator to see. A job may run twice when a node dies in the
//! middle, so every kind is written to do no harm the second time.

mod store;
mod web;
mod worker;

use std::future::Future;
use std::pin::Pin;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, broken};
use crate::site::{Act, Moment, Site};

pub use web::routes;
#[cfg(test)]
pub use worker::run_due_of;
pub use worker::{AT_ONCE, Worker, run_due};

/// What running a job gives.
pub type Running = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// A kind of job: its name and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name in the table.
    pub name: &'static str,
    /// What it does with its arguments.
    pub run: fn(Site, String) -> Running,
    /// Microseconds between runs, for a job that always comes back.
    pub every: Option<i64>,
}

/// How often a job is tried before it is laid aside.
pub const TRIES: i64 = 10;

/// Asks for a job once this act has been committed, not before `run_at`.
pub async fn at(act: &mut Act, kind: &str, args: &impl Serialize, run_at: Moment) -> Result<(), Error> {
    store::add(act, kind, &written(args)?, None, run_at).await
}

/// Asks for a job as soon as this act has been committed.
pub async fn soon(act: &mut Act, kind: &str, args: &impl Serialize) -> Result<(), Error> {
    let now = act.now();
    at(act, kind, args, now).await
}

/// Asks for a job that stands in the table at most once under `key`.
pub async fn once(
    act: &mut Act,
    key: &str,
    kind: &str,
    args: &impl Serialize,
    run_at: Moment,
) -> Result<(), Error> {
    store::add(act, kind, &written(args)?, Some(key), run_at).await
}

/// Reads a job's arguments.
pub fn args<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| broken(format!("a job's arguments: {error}")))
}

/// The kinds and arguments of the jobs that wait.
#[cfg(test)]
pub async fn due_args(site: &Site) -> Result<Vec<(String, String)>, Error> {
    store::waiting(&mut site.look().await?).await
}

fn written(args: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(args).map_err(|error| broken(format!("a job's arguments: {error}")))
}

/// How long to wait before try number `tries`: doubling from ten seconds, at most an hour, spread by
/// `chance` (0..=255) so that a server that comes back is not met by everybody at once.
pub fn pause(tries: i64, chance: u8) -> i64 {
    let doubled = (10 * Moment::SECOND) << tries.clamp(0, 12);
    let capped = doubled.min(Moment::HOUR);
    capped / 2 + capped / 2 * i64::from(chance) / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_an_hour_and_never_pass_it() {
        assert!(pause(0, 0) >= 5 * Moment::SECOND);
        for tries in 0..40 {
            assert!(pause(tries, 255) <= Moment::HOUR);
            assert!(pause(tries + 1, 0) >= pause(tries, 0));
        }
    }
}
