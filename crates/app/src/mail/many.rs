//! The same news to many people. An act for two hundred members writes one job, not two hundred letters: the job writes
//! them out, some at a time, so that nobody else waits for it. Each has a key of its own; a job that is killed in the
//! middle and begun again finds which were written.

use serde::{Deserialize, Serialize};

use super::{Hearer, JOB, Letter, store};
use crate::error::Error;
use crate::jobs;
use crate::site::{Act, Site};

/// The job that writes out letters to many.
pub const SPREAD: jobs::Kind =
    jobs::Kind { name: "letters", run: |site, args| Box::pin(spread(site, args)), every: None };

/// So many letters are written in one transaction.
pub(super) const AT_ONCE: usize = 25;

/// Letters that belong together, as the job keeps them. Whoever reads the same words shares them.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Many {
    key: uuid::Uuid,
    partnership: Option<uuid::Uuid>,
    words: Vec<(String, String)>,
    letters: Vec<One>,
}

/// One of them.
#[derive(Debug, Serialize, Deserialize)]
struct One {
    to_address: String,
    to_name: String,
    language: String,
    words: usize,
    secret: bool,
    calendar: Option<String>,
}

impl Many {
    /// Puts letters together, each with its invitation for a calendar if it brings one.
    pub(super) fn of(key: uuid::Uuid, letters: Vec<(Letter, Option<String>)>) -> Self {
        let partnership = letters.first().and_then(|(letter, _)| letter.partnership);
        let mut words: Vec<(String, String)> = Vec::new();
        let mut all = Vec::new();
        for (letter, calendar) in letters {
            let says = (letter.subject, letter.body);
            let at = match words.iter().position(|one| *one == says) {
                Some(at) => at,
                None => {
                    words.push(says);
                    words.len() - 1
                }
            };
            all.push(One {
                to_address: letter.to_address,
                to_name: letter.to_name,
                language: letter.language.code().to_owned(),
                words: at,
                secret: letter.secret,
                calendar,
            });
        }
        Self { key, partnership, words, letters: all }
    }

    fn letter(&self, one: &One) -> Option<Letter> {
        let (subject, body) = self.words.get(one.words)?.clone();
        Some(Letter {
            to_address: one.to_address.clone(),
            to_name: one.to_name.clone(),
            language: words::Lang::from_code(&one.language)?,
            subject,
            body,
            partnership: self.partnership,
            secret: one.secret,
        })
    }

    /// How many they are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }
}

/// Writes out the letters from this one on, as many as go into one transaction. What was written before is left alone.
pub(super) async fn write_some(act: &mut Act, many: &Many, from: usize) -> Result<(), Error> {
    for (number, one) in many.letters.iter().enumerate().skip(from).take(AT_ONCE) {
        let Some(letter) = many.letter(one) else { continue };
        let key = format!("{}:{number}", many.key);
        if let Some(id) = store::add_once(act, &letter, one.calendar.as_deref(), &key).await? {
            jobs::soon(act, JOB.name, &id).await?;
        }
    }
    Ok(())
}

async fn spread(site: Site, args: String) -> Result<(), Error> {
    let many: Many = jobs::args(&args)?;
    for from in (0..many.len()).step_by(AT_ONCE) {
        let mut act = site.act().await?;
        write_some(&mut act, &many, from).await?;
        act.commit().await?;
    }
    Ok(())
}

/// A letter of several: with an invitation for its reader's calendar if it brings one, and why this reader gets it, in
/// the words of whoever acts.
#[derive(Debug)]
pub struct ToOne {
    /// The letter.
    pub letter: Letter,
    /// The invitation.
    pub calendar: Option<String>,
    /// Why.
    pub why: String,
}

/// Puts letters to several people in the outbox with one row; they are written out once this act has been committed.
pub async fn post_to_many(act: &mut Act, all: Vec<ToOne>) -> Result<(), Error> {
    let mut letters = Vec::new();
    for ToOne { letter, calendar, why } in all {
        act.tells(&letter.to_address, Hearer { name: letter.to_name.clone(), why });
        letters.push((letter, calendar));
    }
    match letters.len() {
        0 => Ok(()),
        1 => {
            for (letter, calendar) in letters {
                let id = store::add(act, &letter, calendar.as_deref()).await?;
                jobs::soon(act, JOB.name, &id).await?;
            }
            Ok(())
        }
        _ => {
            let many = Many::of(act.id(), letters);
            jobs::soon(act, SPREAD.name, &many).await
        }
    }
}
