//! A crisis in each partnership of the sweep's world: activated by labor, with a co-lead for labor in one group,
//! and a word in what only the task force, or only those who sit there, may read.

mod store;

use uuid::Uuid;

use super::canary::Seen;
use super::world::{Held, World};
use crate::site::Act;

/// What a crisis holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Crisis {
    pub(super) id: Uuid,
    pub(super) question: Uuid,
    pub(super) decision: Uuid,
    pub(super) signal: Uuid,
    pub(super) notice: Uuid,
    pub(super) concern: Uuid,
}

impl World {
    /// A crisis that waits for another side, with one of everything in it. What it is called and what it told
    /// the public is anybody's to read.
    pub(super) async fn crisis(&mut self, act: &mut Act, held: &mut Held, tag: &str, seen: Seen) {
        let any = held.seats.values().next().copied().expect("a seat");
        let seat = |letter: char| held.seats.get(&letter).copied().unwrap_or(any);
        let here = super::expected::STATES.iter().any(|(_, state)| *state == tag);
        let place = store::Place { partnership: held.id, party: held.parties["labor"], member: seat('L') };
        let id = store::crisis(act, &place).await;
        store::chair(act, &place, id, seat('l')).await;
        let question = self.canary(&format!("question of a group at {tag}"), seen);
        let decision = self.canary(&format!("decision in a crisis at {tag}"), seen);
        let signal = self.canary(&format!("signal of the sheet at {tag}"), seen);
        // The task force, and whoever wrote it.
        let few = if here { Seen::By(&['L', 'l', 'M', 'f']) } else { seen };
        let concern = self.canary(&format!("concern of staff at {tag}"), few);
        let lesson = self.canary(&format!("looking back at {tag}"), seen);
        store::lesson(act, &place, id, &lesson).await;
        held.crisis = Crisis {
            id,
            question: store::question(act, &place, id, &question).await,
            decision: store::decision(act, &place, id, &decision).await,
            signal: store::signal(act, &place, id, &signal).await,
            notice: store::notice(act, &place, id).await,
            concern: store::concern(act, &store::Place { member: seat('f'), ..place }, id, &concern).await,
        };
    }
}
