//! The list of routes. A route is registered with its policy, or not at all; the list itself is kept,
//! for the sweep that tries every route as every kind of caller.

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};

use super::ask::Asked;
use crate::access::Policy;
use crate::error::{Error, broken};
use crate::site::Site;

/// One route as registered.
#[cfg_attr(not(test), allow(dead_code, reason = "the sweep and the printed page of rights read its policy"))]
#[derive(Debug, Clone)]
pub struct Route {
    /// GET or POST: a page or an act.
    pub method: Method,
    /// Its path, with `{names}`.
    pub path: &'static str,
    /// What it asks of its caller.
    pub policy: Policy,
}

/// A feature's routes.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<Site>,
    list: Vec<Route>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page.
    pub fn get<H, T>(self, path: &'static str, policy: Policy, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, policy, handler)
    }

    /// An act.
    pub fn post<H, T>(self, path: &'static str, policy: Policy, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, policy, handler)
    }

    /// Another feature's routes as well.
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// The router and the list.
    pub fn build(self) -> (Router<Site>, Vec<Route>) {
        (self.router, self.list)
    }

    fn add<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        policy: Policy,
        handler: H,
    ) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        let guard =
            middleware::from_fn(move |request: Request, next: Next| guard(policy, path, request, next));
        self.router = self.router.route(path, on(filter, handler).layer(guard));
        self.list.push(Route { method, path, policy });
        self
    }
}

/// Hands the policy to the handler and makes sure the handler asked: a page that forgot is an error,
/// not a leak.
async fn guard(policy: Policy, path: &'static str, mut request: Request, next: Next) -> Response {
    #[cfg(test)]
    let policy = crate::access::mutation::of_policy(policy, request.method(), path);
    let asked = Asked::new(policy);
    request.extensions_mut().insert(asked.clone());
    let response = next.run(request).await;
    let worked = response.status().is_success() || response.status().is_redirection();
    if worked && !asked.was_honoured() {
        return Error::from(Forgot(path)).into_response();
    }
    response
}

struct Forgot(&'static str);

impl From<Forgot> for Error {
    fn from(forgot: Forgot) -> Self {
        broken(format!("{} answered without asking who may", forgot.0))
    }
}
