//! Where a request came from. A forwarded address is believed only from a proxy the settings name.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;

use crate::site::Site;

/// The client's address as text; IPv6 by its /64, since one household holds the whole of it.
pub fn of(parts: &Parts, site: &Site) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let client = peer.map(|peer| {
        if site.settings.trusted_proxies.iter().any(|net| net.contains(&peer)) {
            forwarded(parts).unwrap_or(peer)
        } else {
            peer
        }
    });
    client.map_or_else(|| "unknown".to_owned(), name)
}

/// The last hop before our own proxy: earlier ones are whatever the client wrote.
fn forwarded(parts: &Parts) -> Option<IpAddr> {
    let line = parts.headers.get("x-forwarded-for")?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

fn name(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}
