//! The table of partnerships, the places they are at, and the codes leaders read to each other.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::{Lang, Terms};

use super::State;
use super::introduction::Introduced;
use super::places::{Offered, Place};
use crate::error::{Error, broken};
use crate::site::{Act, Moment};

/// What a draft says beside its parties.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Why now.
    pub why: String,
    /// What the employees' organization is called.
    pub union_term: String,
    /// What the head is called.
    pub head_term: String,
    /// When it was begun.
    pub begun_at: Moment,
    /// When it was last woken.
    pub woken_at: Option<Moment>,
    /// Since when it sleeps.
    pub asleep_at: Option<Moment>,
}

impl Draft {
    /// Since when it has been awake.
    pub fn awake_since(&self) -> Moment {
        self.woken_at.unwrap_or(self.begun_at)
    }
}

/// A place a partnership can be at: its id, name, zone and language.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) zone: String,
}

/// A new partnership.
pub(super) struct New<'a> {
    pub(super) ground: &'a Ground,
    pub(super) name: &'a str,
    pub(super) terms: &'a Terms,
    pub(super) language: Lang,
    pub(super) begun_by: Uuid,
}

pub(super) async fn add(act: &mut Act, new: &New<'_>) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO partnership (id, site, name, state, union_term, head_term, time_zone, language, begun_by,
                                      begun_at, public_page, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, FALSE, 1)"
        ),
        &args![
            id,
            new.ground.id,
            new.name,
            State::Draft.code(),
            new.terms.union.code(),
            new.terms.head.code(),
            &new.ground.zone,
            new.language.code(),
            new.begun_by,
            now
        ],
    )
    .await?;
    Ok(id)
}

pub(super) async fn draft(tx: &mut Tx, id: Uuid) -> Result<Draft, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT COALESCE(t.body, ''), p.union_term, p.head_term, p.begun_at, p.woken_at, p.asleep_at
                 FROM partnership p LEFT JOIN text t ON t.id = p.reason WHERE p.id = $1"
            ),
            &args![id],
        )
        .await?;
    let row = found.ok_or(Error::Unseen)?;
    Ok(Draft {
        why: row.get(0)?,
        union_term: row.get(1)?,
        head_term: row.get(2)?,
        begun_at: row.get(3)?,
        woken_at: row.get(4)?,
        asleep_at: row.get(5)?,
    })
}

/// How many drafts a person has begun that are still drafts and awake.
pub(super) async fn drafts_of(tx: &mut Tx, person: Uuid) -> Result<i64, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT COUNT(*) FROM partnership WHERE begun_by = $1 AND state = 'draft' AND asleep_at IS NULL"
            ),
            &args![person],
        )
        .await?;
    found.map_or(Ok(0), |row| Ok(row.get(0)?))
}

pub(super) async fn set_reason(act: &mut Act, id: Uuid, text: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE partnership SET reason = $2 WHERE id = $1"), &args![id, text]).await?;
    Ok(())
}

/// Renames it and raises its version.
pub async fn rename(act: &mut Act, id: Uuid, name: &str) -> Result<(), Error> {
    act.run(sql!("UPDATE partnership SET name = $2, version = version + 1 WHERE id = $1"), &args![id, name])
        .await?;
    Ok(())
}

/// Sets what the two sides are called.
pub async fn set_terms(act: &mut Act, id: Uuid, terms: &Terms) -> Result<(), Error> {
    act.run(
        sql!("UPDATE partnership SET union_term = $2, head_term = $3, version = version + 1 WHERE id = $1"),
        &args![id, terms.union.code(), terms.head.code()],
    )
    .await?;
    Ok(())
}

/// Sets the zone of its dates.
pub async fn set_zone(act: &mut Act, id: Uuid, zone: &str) -> Result<(), Error> {
    act.run(
        sql!("UPDATE partnership SET time_zone = $2, version = version + 1 WHERE id = $1"),
        &args![id, zone],
    )
    .await?;
    Ok(())
}

/// Whether its page for everybody is open.
pub async fn is_public(tx: &mut Tx, id: Uuid) -> Result<bool, Error> {
    let found = tx.row(sql!("SELECT public_page FROM partnership WHERE id = $1"), &args![id]).await?;
    found.map_or(Ok(false), |row| Ok(row.get(0)?))
}

/// Opens or closes its page for everybody.
pub async fn set_public(act: &mut Act, id: Uuid, open: bool) -> Result<(), Error> {
    act.run(
        sql!("UPDATE partnership SET public_page = $2, version = version + 1 WHERE id = $1"),
        &args![id, open],
    )
    .await?;
    Ok(())
}

/// Moves it to a state, and notes when it first became active or when it ended.
pub async fn set_state(act: &mut Act, id: Uuid, state: State) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE partnership SET state = $2, version = version + 1, asleep_at = NULL,
                active_at = CASE WHEN $2 = 'active' THEN COALESCE(active_at, $3) ELSE active_at END,
                ended_at = CASE WHEN $2 = 'ended' THEN $3 ELSE NULL END
             WHERE id = $1"
        ),
        &args![id, state.code(), now],
    )
    .await?;
    Ok(())
}

/// The state it is in now.
pub async fn state_of(tx: &mut Tx, id: Uuid) -> Result<State, Error> {
    let found = tx.row(sql!("SELECT state FROM partnership WHERE id = $1"), &args![id]).await?;
    let code: String = found.ok_or(Error::Unseen)?.get(0)?;
    State::from_code(&code).ok_or_else(|| broken("an unknown partnership state"))
}

pub(super) async fn sleep(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE partnership SET asleep_at = $2 WHERE id = $1"), &args![id, now]).await?;
    Ok(())
}

/// Wakes it; false if it was awake.
pub(super) async fn wake(act: &mut Act, id: Uuid) -> Result<bool, Error> {
    let now = act.now();
    let woken = act
        .run(
            sql!(
                "UPDATE partnership SET asleep_at = NULL, woken_at = $2
                 WHERE id = $1 AND asleep_at IS NOT NULL"
            ),
            &args![id, now],
        )
        .await?;
    Ok(woken == 1)
}

/// Places of the tree whose name holds these words, the state among them: a partner group can begin there.
pub(super) async fn places(tx: &mut Tx, words: &str, most: i64) -> Result<Vec<Offered>, Error> {
    let escaped = words.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let rows = tx
        .rows(
            sql!(
                "SELECT s.id, s.name, COALESCE(p.name, ''), COALESCE(s.state_code, '')
                 FROM site s LEFT JOIN site p ON p.id = s.parent
                 WHERE LOWER(s.name) LIKE $1 ESCAPE '\\' AND s.retired_at IS NULL
                 AND (s.parent IS NOT NULL OR s.kind = 'state')
                 ORDER BY s.name LIMIT $2"
            ),
            &args![format!("%{escaped}%"), most],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (name, above, state): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let above = [above, state].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            Ok(Offered { id: row.get(0)?, name: format!("{name} ({})", above.join(", ")) })
        })
        .collect()
}

/// The ground of a place; a typed one is written down, outside the tree until the operator lists it.
pub(super) async fn ground(act: &mut Act, place: &Place, language: Lang) -> Result<Option<Ground>, Error> {
    match place {
        Place::Listed(id) => listed(act, *id).await,
        Place::Typed { kind, name, state } => {
            let zone = super::places::zone_of(state).unwrap_or("UTC").to_owned();
            let (id, now) = (act.id(), act.now());
            act.run(
                sql!(
                    "INSERT INTO site (id, kind, name, state_code, time_zone, language, created_at, version)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, 1)"
                ),
                &args![id, *kind, name, *state, &zone, language.code(), now],
            )
            .await?;
            Ok(Some(Ground { id, name: name.clone(), zone }))
        }
    }
}

pub(super) async fn listed(tx: &mut Tx, id: Uuid) -> Result<Option<Ground>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, name, time_zone FROM site
                 WHERE id = $1 AND retired_at IS NULL AND (parent IS NOT NULL OR kind = 'state')"
            ),
            &args![id],
        )
        .await?;
    found.map(|row| Ok(Ground { id: row.get(0)?, name: row.get(1)?, zone: row.get(2)? })).transpose()
}

/// The leads of a draft's must-agree parties who have a code.
pub(super) async fn introductions(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Introduced>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT i.member, m.party, i.code, i.tries, i.tried_at, i.heard
                 FROM introduction i
                 JOIN member m ON m.id = i.member AND m.lead AND m.ended_at IS NULL
                 JOIN party y ON y.id = m.party AND y.must_agree
                 WHERE i.partnership = $1 ORDER BY i.member"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(introduced).collect()
}

fn introduced(row: &Row) -> Result<Introduced, Error> {
    Ok(Introduced {
        member: row.get(0)?,
        party: row.get(1)?,
        code: row.get(2)?,
        tries: row.get(3)?,
        tried_at: row.get(4)?,
        heard: row.get(5)?,
    })
}

pub(super) async fn give_code(
    act: &mut Act,
    partnership: Uuid,
    member: Uuid,
    code: &str,
) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO introduction (member, partnership, code, tries) VALUES ($1, $2, $3, 0)
             ON CONFLICT (member) DO NOTHING"
        ),
        &args![member, partnership, code],
    )
    .await?;
    Ok(())
}

pub(super) async fn tried(act: &mut Act, member: Uuid, tries: i64) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE introduction SET tries = $2, tried_at = $3 WHERE member = $1"),
        &args![member, tries, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn heard(act: &mut Act, member: Uuid, from: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE introduction SET heard = $2, heard_at = $3, tries = 0, tried_at = NULL WHERE member = $1"
        ),
        &args![member, from, now],
    )
    .await?;
    Ok(())
}

/// After a draft was changed, what was confirmed is no longer what stands.
pub(super) async fn unhear(act: &mut Act, partnership: Uuid) -> Result<(), Error> {
    act.run(
        sql!("UPDATE introduction SET heard = NULL, heard_at = NULL WHERE partnership = $1"),
        &args![partnership],
    )
    .await?;
    Ok(())
}
