//! Where a partnership stands on each of the ten steps, asked of the feature that keeps the step, and
//! the page where its work is done.

use db::Tx;
use uuid::Uuid;

use super::path::Step;
use crate::error::Error;
use crate::prepare::{commitment, goals, sheet};

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
    let done = |yes: bool| if yes { Progress::Done } else { Progress::Later };
    let of = |stands: Option<bool>| match stands {
        None => Progress::Later,
        Some(false) => Progress::Begun,
        Some(true) => Progress::Done,
    };
    Ok(match step {
        Step::P1 => of(sheet::progress(tx, partnership, sheet::Kind::Case).await?),
        Step::P2 => of(sheet::progress(tx, partnership, sheet::Kind::Map).await?),
        Step::P3 => of(goals::progress(tx, partnership).await?),
        Step::P4 => done(commitment::stands(tx, partnership).await?),
        _ => Progress::Later,
    })
}

/// The page of the step, below `/p/ID`. `None` while there is none.
pub fn page(step: Step) -> Option<&'static str> {
    match step {
        Step::P1 => Some("case"),
        Step::P2 => Some("partners"),
        Step::P3 => Some("goals"),
        Step::P4 => Some("commitment"),
        Step::A1 => Some("teams"),
        _ => None,
    }
}
