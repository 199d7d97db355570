//! Reading numbers: one from a form, many from a file with commas. Everything that is wrong is told at once, with its
//! field, or its line and column. A count of few people is refused by the house's one rule.

use evidence::suppression::{self, Threshold};
use serde::Deserialize;
use uuid::Uuid;

use super::{Measure, No, People, ROWS_MOST, Why};
use crate::people::plain;

/// The columns of a file, which are the fields of the form.
pub const COLUMNS: &[&str] = &["name", "period", "value", "unit", "people", "counted", "source", "note"];

/// One number as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Typed {
    /// What was measured.
    #[serde(default)]
    pub name: String,
    /// When.
    #[serde(default)]
    pub period: String,
    /// The number.
    #[serde(default)]
    pub value: String,
    /// Of what.
    #[serde(default)]
    pub unit: String,
    /// `staff` or `students`.
    #[serde(default)]
    pub people: String,
    /// About how many.
    #[serde(default)]
    pub counted: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// What to know about it.
    #[serde(default)]
    pub note: String,
}

impl Typed {
    fn put(&mut self, column: &str, text: &str) {
        let field = match column {
            "name" => &mut self.name,
            "period" => &mut self.period,
            "value" => &mut self.value,
            "unit" => &mut self.unit,
            "people" => &mut self.people,
            "counted" => &mut self.counted,
            "source" => &mut self.source,
            _ => &mut self.note,
        };
        text.clone_into(field);
    }

    /// The number, or everything that is wrong with it: field and reason.
    pub fn read(&self) -> Result<Measure, Vec<(&'static str, Why)>> {
        let mut wrong = Vec::new();
        let mut line = |field: &'static str, text: &str, needed: bool| match plain::short(field, text) {
            Ok(text) if text.is_empty() && needed => {
                wrong.push((field, Why::Empty));
                text
            }
            Ok(text) => text,
            Err(_) => {
                wrong.push((field, Why::Long));
                String::new()
            }
        };
        let name = line("name", &self.name, true);
        let period = line("period", &self.period, true);
        let value = line("value", &self.value, true);
        let unit = line("unit", &self.unit, false);
        let source = line("source", &self.source, true);
        let note = line("note", &self.note, false);
        let number: String = value.chars().filter(|c| *c != ',' && *c != ' ').collect();
        if !value.is_empty() && !number.parse::<f64>().is_ok_and(f64::is_finite) {
            wrong.push(("value", Why::NotNumber));
        }
        let people = People::from_code(self.people.trim());
        if people.is_none() {
            wrong.push(("people", Why::People));
        }
        let counted = match self.counted.trim() {
            "" => None,
            text => match (text.parse::<u32>(), people) {
                (Ok(n), people) if few(n, people) => {
                    wrong.push(("counted", Why::TooFew));
                    None
                }
                (Ok(n), _) => Some(i64::from(n)),
                (Err(_), _) => {
                    wrong.push(("counted", Why::NotNumber));
                    None
                }
            },
        };
        match people {
            Some(people) if wrong.is_empty() => {
                Ok(Measure { id: Uuid::nil(), name, period, value, unit, people, counted, source, note })
            }
            _ => Err(wrong),
        }
    }
}

/// Whether so few people were counted that one of them could be known. The stricter floor holds where it is not
/// said who they are.
fn few(counted: u32, people: Option<People>) -> bool {
    let floor = match people {
        Some(People::Staff) => Threshold::STAFF,
        Some(People::Students) | None => Threshold::FAMILIES_AND_STUDENTS,
    };
    suppression::shown(u64::from(counted), floor).count().is_none()
}

/// The numbers of a file, or everything that is wrong with it.
pub fn of_file(text: &str) -> Result<Vec<Measure>, Vec<No>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.trim_start().as_bytes());
    let Ok(header) = reader.headers().cloned() else { return Err(vec![No::Line(1)]) };
    let columns: Vec<String> = header.iter().map(str::to_lowercase).collect();
    let unknown = columns.iter().filter(|column| !COLUMNS.contains(&column.as_str()));
    let mut wrong: Vec<No> = unknown.map(|column| No::Place(1, column.clone(), Why::Column)).collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut all = Vec::new();
    for (row, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(row as u64 + 2, csv::Position::line);
                wrong.push(No::Line(line));
                continue;
            }
        };
        let line = record.position().map_or(row as u64 + 2, csv::Position::line);
        let mut typed = Typed::default();
        for (column, cell) in columns.iter().zip(record.iter()) {
            typed.put(column, cell);
        }
        match typed.read() {
            Ok(measure) => all.push(measure),
            Err(places) => {
                wrong.extend(places.into_iter().map(|(column, why)| No::Place(line, column.into(), why)));
            }
        }
    }
    if wrong.is_empty() && all.is_empty() {
        wrong.push(No::Nothing);
    }
    if all.len() > ROWS_MOST {
        wrong.push(No::TooMany);
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_few_people_are_refused() {
        let table = [
            ("students", "9", true),
            ("students", "10", false),
            ("staff", "4", true),
            ("staff", "5", false),
            ("staff", "0", true),
            ("students", "", false),
        ];
        for (people, counted, refused) in table {
            let typed = Typed {
                name: "Teachers who left".into(),
                period: "2025".into(),
                value: "19".into(),
                people: people.into(),
                counted: counted.into(),
                source: "Staff office".into(),
                ..Typed::default()
            };
            let expected = if refused { Err(vec![("counted", Why::TooFew)]) } else { Ok(()) };
            assert_eq!(typed.read().map(drop), expected, "{counted} {people}");
        }
    }

    #[test]
    fn a_file_tells_every_line_and_column_that_is_wrong() {
        let text = "name,period,value,people,counted,source\n\
                    Left,2025,19,staff,210,Staff office\n\
                    Left,2025,many,staff,3,Staff office\n\
                    ,2025,7,nobody,,Staff office\n\
                    Too,short\n";
        let places = [(3, "value", Why::NotNumber), (3, "counted", Why::TooFew)];
        let more = [(4, "name", Why::Empty), (4, "people", Why::People)];
        let mut expected: Vec<No> = places
            .iter()
            .chain(&more)
            .map(|(line, column, why)| No::Place(*line, (*column).to_owned(), *why))
            .collect();
        expected.push(No::Line(5));
        assert_eq!(of_file(text).unwrap_err(), expected);
    }

    #[test]
    fn a_file_may_order_its_columns_and_quote() {
        let text = "Value,Name,Period,Source,People\n\"1,204\",\"Days, missed\",2024-25,Attendance office,students\n";
        let all = of_file(text).expect("a good file");
        assert_eq!((all.len(), all[0].value.as_str(), all[0].name.as_str()), (1, "1,204", "Days, missed"));
        assert_eq!(of_file("name,grade\nx,y").unwrap_err(), [No::Place(1, "grade".into(), Why::Column)]);
        assert_eq!(of_file("name,period,value,people,source\n").unwrap_err(), [No::Nothing]);
    }
}
