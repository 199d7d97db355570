//! How proof and tags are read from what people type: one proof a line, tags with commas.

use super::No;

/// The most proofs one entry has.
pub const EVIDENCE_MOST: usize = 8;
/// The most tags one entry has.
const TAGS_MOST: usize = 6;
/// The longest tag.
const TAG_LONGEST: usize = 30;
/// The longest proof.
const LINE_LONGEST: usize = 400;

/// Where an entry can be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// An act in the joint record, by its number.
    Record(i64),
    /// A page of this partnership, below its own address: `decisions/…`, `meetings/…`.
    Page(String),
    /// A page elsewhere, over https.
    Address(String),
    /// A measure, in words: "turnover 2025-26: 14%".
    Measure(String),
}

impl Evidence {
    /// The word in the table.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Record(_) => "record",
            Self::Page(_) => "page",
            Self::Address(_) => "address",
            Self::Measure(_) => "measure",
        }
    }

    /// What stands beside the word.
    pub fn target(&self) -> String {
        match self {
            Self::Record(number) => number.to_string(),
            Self::Page(target) | Self::Address(target) | Self::Measure(target) => target.clone(),
        }
    }

    /// From the table.
    pub fn from_parts(code: &str, target: &str) -> Option<Self> {
        match code {
            "record" => target.parse().ok().map(Self::Record),
            "page" => Some(Self::Page(target.to_owned())),
            "address" => Some(Self::Address(target.to_owned())),
            "measure" => Some(Self::Measure(target.to_owned())),
            _ => None,
        }
    }

    /// The line as somebody would type it; `home` is the partnership's own address.
    pub fn typed(&self, home: &str) -> String {
        match self {
            Self::Record(number) => format!("record {number}"),
            Self::Page(page) => format!("{home}/{page}"),
            Self::Address(address) => address.clone(),
            Self::Measure(words) => words.clone(),
        }
    }
}

/// Reads the lines of proof. `home` is the partnership's own address: a link to one of its pages is kept
/// as that page, so that it holds when the server's name changes.
pub fn evidence(typed: &str, home: &str) -> Result<Vec<Evidence>, No> {
    let lines = typed.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty());
    let found: Vec<Evidence> =
        lines.map(|(at, line)| one(line, home).ok_or(No::Evidence(at + 1))).collect::<Result<_, _>>()?;
    if found.len() > EVIDENCE_MOST { Err(No::TooMuchEvidence) } else { Ok(found) }
}

fn one(line: &str, home: &str) -> Option<Evidence> {
    if line.chars().count() > LINE_LONGEST || line.chars().any(char::is_control) {
        return None;
    }
    if let Some(number) = record_number(line) {
        return Some(Evidence::Record(number));
    }
    if let Some(page) = line.strip_prefix(home).and_then(|rest| rest.strip_prefix('/')) {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-/_".contains(c);
        return (!page.is_empty() && page.chars().all(plain)).then(|| Evidence::Page(page.to_owned()));
    }
    if line.contains("://") {
        let rest = line.strip_prefix("https://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let good = host.contains('.') && !host.contains('@') && !line.contains(char::is_whitespace);
        return good.then(|| Evidence::Address(line.to_owned()));
    }
    // Words without a figure say nothing that could be checked.
    line.contains(|c: char| c.is_ascii_digit()).then(|| Evidence::Measure(line.to_owned()))
}

/// `143`, `record 143`, `record no. 143`, `registro n.º 143`.
fn record_number(line: &str) -> Option<i64> {
    let lower = line.to_lowercase();
    let mut rest = lower.as_str();
    for word in ["record", "registro", "no.", "n.º", "n.°", "nº", "#"] {
        rest = rest.trim_start().strip_prefix(word).unwrap_or(rest);
    }
    rest.trim().parse().ok().filter(|number| *number > 0)
}

/// Reads tags: short words with commas, in lower case, each once.
pub fn tags(typed: &str) -> Result<Vec<String>, No> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split(',') {
        let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let long = tags.iter().any(|tag| tag.chars().count() > TAG_LONGEST || tag.chars().any(char::is_control));
    if tags.len() > TAGS_MOST || long { Err(No::Tags) } else { Ok(tags) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "https://concord.example/p/1";

    #[test]
    fn each_line_of_proof_is_one_of_four_things() {
        let table: &[(&str, Option<Evidence>)] = &[
            ("143", Some(Evidence::Record(143))),
            ("record 143", Some(Evidence::Record(143))),
            ("Record no. 143", Some(Evidence::Record(143))),
            ("registro n.º 143", Some(Evidence::Record(143))),
            ("https://concord.example/p/1/decisions/abc", Some(Evidence::Page("decisions/abc".into()))),
            ("https://concord.example/p/1/", None),
            ("https://concord.example/p/1/x\"y", None),
            (
                "https://example.org/report.pdf",
                Some(Evidence::Address("https://example.org/report.pdf".into())),
            ),
            ("http://example.org/", None),
            ("javascript://example.org/%0aalert(1)", None),
            ("https://user@example.org/", None),
            ("https://nowhere", None),
            ("turnover 2025-26: 14%", Some(Evidence::Measure("turnover 2025-26: 14%".into()))),
            ("everybody says so", None),
            ("record -3", Some(Evidence::Measure("record -3".into()))),
        ];
        for (line, is) in table {
            let read = evidence(line, HOME);
            match is {
                Some(one) => assert_eq!(read, Ok(vec![one.clone()]), "{line}"),
                None => assert_eq!(read, Err(No::Evidence(1)), "{line}"),
            }
        }
    }

    #[test]
    fn a_bad_line_is_named_and_too_many_are_too_many() {
        assert_eq!(evidence("1\n\nnonsense\n2", HOME), Err(No::Evidence(3)));
        assert_eq!(evidence(&"7\n".repeat(EVIDENCE_MOST), HOME).map(|all| all.len()), Ok(EVIDENCE_MOST));
        assert_eq!(evidence(&"7\n".repeat(EVIDENCE_MOST + 1), HOME), Err(No::TooMuchEvidence));
        assert_eq!(evidence("  \n ", HOME), Ok(Vec::new()));
    }

    #[test]
    fn what_is_kept_reads_the_same_when_it_is_typed_again() {
        for line in ["143", "https://concord.example/p/1/meetings/2", "https://a.example/b", "12 of 14 rooms"]
        {
            let read = evidence(line, HOME).unwrap();
            assert_eq!(evidence(&read[0].typed(HOME), HOME).unwrap(), read);
            assert_eq!(Evidence::from_parts(read[0].code(), &read[0].target()), Some(read[0].clone()));
        }
    }

    #[test]
    fn tags_are_few_short_and_each_once() {
        assert_eq!(
            tags("Mentoring,  new  teachers, mentoring,"),
            Ok(vec!["mentoring".into(), "new teachers".into()])
        );
        assert_eq!(tags("a,b,c,d,e,f,g"), Err(No::Tags));
        assert_eq!(tags(&"x".repeat(TAG_LONGEST + 1)), Err(No::Tags));
        assert_eq!(tags(""), Ok(Vec::new()));
    }
}
