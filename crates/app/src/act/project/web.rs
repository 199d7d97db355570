//! The pages of projects: all of them, one with its five tests, and its plan.

mod list;
mod one;
mod plan;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

const SEE: Policy = Policy::Seat(Right::See);
const WORK: Policy = Policy::Seat(Right::WorkInTeams);
const LEAD: Policy = Policy::Seat(Right::ShapeTeams);
const ASK: Policy = Policy::Seat(Right::ProposeJoint);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/projects", SEE, list::page)
        .post("/p/{partnership}/projects", WORK, list::begin)
        .get("/p/{partnership}/projects/{project}", SEE, one::page)
        .post("/p/{partnership}/projects/{project}/score", LEAD, one::score)
        .get("/p/{partnership}/projects/{project}/plan", WORK, plan::page)
        .post("/p/{partnership}/projects/{project}/plan", WORK, plan::save)
        .post("/p/{partnership}/projects/{project}/ask", ASK, one::ask)
        .post("/p/{partnership}/projects/{project}/drop", LEAD, one::drop)
}
