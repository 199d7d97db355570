//! The texts of the guide and of the blank sheets, as they stand in `content/guide`, one file for each
//! language. They are inside the program, so that a server without a network can hand them out.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use words::Lang;

/// A chapter of the guide: one step, or what stands before and beside the steps.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::front) struct Chapter {
    /// Its code in addresses: `p1`.
    pub(in crate::front) code: String,
    /// Its name.
    pub(in crate::front) title: String,
    /// Why it is there, in two sentences.
    pub(in crate::front) why: String,
    /// What to ask.
    pub(in crate::front) questions: Vec<String>,
    /// What it looked like somewhere. Invented.
    pub(in crate::front) example: String,
    /// What you end up with.
    pub(in crate::front) end: String,
    /// When it is done.
    pub(in crate::front) done: String,
    /// How to do it in this program.
    pub(in crate::front) here: String,
    /// The page of a partnership where it is done.
    pub(in crate::front) page: String,
    /// The blank sheets that go with it.
    pub(in crate::front) paper: Vec<String>,
}

/// A blank sheet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::front) struct Tool {
    /// Its name in addresses.
    pub(in crate::front) name: String,
    /// Its title.
    pub(in crate::front) title: String,
    /// How to use it.
    #[serde(rename = "use")]
    pub(in crate::front) how: String,
    /// The chapters it goes with.
    pub(in crate::front) steps: Vec<String>,
    /// What stands on it, from top to bottom.
    pub(in crate::front) parts: Vec<Part>,
}

/// A part of a sheet.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::front) struct Part {
    /// What it asks.
    pub(in crate::front) title: String,
    /// What it says.
    pub(in crate::front) text: String,
    /// So many lines to write on.
    pub(in crate::front) lines: usize,
    /// Boxes to tick.
    pub(in crate::front) choices: Vec<String>,
    /// The columns of a table.
    pub(in crate::front) columns: Vec<String>,
    /// What stands in the first column of its rows.
    pub(in crate::front) rows: Vec<String>,
    /// So many empty rows below them.
    pub(in crate::front) blank: usize,
}

impl Part {
    /// The first cell of each row of its table.
    pub(in crate::front) fn firsts(&self) -> Vec<&str> {
        self.rows.iter().map(String::as_str).chain(std::iter::repeat_n("", self.blank)).collect()
    }

    /// The columns after the first.
    pub(in crate::front) fn others(&self) -> &[String] {
        self.columns.get(1..).unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Guide {
    page: Vec<Chapter>,
}

#[derive(Deserialize)]
struct Tools {
    tool: Vec<Tool>,
}

static EN: LazyLock<(Guide, Tools)> = LazyLock::new(|| {
    (
        read(include_str!("../../../../../content/guide/guide.en.toml")),
        read(include_str!("../../../../../content/guide/tools.en.toml")),
    )
});
static ES: LazyLock<(Guide, Tools)> = LazyLock::new(|| {
    (
        read(include_str!("../../../../../content/guide/guide.es.toml")),
        read(include_str!("../../../../../content/guide/tools.es.toml")),
    )
});

#[expect(clippy::expect_used, reason = "the texts are inside the program, and a test reads them all")]
fn read<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the guide's own texts")
}

fn texts(lang: Lang) -> &'static (Guide, Tools) {
    match lang {
        Lang::En => &EN,
        Lang::Es => &ES,
    }
}

/// The chapters, in the order of the path.
pub(in crate::front) fn chapters(lang: Lang) -> &'static [Chapter] {
    &texts(lang).0.page
}

/// The blank sheets.
pub(in crate::front) fn tools(lang: Lang) -> &'static [Tool] {
    &texts(lang).1.tool
}
