//! A bar for long work, on a terminal only: a log file gets no control characters.

use indicatif::{ProgressBar, ProgressStyle};

/// A spinner that counts; hidden by itself when stderr is not a terminal.
pub fn counting(what: &str) -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix}: {msg} ({pos} rows, {elapsed})") {
        bar.set_style(style);
    }
    bar.set_prefix(what.to_owned());
    bar
}
