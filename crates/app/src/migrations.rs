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
];
