//! A seat: an asker who was found to hold a right at a partnership. Made only here, so code that
//! did not ask cannot call a command.

use db::Tx;
use uuid::Uuid;
use words::{Lang, Terms, Words};

use super::rights::{self, Kind};
use super::{Actor, Person, Right, store};
use crate::error::Error;
use crate::people::membership::Role;
use crate::people::partnership::State;

/// What every page and command of a partnership needs to know of it.
#[derive(Debug, Clone)]
pub struct Partnership {
    /// Its id.
    pub id: Uuid,
    /// The site's name.
    pub site_name: String,
    /// Its name.
    pub name: String,
    /// Draft, active, paused or ended.
    pub state: State,
    /// What the union and the head are called here.
    pub terms: Terms,
    /// IANA zone of its dates.
    pub zone: String,
    /// Its version, for edits.
    pub version: i64,
}

/// The chair somebody holds there.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The seat's id.
    pub id: Uuid,
    /// The party, unless the seat is neutral.
    pub party: Option<SeatParty>,
    /// What they do there.
    pub role: Role,
    /// Whether they lead their party.
    pub lead: bool,
}

/// The party a seat belongs to.
#[derive(Debug, Clone)]
pub struct SeatParty {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Whether nothing is agreed without it.
    pub must_agree: bool,
    /// Whether it has left.
    pub withdrawn: bool,
    /// Whether it has at least one lead.
    pub has_lead: bool,
}

impl Membership {
    /// The kinds of seat this is, for the table of rights.
    pub fn kinds(&self) -> Vec<Kind> {
        let Some(party) = &self.party else { return vec![Kind::Neutral] };
        if party.withdrawn {
            return vec![Kind::Withdrawn];
        }
        if self.role == Role::Observer {
            return vec![Kind::Observer];
        }
        let mut kinds = vec![Kind::Member];
        if self.lead {
            kinds.push(if party.must_agree { Kind::MustAgreeLead } else { Kind::AdvisingLead });
        }
        if !party.has_lead {
            kinds.push(Kind::Leaderless);
        }
        kinds
    }
}

/// An actor who holds a right at a partnership.
#[derive(Debug, Clone)]
pub struct Seat {
    actor: Actor,
    right: Right,
    partnership: Partnership,
    membership: Option<Membership>,
}

impl Seat {
    /// Asks whether a person may do this there. Who may not see gets [`Error::Unseen`], the same as
    /// for what does not exist; who may see but not do gets [`Error::Forbidden`].
    pub async fn ask(tx: &mut Tx, actor: &Actor, partnership: Uuid, right: Right) -> Result<Self, Error> {
        let Some(person) = actor.person() else { return Err(Error::SignIn) };
        let found = store::seat(tx, partnership, person.id).await?;
        let (partnership, membership) = found.ok_or(Error::Unseen)?;
        let kinds = membership.kinds();
        if !rights::holds(Right::See, &kinds, partnership.state) {
            return Err(Error::Unseen);
        }
        if !rights::holds(right, &kinds, partnership.state) {
            return Err(Error::Forbidden);
        }
        Ok(Self { actor: actor.clone(), right, partnership, membership: Some(membership) })
    }

    /// The same, for writing: the partnership's row is locked first, so that its acts happen one
    /// after the other and what was read stays true until the commit.
    pub async fn ask_to_act(
        tx: &mut Tx,
        actor: &Actor,
        partnership: Uuid,
        right: Right,
    ) -> Result<Self, Error> {
        store::lock(tx, partnership).await?;
        Self::ask(tx, actor, partnership, right).await
    }

    /// A seat for the house itself: a job or the operator's command line. They act on their own
    /// short lists (jobs: what a date brings about; operator: inviting first leads, holds) and are
    /// named in the record as what they are.
    pub async fn of_house(tx: &mut Tx, actor: Actor, partnership: Uuid, right: Right) -> Result<Self, Error> {
        if actor.person().is_some() || matches!(actor, Actor::Guest) {
            return Err(Error::Forbidden);
        }
        store::lock(tx, partnership).await?;
        let partnership = store::partnership(tx, partnership).await?.ok_or(Error::Unseen)?;
        Ok(Self { actor, right, partnership, membership: None })
    }

    /// A seat for somebody who is not in the partnership yet but holds its invitation, or begins it:
    /// called only by the commands that seat them, after the link has been proved.
    pub(crate) async fn of_newcomer(
        tx: &mut Tx,
        actor: &Actor,
        partnership: Uuid,
        right: Right,
    ) -> Result<Self, Error> {
        store::lock(tx, partnership).await?;
        let partnership = store::partnership(tx, partnership).await?.ok_or(Error::Unseen)?;
        Ok(Self { actor: actor.clone(), right, partnership, membership: None })
    }

    /// The same for a page that only shows what a link leads to: nothing is locked, because a look at
    /// the database may not lock.
    pub async fn of_link_holder(tx: &mut Tx, actor: &Actor, partnership: Uuid) -> Result<Self, Error> {
        let partnership = store::partnership(tx, partnership).await?.ok_or(Error::Unseen)?;
        Ok(Self { actor: actor.clone(), right: Right::See, partnership, membership: None })
    }

    /// Who is asking.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person, where one is asking.
    pub fn person(&self) -> Result<&Person, Error> {
        self.actor.person().ok_or(Error::Forbidden)
    }

    /// The language they write in; English where nobody in person acts.
    pub fn language(&self) -> Lang {
        self.actor.person().map_or(Lang::En, |person| person.language)
    }

    /// The right that was asked for.
    pub fn right(&self) -> Right {
        self.right
    }

    /// Where.
    pub fn partnership(&self) -> &Partnership {
        &self.partnership
    }

    /// The chair they hold; none for the house and newcomers.
    pub fn membership(&self) -> Option<&Membership> {
        self.membership.as_ref()
    }

    /// The chair they hold, where a command needs one.
    pub fn member(&self) -> Result<&Membership, Error> {
        self.membership.as_ref().ok_or(Error::Forbidden)
    }

    /// The party they sit for, where a command needs one.
    pub fn party(&self) -> Result<&SeatParty, Error> {
        self.member()?.party.as_ref().ok_or(Error::Forbidden)
    }

    /// Whether the same chair would also be allowed this: for showing a button, never for acting.
    pub fn could(&self, right: Right) -> bool {
        self.membership.as_ref().is_some_and(|m| rights::holds(right, &m.kinds(), self.partnership.state))
    }

    /// Words with this partnership's own terms.
    pub fn words(&self, w: &Words) -> Words {
        w.with_terms(self.partnership.terms)
    }
}
