//! Where a partnership stands on its path, remembered from one look to the next. Home is read far more
//! often than a step changes, so the ten questions are asked again only after the partnership's newest
//! event: every change leaves one, on whichever node it happened.

use db::Tx;
use uuid::Uuid;

use super::path::{Phase, Step};
use super::steps::{self, Progress};
use crate::error::Error;
use crate::record::{Known, event};
use crate::reflect::cycle;
use crate::site::Site;

/// So many partnerships are remembered.
pub const MOST: usize = 4_096;

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

    /// Whether this step is done.
    pub fn is_done(&self, step: Step) -> bool {
        self.steps.contains(&(step, Progress::Done))
    }

    /// The step at hand: the first that was begun, else the first that was not.
    pub fn at_hand(&self) -> Option<Step> {
        let first = |wanted: Progress| self.steps.iter().find(|(_, progress)| *progress == wanted);
        first(Progress::Begun).or_else(|| first(Progress::Later)).map(|(step, _)| *step)
    }
}

/// Where each partnership stood at its newest event.
pub type Standing = Known<Uuid, Stand>;

/// Where a partnership stands, as of this look.
pub async fn of(site: &Site, tx: &mut Tx, partnership: Uuid) -> Result<Stand, Error> {
    let last = event::last(tx, partnership).await?;
    if let Some(stand) = site.standing.at(&partnership, last) {
        return Ok(stand);
    }
    let mut steps = Vec::new();
    for step in Phase::ALL.iter().flat_map(|phase| phase.steps()) {
        steps.push((*step, steps::progress(tx, partnership, *step).await?));
    }
    let stand = Stand { cycle: cycle::current(tx, partnership).await?, steps };
    site.standing.keep(partnership, last, stand.clone());
    Ok(stand)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(cycle: i64, progress: [Progress; 3]) -> Stand {
        let steps = [Step::P1, Step::P2, Step::P3].into_iter().zip(progress).collect();
        Stand { cycle, steps }
    }

    #[test]
    fn the_step_at_hand_is_one_that_was_begun_before_one_that_was_not() {
        use Progress::{Begun, Done, Later};
        assert_eq!(stand(1, [Done, Later, Begun]).at_hand(), Some(Step::P3));
        assert_eq!(stand(1, [Done, Later, Later]).at_hand(), Some(Step::P2));
        assert_eq!(stand(1, [Done; 3]).at_hand(), None);
        let two = stand(1, [Done, Begun, Done]);
        assert_eq!((two.done(), two.is_done(Step::P1), two.is_done(Step::P2)), (2, true, false));
    }
}
