//! Every text can be read on every ground it stands on, in light and in dark: WCAG 2.2, 1.4.3 (4.5:1 for text) and
//! 1.4.11 (3:1 for edges, signs and the focus ring). The colours are read from the stylesheet's own source.

/// The stylesheet's colours by name.
const TOKENS: &str = include_str!("../../../web/styles/tokens.css");

/// Text on the ground it stands on.
const TEXT: [(&str, &[&str]); 9] = [
    ("ink", &["paper", "sheet", "well", "amber-wash", "pine-wash", "brick-wash", "slate-wash"]),
    ("muted", &["paper", "sheet", "well", "amber-wash"]),
    ("on-bar", &["bar"]),
    ("pine", &["paper", "sheet", "pine-wash", "amber-wash"]),
    ("pine-deep", &["paper", "sheet", "pine-wash"]),
    ("on-pine", &["pine", "pine-deep"]),
    ("amber", &["paper", "sheet", "amber-wash"]),
    ("brick", &["paper", "sheet", "brick-wash"]),
    ("sheet", &["amber", "brick", "slate"]),
];

/// What must be seen but is not read.
const SHAPES: [(&str, &[&str]); 5] = [
    ("edge", &["paper", "sheet"]),
    ("focus", &["paper", "sheet", "well", "amber-wash", "pine-wash", "brick-wash"]),
    ("pine", &["paper", "sheet"]),
    ("slate", &["slate-wash"]),
    ("amber-solid", &["sheet"]),
];

#[derive(Clone, Copy)]
enum Mode {
    Light,
    Dark,
}

/// The colour `--name: light-dark(#light, #dark)`, as red, green, blue from 0 to 255.
fn colour(name: &str, mode: Mode) -> [u8; 3] {
    let start = format!("--{name}: light-dark(");
    let pair = TOKENS.split(&start).nth(1).and_then(|rest| rest.split(')').next());
    let pair = pair.unwrap_or_else(|| panic!("no colour --{name}"));
    let mut hex = pair.split(", ").map(|text| u32::from_str_radix(text.trim_start_matches('#'), 16));
    let nth = match mode {
        Mode::Light => 0,
        Mode::Dark => 1,
    };
    let [_, red, green, blue] = hex
        .nth(nth)
        .unwrap_or_else(|| panic!("--{name} has no second colour"))
        .expect("#rrggbb")
        .to_be_bytes();
    [red, green, blue]
}

/// Relative luminance, WCAG 2.2 definition.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio, WCAG 2.2 definition: from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_faint(pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let mut found = Vec::new();
    for (mode, name) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
        for (front, grounds) in pairs {
            for ground in *grounds {
                let ratio = contrast(colour(front, mode), colour(ground, mode));
                if ratio < least {
                    found.push(format!("{front} on {ground} in {name}: {ratio:.2}"));
                }
            }
        }
    }
    found
}

#[test]
fn the_formula_gives_the_known_ends() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119; 3], [255; 3]) - 4.478).abs() < 0.001, "#777 on white, just too faint");
}

#[test]
fn every_text_reaches_4_5_to_1_on_its_ground() {
    assert_eq!(too_faint(&TEXT, 4.5), Vec::<String>::new());
}

#[test]
fn edges_signs_and_focus_reach_3_to_1() {
    assert_eq!(too_faint(&SHAPES, 3.0), Vec::<String>::new());
}
