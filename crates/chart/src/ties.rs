//! Groups on a circle and the ties between them. A tie is told apart by its line and its width, never by colour alone;
//! the same list gives the same picture, to the byte. Each group is a number, since names would be too small to read on a
//! phone: the page lists the names in the same order below, and a table says the ties in words.

use std::f64::consts::TAU;
use std::fmt::Write;

use super::escaped;

/// The side of the picture, in its own units.
const SIDE: f64 = 400.0;
/// The circle on which the groups stand.
const RADIUS: f64 = 168.0;
/// The circle of one group: its number stands in it, and no line crosses it.
const GROUP: f64 = 23.0;

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
            let (from, to) = (edge(one, two), edge(two, one));
            let _ = write!(
                svg,
                "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" {}/>",
                from.0,
                from.1,
                to.0,
                to.1,
                tie.strength.line()
            );
        }
    }
    svg.push_str("</g><g font-size=\"24\" text-anchor=\"middle\">");
    for (place, group) in groups.iter().enumerate() {
        let Some((x, y)) = at(place, groups.len()) else { continue };
        let _ = write!(
            svg,
            "<g><title>{}</title><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{GROUP}\" fill=\"none\" \
             stroke=\"currentColor\" stroke-width=\"2\"/><text x=\"{x:.1}\" y=\"{:.1}\" \
             fill=\"currentColor\">{}</text></g>",
            escaped(group),
            y + 8.0,
            place + 1
        );
    }
    svg.push_str("</g></svg>");
    svg
}

/// The point of a group's circle from which a line leaves for another group.
fn edge(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    // A tie of a group with itself is no line at all.
    let far = across.hypot(down).max(1.0);
    let out = GROUP + 4.0;
    (from.0 + across / far * out, from.1 + down / far * out)
}

/// Where a group stands: the first on top, the others clockwise.
fn at(place: usize, count: usize) -> Option<(f64, f64)> {
    if place >= count {
        return None;
    }
    let turn = TAU * (place as f64 / count as f64) - TAU / 4.0;
    Some((SIDE / 2.0 + RADIUS * turn.cos(), SIDE / 2.0 + RADIUS * turn.sin()))
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
        assert!(svg.contains(">1</text>") && svg.contains(">2</text>"), "{svg}");
    }

    #[test]
    fn every_group_stands_inside_the_picture() {
        for count in 1..=24 {
            for place in 0..count {
                let (x, y) = at(place, count).unwrap();
                let inside = GROUP..=SIDE - GROUP;
                assert!(inside.contains(&x) && inside.contains(&y), "{place} of {count}");
            }
        }
        assert_eq!(at(3, 3), None);
    }

    #[test]
    fn no_circle_covers_another_and_no_line_enters_one() {
        let (one, two) = (at(0, 24).unwrap(), at(1, 24).unwrap());
        assert!((one.0 - two.0).hypot(one.1 - two.1) > 1.8 * GROUP, "24 groups still stand apart");
        let (one, two) = (at(0, 3).unwrap(), at(1, 3).unwrap());
        let leaves = edge(one, two);
        assert!((leaves.0 - one.0).hypot(leaves.1 - one.1) > GROUP);
    }
}
