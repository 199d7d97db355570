//! A form was sent and a command answered: either it is done, or a rule said no and the form goes back
//! on its page with everything that was typed.

use words::Words;

use super::form::Form;
use crate::error::Error;

/// Turns a rule's no into the form to show again; every other error goes its own way. The act must be
/// dropped before the page is shown.
pub fn tried<T>(outcome: Result<T, Error>, form: &Form, w: &Words) -> Result<Result<T, Form>, Error> {
    match outcome {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Refused(refusals)) => Ok(Err(form.clone().refused(&refusals, w))),
        Err(error) => Err(error),
    }
}
