//! Where a partnership can be: a place of the tree, or one that is not listed yet and is typed in.

/// The states and territories a school can be in: postal code, name, and the zone most of its people
/// live in, which a partnership may change. Source: USPS codes; zones of the IANA database.
pub const STATES: &[(&str, &str, &str)] = &[
    ("AL", "Alabama", "America/Chicago"),
    ("AK", "Alaska", "America/Anchorage"),
    ("AS", "American Samoa", "Pacific/Pago_Pago"),
    ("AZ", "Arizona", "America/Phoenix"),
    ("AR", "Arkansas", "America/Chicago"),
    ("CA", "California", "America/Los_Angeles"),
    ("CO", "Colorado", "America/Denver"),
    ("CT", "Connecticut", "America/New_York"),
    ("DE", "Delaware", "America/New_York"),
    ("DC", "District of Columbia", "America/New_York"),
    ("FL", "Florida", "America/New_York"),
    ("GA", "Georgia", "America/New_York"),
    ("GU", "Guam", "Pacific/Guam"),
    ("HI", "Hawaii", "Pacific/Honolulu"),
    ("ID", "Idaho", "America/Boise"),
    ("IL", "Illinois", "America/Chicago"),
    ("IN", "Indiana", "America/Indiana/Indianapolis"),
    ("IA", "Iowa", "America/Chicago"),
    ("KS", "Kansas", "America/Chicago"),
    ("KY", "Kentucky", "America/New_York"),
    ("LA", "Louisiana", "America/Chicago"),
    ("ME", "Maine", "America/New_York"),
    ("MD", "Maryland", "America/New_York"),
    ("MA", "Massachusetts", "America/New_York"),
    ("MI", "Michigan", "America/Detroit"),
    ("MN", "Minnesota", "America/Chicago"),
    ("MS", "Mississippi", "America/Chicago"),
    ("MO", "Missouri", "America/Chicago"),
    ("MT", "Montana", "America/Denver"),
    ("NE", "Nebraska", "America/Chicago"),
    ("NV", "Nevada", "America/Los_Angeles"),
    ("NH", "New Hampshire", "America/New_York"),
    ("NJ", "New Jersey", "America/New_York"),
    ("NM", "New Mexico", "America/Denver"),
    ("NY", "New York", "America/New_York"),
    ("NC", "North Carolina", "America/New_York"),
    ("ND", "North Dakota", "America/Chicago"),
    ("MP", "Northern Mariana Islands", "Pacific/Saipan"),
    ("OH", "Ohio", "America/New_York"),
    ("OK", "Oklahoma", "America/Chicago"),
    ("OR", "Oregon", "America/Los_Angeles"),
    ("PA", "Pennsylvania", "America/New_York"),
    ("PR", "Puerto Rico", "America/Puerto_Rico"),
    ("RI", "Rhode Island", "America/New_York"),
    ("SC", "South Carolina", "America/New_York"),
    ("SD", "South Dakota", "America/Chicago"),
    ("TN", "Tennessee", "America/Chicago"),
    ("TX", "Texas", "America/Chicago"),
    ("UT", "Utah", "America/Denver"),
    ("VT", "Vermont", "America/New_York"),
    ("VI", "Virgin Islands", "America/St_Thomas"),
    ("VA", "Virginia", "America/New_York"),
    ("WA", "Washington", "America/Los_Angeles"),
    ("WV", "West Virginia", "America/New_York"),
    ("WI", "Wisconsin", "America/Chicago"),
    ("WY", "Wyoming", "America/Denver"),
];

/// What a place somebody types in can be.
pub const KINDS: &[&str] = &["charter", "college", "county", "district", "preschool", "school"];

/// The zone most people of a state live in.
pub fn zone_of(state: &str) -> Option<&'static str> {
    STATES.iter().find(|(code, ..)| *code == state).map(|(_, _, zone)| *zone)
}

/// A place as somebody named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// One of the tree.
    Listed(uuid::Uuid),
    /// One that is not in the tree. It is seen by the partnership alone until the operator lists it.
    Typed {
        /// One of [`KINDS`].
        kind: &'static str,
        /// Its name.
        name: String,
        /// Its state's postal code.
        state: &'static str,
    },
}

/// A place of the tree, as it is offered.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Its id.
    pub id: uuid::Uuid,
    /// "Riverside Unified (Riverside County, CA)".
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_zone_that_is_known() {
        for (code, name, zone) in STATES {
            assert!(jiff::tz::TimeZone::get(zone).is_ok(), "{name} is in {zone}");
            assert_eq!(zone_of(code), Some(*zone));
        }
        assert_eq!(zone_of("XX"), None);
    }
}
