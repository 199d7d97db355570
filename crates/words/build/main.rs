//! Reads `locales/`, checks that every language says the same things, and writes `Words`: one method a
//! message, so that a wrong name or a missing argument does not compile.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]
#![allow(clippy::expect_used, reason = "a build that cannot go on stops here")]

#[path = "check.rs"]
mod check;
#[path = "read.rs"]
mod read;
#[path = "write.rs"]
mod write;

use std::path::Path;

fn main() {
    let root = Path::new("../../locales");
    println!("cargo:rerun-if-changed={}", root.display());
    let languages = ["en", "es"].map(|code| (code, read::folder(&root.join(code))));
    let wrong = check::differences(&languages);
    assert!(wrong.is_empty(), "\n\nThe languages do not say the same things:\n  {}\n", wrong.join("\n  "));
    let rust = write::words(&languages);
    let out = std::env::var("OUT_DIR").expect("cargo names the folder");
    std::fs::write(Path::new(&out).join("words.rs"), rust).expect("the generated file is written");
}
