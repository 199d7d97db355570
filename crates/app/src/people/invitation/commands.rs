//! Asking somebody to take a seat.

use crate::access::Seat;
use crate::error::Error;
use crate::mail::{self, Letter};
use crate::people::membership::Role;
use crate::site::Act;

/// Whom to ask, for which seat.
#[derive(Debug, Clone)]
pub struct Invite {
    /// The party; none for a neutral seat.
    pub party: Option<uuid::Uuid>,
    /// What they would do.
    pub role: Role,
    /// Whether they would lead the party.
    pub lead: bool,
    /// Their name.
    pub name: String,
    /// Their address, in lower case.
    pub email: String,
    /// Why they are asked.
    pub message: String,
    /// The language of the letter.
    pub language: String,
}

/// Asks them by letter.
pub async fn invite(act: &mut Act, seat: &Seat, input: Invite) -> Result<(), Error> {
    let link = format!("{}/p/{}", act.site().settings.base_url, seat.partnership().id);
    let letter = Letter {
        to_address: input.email,
        to_name: input.name,
        language: words::Lang::from_code(&input.language).unwrap_or(words::Lang::En),
        subject: seat.partnership().name.clone(),
        body: format!("{}\n\n{link}\n", input.message),
        partnership: Some(seat.partnership().id),
        secret: false,
    };
    mail::post(act, &letter).await
}
