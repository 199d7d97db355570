//! The worker that runs jobs. Every node has one; they share the table and its leases.

use std::time::Duration;

use tokio::sync::watch;
use tracing::{error, warn};

use super::{Kind, TRIES, pause, store};
use crate::error::Error;
use crate::features;
use crate::site::{Moment, Site};

/// A lease outlives any job by far; a node that dies gives its jobs back after it.
const LEASE: i64 = 2 * Moment::MINUTE;
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A node's worker.
#[derive(Debug)]
pub struct Worker {
    site: Site,
    name: String,
}

impl Worker {
    /// A worker with a name of its own.
    pub fn new(site: Site) -> Self {
        let name = data_encoding::HEXLOWER.encode(&site.random::<8>());
        Self { site, name }
    }

    /// Runs jobs until told to stop; the one in hand is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.one().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => warn!(?error, "looking for jobs failed"),
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK_EVERY) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Runs one job that is due; false if there was none.
    async fn one(&self) -> Result<bool, Error> {
        let now = self.site.now();
        if !store::any_due(&mut self.site.look().await?, now).await? {
            return Ok(false);
        }
        let mut act = self.site.act().await?;
        let leased = store::lease(&mut act, &self.name, now, now.plus(LEASE)).await?;
        act.commit().await?;
        let Some(job) = leased else { return Ok(false) };
        let outcome = match features::job(&job.kind) {
            // In a task of its own: a job that panics is tried again like one that fails, and does not
            // take the worker with it.
            Some(Kind { run, .. }) => match tokio::spawn(run(self.site.clone(), job.args.clone())).await {
                Ok(outcome) => outcome,
                Err(panic) => Err(crate::error::broken(panic)),
            },
            None => Err(crate::error::broken(format!("no job is called {}", job.kind))),
        };
        self.settle(job, outcome).await?;
        Ok(true)
    }

    async fn settle(&self, job: store::Leased, outcome: Result<(), Error>) -> Result<(), Error> {
        let mut act = self.site.act().await?;
        match outcome {
            Ok(()) => match features::job(&job.kind).and_then(|kind| kind.every) {
                Some(every) => {
                    let next = act.now().plus(every);
                    store::put_back(&mut act, job.id, next, None, "").await?;
                }
                None => store::finish(&mut act, job.id, &self.name).await?,
            },
            Err(error) => {
                let said = format!("{error:?}");
                let dead = (job.tries >= TRIES).then(|| act.now());
                if dead.is_some() {
                    error!(job = %job.id, kind = job.kind, said, "a job was laid aside");
                }
                let [chance] = self.site.random::<1>();
                let next = act.now().plus(pause(job.tries, chance));
                store::put_back(&mut act, job.id, next, dead, &said).await?;
            }
        }
        act.commit().await
    }
}

/// Runs everything that is due, in this task: for tests, the demo's start and the command line.
/// Gives how many jobs ran.
pub async fn run_due(site: &Site) -> Result<usize, Error> {
    let worker = Worker::new(site.clone());
    let mut ran = 0;
    while worker.one().await? {
        ran += 1;
    }
    Ok(ran)
}
