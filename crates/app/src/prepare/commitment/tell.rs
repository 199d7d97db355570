//! Letters about a commitment, to the leads of its parties, each in their own language. Who acted is not
//! told of their own act.

use words::Words;

use super::Whole;
use super::renewal::Step;
use crate::access::Seat;
use crate::error::Error;
use crate::mail::{self, Letter, ToOne};
use crate::people::letters;
use crate::people::membership::SeatLine;
use crate::record::Noted;
use crate::site::{Act, Moment};

/// What happened.
#[derive(Debug)]
pub(super) enum News<'a> {
    /// The text was closed for signing.
    Frozen,
    /// It was opened again.
    Reopened { reason: &'a str, voided: usize },
    /// One more signature.
    Signed,
    /// It stands, for the first time or again.
    Stands,
    /// Somebody who was named to sign is no longer in office.
    SignerLeft { name: &'a str },
    /// The last day to sign has passed.
    NotSigned { silent: &'a str },
    /// Somebody who had signed left office.
    LeftOffice { name: &'a str, party: &'a str },
    /// The last day for a successor has passed.
    NotConfirmed,
    /// A party left the partnership.
    PartyLeft { party: &'a str },
    /// A day around the renewal date.
    Renewal(Step),
}

/// Tells every lead of a party that is still in the partnership.
pub(super) async fn leads(
    act: &mut Act,
    seat: &Seat,
    whole: &Whole,
    news: &News<'_>,
    noted: Option<&Noted>,
) -> Result<(), Error> {
    let here = |line: &&SeatLine| {
        let party = whole.parties.iter().find(|party| line.party == Some(party.id));
        party.is_some_and(|party| party.withdrawn_at.is_none()) && Some(line.person) != seat.actor().id()
    };
    let own = seat.actor().person().map(|person| seat.words(&Words::new(person.language)));
    let mut all = Vec::new();
    for line in whole.leads.iter().filter(here) {
        let w = Words::new(line.language).with_terms(seat.partnership().terms);
        let why = own.as_ref().map(|own| letters::why(own, &whole.parties, line)).unwrap_or_default();
        let letter = letter(act, seat, whole, line, &w, news, noted);
        all.push(ToOne { letter, calendar: None, why });
    }
    mail::post_to_many(act, all).await
}

fn letter(
    act: &Act,
    seat: &Seat,
    whole: &Whole,
    line: &SeatLine,
    w: &Words,
    news: &News<'_>,
    noted: Option<&Noted>,
) -> Letter {
    let place = &seat.partnership().name;
    let (subject, what) = say(seat, whole, w, news);
    let link = format!("{}/p/{}/commitment", act.site().settings.base_url, seat.partnership().id);
    let mark = noted.map(|noted| w.record_mark(&noted.code, noted.number)).unwrap_or_default();
    let body = [w.commitment_mail_greeting(&line.name), what, w.commitment_mail_link(link, place), mark];
    Letter {
        to_address: line.email.clone(),
        to_name: line.name.clone(),
        language: line.language,
        subject: w.commitment_mail_subject(place, subject),
        body: body.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"),
        partnership: Some(seat.partnership().id),
        secret: false,
    }
}

/// The subject and what happened, in the reader's words.
fn say(seat: &Seat, whole: &Whole, w: &Words, news: &News<'_>) -> (String, String) {
    let who = seat.actor().person().map_or_else(String::new, |person| person.name.clone());
    let day = |moment: Option<Moment>| {
        moment.map(|at| w.date(at.civil(&seat.partnership().zone).date())).unwrap_or_default()
    };
    let until = day(whole.commitment.sign_by);
    let renew_on = w.date(whole.commitment.renew_on);
    match news {
        News::Frozen => (w.commitment_mail_frozen_subject().into(), w.commitment_mail_frozen(until, who)),
        News::Reopened { voided: 0, .. } => {
            (w.commitment_mail_reopened_subject().into(), w.commitment_mail_reopened(who))
        }
        News::Reopened { reason, .. } => {
            (w.commitment_mail_changes_subject().into(), w.commitment_mail_changes(reason, who))
        }
        News::Signed => {
            let people = whole.missing().into_iter().map(|lead| lead.name.as_str());
            let parties = whole.unnamed().into_iter().map(|party| party.name.as_str());
            let missing: Vec<&str> = people.chain(parties).collect();
            let subject = w.commitment_mail_signed_subject(&who);
            if missing.is_empty() {
                (subject, w.commitment_mail_advised(who))
            } else {
                (subject, w.commitment_mail_signed(w.list(&missing), until, who))
            }
        }
        News::Stands => (w.commitment_mail_stands_subject().into(), w.commitment_mail_stands(renew_on)),
        News::SignerLeft { name } => {
            (w.commitment_mail_signer_left_subject().into(), w.commitment_mail_signer_left(name, until))
        }
        News::NotSigned { silent } => {
            (w.commitment_mail_not_signed_subject().into(), w.commitment_mail_not_signed(silent))
        }
        News::LeftOffice { name, party } => {
            (w.commitment_mail_lapsed_subject().into(), w.commitment_mail_left_office(name, party, until))
        }
        News::NotConfirmed => {
            (w.commitment_mail_not_confirmed_subject().into(), w.commitment_mail_not_confirmed().into())
        }
        News::PartyLeft { party } => {
            let state = whole.commitment.state.code();
            (w.commitment_mail_party_left_subject(party), w.commitment_mail_party_left(party, state))
        }
        News::Renewal(Step::Sixty | Step::Fourteen) => {
            (w.commitment_mail_renew_soon_subject().into(), w.commitment_mail_renew_soon(renew_on))
        }
        News::Renewal(Step::Due) => {
            let last = w.date(Step::Lapse.day(whole.commitment.renew_on));
            (w.commitment_mail_due_subject().into(), w.commitment_mail_due(last))
        }
        News::Renewal(Step::Lapse) => {
            (w.commitment_mail_lapsed_subject().into(), w.commitment_mail_renewal_passed(renew_on))
        }
    }
}
