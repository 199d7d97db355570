//! The pages of meetings.

mod agenda;
mod ask;
mod hold;
mod list;
mod notes;
mod paper;
mod people;
mod plan;
mod room;
mod show;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

const SEE: Policy = Policy::Seat(Right::See);
const MEET: Policy = Policy::Seat(Right::Meet);
const CONFIRM: Policy = Policy::Seat(Right::ConfirmMinutes);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/meetings", SEE, list::page)
        .get("/p/{partnership}/meetings/new", MEET, plan::page)
        .post("/p/{partnership}/meetings/new", MEET, plan::send)
        .get("/p/{partnership}/meetings/{meeting}", SEE, show::page)
        .get("/p/{partnership}/meetings/{meeting}/print", SEE, paper::page)
        .get("/p/{partnership}/meetings/{meeting}/edit", MEET, plan::edit_page)
        .post("/p/{partnership}/meetings/{meeting}/edit", MEET, plan::edit)
        .get("/p/{partnership}/meetings/{meeting}/invite", MEET, ask::page)
        .post("/p/{partnership}/meetings/{meeting}/invite", MEET, ask::invite)
        .post("/p/{partnership}/meetings/{meeting}/call-off", MEET, ask::call_off)
        .post("/p/{partnership}/meetings/{meeting}/items", MEET, agenda::put_on)
        .get("/p/{partnership}/meetings/{meeting}/items/{item}", MEET, agenda::page)
        .post("/p/{partnership}/meetings/{meeting}/items/{item}", MEET, agenda::change)
        .post("/p/{partnership}/meetings/{meeting}/items/{item}/shift", MEET, agenda::shift)
        .get("/p/{partnership}/meetings/{meeting}/items/{item}/off", MEET, agenda::ask_off)
        .post("/p/{partnership}/meetings/{meeting}/items/{item}/take-up", MEET, agenda::take_up)
        .get("/p/{partnership}/meetings/{meeting}/items/{item}/notes", MEET, notes::page)
        .post("/p/{partnership}/meetings/{meeting}/items/{item}/notes", MEET, notes::write)
        .get("/p/{partnership}/meetings/{meeting}/run", MEET, hold::page)
        .post("/p/{partnership}/meetings/{meeting}/begin", MEET, hold::begin)
        .post("/p/{partnership}/meetings/{meeting}/go", MEET, hold::go)
        .get("/p/{partnership}/meetings/{meeting}/close", MEET, hold::ask_close)
        .post("/p/{partnership}/meetings/{meeting}/close", MEET, hold::close)
        .post("/p/{partnership}/meetings/{meeting}/held", MEET, hold::held)
        .post("/p/{partnership}/meetings/{meeting}/present", MEET, show::present)
        .post("/p/{partnership}/meetings/{meeting}/look", MEET, show::look_back)
        .get("/p/{partnership}/meetings/{meeting}/people", MEET, people::page)
        .post("/p/{partnership}/meetings/{meeting}/people", MEET, people::mark)
        .post("/p/{partnership}/meetings/{meeting}/people/spoke", MEET, people::spoke)
        .post("/p/{partnership}/meetings/{meeting}/line", MEET, hold::line)
        .post("/p/{partnership}/meetings/{meeting}/action", MEET, hold::take_on)
        .post("/p/{partnership}/meetings/{meeting}/minutes", MEET, show::ask_to_confirm)
        .post("/p/{partnership}/meetings/{meeting}/minutes/answer", CONFIRM, show::answer)
}

/// Which meeting.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
struct Which {
    partnership: uuid::Uuid,
    meeting: uuid::Uuid,
}

impl Which {
    fn path(self, rest: &str) -> String {
        format!("/p/{}/meetings/{}{rest}", self.partnership, self.meeting)
    }
}

/// Which item of which meeting.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
struct WhichItem {
    partnership: uuid::Uuid,
    meeting: uuid::Uuid,
    item: uuid::Uuid,
}

impl WhichItem {
    fn meeting(self) -> Which {
        Which { partnership: self.partnership, meeting: self.meeting }
    }
}
