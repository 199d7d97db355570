//! A tree as boxes from top to bottom, each a step to the right of the one it belongs to. Narrow enough for a phone. A
//! kind is told apart by its outline and what is filled by full and open dots, never by colour alone; the same list gives
//! the same picture, to the byte. A list beside it says the same in words.

use std::fmt::Write;

use super::escaped;

/// The width of the picture, in its own units: those of a small phone.
const WIDTH: f64 = 320.0;
/// How far a box stands to the right of the one above it.
const STEP: f64 = 22.0;
/// The deepest level that still moves to the right.
const DEEPEST: usize = 5;
/// The room between two boxes.
const GAP: f64 = 12.0;
/// The height of a line of text.
const LINE: f64 = 18.0;
/// The room between a box's edge and what stands in it.
const INSIDE: f64 = 10.0;
/// The width of a letter, on average.
const LETTER: f64 = 7.6;

/// How a box is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outline {
    /// A thick line.
    Thick,
    /// A thin line.
    Thin,
    /// A dashed line.
    Dashed,
}

impl Outline {
    fn line(self) -> &'static str {
        match self {
            Self::Thick => "stroke-width=\"3.5\"",
            Self::Thin => "stroke-width=\"1.5\"",
            Self::Dashed => "stroke-width=\"1.5\" stroke-dasharray=\"6 4\"",
        }
    }
}

/// A box of the tree, in the order from top to bottom.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// How many boxes stand above it, up to the top.
    pub depth: usize,
    /// What it is called.
    pub label: &'a str,
    /// How it is drawn.
    pub outline: Outline,
    /// Full dots, and how many dots in all.
    pub dots: (usize, usize),
}

/// A box with its place: left, top, height, and its label in lines.
struct Placed {
    left: f64,
    top: f64,
    height: f64,
    lines: Vec<String>,
}

impl Placed {
    fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// The picture: a title, a sentence that describes it, and the boxes.
pub fn picture(id: &str, title: &str, says: &str, nodes: &[Node<'_>]) -> String {
    let (id, title, says) = (escaped(id), escaped(title), escaped(says));
    let placed = placed(nodes);
    let height = placed.last().map_or(0.0, |last| last.top + last.height) + 2.0;
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{title}</title>\
         <desc id=\"{id}-desc\">{says}</desc><g fill=\"none\" stroke=\"currentColor\">"
    );
    for (at, (node, here)) in nodes.iter().zip(&placed).enumerate() {
        if let Some(head) = head_of(nodes, at).and_then(|head| placed.get(head)) {
            let (x, y) = (head.left + STEP / 2.0, here.middle());
            let from = head.top + head.height;
            let _ = write!(svg, "<path stroke-width=\"1.5\" d=\"M{x} {from}V{y}H{}\"/>", here.left);
        }
        let _ = write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" {}/>",
            here.left,
            here.top,
            WIDTH - here.left - 2.0,
            here.height,
            node.outline.line()
        );
        for dot in 0..node.dots.1 {
            let x = WIDTH - 2.0 - INSIDE - 6.0 - 16.0 * (node.dots.1 - 1 - dot) as f64;
            let full = if dot < node.dots.0 { " fill=\"currentColor\"" } else { "" };
            let _ = write!(
                svg,
                "<circle cx=\"{x}\" cy=\"{}\" r=\"5\" stroke-width=\"1.5\"{full}/>",
                here.middle()
            );
        }
    }
    svg.push_str("</g><g fill=\"currentColor\" font-size=\"15\">");
    for here in &placed {
        for (row, line) in here.lines.iter().enumerate() {
            let (x, y) = (here.left + INSIDE, here.top + INSIDE + LINE * (row as f64 + 1.0) - 5.0);
            let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\">{}</text>", escaped(line));
        }
    }
    svg.push_str("</g></svg>");
    svg
}

/// The box that this one belongs to: the nearest before it that stands one level higher.
fn head_of(nodes: &[Node<'_>], at: usize) -> Option<usize> {
    let depth = nodes.get(at)?.depth;
    nodes.get(..at)?.iter().rposition(|node| node.depth < depth)
}

fn placed(nodes: &[Node<'_>]) -> Vec<Placed> {
    let mut top = 2.0;
    nodes
        .iter()
        .map(|node| {
            let left = 2.0 + STEP * node.depth.min(DEEPEST) as f64;
            let dots = 16.0 * node.dots.1 as f64 + 6.0;
            let room = (WIDTH - left - 2.0 - 2.0 * INSIDE - dots) / LETTER;
            let lines = wrapped(node.label, room as usize);
            let height = LINE * lines.len() as f64 + 2.0 * INSIDE;
            let here = Placed { left, top, height, lines };
            top += height + GAP;
            here
        })
        .collect()
}

/// A label in lines of at most so many letters, three at most; a longer word is cut.
fn wrapped(label: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        let word = if word.chars().count() > most {
            word.chars().take(most - 1).chain(['…']).collect()
        } else {
            word.to_owned()
        };
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
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

    fn node(depth: usize, label: &str) -> Node<'_> {
        Node { depth, label, outline: Outline::Thin, dots: (1, 2) }
    }

    #[test]
    fn each_box_is_tied_to_the_one_it_belongs_to_and_the_picture_is_the_same_twice() {
        let nodes =
            [node(0, "Head"), node(1, "<b>One</b>"), node(2, "Below & so"), node(1, "Two"), node(0, "Apart")];
        let heads: Vec<_> = (0..nodes.len()).map(|at| head_of(&nodes, at)).collect();
        assert_eq!(heads, [None, Some(0), Some(1), Some(0), None]);
        let svg = picture("teams", "Teams", "Five teams", &nodes);
        assert_eq!(svg, picture("teams", "Teams", "Five teams", &nodes));
        assert!(svg.contains("<title id=\"teams-title\">Teams</title>") && svg.contains("role=\"img\""));
        assert_eq!((svg.matches("<rect").count(), svg.matches("<path").count()), (5, 3));
        assert!(svg.contains("&lt;b&gt;One") && svg.contains("Below &amp; so") && !svg.contains("<b>"));
        assert_eq!((svg.matches("<circle").count(), svg.matches("<circle cx").count()), (10, 10));
        assert_eq!(svg.matches("fill=\"currentColor\"/>").count(), 5, "one dot of each two is full");
    }

    #[test]
    fn no_box_leaves_the_picture_nor_touches_the_next_however_deep_or_long() {
        let long =
            "A committee with a very long name that goes on over more than three lines of the picture by far";
        let nodes: Vec<Node<'_>> =
            (0..12).map(|depth| node(depth, if depth % 2 == 0 { long } else { "Short" })).collect();
        let placed = placed(&nodes);
        for (one, two) in placed.iter().zip(placed.iter().skip(1)) {
            assert!(one.top + one.height < two.top);
        }
        for here in &placed {
            assert!(here.left >= 0.0 && here.left < WIDTH / 2.0 && here.lines.len() <= 3);
            let widest = here.lines.iter().map(|line| line.chars().count()).max().unwrap();
            assert!(here.left + INSIDE + widest as f64 * LETTER < WIDTH, "{:?}", here.lines);
        }
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(picture("t", "Teams", "None", &[]).matches("<rect").count(), 0);
    }
}
