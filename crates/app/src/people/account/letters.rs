//! Letters that tell a person what was changed about their account, so that a change they did not make
//! does not stay unseen.

use words::{Lang, Words};

use crate::mail::Letter;

fn letter(w: &Words, to: &str, name: &str, subject: &str, body: String) -> Letter {
    Letter {
        to_address: to.to_owned(),
        to_name: name.to_owned(),
        language: w.lang(),
        subject: subject.to_owned(),
        body,
        partnership: None,
        secret: false,
    }
}

pub(super) fn password_set(language: Lang, to: &str, name: &str, link: &str) -> Letter {
    let w = Words::new(language);
    letter(&w, to, name, w.account_letter_password_subject(), w.account_letter_password(link, name))
}

pub(super) fn password_removed(language: Lang, to: &str, name: &str, link: &str) -> Letter {
    let w = Words::new(language);
    letter(&w, to, name, w.account_letter_removed_subject(), w.account_letter_removed(link, name))
}

/// To the old address: whoever reads it may have lost the account.
pub(super) fn email_changed(language: Lang, to: &str, name: &str) -> Letter {
    let w = Words::new(language);
    letter(&w, to, name, w.account_letter_email_subject(), w.account_letter_email(name))
}
