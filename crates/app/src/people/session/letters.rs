//! The letter with a code.

use words::Words;

use super::code::{self, Purpose};
use crate::mail::Letter;

/// The letter that brings a code. It says the same whether the address is known here or not, and its
/// subject holds no code: subjects show on locked screens.
pub(super) fn with_code(w: &Words, email: &str, code: &str, purpose: Purpose) -> Letter {
    let code = code::shown(code);
    let body = match purpose {
        Purpose::SignIn | Purpose::Join => w.session_letter(code),
        Purpose::Prove => w.session_letter_prove(code),
        Purpose::Email => w.session_letter_email(code),
    };
    Letter {
        to_address: email.to_owned(),
        to_name: String::new(),
        language: w.lang(),
        subject: w.session_letter_subject().to_owned(),
        body,
        partnership: None,
        secret: true,
    }
}
