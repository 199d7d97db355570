//! The one table of rights: which kinds of seat hold each, in which states of the partnership.
//! `docs/rights.md` is printed from it and a test keeps the two the same.

use crate::people::partnership::State;

/// What a seat may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Read the partnership's joint pages.
    See,
    /// Change the five answers of a draft.
    EditDraft,
    /// Read one's own code aloud and confirm the other leader's.
    Introduce,
    /// Invite somebody to one's own party, a new party's first lead to a draft, or a neutral.
    Invite,
    /// Appoint, change and end the seats of one's own party.
    RuleParty,
    /// Name a lead for one's own party when it has none.
    ProposeLead,
    /// Propose an act that needs every other must-agree party, also that words go from the record for good.
    ProposeJoint,
    /// Confirm or refuse such an act for one's own party.
    AnswerJoint,
    /// For a lead of a party that has left: ask to come back.
    ProposeReturn,
    /// End one's own seat.
    Leave,
    /// Take one's own party out of the partnership, alone and without a reason.
    Withdraw,
    /// Take everything one's own party may read away as a file.
    Export,
    /// Write in the commitment while it is being written.
    WriteCommitment,
    /// Write in the case, the partner map and the shared goals.
    Prepare,
    /// Close the text for signing, or open it again.
    FreezeCommitment,
    /// Sign the commitment for one's own party: a must-agree party's named leads, an advising party's as advising.
    SignCommitment,
    /// Add one's own name as a supporter.
    SupportCommitment,
    /// Name and pick a shared concern for one's own party, and set the first meeting.
    FirstHour,
    /// Say for one's own party where it sees the two sides, show it without a silent party, ask its members.
    StateReadiness,
    /// Answer for oneself where one sees the two sides, confidentially.
    AnswerReadiness,
    /// Activate a crisis, confirm it, name co-leads of one's own side, stand it down.
    ActivateCrisis,
    /// Raise a concern in a crisis; on its task force, also decide, read signals, work on questions, tell the public.
    WorkCrisis,
    /// Read the joint record and take receipts.
    ReadRecord,
    /// Take part in meetings: propose items, write notes, take on actions. Leads, neutral seats, co-chairs and
    /// whoever is named for the day also plan and run them.
    Meet,
    /// Confirm minutes for one's own party, or say what is wrong with them.
    ConfirmMinutes,
    /// Found, change and close teams, and seat one's own people in them.
    ShapeTeams,
    /// Write a question for decision; whoever asks, leads, or is in no party opens it and shows the answers.
    WriteDecision,
    /// Answer a question one is asked.
    AnswerDecision,
    /// Say for one's own party that a question is not its own.
    StandAside,
    /// Write in charters, briefs and the inventory of teams, ask for support and offer it.
    WorkInTeams,
    /// Write in Reflect: the catalogue, lessons, and what is to last.
    WriteReflection,
    /// Second, for one's own party, what another party wrote in the catalogue.
    SecondReflection,
    /// Bring what was learned before the sides: agree, publish and take back, adopt, close the cycle, share.
    SteerReflection,
}

/// A kind of seat. One seat may be several kinds at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A lead of a must-agree party.
    MustAgreeLead,
    /// A lead of an advising party.
    AdvisingLead,
    /// Anybody who sits for a party with a voice: lead, co-chair, recorder, member, alternate.
    Member,
    /// Sits for a party that has no lead.
    Leaderless,
    /// Watches for a party.
    Observer,
    /// In no party: facilitator, state partner.
    Neutral,
    /// Sits for a party that has withdrawn.
    Withdrawn,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The right.
    pub right: Right,
    /// Who holds it.
    pub who: &'static [Kind],
    /// While the partnership is in one of these states.
    pub when: &'static [State],
}

const ANY: &[State] = &[State::Draft, State::Active, State::Paused, State::Ended];
const LIVING: &[State] = &[State::Draft, State::Active, State::Paused];
const RUNNING: &[State] = &[State::Draft, State::Active];
const EVERYBODY: &[Kind] = &[Kind::Member, Kind::Observer, Kind::Neutral, Kind::Withdrawn];
const SEATED: &[Kind] = &[Kind::Member, Kind::Observer, Kind::Neutral];
const LEADS: &[Kind] = &[Kind::AdvisingLead, Kind::MustAgreeLead];

/// Who holds which right, and when.
pub const TABLE: &[Rule] = &[
    Rule { right: Right::See, who: EVERYBODY, when: ANY },
    Rule { right: Right::EditDraft, who: &[Kind::MustAgreeLead], when: &[State::Draft] },
    Rule { right: Right::Introduce, who: &[Kind::MustAgreeLead], when: &[State::Draft] },
    Rule { right: Right::Invite, who: LEADS, when: LIVING },
    Rule { right: Right::RuleParty, who: LEADS, when: LIVING },
    Rule { right: Right::ProposeLead, who: &[Kind::Leaderless], when: LIVING },
    Rule { right: Right::ProposeJoint, who: &[Kind::MustAgreeLead], when: &[State::Active, State::Paused] },
    Rule { right: Right::AnswerJoint, who: &[Kind::MustAgreeLead], when: &[State::Active, State::Paused] },
    Rule { right: Right::ProposeReturn, who: &[Kind::Withdrawn], when: &[State::Active, State::Paused] },
    Rule { right: Right::Leave, who: SEATED, when: LIVING },
    Rule { right: Right::Withdraw, who: LEADS, when: LIVING },
    Rule { right: Right::Export, who: EVERYBODY, when: ANY },
    Rule { right: Right::WriteCommitment, who: &[Kind::Member, Kind::Neutral], when: RUNNING },
    Rule { right: Right::Prepare, who: &[Kind::Member, Kind::Neutral], when: RUNNING },
    Rule { right: Right::FreezeCommitment, who: &[Kind::MustAgreeLead], when: &[State::Active] },
    Rule { right: Right::SignCommitment, who: LEADS, when: &[State::Active] },
    Rule { right: Right::SupportCommitment, who: &[Kind::Member], when: &[State::Active] },
    Rule { right: Right::FirstHour, who: &[Kind::MustAgreeLead], when: RUNNING },
    Rule { right: Right::StateReadiness, who: LEADS, when: RUNNING },
    Rule { right: Right::AnswerReadiness, who: &[Kind::Member], when: &[State::Active] },
    Rule { right: Right::ActivateCrisis, who: &[Kind::MustAgreeLead], when: &[State::Active, State::Paused] },
    Rule { right: Right::WorkCrisis, who: &[Kind::Member], when: &[State::Active, State::Paused] },
    Rule { right: Right::ReadRecord, who: EVERYBODY, when: ANY },
    Rule { right: Right::Meet, who: &[Kind::Member, Kind::Neutral], when: RUNNING },
    Rule { right: Right::ConfirmMinutes, who: &[Kind::MustAgreeLead], when: RUNNING },
    Rule { right: Right::ShapeTeams, who: LEADS, when: &[State::Active] },
    Rule { right: Right::WriteDecision, who: &[Kind::Member, Kind::Neutral], when: &[State::Active] },
    Rule { right: Right::AnswerDecision, who: &[Kind::Member], when: &[State::Active] },
    Rule { right: Right::StandAside, who: &[Kind::MustAgreeLead], when: &[State::Active] },
    Rule { right: Right::WorkInTeams, who: &[Kind::Member, Kind::Neutral], when: &[State::Active] },
    Rule { right: Right::WriteReflection, who: &[Kind::Member, Kind::Neutral], when: &[State::Active] },
    Rule { right: Right::SecondReflection, who: LEADS, when: &[State::Active] },
    Rule { right: Right::SteerReflection, who: &[Kind::MustAgreeLead], when: &[State::Active] },
];

/// Whether a seat of these kinds holds the right in this state of the partnership.
pub fn holds(right: Right, kinds: &[Kind], state: State) -> bool {
    TABLE.iter().map(in_force).any(|rule| {
        rule.right == right && rule.when.contains(&state) && rule.who.iter().any(|kind| kinds.contains(kind))
    })
}

/// The line as it stands; the sweep's test of itself takes one away or widens it.
fn in_force(rule: &Rule) -> Rule {
    #[cfg(test)]
    if let Some(changed) = super::mutation::of_rule(rule) {
        return changed;
    }
    *rule
}
