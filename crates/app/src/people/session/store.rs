//! The tables of sessions, codes and tries.

use db::{Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::code::{self, Asked, Purpose};
use super::device::Device;
use super::limits::{FORGOTTEN, Tally};
use super::{GRACE, IDLE, WHOLE};
use crate::access::Person;
use crate::error::{Error, broken};
use crate::site::{Act, Moment, Site};

/// The person of a session that lives, and when it was last seen.
pub(super) async fn person(
    site: &Site,
    hash: &[u8; 32],
    now: Moment,
) -> Result<Option<(Person, Moment)>, Error> {
    let found = site
        .glance(
            sql!(
                "SELECT p.id, p.name, p.email, p.language, p.operator, s.id, s.proved_at, s.seen_at
                 FROM session s JOIN person p ON p.id = s.person
                 WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.ends_at > $3"
            ),
            &args![hash, now.plus(-IDLE), now],
        )
        .await?;
    found
        .first()
        .map(|row| {
            let person = Person {
                id: row.get(0)?,
                name: row.get(1)?,
                email: row.get(2)?,
                language: Lang::from_code(&row.get::<String>(3)?).unwrap_or(Lang::En),
                operator: row.get(4)?,
                session: row.get(5)?,
                proved_at: row.get(6)?,
            };
            Ok((person, row.get(7)?))
        })
        .transpose()
}

pub(super) async fn seen(act: &mut Act, session: Uuid, now: Moment) -> Result<(), Error> {
    act.run(sql!("UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2"), &args![session, now])
        .await?;
    Ok(())
}

/// Adds a session, unless the one with this token is there already.
pub(super) async fn add(
    act: &mut Act,
    person: Uuid,
    hash: &[u8; 32],
    device: &str,
    proved_by: &str,
) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO session (id, token_hash, person, device, started_at, seen_at, ends_at, proved_at, proved_by)
             VALUES ($1, $2, $3, $4, $5, $5, $6, $5, $7) ON CONFLICT (token_hash) DO NOTHING"
        ),
        &args![id, hash, person, device, now, now.plus(WHOLE), proved_by],
    )
    .await?;
    Ok(())
}

/// Whether the session with this token lives.
pub(super) async fn lives(act: &mut Act, hash: &[u8; 32]) -> Result<bool, Error> {
    let now = act.now();
    let found = act
        .row(
            sql!("SELECT 1 FROM session WHERE token_hash = $1 AND seen_at > $2 AND ends_at > $3"),
            &args![hash, now.plus(-IDLE), now],
        )
        .await?;
    Ok(found.is_some())
}

/// Lets a session end soon because another took its place; not if it is that other itself.
pub(super) async fn replace(act: &mut Act, session: Uuid, by: &[u8; 32]) -> Result<(), Error> {
    let ends = act.now().plus(GRACE);
    act.run(
        sql!("UPDATE session SET ends_at = $2 WHERE id = $1 AND ends_at > $2 AND token_hash <> $3"),
        &args![session, ends, by],
    )
    .await?;
    Ok(())
}

/// The devices of a person, the one that asks first, then the one used last.
pub(super) async fn devices(tx: &mut Tx, person: &Person, now: Moment) -> Result<Vec<Device>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, device, started_at, seen_at FROM session
                 WHERE person = $1 AND seen_at > $2 AND ends_at > $3
                 ORDER BY CASE WHEN id = $4 THEN 0 ELSE 1 END, seen_at DESC"
            ),
            // One that was replaced is in its last minute, and not shown.
            &args![person.id, now.plus(-IDLE), now.plus(GRACE), person.session],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let id: Uuid = row.get(0)?;
            let agent: String = row.get(1)?;
            Ok(Device::new(id, &agent, row.get(2)?, row.get(3)?, id == person.session))
        })
        .collect()
}

/// Ends one session of a person. False if it is not theirs.
pub(super) async fn end(act: &mut Act, person: Uuid, session: Uuid) -> Result<bool, Error> {
    let gone =
        act.run(sql!("DELETE FROM session WHERE id = $1 AND person = $2"), &args![session, person]).await?;
    Ok(gone == 1)
}

pub(super) async fn end_others(act: &mut Act, person: Uuid, but: Option<Uuid>) -> Result<u64, Error> {
    let but = but.unwrap_or(Uuid::nil());
    Ok(act.run(sql!("DELETE FROM session WHERE person = $1 AND id <> $2"), &args![person, but]).await?)
}

/// What a new code is kept as.
pub(super) struct NewCode<'a> {
    pub(super) email: &'a str,
    pub(super) purpose: Purpose,
    pub(super) browser_hash: [u8; 32],
    pub(super) code_hash: [u8; 32],
}

pub(super) async fn add_code(act: &mut Act, code: &NewCode<'_>) -> Result<(), Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO sign_in_code (id, email, code_hash, browser_hash, purpose, asked_at, tries)
             VALUES ($1, $2, $3, $4, $5, $6, 0)"
        ),
        &args![id, code.email, &code.code_hash, &code.browser_hash, code.purpose.code(), now],
    )
    .await?;
    Ok(())
}

/// The newest code a browser asked for, for one of two purposes; only the newest is good.
pub(super) async fn newest_code(
    tx: &mut Tx,
    browser_hash: &[u8; 32],
    one: Purpose,
    other: Purpose,
) -> Result<Option<Asked>, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT id, email, purpose, code_hash, asked_at, tries, used_at IS NOT NULL FROM sign_in_code
                 WHERE browser_hash = $1 AND purpose IN ($2, $3) ORDER BY asked_at DESC LIMIT 1"
            ),
            &args![browser_hash, one.code(), other.code()],
        )
        .await?;
    found
        .map(|row| {
            Ok(Asked {
                id: row.get(0)?,
                email: row.get(1)?,
                purpose: Purpose::from_code(&row.get::<String>(2)?)
                    .ok_or_else(|| broken("an unknown purpose of a code"))?,
                hash: row.get(3)?,
                asked_at: row.get(4)?,
                tries: row.get(5)?,
                used: row.get(6)?,
            })
        })
        .transpose()
}

/// Takes the code's row, so that two tries happen one after the other.
pub(super) async fn lock_code(act: &mut Act, id: Uuid) -> Result<(), Error> {
    act.row(sql!("SELECT id FROM sign_in_code WHERE id = $1 FOR UPDATE"), &args![id]).await?;
    Ok(())
}

pub(super) async fn tried(act: &mut Act, id: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE sign_in_code SET tries = tries + 1 WHERE id = $1"), &args![id]).await?;
    Ok(())
}

pub(super) async fn used(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(sql!("UPDATE sign_in_code SET used_at = $2 WHERE id = $1"), &args![id, now]).await?;
    Ok(())
}

/// The address is proved; what it waits for now is a name.
pub(super) async fn waits_for_a_name(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE sign_in_code SET purpose = $2, asked_at = $3 WHERE id = $1"),
        &args![id, Purpose::Join.code(), now],
    )
    .await?;
    Ok(())
}

/// The tally of a bucket, locked until the act ends, and the request that counted last.
pub(super) async fn tally(act: &mut Act, bucket: &str) -> Result<(Tally, Uuid), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO attempt (bucket, tries, since, last, request) VALUES ($1, 0, $2, $2, $3)
             ON CONFLICT (bucket) DO NOTHING"
        ),
        &args![bucket, now, Uuid::nil()],
    )
    .await?;
    let row = act
        .row(
            sql!("SELECT tries, since, last, request FROM attempt WHERE bucket = $1 FOR UPDATE"),
            &args![bucket],
        )
        .await?
        .ok_or(Error::Again)?;
    Ok((Tally { tries: row.get(0)?, since: row.get(1)?, last: row.get(2)? }, row.get(3)?))
}

pub(super) async fn count(act: &mut Act, bucket: &str, tally: Tally, request: Uuid) -> Result<(), Error> {
    act.run(
        sql!("UPDATE attempt SET tries = $2, since = $3, last = $4, request = $5 WHERE bucket = $1"),
        &args![bucket, tally.tries, tally.since, tally.last, request],
    )
    .await?;
    Ok(())
}

pub(super) async fn forget(act: &mut Act, bucket: &str) -> Result<(), Error> {
    act.run(sql!("DELETE FROM attempt WHERE bucket = $1"), &args![bucket]).await?;
    Ok(())
}

pub(super) async fn take_back(act: &mut Act, bucket: &str) -> Result<(), Error> {
    act.run(sql!("UPDATE attempt SET tries = tries - 1 WHERE bucket = $1 AND tries > 0"), &args![bucket])
        .await?;
    Ok(())
}

pub(super) async fn purge(act: &mut Act, now: Moment) -> Result<(), Error> {
    act.run(sql!("DELETE FROM session WHERE ends_at < $1 OR seen_at < $2"), &args![now, now.plus(-IDLE)])
        .await?;
    act.run(sql!("DELETE FROM sign_in_code WHERE asked_at < $1"), &args![now.plus(-code::JOIN_LASTS)])
        .await?;
    act.run(sql!("DELETE FROM attempt WHERE last < $1"), &args![now.plus(-FORGOTTEN)]).await?;
    Ok(())
}
