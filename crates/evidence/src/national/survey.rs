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
/// An answer that is missing.
const MISSING: u8 = 0;

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
    /// Schools that begin and end in one piece of it.
    whole: Vec<(i32, SchoolScores)>,
    /// The first and the last school of each piece.
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
            put(&path, &mut out, school, scores)?;
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
        put(&path, &mut out, school, sums.finish())?;
    }
    let scales = (0..SCALES).map(|s| summarise(s, &out, &cross[s], &totals[s], complete[s])).collect();
    Ok(Survey { scales, schools: out, people, answers })
}

/// Puts a school's scores in its place, which must be empty.
fn put(path: &Path, schools: &mut [SchoolScores], school: i32, scores: SchoolScores) -> Result<()> {
    let path = path.display();
    let place = usize::try_from(school)
        .ok()
        .and_then(|s| schools.get_mut(s))
        .ok_or_else(|| Error::question(format!("{path}: school_id {school} is not in schools.parquet")))?;
    if place.sums.iter().any(|s| s.0 > 0.0) {
        return Err(Error::question(format!(
            "{path}: school {school} stands in two places far apart; sort the file by school_id"
        )));
    }
    *place = scores;
    Ok(())
}

fn part(
    file: &ParquetFile,
    group: usize,
    ids: [usize; 3],
    items: &[usize],
    keep_people: bool,
) -> Result<Part> {
    let [staff, school, role] = ids;
    let beside: &[usize] = if keep_people { &[school, staff, role] } else { &[school] };
    let columns: Vec<usize> = beside.iter().chain(items).copied().collect();
    let mut pieces = file.pieces(group, &columns)?;
    let mut part = Part {
        people: People::default(),
        whole: Vec::new(),
        open: Vec::new(),
        complete: std::array::from_fn(|_| Complete::default()),
        answers: 0,
    };
    let mut table = Table::default();
    let arch = pulp::Arch::new();
    loop {
        let mut wrong = None;
        let rows = pieces.next(|place, given, there| match place.checked_sub(beside.len()) {
            Some(item) => {
                if !table.take(item, given, there) {
                    wrong = Some(items[item]);
                }
            }
            None => {
                let people = &mut part.people;
                spread(
                    given,
                    there,
                    match place {
                        0 => &mut table.school,
                        1 => &mut people.staff,
                        _ => &mut people.role,
                    },
                );
            }
        })?;
        if let Some(item) = wrong {
            return Err(odd_answer(file, group, item)?);
        }
        if rows == 0 {
            break;
        }
        arch.dispatch(|| table.sum_up(&mut part, keep_people));
        part.people.school.extend_from_slice(if keep_people { &table.school } else { &[] });
        table.school.clear();
    }
    part.complete.iter_mut().for_each(Complete::flush);
    Ok(part)
}

/// Whole numbers at the end of a column; a missing one is `i32::MIN`.
fn spread(given: &[i32], there: Option<&[i16]>, to: &mut Vec<i32>) {
    let mut given = given.iter();
    match there {
        None => to.extend(given),
        Some(there) => {
            let next = |&t: &i16| if t == 1 { given.next().copied() } else { None };
            to.extend(there.iter().map(next).map(|x| x.unwrap_or(i32::MIN)));
        }
    }
}

fn odd_answer(file: &ParquetFile, group: usize, item: usize) -> Result<Error> {
    let column = file.whole(group, item)?;
    let odd = column.iter().enumerate().find(|(_, x)| **x != i32::MIN && !(1..=5).contains(*x));
    Ok(Error::question(format!(
        "survey_wide: row {} of row group {} answers {} to item {}; answers are 1 to 5",
        odd.map_or(0, |o| o.0 + 1),
        group + 1,
        odd.map_or(0, |o| *o.1),
        file.columns()[item]
    )))
}

/// Some thousands of respondents' answers.
#[derive(Default)]
struct Table {
    school: Vec<i32>,
    /// The answers to each item.
    columns: [Vec<u8>; SCALES * ITEMS],
    /// One scale's answers, person by person.
    rows: Vec<[u8; WIDE]>,
    /// How many items of that scale each person answered, and their sum.
    given: Vec<u8>,
    totals: Vec<u8>,
    /// The answers there are to one item.
    narrow: Vec<u8>,
}

impl Table {
    /// Takes the answers to an item; says whether all are answers.
    fn take(&mut self, item: usize, given: &[i32], there: Option<&[i16]>) -> bool {
        let Self { columns, narrow, .. } = self;
        let column = &mut columns[item];
        column.clear();
        match there {
            None => column.extend(given.iter().map(|&x| x as u8)),
            Some(there) => {
                column.resize(there.len(), MISSING);
                narrow.clear();
                narrow.extend(given.iter().map(|&x| x as u8));
                let mut left = &narrow[..];
                for (to, there) in column.chunks_mut(8).zip(there.chunks(8)) {
                    if *there == [1; 8]
                        && let Some((these, rest)) = left.split_at_checked(8)
                    {
                        // Mostly nobody of eight left it out.
                        to.copy_from_slice(these);
                        left = rest;
                        continue;
                    }
                    for (to, _) in to.iter_mut().zip(there).filter(|(_, t)| **t == 1) {
                        if let Some((&x, rest)) = left.split_first() {
                            *to = x;
                            left = rest;
                        }
                    }
                }
            }
        }
        given.iter().fold(true, |right, &x| right & (1..=5).contains(&x))
    }

    /// Adds the answers to the sums of their schools. These are whole numbers: the width of the processor's vectors changes
    /// nothing but the time.
    #[inline(always)]
    fn sum_up(&mut self, part: &mut Part, keep_people: bool) {
        let Self { school, columns, rows, given, totals, .. } = self;
        let n = school.len();
        let mut schools: Vec<(std::ops::Range<usize>, Sums)> = Vec::new();
        let mut start = 0;
        for run in school.chunk_by(|a, b| a == b) {
            schools.push((start..start + run.len(), Sums::NONE));
            start += run.len();
        }
        for (scale, items) in columns.chunks(ITEMS).enumerate() {
            rows.clear();
            rows.resize(n, [MISSING; WIDE]);
            for counts in [&mut *given, &mut *totals] {
                counts.clear();
                counts.resize(n, 0);
            }
            for (i, column) in items.iter().enumerate() {
                rows.iter_mut().zip(column).for_each(|(row, &x)| row[i] = x);
                for ((given, total), &x) in given.iter_mut().zip(totals.iter_mut()).zip(column) {
                    *given += u8::from(x != MISSING);
                    *total += x;
                }
            }
            for (range, sums) in &mut schools {
                sums.items[scale] = item_sums(&rows[range.clone()]);
                part.answers += sums.items[scale].iter().map(|item| u64::from(item.0)).sum::<u64>();
                let sum = &mut sums.scores[scale];
                for row in range.clone() {
                    let scored = f64::from(given[row]) >= LEAST_ANSWERED * ITEMS as f64 - 1e-9;
                    let score =
                        if scored { f64::from(totals[row]) / f64::from(given[row]) } else { f64::NAN };
                    if scored {
                        *sum = (sum.0 + 1.0, sum.1 + score, sum.2 + score * score);
                    }
                    if keep_people {
                        part.people.scores[scale].push(score);
                    }
                    if given[row] as usize == ITEMS {
                        part.complete[scale].add(&rows[row]);
                    }
                }
            }
        }
        let whole = |range: &std::ops::Range<usize>| range.start > 0 && range.end < n;
        for (range, sums) in schools {
            if whole(&range) {
                part.whole.push((school[range.start], sums.finish()));
            } else {
                part.open.push((school[range.start], sums));
            }
        }
    }
}

/// How many answered each item, their sum and their sum of squares, in narrow numbers as [`Complete`] has them.
#[inline(always)]
fn item_sums(rows: &[[u8; WIDE]]) -> [(u32, u32, u32); ITEMS] {
    let mut out = [(0, 0, 0); ITEMS];
    for rows in rows.chunks(FIT as usize) {
        let (mut n, mut s, mut q) = ([0_u16; WIDE], [0_u16; WIDE], [0_u16; WIDE]);
        for row in rows {
            let x = row.map(u16::from);
            for i in 0..WIDE {
                n[i] += u16::from(x[i] != u16::from(MISSING));
                s[i] += x[i];
                q[i] += x[i] * x[i];
            }
        }
        for (i, out) in out.iter_mut().enumerate() {
            *out = (out.0 + u32::from(n[i]), out.1 + u32::from(s[i]), out.2 + u32::from(q[i]));
        }
    }
    out
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
    #[inline(always)]
    fn add(&mut self, row: &[u8; WIDE]) {
        let x = row.map(u16::from);
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
