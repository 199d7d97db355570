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
    #[expect(dead_code, reason = "the first step that knows a beginning removes this line")]
    Begun,
    /// What it leaves behind exists and the parties agreed to it.
    Done,
}

/// Where the step stands in this partnership.
pub async fn progress(tx: &mut Tx, partnership: Uuid, step: Step) -> Result<Progress, Error> {
    let done = |yes: bool| if yes { Progress::Done } else { Progress::Later };
    Ok(match step {
        Step::P4 => done(commitment::stands(tx, partnership).await?),
        _ => Progress::Later,
    })
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
