//! Counts acknowledged writes a second with fifty writers, each keeping one small row per transaction.
//!
//! `cargo run --release -p db --example bench -- sqlite:FILE` or `… postgres://…`, and the seconds to measure. An SQLite
//! file has to be on a real disk: in a folder that lives in memory the wait for the disk is none.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use db::{Db, Error, Migration, args, sql};
use uuid::Uuid;

const WRITERS: usize = 50;
const TABLE: Migration = Migration {
    name: "0001_bench",
    sql: "CREATE TABLE bench (id UUID PRIMARY KEY, words TEXT NOT NULL, n BIGINT NOT NULL);",
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().ok_or("say which database: sqlite:FILE or postgres://…")?;
    let seconds = arguments.next().map_or(Ok(5), |seconds| seconds.parse())?;
    let db = Db::open(&url).await?;
    db.migrate(&[TABLE]).await?;
    let (done, stop) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let mut writers = tokio::task::JoinSet::new();
    let start = Instant::now();
    for n in 0..WRITERS {
        writers.spawn(write(db.clone(), n as i64, Arc::clone(&done), Arc::clone(&stop)));
    }
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    stop.store(true, Ordering::Relaxed);
    let mut waits = Vec::new();
    while let Some(own) = writers.join_next().await {
        waits.extend(own??);
    }
    report(done.load(Ordering::Relaxed), start.elapsed(), waits);
    db.close().await;
    Ok(())
}

async fn write(db: Db, n: i64, done: Arc<AtomicU64>, stop: Arc<AtomicBool>) -> Result<Vec<Duration>, Error> {
    let mut waits = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let asked = Instant::now();
        let mut tx = db.write().await?;
        let insert = sql!("INSERT INTO bench (id, words, n) VALUES ($1, $2, $3)");
        tx.run(insert, &args![Uuid::now_v7(), "a row as small as most", n]).await?;
        tx.commit().await?;
        done.fetch_add(1, Ordering::Relaxed);
        waits.push(asked.elapsed());
    }
    Ok(waits)
}

#[expect(clippy::print_stdout, reason = "it is what this program is for")]
fn report(done: u64, took: Duration, mut waits: Vec<Duration>) {
    waits.sort();
    let at = |part: usize| waits.get(waits.len() * part / 100).copied().unwrap_or_default();
    let rate = done as f64 / took.as_secs_f64();
    println!("{WRITERS} writers: {rate:.0} acknowledged writes/s, p50 {:.1?}, p99 {:.1?}", at(50), at(99));
}
