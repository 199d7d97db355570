//! The rules themselves: pure functions from a file to what is wrong in it. What is allowed by name is
//! allowed here, with its reason, and nowhere else.

use sha2::{Digest, Sha256};

use super::Finding;
use super::source::Source;

/// A rule for one file of Rust.
pub(super) type Rule = fn(&Source) -> Vec<Finding>;

pub(super) const ALL: &[Rule] = &[
    told_what_for,
    not_too_long,
    sql_in_store,
    stores_closed,
    routes_in_web,
    one_clock,
    commands_know_who,
    nothing_panics,
    nothing_silenced,
];

pub(super) const SQL: &str = "SQL stands in store.rs";
pub(super) const OPEN_STORE: &str = "a store is private to its folder";
pub(super) const FOREIGN_STORE: &str = "another folder's store is not ours to call";
pub(super) const ROUTE: &str = "routes are registered in web.rs";
pub(super) const CLOCK: &str = "clock and randomness come from site.rs";
pub(super) const NOBODY: &str = "a command takes a &Seat, or whoever else may do it";
pub(super) const PANIC: &str = "unwrap and expect are for tests, or #[expect] them with a reason";
pub(super) const SILENCED: &str = "say #[expect(…, reason)] instead of #[allow]";
const UNTOLD: &str = "the file begins with //! what it is for";
const LONG: &str = "more than 500 lines: one file tells one story";
const NO_KEY: &str = "a form that acts calls forms::keys";
const ACQUAINTED: &str = "this crate knows another crate of the house";
const UNHELD: &str = "the crate does not inherit the table of lints";

/// Files that register routes under another name, and why.
const ROUTES_ELSEWHERE: &[&str] = &[
    // The list of features asks each for its routes.
    "crates/app/src/features.rs",
    // The front door's public half; its web.rs would pass 250 lines.
    "crates/app/src/front/public.rs",
    // The house's own routes: `web/web.rs` would say less.
    "crates/app/src/web/house.rs",
    // Where the type is defined.
    "crates/app/src/web/routes.rs",
];

/// Files that may read a clock or make chance, what, and why.
const CLOCKS_ELSEWHERE: &[(&str, &str)] = &[
    // The one clock and the one source of chance.
    ("crates/app/src/site.rs", ""),
    // Measures how long an answer took; nothing depends on it.
    ("crates/app/src/web/layers.rs", "Instant::now"),
    // Measures how slowly a body comes.
    ("crates/app/src/web/body.rs", "Instant::now"),
    // Compares the machine's clock with the file system's; there is no site yet.
    ("crates/app/src/command/check.rs", ""),
    // Names a backup by the hour; there is no site yet.
    ("crates/app/src/command/migrate.rs", "Timestamp::now"),
];

/// Files that are long, and why.
const LONG_WITH_REASON: &[&str] = &[
    // The door's stories share one cast and one mail server; told apart they would repeat both.
    "crates/app/src/people/session/tests.rs",
    // One maker of rows for each private thing in the world of the permission sweep; each is short.
    "crates/app/src/testing/sweep/store.rs",
    // One list of the verbs of the statistics' command line, with what each reads and prints.
    "crates/evidence/src/command.rs",
];

const CLOCKS: &[&str] = &[
    "Timestamp::now",
    "Zoned::now",
    "SystemTime::now",
    "Instant::now",
    "getrandom::",
    "new_v4(",
    "now_v7(",
    "thread_rng",
    "rand::rng(",
    "rand::random",
    "OsRng",
    "from_os_rng",
];

/// Crates that are pure or know nothing of schools: none of them may know another.
const APART: &[&str] = &["agreement", "assets", "chart", "db", "evidence", "record", "words"];

pub(super) fn told_what_for(source: &Source) -> Vec<Finding> {
    if source.text.starts_with("//! ") { Vec::new() } else { vec![source.finding(1, UNTOLD)] }
}

pub(super) fn not_too_long(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().count();
    if lines > 500 && !LONG_WITH_REASON.contains(&source.path.as_str()) {
        vec![source.finding(lines, LONG)]
    } else {
        Vec::new()
    }
}

fn sql_in_store(source: &Source) -> Vec<Finding> {
    if !source.of_app() || source.name() == "store.rs" {
        return Vec::new();
    }
    source.where_(SQL, |line| line.contains("sql!("))
}

fn stores_closed(source: &Source) -> Vec<Finding> {
    if !source.of_app() {
        return Vec::new();
    }
    let open = source.where_(OPEN_STORE, |line| {
        let line = line.trim();
        line.starts_with("pub") && line.ends_with("mod store;")
    });
    let foreign = source.where_(FOREIGN_STORE, |line| {
        let before = line.split("::store").next().filter(|before| before.len() < line.len());
        let owner = before.and_then(|b| b.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next());
        owner.is_some_and(|o| !["super", "self", "crate"].contains(&o) && !source.folders().any(|f| f == o))
    });
    [open, foreign].concat()
}

fn routes_in_web(source: &Source) -> Vec<Finding> {
    let free = source.name() == "web.rs" || ROUTES_ELSEWHERE.contains(&source.path.as_str());
    if !source.of_app() || free {
        return Vec::new();
    }
    source.where_(ROUTE, |line| {
        line.contains("Routes::new()") || line.contains(".get(\"/") || line.contains(".post(\"/")
    })
}

fn one_clock(source: &Source) -> Vec<Finding> {
    if !source.of_app() {
        return Vec::new();
    }
    let allowed = |clock: &str| {
        CLOCKS_ELSEWHERE
            .iter()
            .any(|(path, what)| *path == source.path && (what.is_empty() || *what == clock))
    };
    source.where_(CLOCK, |line| CLOCKS.iter().any(|clock| line.contains(clock) && !allowed(clock)))
}

/// Who may be handed to a command: a seat; at the door the visitor; in one's own account the person; with
/// a link whoever holds it; at the command line the operator.
const WHO: &[&str] = &["&Seat", "&Actor", "&Operator", "&Person", "&Visitor"];

fn commands_know_who(source: &Source) -> Vec<Finding> {
    if !source.of_app() || source.name() != "commands.rs" {
        return Vec::new();
    }
    let lines: Vec<(usize, &str)> = source.program().collect();
    let heads = lines.iter().enumerate().filter(|(_, (_, line))| line.starts_with("pub async fn"));
    heads
        .filter_map(|(at, (line, _))| {
            let rest = lines.iter().skip(at).map(|(_, line)| *line);
            let mut head = String::new();
            for part in rest {
                head.push_str(part);
                if part.ends_with('{') {
                    break;
                }
            }
            let reads = head.contains("&mut Tx");
            let writes = !reads && (head.contains("&mut Act") || head.contains("&Site"));
            let known = WHO.iter().any(|who| head.contains(who));
            (writes && !known).then(|| source.finding(*line, NOBODY))
        })
        .collect()
}

fn nothing_panics(source: &Source) -> Vec<Finding> {
    if source.text.contains("#[expect(clippy::expect_used")
        || source.text.contains("#![expect(clippy::expect_used")
    {
        // Each use is then held by the compiler itself, which also says when an excuse is no longer needed.
        return source.where_(PANIC, |line| line.contains(".unwrap()"));
    }
    source.where_(PANIC, |line| line.contains(".unwrap()") || line.contains(".expect(\""))
}

fn nothing_silenced(source: &Source) -> Vec<Finding> {
    source.where_(SILENCED, |line| {
        let line = line.trim();
        (line.starts_with("#[allow(") || line.starts_with("#![allow(")) && !line.contains("reason = ")
    })
}

/// Every form that acts holds the key that makes it take effect once.
pub(super) fn forms_carry_keys(template: &Source) -> Vec<Finding> {
    // The style guide shows forms that lead nowhere.
    if template.name() == "styleguide.html" {
        return Vec::new();
    }
    let text = &template.text;
    text.match_indices("<form")
        .filter_map(|(at, _)| {
            let form = &text[at..];
            let form = &form[..form.find("</form>").unwrap_or(form.len())];
            let head = &form[..form.find('>').unwrap_or(form.len())];
            let keyed = form.contains("forms::keys(") || form.contains("name=\"_key\"");
            let line = text[..at].lines().count().max(1);
            (head.contains("method=\"post\"") && !keyed).then(|| template.finding(line, NO_KEY))
        })
        .collect()
}

/// The crates that stand apart stay strangers to one another, their build scripts included.
pub(super) fn strangers_to_one_another(manifest: &Source) -> Vec<Finding> {
    let own = manifest.folders().next_back().unwrap_or_default();
    if !manifest.is_manifest() || !APART.contains(&own) {
        return Vec::new();
    }
    let mut section = "";
    let mut found = Vec::new();
    for (at, line) in manifest.text.lines().enumerate() {
        if line.starts_with('[') {
            section = line;
        }
        let named = line.split(['.', ' ', '=']).next().unwrap_or_default();
        let depends = section == "[dependencies]" || section == "[build-dependencies]";
        if depends && (APART.contains(&named) || named == "app") {
            found.push(manifest.finding(at + 1, ACQUAINTED));
        }
    }
    found
}

/// The crate's lints are the workspace's.
pub(super) fn lints_held(manifest: &Source) -> Vec<Finding> {
    let held = manifest.text.contains("[lints]\nworkspace = true");
    if held { Vec::new() } else { vec![manifest.finding(1, UNHELD)] }
}

/// The SHA-256 of a migration, as `sha256sum` prints it.
pub(super) fn checksum(sql: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(sql))
}

/// The list of released migrations: name and checksum; lines with `#` are words.
pub(super) fn released(list: &str) -> Vec<(String, String)> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, name)| (name.to_owned(), sum.to_owned()))
        .collect()
}

/// What is no longer as it was released: changed, gone, or slipped in before.
pub(super) fn changed(released: &[(String, String)], here: &[(String, String)]) -> Vec<String> {
    let sum = |name: &str| here.iter().find(|(n, _)| n == name).map(|(_, sum)| sum.as_str());
    let touched = released.iter().filter_map(|(name, was)| match sum(name) {
        None => Some(format!("{name} is gone")),
        Some(is) if is != was => Some(format!("{name} was changed")),
        Some(_) => None,
    });
    let newest = released.iter().map(|(name, _)| name.as_str()).max().unwrap_or_default();
    let early = here
        .iter()
        .filter(|(name, _)| name.as_str() < newest && !released.iter().any(|(was, _)| was == name));
    touched.chain(early.map(|(name, _)| format!("{name} comes before what was released"))).collect()
}
