//! The pages of meetings.

mod list;
mod plan;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

const SEE: Policy = Policy::Seat(Right::See);
const MEET: Policy = Policy::Seat(Right::Meet);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/meetings", SEE, list::page)
        .get("/p/{partnership}/meetings/new", MEET, plan::page)
        .post("/p/{partnership}/meetings/new", MEET, plan::send)
}
