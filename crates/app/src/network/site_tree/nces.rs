//! The federal ids of places: LEAID for a district (7 digits: 2 of the state's FIPS code, 5 of its own)
//! and NCESSCH for a school (12 digits: its district's 7 and 5 more). There is no check digit, so length
//! and state are all that can be checked; a state's own code must not slip in as one.
//! Source: NCES Common Core of Data, file layouts (nces.ed.gov/ccd).

use words::Words;

use super::Kind;

/// States and territories by postal code, with the FIPS codes their ids begin with.
pub const STATES: &[(&str, &str)] = &[
    ("AL", "01"),
    ("AK", "02"),
    ("AZ", "04"),
    ("AR", "05"),
    ("CA", "06"),
    ("CO", "08"),
    ("CT", "09"),
    ("DE", "10"),
    ("DC", "11"),
    ("FL", "12"),
    ("GA", "13"),
    ("HI", "15"),
    ("ID", "16"),
    ("IL", "17"),
    ("IN", "18"),
    ("IA", "19"),
    ("KS", "20"),
    ("KY", "21"),
    ("LA", "22"),
    ("ME", "23"),
    ("MD", "24"),
    ("MA", "25"),
    ("MI", "26"),
    ("MN", "27"),
    ("MS", "28"),
    ("MO", "29"),
    ("MT", "30"),
    ("NE", "31"),
    ("NV", "32"),
    ("NH", "33"),
    ("NJ", "34"),
    ("NM", "35"),
    ("NY", "36"),
    ("NC", "37"),
    ("ND", "38"),
    ("OH", "39"),
    ("OK", "40"),
    ("OR", "41"),
    ("PA", "42"),
    ("RI", "44"),
    ("SC", "45"),
    ("SD", "46"),
    ("TN", "47"),
    ("TX", "48"),
    ("UT", "49"),
    ("VT", "50"),
    ("VA", "51"),
    ("WA", "53"),
    ("WV", "54"),
    ("WI", "55"),
    ("WY", "56"),
    ("DD", "58"),
    ("BI", "59"),
    ("AS", "60"),
    ("GU", "66"),
    ("MP", "69"),
    ("PR", "72"),
    ("VI", "78"),
];

/// An id that NCES could have given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nces {
    /// Its digits, leading zeros and all.
    pub digits: String,
    /// Whether a zero that a spreadsheet had dropped was put back.
    pub mended: bool,
}

/// Why text is not such an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Not only digits.
    NotDigits,
    /// Not as long as the ids of this kind of place.
    Length {
        /// How long it should be.
        wanted: usize,
        /// How long it is.
        found: usize,
    },
    /// It begins with a code that is not this state's.
    OtherState {
        /// What it should begin with.
        wanted: String,
    },
    /// A school's id must begin with its district's.
    OtherDistrict {
        /// What it should begin with.
        wanted: String,
    },
    /// NCES gives no ids to this kind of place.
    NoneForKind,
}

impl Wrong {
    /// What is wrong, for a page.
    pub fn say(&self, w: &Words) -> String {
        match self {
            Self::NotDigits => w.site_nces_not_digits().to_owned(),
            Self::Length { wanted, found } => w.site_nces_length(found, wanted),
            Self::OtherState { wanted } => w.site_nces_other_state(wanted),
            Self::OtherDistrict { wanted } => w.site_nces_other_district(wanted),
            Self::NoneForKind => w.site_nces_none_for_kind().to_owned(),
        }
    }
}

/// Reads an id for a place of this kind in this state, under a district whose id may be known.
///
/// One missing leading zero is put back (spreadsheets drop it), but only where the state's code really
/// begins with a zero and the result begins with it: a shorter code of the state's own never passes.
pub fn read(text: &str, kind: Kind, state: &str, district: Option<&str>) -> Result<Nces, Wrong> {
    let wanted = match kind {
        Kind::District | Kind::Charter => 7,
        Kind::School | Kind::Preschool => 12,
        Kind::State | Kind::County | Kind::College => return Err(Wrong::NoneForKind),
    };
    let typed = text.trim();
    if !typed.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Wrong::NotDigits);
    }
    let fips = STATES.iter().find(|(code, _)| *code == state).map(|(_, fips)| *fips);
    let drops_zero = fips.is_some_and(|fips| fips.starts_with('0'));
    let mended = typed.len() + 1 == wanted && drops_zero;
    let digits = if mended { format!("0{typed}") } else { typed.to_owned() };
    if digits.len() != wanted {
        return Err(Wrong::Length { wanted, found: typed.len() });
    }
    if let Some(fips) = fips.filter(|fips| !digits.starts_with(fips)) {
        return Err(Wrong::OtherState { wanted: fips.to_owned() });
    }
    if let (12, Some(district)) = (wanted, district)
        && !digits.starts_with(district)
    {
        return Err(Wrong::OtherDistrict { wanted: district.to_owned() });
    }
    Ok(Nces { digits, mended })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_by_kind_and_state() {
        let whole = |digits: &str| Ok(Nces { digits: digits.into(), mended: false });
        for (text, kind, state, district, wanted) in [
            ("0601620", Kind::District, "CA", None, whole("0601620")),
            ("601620", Kind::District, "CA", None, Ok(Nces { digits: "0601620".into(), mended: true })),
            ("060162000001", Kind::School, "CA", Some("0601620"), whole("060162000001")),
            (
                "060999900001",
                Kind::School,
                "CA",
                Some("0601620"),
                Err(Wrong::OtherDistrict { wanted: "0601620".into() }),
            ),
            ("3601620", Kind::District, "CA", None, Err(Wrong::OtherState { wanted: "06".into() })),
            ("75119", Kind::District, "CA", None, Err(Wrong::Length { wanted: 7, found: 5 })),
            ("360162", Kind::District, "NY", None, Err(Wrong::Length { wanted: 7, found: 6 })),
            ("06-0162", Kind::District, "CA", None, Err(Wrong::NotDigits)),
            ("0601620", Kind::County, "CA", None, Err(Wrong::NoneForKind)),
        ] {
            assert_eq!(read(text, kind, state, district), wanted, "{text} {kind:?} {state}");
        }
    }

    #[test]
    fn a_six_digit_code_of_the_states_own_is_not_padded_into_another_states_id() {
        assert!(read("751190", Kind::District, "CA", None).is_err());
    }
}
