//! Easy to read. English: the Flesch-Kincaid grade (Kincaid and others, 1975), 8 at most. Spanish: the
//! reading ease of Fernández Huerta (1959) in its corrected form, 60 at least. Files in `family.txt` are
//! held to grade 6 and ease 70. Syllables are counted by rule, so a single sentence is only roughly right;
//! a file's sentences together are judged, and labels of under five words are left out.

use super::files::{Message, messages};
use super::lists::names;

/// Below so many words the formulas say nothing about a text.
const ENOUGH: usize = 30;

/// Words and syllables of one sentence.
#[derive(Debug, Clone)]
struct Sentence {
    text: String,
    words: usize,
    syllables: usize,
}

fn sentences(language: &str, text: &str) -> Vec<Sentence> {
    let count = if language == "es" { syllables_es } else { syllables_en };
    text.split(['.', '?', '!', '\n'])
        .map(|text| {
            let cut = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            let words: Vec<String> = cut.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
            let syllables = words.iter().map(|word| count(word)).sum();
            Sentence { text: text.trim().to_owned(), words: words.len(), syllables }
        })
        .filter(|sentence| sentence.words >= 5)
        .collect()
}

fn syllables_en(word: &str) -> usize {
    let vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let starts = |at: usize| vowel(letters[at]) && (at == 0 || !vowel(letters[at - 1]));
    let mut count = (0..letters.len()).filter(|at| starts(*at)).count();
    let bare: String = letters.iter().collect();
    let before = |back: usize| letters.len().checked_sub(back).map(|at| letters[at]);
    let silent = if bare.ends_with("ed") {
        !matches!(before(3), Some('t' | 'd')) && before(3).is_some_and(|c| !vowel(c))
    } else if bare.ends_with("es") {
        !matches!(before(3), Some('s' | 'x' | 'z' | 'c' | 'g' | 'h')) && before(3).is_some_and(|c| !vowel(c))
    } else {
        let le = bare.ends_with("le") && before(3).is_some_and(|c| !vowel(c));
        bare.ends_with('e') && !le && before(2).is_some_and(|c| !vowel(c))
    };
    if silent {
        count -= 1;
    }
    // Two vowels that are said apart.
    count += ["iat", "eat", "ying", "eing", "ia", "io", "uou", "eo"]
        .iter()
        .filter(|pair| bare.contains(**pair) && apart(&bare, pair))
        .count();
    count.max(1)
}

/// Of the pairs above, only these are two syllables often enough to count: "create", "trying", "idea".
fn apart(word: &str, pair: &str) -> bool {
    match pair {
        "iat" => word.contains("iate") || word.contains("iati"),
        "eat" => word.starts_with("creat"),
        "ying" | "eing" => word.ends_with(pair),
        "ia" => word.ends_with("ial") && !word.ends_with("cial") && !word.ends_with("tial"),
        "io" => {
            word.contains("io") && !word.contains("tio") && !word.contains("sio") && !word.contains("cio")
        }
        "uou" => true,
        "eo" => word.starts_with("video"),
        _ => false,
    }
}

fn syllables_es(word: &str) -> usize {
    let word = word.replace("qu", "q").replace("gue", "ge").replace("gui", "gi");
    let letters: Vec<char> = word.chars().collect();
    let strong = |c: char| "aeoáéóíú".contains(c);
    let vowel = |at: usize| {
        strong(letters[at]) || "iuü".contains(letters[at]) || (letters[at] == 'y' && at + 1 == letters.len())
    };
    let begins = |at: usize| {
        vowel(at) && (at == 0 || !vowel(at - 1) || (strong(letters[at]) && strong(letters[at - 1])))
    };
    (0..letters.len()).filter(|at| begins(*at)).count().max(1)
}

/// English: the school grade that reads it with ease. Lower is easier.
fn grade(sentences: &[Sentence]) -> f64 {
    let (per_sentence, per_word) = rates(sentences);
    0.39 * per_sentence + 11.8 * per_word - 15.59
}

/// Spanish: 0 hard to 100 easy. Higher is easier.
fn ease(sentences: &[Sentence]) -> f64 {
    let (per_sentence, per_word) = rates(sentences);
    206.84 - 60.0 * per_word - 1.02 * per_sentence
}

fn rates(sentences: &[Sentence]) -> (f64, f64) {
    let sum = |part: fn(&Sentence) -> usize| sentences.iter().map(part).sum::<usize>() as f64;
    let words = sum(|s| s.words);
    (words / sentences.len() as f64, sum(|s| s.syllables) / words)
}

/// How far a text is beyond what its readers are owed; above zero is too hard. English counts in grades,
/// Spanish in points of ease.
fn too_hard(language: &str, family: bool, sentences: &[Sentence]) -> f64 {
    match (language, family) {
        ("es", false) => 60.0 - ease(sentences),
        ("es", true) => 70.0 - ease(sentences),
        (_, false) => grade(sentences) - 8.0,
        (_, true) => grade(sentences) - 6.0,
    }
}

fn judge(language: &str, feature: &str, family: bool, all: &[Message]) -> Option<String> {
    let of_file = all.iter().filter(|message| message.feature == feature);
    let mut read: Vec<Sentence> =
        of_file.flat_map(|message| message.texts.last()).flat_map(|text| sentences(language, text)).collect();
    if read.iter().map(|sentence| sentence.words).sum::<usize>() < ENOUGH {
        return None;
    }
    let over = too_hard(language, family, &read);
    let alone = |sentence: &Sentence| too_hard(language, family, std::slice::from_ref(sentence));
    read.sort_by(|a, b| alone(b).total_cmp(&alone(a)));
    let worst: Vec<_> = read.iter().take(5).map(|s| format!("  {:+.1} {}", alone(s), s.text)).collect();
    (over > 0.0).then(|| format!("{language}/{feature}.ftl is {over:.1} too hard\n{}", worst.join("\n")))
}

#[test]
fn every_file_is_easy_to_read() {
    let family = names("family.txt");
    let mut hard = Vec::new();
    for language in ["en", "es"] {
        let all = messages(language);
        let mut features: Vec<&str> = all.iter().map(|message| message.feature.as_str()).collect();
        features.dedup();
        let missing: Vec<_> = family.iter().filter(|name| !features.contains(&name.as_str())).collect();
        assert!(missing.is_empty(), "in family.txt, but there is no such file: {missing:?}");
        let known = |feature: &str| family.iter().any(|name| name == feature);
        hard.extend(features.iter().filter_map(|feature| judge(language, feature, known(feature), &all)));
    }
    assert!(hard.is_empty(), "\n{}\n", hard.join("\n"));
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    let english = [("the", 1), ("school", 1), ("record", 2), ("signed", 1), ("needed", 2), ("table", 2)];
    let more = [
        ("agreement", 3),
        ("partnership", 3),
        ("association", 5),
        ("trying", 2),
        ("pages", 2),
        ("create", 2),
    ];
    for (word, count) in english.into_iter().chain(more) {
        assert_eq!(syllables_en(word), count, "{word}");
    }
    let spanish =
        [("escuela", 3), ("registro", 3), ("asociación", 4), ("todavía", 4), ("quien", 1), ("hoy", 1)];
    let more = [("leer", 2), ("guía", 2), ("pingüino", 3), ("país", 2), ("acuerdo", 3), ("siguiente", 3)];
    for (word, count) in spanish.into_iter().chain(more) {
        assert_eq!(syllables_es(word), count, "{word}");
    }
}

#[test]
fn plain_text_passes_and_officialese_does_not() {
    for (language, text, hard) in [
        ("en", "Your note is safe. We sent a mail to you. Open it and type the code here.", false),
        (
            "en",
            "Notwithstanding the aforementioned provisions, organizational stakeholders facilitate collaborative \
             implementation of institutional accountability methodologies.",
            true,
        ),
        (
            "es",
            "Su texto está a salvo. Le mandamos una carta. Abra la carta y escriba el código aquí.",
            false,
        ),
        (
            "es",
            "No obstante las disposiciones anteriormente mencionadas, las organizaciones participantes facilitarán \
             la implementación colaborativa de metodologías institucionales de responsabilidad.",
            true,
        ),
    ] {
        assert_eq!(too_hard(language, false, &sentences(language, text)) > 0.0, hard, "{text}");
    }
}
