//! Copying a whole database into another, whatever their engines: what backup and restore are built on.

use std::collections::BTreeMap;

use crate::{Db, Engine, Error, Row, Tx, Value, args, dialect};

/// Most values an `INSERT` of a copy carries (both engines take 32 766), and the most rows.
const VALUES: usize = 8_192;
const ROWS: usize = 256;
/// Bytes above which the next chunk takes fewer rows, because files stand in rows too.
const HEAVY: usize = 2 << 20;

/// The tables the house keeps for itself; migrating the target has made them.
const OWN: [&str; 2] = ["migration", "migration_lock"];

/// A table's columns, without those the engine computes itself.
#[derive(Clone, Debug, Default, PartialEq)]
struct Table {
    columns: Vec<String>,
    /// Columns of the primary key, in its order.
    key: Vec<String>,
}

impl Db {
    /// Copies the rows of every table into `target`, from one snapshot and in one transaction: all of it or nothing.
    /// Gives each table with its number of rows.
    ///
    /// Both databases must have been migrated by the same program. **What `target` held in these tables is replaced.** The
    /// tables named in `skip` (a search index that can be built again) are left alone on both sides, as are the record of
    /// migrations and SQLite's virtual tables. `progress` is told the table and its rows so far, after each chunk.
    ///
    /// # Errors
    /// [`Error::SchemaDiffers`], [`Error::Orphan`], and what the engines refuse; the target is then as it was.
    pub async fn copy_into(
        &self,
        target: &Db,
        skip: &[&str],
        mut progress: impl FnMut(&str, u64),
    ) -> Result<Vec<(String, u64)>, Error> {
        let mut from = self.read().await?;
        let mut to = target.write().await?;
        let tables = tables(&mut from, skip).await?;
        same(&tables, &self::tables(&mut to, skip).await?)?;
        let links = loosen(&mut to).await?;
        for name in tables.keys() {
            to.script(&format!("DELETE FROM \"{name}\"")).await?;
        }
        let mut counts = Vec::with_capacity(tables.len());
        for (name, table) in &tables {
            let count = copy_table(&mut from, &mut to, name, table, &mut progress).await?;
            counts.push((name.clone(), count));
        }
        fasten(&mut to, links).await?;
        to.commit().await?;
        Ok(counts)
    }
}

async fn copy_table(
    from: &mut Tx,
    to: &mut Tx,
    name: &str,
    table: &Table,
    progress: &mut impl FnMut(&str, u64),
) -> Result<u64, Error> {
    let most = (VALUES / table.columns.len().max(1)).clamp(1, ROWS);
    let (mut limit, mut count, mut after) = (most, 0, Vec::new());
    loop {
        let rows = chunk(from, name, table, &after, limit).await?;
        let Some(last) = rows.last() else { return Ok(count) };
        after = key_of(table, last);
        count += insert(to, name, table, &rows).await?;
        progress(name, count);
        let weight: usize = rows.iter().flat_map(Row::values).map(Value::weight).sum();
        limit = if weight > HEAVY { (rows.len() / 2).max(1) } else { (limit * 2).min(most) };
        // SQLite works on this thread; the program has other things to do as well.
        tokio::task::yield_now().await;
    }
}

/// The rows whose key comes after the last one copied.
async fn chunk(
    from: &mut Tx,
    name: &str,
    table: &Table,
    after: &[Value],
    limit: usize,
) -> Result<Vec<Row>, Error> {
    let (columns, key) = (list(&table.columns), list(&table.key));
    let condition = if after.is_empty() {
        String::new()
    } else {
        format!("WHERE ({key}) > ({})", parameters(1, after.len()))
    };
    from.say(&format!("SELECT {columns} FROM \"{name}\" {condition} ORDER BY {key} LIMIT {limit}"), after)
        .await
}

fn key_of(table: &Table, row: &Row) -> Vec<Value> {
    let place = |key: &String| table.columns.iter().position(|column| column == key);
    table.key.iter().filter_map(place).map(|i| row.values()[i].clone()).collect()
}

async fn insert(to: &mut Tx, name: &str, table: &Table, rows: &[Row]) -> Result<u64, Error> {
    let width = table.columns.len();
    let tuples: Vec<String> =
        (0..rows.len()).map(|i| format!("({})", parameters(i * width + 1, width))).collect();
    let text = format!("INSERT INTO \"{name}\" ({}) VALUES {}", list(&table.columns), tuples.join(", "));
    let values: Vec<Value> = rows.iter().flat_map(Row::values).cloned().collect();
    to.say(&text, &values).await?;
    Ok(rows.len() as u64)
}

fn list(columns: &[String]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

fn parameters(first: usize, count: usize) -> String {
    (first..first + count).map(|i| format!("${i}")).collect::<Vec<_>>().join(", ")
}

impl Tx {
    /// [`Tx::rows`] for a text put together here from the catalogue's own names.
    async fn say(&mut self, text: &str, args: &[Value]) -> Result<Vec<Row>, Error> {
        match self.engine() {
            Engine::Sqlite => self.rows_of(&dialect::statement_for_sqlite(text), args).await,
            Engine::Postgres => self.rows_of(text, args).await,
        }
    }
}

const TABLES_OF_SQLITE: &str = "SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_'";
const COLUMNS_OF_SQLITE: &str = "SELECT name, pk FROM pragma_table_xinfo($1) WHERE hidden = 0 ORDER BY name";

const TABLES_OF_POSTGRES: &str = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";
const COLUMNS_OF_POSTGRES: &str = "SELECT CAST(c.column_name AS TEXT), CAST(coalesce(k.ordinal_position, 0) AS BIGINT)
    FROM information_schema.columns c
    LEFT JOIN (information_schema.key_column_usage k
        JOIN information_schema.table_constraints r ON r.constraint_name = k.constraint_name
            AND r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name AND r.constraint_type = 'PRIMARY KEY')
        ON k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name
    WHERE c.table_schema = current_schema() AND c.table_name = $1 AND c.is_generated = 'NEVER'
    ORDER BY c.column_name COLLATE \"C\"";

async fn tables(tx: &mut Tx, skip: &[&str]) -> Result<BTreeMap<String, Table>, Error> {
    let (tables, columns) = match tx.engine() {
        Engine::Sqlite => (TABLES_OF_SQLITE, COLUMNS_OF_SQLITE),
        Engine::Postgres => (TABLES_OF_POSTGRES, COLUMNS_OF_POSTGRES),
    };
    let mut found = BTreeMap::new();
    for row in tx.say(tables, &[]).await? {
        let name: String = row.get(0)?;
        if !OWN.contains(&name.as_str()) && !skip.contains(&name.as_str()) {
            let rows = tx.say(columns, &args![&name]).await?;
            found.insert(name, table(&rows)?);
        }
    }
    Ok(found)
}

fn table(rows: &[Row]) -> Result<Table, Error> {
    let columns: Vec<(String, i64)> =
        rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect::<Result<_, Error>>()?;
    let mut key: Vec<&(String, i64)> = columns.iter().filter(|(_, place)| *place > 0).collect();
    key.sort_by_key(|(_, place)| *place);
    let key = key.into_iter().map(|(name, _)| name.clone()).collect();
    Ok(Table { key, columns: columns.into_iter().map(|(name, _)| name).collect() })
}

fn same(from: &BTreeMap<String, Table>, to: &BTreeMap<String, Table>) -> Result<(), Error> {
    for (name, table) in from {
        match to.get(name) {
            None => return Err(Error::SchemaDiffers(format!("the target has no table {name}"))),
            Some(other) if other != table => {
                return Err(Error::SchemaDiffers(format!("the columns of {name}")));
            }
            Some(_) if table.key.is_empty() => {
                return Err(Error::SchemaDiffers(format!("{name} has no primary key")));
            }
            Some(_) => {}
        }
    }
    match to.keys().find(|name| !from.contains_key(*name)) {
        Some(name) => Err(Error::SchemaDiffers(format!("the source has no table {name}"))),
        None => Ok(()),
    }
}

/// A foreign key taken off for the time of the copy.
struct Link {
    table: String,
    name: String,
    definition: String,
}

const LINKS: &str = "SELECT CAST(t.relname AS TEXT), CAST(k.conname AS TEXT), pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE k.contype = 'f' AND n.nspname = current_schema()";

/// Lets rows come before those they point to. PostgreSQL's foreign keys are taken off and put on again within the
/// transaction, which checks every row at once and asks for no right beyond owning the tables.
async fn loosen(to: &mut Tx) -> Result<Vec<Link>, Error> {
    if to.engine() == Engine::Sqlite {
        to.script("PRAGMA defer_foreign_keys = ON").await?;
        return Ok(Vec::new());
    }
    to.script(crate::migrate::NO_HURRY).await?;
    let mut links = Vec::new();
    for row in to.say(LINKS, &[]).await? {
        let link = Link { table: row.get(0)?, name: row.get(1)?, definition: row.get(2)? };
        to.script(&format!("ALTER TABLE \"{}\" DROP CONSTRAINT \"{}\"", link.table, link.name)).await?;
        links.push(link);
    }
    Ok(links)
}

async fn fasten(to: &mut Tx, links: Vec<Link>) -> Result<(), Error> {
    if to.engine() == Engine::Sqlite {
        let orphans = to.say("SELECT \"table\" FROM pragma_foreign_key_check", &[]).await?;
        return orphans.first().map_or(Ok(()), |row| Err(Error::Orphan(row.get(0)?)));
    }
    for Link { table, name, definition } in links {
        to.script(&format!("ALTER TABLE \"{table}\" ADD CONSTRAINT \"{name}\" {definition}")).await?;
    }
    Ok(())
}
