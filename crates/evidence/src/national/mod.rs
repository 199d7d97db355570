//! The whole nation in one pass over four Parquet files, row group by row group: who answered, three scales, the network
//! of every school, and what goes with what.

mod betweenness;
mod survey;
mod ties;
mod turnover;

pub use survey::{People, ScaleSummary, SchoolScores, Survey, survey};
pub use ties::{Betweenness, Roster, SchoolNetwork, Spread, networks};

use crate::error::Result;
use crate::frame::parquet::ParquetFile;
use crate::frame::{Column, Frame, Numbers, Values};
use crate::mediation::{self, Mediation, Random, mediate};
use crate::mixed::{self, Mixed};
use crate::regression::generalised::{Generalised, binomial};
use crate::regression::report::{Asked, ErrorKind};
use crate::regression::{Regression, regress};
use crate::vector::Named;
use serde::Serialize;
use std::path::Path;
use std::time::Instant;

/// The national report.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Schools, districts, staff and respondents.
    pub counts: Counts,
    /// The three scales.
    pub scales: Vec<ScaleSummary>,
    /// Each network measure over schools whose response rate permits it.
    pub networks: Named<Spread>,
    /// Growth on partnership, schools, clusters of districts.
    pub growth: Answer<Regression>,
    /// Staff leaving on collaboration and poverty, schools, clusters of districts.
    pub turnover: Answer<Generalised>,
    /// A person's sense of collaboration on partnership, clusters of districts.
    pub staff: Answer<Regression>,
    /// The same with schools in districts.
    pub staff_mixed: Answer<Mixed>,
    /// From partnership over collaboration to growth, districts drawn whole.
    pub mediation: Answer<Mediation>,
    /// How long each step took.
    pub seconds: Named<f64>,
}

/// An answer, or why these data have none: a district has one district, and may have one school.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer<T> {
    /// The answer.
    Given(T),
    /// Why there is none.
    Refused {
        /// What is missing, and what would do.
        refused: String,
    },
}

impl<T> Answer<T> {
    fn of(outcome: Result<T>) -> Self {
        match outcome {
            Ok(answer) => Self::Given(answer),
            Err(why) => Self::Refused { refused: why.to_string() },
        }
    }
}

/// How many there are.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/national.schema.json, which tells each")]
pub struct Counts {
    pub schools: usize,
    pub districts: usize,
    pub staff: usize,
    pub respondents: usize,
    pub response_rate: f64,
    pub answers: u64,
    pub ties: u64,
}

/// Schools' own columns.
struct Schools {
    district: Vec<i32>,
    poverty: Vec<f64>,
    growth: Vec<f64>,
    staff: Vec<f64>,
}

fn schools(directory: &Path) -> Result<Schools> {
    let file = ParquetFile::open(&directory.join("schools.parquet"))?;
    let whole = |name: &str| -> Result<Vec<i32>> {
        let place = file.place(name)?;
        let parts = (0..file.groups()).map(|g| file.whole(g, place)).collect::<Result<Vec<_>>>()?;
        Ok(parts.concat())
    };
    let real = |name: &str| -> Result<Vec<f64>> {
        let place = file.place(name)?;
        let parts = (0..file.groups()).map(|g| file.real(g, place)).collect::<Result<Vec<_>>>()?;
        Ok(parts.concat())
    };
    // The survey, the staff and the edges tell schools by their place in this file.
    let ids = whole("school_id")?;
    if let Some(row) = ids.iter().enumerate().position(|(i, id)| *id != i as i32) {
        return Err(crate::Error::question(format!(
            "{}/schools.parquet: school_id in row {} is {}; schools are numbered from 0 in order",
            directory.display(),
            row + 1,
            ids[row]
        )));
    }
    Ok(Schools {
        district: whole("district_id")?,
        poverty: real("poverty")?,
        growth: real("growth")?,
        staff: real("staff_n")?,
    })
}

/// The report of a directory with `schools`, `staff`, `survey_wide` and `edges` as Parquet.
///
/// # Errors
/// A file or a column is missing or broken.
pub fn report(directory: &Path, draws: usize) -> Result<Report> {
    let mut seconds = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name: &str| {
        seconds.push((name.to_owned(), clock.elapsed().as_secs_f64()));
        clock = Instant::now();
    };
    let schools = schools(directory)?;
    let survey = survey(directory, schools.district.len(), true)?;
    lap("survey");
    let roster = Roster::read(directory, schools.district.len(), &survey.people.staff)?;
    let school_networks = networks(directory, &roster, Betweenness::None)?;
    lap("networks");
    let districts = schools.district.iter().max().map_or(0, |d| *d as usize + 1);
    let by_school = school_frame(&schools, &survey, &roster);
    // One district by itself has no clusters of districts: its schools stand alone, its people are in schools.
    let (of_schools, of_people) =
        if districts > 1 { (Some("district"), "district") } else { (None, "school") };
    let errors = if of_schools.is_some() { ErrorKind::Cr1 } else { ErrorKind::Hc3 };
    let robust = Asked { weights: None, cluster: of_schools, errors: Some(errors) };
    let growth = Answer::of(regress(&by_school, "growth ~ partnership + poverty + log(staff)", &robust));
    let shares = Asked { weights: Some("staff"), cluster: of_schools, errors: None };
    let turnover = Answer::of(binomial(&by_school, "left ~ collaboration * poverty", &shares));
    lap("schools");
    let by_person = person_frame(&schools, &survey);
    let formula = "collaboration ~ partnership + poverty + logstaff + management";
    let clustered = Asked { weights: None, cluster: Some(of_people), errors: Some(ErrorKind::Cr1) };
    let staff = Answer::of(regress(&by_person, formula, &clustered));
    lap("staff regression");
    let bars = if districts > 1 { "(1|school) + (1|district)" } else { "(1|school)" };
    let staff_mixed =
        Answer::of(mixed::mixed(&by_person, &format!("{formula} + {bars}"), &mixed::Asked::default()));
    lap("staff mixed model");
    let mediation = Answer::of(mediate(
        &by_school,
        &mediation::Asked {
            x: "partnership",
            m: "collaboration",
            y: "growth",
            controls: "poverty + log(staff)",
            cluster: of_schools,
            draws,
            random: Random::Xoshiro(1),
        },
    ));
    lap("mediation");
    Ok(Report {
        counts: Counts {
            schools: schools.district.len(),
            districts,
            staff: roster.staff(),
            respondents: survey.people.staff.len(),
            response_rate: survey.people.staff.len() as f64 / roster.staff() as f64,
            answers: survey.answers,
            ties: school_networks.iter().map(|n| u64::from(n.ties)).sum(),
        },
        scales: survey.scales,
        networks: ties::summary(&school_networks),
        growth,
        turnover,
        staff,
        staff_mixed,
        mediation,
        seconds: Named(seconds),
    })
}

fn school_frame(schools: &Schools, survey: &Survey, roster: &Roster) -> Frame {
    let mut frame = Frame {
        source: "schools".into(),
        rows: schools.district.len(),
        columns: Vec::new(),
        ..Frame::default()
    };
    frame.set_numbers("growth", schools.growth.clone());
    frame.set_numbers("poverty", schools.poverty.clone());
    frame.set_numbers("staff", schools.staff.clone());
    frame.set_numbers("partnership", survey.schools.iter().map(|s| s.mean(0)).collect());
    frame.set_numbers("collaboration", survey.schools.iter().map(|s| s.mean(1)).collect());
    frame.set_numbers("left", turnover::shares(roster));
    set_whole(&mut frame, "district", schools.district.clone());
    frame
}

fn person_frame(schools: &Schools, survey: &Survey) -> Frame {
    let people = &survey.people;
    let mut frame =
        Frame { source: "staff".into(), rows: people.staff.len(), columns: Vec::new(), ..Frame::default() };
    let of_school = |x: &[f64]| people.school.iter().map(|&s| x[s as usize]).collect::<Vec<f64>>();
    let logs: Vec<f64> = schools.staff.iter().map(|n| n.ln()).collect();
    frame.set_numbers("partnership", people.scores[0].clone());
    frame.set_numbers("collaboration", people.scores[1].clone());
    frame.set_numbers("poverty", of_school(&schools.poverty));
    frame.set_numbers("logstaff", of_school(&logs));
    frame.set_numbers(
        "management",
        people.role.iter().map(|r| f64::from(u8::from(*r == ties::MANAGEMENT))).collect(),
    );
    set_whole(&mut frame, "school", people.school.clone());
    set_whole(&mut frame, "district", people.school.iter().map(|&s| schools.district[s as usize]).collect());
    frame
}

fn set_whole(frame: &mut Frame, name: &str, values: Vec<i32>) {
    frame.columns.push(Column { name: name.into(), values: Values::Numbers(Numbers::Whole(values)) });
}
