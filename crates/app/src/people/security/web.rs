//! The operator's page of the security log: what happened, when, and a tag for the place it came
//! from. No mail address, no network address.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use words::Words;

use super::store::{self, Line};
use crate::access::Policy;
use crate::site::Moment;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, show};

const PAGE: i64 = 100;

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/operator/security", Policy::Operator, list)
}

#[derive(Template)]
#[template(path = "people/security/list.html")]
struct List {
    page: Page,
    w: Words,
    lines: Vec<Line>,
    older: Option<i64>,
}

impl List {
    fn time(&self, line: &Line) -> String {
        self.w.date_time(line.at.civil("UTC"))
    }

    /// What happened, in words; a kind from an older version shows as it was written.
    fn what<'a>(&self, line: &'a Line) -> &'a str
    where
        Self: 'a,
    {
        let w = &self.w;
        match line.kind.as_str() {
            "signed-in" => w.security_signed_in(),
            "joined" => w.security_joined(),
            "proved" => w.security_proved(),
            "wrong-password" => w.security_wrong_password(),
            "wrong-code" => w.security_wrong_code(),
            "limit-reached" => w.security_limit_reached(),
            "signed-out" => w.security_signed_out(),
            "session-ended" => w.security_session_ended(),
            "password-set" => w.security_password_set(),
            "password-removed" => w.security_password_removed(),
            "email-changed" => w.security_email_changed(),
            "operator" => w.security_operator(),
            other => other,
        }
    }
}

#[derive(Deserialize)]
struct Asked {
    before: Option<i64>,
}

async fn list(ask: Ask, Query(asked): Query<Asked>) -> Reply {
    let before = asked.before.map_or(Moment(i64::MAX), Moment);
    let lines = store::before(&mut ask.look().await?, before, PAGE).await?;
    let full = lines.len() as i64 == PAGE;
    let older = lines.last().filter(|_| full).map(|line| line.at.0);
    let page = Page::new(&ask, ask.w.security_title());
    show(&List { page, w: ask.w, lines, older })
}
