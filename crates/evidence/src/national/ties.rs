//! Eight network measures of every school, and betweenness where asked for, from bits: a row of ties is a few words, a
//! shared neighbour one AND and one count.

use super::betweenness::Brandes;
use crate::error::{Error, Result};
use crate::frame::parquet::ParquetFile;
use crate::network::{Permitted, permitted};
use crate::numeric::summary;
use crate::vector::Named;
use rayon::prelude::*;
use serde::Serialize;
use std::path::Path;

/// The role that makes a person management.
pub(super) const MANAGEMENT: i32 = 2;
/// Ties of this frequency and more are strong.
const STRONG: i32 = 3;
const NOBODY: u32 = u32::MAX;

/// Everybody, by number: the school, the place in it, the side, whether they answered.
pub struct Roster {
    /// Each person's school.
    pub(super) school: Vec<i32>,
    /// Each school's staff.
    pub(super) sizes: Vec<u32>,
    pub(super) left: Vec<u8>,
    place: Vec<u32>,
    management: Vec<bool>,
    answered: Vec<bool>,
    /// Where each school's people begin when sorted by school and place.
    starts: Vec<usize>,
    by_school: Vec<u32>,
}

impl Roster {
    /// Reads `staff.parquet` (staff_id, school_id, role, left); `respondents` are the numbers of those who answered.
    ///
    /// # Errors
    /// A column is missing or broken; staff or schools are not numbered as expected.
    pub fn read(directory: &Path, schools: usize, respondents: &[i32]) -> Result<Self> {
        let path = directory.join("staff.parquet");
        let file = ParquetFile::open(&path)?;
        let columns = ["staff_id", "school_id", "role", "left"]
            .par_iter()
            .map(|name| {
                let place = file.place(name)?;
                Ok((0..file.groups()).map(|g| file.whole(g, place)).collect::<Result<Vec<_>>>()?.concat())
            })
            .collect::<Result<Vec<Vec<i32>>>>()?;
        let n = columns[0].len();
        let odd = |row: usize, what: &str| {
            Error::question(format!("{}: {what} in row {}", path.display(), row + 1))
        };
        let mut roster = Self {
            school: vec![0; n],
            sizes: vec![0; schools],
            left: vec![0; n],
            place: vec![NOBODY; n],
            management: vec![false; n],
            answered: vec![false; n],
            starts: Vec::new(),
            by_school: vec![0; n],
        };
        for (row, id) in columns[0].iter().enumerate() {
            let person = usize::try_from(*id).ok().filter(|p| *p < n);
            let person =
                person.ok_or_else(|| odd(row, "staff_id is not a number from 0 to the number of staff"))?;
            let school = usize::try_from(columns[1][row]).ok().filter(|s| *s < schools);
            let school = school.ok_or_else(|| odd(row, "school_id is not in schools.parquet"))?;
            if roster.place[person] != NOBODY {
                return Err(odd(row, "staff_id stands twice"));
            }
            roster.place[person] = roster.sizes[school];
            roster.sizes[school] += 1;
            roster.school[person] = school as i32;
            roster.management[person] = columns[2][row] == MANAGEMENT;
            roster.left[person] = u8::from(columns[3][row] == 1);
        }
        for &r in respondents {
            let person = usize::try_from(r).ok().filter(|p| *p < n);
            let person = person
                .ok_or_else(|| Error::question(format!("survey_wide: staff_id {r} is not on the roster")))?;
            roster.answered[person] = true;
        }
        let mut at = 0;
        for size in &roster.sizes {
            roster.starts.push(at);
            at += *size as usize;
        }
        for person in 0..n {
            let place = roster.starts[roster.school[person] as usize] + roster.place[person] as usize;
            roster.by_school[place] = person as u32;
        }
        Ok(roster)
    }

    /// Number of people.
    #[must_use]
    pub fn staff(&self) -> usize {
        self.school.len()
    }
}

/// The measures of one school's network, over respondents' possible ties.
#[derive(Debug, Clone, Copy, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/national.schema.json, which tells each")]
pub struct SchoolNetwork {
    pub school: i32,
    pub staff: u32,
    pub respondents: u32,
    pub ties: u32,
    pub density: f64,
    pub strong_share: f64,
    pub reciprocity: f64,
    pub in_centralisation: f64,
    pub out_centralisation: f64,
    pub isolates: f64,
    pub transitivity: f64,
    pub ei: f64,
    pub betweenness_centralisation: f64,
}

/// A measure over schools.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys are those of docs/evidence/national.schema.json, which tells each")]
pub struct Spread {
    pub schools: usize,
    pub mean: f64,
    pub sd: f64,
    pub q25: f64,
    pub median: f64,
    pub q75: f64,
}

/// Of which schools betweenness is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Betweenness {
    /// Of none.
    None,
    /// Of those that answered enough for it to be told.
    WherePermitted,
    /// Of all, for measuring.
    Everywhere,
}

/// Who names whom, of some rows in file order.
#[derive(Default)]
struct Ties {
    school: Vec<i32>,
    from: Vec<i32>,
    to: Vec<i32>,
    frequency: Vec<i32>,
}

/// The networks of all schools in `edges.parquet` (school_id, src, dst, freq), sorted by school.
///
/// # Errors
/// A column is missing or broken; an edge names somebody not on the roster or of another school.
pub fn networks(directory: &Path, roster: &Roster, betweenness: Betweenness) -> Result<Vec<SchoolNetwork>> {
    let file = ParquetFile::open(&directory.join("edges.parquet"))?;
    let columns = [file.place("school_id")?, file.place("src")?, file.place("dst")?, file.place("freq")?];
    let parts = (0..file.groups())
        .into_par_iter()
        .map_init(Board::default, |board, group| {
            let ties = Ties {
                school: file.whole(group, columns[0])?,
                from: file.whole(group, columns[1])?,
                to: file.whole(group, columns[2])?,
                frequency: file.whole(group, columns[3])?,
            };
            part(&ties, roster, betweenness, board)
        })
        .collect::<Result<Vec<_>>>()?;
    let mut out = Vec::with_capacity(roster.sizes.len());
    let mut open = Ties::default();
    for (mut whole, ties) in parts {
        out.append(&mut whole);
        open.school.extend(ties.school);
        open.from.extend(ties.from);
        open.to.extend(ties.to);
        open.frequency.extend(ties.frequency);
    }
    let mut board = Board::default();
    for range in runs(&open.school) {
        out.push(board.measure(&open, range, roster, betweenness)?);
    }
    out.sort_by_key(|n| n.school);
    if let Some(pair) = out.windows(2).find(|w| w[0].school == w[1].school) {
        let what =
            format!("edges: school {} stands in two places; sort the file by school_id", pair[0].school);
        return Err(Error::question(what));
    }
    Ok(out)
}

fn runs(school: &[i32]) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < school.len() {
        let end = start + school[start..].iter().take_while(|s| **s == school[start]).count();
        out.push(start..end);
        start = end;
    }
    out
}

/// The schools that begin and end in a row group, measured, and the ties of the first and the last.
fn part(
    ties: &Ties,
    roster: &Roster,
    betweenness: Betweenness,
    board: &mut Board,
) -> Result<(Vec<SchoolNetwork>, Ties)> {
    let mut whole = Vec::new();
    let mut open = Ties::default();
    for range in runs(&ties.school) {
        if range.start > 0 && range.end < ties.school.len() {
            whole.push(board.measure(ties, range, roster, betweenness)?);
        } else {
            open.school.extend(&ties.school[range.clone()]);
            open.from.extend(&ties.from[range.clone()]);
            open.to.extend(&ties.to[range.clone()]);
            open.frequency.extend(&ties.frequency[range]);
        }
    }
    Ok((whole, open))
}

/// The bits of one school, kept to be used again.
#[derive(Default)]
struct Board {
    out: Vec<u64>,
    incoming: Vec<u64>,
    either: Vec<u64>,
    answered: Vec<u64>,
    management: Vec<u64>,
    brandes: Brandes,
}

fn count(words: impl Iterator<Item = u64>) -> u32 {
    words.map(u64::count_ones).sum()
}

pub(super) fn both<'a>(a: &'a [u64], b: &'a [u64]) -> impl Iterator<Item = u64> + 'a {
    a.iter().zip(b).map(|(x, y)| x & y)
}

impl Board {
    fn measure(
        &mut self,
        ties: &Ties,
        rows: std::ops::Range<usize>,
        roster: &Roster,
        betweenness: Betweenness,
    ) -> Result<SchoolNetwork> {
        let school = ties.school[rows.start];
        let n = usize::try_from(school).ok().and_then(|s| roster.sizes.get(s)).map_or(0, |n| *n as usize);
        let words = n.div_ceil(64).max(1);
        self.clear(school, n, words, roster);
        let (mut strong, mut m) = (0_u32, 0_u32);
        for row in rows {
            let place = |person: i32| {
                let p = usize::try_from(person).ok().filter(|p| roster.school.get(*p) == Some(&school));
                p.map(|p| (p, roster.place[p] as usize)).ok_or_else(|| {
                    Error::question(format!(
                        "edges: row {} names {person}, who is not of school {school}",
                        row + 1
                    ))
                })
            };
            let ((person, i), (_, j)) = (place(ties.from[row])?, place(ties.to[row])?);
            let word = &mut self.out[i * words + j / 64];
            let bit = 1 << (j % 64);
            if i != j && roster.answered[person] && ties.frequency[row] > 0 && *word & bit == 0 {
                *word |= bit;
                self.incoming[j * words + i / 64] |= 1 << (i % 64);
                m += 1;
                strong += u32::from(ties.frequency[row] >= STRONG);
            }
        }
        Ok(self.measures(school, n, words, m, strong, betweenness))
    }

    fn clear(&mut self, school: i32, n: usize, words: usize, roster: &Roster) {
        for bits in [&mut self.out, &mut self.incoming, &mut self.either] {
            bits.clear();
            bits.resize(n * words, 0);
        }
        for bits in [&mut self.answered, &mut self.management] {
            bits.clear();
            bits.resize(words, 0);
        }
        if n > 0 {
            let start = roster.starts[school as usize];
            for (i, &person) in roster.by_school[start..start + n].iter().enumerate() {
                let bit = 1 << (i % 64);
                self.answered[i / 64] |= if roster.answered[person as usize] { bit } else { 0 };
                self.management[i / 64] |= if roster.management[person as usize] { bit } else { 0 };
            }
        }
    }

    fn measures(
        &mut self,
        school: i32,
        n: usize,
        words: usize,
        m: u32,
        strong: u32,
        betweenness: Betweenness,
    ) -> SchoolNetwork {
        let respondents = count(self.answered.iter().copied());
        let (nf, rf, mf) = (n as f64, f64::from(respondents), f64::from(m));
        let (mut returned, mut among) = (0, 0);
        let (mut rates, mut highest_rate, mut sent, mut most_sent) = (0.0, 0.0_f64, 0.0, 0.0_f64);
        let (mut isolates, mut external) = (0_u32, 0_u32);
        let (mut triangles, mut triples) = (0_u64, 0_u64);
        for i in 0..n {
            let at = i * words..(i + 1) * words;
            let (out, incoming) = (&self.out[at.clone()], &self.incoming[at.clone()]);
            let answers = self.answered[i / 64] >> (i % 64) & 1 == 1;
            let rate = f64::from(count(incoming.iter().copied())) / (rf - f64::from(u8::from(answers)));
            rates += rate;
            highest_rate = highest_rate.max(rate);
            if !answers {
                continue;
            }
            let degree = count(out.iter().copied());
            sent += f64::from(degree);
            most_sent = most_sent.max(f64::from(degree));
            isolates += u32::from(degree == 0 && rate == 0.0);
            returned += count(out.iter().zip(incoming).zip(&self.answered).map(|((o, i), a)| o & i & a));
            among += count(both(out, &self.answered));
            let to_management = count(both(out, &self.management));
            let manages = self.management[i / 64] >> (i % 64) & 1 == 1;
            external += if manages { degree - to_management } else { to_management };
            let either = &mut self.either[at];
            for (w, e) in either.iter_mut().enumerate() {
                *e = (out[w] | incoming[w]) & self.answered[w];
            }
            let d = u64::from(count(either.iter().copied()));
            triples += d * d.saturating_sub(1) / 2;
        }
        for i in 0..n {
            let mine = &self.either[i * words..(i + 1) * words];
            // Each pair once: only later people.
            for w in i / 64..words {
                let mut later = mine[w]
                    & if w == i / 64 { (!0_u64).checked_shl(i as u32 % 64 + 1).unwrap_or(0) } else { !0 };
                while later != 0 {
                    let j = w * 64 + later.trailing_zeros() as usize;
                    later &= later - 1;
                    triangles += u64::from(count(both(mine, &self.either[j * words..(j + 1) * words])));
                }
            }
        }
        let internal = mf - f64::from(external);
        let wanted = match betweenness {
            Betweenness::None => false,
            Betweenness::WherePermitted => permitted(respondents as usize, n) == Permitted::All,
            Betweenness::Everywhere => true,
        };
        SchoolNetwork {
            school,
            staff: n as u32,
            respondents,
            ties: m,
            density: mf / (rf * (nf - 1.0)),
            strong_share: f64::from(strong) / mf,
            reciprocity: f64::from(returned) / f64::from(among),
            in_centralisation: (nf * highest_rate - rates) / (nf - 1.0),
            out_centralisation: (rf * most_sent - sent) / ((rf - 1.0) * (nf - 1.0)),
            isolates: f64::from(isolates) / rf,
            transitivity: triangles as f64 / triples as f64,
            ei: (f64::from(external) - internal) / mf,
            betweenness_centralisation: if wanted {
                self.brandes.centralisation(&self.out, n, words)
            } else {
                f64::NAN
            },
        }
    }
}

/// Each measure over the schools whose response rate permits it.
pub(super) fn summary(networks: &[SchoolNetwork]) -> Named<Spread> {
    use Permitted::{All, Density, DensityReciprocityEi as Band};
    type Measure = (&'static str, &'static [Permitted], fn(&SchoolNetwork) -> f64);
    let measures: [Measure; 8] = [
        ("density", &[All, Band, Density], |n| n.density),
        ("strong_share", &[All], |n| n.strong_share),
        ("reciprocity", &[All, Band], |n| n.reciprocity),
        ("in_centralisation", &[All], |n| n.in_centralisation),
        ("out_centralisation", &[All], |n| n.out_centralisation),
        ("isolates", &[All], |n| n.isolates),
        ("transitivity", &[All], |n| n.transitivity),
        ("EI", &[All, Band], |n| n.ei),
    ];
    let spread = |allowed: &[Permitted], of: fn(&SchoolNetwork) -> f64| {
        let permits =
            |n: &&SchoolNetwork| allowed.contains(&permitted(n.respondents as usize, n.staff as usize));
        let values: Vec<f64> = networks.iter().filter(permits).map(of).filter(|x| x.is_finite()).collect();
        let sorted = summary::sorted(&values);
        Spread {
            schools: values.len(),
            mean: summary::mean(&values),
            sd: summary::sd(&values),
            q25: summary::quantile_sorted(&sorted, 0.25),
            median: summary::quantile_sorted(&sorted, 0.5),
            q75: summary::quantile_sorted(&sorted, 0.75),
        }
    };
    Named(measures.iter().map(|(name, allowed, of)| ((*name).to_owned(), spread(allowed, *of))).collect())
}
