//! The pages of a team's charter: what stands, what is being adopted, the seven questions, and paper.

mod show;
mod write;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

pub(super) use write::fields;

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::WorkInTeams);
const ASK: Policy = Policy::Seat(Right::ProposeJoint);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/teams/{team}/charter", SEE, show::page)
        .get("/p/{partnership}/teams/{team}/charter/print/{version}", SEE, show::print)
        .get("/p/{partnership}/teams/{team}/charter/write", WRITE, write::page)
        .post("/p/{partnership}/teams/{team}/charter/write", WRITE, write::save)
        .post("/p/{partnership}/teams/{team}/charter/ask", ASK, show::ask)
}
