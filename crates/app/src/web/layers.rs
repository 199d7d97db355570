//! The program as one service: all routes inside the layers that every request passes, from the
//! outside in.

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use super::turn::{self, Turns};
use super::{cookies, origin, reply, safety};
use crate::error::Error;
use crate::features;
use crate::site::Site;

/// No script, style, frame, form or picture from anywhere but here; nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
     require-trusted-types-for 'script'; trusted-types concord";

/// The whole program.
pub fn service(site: &Site) -> Router {
    around(site, features::routes().build().0)
}

/// The layers around these routes.
pub fn around(site: &Site, router: Router<Site>) -> Router {
    let id = HeaderName::from_static("x-request-id");
    let turns = Turns::new(site.settings.limits);
    router
        .fallback(|| async { Error::Unseen })
        .method_not_allowed_fallback(to_its_page)
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), origin::own_page))
        .layer(middleware::from_fn_with_state(turns, turn::taken))
        .layer(middleware::from_fn_with_state(site.clone(), safety::layer))
        .layer(middleware::from_fn_with_state(site.clone(), marked_private))
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(nobodys)))
        .layer(middleware::from_fn_with_state(site.clone(), origin::own_host))
        .layer(middleware::from_fn_with_state(site.clone(), guards))
        .layer(PropagateRequestIdLayer::new(id.clone()))
        .layer(middleware::from_fn(counted))
        .layer(SetRequestIdLayer::new(id, MakeRequestUuid))
        .layer(middleware::from_fn(numbered_here))
        .with_state(site.clone())
}

/// An address that only takes a form, opened from the history or after signing in: on to the nearest page above it,
/// where the form stands.
async fn to_its_page(request: Request) -> Response {
    let reading = request.method() == Method::GET || request.method() == Method::HEAD;
    match page_above(pattern(request.extensions()), request.uri().path()) {
        Some(page) if reading => reply::see_other(&page, ""),
        _ => Error::Unseen.into_response(),
    }
}

/// The address of the nearest page above an address, by the patterns of the program's pages. The front door is no
/// page of a form's.
fn page_above(pattern: &str, path: &str) -> Option<String> {
    let (mut pattern, mut path) = (pattern, path);
    loop {
        (pattern, path) = (pattern.rsplit_once('/')?.0, path.rsplit_once('/')?.0);
        if features::has_page(pattern) {
            return Some(path.to_owned());
        }
    }
}

/// A request's number is ours: one that a client made up could point at somebody else's line in the log.
async fn numbered_here(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove("x-request-id");
    next.run(request).await
}

/// Marks an answer to somebody who is signed in.
#[derive(Debug, Clone, Copy)]
struct Private;

/// See [`nobodys`].
async fn marked_private(State(site): State<Site>, request: Request, next: Next) -> Response {
    let signed_in = cookies::session(request.headers(), &site).is_some();
    let mut response = next.run(request).await;
    if signed_in {
        response.extensions_mut().insert(Private);
    }
    response
}

/// Whether an answer is the same for every stranger. Only those are compressed here: a page that holds a
/// reader's secrets beside words from its own address must not tell by its length how they compare
/// (BREACH). The client's files come compressed from the build.
fn nobodys(_: StatusCode, _: Version, _: &HeaderMap, marks: &Extensions) -> bool {
    marks.get::<Private>().is_none()
}

/// Headers that every answer carries.
async fn guards(State(site): State<Site>, request: Request, next: Next) -> Response {
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
        keep_cookies_to_tls(headers);
    }
    response
}

/// No cookie of a secure site ever travels in clear, the harmless ones included.
fn keep_cookies_to_tls(headers: &mut HeaderMap) {
    let cookies: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        let said = cookie.to_str().unwrap_or_default();
        let secure = said.split(';').any(|part| part.trim().eq_ignore_ascii_case("secure"));
        let kept = if secure { Ok(cookie) } else { HeaderValue::from_str(&format!("{said}; Secure")) };
        if let Ok(kept) = kept {
            headers.append(header::SET_COOKIE, kept);
        }
    }
}

/// The route's pattern: a path may hold an id or the token of a link, a line of the log must not.
pub(super) fn pattern(marks: &Extensions) -> &str {
    marks.get::<MatchedPath>().map_or("none", MatchedPath::as_str)
}

/// One line in the log and one count for each request, by the route's pattern: no ids, tokens, names or
/// addresses.
async fn counted(request: Request, next: Next) -> Response {
    let started = std::time::Instant::now();
    let method = request.method().clone();
    let route = pattern(request.extensions()).to_owned();
    let number = request.headers().get("x-request-id").and_then(|v| v.to_str().ok()).map(str::to_owned);
    let response = next.run(request).await.into_response();
    let status = response.status().as_u16();
    let took = started.elapsed();
    metrics::counter!("concord_requests_total", "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("concord_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    tracing::info!(
        target: "concord::access",
        request = number.as_deref().unwrap_or("none"),
        %method,
        route,
        status,
        micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_only_takes_a_form_has_a_page_above_it() {
        let above = |pattern, path| page_above(pattern, path);
        assert_eq!(
            above("/p/{partnership}/readiness/mine", "/p/7/readiness/mine"),
            Some("/p/7/readiness".into())
        );
        assert_eq!(above("/p/{partnership}/introduce", "/p/7/introduce"), Some("/p/7".into()));
        assert_eq!(above("/sign-out", "/sign-out"), None);
        assert_eq!(above("none", "/no/such/page"), None);
    }
}
