//! The program as one service: all routes inside the layers that every request passes, from the
//! outside in.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use super::{origin, safety};
use crate::error::Error;
use crate::features;
use crate::site::Site;

/// No script, style, frame, form or picture from anywhere but here; nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
     require-trusted-types-for 'script'; trusted-types concord";

/// The whole program.
pub fn service(site: &Site) -> Router {
    let (router, _) = features::routes().build();
    let id = HeaderName::from_static("x-request-id");
    router
        .fallback(|| async { Error::Unseen })
        .method_not_allowed_fallback(|| async { Error::Unseen })
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), origin::own_page))
        .layer(middleware::from_fn_with_state(site.clone(), safety::layer))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), origin::own_host))
        .layer(middleware::from_fn_with_state(site.clone(), guards))
        .layer(PropagateRequestIdLayer::new(id.clone()))
        .layer(middleware::from_fn(counted))
        .layer(SetRequestIdLayer::new(id, MakeRequestUuid))
        .with_state(site.clone())
}

/// Headers that every answer carries.
async fn guards(
    axum::extract::State(site): axum::extract::State<Site>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if site.settings.secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// One line in the log and one count for each request. The path is the route's pattern: no ids, no
/// tokens.
async fn counted(request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let method = request.method().clone();
    let id = request.headers().get("x-request-id").cloned();
    let response = next.run(request).await.into_response();
    let status = response.status().as_u16();
    let took = started.elapsed();
    metrics::counter!("concord_requests_total", "status" => status.to_string()).increment(1);
    metrics::histogram!("concord_request_seconds").record(took.as_secs_f64());
    tracing::debug!(?id, %method, status, micros = took.as_micros(), "answered");
    response
}
