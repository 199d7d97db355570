//! Reads a request's body before any transaction is opened: not more than its limit, and not slower than
//! a person's poor line would be.

use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::{Instant, timeout_at};

use super::limits::Limits;
use crate::error::Error;

/// The whole body, or why not. A body may take [`Limits::body`]; beyond that it must have kept
/// [`Limits::pace`], so that a slow line finishes and a trickle that only holds the door open does not.
pub async fn read(body: Body, most: usize, limits: &Limits) -> Result<Bytes, Error> {
    let mut body = Limited::new(body, most);
    let (started, mut read) = (Instant::now(), Vec::new());
    loop {
        let until = started + patience(read.len(), limits);
        let Ok(frame) = timeout_at(until, body.frame()).await else { return Err(Error::Unreadable) };
        match frame {
            None => return Ok(read.into()),
            Some(Ok(frame)) => {
                if let Some(data) = frame.data_ref() {
                    read.extend_from_slice(data);
                }
            }
            Some(Err(error)) if error.downcast_ref::<LengthLimitError>().is_some() => {
                return Err(Error::TooLarge);
            }
            Some(Err(_)) => return Err(Error::Unreadable),
        }
    }
}

/// How long so many bytes may have taken.
fn patience(bytes: usize, limits: &Limits) -> Duration {
    let paced = Duration::from_millis((bytes as u64).saturating_mul(1000) / limits.pace.max(1));
    limits.body.max(paced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio_stream::StreamExt;

    /// A body that sends so many bytes each hundredth of a second, so many times.
    fn dripping(bytes: usize, times: usize) -> Body {
        let drops = tokio_stream::iter(0..times).then(move |_| async move {
            tokio::time::sleep(Duration::from_millis(10)).await;
            Ok::<_, std::convert::Infallible>(Bytes::from(vec![b'x'; bytes]))
        });
        Body::from_stream(drops)
    }

    #[tokio::test]
    async fn a_slow_line_finishes_and_a_trickle_is_cut_off() {
        let limits = Limits { body: Duration::from_millis(100), pace: 10_000, ..Limits::default() };
        let slow = read(dripping(1000, 50), 64 * 1024, &limits).await;
        assert_eq!(slow.expect("a slow line").len(), 50_000);
        let started = Instant::now();
        assert!(matches!(read(dripping(1, 1_000), 64 * 1024, &limits).await, Err(Error::Unreadable)));
        assert!(started.elapsed() < Duration::from_secs(2));
    }

    #[tokio::test]
    async fn a_body_past_its_limit_is_too_large_and_one_at_it_is_read() {
        let limits = Limits::default();
        assert!(matches!(read(Body::from(vec![0; 101]), 100, &limits).await, Err(Error::TooLarge)));
        assert_eq!(read(Body::from(vec![0; 100]), 100, &limits).await.expect("a body").len(), 100);
    }
}
