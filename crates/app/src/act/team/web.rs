//! The pages of teams: all of them as one tree, one team, and the forms that found, change and close them.

pub(super) mod list;
mod one;
mod write;

use super::{inventory, structure};
use crate::access::{Policy, Right};
use crate::web::routes::Routes;

const SEE: Policy = Policy::Seat(Right::See);
const WORK: Policy = Policy::Seat(Right::WorkInTeams);
const ASK: Policy = Policy::Seat(Right::ProposeJoint);
const SHAPE: Policy = Policy::Seat(Right::ShapeTeams);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/teams", SEE, list::page)
        .get("/p/{partnership}/teams/new", SHAPE, write::new_page)
        .post("/p/{partnership}/teams/new", SHAPE, write::begin)
        .post("/p/{partnership}/teams/accept", ASK, structure::ask)
        .get("/p/{partnership}/teams/inventory", SEE, inventory::page)
        .post("/p/{partnership}/teams/inventory", WORK, inventory::add)
        .post("/p/{partnership}/teams/inventory/{entry}/remove", WORK, inventory::remove)
        .get("/p/{partnership}/teams/{team}", SEE, one::page)
        .get("/p/{partnership}/teams/{team}/edit", SHAPE, write::edit_page)
        .post("/p/{partnership}/teams/{team}/edit", SHAPE, write::edit)
        .post("/p/{partnership}/teams/{team}/join", SHAPE, one::join)
        .post("/p/{partnership}/teams/{team}/places/{place}/confirm", SHAPE, one::confirm)
        .post("/p/{partnership}/teams/{team}/places/{place}/end", SHAPE, one::end)
        .post("/p/{partnership}/teams/{team}/close", SHAPE, one::close)
}
