//! Each quarter of an hour: whose letter is due? One act for each reader, which takes their row, looks
//! again, and leaves letter and mark together: run twice, it tells nothing twice.

use uuid::Uuid;

use super::store::{self, Reader};
use super::{gather, letter};
use crate::error::Error;
use crate::jobs::Kind;
use crate::mail;
use crate::site::{Act, Moment, Site};

/// The job.
pub const JOB: Kind =
    Kind { name: "digest", run: |site, _| Box::pin(run(site)), every: Some(15 * Moment::MINUTE) };

async fn run(site: Site) -> Result<(), Error> {
    let now = site.now();
    let all = store::readers(&mut site.look().await?).await?;
    for reader in all.into_iter().filter(|reader| due(reader, now)) {
        let mut act = site.act().await?;
        one(&mut act, reader.person).await?;
        act.commit().await?;
    }
    Ok(())
}

fn due(reader: &Reader, now: Moment) -> bool {
    reader.plan.due(now.civil(&reader.zone), reader.looked)
}

async fn one(act: &mut Act, person: Uuid) -> Result<(), Error> {
    store::take(act, person, &super::commands::new_link(act)).await?;
    let (reader, now) = (store::one(act, person).await?, act.now());
    if !due(&reader, now) {
        return Ok(());
    }
    let left_out = store::left_out(act, person).await?;
    let places = gather::gather(act, &reader, &left_out, now).await?;
    let base = act.site().settings.base_url.clone();
    let link = reader.link.clone().unwrap_or_default();
    let written = letter::write(&reader, &places, &base, &link);
    if let Some(letter) = &written {
        mail::post_with_way_out(act, letter, &format!("{base}/digest/off/{link}")).await?;
        for place in &places {
            store::tell(act, person, place.id, place.last).await?;
        }
    }
    store::looked(act, person, now.civil(&reader.zone).date(), written.is_some()).await
}
