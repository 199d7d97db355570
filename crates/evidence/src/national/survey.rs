//! Three scales of ten items for everybody: scores, ICC, rwg(j) and alpha in one pass of whole numbers, exact whatever
//! the order.

use crate::agreement_index::{OneWay, rwg_j};
use crate::error::{Error, Result};
use crate::frame::parquet::ParquetFile;
use crate::numeric::dense::Matrix;
use crate::numeric::summary;
use crate::scale::{LEAST_ANSWERED, alpha};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

const SCALES: usize = 3;
const ITEMS: usize = 10;
const OPTIONS: f64 = 5.0;
const NAMES: [&str; SCALES] = ["partnership", "collaboration", "climate"];
const MISSING: u8 = u8::MAX;

/// What the survey tells.
pub struct Survey {
    /// The three scales.
    pub scales: Vec<ScaleSummary>,
    /// Every school's scores.
    pub schools: Vec<SchoolScores>,
    /// Every respondent, where asked for.
    pub people: People,
    /// Answers given.
    pub answers: u64,
}

/// Respondents: who, where, in which role, with which scores.
#[derive(Debug, Default)]
pub struct People {
    /// Their number.
    pub staff: Vec<i32>,
    /// Their school.
    pub school: Vec<i32>,
    /// Their role.
    pub role: Vec<i32>,
    /// Their score on each scale, NaN below 70 % of the items.
    pub scores: [Vec<f64>; SCALES],
}

/// A school's sums on each scale.
#[derive(Debug, Clone, Copy, Default)]
pub struct SchoolScores {
    /// People with a score, their sum and sum of squares, by scale.
    pub sums: [(f64, f64, f64); SCALES],
    /// rwg(j) by scale.
    pub rwg_j: [f64; SCALES],
}

impl SchoolScores {
    /// The school's mean on a scale; NaN without a score.
    #[must_use]
    pub fn mean(&self, scale: usize) -> f64 {
        self.sums[scale].1 / self.sums[scale].0
    }
}

/// What is told of a scale.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/national.schema.json, which tells each")]
pub struct ScaleSummary {
    pub scale: &'static str,
    pub n_complete: u64,
    pub n_scored: f64,
    pub alpha: f64,
    pub mean: f64,
    #[serde(rename = "ICC1")]
    pub icc1: f64,
    #[serde(rename = "ICC1_k0")]
    pub icc1_k0: f64,
    #[serde(rename = "ICC2")]
    pub icc2: f64,
    #[serde(rename = "F")]
    pub f: f64,
    pub rwgj_mean: f64,
    pub rwgj_median: f64,
    pub rwgj_schools: usize,
}

/// Whole-number sums of one school.
#[derive(Clone)]
struct Sums {
    scores: [(f64, f64, f64); SCALES],
    items: [[(u32, u32, u32); ITEMS]; SCALES],
}

impl Sums {
    const NONE: Self = Self { scores: [(0.0, 0.0, 0.0); SCALES], items: [[(0, 0, 0); ITEMS]; SCALES] };

    fn add(&mut self, other: &Self) {
        for s in 0..SCALES {
            let (a, b) = (&mut self.scores[s], other.scores[s]);
            *a = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
            for (a, b) in self.items[s].iter_mut().zip(other.items[s]) {
                *a = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
            }
        }
    }

    fn finish(&self) -> SchoolScores {
        let random = (OPTIONS * OPTIONS - 1.0) / 12.0;
        let variance = |(n, s, q): (u32, u32, u32)| {
            let (n, s, q) = (f64::from(n), f64::from(s), f64::from(q));
            if n < 2.0 { f64::NAN } else { (q - s * s / n) / (n - 1.0) }
        };
        SchoolScores {
            sums: self.scores,
            rwg_j: std::array::from_fn(|s| rwg_j(&self.items[s].map(variance), random)),
        }
    }
}

/// One row group, done.
struct Part {
    people: People,
    /// Schools that begin and end in this row group.
    whole: Vec<(i32, SchoolScores)>,
    /// The first and the last school, and any that comes twice.
    open: Vec<(i32, Sums)>,
    complete: [Complete; SCALES],
    answers: u64,
}

/// Reads the survey of `schools` schools, in `survey_wide.parquet`: staff_id, school_id, role, q01 to q30.
///
/// # Errors
/// A file or a column is missing or broken; an answer is not 1 to 5; a school is not among the schools.
pub fn survey(directory: &Path, schools: usize, keep_people: bool) -> Result<Survey> {
    let path = directory.join("survey_wide.parquet");
    let file = ParquetFile::open(&path)?;
    let ids = [file.place("staff_id")?, file.place("school_id")?, file.place("role")?];
    let items = (1..=SCALES * ITEMS).map(|q| file.place(&format!("q{q:02}"))).collect::<Result<Vec<_>>>()?;
    let parts = (0..file.groups())
        .into_par_iter()
        .map(|group| part(&file, group, ids, &items, keep_people))
        .collect::<Result<Vec<Part>>>()?;
    let mut out = vec![SchoolScores { rwg_j: [f64::NAN; SCALES], ..SchoolScores::default() }; schools];
    let mut open: BTreeMap<i32, Sums> = BTreeMap::new();
    let mut people = People::default();
    let (mut cross, mut totals, mut complete, mut answers) =
        ([[0; ITEMS * ITEMS]; SCALES], [[0; ITEMS]; SCALES], [0; SCALES], 0);
    for part in parts {
        for (school, scores) in part.whole {
            let place = out.get_mut(school as usize).ok_or_else(|| unknown_school(&path, school))?;
            if place.sums[0].0 + place.sums[1].0 + place.sums[2].0 > 0.0 {
                return Err(Error::question(format!(
                    "{}: school {school} stands in two places far apart; sort the file by school_id",
                    path.display()
                )));
            }
            *place = scores;
        }
        for (school, sums) in part.open {
            open.entry(school).or_insert(Sums::NONE).add(&sums);
        }
        for s in 0..SCALES {
            cross[s].iter_mut().zip(part.complete[s].cross).for_each(|(a, b)| *a += b);
            totals[s].iter_mut().zip(part.complete[s].totals).for_each(|(a, b)| *a += b);
            complete[s] += part.complete[s].rows;
        }
        answers += part.answers;
        people.staff.extend(part.people.staff);
        people.school.extend(part.people.school);
        people.role.extend(part.people.role);
        people.scores.iter_mut().zip(part.people.scores).for_each(|(a, b)| a.extend(b));
    }
    for (school, sums) in open {
        *out.get_mut(school as usize).ok_or_else(|| unknown_school(&path, school))? = sums.finish();
    }
    let scales = (0..SCALES).map(|s| summarise(s, &out, &cross[s], &totals[s], complete[s])).collect();
    Ok(Survey { scales, schools: out, people, answers })
}

fn unknown_school(path: &Path, school: i32) -> Error {
    Error::question(format!("{}: school_id {school} is not in schools.parquet", path.display()))
}

fn part(
    file: &ParquetFile,
    group: usize,
    ids: [usize; 3],
    items: &[usize],
    keep_people: bool,
) -> Result<Part> {
    let school = file.whole(group, ids[1])?;
    let rows = school.len();
    let answers = items.iter().map(|&item| answers(file, group, item, rows)).collect::<Result<Vec<_>>>()?;
    let mut part = Part {
        people: People::default(),
        whole: Vec::new(),
        open: Vec::new(),
        complete: std::array::from_fn(|_| Complete::default()),
        answers: 0,
    };
    if keep_people {
        part.people.scores = std::array::from_fn(|_| Vec::with_capacity(rows));
    }
    let mut start = 0;
    let mut done: Vec<(i32, Sums)> = Vec::new();
    while start < rows {
        let end = start + school[start..].iter().take_while(|s| **s == school[start]).count();
        let sums = block(&answers, start..end, &mut part);
        if start > 0 && end < rows {
            part.whole.push((school[start], sums.finish()));
        } else {
            done.push((school[start], sums));
        }
        start = end;
    }
    part.open = done;
    part.complete.iter_mut().for_each(Complete::flush);
    if keep_people {
        part.people.staff = file.whole(group, ids[0])?;
        part.people.role = file.whole(group, ids[2])?;
        part.people.school = school;
    }
    Ok(part)
}

/// Sums of products of those who answered every item of a scale, in the narrowest whole numbers that hold them for a
/// while, so that the processor takes many at once.
struct Complete {
    rows: u64,
    cross: [u64; ITEMS * ITEMS],
    totals: [u64; ITEMS],
    recent: [[u16; WIDE]; ITEMS],
    sums: [u16; WIDE],
    since: u32,
}

/// Items, filled up to whole vectors.
const WIDE: usize = 16;
/// So many products of answers up to 5 fit into 16 bits.
const FIT: u32 = 65_535 / 25;

impl Default for Complete {
    fn default() -> Self {
        Self {
            rows: 0,
            cross: [0; ITEMS * ITEMS],
            totals: [0; ITEMS],
            recent: [[0; WIDE]; ITEMS],
            sums: [0; WIDE],
            since: 0,
        }
    }
}

impl Complete {
    #[inline]
    fn add(&mut self, row: &[u8; ITEMS]) {
        let mut x = [0_u16; WIDE];
        x.iter_mut().zip(row).for_each(|(x, a)| *x = u16::from(*a));
        for (line, by) in self.recent.iter_mut().zip(x) {
            for j in 0..WIDE {
                line[j] += by * x[j];
            }
        }
        self.sums.iter_mut().zip(x).for_each(|(s, x)| *s += x);
        self.rows += 1;
        self.since += 1;
        if self.since == FIT {
            self.flush();
        }
    }

    fn flush(&mut self) {
        for (i, line) in self.recent.iter_mut().enumerate() {
            let cells = &mut self.cross[i * ITEMS..(i + 1) * ITEMS];
            cells.iter_mut().zip(line.iter()).for_each(|(c, x)| *c += u64::from(*x));
            *line = [0; WIDE];
        }
        self.totals.iter_mut().zip(self.sums).for_each(|(t, s)| *t += u64::from(s));
        self.sums = [0; WIDE];
        self.since = 0;
    }
}

/// The answers to one item of one row group.
fn answers(file: &ParquetFile, group: usize, item: usize, rows: usize) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(rows);
    let mut wrong = false;
    file.pieces(group, item, |given, there| {
        wrong |= given.iter().fold(false, |wrong, &x| wrong | !(1..=5).contains(&x));
        match there {
            None => out.extend(given.iter().map(|&x| x as u8)),
            Some(there) => {
                let mut given = given.iter();
                let next =
                    |&t: &i16| if t == 1 { given.next().map_or(MISSING, |&x| x as u8) } else { MISSING };
                out.extend(there.iter().map(next));
            }
        }
    })?;
    if wrong {
        let column = file.whole(group, item)?;
        let odd = column.iter().enumerate().find(|(_, x)| **x != i32::MIN && !(1..=5).contains(*x));
        return Err(Error::question(format!(
            "survey_wide: row {} of row group {} answers {} to item {}; answers are 1 to 5",
            odd.map_or(0, |o| o.0 + 1),
            group + 1,
            odd.map_or(0, |o| *o.1),
            file.columns()[item]
        )));
    }
    Ok(out)
}

/// One school's rows.
fn block(answers: &[Vec<u8>], rows: std::ops::Range<usize>, part: &mut Part) -> Sums {
    let keep = part.people.scores[0].capacity() > 0;
    let mut sums = Sums::NONE;
    let mut row_answers = vec![[MISSING; ITEMS]; rows.len()];
    for scale in 0..SCALES {
        for (i, column) in answers[scale * ITEMS..(scale + 1) * ITEMS].iter().enumerate() {
            let (mut n, mut s, mut q) = (0_u32, 0_u32, 0_u32);
            for (x, row) in column[rows.clone()].iter().zip(&mut row_answers) {
                row[i] = *x;
                let there = u32::from(*x != MISSING);
                let x = u32::from(*x) * there;
                n += there;
                s += x;
                q += x * x;
            }
            sums.items[scale][i] = (n, s, q);
            part.answers += u64::from(n);
        }
        for row in &row_answers {
            let (mut n, mut s) = (0_u32, 0_u32);
            for &x in row {
                let there = u32::from(x != MISSING);
                n += there;
                s += u32::from(x) * there;
            }
            let scored = f64::from(n) >= LEAST_ANSWERED * ITEMS as f64 - 1e-9;
            let score = if scored { f64::from(s) / f64::from(n) } else { f64::NAN };
            if scored {
                let sum = &mut sums.scores[scale];
                *sum = (sum.0 + 1.0, sum.1 + score, sum.2 + score * score);
            }
            if keep {
                part.people.scores[scale].push(score);
            }
            if n as usize == ITEMS {
                part.complete[scale].add(row);
            }
        }
    }
    sums
}

fn summarise(
    scale: usize,
    schools: &[SchoolScores],
    cross: &[u64; ITEMS * ITEMS],
    totals: &[u64; ITEMS],
    complete: u64,
) -> ScaleSummary {
    let n = complete as f64;
    let covariances = Matrix::from_fn(ITEMS, ITEMS, |i, j| {
        (cross[i * ITEMS + j] as f64 - totals[i] as f64 * totals[j] as f64 / n) / (n - 1.0)
    });
    let sums: Vec<(f64, f64, f64)> = schools.iter().map(|s| s.sums[scale]).collect();
    let (people, total) = sums.iter().fold((0.0, 0.0), |a, s| (a.0 + s.0, a.1 + s.1));
    let one_way = OneWay::from_sums(&sums);
    let rwg: Vec<f64> = schools.iter().map(|s| s.rwg_j[scale]).filter(|r| !r.is_nan()).collect();
    ScaleSummary {
        scale: NAMES[scale],
        n_complete: complete,
        n_scored: people,
        alpha: alpha(&covariances),
        mean: total / people,
        icc1: one_way.icc1(one_way.kbar),
        icc1_k0: one_way.icc1(one_way.k0),
        icc2: one_way.icc2(),
        f: one_way.f(),
        rwgj_mean: summary::mean(&rwg),
        rwgj_median: summary::median(&rwg),
        rwgj_schools: rwg.len(),
    }
}
