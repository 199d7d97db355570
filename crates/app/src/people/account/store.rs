//! The table of persons.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::No;
use crate::error::Error;
use crate::site::Act;

/// A person we know.
#[derive(Debug, Clone)]
pub struct Known {
    /// Their id.
    pub id: Uuid,
    /// Their address, in lower case.
    pub email: String,
    /// The name they gave.
    pub name: String,
    /// The language they read.
    pub language: Lang,
    /// Their password's hash, if they set one.
    pub password_hash: Option<String>,
    /// The version of name and language, for edits.
    pub version: i64,
}

fn from(row: &Row) -> Result<Known, Error> {
    Ok(Known {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        language: Lang::from_code(&row.get::<String>(3)?).unwrap_or(Lang::En),
        password_hash: row.get(4)?,
        version: row.get(5)?,
    })
}

/// The person with this address, which must be in lower case.
pub async fn known(tx: &mut Tx, email: &str) -> Result<Option<Known>, Error> {
    let found = tx
        .row(
            sql!("SELECT id, email, name, language, password_hash, version FROM person WHERE email = $1"),
            &args![email],
        )
        .await?;
    found.as_ref().map(from).transpose()
}

/// A new person. The address must be in lower case and free; if another act has just taken it, this
/// one is to be run again.
pub async fn create(act: &mut Act, email: &str, name: &str, language: Lang) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    let made = act
        .run(
            sql!(
                "INSERT INTO person (id, email, name, language, operator, created_at, version)
                 VALUES ($1, $2, $3, $4, FALSE, $5, 1)"
            ),
            &args![id, email, name, language.code(), now],
        )
        .await;
    match made {
        Err(error) if error.is_unique("person", "email") => Err(Error::Again),
        made => Ok(made.map(|_| id)?),
    }
}

/// Changes name and language, if the version is still the one they were read at.
pub(super) async fn change(
    act: &mut Act,
    person: Uuid,
    name: &str,
    language: Lang,
    version: i64,
) -> Result<bool, Error> {
    let changed = act
        .run(
            sql!(
                "UPDATE person SET name = $2, language = $3, version = version + 1
                 WHERE id = $1 AND version = $4"
            ),
            &args![person, name, language.code(), version],
        )
        .await?;
    Ok(changed == 1)
}

/// The version that stands.
pub(super) async fn version(tx: &mut Tx, person: Uuid) -> Result<i64, Error> {
    let row = tx.row(sql!("SELECT version FROM person WHERE id = $1"), &args![person]).await?;
    Ok(row.ok_or(Error::Unseen)?.get(0)?)
}

/// Puts a new password's hash, or none, in the place of the old one. If the old one is no longer
/// there, the act is to be run again.
pub async fn replace_hash(
    act: &mut Act,
    person: Uuid,
    old: Option<&str>,
    new: Option<&str>,
) -> Result<(), Error> {
    let changed = act
        .run(
            sql!(
                "UPDATE person SET password_hash = $3
                 WHERE id = $1 AND COALESCE(password_hash, '') = COALESCE($2, '')"
            ),
            &args![person, old, new],
        )
        .await?;
    if changed == 1 { Ok(()) } else { Err(Error::Again) }
}

/// Changes the mail address, unless it has an account of its own.
pub(super) async fn change_email(act: &mut Act, person: Uuid, email: &str) -> Result<(), Error> {
    match act.run(sql!("UPDATE person SET email = $2 WHERE id = $1"), &args![person, email]).await {
        Err(error) if error.is_unique("person", "email") => Err(No::AddressTaken.into()),
        changed => Ok(changed.map(drop)?),
    }
}

/// The names of the places a person sits at: words no password of theirs should be made of.
pub(super) async fn places(tx: &mut Tx, person: Uuid) -> Result<Vec<String>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.name, s.name FROM member m
                 JOIN partnership p ON p.id = m.partnership JOIN site s ON s.id = p.site
                 WHERE m.person = $1"
            ),
            &args![person],
        )
        .await?;
    let mut names = Vec::new();
    for row in &rows {
        names.extend([row.get(0)?, row.get(1)?]);
    }
    Ok(names)
}

/// Lets a person see the operator's pages. False if nobody has this address.
pub(super) async fn make_operator(act: &mut Act, email: &str) -> Result<bool, Error> {
    let changed = act.run(sql!("UPDATE person SET operator = TRUE WHERE email = $1"), &args![email]).await?;
    Ok(changed == 1)
}
