//! A partnership's own words for its two sides, in both languages.

use words::{Lang, Terms, Words};

fn said(lang: Lang, union: &str, head: &str) -> [&'static str; 4] {
    let words = Words::new(lang).with_terms(Terms::from_codes(union, head));
    [words.term_union(), words.term_union_the(), words.term_head(), words.term_head_the()]
}

#[test]
fn a_district_without_bargaining_has_a_council_and_a_head_of_schools() {
    let english = said(Lang::En, "council", "head-of-schools");
    assert_eq!(
        english,
        ["employee council", "the employee council", "head of schools", "the head of schools"]
    );
    let spanish = said(Lang::Es, "council", "head-of-schools");
    assert_eq!(spanish[1], "el consejo de empleados");
    for text in english.iter().chain(&spanish) {
        let text = text.to_lowercase();
        let bargaining = ["union", "association", "sindicato", "asociación", "superintendent"];
        assert!(bargaining.iter().all(|word| !text.contains(word)), "{text}");
    }
}

#[test]
fn a_word_the_table_does_not_know_falls_back_to_the_usual_one() {
    assert_eq!(said(Lang::En, "guild", ""), said(Lang::En, "association", "superintendent"));
}
