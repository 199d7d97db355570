//! The playbooks: first moves, roles, key questions for five groups, the sheet that says when to open,
//! limit and close, messages for families, and sheets for paper. Written in `content/playbooks`, the same
//! in each language, and readable by anybody without an account.

mod file;
#[cfg(test)]
mod tests;
mod web;

use std::sync::LazyLock;

use serde::Deserialize;
use words::Lang;

use super::Group;
use crate::error::{Error, broken};

pub use file::{at as at_or, counted};
pub use web::routes;

/// Which playbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// For what nobody foresaw.
    Blank,
    /// Buildings that were closed open again.
    Reopening,
    /// Weather and disaster.
    Weather,
}

impl Code {
    /// Every playbook, in the order in which they are offered: the blank one last.
    pub const ALL: &[Self] = &[Self::Reopening, Self::Weather, Self::Blank];

    /// The word in tables and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Reopening => "reopening",
            Self::Weather => "weather",
        }
    }

    /// The playbook of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

/// A playbook in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// Its name.
    pub title: String,
    /// When to use it.
    pub when: String,
    /// What to do in the first hour.
    pub first_hour: Vec<String>,
    /// What to do on the first day.
    pub first_day: Vec<String>,
    /// What to do in the first week.
    pub first_week: Vec<String>,
    /// The key questions of each group.
    group: Vec<Questions>,
    /// The rows of the sheet that says when to open, limit and close.
    #[serde(rename = "signal")]
    pub signals: Vec<Signal>,
    /// Messages to start from.
    #[serde(rename = "message")]
    pub messages: Vec<Message>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    code: String,
    questions: Vec<String>,
}

/// A row of the sheet: what is looked at, and the numbers at which things change.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// What is looked at.
    pub name: String,
    /// Where the number comes from, and when.
    pub source: String,
    /// The group that reads it, by its code.
    pub group: String,
    /// What the number counts.
    pub unit: String,
    /// `higher` when more is worse, `lower` when less is.
    pub worse: String,
    /// From here on we limit.
    pub limit: i64,
    /// From here on we close.
    pub close: i64,
}

/// A message for families: what is known, what is not, what is asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// What it is for.
    pub name: String,
    /// What we know.
    pub known: String,
    /// What we do not know yet.
    pub unknown: String,
    /// What we ask of you.
    pub ask: String,
}

/// What every playbook shares.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// Who does what.
    #[serde(rename = "role")]
    pub roles: Vec<Role>,
    /// Sheets for paper.
    #[serde(rename = "form")]
    pub forms: Vec<Sheet>,
}

/// Somebody's part in a crisis.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Who.
    pub name: String,
    /// What they do.
    pub does: String,
}

/// A sheet to fill in by hand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it is for.
    pub name: String,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Playbook {
    /// The key questions of a group, in their order.
    pub fn questions(&self, group: Group) -> &[String] {
        self.group.iter().find(|one| one.code == group.code()).map_or(&[], |one| one.questions.as_slice())
    }
}

macro_rules! written {
    ($name:literal, $lang:literal) => {
        include_str!(concat!("../../../../../content/playbooks/", $name, ".", $lang, ".toml"))
    };
}

fn source(code: Code, lang: Lang) -> &'static str {
    match (code, lang) {
        (Code::Blank, Lang::En) => written!("blank", "en"),
        (Code::Blank, Lang::Es) => written!("blank", "es"),
        (Code::Reopening, Lang::En) => written!("reopening", "en"),
        (Code::Reopening, Lang::Es) => written!("reopening", "es"),
        (Code::Weather, Lang::En) => written!("weather", "en"),
        (Code::Weather, Lang::Es) => written!("weather", "es"),
    }
}

fn shared(lang: Lang) -> &'static str {
    match lang {
        Lang::En => written!("common", "en"),
        Lang::Es => written!("common", "es"),
    }
}

type Read<T> = Result<T, toml::de::Error>;

static PLAYBOOKS: LazyLock<Vec<(Code, Lang, Read<Playbook>)>> = LazyLock::new(|| {
    let pairs = Code::ALL.iter().flat_map(|code| Lang::ALL.iter().map(move |lang| (*code, *lang)));
    pairs.map(|(code, lang)| (code, lang, toml::from_str(source(code, lang)))).collect()
});

static COMMON: LazyLock<Vec<(Lang, Read<Common>)>> =
    LazyLock::new(|| Lang::ALL.iter().map(|lang| (*lang, toml::from_str(shared(*lang)))).collect());

/// A playbook in a language. A file that cannot be read is a fault of the program, which a test finds.
pub fn of(code: Code, lang: Lang) -> Result<&'static Playbook, Error> {
    let found = PLAYBOOKS.iter().find(|one| one.0 == code && one.1 == lang);
    let (_, _, read) = found.ok_or_else(|| broken("a playbook without a file"))?;
    read.as_ref().map_err(|error| broken(format!("the playbook {}: {error}", code.code())))
}

/// What every playbook shares, in a language.
pub fn common(lang: Lang) -> Result<&'static Common, Error> {
    let found = COMMON.iter().find(|one| one.0 == lang);
    let (_, read) = found.ok_or_else(|| broken("no shared part of the playbooks"))?;
    read.as_ref().map_err(|error| broken(format!("the shared part of the playbooks: {error}")))
}
