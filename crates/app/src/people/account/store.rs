//! The table of persons.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

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
}

fn from(row: &Row) -> Result<Known, Error> {
    Ok(Known {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        language: Lang::from_code(&row.get::<String>(3)?).unwrap_or(Lang::En),
        password_hash: row.get(4)?,
    })
}

/// The person with this address, which must be in lower case.
pub async fn known(tx: &mut Tx, email: &str) -> Result<Option<Known>, Error> {
    let found = tx
        .row(
            sql!("SELECT id, email, name, language, password_hash FROM person WHERE email = $1"),
            &args![email],
        )
        .await?;
    found.as_ref().map(from).transpose()
}

/// A new person. The address must be in lower case and free.
pub async fn create(act: &mut Act, email: &str, name: &str, language: Lang) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO person (id, email, name, language, operator, created_at, version)
             VALUES ($1, $2, $3, $4, FALSE, $5, 1)"
        ),
        &args![id, email, name, language.code(), now],
    )
    .await?;
    Ok(id)
}

/// Lets a person see the operator's pages. False if nobody has this address.
pub async fn make_operator(act: &mut Act, email: &str) -> Result<bool, Error> {
    let changed = act.run(sql!("UPDATE person SET operator = TRUE WHERE email = $1"), &args![email]).await?;
    Ok(changed == 1)
}
