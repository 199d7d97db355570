//! `/metrics`: counts and times in Prometheus' text form, for whoever holds the token from the settings.
//! Without a token nothing is counted and the page does not exist: "from this machine only" would open
//! it to everybody behind a proxy on the same machine.

use std::sync::OnceLock;
use std::time::Duration;

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use subtle::ConstantTimeEq;

use super::ask::Ask;
use crate::error::{Error, broken};
use crate::site::Site;

static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
/// Seconds; an answer is meant to take less than a tenth.
const BUCKETS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
const TIDY_EVERY: Duration = Duration::from_secs(5);

/// Starts to count, where the settings name a token. Once for a process; later calls change nothing.
pub fn begin(site: &Site) -> anyhow::Result<()> {
    if site.settings.metrics_token.is_none() || HANDLE.get().is_some() {
        return Ok(());
    }
    let recorder = PrometheusBuilder::new().set_buckets(BUCKETS)?.build_recorder();
    let handle = recorder.handle();
    if metrics::set_global_recorder(recorder).is_err() {
        return Ok(());
    }
    let tidied = HANDLE.get_or_init(|| handle).clone();
    // Samples are folded into their buckets even when nobody comes to read them.
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(TIDY_EVERY).await;
            tidied.run_upkeep();
        }
    });
    Ok(())
}

/// The figures, for whoever holds the token.
pub async fn show(ask: Ask) -> Result<Response, Error> {
    let Some(token) = ask.site.settings.metrics_token.as_deref() else { return Err(Error::Unseen) };
    let said = ask.headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or("");
    let holds =
        said.strip_prefix("Bearer ").is_some_and(|held| held.as_bytes().ct_eq(token.as_bytes()).into());
    if !holds {
        return Err(Error::Unseen);
    }
    metrics::counter!("concord_statements_total").absolute(ask.site.db.asked());
    let handle = HANDLE.get().ok_or_else(|| broken("figures were asked for before counting began"))?;
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4")], handle.render()).into_response())
}
