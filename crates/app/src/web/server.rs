//! Listening: a cap on connections, a limit on how long headers may take, TLS when asked for, and an
//! end that lets requests in hand finish.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;
use tracing::{debug, warn};

use super::{door, layers};
use crate::site::Site;

/// Serves the program until told to stop, then lets what is in hand finish.
pub async fn serve(
    site: Site,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    stop: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let service = layers::service(&site);
    serve_these(&site, service, listener, tls, stop).await
}

/// The same, with these routes.
pub(super) async fn serve_these(
    site: &Site,
    service: axum::Router,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    mut stop: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let limits = site.settings.limits;
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(limits.head).keep_alive(true);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(Some(Duration::from_secs(20)));
    let builder = Arc::new(builder);
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(limits.connections));
    loop {
        let permit = tokio::select! {
            permit = room.clone().acquire_owned() => permit.context("the connection cap")?,
            _ = stop.changed() => break,
        };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file handles: wait for some to come back rather than spin.
                    warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = stop.changed() => break,
        };
        let _ = stream.set_nodelay(true);
        let service = service.clone();
        let (builder, tls, watcher) = (builder.clone(), tls.clone(), graceful.watcher());
        tokio::spawn(async move {
            match tls {
                None => talk(&builder, stream, peer, service, watcher, limits.head).await,
                Some(tls) => {
                    if let Some(stream) = door::open(&tls, stream, limits.head).await {
                        talk(&builder, stream, peer, service, watcher, limits.head).await;
                    }
                }
            }
            drop(permit);
        });
    }
    drop(listener);
    site.live.close();
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(limits.drain) => warn!("some requests were cut off at the end"),
    }
    Ok(())
}

async fn talk<S>(
    builder: &Builder<TokioExecutor>,
    stream: S,
    peer: SocketAddr,
    service: axum::Router,
    watcher: hyper_util::server::graceful::Watcher,
    head: Duration,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    // Every request on this connection is told where it comes from.
    let asked = Arc::new(AtomicBool::new(false));
    let heard = asked.clone();
    let service = service.map_request(move |request: hyper::Request<hyper::body::Incoming>| {
        heard.store(true, Ordering::Relaxed);
        let mut request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    });
    let service = TowerToHyperService::new(service);
    let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), service);
    tokio::select! {
        ended = watcher.watch(connection.into_owned()) => if let Err(error) = ended {
            debug!(%error, "a connection ended badly");
        },
        () = silence(&asked, head) => debug!("a connection asked for nothing"),
    }
}

/// Ends when nothing was asked in time. The timer of HTTP/1 begins only once the first bytes have shown
/// which protocol is spoken; a client that sends none, or starts HTTP/2 and falls silent, ends here.
async fn silence(asked: &AtomicBool, head: Duration) {
    tokio::time::sleep(head).await;
    if asked.load(Ordering::Relaxed) {
        std::future::pending::<()>().await;
    }
}
