//! Where a partnership stands on each of the ten steps, asked of the feature that keeps the step, and
//! the page where its work is done.

use db::Tx;
use uuid::Uuid;

use super::path::Step;
use crate::error::Error;
use crate::prepare::commitment;

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
    Ok(match step {
        Step::P4 => commitment_progress(tx, partnership).await?,
        _ => Progress::Later,
    })
}

/// A commitment that stands is done; one that is written, signed or has lapsed is under way.
async fn commitment_progress(tx: &mut Tx, partnership: Uuid) -> Result<Progress, Error> {
    use commitment::State::{Superseded, Withdrawn};
    if commitment::stands(tx, partnership).await? {
        return Ok(Progress::Done);
    }
    let all = commitment::all_of(tx, partnership).await?;
    let open = all.iter().any(|one| !matches!(one.state, Superseded | Withdrawn));
    Ok(if open { Progress::Begun } else { Progress::Later })
}

/// The page of the step, below `/p/ID`. `None` while there is none.
pub fn page(step: Step) -> Option<&'static str> {
    match step {
        Step::P2 => Some("people"),
        Step::P4 => Some("commitment"),
        Step::A1 => Some("teams"),
        _ => None,
    }
}
