//! What somebody kept from an earlier day: a checkpoint file, a receipt, or number and code from a printed
//! page. Only such a thing from outside the file can show that history was cut short or rewritten with the
//! real key.

use crate::checkpoint::Checkpoint;
use crate::code::CopiedCode;
use crate::receipt::Receipt;
use std::str::FromStr;
use uuid::Uuid;

/// Evidence of how a record stood on an earlier day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// A signed checkpoint.
    Checkpoint(Checkpoint),
    /// Number and code from paper, mail or a photograph.
    Printed(Printed),
    /// A receipt for one entry.
    Receipt(Box<Receipt>),
}

/// "record no. 143 · code 7F3K", with the partnership if the page named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Whose record; without it the page can only be held against a file of one partnership.
    pub partnership: Option<Uuid>,
    /// The record number: entries up to and with this one make the code.
    pub number: u64,
    /// The code.
    pub code: CopiedCode,
}

/// The text is none of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is no checkpoint, no receipt, and not a number with its code. Write the last as \
     \"143 7F3K\" or \"PARTNERSHIP-ID 143 7F3K-92MQ\""
)]
pub struct NotEarlier;

impl FromStr for Earlier {
    type Err = NotEarlier;

    /// Forgives what mail does to a text: CRLF line ends, blanks and empty lines around it.
    fn from_str(text: &str) -> Result<Earlier, NotEarlier> {
        let text = format!("{}\n", text.replace("\r\n", "\n").trim());
        let checkpoint = || text.parse().ok().map(Earlier::Checkpoint);
        let receipt = || text.parse().ok().map(|receipt| Earlier::Receipt(Box::new(receipt)));
        let printed = || printed(&text).map(Earlier::Printed);
        checkpoint().or_else(receipt).or_else(printed).ok_or(NotEarlier)
    }
}

/// `[partnership] number code`, the code's groups joined by a hyphen or apart.
fn printed(text: &str) -> Option<Printed> {
    let mut words = text.split_whitespace().peekable();
    let partnership = words.peek().and_then(|word| Uuid::try_parse(word).ok());
    if partnership.is_some() {
        words.next();
    }
    let number = words.next()?.parse().ok().filter(|number| *number > 0)?;
    let code = words.collect::<String>().parse().ok()?;
    Some(Printed { partnership, number, code })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_from_paper_is_understood_with_and_without_its_partnership() {
        let id = "01890000-0000-7000-8000-000000000001";
        for (text, partnership, code) in [
            ("143 7F3K", None, "7F3K"),
            (" 143  7f3k-92mq \n", None, "7F3K92MQ"),
            ("143 7F3K 92MQ", None, "7F3K92MQ"),
            (&format!("{id} 143 7F3K"), Some(id.parse().unwrap()), "7F3K"),
        ] {
            let Earlier::Printed(printed) = text.parse().unwrap() else { panic!("{text}") };
            assert_eq!((printed.partnership, printed.number), (partnership, 143), "{text}");
            assert_eq!(printed.code.to_string(), code);
        }
        for text in ["", "143", "0 7F3K", "x 143 7F3K", "143 7F", "-1 7F3K"] {
            assert_eq!(text.parse::<Earlier>(), Err(NotEarlier), "{text}");
        }
    }
}
