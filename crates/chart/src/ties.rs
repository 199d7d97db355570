//! Groups on a circle and the ties between them. A tie is told apart by its line and its width, never by colour alone;
//! the same list gives the same picture, to the byte. A table beside it says the same in words.

use std::f64::consts::TAU;
use std::fmt::Write;

use super::escaped;

/// The side of the picture, in its own units.
const SIDE: f64 = 640.0;
/// The circle on which the groups stand.
const RADIUS: f64 = 190.0;
/// The longest line of a label, in characters.
const LABEL: usize = 18;

/// How strong a tie is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Weak: a dotted thin line.
    Weak,
    /// Working: a plain line.
    Working,
    /// Strong: a thick line.
    Strong,
}

impl Strength {
    fn line(self) -> &'static str {
        match self {
            Self::Weak => "stroke-width=\"2\" stroke-dasharray=\"2 6\"",
            Self::Working => "stroke-width=\"3\"",
            Self::Strong => "stroke-width=\"7\"",
        }
    }
}

/// A tie between two groups, by their places in the list.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// One of them.
    pub one: usize,
    /// The other.
    pub two: usize,
    /// How strong.
    pub strength: Strength,
}

/// The picture: a title, a sentence that describes it, the groups in their order, and the ties. A tie to a group that is
/// not in the list is left out.
pub fn picture(id: &str, title: &str, says: &str, groups: &[&str], ties: &[Tie]) -> String {
    let mut svg = String::new();
    let (id, title, says) = (escaped(id), escaped(title), escaped(says));
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<svg class=\"chart\" viewBox=\"0 0 {SIDE} {SIDE}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{says}</desc>\
         <g fill=\"none\" stroke=\"currentColor\" stroke-linecap=\"round\">"
    );
    for tie in ties {
        if let (Some(one), Some(two)) = (at(tie.one, groups.len()), at(tie.two, groups.len())) {
            let _ = write!(
                svg,
                "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" {}/>",
                one.0,
                one.1,
                two.0,
                two.1,
                tie.strength.line()
            );
        }
    }
    svg.push_str("</g><g fill=\"currentColor\" font-size=\"17\" text-anchor=\"middle\">");
    for (place, group) in groups.iter().enumerate() {
        let Some((x, y)) = at(place, groups.len()) else { continue };
        let _ = write!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"9\"/>");
        let (dx, dy) = ((x - SIDE / 2.0) / RADIUS, (y - SIDE / 2.0) / RADIUS);
        let (left, top) = (x + dx * 62.0, y + dy * 40.0);
        let lines = wrapped(group);
        for (row, line) in lines.iter().enumerate() {
            let down = top + 6.0 + 19.0 * (row as f64 - (lines.len() as f64 - 1.0) / 2.0);
            let _ = write!(svg, "<text x=\"{left:.1}\" y=\"{down:.1}\">{}</text>", escaped(line));
        }
    }
    svg.push_str("</g></svg>");
    svg
}

/// Where a group stands: the first on top, the others clockwise.
fn at(place: usize, count: usize) -> Option<(f64, f64)> {
    if place >= count {
        return None;
    }
    let turn = TAU * (place as f64 / count as f64) - TAU / 4.0;
    Some((SIDE / 2.0 + RADIUS * turn.cos(), SIDE / 2.0 + RADIUS * turn.sin()))
}

/// A label in short lines, three at most.
fn wrapped(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LABEL => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > 3 {
        lines.truncate(3);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_named_the_same_twice_and_cannot_smuggle_markup() {
        let ties = [
            Tie { one: 0, two: 1, strength: Strength::Strong },
            Tie { one: 1, two: 7, strength: Strength::Weak },
        ];
        let draw = || picture("map", "Ties", "Two groups", &["<b>Board</b>", "Families & friends"], &ties);
        let svg = draw();
        assert_eq!(svg, draw());
        assert!(svg.contains("<title id=\"map-title\">Ties</title>") && svg.contains("role=\"img\""));
        assert_eq!(svg.matches("<line").count(), 1, "a tie to nobody is left out");
        assert!(svg.contains("&lt;b&gt;Board") && svg.contains("Families &amp;") && !svg.contains("<b>"));
    }

    #[test]
    fn every_group_stands_inside_the_picture() {
        for count in 1..20 {
            for place in 0..count {
                let (x, y) = at(place, count).unwrap();
                assert!((100.0..=540.0).contains(&x) && (100.0..=540.0).contains(&y), "{place} of {count}");
            }
        }
        assert_eq!(at(3, 3), None);
    }
}
