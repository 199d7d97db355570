//! The languages.

/// A language that every page can be read in.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Lang {
    /// English as in the United States.
    En,
    /// Spanish as in the United States.
    Es,
}

impl Lang {
    /// Every language, in the order of their own names.
    pub const ALL: &'static [Lang] = &[Lang::En, Lang::Es];

    /// Its tag (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Es => "es",
        }
    }

    /// Its own name for itself.
    pub fn native_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Es => "Español",
        }
    }

    /// Which way it runs: `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        "ltr"
    }

    /// The language with this tag; `es-MX` is Spanish.
    pub fn from_code(code: &str) -> Option<Self> {
        let main = code.trim().split('-').next().unwrap_or("").to_ascii_lowercase();
        Self::ALL.iter().copied().find(|lang| lang.code() == main)
    }

    /// The language a browser likes best (RFC 9110, section 12.5.4); English if it names none of ours.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best: Option<(f32, Self)> = None;
        for part in accept_language.split(',') {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().and_then(Self::from_code) else { continue };
            let quality = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            if quality > 0.0 && best.is_none_or(|(known, _)| quality > known) {
                best = Some((quality, lang));
            }
        }
        best.map_or(Self::En, |(_, lang)| lang)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_browser_gets_the_language_it_likes_best() {
        for (accept, lang) in [
            ("", Lang::En),
            ("es", Lang::Es),
            ("es-MX,es;q=0.9,en;q=0.8", Lang::Es),
            ("fr,en;q=0.3,es;q=0.7", Lang::Es),
            ("en-US,en;q=0.9,es;q=0.8", Lang::En),
            ("es;q=0, en;q=0.1", Lang::En),
            ("tlh", Lang::En),
        ] {
            assert_eq!(Lang::negotiate(accept), lang, "{accept:?}");
        }
    }
}
