//! The second step: which groups and roles there are at each level, which ties stand between them, who is missing and who can
//! invite whom. Groups and roles only: a tie of a named person is never rated.

pub mod commands;
mod store;
#[cfg(test)]
mod tests;
mod web;

use uuid::Uuid;
use words::Words;

use crate::error::Refusal;

pub use store::groups;
pub use web::routes;

/// So many groups on one map.
pub const GROUPS_MOST: usize = 24;

/// The roles that the framework names, each with its level.
pub const ROLES: &[(&str, &str)] = &[
    ("district", "administration"),
    ("district", "association"),
    ("district", "board"),
    ("district", "community"),
    ("district", "parents"),
    ("school", "administrators"),
    ("school", "community"),
    ("school", "educators"),
    ("school", "parents"),
    ("school", "principal"),
    ("school", "students"),
    ("school", "support"),
];

/// The levels, the wider first.
pub const LEVELS: &[&str] = &["district", "school"];

/// A level in words.
pub fn level(w: &Words, level: &str) -> &'static str {
    match level {
        "district" => w.partners_level_district(),
        _ => w.partners_level_school(),
    }
}

/// A role in words.
pub fn role(w: &Words, role: &str) -> &'static str {
    match role {
        "administration" => w.partners_role_administration(),
        "administrators" => w.partners_role_administrators(),
        "association" => w.partners_role_association(),
        "board" => w.partners_role_board(),
        "community" => w.partners_role_community(),
        "educators" => w.partners_role_educators(),
        "parents" => w.partners_role_parents(),
        "principal" => w.partners_role_principal(),
        "students" => w.partners_role_students(),
        _ => w.partners_role_support(),
    }
}

/// How strong a tie is.
pub const STRENGTHS: &[&str] = &["none", "weak", "working", "strong"];

/// A strength in words.
pub fn strength(w: &Words, strength: &str) -> &'static str {
    match strength {
        "strong" => w.partners_strength_strong(),
        "weak" => w.partners_strength_weak(),
        "working" => w.partners_strength_working(),
        _ => w.partners_strength_none(),
    }
}

/// A group or role on the map.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its id.
    pub id: Uuid,
    /// District or school.
    pub level: String,
    /// One of [`ROLES`].
    pub role: String,
    /// What it is called.
    pub name: String,
    /// The party it belongs to.
    pub party: Option<Uuid>,
    /// The party that can invite it.
    pub inviter: Option<Uuid>,
}

/// The tie between two groups.
#[derive(Debug, Clone)]
pub struct Tie {
    /// One of them.
    pub one: Uuid,
    /// The other.
    pub two: Uuid,
    /// One of [`STRENGTHS`].
    pub strength: String,
}

/// The roles of a level that no group fills.
pub fn gaps(level: &str, groups: &[Group]) -> Vec<&'static str> {
    ROLES
        .iter()
        .filter(|(at, role)| *at == level && !groups.iter().any(|g| g.level == level && g.role == *role))
        .map(|(_, role)| *role)
        .collect()
}

/// Why something cannot stand on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// Not one of the choices.
    Choice(&'static str),
    /// A group has no tie to itself.
    Same,
    /// As many groups as a map holds.
    Enough,
    /// There is nothing to agree on yet.
    Blank,
}

impl Refusal for No {
    fn say(&self, w: &Words) -> String {
        match self {
            Self::Choice(_) => w.partners_no_choice(),
            Self::Same => w.partners_no_same(),
            Self::Enough => w.partners_no_enough(),
            Self::Blank => w.partners_no_blank(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Choice(field) => Some(field),
            Self::Same => Some("two"),
            Self::Enough => Some("name"),
            Self::Blank => None,
        }
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_gap_is_a_role_that_nobody_fills_at_that_level() {
        let group = |level: &str, role: &str| Group {
            id: Uuid::nil(),
            level: level.into(),
            role: role.into(),
            name: "x".into(),
            party: None,
            inviter: None,
        };
        let groups = [group("district", "board"), group("school", "parents"), group("school", "students")];
        assert_eq!(gaps("district", &groups), ["administration", "association", "community", "parents"]);
        assert_eq!(
            gaps("school", &groups),
            ["administrators", "community", "educators", "principal", "support"]
        );
    }
}
