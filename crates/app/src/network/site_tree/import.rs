//! Sites from a file: CSV by header names, in any order, with or without a byte-order mark. It is read
//! whole and checked before anything is written; every error names its line and column; a dry run says
//! what would happen.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use words::{Lang, Words};

use super::commands::{self, NewSite};
use super::{Kind, No, nces, store};
use crate::access::Operator;
use crate::error::Error;
use crate::site::Act;

/// The columns a file may have.
pub const COLUMNS: &[&str] =
    &["kind", "name", "state", "county", "district", "nces_id", "local_id", "time_zone"];

/// How to read a file.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Our column to the file's own header, where they differ.
    pub columns: HashMap<String, String>,
    /// What a row is when the file does not say.
    pub kind: Option<Kind>,
    /// The state of every row when the file does not say.
    pub state: Option<String>,
    /// The zone of every row when the file does not say.
    pub time_zone: String,
}

/// One row that can be imported.
#[derive(Debug, Clone)]
pub struct Row {
    line: u64,
    kind: Kind,
    name: String,
    state: String,
    county: Option<String>,
    district: Option<String>,
    nces_id: Option<String>,
    local_id: Option<String>,
    time_zone: String,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line in the file, from 1.
    pub line: u64,
    /// The file's own name of the column.
    pub column: String,
    /// What is wrong.
    pub what: String,
}

/// What reading gave.
#[derive(Debug, Default)]
pub struct Plan {
    /// Rows to import.
    pub rows: Vec<Row>,
    /// What is wrong; with anything here nothing is imported.
    pub wrong: Vec<Wrong>,
    /// Ids to which a dropped zero was given back.
    pub mended: u64,
}

/// What importing did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Done {
    /// Sites made, by kind.
    pub made: HashMap<&'static str, u64>,
    /// Rows whose site stood already.
    pub known: u64,
}

/// Reads a whole file without touching the database.
pub fn read(input: impl Read, reading: &Reading) -> Plan {
    let mut plan = Plan::default();
    let mut file = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(input);
    let headers = match file.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            plan.wrong.push(Wrong { line: 1, column: String::new(), what: error.to_string() });
            return plan;
        }
    };
    let columns = match find_columns(&headers, reading) {
        Ok(columns) => columns,
        Err(wrong) => {
            plan.wrong = wrong;
            return plan;
        }
    };
    let mut seen = HashSet::new();
    for record in file.records() {
        match record {
            Ok(record) => row(&record, &columns, reading, &mut seen, &mut plan),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                plan.wrong.push(Wrong { line, column: String::new(), what: error.to_string() });
            }
        }
    }
    plan
}

/// Where each of our columns stands, with the file's own name for it.
type Columns = HashMap<&'static str, (usize, String)>;

fn find_columns(headers: &csv::StringRecord, reading: &Reading) -> Result<Columns, Vec<Wrong>> {
    let plain = |header: &str| header.trim_start_matches('\u{feff}').trim().to_lowercase();
    let mut found = Columns::new();
    let mut wrong = Vec::new();
    for column in COLUMNS {
        let named = reading.columns.get(*column).map_or(*column, String::as_str);
        match headers.iter().position(|header| plain(header) == plain(named)) {
            // A column of ours that happens to be the file's name for something else is not ours.
            Some(_)
                if !reading.columns.contains_key(*column)
                    && reading.columns.values().any(|v| plain(v) == plain(named)) => {}
            Some(place) => drop(found.insert(*column, (place, named.to_owned()))),
            None if reading.columns.contains_key(*column) => {
                let what = format!(
                    "the file has no column of this name, only: {}",
                    headers.iter().collect::<Vec<_>>().join(", ")
                );
                wrong.push(Wrong { line: 1, column: named.to_owned(), what });
            }
            None => {}
        }
    }
    if !found.contains_key("name") && wrong.is_empty() {
        let what = "no column holds the names: say which with --columns name=…".to_owned();
        wrong.push(Wrong { line: 1, column: "name".into(), what });
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

fn row(
    record: &csv::StringRecord,
    columns: &Columns,
    reading: &Reading,
    seen: &mut HashSet<(Kind, String, String)>,
    plan: &mut Plan,
) {
    let line = record.position().map_or(0, csv::Position::line);
    let value = |column: &str| {
        let text = columns.get(column).and_then(|(place, _)| record.get(*place)).unwrap_or("");
        (!text.is_empty()).then(|| text.to_owned())
    };
    let before = plan.wrong.len();
    let mut refuse = |column: &str, what: String| {
        let column = columns.get(column).map_or(column, |(_, named)| named).to_owned();
        plan.wrong.push(Wrong { line, column, what });
    };
    let kind = match value("kind").map(|word| Kind::from_code(&word.to_lowercase()).ok_or(word)) {
        None => reading.kind,
        Some(Ok(kind)) => Some(kind),
        Some(Err(word)) => {
            refuse(
                "kind",
                format!(
                    "{word:?} is not one of: {}",
                    Kind::ALL.iter().map(|k| k.code()).collect::<Vec<_>>().join(", ")
                ),
            );
            None
        }
    };
    let state = value("state").or_else(|| reading.state.clone()).map(|state| state.to_uppercase());
    if kind.is_none() && !columns.contains_key("kind") {
        refuse("kind", "the file does not say what its rows are: give --kind".into());
    }
    match &state {
        None => refuse("state", "the file does not say which state: give --state".into()),
        Some(state) if !nces::STATES.iter().any(|(code, _)| code == state) => {
            refuse("state", format!("{state:?} is not a postal code of a state"));
        }
        Some(_) => {}
    }
    let name = value("name");
    if name.is_none() {
        refuse("name", "the name is missing".into());
    }
    let time_zone = value("time_zone").unwrap_or_else(|| reading.time_zone.clone());
    if jiff::tz::TimeZone::get(&time_zone).is_err() {
        refuse("time_zone", format!("{time_zone:?} is not a time zone such as America/Chicago"));
    }
    let mut nces_id = None;
    if let (Some(text), Some(kind), Some(state)) = (value("nces_id"), kind, &state) {
        match nces::read(&text, kind, state, None) {
            Ok(read) => {
                plan.mended += u64::from(read.mended);
                nces_id = Some(read.digits);
            }
            Err(no) => refuse("nces_id", format!("{text:?}: {}", no.say(&Words::new(Lang::En)))),
        }
    }
    let (Some(kind), Some(state), Some(name)) = (kind, state, name) else { return };
    let district = value("district").filter(|_| matches!(kind, Kind::School | Kind::Preschool));
    let above = district.clone().or_else(|| value("county")).unwrap_or_default();
    if !seen.insert((kind, above.to_lowercase(), name.to_lowercase())) {
        refuse("name", format!("{name:?} stands twice"));
    }
    if plan.wrong.len() == before {
        let (county, local_id) = (value("county"), value("local_id"));
        plan.rows.push(Row { line, kind, name, state, county, district, nces_id, local_id, time_zone });
    }
}

/// Writes what was read, states and counties as they are needed. A row whose site stands already (by its
/// federal id, its state's code, or its name in its place) is left as it is, so that a file may come again.
pub async fn write(act: &mut Act, by: &Operator, rows: &[Row]) -> Result<(Done, Vec<Wrong>), Error> {
    let mut done = Done::default();
    let mut wrong = Vec::new();
    for row in rows {
        match one(act, by, row, &mut done).await {
            Ok(()) => {}
            Err(Error::Refused(no)) => {
                let said: Vec<String> = no.iter().map(|no| no.say(&Words::new(Lang::En))).collect();
                wrong.push(Wrong { line: row.line, column: "name".into(), what: said.join(" ") });
            }
            Err(error) => return Err(error),
        }
    }
    Ok((done, wrong))
}

async fn one(act: &mut Act, by: &Operator, row: &Row, done: &mut Done) -> Result<(), Error> {
    let state = place(act, by, row, None, Kind::State, &row.state, done).await?;
    if row.kind == Kind::State {
        return Ok(());
    }
    let mut above = state;
    if let Some(county) = row.county.as_ref().filter(|_| row.kind != Kind::County) {
        above = place(act, by, row, Some(above), Kind::County, county, done).await?;
    }
    if let Some(district) = &row.district {
        let found = store::by_name(act, Some(above), Kind::District, district).await?;
        above = found.ok_or(No::Misplaced)?.id;
    }
    if known(act, row).await? || store::by_name(act, Some(above), row.kind, &row.name).await?.is_some() {
        done.known += 1;
        return Ok(());
    }
    let new = NewSite {
        parent: Some(above),
        kind: row.kind,
        name: row.name.clone(),
        state: Some(row.state.clone()),
        nces_id: row.nces_id.clone(),
        local_id: row.local_id.clone(),
        time_zone: row.time_zone.clone(),
        language: Lang::En,
    };
    commands::create(act, by, new).await?;
    *done.made.entry(row.kind.code()).or_default() += 1;
    Ok(())
}

async fn known(act: &mut Act, row: &Row) -> Result<bool, Error> {
    if let Some(nces) = &row.nces_id
        && store::by_nces(act, nces).await?.is_some()
    {
        return Ok(true);
    }
    match &row.local_id {
        Some(local) => Ok(store::by_local_id(act, &row.state, row.kind, local).await?.is_some()),
        None => Ok(false),
    }
}

/// The site of this kind and name, made if it is not there.
async fn place(
    act: &mut Act,
    by: &Operator,
    row: &Row,
    parent: Option<uuid::Uuid>,
    kind: Kind,
    name: &str,
    done: &mut Done,
) -> Result<uuid::Uuid, Error> {
    if let Some(found) = store::by_name(act, parent, kind, name).await? {
        return Ok(found.id);
    }
    *done.made.entry(kind.code()).or_default() += 1;
    let new = NewSite {
        parent,
        kind,
        name: name.to_owned(),
        state: Some(row.state.clone()),
        nces_id: None,
        local_id: None,
        time_zone: row.time_zone.clone(),
        language: Lang::En,
    };
    commands::create(act, by, new).await
}

#[cfg(test)]
mod rules {
    use super::*;

    fn reading(columns: &[(&str, &str)]) -> Reading {
        Reading {
            columns: columns
                .iter()
                .map(|(ours, theirs)| ((*ours).to_owned(), (*theirs).to_owned()))
                .collect(),
            kind: Some(Kind::District),
            state: Some("CA".into()),
            time_zone: "America/Los_Angeles".into(),
        }
    }

    #[test]
    fn errors_name_line_and_column() {
        let text =
            "name,nces_id,time_zone\nGood,0601620,\nBad,75119,Mars/Olympus\n,0601621,\nGood,0601622,\n";
        let plan = read(text.as_bytes(), &reading(&[]));
        let at: Vec<(u64, &str)> = plan.wrong.iter().map(|w| (w.line, w.column.as_str())).collect();
        assert_eq!(at, [(3, "time_zone"), (3, "nces_id"), (4, "name"), (5, "name")]);
        assert_eq!(plan.rows.len(), 1);
    }

    #[test]
    fn a_states_own_codes_never_pass_as_federal_ids() {
        let text = include_bytes!("../../../fixtures/california.csv");
        let plan =
            read(&text[..], &reading(&[("name", "school"), ("nces_id", "district"), ("county", "county")]));
        assert_eq!(plan.wrong.len(), 420, "each of the 420 is refused");
        assert!(plan.wrong.iter().all(|wrong| wrong.column == "district"));
    }

    #[test]
    fn a_missing_column_is_said_with_those_there_are() {
        let plan = read("a,b\n1,2\n".as_bytes(), &reading(&[("name", "title")]));
        assert!(plan.wrong[0].what.contains("a, b"), "{:?}", plan.wrong);
        let plan = read("a,b\n1,2\n".as_bytes(), &reading(&[]));
        assert_eq!(plan.wrong[0].column, "name");
    }

    #[test]
    fn a_byte_order_mark_and_other_letters_case_do_no_harm() {
        let plan = read("\u{feff}Name,COUNTY\r\n\"Elm, Upper\",Alpine\r\n".as_bytes(), &reading(&[]));
        assert_eq!((plan.rows.len(), plan.wrong.len()), (1, 0));
        assert_eq!(plan.rows[0].name, "Elm, Upper");
    }
}
