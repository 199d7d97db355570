//! What was learned, with a word in every private thing.

mod store;

use super::canary::Seen;
use super::world::{Held, World};
use crate::site::Act;

pub(super) use store::{agreement, shown};

impl World {
    /// What was learned: an entry of labor's, a lesson that is being written, what is to last, what goes on, and
    /// the question after a long silence.
    pub(super) async fn learned(&mut self, act: &mut Act, held: &mut Held, tag: &str, seen: Seen) {
        let by = held.seats.get(&'L').or(held.seats.values().next()).copied().expect("a seat");
        let body = self.canary(&format!("entry in the catalogue of {tag}"), seen);
        held.entry = store::catalogue_entry(act, held.id, by, &body).await;
        let words = self.canary(&format!("lesson not yet published at {tag}"), seen);
        held.lesson = store::lesson(act, held.id, by, &words).await;
        let name = self.canary(&format!("what is to last at {tag}"), seen);
        held.lasting = store::lasting(act, held.id, by, &name).await;
        let goes_on = self.canary(&format!("what goes on at {tag}"), seen);
        store::carried(act, held.id, by, &goes_on).await;
        store::quiet(act, held.id).await;
    }
}
