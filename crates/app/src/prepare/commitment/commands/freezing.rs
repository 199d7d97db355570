//! Closing the text for signing, and opening it again. Before the first signature a lead of any
//! must-agree party may open it without a word; once somebody has signed, only with a reason that is
//! kept, and every signature is voided where all can see it.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{deed, open, same_version};
use crate::access::Seat;
use crate::error::Error;
use crate::prepare::commitment::jobs::{self, Silence};
use crate::prepare::commitment::tell::{self, News};
use crate::prepare::commitment::{Commitment, Ended, No, State, Whole, read, renewal, store};
use crate::record;
use crate::site::{Act, Moment};

/// Who signs for one's own party: one or two of its leads.
#[derive(Debug, Deserialize)]
pub struct NameSigners {
    /// Their seats.
    pub signers: Vec<Uuid>,
}

/// Names who signs for one's own party; no other party has a say in it.
pub async fn name_signers(act: &mut Act, seat: &Seat, input: &NameSigners) -> Result<(), Error> {
    let party = seat.party()?.clone();
    let whole = open(act, seat, No::NotSigning).await?;
    whole.may_name(party.id, &input.signers)?;
    store::name(act, whole.commitment.id, party.id, &input.signers).await?;
    let mut act_of_naming = deed("commitment.signers_named", &whole.commitment).fact("party", &party.name);
    for signer in whole.leads_of(party.id).filter(|lead| input.signers.contains(&lead.id)) {
        act_of_naming = act_of_naming.text("name", signer.language, &signer.name);
    }
    record::note(act, seat, act_of_naming).await?;
    Ok(())
}

/// Closes version `seen` of the text: from now on people sign exactly this, or not.
pub async fn freeze(act: &mut Act, seat: &Seat, seen: i64) -> Result<(), Error> {
    let mut whole = open(act, seat, No::NotWriting).await?;
    whole.may_freeze()?;
    same_version(&whole.commitment, seen)?;
    let today = act.now().civil(&seat.partnership().zone).date();
    if whole.commitment.renew_on <= today {
        return Err(No::RenewalPast.into());
    }
    let (_, body) = read::version(act, whole.commitment.id, seen).await?;
    if body.is_empty() {
        return Err(No::EmptyText.into());
    }
    let sign_by = act.now().plus(renewal::SIGNING_DAYS * Moment::DAY);
    let commitment = &mut whole.commitment;
    enter(act, commitment, State::Signing);
    commitment.sign_by = Some(sign_by);
    commitment.text_hash = Some(Sha256::digest(body.as_bytes()).to_vec());
    store::save(act, commitment).await?;
    let deed = deed("commitment.frozen", commitment).text("body", commitment.language, body);
    let noted = record::note(act, seat, deed).await?;
    jobs::when_signing_is_over(act, &Silence { commitment: commitment.id, sign_by }).await?;
    tell::leads(act, seat, &whole, &News::Frozen, Some(&noted)).await
}

/// Says for one's own party that it has read version `seen` of the text.
pub async fn looked(act: &mut Act, seat: &Seat, seen: i64) -> Result<(), Error> {
    let (party, member) = (seat.party()?.id, seat.member()?.id);
    let whole = open(act, seat, No::NotWriting).await?;
    if whole.commitment.state != State::Writing {
        return Err(No::NotWriting.into());
    }
    same_version(&whole.commitment, seen)?;
    store::look(act, seat.partnership().id, &whole.commitment, party, member).await?;
    let (place, person) = (seat.partnership().id, seat.actor().id());
    record::event::leave(act, place, "commitment.looked", person, Some(whole.commitment.id)).await
}

/// Opens the text again.
#[derive(Debug, Deserialize)]
pub struct Reopen {
    /// Why; needed once somebody has signed.
    #[serde(default)]
    pub reason: String,
}

/// Opens the text for writing again. Signatures that were given are voided, visibly and for good: what
/// they stood under may now change.
pub async fn reopen(act: &mut Act, seat: &Seat, input: &Reopen) -> Result<(), Error> {
    let mut whole = open(act, seat, No::NotSigning).await?;
    if whole.commitment.state != State::Signing {
        return Err(No::NotSigning.into());
    }
    let reason = input.reason.trim();
    let standing = whole.signatures.iter().filter(|signature| signature.stands()).count();
    if standing > 0 && reason.is_empty() {
        return Err(No::ReasonNeeded.into());
    }
    let kind = if standing > 0 { "commitment.changes_asked" } else { "commitment.reopened" };
    let mut deed = deed(kind, &whole.commitment).fact("voided", standing);
    if !reason.is_empty() {
        deed = deed.text("reason", seat.person()?.language, reason);
    }
    back_to_writing(act, &mut whole).await?;
    let noted = record::note(act, seat, deed).await?;
    tell::leads(act, seat, &whole, &News::Reopened { reason, voided: standing }, Some(&noted)).await
}

/// Puts a commitment back to writing and voids what was signed.
pub(super) async fn back_to_writing(act: &mut Act, whole: &mut Whole) -> Result<(), Error> {
    for signature in whole.signatures.iter().filter(|signature| signature.stands()) {
        store::end_signature(act, signature.id, Ended::Voided).await?;
    }
    enter(act, &mut whole.commitment, State::Writing);
    whole.commitment.text_hash = None;
    store::save(act, &whole.commitment).await
}

/// Moves a commitment to a state, from this moment on, waiting for nothing.
pub(super) fn enter(act: &Act, commitment: &mut Commitment, state: State) {
    commitment.state = state;
    commitment.since = act.now();
    commitment.sign_by = None;
}
