//! A town: one running program on its own database, with an hour that stands still until moved.

use axum::Router;
use uuid::Uuid;
use words::Lang;

use super::Browser;
use crate::people::{account, session};
use crate::settings::{Mode, Settings};
use crate::site::{Chance, Clock, Moment, Site};
use crate::{jobs, mail, migrations, record, web};

/// See the module.
#[derive(Clone)]
pub struct Town {
    /// The house.
    pub site: Site,
    service: Router,
    // Holds the database's folder or schema until the story is over.
    ground: std::sync::Arc<testdb::Place>,
}

/// 2026-09-01 15:00 UTC: a school year begins.
const MORNING: Moment = Moment(1_788_274_800_000_000);

impl Town {
    /// A town on SQLite.
    pub async fn on_sqlite() -> Self {
        Self::on(testdb::sqlite()).await
    }

    /// A town on PostgreSQL; none where there is no server (which CI does not forgive).
    pub async fn on_postgres() -> Option<Self> {
        Some(Self::on(testdb::postgres()?).await)
    }

    pub(super) async fn on(ground: testdb::Place) -> Self {
        // A story that fails shows what the house wrote in its log.
        let _ = tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_test_writer().try_init();
        let db = db::Db::open(&ground.url).await.expect("the database opens");
        db.migrate(migrations::ALL).await.expect("the migrations run");
        let site = Site::new(db, Settings::local(Mode::Serve), Clock::set_to(MORNING), Chance::System);
        record::keys::ensure(&site, "test.example").await.expect("a signing key");
        Self { service: web::layers::service(&site), site, ground: std::sync::Arc::new(ground) }
    }

    /// Where its database is.
    pub(super) fn ground(&self) -> std::sync::Arc<testdb::Place> {
        self.ground.clone()
    }

    /// A town of its own on a copy of this place, which nobody has open, at the same hour.
    pub(super) async fn on_copy_of(&self, place: &testdb::Place) -> Self {
        let copy = Self::on(place.copy()).await;
        copy.site.clock.move_to(self.site.now());
        copy
    }

    /// The same town, on the same database, set up otherwise.
    pub fn set_up(&self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = self.site.settings.clone();
        change(&mut settings);
        let clock = Clock::set_to(self.site.now());
        let site = Site::new(self.site.db.clone(), settings, clock, Chance::System);
        Self { service: web::layers::service(&site), site, ground: self.ground.clone() }
    }

    /// The whole program as a service.
    pub fn service(&self) -> Router {
        self.service.clone()
    }

    /// A stranger's browser.
    pub fn browser(&self) -> Browser {
        Browser::new(self.service.clone(), &self.site.settings.base_url)
    }

    /// A person with an account, and their browser, signed in a moment ago.
    pub async fn person(&self, name: &str) -> (Uuid, Browser) {
        let mut act = self.site.act().await.expect("an act");
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let id = match account::known(&mut act, &email).await.expect("a look") {
            Some(known) => known.id,
            None => account::create(&mut act, &email, name, Lang::En).await.expect("a person"),
        };
        let token = session::begin(&mut act, id, "a test's browser", "test").await.expect("a session");
        act.commit().await.expect("a commit");
        let mut browser = self.browser();
        browser.hold("concord", &token);
        (id, browser)
    }

    /// Moves the hour on.
    pub fn pass(&self, micros: i64) {
        let now = self.site.now();
        self.site.clock.move_to(now.plus(micros));
    }

    /// Runs every job that is due.
    pub async fn work(&self) -> usize {
        jobs::run_due(&self.site).await.expect("the jobs run")
    }

    /// The letters in the outbox, newest first, those to many written out.
    pub async fn letters(&self) -> Vec<mail::Kept> {
        jobs::run_due_of(&self.site, Some(mail::SPREAD.name)).await.expect("the letters are written out");
        mail::outbox(&self.site, 500).await.expect("the outbox")
    }

    /// The code in the newest letter to this address.
    pub async fn code_to(&self, address: &str) -> String {
        let body = self.letter_to(address).await.body;
        let code = body.lines().map(str::trim).find(|line| line.len() == 9 && line.contains('-'));
        code.unwrap_or_else(|| panic!("a code in {body:?}")).to_owned()
    }

    /// The newest letter to this address.
    pub async fn letter_to(&self, address: &str) -> mail::Kept {
        let letters = self.letters().await;
        letters
            .into_iter()
            .find(|l| l.to_address == address)
            .unwrap_or_else(|| panic!("a letter to {address}"))
    }
}
