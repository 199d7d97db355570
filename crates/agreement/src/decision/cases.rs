//! The cases of a decision as one table, to be read by people who know meetings and no Rust.
//!
//! A line is a name, the rule, the sides, and what comes of it. A side is its letter, how many of it may
//! answer, and what they showed: `A2 34` is a party of two who showed 3 and 4, `A3 34` is a party of three
//! of whom one is silent. A small letter advises. `A2 aside` stands aside. `n 0` is a neutral's answer.

use super::{Answer, Decided, Outcome, Quorum, Rule, Side, Threshold, Verdict};
use crate::fist::Fist;

fn fist(fingers: u8) -> Fist {
    Fist::new(fingers).expect("fingers of one hand")
}

/// `all 3`, `67% 3`; after a comma the quorum: `half`, `every`, `2`. Without one, one answer is enough.
fn rule(text: &str) -> Rule {
    let (threshold, quorum) = text.split_once(", ").unwrap_or((text, "1"));
    let (form, least) = threshold.split_once(' ').expect("a form and a threshold");
    let least = fist(least.parse().expect("fingers"));
    let threshold = match form.strip_suffix('%') {
        Some(percent) => Threshold::Share { percent: percent.parse().expect("percent"), at_least: least },
        None => Threshold::All(least),
    };
    let quorum = match quorum {
        "half" => Quorum::Share(50),
        "every" => Quorum::Share(100),
        some => Quorum::AtLeast(some.parse().expect("a number")),
    };
    Rule { threshold, quorum }
}

/// The sides and their answers.
fn table(text: &str) -> (Vec<Side<char>>, Vec<Answer<char>>) {
    let (mut sides, mut answers) = (Vec::new(), Vec::new());
    for one in text.split(" | ") {
        let (side, shown) = one.split_once(' ').unwrap_or((one, ""));
        let letter = side.chars().next().expect("a letter");
        let party = (letter != 'n').then_some(letter.to_ascii_uppercase());
        if shown != "aside" {
            answers.extend(shown.bytes().map(|digit| Answer { party, fist: fist(digit - b'0') }));
        }
        if let Some(party) = party {
            sides.push(Side {
                party,
                must_agree: letter.is_ascii_uppercase(),
                may_answer: side[1..].parse().expect("how many may answer"),
                stands_aside: shown == "aside",
            });
        }
    }
    (sides, answers)
}

/// The outcome as the table writes it: what came of it, then the reason of each side that has one.
fn said(outcome: &Outcome<char>) -> String {
    let decided = match outcome.decided {
        Decided::Agreed => "agreed",
        Decided::NotAgreed => "not agreed",
        Decided::NotDecided => "not decided",
        Decided::NobodysQuestion => "nobody's question",
    };
    let reason = |verdict: Verdict| match verdict {
        Verdict::Agrees => None,
        Verdict::Below => Some("below".to_owned()),
        Verdict::TooFew { needed } => Some(format!("needs {needed}")),
        Verdict::Silent => Some("silent".to_owned()),
        Verdict::Vacant => Some("vacant".to_owned()),
        Verdict::StandsAside => Some("aside".to_owned()),
    };
    let reasons: Vec<String> = outcome
        .parties
        .iter()
        .filter_map(|one| Some(format!("{} {}", one.party, reason(one.verdict?)?)))
        .collect();
    if reasons.is_empty() { decided.to_owned() } else { format!("{decided}: {}", reasons.join(", ")) }
}

#[rustfmt::skip]
const CASES: &[(&str, &str, &str, &str)] = &[
    // Two sides.
    ("both sides at the threshold",                       "all 3", "A2 34 | B2 35",                    "agreed"),
    ("everybody leads it",                                "all 3", "A2 55 | B2 55",                    "agreed"),
    ("everybody can just live with it",                   "all 3", "A2 33 | B2 33",                    "agreed"),
    ("one low answer on one side",                        "all 3", "A2 34 | B2 25",                    "not agreed: B below"),
    ("one fist on one side",                              "all 3", "A2 55 | B3 550",                   "not agreed: B below"),
    ("low answers on both sides",                         "all 3", "A2 32 | B2 15",                    "not agreed: A below, B below"),
    ("a large side cannot outvote a small one",           "all 3", "A9 555555555 | B1 2",              "not agreed: B below"),
    ("a small side cannot outvote a large one",           "all 3", "A9 555555552 | B1 5",              "not agreed: A below"),
    ("the threshold is the partnership's own",            "all 4", "A2 44 | B2 43",                    "not agreed: B below"),
    ("at a threshold of four, fours are enough",          "all 4", "A2 44 | B2 45",                    "agreed"),
    ("at a threshold of one, ones are enough",            "all 1", "A1 1 | B1 1",                      "agreed"),
    ("a fist is below every threshold",                   "all 1", "A1 0 | B1 5",                      "not agreed: A below"),
    // A party of one.
    ("two parties of one who agree",                      "all 3", "A1 3 | B1 4",                      "agreed"),
    ("two parties of one, one of whom does not",          "all 3", "A1 3 | B1 2",                      "not agreed: B below"),
    ("a party of one that is silent",                     "all 3", "A3 345 | B1",                      "not decided: B silent"),
    ("a party of one under a share",                      "67% 3", "A1 3 | B3 335",                    "agreed"),
    ("a party of one under a quorum of two",              "all 3, 2", "A1 3 | B3 33",                  "agreed"),
    // A share of each side.
    ("two of three are 67 in a hundred or more",          "66% 3", "A3 332 | B3 335",                  "agreed"),
    ("two of three are less than 67 in a hundred",        "67% 3", "A3 332 | B3 335",                  "not agreed: A below"),
    ("a bare half meets fifty in a hundred",              "50% 3", "A2 32 | B2 41",                    "agreed"),
    ("a bare half does not meet fifty-one",               "51% 3", "A2 32 | B2 44",                    "not agreed: A below"),
    ("a share is counted of those who answered",          "66% 3", "A6 332 | B3 333",                  "agreed"),
    ("a share is counted in each side, never in all",     "66% 3", "A9 555555555 | B3 522",            "not agreed: B below"),
    ("a hundred in a hundred is everybody",               "100% 3", "A2 33 | B3 332",                  "not agreed: B below"),
    // Who did not answer.
    ("a side that did not answer at all",                 "all 3", "A2 34 | B2",                       "not decided: B silent"),
    ("nobody answered",                                   "all 3", "A2 | B2",                          "not decided: A silent, B silent"),
    ("one of two is silent and one answer is enough",     "all 3", "A2 3 | B2 44",                     "agreed"),
    ("one of two is silent and half is asked for",        "all 3, half", "A2 3 | B2 44",               "agreed"),
    ("one of three is silent and half is asked for",      "all 3, half", "A3 33 | B2 44",              "agreed"),
    ("two of three are silent and half is asked for",     "all 3, half", "A3 3 | B2 44",               "not decided: A needs 2"),
    ("one of two is silent and everybody is asked for",   "all 3, every", "A2 3 | B2 44",              "not decided: A needs 2"),
    ("two must answer and one did",                       "all 3, 2", "A5 5 | B5 33",                  "not decided: A needs 2"),
    ("a no on one side weighs more than silence",         "all 3", "A2 | B2 14",                       "not agreed: A silent, B below"),
    ("too few low answers are too few",                   "all 3, half", "A5 1 | B2 44",               "not decided: A needs 3"),
    // A vacant seat.
    ("nobody sits for one side",                          "all 3", "A2 34 | B0",                       "not decided: B vacant"),
    ("nobody sits for one side and the other says no",    "all 3", "A2 31 | B0",                       "not agreed: A below, B vacant"),
    ("nobody sits anywhere",                              "all 3", "A0 | B0",                          "not decided: A vacant, B vacant"),
    ("one of three sides is vacant",                      "all 3", "A2 34 | B0 | C1 5",                "not decided: B vacant"),
    // Standing aside.
    ("one side stands aside, the other agrees",           "all 3", "A2 34 | B2 aside",                 "agreed: B aside"),
    ("one side stands aside, the other does not agree",   "all 3", "A2 24 | B2 aside",                 "not agreed: A below, B aside"),
    ("one side stands aside, the other is silent",        "all 3", "A2 | B2 aside",                    "not decided: A silent, B aside"),
    ("both sides stand aside",                            "all 3", "A2 aside | B2 aside",              "nobody's question: A aside, B aside"),
    ("a vacant side that stood aside before",             "all 3", "A2 34 | B0 aside",                 "agreed: B aside"),
    ("two of three stand aside",                          "all 3", "A2 aside | B1 4 | C3 aside",       "agreed: A aside, C aside"),
    // Three and four sides.
    ("three sides agree",                                 "all 3", "A2 33 | B3 345 | C1 3",            "agreed"),
    ("two of three sides are no majority",                "all 3", "A2 55 | B2 55 | C1 1",             "not agreed: C below"),
    ("four sides agree",                                  "all 3", "A1 3 | B1 4 | C1 5 | D1 3",        "agreed"),
    ("three of four sides are no majority",               "all 3", "A5 55555 | B5 55555 | C5 55555 | D1 2", "not agreed: D below"),
    ("four sides: aside, vacant, silent, agreed",         "all 3", "A1 aside | B0 | C2 | D2 34",       "not decided: A aside, B vacant, C silent"),
    ("four sides under a share with one at its edge",     "75% 3", "A4 3332 | B4 5555 | C8 33333322 | D1 3", "agreed"),
    // Those who advise, and those in no party.
    ("an advising no stops nothing",                      "all 3", "A2 34 | B2 35 | f3 000",           "agreed"),
    ("an advising yes carries nothing",                   "all 3", "A2 32 | B2 35 | f9 555555555",     "not agreed: A below"),
    ("an advising party that is silent stops nothing",    "all 3", "A2 34 | B2 35 | f3",               "agreed"),
    ("an advising party that is vacant stops nothing",    "all 3", "A2 34 | B2 35 | f0",               "agreed"),
    ("only advising parties are asked",                   "all 3", "f3 555",                           "nobody's question"),
    ("a neutral's no stops nothing",                      "all 3", "A2 34 | B2 35 | n 0",              "agreed"),
    ("a neutral's yes carries nothing",                   "all 3", "A2 | B2 35 | n 5",                 "not decided: A silent"),
    ("neutrals alone decide nothing",                     "all 3", "A2 | B2 | n 55",                   "not decided: A silent, B silent"),
    // One side alone.
    ("one must-agree party alone that agrees",            "all 3", "A2 34",                            "agreed"),
    ("one must-agree party alone that does not",          "all 3", "A2 24",                            "not agreed: A below"),
];

#[test]
fn each_case_comes_out_as_the_table_says() {
    let mut wrong = Vec::new();
    for (name, by, sides, expected) in CASES {
        let (sides, answers) = table(sides);
        let stands = said(&rule(by).outcome(&sides, &answers));
        if stands != *expected {
            wrong.push(format!("{name}: {stands}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(CASES.len() >= 40);
}

#[test]
fn each_case_has_a_name_of_its_own() {
    for (at, (name, ..)) in CASES.iter().enumerate() {
        assert!(CASES.iter().skip(at + 1).all(|(other, ..)| other != name), "{name}");
    }
}

#[test]
fn a_tally_shows_advising_answers_apart_and_neutral_ones_only_as_a_number() {
    let (sides, answers) = table("A2 34 | f2 05 | n 11");
    let outcome = rule("all 3").outcome(&sides, &answers);
    let f = &outcome.parties[1];
    assert_eq!((f.party, f.verdict, f.tally.0), ('F', None, [1, 0, 0, 0, 0, 1]));
    assert_eq!(outcome.neutral, 2);
}

#[test]
fn everybody_has_answered_when_those_who_are_counted_have() {
    let table_of = [
        ("A2 34 | B1 3", true),
        ("A2 3 | B1 3", false),
        ("A2 34 | B1 aside", true),
        ("A2 34 | B0", true),
        ("A2 34 | B1 3 | f5", true),
        ("A2 aside | B1 aside", false),
        ("A0 | B0", false),
        ("f2 33", false),
    ];
    for (sides, expected) in table_of {
        let (sides_, answers) = table(sides);
        assert_eq!(Rule::all_answered(&sides_, &answers), expected, "{sides}");
    }
}
