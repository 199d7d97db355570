//! A device in the list of those a person is signed in on, in words they know it by.

use uuid::Uuid;
use words::Words;

use crate::site::Moment;

/// One device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The session's id.
    pub id: Uuid,
    /// "Firefox", where the browser says so.
    pub browser: Option<&'static str>,
    /// "Windows", where the browser says so.
    pub system: Option<&'static str>,
    /// When it signed in.
    pub started_at: Moment,
    /// When it was last used, to the minute.
    pub seen_at: Moment,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// In the order they are looked for: each later one also writes the names of the earlier.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

fn first(names: &'static [(&str, &str)], agent: &str) -> Option<&'static str> {
    names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
}

impl Device {
    pub(super) fn new(id: Uuid, agent: &str, started_at: Moment, seen_at: Moment, this: bool) -> Self {
        Self { id, browser: first(BROWSERS, agent), system: first(SYSTEMS, agent), started_at, seen_at, this }
    }

    /// "Firefox on Windows", or as much of it as is known.
    pub fn name(&self, w: &Words) -> String {
        match (self.browser, self.system) {
            (Some(browser), Some(system)) => w.session_device(browser, system),
            (Some(name), None) | (None, Some(name)) => name.to_owned(),
            (None, None) => w.session_device_unknown().to_owned(),
        }
    }

    /// Whole hours since it signed in.
    pub fn hours_in(&self, now: Moment) -> i64 {
        (now.0 - self.started_at.0) / Moment::HOUR
    }

    /// Whole minutes since it was last used.
    pub fn minutes_idle(&self, now: Moment) -> i64 {
        (now.0 - self.seen_at.0).max(0) / Moment::MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_what_they_say() {
        let table = [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
                Some("Firefox"),
                Some("Linux"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                Some("Edge"),
                Some("Windows"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                Some("Safari"),
                Some("iPhone"),
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
                Some("Chrome"),
                Some("Chromebook"),
            ),
            ("curl/8.0", None, None),
            ("", None, None),
        ];
        for (agent, browser, system) in table {
            let device = Device::new(Uuid::nil(), agent, Moment(0), Moment(0), false);
            assert_eq!((device.browser, device.system), (browser, system), "{agent}");
        }
    }
}
