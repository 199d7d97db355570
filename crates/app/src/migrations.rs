//! The migrations, in the order they run. A released file is never changed: a test and the table of
//! checksums both say so.

use db::Migration;

/// All of them.
pub const ALL: &[Migration] = &[
    Migration { name: "0001_house", sql: include_str!("../migrations/0001_house.sql") },
    Migration { name: "0002_people", sql: include_str!("../migrations/0002_people.sql") },
    Migration { name: "0003_sites", sql: include_str!("../migrations/0003_sites.sql") },
    Migration { name: "0004_partnerships", sql: include_str!("../migrations/0004_partnerships.sql") },
    Migration { name: "0005_record", sql: include_str!("../migrations/0005_record.sql") },
    Migration { name: "0006_invitations", sql: include_str!("../migrations/0006_invitations.sql") },
    Migration { name: "0007_commitment", sql: include_str!("../migrations/0007_commitment.sql") },
    Migration { name: "0008_membership", sql: include_str!("../migrations/0008_membership.sql") },
    Migration { name: "0009_cycle", sql: include_str!("../migrations/0009_cycle.sql") },
    Migration { name: "0010_readiness", sql: include_str!("../migrations/0010_readiness.sql") },
    Migration { name: "0011_acceptance", sql: include_str!("../migrations/0011_acceptance.sql") },
    Migration { name: "0012_decision", sql: include_str!("../migrations/0012_decision.sql") },
    Migration { name: "0013_meeting", sql: include_str!("../migrations/0013_meeting.sql") },
    Migration { name: "0014_team", sql: include_str!("../migrations/0014_team.sql") },
    Migration { name: "0015_reflect", sql: include_str!("../migrations/0015_reflect.sql") },
    Migration { name: "0016_crisis", sql: include_str!("../migrations/0016_crisis.sql") },
    Migration { name: "0017_prepare", sql: include_str!("../migrations/0017_prepare.sql") },
    Migration { name: "0018_home", sql: include_str!("../migrations/0018_home.sql") },
    Migration { name: "0019_walls", sql: include_str!("../migrations/0019_walls.sql") },
    Migration { name: "0020_scope", sql: include_str!("../migrations/0020_scope.sql") },
    Migration { name: "0021_carry", sql: include_str!("../migrations/0021_carry.sql") },
    Migration { name: "0022_site_page", sql: include_str!("../migrations/0022_site_page.sql") },
    Migration { name: "0023_commitment_look", sql: include_str!("../migrations/0023_commitment_look.sql") },
    Migration { name: "0024_lighter_acts", sql: include_str!("../migrations/0024_lighter_acts.sql") },
];

/// Those up to and with the one named: what a database of that age has.
pub fn up_to(newest: Option<&str>) -> &'static [Migration] {
    let count = newest.map_or(0, |name| ALL.iter().take_while(|m| m.name <= name).count());
    ALL.get(..count).unwrap_or(ALL)
}
