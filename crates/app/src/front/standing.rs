//! Where a partnership stands on its path, remembered from one look to the next. Home is read far more
//! often than a step changes, so the ten questions are asked again only after the partnership's newest
//! event: every change leaves one, on whichever node it happened.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use db::Tx;
use uuid::Uuid;

use super::path::{Phase, Step};
use super::steps::{self, Progress};
use crate::error::Error;
use crate::record::event;
use crate::reflect::cycle;
use crate::site::Site;

/// So many partnerships are remembered; beyond them all are forgotten at once and asked anew.
const MOST: usize = 4_096;

/// The cycle under way and how far each step is, in the order of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The cycle's number, from 1.
    pub cycle: i64,
    /// Each step with its progress.
    pub steps: Vec<(Step, Progress)>,
}

impl Stand {
    /// How many steps are done.
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|(_, progress)| *progress == Progress::Done).count()
    }

    /// The step at hand: the first that was begun, else the first that was not.
    pub fn at_hand(&self) -> Option<Step> {
        let first = |wanted: Progress| self.steps.iter().find(|(_, progress)| *progress == wanted);
        first(Progress::Begun).or_else(|| first(Progress::Later)).map(|(step, _)| *step)
    }
}

/// What is remembered, by partnership, with the number of the event it was asked after.
#[derive(Debug, Default)]
pub struct Standing(Mutex<HashMap<Uuid, (i64, Stand)>>);

/// Where a partnership stands, as of this look.
pub async fn of(site: &Site, tx: &mut Tx, partnership: Uuid) -> Result<Stand, Error> {
    let last = event::last(tx, partnership).await?;
    let known = site.standing.known(partnership, last);
    if let Some(stand) = known {
        return Ok(stand);
    }
    let mut steps = Vec::new();
    for step in Phase::ALL.iter().flat_map(|phase| phase.steps()) {
        steps.push((*step, steps::progress(tx, partnership, *step).await?));
    }
    let stand = Stand { cycle: cycle::current(tx, partnership).await?, steps };
    site.standing.remember(partnership, last, stand.clone());
    Ok(stand)
}

impl Standing {
    fn known(&self, partnership: Uuid, last: i64) -> Option<Stand> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&partnership).filter(|(after, _)| *after == last).map(|(_, stand)| stand.clone())
    }

    /// A look that began earlier may come back later: what is remembered never goes back.
    fn remember(&self, partnership: Uuid, last: i64, stand: Stand) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        if known.get(&partnership).is_none_or(|(after, _)| *after < last) {
            known.insert(partnership, (last, stand));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(cycle: i64, progress: [Progress; 3]) -> Stand {
        let steps = [Step::P1, Step::P2, Step::P3].into_iter().zip(progress).collect();
        Stand { cycle, steps }
    }

    #[test]
    fn what_was_remembered_before_a_change_is_not_given_after_it() {
        let (place, standing) = (Uuid::from_u128(1), Standing::default());
        let old = stand(1, [Progress::Later; 3]);
        standing.remember(place, 7, old.clone());
        assert_eq!(standing.known(place, 7), Some(old.clone()));
        assert_eq!(standing.known(place, 8), None);
        standing.remember(place, 8, stand(2, [Progress::Done; 3]));
        standing.remember(place, 7, old);
        assert_eq!(standing.known(place, 8).map(|now| now.cycle), Some(2));
    }

    #[test]
    fn the_step_at_hand_is_one_that_was_begun_before_one_that_was_not() {
        use Progress::{Begun, Done, Later};
        assert_eq!(stand(1, [Done, Later, Begun]).at_hand(), Some(Step::P3));
        assert_eq!(stand(1, [Done, Later, Later]).at_hand(), Some(Step::P2));
        assert_eq!(stand(1, [Done; 3]).at_hand(), None);
        assert_eq!(stand(1, [Done, Begun, Done]).done(), 2);
    }
}
