//! Signing: here after proving who one is, or on paper with a witness of another party. Acts of one
//! partnership happen one after the other, so of two leaders who press at once both have signed.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::freezing::enter;
use super::{deed, open, same_version};
use crate::access::Seat;
use crate::error::{Error, Gather};
use crate::people::membership::{self, Party, SeatLine};
use crate::people::plain::folded;
use crate::prepare::commitment::tell::{self, News};
use crate::prepare::commitment::{
    Commitment, Ended, No, Paper, Signature, Standing, State, Supporter, Whole, jobs, read, store,
};
use crate::record::{self, Noted};
use crate::site::Act;

/// A signature given here.
#[derive(Debug, Deserialize)]
pub struct Sign {
    /// The name as its owner signs it.
    #[serde(default)]
    pub name: String,
}

/// What a signature led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Where the signature stands in the record.
    pub noted: Noted,
    /// Whether it was the last one that was needed.
    pub completed: bool,
}

/// Signs version `seen` for one's own party, as a named leader or as an advising party's lead.
pub async fn sign(act: &mut Act, seat: &Seat, seen: i64, input: &Sign) -> Result<Outcome, Error> {
    let member = seat.member()?.id;
    let party = seat.party()?.clone();
    let whole = signable(act, seat, party.must_agree).await?;
    let standing = whole.may_sign(party.id, party.must_agree, member)?;
    same_version(&whole.commitment, seen)?;
    own_name(&whole, member, &input.name)?;
    let signature = signature(act, &whole, member, standing, None)?;
    add(act, seat, whole, signature).await
}

/// The one being signed; for an advising party else the one that stands.
async fn signable(act: &mut Act, seat: &Seat, must_agree: bool) -> Result<Whole, Error> {
    let all = store::all(act, seat.partnership().id).await?;
    let signing = all.iter().find(|one| one.state == State::Signing);
    let signed = all.iter().find(|one| one.state == State::Signed && !must_agree);
    read::whole(act, seat.partnership().id, signing.or(signed)).await?.ok_or_else(|| No::NotSigning.into())
}

fn read_name(written: &str) -> Result<&str, No> {
    let name = written.trim();
    if name.is_empty() || name.chars().count() > 120 { Err(No::NameNeeded) } else { Ok(name) }
}

/// Whoever signs here types the name that stands on their own seat, and no other.
fn own_name(whole: &Whole, member: Uuid, typed: &str) -> Result<(), Error> {
    let line = whole.leads.iter().find(|line| line.id == member).ok_or(Error::Forbidden)?;
    Ok(same_name(read_name(typed)?, &line.name)?)
}

/// Capitals, accents and spaces aside, it has to be this name.
fn same_name(typed: &str, own: &str) -> Result<(), No> {
    if folded(typed) == folded(own) { Ok(()) } else { Err(No::NameDiffers(own.to_owned())) }
}

/// A signature bears the name of the seat it is given for.
fn signature(
    act: &Act,
    whole: &Whole,
    member: Uuid,
    standing: Standing,
    paper: Option<Paper>,
) -> Result<Signature, Error> {
    let line = whole.leads.iter().find(|line| line.id == member).ok_or(Error::Forbidden)?;
    let party = party_of(whole, line).ok_or(Error::Forbidden)?;
    Ok(Signature {
        id: act.id(),
        party: party.id,
        party_name: party.name.clone(),
        member,
        name: line.name.clone(),
        job_title: line.job_title.clone(),
        standing,
        at: act.now(),
        paper,
        ended: None,
    })
}

fn party_of<'a>(whole: &'a Whole, line: &SeatLine) -> Option<&'a Party> {
    whole.parties.iter().find(|party| line.party == Some(party.id))
}

/// Keeps a signature, notes it, and completes the commitment if it was the last one needed.
async fn add(act: &mut Act, seat: &Seat, mut whole: Whole, signature: Signature) -> Result<Outcome, Error> {
    store::add_signature(act, &whole.commitment, &signature, seat.member()?.id).await?;
    let kind =
        if signature.standing == Standing::Successor { "commitment.confirmed" } else { "commitment.signed" };
    let mut deed = deed(kind, &whole.commitment)
        .fact("party", &signature.party_name)
        .fact("standing", signature.standing.code());
    deed = match &signature.paper {
        Some(paper) => deed.fact("on", paper.on).on_behalf_of(&signature.name, &paper.witness),
        None => deed.text("name", seat.person()?.language, &signature.name),
    };
    let noted = record::note(act, seat, deed).await?;
    whole.signatures.push(signature);
    let completed = match whole.commitment.state {
        State::Signing if whole.is_complete() => complete(act, seat, &mut whole).await?,
        State::Lapsed if whole.vacated().is_empty() => stand_again(act, &mut whole).await?,
        _ => false,
    };
    let news = if completed { News::Stands } else { News::Signed };
    tell::leads(act, seat, &whole, &news, Some(&noted)).await?;
    Ok(Outcome { noted, completed })
}

/// The last signature is in: it stands, what it renews is replaced, and its dates are set.
pub(super) async fn complete(act: &mut Act, seat: &Seat, whole: &mut Whole) -> Result<bool, Error> {
    let commitment = &mut whole.commitment;
    enter(act, commitment, State::Signed);
    commitment.signed_at = Some(act.now());
    store::save(act, commitment).await?;
    record::note(act, seat, deed("commitment.completed", commitment)).await?;
    let all = store::all(act, seat.partnership().id).await?;
    for earlier in all.iter().filter(|one| Some(one.id) == commitment.renews) {
        replace(act, seat, earlier).await?;
    }
    jobs::around_the_renewal_date(act, commitment, &seat.partnership().zone).await?;
    Ok(true)
}

async fn replace(act: &mut Act, seat: &Seat, earlier: &Commitment) -> Result<(), Error> {
    let mut earlier = earlier.clone();
    enter(act, &mut earlier, State::Superseded);
    store::save(act, &earlier).await?;
    record::note(act, seat, deed("commitment.renewed", &earlier)).await?;
    Ok(())
}

/// Every successor who was awaited has confirmed.
pub(super) async fn stand_again(act: &mut Act, whole: &mut Whole) -> Result<bool, Error> {
    enter(act, &mut whole.commitment, State::Signed);
    whole.commitment.lapse = None;
    store::save(act, &whole.commitment).await?;
    Ok(true)
}

/// A signature on paper, entered by a lead of the signer's own party.
#[derive(Debug, Deserialize)]
pub struct SignOnPaper {
    /// The seat that signed.
    #[serde(default)]
    pub signer: String,
    /// The name as it stands on the paper.
    #[serde(default)]
    pub name: String,
    /// The day on the paper, `2026-09-14`.
    #[serde(default)]
    pub signed_on: String,
    /// The seat, of another party, that saw it.
    #[serde(default)]
    pub witness: String,
}

/// Enters a signature that a named leader of one's own party gave on paper. It is marked as given on
/// paper, with who entered it and who of another party saw it.
pub async fn sign_on_paper(
    act: &mut Act,
    seat: &Seat,
    seen: i64,
    input: &SignOnPaper,
) -> Result<Outcome, Error> {
    let party = seat.party()?.clone();
    let whole = open(act, seat, No::NotSigning).await?;
    if whole.commitment.state != State::Signing {
        return Err(No::NotSigning.into());
    }
    same_version(&whole.commitment, seen)?;
    let zone = &seat.partnership().zone;
    let earliest = whole.commitment.since.civil(zone).date();
    let mut gather = Gather::default();
    let signer = gather.take(paper_signer(&whole, party.id, party.must_agree, &input.signer));
    let name = gather.take(read_name(&input.name));
    let on = gather.take(paper_day(&input.signed_on, earliest, act.now().civil(zone).date()));
    let witness = gather.take(paper_witness(act, seat, &whole, &input.witness).await?);
    gather.done()?;
    let (Some((signer, standing)), Some(name), Some(on), Some(witness)) = (signer, name, on, witness) else {
        return Err(Error::Unreadable);
    };
    let mut signature = signature(act, &whole, signer, standing, Some(Paper { on, witness }))?;
    // A name that was written out on the paper in another way is kept beside the signer's own.
    if folded(name) != folded(&signature.name) {
        signature.name = format!("{} ({name})", signature.name);
    }
    add(act, seat, whole, signature).await
}

fn paper_signer(whole: &Whole, party: Uuid, must_agree: bool, written: &str) -> Result<(Uuid, Standing), No> {
    let member = written.parse().map_err(|_| No::WrongSigner)?;
    if !whole.leads_of(party).any(|lead| lead.id == member) {
        return Err(No::WrongSigner);
    }
    let standing = whole.may_sign(party, must_agree, member).map_err(|_| No::WrongSigner)?;
    Ok((member, standing))
}

fn paper_day(written: &str, earliest: Date, today: Date) -> Result<Date, No> {
    let day: Date = written.trim().parse().map_err(|_| No::PaperDay)?;
    if (earliest..=today).contains(&day) { Ok(day) } else { Err(No::PaperDay) }
}

/// The witness's name with their party, as it is kept: parties and seats change, what was seen does not.
async fn paper_witness(
    act: &mut Act,
    seat: &Seat,
    whole: &Whole,
    written: &str,
) -> Result<Result<String, No>, Error> {
    let Ok(member) = written.parse() else { return Ok(Err(No::WrongWitness)) };
    let Some(line) = membership::seat_of(act, seat.partnership().id, member).await? else {
        return Ok(Err(No::WrongWitness));
    };
    Ok(match party_of(whole, &line) {
        Some(other) if other.id != seat.party()?.id && other.withdrawn_at.is_none() => {
            Ok(format!("{}, {}", line.name, other.name))
        }
        _ => Err(No::WrongWitness),
    })
}

/// Confirms the commitment that stands for one's own party, as the successor of somebody who signed
/// and left office.
pub async fn confirm(act: &mut Act, seat: &Seat, seen: i64, input: &Sign) -> Result<Outcome, Error> {
    let member = seat.member()?.id;
    let party = seat.party()?.id;
    let whole = read::standing_whole(act, seat.partnership().id).await?;
    let whole = whole.ok_or_else(|| Error::refuse(No::NothingToConfirm))?;
    if whole.commitment.state != State::Lapsed {
        return Err(No::NothingToConfirm.into());
    }
    whole.may_confirm(party)?;
    same_version(&whole.commitment, seen)?;
    own_name(&whole, member, &input.name)?;
    // A lead who had signed beside the one who left signs again, as the successor.
    if let Some(before) = whole.signature_of(member) {
        store::end_signature(act, before.id, Ended::Renewed).await?;
    }
    let signature = signature(act, &whole, member, Standing::Successor, None)?;
    add(act, seat, whole, signature).await
}

/// Adds one's own name to the commitment that stands.
pub async fn support(act: &mut Act, seat: &Seat) -> Result<Noted, Error> {
    let (member, person) = (seat.member()?.id, seat.person()?.clone());
    let party_name = seat.party()?.name.clone();
    let all = store::all(act, seat.partnership().id).await?;
    let standing = read::standing(&all).filter(|one| one.state == State::Signed);
    let commitment = standing.ok_or_else(|| Error::refuse(No::NothingToSupport))?;
    let supporter = Supporter { name: person.name, party_name: party_name.clone() };
    if !store::add_supporter(act, commitment.id, member, &supporter).await? {
        return Err(No::SignedAlready.into());
    }
    record::note(act, seat, deed("commitment.supported", commitment).fact("party", party_name)).await
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_signature_is_given_under_ones_own_name_whatever_its_capitals_and_accents() {
        for (typed, own, same) in [
            ("Sam Head", "Sam Head", true),
            ("  sam   HEAD ", "Sam Head", true),
            ("Salome Nunez", "Salomé Núñez", true),
            ("Bob Other", "Sam Head", false),
            ("Sam", "Sam Head", false),
            ("Sam Head Jr.", "Sam Head", false),
        ] {
            assert_eq!(same_name(typed, own).is_ok(), same, "{typed:?} for {own:?}");
        }
    }
}
