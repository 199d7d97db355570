//! What the engine says of its own tables, and a few rows of an older schema.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::error::Error;

/// A column as the engine knows it.
pub(super) struct Column {
    pub(super) table: String,
    pub(super) name: String,
    pub(super) must_be_filled: bool,
}

/// Every column of every table. A key's column must be filled on PostgreSQL by being one, on SQLite where it says so.
pub(super) async fn columns(tx: &mut Tx) -> Result<Vec<Column>, Error> {
    let rows = tx
        .rows(
                sql!(
                    sqlite: "SELECT t.name, c.name, c.\"notnull\" <> 0 OR (c.pk > 0 AND c.name = 'partnership')
                             FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
                             WHERE t.schema = 'main' AND t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_'
                             ORDER BY t.name, c.cid",
                    postgres: "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), is_nullable = 'NO'
                               FROM information_schema.columns WHERE table_schema = current_schema()
                               ORDER BY table_name, ordinal_position"
                ),
                &[],
            )
        .await?;
    rows.iter()
        .map(|row| Ok(Column { table: row.get(0)?, name: row.get(1)?, must_be_filled: row.get(2)? }))
        .collect()
}

/// The rows; every id is the same one. Gives it.
pub(super) async fn fill(tx: &mut Tx) -> Result<Uuid, Error> {
    let id = Uuid::from_u128(7);
    let all = [
        sql!(
            "INSERT INTO site (id, kind, name, time_zone, language, created_at, version)
              VALUES ($1, 'district', 'Alder', 'UTC', 'en', 1, 1)"
        ),
        sql!(
            "INSERT INTO person (id, email, name, language, operator, created_at, version)
              VALUES ($1, 'ana@example.org', 'Ana', 'en', FALSE, 1, 1)"
        ),
        sql!(
            "INSERT INTO partnership (id, site, name, state, union_term, head_term, time_zone, language, begun_by,
                                       begun_at, public_page, version)
              VALUES ($1, $1, 'Alder', 'active', 'association', 'superintendent', 'UTC', 'en', $1, 1, FALSE, 1)"
        ),
        sql!(
            "INSERT INTO party (id, partnership, kind, name, must_agree, position, version)
              VALUES ($1, $1, 'labor', 'Association', TRUE, 1, 1)"
        ),
        sql!(
            "INSERT INTO member (id, partnership, party, person, role, lead, job_title, appointed_at, version)
              VALUES ($1, $1, $1, $1, 'member', TRUE, 'President', 1, 1)"
        ),
        sql!(
            "INSERT INTO text (id, partnership, sharing, about, role, language, version, body, written_at, retention,
                                legal_hold)
              VALUES ($1, $1, 'team', $1, 'note.body', 'en', 1, 'A note', 1, 'record', FALSE)"
        ),
        sql!(
            "INSERT INTO text_translation (text, language, body, of_version, made_at)
              VALUES ($1, 'es', 'Una nota', 1, 1)"
        ),
        sql!(
            "INSERT INTO quiet (id, partnership, sharing, since, asked_at)
              VALUES ($1, $1, 'partnership', 1, 1)"
        ),
        sql!("INSERT INTO quiet_answer (quiet, party, member, answer, at) VALUES ($1, $1, $1, 'busy', 1)"),
        sql!(
            "INSERT INTO readiness_round (id, partnership, sharing, number, cycle, state, begun_at, answer_by)
              VALUES ($1, $1, 'partnership', 1, 1, 'open', 1, 2)"
        ),
        sql!(
            "INSERT INTO readiness_answer (round, member, party, levels, at)
              VALUES ($1, $1, $1, '012301', 1)"
        ),
        sql!(
            "INSERT INTO readiness_asking (round, party, name, asked_at, answer_by)
              VALUES ($1, $1, 'Ana', 1, 2)"
        ),
        sql!(
            "INSERT INTO firsthour (id, partnership, sharing, round, state, begun_at, answer_by)
              VALUES ($1, $1, 'partnership', $1, 'open', 1, 2)"
        ),
        sql!(
            "INSERT INTO firsthour_concern (id, firsthour, party, member, words, at)
              VALUES ($1, $1, $1, $1, 'Buses', 1)"
        ),
        sql!("INSERT INTO firsthour_pick (firsthour, party, concern, name, at) VALUES ($1, $1, $1, 'Ana', 1)"),
    ];
    for one in all {
        tx.run(one, &args![id]).await?;
    }
    Ok(id)
}

/// Under which partnership and sharing they stand now.
pub(super) async fn found(tx: &mut Tx) -> Result<Vec<(Uuid, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT 1, partnership, sharing FROM quiet_answer
                 UNION ALL SELECT 2, partnership, sharing FROM text_translation
                 UNION ALL SELECT 3, partnership, sharing FROM firsthour_pick
                 UNION ALL SELECT 4, partnership, sharing FROM firsthour_concern
                 UNION ALL SELECT 5, partnership, sharing FROM readiness_answer
                 UNION ALL SELECT 6, partnership, sharing FROM readiness_asking ORDER BY 1"
            ),
            &[],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(1)?, row.get(2)?))).collect()
}
