//! What people do with invitations: ask, hand over a slip, wake, take back; and on the other side say
//! yes, not now, no, or ask a question.

use db::Tx;
use serde::Deserialize;
use uuid::Uuid;
use words::{Lang, Words};

use super::{Invitation, No, State, WAITS, email_of, message_of, name_of, store};
use crate::access::{Actor, Right, Seat};
use crate::error::{Error, Gather};
use crate::mail::{self, Letter};
use crate::people::membership::commands::{TakeSeat, take_seat};
use crate::people::membership::{self, Role};
use crate::people::session::{hashed, token};
use crate::record::{self, Deed};
use crate::site::Act;
use crate::text::{self, Draft, Retention, Sharing};

/// Whom to ask, and what to say to them.
#[derive(Debug, Clone, Deserialize)]
pub struct Invite {
    /// The party they would sit for; none for a neutral seat.
    #[serde(default)]
    pub party: String,
    /// What they would do there; a member when nothing is said.
    #[serde(default)]
    pub role: String,
    /// Whether they would lead their party: any word but nothing.
    #[serde(default)]
    pub lead: String,
    /// Their name.
    #[serde(default)]
    pub name: String,
    /// Their address; empty when the link goes on paper.
    #[serde(default)]
    pub email: String,
    /// A personal message.
    #[serde(default)]
    pub message: String,
    /// The language to write to them in.
    #[serde(default)]
    pub language: String,
}

/// An invitation that was made, and its link's token: shown once, kept nowhere.
#[derive(Debug)]
pub struct Asked {
    /// The token.
    pub token: String,
}

/// Asks somebody to join. A lead asks for the own party; in a draft also the first lead of a party
/// nobody sits for yet.
pub async fn invite(act: &mut Act, seat: &Seat, input: Invite) -> Result<Asked, Error> {
    let mut gather = Gather::default();
    let name = gather.take(name_of(&input.name));
    let email = gather.take(email_of(&input.email)).flatten();
    let message = gather.take(message_of(&input.message));
    let party = gather.take(party(act, seat, &input).await?);
    if let Some(email) = &email {
        gather.take(unasked(act, seat, email).await?);
    }
    gather.done()?;
    let (Some(name), Some(message), Some(party)) = (name, message, party) else {
        return Err(Error::Unreadable);
    };
    let wanted = Offer {
        party: Some(party),
        role: Role::from_code(&input.role).unwrap_or(Role::Member),
        lead: !input.lead.is_empty(),
        name,
        email,
        message,
        language: Lang::from_code(&input.language).unwrap_or(Lang::En),
    };
    offer(act, seat, wanted).await
}

/// The party whose seat is offered.
#[derive(Debug, Clone)]
pub(in crate::people) struct For {
    /// Its id.
    pub(in crate::people) id: Uuid,
    /// Its name, for the letter and the record.
    pub(in crate::people) name: String,
}

/// A seat to offer, once the rules of whoever offers it have been kept.
#[derive(Debug, Clone)]
pub(in crate::people) struct Offer {
    /// The party; none for a neutral seat.
    pub(in crate::people) party: Option<For>,
    /// What they would do there.
    pub(in crate::people) role: Role,
    /// Whether they would lead the party.
    pub(in crate::people) lead: bool,
    /// Their name.
    pub(in crate::people) name: String,
    /// Their address.
    pub(in crate::people) email: Option<String>,
    /// A personal message.
    pub(in crate::people) message: String,
    /// The language to write to them in.
    pub(in crate::people) language: Lang,
}

/// Offers a seat: for a lead's own invitation, for a neutral whom the parties appointed together, and
/// for the successor contact of a party with nobody left.
pub(in crate::people) async fn offer(act: &mut Act, seat: &Seat, offer: Offer) -> Result<Asked, Error> {
    let Offer { party, role, lead, name, email, message, language } = offer;
    let id = act.id();
    let kept = keep_message(act, seat, id, language, &message).await?;
    let now = act.now();
    let party_name = party.as_ref().map(|party| party.name.clone()).unwrap_or_default();
    let invitation = Invitation {
        id,
        partnership: seat.partnership().id,
        party: party.map(|party| party.id),
        role,
        lead,
        name,
        email,
        language,
        message: kept,
        asked_by: seat.membership().map(|m| m.id),
        asked_at: now,
        sleeps_at: now.plus(WAITS),
        state: State::Asked,
        version: 1,
    };
    store::add(act, &invitation).await?;
    let token = new_link(act, invitation.partnership, id).await?;
    // Whom a side asks is its own matter until they take the seat: the record says that somebody was asked, not who.
    let deed = Deed::new("invitation.sent").about(id).fact("party", &party_name).fact("role", role.code());
    record::note(act, seat, deed).await?;
    letter(act, seat, &invitation, &party_name, &message, &token).await?;
    Ok(Asked { token })
}

async fn keep_message(
    act: &mut Act,
    seat: &Seat,
    about: Uuid,
    language: Lang,
    message: &str,
) -> Result<Option<Uuid>, Error> {
    if message.is_empty() {
        return Ok(None);
    }
    let draft =
        Draft::new(seat, about, "invitation.message", message).in_language(language).kept(Retention::Working);
    text::keep(act, seat, &draft).await.map(Some)
}

/// The party somebody may be asked to by this seat: the own one, which the seat has read already; as its first lead also
/// one that nobody sits for yet.
async fn party(act: &mut Act, seat: &Seat, input: &Invite) -> Result<Result<For, No>, Error> {
    let own = seat.membership().and_then(|m| m.party.as_ref());
    let wanted = input.party.parse::<Uuid>().ok().or(own.map(|own| own.id));
    if input.lead.is_empty() {
        let own = own.filter(|own| Some(own.id) == wanted && !own.withdrawn);
        return Ok(own.map(|own| For { id: own.id, name: own.name.clone() }).ok_or(No::NotYourParty));
    }
    let id = seat.partnership().id;
    let parties = membership::parties(act, id).await?;
    let Some(party) = parties.into_iter().find(|party| Some(party.id) == wanted) else {
        return Ok(Err(No::NotYourParty));
    };
    let seats = membership::seats(act, id).await?;
    let leads = seats.iter().filter(|line| line.party == Some(party.id) && line.lead).count();
    // A party that nobody sits for yet has nobody to ask for it: whoever named it asks its first lead.
    let may = own.map(|own| own.id) == Some(party.id) || party.joined_at.is_none();
    Ok(match () {
        () if party.withdrawn_at.is_some() || !may => Err(No::NotYourParty),
        () if leads >= 2 => Err(No::LeadsFull),
        () => Ok(For { id: party.id, name: party.name }),
    })
}

async fn unasked(act: &mut Act, seat: &Seat, email: &str) -> Result<Result<(), No>, Error> {
    let id = seat.partnership().id;
    if membership::seats(act, id).await?.iter().any(|line| line.email == email) {
        return Ok(Err(No::AlreadySits));
    }
    let open = store::of_partnership(act, id).await?;
    let asked = open
        .iter()
        .any(|i| i.email.as_deref() == Some(email) && matches!(i.state, State::Asked | State::Considering));
    Ok(if asked { Err(No::AlreadyAsked) } else { Ok(()) })
}

async fn new_link(act: &mut Act, partnership: Uuid, invitation: Uuid) -> Result<String, Error> {
    let token = token(act.site());
    store::add_link(act, partnership, invitation, &hashed(&token)).await?;
    Ok(token)
}

async fn letter(
    act: &mut Act,
    seat: &Seat,
    invitation: &Invitation,
    party: &str,
    message: &str,
    token: &str,
) -> Result<(), Error> {
    let Some(email) = &invitation.email else { return Ok(()) };
    let w = seat.words(&Words::new(invitation.language));
    let asker =
        seat.actor().person().map_or_else(|| w.invitation_mail_operator().to_owned(), |p| p.name.clone());
    let link = format!("{}/i/{token}", act.site().settings.base_url);
    let place = &seat.partnership().name;
    let mut body =
        vec![w.invitation_mail_hello(&invitation.name), w.invitation_mail_asks(&asker, party, place)];
    if !message.is_empty() {
        body.push(w.invitation_mail_message(&asker));
        body.push(message.to_owned());
    }
    body.push(w.invitation_mail_link().to_owned());
    body.push(link);
    body.push(w.invitation_mail_free().to_owned());
    let letter = Letter {
        to_address: email.clone(),
        to_name: invitation.name.clone(),
        language: invitation.language,
        subject: w.invitation_mail_subject(&asker, place),
        body: body.join("\n\n"),
        partnership: Some(seat.partnership().id),
        secret: true,
    };
    mail::post(act, &letter).await
}

/// Makes a new link for a printed slip; the mail's link stays good.
pub async fn slip(act: &mut Act, seat: &Seat, invitation: Uuid) -> Result<String, Error> {
    let found = own(act, seat, invitation).await?;
    new_link(act, found.partnership, found.id).await
}

/// Asks again somebody whose invitation fell asleep: thirty more days.
pub async fn wake(act: &mut Act, seat: &Seat, invitation: Uuid) -> Result<(), Error> {
    let found = own(act, seat, invitation).await?;
    let until = act.now().plus(WAITS);
    store::wake(act, found.id, until).await?;
    record::event::leave(act, found.partnership, "invitation.woken", seat.actor().id(), Some(found.id)).await
}

/// Takes an invitation back.
pub async fn withdraw(act: &mut Act, seat: &Seat, invitation: Uuid) -> Result<(), Error> {
    let found = own(act, seat, invitation).await?;
    settle(act, &found, State::Withdrawn, None).await?;
    record::note(act, seat, Deed::new("invitation.withdrawn").about(found.id)).await?;
    Ok(())
}

/// Whether an invitation is for the seat's own party, or was made by it; the other side's is not its to touch.
pub(super) async fn asked_by_own(tx: &mut Tx, seat: &Seat, found: &Invitation) -> Result<(), Error> {
    let mine = seat.party()?.id;
    let asked_by = match found.asked_by {
        Some(member) => membership::seat_of(tx, found.partnership, member).await?.and_then(|line| line.party),
        None => None,
    };
    if found.party == Some(mine) || asked_by == Some(mine) { Ok(()) } else { Err(Error::Forbidden) }
}

/// An open invitation that this seat's party made, or one to a party nobody sits for yet.
async fn own(act: &mut Act, seat: &Seat, id: Uuid) -> Result<Invitation, Error> {
    let found = store::one(act, seat.partnership().id, id).await?.ok_or(Error::Unseen)?;
    asked_by_own(act, seat, &found).await?;
    if found.state.open() { Ok(found) } else { Err(No::Closed.into()) }
}

async fn settle(
    act: &mut Act,
    invitation: &Invitation,
    state: State,
    person: Option<Uuid>,
) -> Result<(), Error> {
    if store::answer(act, invitation, state, person).await? { Ok(()) } else { Err(No::Closed.into()) }
}

/// The open invitation a link belongs to, with the partnership's row taken so that two answers cannot
/// both count. The link is the right.
async fn by_link(act: &mut Act, actor: &Actor, token: &str) -> Result<(Seat, Invitation), Error> {
    let hash = hashed(token);
    let found = store::by_link(act, &hash).await?.ok_or(Error::Unseen)?;
    let seat = Seat::of_newcomer(act, actor, found.partnership, Right::See).await?;
    let found = store::by_link(act, &hash).await?.ok_or(Error::Unseen)?;
    if found.state.open() { Ok((seat, found)) } else { Err(No::Closed.into()) }
}

/// Says yes: takes the seat that was offered.
pub async fn accept(act: &mut Act, actor: &Actor, token: &str, job_title: &str) -> Result<Uuid, Error> {
    let person = actor.person().ok_or(Error::SignIn)?.clone();
    let (seat, invitation) = by_link(act, actor, token).await?;
    settle(act, &invitation, State::Accepted, Some(person.id)).await?;
    let job_title: String = job_title.trim().chars().take(100).collect();
    let offered = TakeSeat {
        party: invitation.party,
        role: invitation.role,
        lead: invitation.lead,
        job_title,
        appointed_by: invitation.asked_by,
        term_ends: None,
    };
    take_seat(act, &seat, offered).await?;
    tell_asker(act, &invitation, |w| w.invitation_told_yes(&person.name)).await?;
    Ok(invitation.partnership)
}

/// Says not now: the invitation stays open until its date.
pub async fn consider(act: &mut Act, actor: &Actor, token: &str) -> Result<(), Error> {
    let (_, invitation) = by_link(act, actor, token).await?;
    settle(act, &invitation, State::Considering, None).await?;
    record::event::leave(act, invitation.partnership, "invitation.considered", None, Some(invitation.id))
        .await
}

/// Says no. Needs no account and no reason.
pub async fn decline(act: &mut Act, actor: &Actor, token: &str) -> Result<(), Error> {
    let (seat, invitation) = by_link(act, actor, token).await?;
    settle(act, &invitation, State::Declined, None).await?;
    record::note(act, &seat, Deed::new("invitation.declined").about(invitation.id)).await?;
    let name = invitation.name.clone();
    tell_asker(act, &invitation, |w| w.invitation_told_no(&name)).await
}

/// Asks a question: it goes to the one who asked, by mail, with a way to answer if one was given.
pub async fn question(
    act: &mut Act,
    actor: &Actor,
    token: &str,
    words: &str,
    reply_to: &str,
) -> Result<(), Error> {
    let (seat, invitation) = by_link(act, actor, token).await?;
    let mut gather = Gather::default();
    let asked = match message_of(words) {
        Ok(text) if text.is_empty() => gather.take(Err(No::QuestionMissing)),
        read => gather.take(read),
    };
    let reply_to = gather.take(email_of(reply_to)).flatten();
    gather.done()?;
    let Some(asked) = asked else { return Err(Error::Unreadable) };
    let draft = Draft::new(&seat, invitation.id, "invitation.question", &asked)
        .in_language(invitation.language)
        .shared(Sharing::Party)
        .kept(Retention::Working);
    text::keep(act, &seat, &draft).await?;
    let name = invitation.name.clone();
    tell_asker(act, &invitation, move |w| {
        let answer = match &reply_to {
            Some(address) => w.invitation_told_answer_to(address),
            None => w.invitation_told_answer_in_person().to_owned(),
        };
        format!("{}\n\n{asked}\n\n{answer}", w.invitation_told_question(&name))
    })
    .await
}

/// Tells the one who asked, in their own language; their seat may have ended since.
async fn tell_asker(
    act: &mut Act,
    invitation: &Invitation,
    say: impl FnOnce(&Words) -> String,
) -> Result<(), Error> {
    let Some(member) = invitation.asked_by else { return Ok(()) };
    let Some(asker) = membership::seat_of(act, invitation.partnership, member).await? else { return Ok(()) };
    let w = Words::new(asker.language);
    let link = format!("{}/p/{}/invite", act.site().settings.base_url, invitation.partnership);
    let letter = Letter {
        to_address: asker.email,
        to_name: asker.name,
        language: asker.language,
        subject: w.invitation_told_subject().to_owned(),
        body: format!("{}\n\n{link}", say(&w)),
        partnership: Some(invitation.partnership),
        secret: false,
    };
    mail::post(act, &letter).await
}
