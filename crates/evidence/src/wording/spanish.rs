//! The sentences in Spanish, as US school districts write it.

use super::{Design, FEWEST, Finding, LOW_RESPONSE, Said, Sentences, Strength};

pub(super) fn tell(finding: &Finding, strength: Strength, said: &Said) -> Sentences {
    let w = said.words;
    let direction = if said.up { "mayor" } else { "menor" };
    let association = |opening: &str| {
        format!(
            "{opening}: {} con más {} también tuvieron {direction} {}, en unos {} {} (de {} a {}).",
            w.units, w.predictor, w.outcome, said.size, w.unit, said.nearest, said.furthest
        )
    };
    let known = finding.estimate.is_finite();
    let text = match strength {
        Strength::Clear => association("Relación clara"),
        Strength::SomeSign => {
            let (ways, agree) = finding.specifications;
            format!(
                "{} Se vio en {agree} de {ways} maneras de mirar.",
                association("Algún indicio, no constante")
            )
        }
        Strength::Little => format!(
            "Poca o ninguna relación: {} con más {} tuvieron más o menos el mismo {} (cabe cualquier valor de {} a {} {}).",
            w.units, w.predictor, w.outcome, said.low, said.high, w.unit
        ),
        Strength::CannotTell if known => format!(
            "Nuestros datos no permiten decir si {} y {} van juntos: cabe cualquier valor de {} a {} {}.",
            w.predictor, w.outcome, said.low, said.high, w.unit
        ),
        Strength::CannotTell => {
            format!("Nuestros datos no permiten decir si {} y {} van juntos.", w.predictor, w.outcome)
        }
        Strength::TooFew => {
            format!(
                "Hay muy pocos datos: {} no bastan para relacionar {} y {}.",
                w.units, w.predictor, w.outcome
            )
        }
    };
    Sentences { strength, finding: text, detectable: detectable(strength, said), basis: basis(finding, said) }
}

fn detectable(strength: Strength, said: &Said) -> String {
    if strength == Strength::TooFew {
        return format!("Con {FEWEST} o más solo habríamos podido ver diferencias grandes.");
    }
    let size = if said.detectable.contains("NaN") {
        "tamaño desconocido".into()
    } else {
        format!("{} {}", said.detectable, said.words.unit)
    };
    format!("Con estos números solo habríamos podido ver una diferencia de {size} o más.")
}

fn basis(finding: &Finding, said: &Said) -> String {
    let mut text = format!("Cuántas son {}: {}.", said.words.units, finding.n);
    text.push_str(match finding.design {
        Design::Observational => " Dice qué va junto, no por qué.",
        Design::StaggeredStart => " Es una diferencia estimada, si las tendencias hubieran sido paralelas.",
    });
    if finding.response < LOW_RESPONSE {
        text.push_str(" Tenga cuidado: respondieron menos de 60 de cada 100 personas, y las demás pueden verlo de otra manera.");
    }
    text
}
