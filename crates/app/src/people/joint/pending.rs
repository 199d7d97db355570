//! What a page shows of the joint act that is about it: who has answered, who has not, until when, and
//! what silence means.

use agreement::joint::{Answer, Outcome};
use db::Tx;
use words::Words;

use super::{Proposal, State, store, web};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::people::membership;
use crate::site::Moment;

/// An open joint act as a page beside it shows it.
#[derive(Debug)]
pub struct Pending {
    /// Where it is answered, below the partnership's own path.
    pub link: String,
    /// Who proposed it.
    pub party: String,
    /// When.
    pub since: String,
    /// The last day on which an answer counts.
    pub until: String,
    /// The parties that said yes.
    pub confirmed: Vec<String>,
    /// The parties whose answer is awaited.
    pub awaited: Vec<String>,
    /// Whether the reader answers for one of them.
    pub mine: bool,
    /// What happens without an answer.
    pub silence: &'static str,
}

/// The open act that is about this, if there is one.
pub async fn pending(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    now: Moment,
    is_about: impl Fn(&Proposal) -> bool,
) -> Result<Option<Pending>, Error> {
    let place = seat.partnership();
    let open = store::open_of(tx, place.id).await?;
    let Some(one) = open.into_iter().find(|one| one.state == State::Open && is_about(&one.proposal)) else {
        return Ok(None);
    };
    let parties = membership::parties(tx, place.id).await?;
    let name = |id| parties.iter().find(|p| p.id == id).map(|p| p.name.clone()).unwrap_or_default();
    let awaited = match one.outcome(&parties, now) {
        Outcome::Waiting { on, .. } => {
            parties.iter().filter(|p| on.contains(&p.id)).map(|p| p.name.clone()).collect()
        }
        _ => Vec::new(),
    };
    let own = seat.membership().and_then(|m| m.party.as_ref()).map(|p| p.id);
    let day = |at: Moment| w.date(at.civil(&place.zone).date());
    let yes = one.answers.iter().filter(|said| said.answer == Answer::Confirmed);
    Ok(Some(Pending {
        link: format!("joint#act-{}", one.id),
        party: name(one.party),
        since: day(one.proposed_at),
        until: day(one.answer_by.plus(-1)),
        confirmed: yes.map(|said| name(said.party)).collect(),
        awaited,
        mine: seat.could(Right::AnswerJoint) && own.is_some_and(|own| one.awaits(own, &parties, now)),
        silence: web::on_silence(w, one.proposal.on_silence()),
    }))
}
