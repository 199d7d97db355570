//! The worker that runs jobs. Every node has one; they share the table and its leases.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tracing::{error, warn};

use super::{Kind, TRIES, pause, store};
use crate::error::Error;
use crate::features;
use crate::site::{Moment, Site};

/// A lease outlives any job by far; a node that dies gives its jobs back after it.
const LEASE: i64 = 2 * Moment::MINUTE;
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// So many jobs are in hand at once: a mail server that is slow to answer one letter does not hold up the rest.
pub const AT_ONCE: usize = 4;

/// A node's worker.
#[derive(Debug, Clone)]
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

    /// Runs jobs until told to stop; those in hand are finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut hands = JoinSet::new();
        while !*stop.borrow() {
            while hands.len() >= AT_ONCE {
                hands.join_next().await;
            }
            match self.lease(None).await {
                Ok(Some(job)) => {
                    hands.spawn(self.clone().carry_out(job));
                    continue;
                }
                Ok(None) => {}
                Err(error) => warn!(?error, "looking for jobs failed"),
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK_EVERY) => {}
                _ = stop.changed() => {}
            }
        }
        hands.join_all().await;
    }

    /// Takes one job that is due, if there is one: of any kind, or of the one that is named.
    async fn lease(&self, kind: Option<&str>) -> Result<Option<store::Leased>, Error> {
        let now = self.site.now();
        if !store::any_due(&mut self.site.look().await?, now, kind).await? {
            return Ok(None);
        }
        let mut act = self.site.act().await?;
        let leased = store::lease(&mut act, &self.name, kind, now, now.plus(LEASE)).await?;
        act.commit().await?;
        Ok(leased)
    }

    async fn carry_out(self, job: store::Leased) {
        if let Err(error) = self.one(job).await {
            warn!(?error, "what became of a job was not written down; its lease will end");
        }
    }

    /// Runs one job and writes down what became of it.
    async fn one(&self, job: store::Leased) -> Result<(), Error> {
        let outcome = match features::job(&job.kind) {
            // In a task of its own: a job that panics is tried again like one that fails, and does not
            // take the worker with it.
            Some(Kind { run, .. }) => match tokio::spawn(run(self.site.clone(), job.args.clone())).await {
                Ok(outcome) => outcome,
                Err(panic) => Err(crate::error::broken(panic)),
            },
            None => Err(crate::error::broken(format!("no job is called {}", job.kind))),
        };
        self.settle(job, outcome).await
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
    run_due_of(site, None).await
}

/// The same for jobs of one kind.
pub async fn run_due_of(site: &Site, kind: Option<&str>) -> Result<usize, Error> {
    let worker = Worker::new(site.clone());
    let mut ran = 0;
    while let Some(job) = worker.lease(kind).await? {
        worker.one(job).await?;
        ran += 1;
    }
    Ok(ran)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;

    scenario!(a_node_that_dies_with_a_job_in_hand_gives_it_back_and_none_before, |town| {
        let mut act = town.site.act().await.unwrap();
        crate::jobs::soon(&mut act, crate::mail::JOB.name, &uuid::Uuid::nil()).await.unwrap();
        act.commit().await.unwrap();
        let dies = Worker::new(town.site.clone());
        assert!(dies.lease(None).await.unwrap().is_some());
        assert_eq!(town.work().await, 0, "another node leaves it alone");
        town.pass(LEASE + Moment::SECOND);
        assert_eq!(town.work().await, 1, "until the lease is over");
    });
}
