//! Numbers turned to sentences by rule, so that nobody can dress a finding up or down. Never cause, never a rank, never
//! a star; what goes up and what goes down get the same words; what could have been seen at all is always said.

mod english;
mod spanish;

use serde::Serialize;

/// A language of the sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

/// How the numbers came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Design {
    /// Schools as they are: the usual case.
    Observational,
    /// Schools that began at different times, two years and more before, trends checked.
    StaggeredStart,
}

/// What the numbers allow to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// The interval leaves out 0, and most ways of looking agree.
    Clear,
    /// The interval leaves out 0, but ways of looking differ.
    SomeSign,
    /// The interval holds 0 and nothing that would matter.
    Little,
    /// The interval holds 0 and much else.
    CannotTell,
    /// Too few schools to relate anything.
    TooFew,
}

/// A finding, in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The estimate: how much the outcome differs per step of the other thing.
    pub estimate: f64,
    /// Its 95 % interval.
    pub interval: [f64; 2],
    /// Its standard error.
    pub se: f64,
    /// The smallest difference that would matter, in the outcome's unit: .05 standard deviations unless said otherwise.
    pub matters_from: f64,
    /// In how many other ways it was looked at, and in how many the interval left out 0 on the same side.
    pub specifications: (u32, u32),
    /// Schools or districts.
    pub n: u32,
    /// The share of people who answered.
    pub response: f64,
    /// How the numbers came about.
    pub design: Design,
}

/// The words of a finding, each in the language asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Words<'a> {
    /// Who is compared, plural: "schools".
    pub units: &'a str,
    /// What they have more or less of: "partnership".
    pub predictor: &'a str,
    /// What goes with it: "math growth".
    pub outcome: &'a str,
    /// The outcome's unit: "points".
    pub unit: &'a str,
}

/// A finding, in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// What the numbers allow.
    pub strength: Strength,
    /// The finding.
    pub finding: String,
    /// What could have been seen at all.
    pub detectable: String,
    /// What it rests on, and what to mind.
    pub basis: String,
}

/// Fewer schools than this are described, never related.
pub const FEWEST: u32 = 10;
/// The share of ways of looking that must agree.
const MOST_AGREE: f64 = 0.8;
/// Below this share of answers the sentence says so.
const LOW_RESPONSE: f64 = 0.6;
/// Both errors at their usual rates: z of .975 plus z of .80.
const DETECTABLE_ERRORS: f64 = 2.801_585_218_6;

impl Finding {
    /// What the numbers allow to be said.
    #[must_use]
    pub fn strength(&self) -> Strength {
        let [low, high] = self.interval;
        let known = self.estimate.is_finite() && low.is_finite() && high.is_finite();
        if self.n < FEWEST {
            Strength::TooFew
        } else if !known {
            Strength::CannotTell
        } else if low > 0.0 || high < 0.0 {
            let (ways, agree) = self.specifications;
            let most = f64::from(agree) >= MOST_AGREE * f64::from(ways);
            if most { Strength::Clear } else { Strength::SomeSign }
        } else if low >= -self.matters_from && high <= self.matters_from {
            Strength::Little
        } else {
            Strength::CannotTell
        }
    }

    /// The smallest difference that would be found four times in five.
    #[must_use]
    pub fn detectable(&self) -> f64 {
        DETECTABLE_ERRORS * self.se
    }

    /// The sentences.
    #[must_use]
    pub fn tell(&self, words: &Words, language: Language) -> Sentences {
        let said = Said::of(self, words);
        let strength = self.strength();
        match language {
            Language::English => english::tell(self, strength, &said),
            Language::Spanish => spanish::tell(self, strength, &said),
        }
    }
}

/// The parts of a sentence.
struct Said<'a> {
    words: &'a Words<'a>,
    up: bool,
    size: String,
    nearest: String,
    furthest: String,
    low: String,
    high: String,
    detectable: String,
}

impl<'a> Said<'a> {
    fn of(finding: &Finding, words: &'a Words<'a>) -> Self {
        let [low, high] = finding.interval;
        let (near, far) =
            if low.abs() <= high.abs() { (low.abs(), high.abs()) } else { (high.abs(), low.abs()) };
        let digits = digits(finding.se);
        let round = |x: f64| {
            let text = format!("{x:.digits$}");
            if text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.')) {
                text.replace('-', "")
            } else {
                text
            }
        };
        Self {
            words,
            up: finding.estimate >= 0.0,
            size: round(finding.estimate.abs()),
            nearest: round(near),
            furthest: round(far),
            low: round(low),
            high: round(high),
            detectable: round(finding.detectable()),
        }
    }
}

/// Digits after the point that the error still lets stand: two of its own.
fn digits(se: f64) -> usize {
    if se > 0.0 && se.is_finite() { (1.0 - se.log10().floor()).clamp(0.0, 6.0) as usize } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Words =
        Words { units: "schools", predictor: "partnership", outcome: "math growth", unit: "points" };
    const PALABRAS: Words = Words {
        units: "las escuelas",
        predictor: "colaboración",
        outcome: "avance en matemáticas",
        unit: "puntos",
    };

    fn finding(estimate: f64, se: f64, agree: u32, n: u32, response: f64, design: Design) -> Finding {
        Finding {
            estimate,
            interval: [estimate - 2.0 * se, estimate + 2.0 * se],
            se,
            matters_from: 0.5,
            specifications: (10, agree),
            n,
            response,
            design,
        }
    }

    /// Every branch: estimates up, down and none, wide and narrow, agreed or not, few and many, both designs.
    fn all() -> Vec<Finding> {
        let mut out = Vec::new();
        for estimate in [-3.0, -0.1, 0.0, 0.1, 3.0, f64::NAN] {
            for se in [0.1, 1.0, 20.0] {
                for agree in [0, 5, 8, 10] {
                    for n in [3, 9, 10, 27, 400] {
                        for response in [0.3, 0.6, 0.95] {
                            for design in [Design::Observational, Design::StaggeredStart] {
                                out.push(finding(estimate, se, agree, n, response, design));
                            }
                        }
                    }
                }
            }
        }
        out
    }

    fn text(s: &Sentences) -> String {
        format!("{} {} {}", s.finding, s.detectable, s.basis)
    }

    #[test]
    fn no_sentence_speaks_of_cause_proof_stars_or_ranks() {
        let english = [
            "caus",
            "effect",
            "impact",
            "prove",
            "proof",
            "because",
            "due to",
            "leads to",
            "works",
            "significan",
            "*",
            "rank",
            "best",
            "worst",
        ];
        let spanish = [
            "caus",
            "efecto",
            "impacto",
            "prueba",
            "demuestra",
            "porque",
            "debido",
            "conduce",
            "funciona",
            "significativ",
            "*",
            "mejor",
            "peor",
        ];
        for f in all() {
            let en = text(&f.tell(&WORDS, Language::English)).to_lowercase();
            let es = text(&f.tell(&PALABRAS, Language::Spanish)).to_lowercase();
            for word in english {
                assert!(!en.contains(word), "'{word}' in: {en}");
            }
            for word in spanish {
                assert!(!es.contains(word), "'{word}' in: {es}");
            }
        }
    }

    #[test]
    fn what_could_have_been_seen_and_on_how_many_it_rests_is_always_said() {
        for f in all() {
            for (words, language, see) in [
                (&WORDS, Language::English, "could only have seen"),
                (&PALABRAS, Language::Spanish, "solo habríamos podido ver"),
            ] {
                let s = f.tell(words, language);
                assert!(s.detectable.contains(see), "{}", s.detectable);
                assert!(s.basis.contains(&f.n.to_string()), "{}", s.basis);
                assert!(!text(&s).contains("NaN"), "{}", text(&s));
            }
        }
    }

    #[test]
    fn what_goes_up_and_what_goes_down_get_the_same_words() {
        for f in all().into_iter().filter(|f| f.estimate.is_finite() && f.estimate != 0.0) {
            let mirrored =
                Finding { estimate: -f.estimate, interval: [-f.interval[1], -f.interval[0]], ..f.clone() };
            let (a, b) = (f.tell(&WORDS, Language::English), mirrored.tell(&WORDS, Language::English));
            assert_eq!(a.strength, b.strength);
            if matches!(a.strength, Strength::Clear | Strength::SomeSign) {
                let swapped =
                    a.finding.replace("higher", "\u{1}").replace("lower", "higher").replace('\u{1}', "lower");
                assert_eq!(swapped, b.finding);
            }
        }
    }

    #[test]
    fn the_rule_picks_the_strength() {
        let with =
            |estimate, se, agree, n| finding(estimate, se, agree, n, 0.9, Design::Observational).strength();
        assert_eq!(with(3.0, 1.0, 8, 27), Strength::Clear);
        assert_eq!(with(-3.0, 1.0, 8, 27), Strength::Clear);
        assert_eq!(with(3.0, 1.0, 7, 27), Strength::SomeSign);
        assert_eq!(with(0.1, 0.1, 0, 27), Strength::Little);
        assert_eq!(with(0.1, 1.0, 10, 27), Strength::CannotTell);
        assert_eq!(with(3.0, 1.0, 10, 9), Strength::TooFew);
        assert_eq!(with(f64::NAN, 1.0, 10, 90), Strength::CannotTell);
    }

    #[test]
    fn a_clear_finding_reads_like_this() {
        let s = finding(3.04, 1.0, 9, 27, 0.55, Design::Observational).tell(&WORDS, Language::English);
        assert_eq!(
            s.finding,
            "Clear association: schools with more partnership also had higher math growth, by about 3.0 points (1.0 to 5.0)."
        );
        assert_eq!(
            s.detectable,
            "With these numbers we could only have seen a difference of 2.8 points or more."
        );
        assert!(s.basis.contains("fewer than 60 in 100 people answered"));
        let s = finding(-3.04, 1.0, 9, 27, 0.9, Design::Observational).tell(&PALABRAS, Language::Spanish);
        assert_eq!(
            s.finding,
            "Relación clara: las escuelas con más colaboración también tuvieron menor avance en matemáticas, en unos 3.0 puntos (de 1.0 a 5.0)."
        );
    }
}
