//! The routes of decisions.

mod act;
mod ending;
mod list;
mod next;
mod paper;
mod show;
mod shown;
mod write;

pub use shown::standing;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::WriteDecision);
const ANSWER: Policy = Policy::Seat(Right::AnswerDecision);
const ASIDE: Policy = Policy::Seat(Right::StandAside);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/decisions", SEE, list::page)
        .get("/p/{partnership}/decisions/new", WRITE, write::new_page)
        .post("/p/{partnership}/decisions/new", WRITE, write::new)
        .get("/p/{partnership}/decisions/{decision}", SEE, show::page)
        .get("/p/{partnership}/decisions/{decision}/edit", WRITE, write::edit_page)
        .post("/p/{partnership}/decisions/{decision}/edit", WRITE, write::edit)
        .post("/p/{partnership}/decisions/{decision}/open", WRITE, act::open)
        .post("/p/{partnership}/decisions/{decision}/answer", ANSWER, act::answer)
        .post("/p/{partnership}/decisions/{decision}/aside", ASIDE, act::stand_aside)
        .get("/p/{partnership}/decisions/{decision}/reveal", WRITE, ending::ask_reveal)
        .post("/p/{partnership}/decisions/{decision}/reveal", WRITE, ending::reveal)
        .get("/p/{partnership}/decisions/{decision}/amend", WRITE, next::amend_page)
        .post("/p/{partnership}/decisions/{decision}/amend", WRITE, next::amend)
        .post("/p/{partnership}/decisions/{decision}/close", WRITE, act::close)
        .get("/p/{partnership}/decisions/{decision}/withdraw", WRITE, ending::ask_withdraw)
        .post("/p/{partnership}/decisions/{decision}/withdraw", WRITE, ending::withdraw)
        .post("/p/{partnership}/decisions/{decision}/again", WRITE, act::again)
        .post("/p/{partnership}/decisions/{decision}/say", WRITE, act::say)
        .get("/p/{partnership}/decisions/{decision}/ballot", SEE, paper::ballot)
        .get("/p/{partnership}/decisions/{decision}/paper", ANSWER, paper::page)
        .post("/p/{partnership}/decisions/{decision}/paper", ANSWER, paper::enter)
}
