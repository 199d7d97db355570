//! The few looks that home and the public page need across features.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::{Error, broken};
use crate::people::partnership::State;
use crate::site::Moment;

/// A partnership in somebody's list.
#[derive(Debug)]
pub(super) struct Mine {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) state: State,
    pub(super) site: String,
    pub(super) party: Option<String>,
}

/// Where a person sits.
pub(super) async fn of_person(tx: &mut Tx, person: Uuid) -> Result<Vec<Mine>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id, p.name, p.state, s.name, y.name FROM member m
                 JOIN partnership p ON p.id = m.partnership JOIN site s ON s.id = p.site
                 LEFT JOIN party y ON y.id = m.party
                 WHERE m.person = $1 AND m.ended_at IS NULL ORDER BY p.name"
            ),
            &args![person],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Mine {
                id: row.get(0)?,
                name: row.get(1)?,
                state: State::from_code(&row.get::<String>(2)?).ok_or_else(|| broken("an unknown state"))?,
                site: row.get(3)?,
                party: row.get(4)?,
            })
        })
        .collect()
}

/// Whether a person sat somewhere once. Where is no longer theirs to read.
pub(super) async fn has_left(tx: &mut Tx, person: Uuid) -> Result<bool, Error> {
    let found = tx
        .row(sql!("SELECT id FROM member WHERE person = $1 AND ended_at IS NOT NULL LIMIT 1"), &args![person])
        .await?;
    Ok(found.is_some())
}

/// A partnership as everybody may see it: only when active or paused, and only when its page is public.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) site: String,
    pub(super) zone: String,
    pub(super) since: Option<Moment>,
}

pub(super) async fn open(tx: &mut Tx, only: Option<Uuid>) -> Result<Vec<Open>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id, p.name, s.name, p.time_zone, p.active_at FROM partnership p
                 JOIN site s ON s.id = p.site
                 WHERE p.state IN ('active', 'paused') AND p.public_page
                 AND (CAST($1 AS UUID) IS NULL OR p.id = $1) ORDER BY p.name LIMIT 200"
            ),
            &args![only],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Open {
                id: row.get(0)?,
                name: row.get(1)?,
                site: row.get(2)?,
                zone: row.get(3)?,
                since: row.get(4)?,
            })
        })
        .collect()
}
