//! Which passwords are taken: fifteen characters or more, and at least eight of them that are not among
//! the first things somebody would try. No rule asks for signs or digits: length is what helps
//! (NIST SP 800-63B, section 3.1.1.2). The list is short and our own; it is no list of leaked passwords.

use super::No;

/// The fewest characters.
const SHORTEST: usize = 15;
/// The most characters: enough for any sentence, too few to keep the hasher busy.
const LONGEST: usize = 200;
/// So many characters must be left when everything easy is taken away.
const LEFT: usize = 8;
/// A stretch shorter than this is neither a run nor a repeat.
const STRETCH: usize = 4;

const COMMON: &str = include_str!("common.txt");
const ROWS: &[&str] = &["qwertyuiop", "asdfghjklñ", "zxcvbnm", "1234567890", "qwertzuiop", "azertyuiop"];

/// Takes a password or says why not. `own` are words that belong to the person and their places: name,
/// address, district, school, partnership.
pub(super) fn password(password: &str, own: &[String]) -> Result<(), No> {
    let letters: Vec<char> = password.to_lowercase().chars().collect();
    if letters.len() < SHORTEST {
        return Err(No::PasswordShort);
    }
    if letters.len() > LONGEST {
        return Err(No::PasswordLong);
    }
    let mut easy = vec![false; letters.len()];
    mark_runs(&letters, &mut easy);
    mark_repeats(&letters, &mut easy);
    for word in words(COMMON).chain(own.iter().flat_map(|text| words(text))) {
        mark_word(&letters, &word, &mut easy);
    }
    let hard = letters.iter().zip(&easy).filter(|(letter, easy)| !**easy && letter.is_alphanumeric());
    if hard.count() < LEFT { Err(No::PasswordEasy) } else { Ok(()) }
}

/// The words of a text that are long enough to stand for something.
fn words(text: &str) -> impl Iterator<Item = Vec<char>> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(|word| word.to_lowercase().chars().collect::<Vec<_>>())
        .filter(|word| word.len() >= STRETCH)
}

/// "aaaa", "abcd", "4321" and neighbours on the keyboard.
fn mark_runs(letters: &[char], easy: &mut [bool]) {
    let steps: [fn(char, char) -> bool; 4] = [
        |one, next| one == next,
        |one, next| one as u32 + 1 == next as u32,
        |one, next| one as u32 == next as u32 + 1,
        neighbours,
    ];
    for step in steps {
        let mut start = 0;
        for at in 1..=letters.len() {
            if at < letters.len() && step(letters[at - 1], letters[at]) {
                continue;
            }
            if at - start >= STRETCH {
                easy[start..at].fill(true);
            }
            start = at;
        }
    }
}

fn neighbours(one: char, next: char) -> bool {
    ROWS.iter().any(|row| {
        let place = |letter| row.chars().position(|c| c == letter);
        matches!((place(one), place(next)), (Some(a), Some(b)) if a.abs_diff(b) == 1)
    })
}

/// What stood before in the same password.
fn mark_repeats(letters: &[char], easy: &mut [bool]) {
    for at in STRETCH..=letters.len().saturating_sub(STRETCH) {
        let piece = &letters[at..at + STRETCH];
        if letters[..at].windows(STRETCH).any(|earlier| earlier == piece) {
            easy[at..at + STRETCH].fill(true);
        }
    }
}

/// The word, also where signs stand for its letters ("p@ssw0rd").
fn mark_word(letters: &[char], word: &[char], easy: &mut [bool]) {
    for at in 0..(letters.len() + 1).saturating_sub(word.len()) {
        let there = &letters[at..at + word.len()];
        if there.iter().zip(word).all(|(letter, wanted)| letter == wanted || stands_for(*letter, *wanted)) {
            easy[at..at + word.len()].fill(true);
        }
    }
}

fn stands_for(sign: char, letter: char) -> bool {
    matches!(
        (sign, letter),
        ('@' | '4', 'a') | ('0', 'o') | ('1' | '!', 'i' | 'l') | ('3', 'e') | ('$' | '5', 's') | ('7', 't')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passwords_of_ones_own_are_taken_and_easy_ones_are_not() {
        let own: Vec<String> = ["Ana Villanueva", "ana.villanueva@riverside.example", "Riverside Unified"]
            .map(String::from)
            .into();
        let table = [
            ("plum trumpet window lake", Ok(())),
            ("tres gatos duermen en la cocina", Ok(())),
            ("Wz7!kQ0pV-r2Lm9x", Ok(())),
            ("ein Fenster für Möwen", Ok(())),
            ("school tulip ladder moss", Ok(())),
            ("fourteen chars", Err(No::PasswordShort)),
            ("               ", Err(No::PasswordEasy)),
            ("aaaaaaaaaaaaaaaaaaaa", Err(No::PasswordEasy)),
            ("abababababababababab", Err(No::PasswordEasy)),
            ("123456789012345678", Err(No::PasswordEasy)),
            ("qwertyuiopasdfghjkl", Err(No::PasswordEasy)),
            ("passwordpassword1", Err(No::PasswordEasy)),
            ("P@ssw0rdP@ssw0rd!", Err(No::PasswordEasy)),
            ("Password!Summer2026", Err(No::PasswordEasy)),
            ("Ana Villanueva 2026", Err(No::PasswordEasy)),
            ("riversideunified12", Err(No::PasswordEasy)),
            ("ConcordRiverside2026", Err(No::PasswordEasy)),
            ("contraseñacontraseña", Err(No::PasswordEasy)),
        ];
        for (typed, expected) in table {
            assert_eq!(password(typed, &own), expected, "{typed}");
        }
        assert_eq!(password(&"plum trumpet ".repeat(20), &own), Err(No::PasswordLong));
    }
}
