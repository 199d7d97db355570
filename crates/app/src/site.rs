//! What a handler, a job and a command are given: database, clock, chance, settings and live
//! updates. Nothing else in the program reads a clock or makes a random number, so that the sample
//! district is the same twice and a test can set the hour.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use db::{Db, Tx};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use uuid::Uuid;

use crate::error::Error;
use crate::front::{self, Standing};
use crate::mail::{Hearer, Mailer};
use crate::record::keys::Grown;
use crate::record::{self, Newest};
use crate::settings::Settings;
use crate::web::live::Live;

/// An instant: microseconds since 1970 in UTC. Sorts and compares alike on both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Moment(pub i64);

impl Moment {
    /// One second, in the unit of [`Moment`].
    pub const SECOND: i64 = 1_000_000;
    /// One minute.
    pub const MINUTE: i64 = 60 * Self::SECOND;
    /// One hour.
    pub const HOUR: i64 = 60 * Self::MINUTE;
    /// One day of 24 hours.
    pub const DAY: i64 = 24 * Self::HOUR;

    /// This moment and so many microseconds.
    pub fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// The instant as jiff knows it; the epoch when it is out of jiff's range.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }

    /// The instant of a wall clock in an IANA zone; an unknown zone reads as UTC.
    pub fn of_civil(when: jiff::civil::DateTime, zone: &str) -> Self {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        // Past jiff's range there is no instant: the far end of time never comes.
        zone.to_timestamp(when).map_or(Self(i64::MAX), |at| Self(at.as_microsecond()))
    }

    /// The wall clock in an IANA zone. An unknown zone reads as UTC, never as an error on a page.
    pub fn civil(self, zone: &str) -> jiff::civil::DateTime {
        match jiff::tz::TimeZone::get(zone) {
            Ok(zone) => zone.to_datetime(self.timestamp()),
            Err(_) => jiff::tz::TimeZone::UTC.to_datetime(self.timestamp()),
        }
    }
}

impl From<Moment> for db::Value {
    fn from(moment: Moment) -> Self {
        Self::Int(moment.0)
    }
}

impl db::FromValue for Moment {
    const WANTED: &'static str = "an instant";

    fn from_value(value: &db::Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

/// Where the hour comes from.
#[derive(Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// The machine's clock, so many microseconds ahead or behind: a demo goes on from the day its story ends.
    Shifted(i64),
    /// A clock that somebody sets: the sample district's years, a test's night.
    Set(AtomicI64),
}

impl Clock {
    /// A clock that stands at `moment` until it is moved.
    pub fn set_to(moment: Moment) -> Self {
        Self::Set(AtomicI64::new(moment.0))
    }

    fn now(&self) -> Moment {
        match self {
            Self::System => machine(),
            Self::Shifted(by) => machine().plus(*by),
            // Each look moves on by a microsecond, so that no two acts share an instant.
            Self::Set(at) => Moment(at.fetch_add(1, Ordering::Relaxed)),
        }
    }

    /// How far this clock is from `moment` now, in microseconds.
    pub fn until(&self, moment: Moment) -> i64 {
        moment.0.saturating_sub(self.now().0)
    }

    /// Moves a set clock; the system's clock stays as it is.
    pub fn move_to(&self, moment: Moment) {
        if let Self::Set(at) = self {
            at.store(moment.0, Ordering::Relaxed);
        }
    }
}

fn machine() -> Moment {
    Moment(jiff::Timestamp::now().as_microsecond())
}

/// Where random bytes come from.
#[derive(Debug)]
pub enum Chance {
    /// The machine's generator.
    System,
    /// A seeded generator, for the sample district and tests only.
    Seeded(Box<Mutex<ChaCha20Rng>>),
}

impl Chance {
    /// The same bytes in the same order, every time.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Box::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    #[expect(clippy::expect_used, reason = "without the machine's generator no secret can be made")]
    fn bytes<const N: usize>(&self) -> [u8; N] {
        match self {
            Self::System => {
                let mut bytes = [0; N];
                getrandom::fill(&mut bytes).expect("the machine gives random bytes");
                bytes
            }
            Self::Seeded(chance) => chance.lock().unwrap_or_else(PoisonError::into_inner).random(),
        }
    }
}

/// The running program's one shared thing; cheap to clone.
#[derive(Clone, Debug)]
pub struct Site(Arc<Inner>);

/// See [`Site`].
#[derive(Debug)]
pub struct Inner {
    /// The database.
    pub db: Db,
    /// How this install was set up.
    pub settings: Settings,
    /// Wakes the pages that are open.
    pub live: Live,
    /// Where each partnership stood on its path at its newest event.
    pub standing: Standing,
    /// Each partnership's newest acts in words, at its newest event.
    pub newest: Newest,
    /// The way to the mail server.
    pub mailer: Mailer,
    /// The key that signs records, grown.
    pub grown: Grown,
    /// The only clock.
    pub clock: Clock,
    chance: Chance,
}

impl Deref for Site {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Site {
    /// Puts the house together.
    pub fn new(db: Db, settings: Settings, clock: Clock, chance: Chance) -> Self {
        Self(Arc::new(Inner {
            db,
            settings,
            live: Live::default(),
            standing: Standing::at_most(front::MOST_STANDING),
            newest: Newest::at_most(record::MOST_NEWEST),
            mailer: Mailer::default(),
            grown: Grown::default(),
            clock,
            chance,
        }))
    }

    /// The hour.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Unguessable bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        self.chance.bytes()
    }

    /// A new time-ordered id (UUIDv7). Not for rows that must stay secret.
    pub fn id(&self) -> Uuid {
        let millis = u64::try_from(self.now().0 / 1000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.random()).into_uuid()
    }

    /// A consistent look at the database: the only way to open a reading transaction.
    pub async fn look(&self) -> Result<Tx, Error> {
        Ok(self.db.read().await?)
    }

    /// One question to the database that needs no transaction around it.
    pub async fn glance(&self, sql: db::Sql, args: &[db::Value]) -> Result<Vec<db::Row>, Error> {
        Ok(self.db.glance(sql, args).await?)
    }

    /// The only way to open a writing transaction.
    pub async fn act(&self) -> Result<Act, Error> {
        let tx = self.db.write().await?;
        Ok(Act { tx, now: self.now(), site: self.clone(), wakes: Vec::new(), told: Vec::new() })
    }
}

/// One act: a writing transaction with the moment it happens at. Dropped without
/// [`Act::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Act {
    tx: Tx,
    now: Moment,
    site: Site,
    wakes: Vec<Uuid>,
    told: Vec<(String, Hearer)>,
}

impl Act {
    /// When the act happens: one moment for all that it writes.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The site it happens on.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// A new time-ordered id.
    pub fn id(&self) -> Uuid {
        self.site.id()
    }

    /// Wakes the open pages of a partnership once the act has been committed.
    pub fn wake(&mut self, partnership: Uuid) {
        self.wakes.push(partnership);
    }

    /// Notes who gets a letter because of this act, by their address.
    pub fn tells(&mut self, address: &str, hearer: Hearer) {
        self.told.push((address.to_owned(), hearer));
    }

    /// Everybody who gets a letter because of this act, each once, by name.
    pub fn told(&self) -> Vec<Hearer> {
        let mut seen = std::collections::BTreeSet::new();
        let mut told: Vec<Hearer> =
            self.told.iter().filter(|(at, _)| seen.insert(at)).map(|(_, one)| one.clone()).collect();
        told.sort_by(|one, other| one.name.cmp(&other.name));
        told
    }

    /// Makes the act last. When this returns, it is on the disk.
    pub async fn commit(self) -> Result<(), Error> {
        self.tx.commit().await?;
        for partnership in self.wakes {
            self.site.live.wake(partnership);
        }
        Ok(())
    }
}

impl Deref for Act {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl DerefMut for Act {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}
