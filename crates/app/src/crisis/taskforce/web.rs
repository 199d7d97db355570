//! The pages of a task force: beginning, the one page of a crisis, its groups and their questions.

mod begin;
mod frame;
mod groups;
mod show;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

pub use frame::{At, Frame};

/// See the module.
pub fn routes() -> Routes {
    let act = Policy::Seat(Right::ActivateCrisis);
    let work = Policy::Seat(Right::WorkCrisis);
    let see = Policy::Seat(Right::See);
    Routes::new()
        .get("/p/{partnership}/crisis", see, begin::home)
        .post("/p/{partnership}/crisis", act, begin::activate)
        .get("/p/{partnership}/crisis/{crisis}", see, show::show_page)
        .post("/p/{partnership}/crisis/{crisis}/confirm", act, show::confirm)
        .post("/p/{partnership}/crisis/{crisis}/take-back", act, show::take_back)
        .post("/p/{partnership}/crisis/{crisis}/keep", act, show::keep)
        .get("/p/{partnership}/crisis/{crisis}/stand-down", act, show::ask_stand_down)
        .post("/p/{partnership}/crisis/{crisis}/stand-down", act, show::stand_down)
        .post("/p/{partnership}/crisis/{crisis}/go-on", act, show::go_on)
        .get("/p/{partnership}/crisis/{crisis}/groups/{group}", see, groups::group_page)
        .post("/p/{partnership}/crisis/{crisis}/groups/{group}/co-lead", act, groups::name)
        .post("/p/{partnership}/crisis/{crisis}/groups/{group}/question", work, groups::add)
        .get("/p/{partnership}/crisis/{crisis}/questions/{question}", work, groups::question_page)
        .post("/p/{partnership}/crisis/{crisis}/questions/{question}", work, groups::change)
}
