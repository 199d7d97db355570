//! What a commitment waits for, from one person: shown first on their home.

use db::Tx;
use uuid::Uuid;
use words::Words;

use super::renewal::Step;
use super::{Commitment, Lapse, State, read, store};
use crate::access::{Right, Seat};
use crate::error::Error;
use crate::site::Moment;
use crate::web::Waiting;

/// What waits for whoever holds this seat, the most pressing first. One look at the database for those
/// who lead no party: nothing waits for them.
pub async fn waiting_for(tx: &mut Tx, seat: &Seat, w: &Words) -> Result<Vec<Waiting>, Error> {
    let mut waits = Vec::new();
    let (Ok(member), Ok(party)) = (seat.member(), seat.party()) else { return Ok(waits) };
    if !seat.could(Right::SignCommitment) {
        return Ok(waits);
    }
    let place = seat.partnership();
    let link = format!("/p/{}/commitment", place.id);
    let all = store::all(tx, place.id).await?;
    let (open, standing) = (read::open(&all), read::standing(&all));
    if let Some(whole) = read::whole(tx, place.id, open).await?.filter(|_| party.must_agree) {
        let commitment = &whole.commitment;
        let waiting = |what: &str, to: &str, minutes| Waiting {
            going_on: false,
            what: what.to_owned(),
            since: commitment.since,
            until: commitment.sign_by,
            link: format!("{link}/{to}"),
            minutes,
        };
        if whole.may_sign(party.id, true, member.id).is_ok() {
            waits.push(waiting(w.commitment_wait_sign(), "sign", 5));
        }
        if whole.unnamed().iter().any(|unnamed| unnamed.id == party.id) {
            waits.push(waiting(w.commitment_wait_name(), "signers", 1));
        }
        if commitment.state == State::Writing && seat.could(Right::FreezeCommitment) {
            let unread = read::unread(tx, &whole).await?.iter().any(|(id, _)| *id == party.id);
            // The first version is the sample or a blank page; from the second on somebody wrote what is new to others.
            if unread && commitment.version > 1 {
                let what = w.commitment_wait_look(commitment.version);
                waits.push(Waiting { link: link.clone(), ..waiting(&what, "", 10) });
            } else if whole.may_freeze().is_ok() {
                waits.push(waiting(w.commitment_wait_freeze(), "freeze", 1));
            }
        }
    }
    let Some(commitment) = standing else { return Ok(waits) };
    if commitment.lapse == Some(Lapse::LeftOffice) {
        let whole = store::whole(tx, place.id, commitment.clone()).await?;
        if whole.may_confirm(party.id).is_ok() {
            waits.push(Waiting {
                going_on: false,
                what: w.commitment_wait_confirm().to_owned(),
                since: commitment.since,
                until: commitment.sign_by,
                link: format!("{link}/confirm"),
                minutes: 5,
            });
        }
    }
    // The first reminder of the renewal date is also the day from which it waits here.
    let soon = commitment.state == State::Signed && commitment.reminded.is_some();
    if soon && open.is_none() && party.must_agree {
        let last = Step::Lapse.day(commitment.renew_on);
        waits.push(Waiting {
            going_on: false,
            what: w.commitment_wait_renew().to_owned(),
            since: Moment::of_civil(Step::Sixty.day(commitment.renew_on).at(0, 0, 0, 0), &place.zone),
            until: Some(Moment::of_civil(last.at(0, 0, 0, 0), &place.zone)),
            link,
            minutes: 10,
        });
    }
    Ok(waits)
}

/// Every commitment of a partnership, the newest first.
pub async fn all_of(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Commitment>, Error> {
    store::all(tx, partnership).await
}

/// Whose signature a commitment waits for.
#[derive(Debug)]
pub struct Awaited {
    /// The parties, each once.
    pub on: Vec<String>,
    /// Since when it waits.
    pub since: Moment,
    /// The moment from which a signature counts no more.
    pub until: Option<Moment>,
}

/// Who still has to sign or to confirm, if a commitment waits for anybody.
pub async fn awaited(tx: &mut Tx, partnership: Uuid) -> Result<Option<Awaited>, Error> {
    let all = store::all(tx, partnership).await?;
    let Some(one) = all.iter().find(|one| {
        one.state == State::Signing || (one.state == State::Lapsed && one.lapse == Some(Lapse::LeftOffice))
    }) else {
        return Ok(None);
    };
    let whole = store::whole(tx, partnership, one.clone()).await?;
    let mut on: Vec<String> = match one.state {
        State::Signing => whole
            .needed()
            .filter(|party| {
                whole.unnamed().iter().any(|one| one.id == party.id)
                    || whole.missing().iter().any(|seat| seat.party == Some(party.id))
            })
            .map(|party| party.name.clone())
            .collect(),
        _ => whole.vacated().iter().map(|party| party.name.clone()).collect(),
    };
    on.sort_by_key(|name| name.to_lowercase());
    Ok(Some(Awaited { on, since: one.since, until: one.sign_by }))
}
