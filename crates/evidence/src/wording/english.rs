//! The sentences in English, at a grade 8 level.

use super::{Design, FEWEST, Finding, LOW_RESPONSE, Said, Sentences, Strength};

pub(super) fn tell(finding: &Finding, strength: Strength, said: &Said) -> Sentences {
    let w = said.words;
    let direction = if said.up { "higher" } else { "lower" };
    let association = |opening: &str| {
        format!(
            "{opening}: {} with more {} also had {direction} {}, by about {} {} ({} to {}).",
            w.units, w.predictor, w.outcome, said.size, w.unit, said.nearest, said.furthest
        )
    };
    let known = finding.estimate.is_finite();
    let text = match strength {
        Strength::Clear => association("Clear association"),
        Strength::SomeSign => {
            let (ways, agree) = finding.specifications;
            format!(
                "{} It showed in {agree} of {ways} ways of looking.",
                association("Some sign, not steady")
            )
        }
        Strength::Little => format!(
            "Little or no association: {} with more {} had about the same {} (anything from {} to {} {} fits).",
            w.units, w.predictor, w.outcome, said.low, said.high, w.unit
        ),
        Strength::CannotTell if known => format!(
            "Our data cannot tell whether {} and {} go together: anything from {} to {} {} fits.",
            w.predictor, w.outcome, said.low, said.high, w.unit
        ),
        Strength::CannotTell => {
            format!("Our data cannot tell whether {} and {} go together.", w.predictor, w.outcome)
        }
        Strength::TooFew => {
            format!("There are too few {} to relate {} and {}.", w.units, w.predictor, w.outcome)
        }
    };
    Sentences { strength, finding: text, detectable: detectable(strength, said), basis: basis(finding, said) }
}

fn detectable(strength: Strength, said: &Said) -> String {
    if strength == Strength::TooFew {
        return format!(
            "With {FEWEST} {} or more we could only have seen large differences.",
            said.words.units
        );
    }
    let size = if said.detectable.contains("NaN") {
        "an unknown size".into()
    } else {
        format!("{} {}", said.detectable, said.words.unit)
    };
    format!("With these numbers we could only have seen a difference of {size} or more.")
}

fn basis(finding: &Finding, said: &Said) -> String {
    let mut text = format!("This rests on {} {}.", finding.n, said.words.units);
    text.push_str(match finding.design {
        Design::Observational => " It says what goes together, not why.",
        Design::StaggeredStart => " It is an estimated difference, if trends would have been parallel.",
    });
    if finding.response < LOW_RESPONSE {
        text.push_str(
            " Take care: fewer than 60 in 100 people answered, and the others may see it differently.",
        );
    }
    text
}
