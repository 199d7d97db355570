//! Where a partnership stands on each of the ten steps, asked of the feature that keeps the step, and
//! the page where its work is done.

use db::Tx;
use uuid::Uuid;

use super::path::Step;
use crate::act::{charter, project, support, team};
use crate::error::Error;
use crate::prepare::{commitment, goals, sheet};
use crate::reflect::cycle;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing of it exists yet.
    Later,
    /// Somebody began; what it leaves behind is not agreed to.
    Begun,
    /// What it leaves behind exists and the parties agreed to it.
    Done,
}

/// Where the step stands in this partnership.
pub async fn progress(tx: &mut Tx, partnership: Uuid, step: Step) -> Result<Progress, Error> {
    let so_far = |(begun, done): (bool, bool)| match (begun, done) {
        (_, true) => Progress::Done,
        (true, false) => Progress::Begun,
        (false, false) => Progress::Later,
    };
    Ok(match step {
        Step::P1 => so_far(sheet::progress(tx, partnership, sheet::Kind::Case).await?),
        Step::P2 => so_far(sheet::progress(tx, partnership, sheet::Kind::Map).await?),
        Step::P3 => so_far(goals::progress(tx, partnership).await?),
        Step::P4 => commitment_progress(tx, partnership).await?,
        Step::A1 => so_far(team::progress(tx, partnership).await?),
        Step::A2 => so_far(project::progress(tx, partnership).await?),
        Step::A3 => so_far(charter::progress(tx, partnership).await?),
        Step::A4 => so_far(support::progress(tx, partnership).await?),
        Step::R1 => reached(cycle::evaluated(tx, partnership).await?),
        Step::R2 => reached(cycle::sustained(tx, partnership).await?),
    })
}

/// A commitment that stands is done; one that is written, signed or has lapsed is under way, and so is one whose renewal
/// waits for signatures.
async fn commitment_progress(tx: &mut Tx, partnership: Uuid) -> Result<Progress, Error> {
    use commitment::State::{Signed, Signing, Superseded, Withdrawn};
    let all = commitment::all_of(tx, partnership).await?;
    let has = |state| all.iter().any(|one| one.state == state);
    if has(Signed) && !has(Signing) {
        return Ok(Progress::Done);
    }
    let open = all.iter().any(|one| !matches!(one.state, Superseded | Withdrawn));
    Ok(if open { Progress::Begun } else { Progress::Later })
}

fn reached(reached: cycle::Reached) -> Progress {
    match reached {
        cycle::Reached::Nothing => Progress::Later,
        cycle::Reached::Begun => Progress::Begun,
        cycle::Reached::Done => Progress::Done,
    }
}

/// The page of the step, below `/p/ID`. `None` while there is none.
pub fn page(step: Step) -> Option<&'static str> {
    match step {
        Step::P1 => Some("case"),
        Step::P2 => Some("partners"),
        Step::P3 => Some("goals"),
        Step::P4 => Some("commitment"),
        Step::A1 | Step::A3 => Some("teams"),
        Step::A2 => Some("projects"),
        Step::A4 => Some("support"),
        Step::R1 => Some("catalogue"),
        Step::R2 => Some("cycle"),
    }
}
