//! The list of features: one line each. What a feature brings (routes, jobs) is asked for here and
//! nowhere else.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::http::Method;

use crate::act::{action, calendar, charter, decision, meeting, project, support, team};
use crate::error::Error;
use crate::prepare::{commitment, firsthour, readiness};
use crate::site::Site;
use crate::web::routes::Routes;
use crate::{demo, front, jobs, mail, network, people, prepare, purge, record, reflect, web};

/// What a feature brings to the house.
#[derive(Debug, Clone, Copy)]
pub struct Feature {
    /// Its folder.
    #[allow(dead_code, reason = "for whoever reads the list")]
    pub name: &'static str,
    /// Its routes, each with a policy.
    pub routes: fn() -> Routes,
    /// Its kinds of job.
    pub jobs: &'static [jobs::Kind],
}

/// Every feature.
pub const ALL: &[Feature] = &[
    Feature { name: "web", routes: web::house::routes, jobs: &[] },
    Feature { name: "front", routes: front::routes, jobs: &[] },
    Feature { name: "jobs", routes: jobs::routes, jobs: &[] },
    Feature { name: "mail", routes: Routes::new, jobs: &[mail::JOB, mail::SPREAD] },
    Feature { name: "commitment", routes: commitment::routes, jobs: commitment::JOBS },
    Feature { name: "prepare/firsthour", routes: firsthour::routes, jobs: firsthour::JOBS },
    Feature { name: "act/action", routes: action::routes, jobs: &[] },
    Feature { name: "act/calendar", routes: calendar::routes, jobs: &[] },
    Feature { name: "act/meeting", routes: meeting::routes, jobs: meeting::JOBS },
    Feature { name: "act/decision", routes: decision::routes, jobs: decision::JOBS },
    Feature { name: "act/charter", routes: charter::routes, jobs: &[] },
    Feature { name: "act/project", routes: project::routes, jobs: project::JOBS },
    Feature { name: "act/support", routes: support::routes, jobs: &[] },
    Feature { name: "prepare/readiness", routes: readiness::routes, jobs: readiness::JOBS },
    Feature { name: "act/team", routes: team::routes, jobs: team::JOBS },
    Feature { name: "crisis", routes: crate::crisis::routes, jobs: crate::crisis::taskforce::JOBS },
    Feature { name: "reflect/catalogue", routes: reflect::catalogue::routes, jobs: &[] },
    Feature { name: "reflect/cycle", routes: reflect::cycle::routes, jobs: &[] },
    Feature { name: "reflect/lasting", routes: reflect::lasting::routes, jobs: &[] },
    Feature { name: "reflect/lesson", routes: reflect::lesson::routes, jobs: &[] },
    Feature { name: "reflect/library", routes: reflect::library::routes, jobs: &[] },
    Feature { name: "reflect/quiet", routes: reflect::quiet::routes, jobs: &[reflect::quiet::JOB] },
    Feature { name: "network/sharing", routes: network::sharing::routes, jobs: &[] },
    Feature { name: "network/site_page", routes: network::site_page::routes, jobs: &[] },
    Feature { name: "prepare/case", routes: prepare::case::routes, jobs: &[] },
    Feature { name: "prepare/partners", routes: prepare::partners::routes, jobs: &[] },
    Feature { name: "prepare/goals", routes: prepare::goals::routes, jobs: &[] },
    Feature { name: "record", routes: record::routes, jobs: &[] },
    Feature { name: "record/removal", routes: record::removal::routes, jobs: &[] },
    Feature {
        name: "people/acceptance",
        routes: people::acceptance::routes,
        jobs: &[people::acceptance::JOB],
    },
    Feature {
        name: "people/invitation",
        routes: people::invitation::routes,
        jobs: &[people::invitation::SLEEP],
    },
    Feature { name: "people/joint", routes: people::joint::routes, jobs: &[people::joint::JOB] },
    Feature { name: "people/leaving", routes: people::leaving::routes, jobs: &[] },
    Feature {
        name: "people/membership",
        routes: people::membership::routes,
        jobs: &[people::membership::RECOVERY_JOB, people::membership::TERMS_JOB],
    },
    Feature {
        name: "people/partnership",
        routes: people::partnership::routes,
        jobs: &[people::partnership::DRAFT_JOB],
    },
    Feature { name: "people/session", routes: people::session::routes, jobs: &[] },
    Feature { name: "people/account", routes: people::account::routes, jobs: &[] },
    Feature { name: "people/security", routes: people::security::routes, jobs: &[] },
    Feature { name: "people/digest", routes: people::digest::routes, jobs: &[people::digest::JOB] },
    Feature { name: "people/privacy", routes: people::privacy::routes, jobs: &[] },
    Feature { name: "demo", routes: demo::routes, jobs: &[] },
    Feature { name: "purge", routes: Routes::new, jobs: &[purge::JOB] },
];

/// All routes of the program.
pub fn routes() -> Routes {
    ALL.iter().fold(Routes::new(), |all, feature| all.and((feature.routes)()))
}

/// Whether the program has a page at this path, written as it is registered.
pub fn has_page(path: &str) -> bool {
    static PAGES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let (_, list) = routes().build();
        list.into_iter().filter(|route| route.method == Method::GET).map(|route| route.path).collect()
    });
    PAGES.contains(path)
}

/// The kind of job with this name.
pub fn job(name: &str) -> Option<&'static jobs::Kind> {
    ALL.iter().flat_map(|feature| feature.jobs).find(|kind| kind.name == name)
}

/// Makes sure that every job that always comes back stands in the table, once.
pub async fn begin_regular_jobs(site: &Site) -> Result<(), Error> {
    let mut act = site.act().await?;
    let now = act.now();
    for kind in ALL.iter().flat_map(|feature| feature.jobs).filter(|kind| kind.every.is_some()) {
        jobs::once(&mut act, kind.name, kind.name, &(), now).await?;
    }
    act.commit().await
}
