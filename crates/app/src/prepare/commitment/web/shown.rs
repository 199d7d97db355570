//! A commitment as a page shows it: its text, its signatures side by side, and what waits for whom.

use db::Tx;
use words::{Lang, Words};

use crate::access::Seat;
use crate::error::Error;
use crate::people::membership::{Party, SeatLine};
use crate::prepare::commitment::renewal::{self, Step};
use crate::prepare::commitment::{Ended, Lapse, Signature, Standing, State, Supporter, Whole, read, store};
use crate::site::Moment;
use crate::text::{self, markdown};

/// See the module.
pub(super) struct Shown {
    pub(super) whole: Whole,
    /// The text as HTML that is safe as it is.
    pub(super) html: String,
    /// What stands, in a sentence.
    pub(super) says: String,
    pub(super) state: &'static str,
    pub(super) chip: &'static str,
    pub(super) renew_on: String,
    pub(super) hash: Option<String>,
    pub(super) waits: Vec<Wait>,
    /// What happens if nobody does anything.
    pub(super) silence: Option<String>,
    pub(super) blocks: Vec<Block>,
    pub(super) advising: Vec<Line>,
    pub(super) ended: Vec<String>,
    pub(super) translation: Option<Translated>,
    /// How many support it.
    pub(super) support: i64,
    /// Whether the reader is one of them.
    pub(super) supports: bool,
    /// The first of them by name.
    pub(super) supporters: Vec<Supporter>,
}

/// More names than this make a page that nobody reads; the count tells the rest.
const NAMES: i64 = 60;

impl Shown {
    /// How many names are not on the page.
    pub(super) fn more_supporters(&self) -> i64 {
        (self.support - NAMES).max(0)
    }
}

/// One line of who has done it and who is awaited.
pub(super) struct Wait {
    pub(super) state: &'static str,
    pub(super) who: String,
    pub(super) says: String,
}

/// A must-agree party's place to sign.
pub(super) struct Block {
    pub(super) party: String,
    pub(super) lines: Vec<Line>,
}

impl Block {
    /// Whether nobody is awaited for it.
    pub(super) fn is_signed(&self) -> bool {
        self.lines.iter().all(|line| line.state == "signed")
    }
}

/// One signature, or the place for it.
pub(super) struct Line {
    pub(super) state: &'static str,
    pub(super) party: String,
    pub(super) name: String,
    pub(super) role: String,
    pub(super) says: String,
}

/// A translation beside the text.
pub(super) struct Translated {
    pub(super) language: Lang,
    pub(super) html: String,
    pub(super) says: String,
    pub(super) may_review: bool,
}

/// Puts a commitment into the reader's words.
pub(super) async fn of(
    tx: &mut Tx,
    seat: &Seat,
    w: &Words,
    whole: Whole,
    now: Moment,
) -> Result<Shown, Error> {
    let tongue = Tongue { w: *w, zone: &seat.partnership().zone };
    let (_, body) = read::version(tx, whole.commitment.id, whole.commitment.version).await?;
    let commitment = &whole.commitment;
    let due = renewal::is_due(commitment.renew_on, now.civil(tongue.zone).date());
    let (state, chip) = tongue.chip(commitment.state, due && commitment.state == State::Signed);
    let needed: Vec<&Party> = whole.needed().collect();
    let member = seat.membership().map(|member| member.id);
    let (support, supports) = store::support(tx, commitment.id, member).await?;
    Ok(Shown {
        html: markdown(&body),
        says: tongue.standing(&whole, due),
        state,
        chip,
        renew_on: w.date(commitment.renew_on),
        hash: commitment.text_hash.as_deref().map(in_fours),
        waits: tongue.waits(&whole),
        silence: tongue.silence(&whole, due),
        blocks: needed.iter().map(|party| tongue.block(&whole, party)).collect(),
        advising: tongue.advising(&whole),
        ended: whole.signatures.iter().filter_map(|signature| tongue.ended(signature)).collect(),
        translation: translation(tx, seat, &tongue, &whole).await?,
        support,
        supports,
        supporters: store::supporters(tx, commitment.id, NAMES).await?,
        whole,
    })
}

/// A hash in groups of four, so that two people can read it to each other.
fn in_fours(hash: &[u8]) -> String {
    let hex = data_encoding::HEXLOWER.encode(hash);
    let groups: Vec<&str> = (0..hex.len()).step_by(4).filter_map(|at| hex.get(at..at + 4)).collect();
    groups.join(" ")
}

async fn translation(
    tx: &mut Tx,
    seat: &Seat,
    tongue: &Tongue<'_>,
    whole: &Whole,
) -> Result<Option<Translated>, Error> {
    let others = Lang::ALL.iter().filter(|lang| **lang != whole.commitment.language);
    for language in others {
        let about = whole.commitment.id;
        if let Some(found) = text::translation(tx, about, "commitment.body", *language).await? {
            return Ok(Some(translated(seat, tongue, whole, &found)));
        }
    }
    Ok(None)
}

fn translated(seat: &Seat, tongue: &Tongue<'_>, whole: &Whole, found: &text::Translation) -> Translated {
    let w = &tongue.w;
    let current = found.of_version == whole.commitment.version;
    let maker = found.maker.clone().unwrap_or_default();
    let made = w.commitment_translation_made(tongue.day(found.made_at), maker, found.of_version);
    let reviewed = match &found.reviewed {
        Some((reader, at)) => w.commitment_translation_reviewed(tongue.day(*at), reader),
        None => w.commitment_translation_unreviewed().to_owned(),
    };
    let old = if current { String::new() } else { w.commitment_translation_old(whole.commitment.version) };
    Translated {
        language: found.language,
        html: markdown(&found.body),
        says: [made, reviewed, old].join(" ").trim_end().to_owned(),
        may_review: current && found.reviewed.is_none() && found.made_by != seat.actor().id(),
    }
}

/// The reader's words and the zone of the partnership's days.
struct Tongue<'a> {
    w: Words,
    zone: &'a str,
}

impl Tongue<'_> {
    fn day(&self, moment: Moment) -> String {
        self.w.date(moment.civil(self.zone).date())
    }

    fn until(&self, whole: &Whole) -> String {
        whole.commitment.sign_by.map(|at| self.day(at)).unwrap_or_default()
    }

    fn chip(&self, state: State, due: bool) -> (&'static str, &'static str) {
        match state {
            State::Writing => ("draft", self.w.commitment_state_writing()),
            State::Signing => ("waiting", self.w.commitment_state_signing()),
            State::Signed if due => ("due", self.w.commitment_state_due()),
            State::Signed => ("active", self.w.commitment_state_signed()),
            State::Lapsed => ("paused", self.w.commitment_state_lapsed()),
            State::Superseded => ("ended", self.w.commitment_state_superseded()),
            State::Withdrawn => ("ended", self.w.commitment_state_withdrawn()),
        }
    }

    fn standing(&self, whole: &Whole, due: bool) -> String {
        let (w, commitment) = (&self.w, &whole.commitment);
        let (since, renew_on) = (self.day(commitment.since), w.date(commitment.renew_on));
        let last = w.date(Step::Lapse.day(commitment.renew_on));
        match (commitment.state, commitment.lapse) {
            (State::Writing, _) => w.commitment_stands_writing(since, commitment.version),
            (State::Signing, _) => w.commitment_stands_signing(since, self.until(whole)),
            (State::Signed, _) if due => w.commitment_stands_due(last, renew_on),
            (State::Signed, _) => w.commitment_stands_signed(renew_on, since),
            (State::Lapsed, Some(Lapse::RenewalPassed)) => {
                w.commitment_stands_renewal_passed(renew_on, since)
            }
            (State::Lapsed, _) => w.commitment_stands_left_office(since),
            (State::Superseded, _) => w.commitment_stands_superseded(since),
            (State::Withdrawn, _) => w.commitment_stands_withdrawn(since),
        }
    }

    fn silence(&self, whole: &Whole, due: bool) -> Option<String> {
        let until = self.until(whole);
        match (whole.commitment.state, whole.commitment.sign_by) {
            (State::Signing, _) => Some(self.w.commitment_silence_signing(until)),
            (State::Lapsed, Some(_)) => Some(self.w.commitment_silence_succession(until)),
            (State::Signed, _) if due => {
                Some(self.w.commitment_silence_due(self.w.date(Step::Lapse.day(whole.commitment.renew_on))))
            }
            _ => None,
        }
    }

    fn waits(&self, whole: &Whole) -> Vec<Wait> {
        let (since, until) = (self.day(whole.commitment.since), self.until(whole));
        let mut waits = Vec::new();
        match whole.commitment.state {
            State::Writing | State::Signing => {
                for party in whole.unnamed() {
                    let says = self.w.commitment_waits_for_names(self.day(whole.commitment.begun_at));
                    waits.push(Wait { state: "waiting", who: party.name.clone(), says });
                }
                if whole.commitment.state == State::Signing {
                    let signing = |lead: &&SeatLine| Wait {
                        state: "waiting",
                        who: lead.name.clone(),
                        says: self.w.commitment_waits_for_signature(&since, &until),
                    };
                    waits.extend(whole.missing().iter().map(signing));
                }
            }
            State::Lapsed => {
                let confirming = |party: &&Party| Wait {
                    state: "waiting",
                    who: party.name.clone(),
                    says: self.w.commitment_waits_for_successor(&since, &until),
                };
                waits.extend(whole.vacated().iter().map(confirming));
            }
            _ => {}
        }
        waits
    }

    fn block(&self, whole: &Whole, party: &Party) -> Block {
        let mut lines: Vec<Line> = whole
            .signed_by(party.id)
            .filter(|signature| signature.standing != Standing::Advising)
            .map(|signature| self.signed(signature))
            .collect();
        if matches!(whole.commitment.state, State::Writing | State::Signing) {
            let missing = whole.named_by(party.id).filter(|lead| whole.signature_of(lead.id).is_none());
            lines.extend(missing.map(|lead| self.blank(party, lead, whole)));
        }
        if lines.is_empty() {
            lines.push(Line {
                state: "waiting",
                party: party.name.clone(),
                name: String::new(),
                role: String::new(),
                says: self.w.commitment_block_nobody().to_owned(),
            });
        }
        Block { party: party.name.clone(), lines }
    }

    fn blank(&self, party: &Party, lead: &SeatLine, whole: &Whole) -> Line {
        let says = match whole.commitment.state {
            State::Signing => self.w.commitment_block_waiting(self.day(whole.commitment.since)),
            _ => self.w.commitment_block_will_sign().to_owned(),
        };
        Line {
            state: "waiting",
            party: party.name.clone(),
            name: lead.name.clone(),
            role: lead.job_title.clone(),
            says,
        }
    }

    fn signed(&self, signature: &Signature) -> Line {
        let at = self.day(signature.at);
        let says = match (&signature.paper, signature.standing) {
            (Some(paper), _) => self.w.commitment_block_on_paper(at, self.w.date(paper.on), &paper.witness),
            (None, Standing::Successor) => self.w.commitment_block_successor(at),
            (None, _) => self.w.commitment_block_signed(at),
        };
        Line {
            state: "signed",
            party: signature.party_name.clone(),
            name: signature.name.clone(),
            role: signature.job_title.clone(),
            says,
        }
    }

    fn advising(&self, whole: &Whole) -> Vec<Line> {
        let advising =
            |signature: &&Signature| signature.stands() && signature.standing == Standing::Advising;
        whole.signatures.iter().filter(advising).map(|signature| self.signed(signature)).collect()
    }

    fn ended(&self, signature: &Signature) -> Option<String> {
        let (at, why) = signature.ended?;
        let (on, signed, name) = (self.day(at), self.day(signature.at), &signature.name);
        let party = &signature.party_name;
        Some(match why {
            Ended::Voided => self.w.commitment_ended_voided(name, on, party, signed),
            Ended::LeftOffice => self.w.commitment_ended_left(name, on, party, signed),
            Ended::Withdrew => self.w.commitment_ended_withdrew(name, on, party, signed),
            Ended::Renewed => self.w.commitment_ended_renewed(name, on, party, signed),
        })
    }
}
