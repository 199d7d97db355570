//! The first step: the district's own numbers beside what studies found, with their limits, and who does what today in
//! teaching and learning. It prints on one page, and each must-agree side accepts it as a whole.

pub mod commands;
mod numbers;
mod store;
#[cfg(test)]
mod tests;
mod web;

use uuid::Uuid;
use words::Words;

use crate::error::Refusal;

pub use web::routes;

/// The longest own answer to a key question, and the longest finding of a study.
pub const TEXT_MOST: usize = 1_200;
/// So many numbers at once, and on the whole sheet.
pub const ROWS_MOST: usize = 100;

/// Whom a number is about, which decides how few are too few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum People {
    /// Students or families.
    Students,
    /// People who work in the schools.
    Staff,
}

impl People {
    /// Both.
    pub const ALL: &[Self] = &[Self::Staff, Self::Students];

    /// The word in the table and in a file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Staff => "staff",
        }
    }

    /// Of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }

    /// In words.
    pub fn say(self, w: &Words) -> &'static str {
        match self {
            Self::Students => w.case_people_students(),
            Self::Staff => w.case_people_staff(),
        }
    }
}

/// One number of the district's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its id; nil while it is not kept.
    pub id: Uuid,
    /// What was measured.
    pub name: String,
    /// When.
    pub period: String,
    /// The number, as it is shown.
    pub value: String,
    /// Of what: percent, days.
    pub unit: String,
    /// Whom it is about.
    pub people: People,
    /// About how many.
    pub counted: Option<i64>,
    /// Where it comes from.
    pub source: String,
    /// What to know about it.
    pub note: String,
}

/// A study that was chosen.
#[derive(Debug, Clone)]
pub struct Study {
    /// Its id.
    pub id: Uuid,
    /// One of ours.
    pub code: Option<String>,
    /// Where to find it.
    pub citation: String,
    /// What it found, in plain words.
    pub finding: String,
}

/// A study we know: how it is cited and, where an address that lasts was found and checked, that address.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// How it is called in the table.
    pub code: &'static str,
    /// Who, when, where.
    pub cited: &'static str,
    /// A DOI, or the record of it in ERIC, the public catalogue of the U.S. Department of Education.
    pub link: Option<&'static str>,
}

/// The studies we know. What they found and their limits stand in the words.
/// Source: the reading list of the framework; all of them are observational. Of the working paper no public copy is
/// known; the DOI of the last could not be checked, so neither has a link.
pub const STUDIES: &[Known] = &[
    Known {
        code: "ilr-2016",
        cited: "Rubinstein, S. A., & McCarthy, J. E. (2016). ILR Review, 69(5), 1114-1132.",
        link: Some("https://doi.org/10.1177/0019793916660508"),
    },
    Known {
        code: "cap-2014",
        cited: "Rubinstein, S. A., & McCarthy, J. E. (2014). Center for American Progress.",
        link: Some("https://eric.ed.gov/?id=ED561086"),
    },
    Known {
        code: "paper-2017",
        cited: "McCarthy, J. E., & Rubinstein, S. A. (2017). Working paper.",
        link: None,
    },
    Known {
        code: "bjir-2019",
        cited: "McCarthy, J. E. (2019). British Journal of Industrial Relations, 57(1), 182-201.",
        link: Some("https://doi.org/10.1111/bjir.12417"),
    },
    Known {
        code: "leaders",
        cited: "Grissom, J. A., & Andersen, S. Why superintendents turn over. American Educational Research Journal.",
        link: None,
    },
];

/// The study of this code.
pub fn known(code: &str) -> Option<&'static Known> {
    STUDIES.iter().find(|one| one.code == code)
}

/// What a study of ours found, and what it cannot say.
pub fn finding(w: &Words, code: &str) -> (&'static str, &'static str) {
    match code {
        "ilr-2016" => (w.case_study_ilr(), w.case_study_ilr_limits()),
        "cap-2014" => (w.case_study_cap(), w.case_study_cap_limits()),
        "paper-2017" => (w.case_study_paper(), w.case_study_paper_limits()),
        "bjir-2019" => (w.case_study_bjir(), w.case_study_bjir_limits()),
        _ => (w.case_study_leaders(), w.case_study_leaders_limits()),
    }
}

/// The areas of teaching and learning that are always asked about.
pub const AREAS: &[&str] = &["curriculum", "data", "learning", "mentoring"];

/// An area in words; a partnership's own area is called as it was written.
pub fn area(w: &Words, area: &str) -> String {
    match area {
        "curriculum" => w.case_area_curriculum().to_owned(),
        "data" => w.case_area_data().to_owned(),
        "learning" => w.case_area_learning().to_owned(),
        "mentoring" => w.case_area_mentoring().to_owned(),
        own => own.to_owned(),
    }
}

/// Who does it today.
pub const WHO: &[&str] = &["administration", "association", "together", "nobody"];

/// Who, in words, with the partnership's own word for the employees' organization.
pub fn who(w: &Words, who: &str) -> String {
    match who {
        "administration" => w.case_who_administration().to_owned(),
        "association" => w.term_union_the().to_owned(),
        "together" => w.case_who_together().to_owned(),
        _ => w.case_who_nobody().to_owned(),
    }
}

/// The key questions, with room for an own answer.
pub const QUESTIONS: &[&str] = &["numbers", "research", "roles"];

/// A key question in words.
pub fn question(w: &Words, question: &str) -> &'static str {
    match question {
        "numbers" => w.case_question_numbers(),
        "research" => w.case_question_research(),
        _ => w.case_question_roles(),
    }
}

/// What is wrong with one place of a number or of a file of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing stands there.
    Empty,
    /// It is longer than a line.
    Long,
    /// It is no number.
    NotNumber,
    /// Neither staff nor students.
    People,
    /// So few people that somebody could be known.
    TooFew,
    /// A column that is not known.
    Column,
}

/// Why something cannot stand on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// A field of one number.
    Field(&'static str, Why),
    /// A place in the file: line, column, and what is wrong.
    Place(u64, String, Why),
    /// A line that is not made like the first.
    Line(u64),
    /// Nothing to add.
    Nothing,
    /// More than the sheet holds.
    TooMany,
    /// Not one of the choices.
    Choice(&'static str),
    /// There is nothing to agree on yet.
    Blank,
}

fn why(w: &Words, why: Why) -> &'static str {
    match why {
        Why::Empty => w.case_no_empty(),
        Why::Long => w.case_no_long(),
        Why::NotNumber => w.case_no_number(),
        Why::People => w.case_no_people(),
        Why::TooFew => w.case_no_few(),
        Why::Column => w.case_no_column(),
    }
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Field(_, what) => why(w, *what).to_owned(),
            Self::Place(line, column, what) => w.case_no_place(column, *line, why(w, *what)),
            Self::Line(line) => w.case_no_line(*line),
            Self::Nothing => w.case_no_nothing().to_owned(),
            Self::TooMany => w.case_no_many().to_owned(),
            Self::Choice(_) => w.case_no_choice().to_owned(),
            Self::Blank => w.case_no_blank().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Field(field, _) | Self::Choice(field) => Some(field),
            Self::Place(..) | Self::Line(_) | Self::Nothing | Self::TooMany => Some("csv"),
            Self::Blank => None,
        }
    }
}
