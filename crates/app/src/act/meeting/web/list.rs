//! All meetings: the one that is being held, those ahead, those that were held.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use crate::access::Right;
use crate::act::meeting::item::counting;
use crate::act::meeting::{Meeting, State, commands, store};
use crate::act::team::{self, Team};
use crate::people::membership::{self, Party};
use crate::web::{Ask, Page, Reply, show};

#[derive(Template)]
#[template(path = "act/meeting/list.html")]
struct View {
    page: Page,
    w: Words,
    path: String,
    running: Vec<Meeting>,
    /// Planned for a day that has passed: nobody opened them.
    due: Vec<Meeting>,
    ahead: Vec<Meeting>,
    held: Vec<Meeting>,
    teams: Vec<Team>,
    parties: Vec<Party>,
    /// Which side confirmed the minutes of which meeting.
    confirmed: Vec<(Uuid, Uuid)>,
    may_plan: bool,
}

impl View {
    fn when(&self, meeting: &Meeting) -> String {
        let w = &self.w;
        w.meeting_when(w.weekday_date(meeting.starts.date()), meeting.minutes, w.time(meeting.starts.time()))
    }

    /// The team that meets; nothing for the whole partnership.
    fn who(&self, meeting: &Meeting) -> Option<&str> {
        let team = meeting.team.and_then(|id| self.teams.iter().find(|team| team.id == id))?;
        Some(team.name.as_str())
    }

    /// Which sides have not confirmed its minutes, and until when they still can.
    fn missing(&self, meeting: &Meeting) -> Option<String> {
        let w = &self.w;
        let until = meeting.confirm_by?;
        let said = |party: &&Party| !self.confirmed.contains(&(meeting.id, party.id));
        let names: Vec<&str> =
            counting(&self.parties).filter(said).map(|party| party.name.as_str()).collect();
        let day = || w.date(until.plus(-1).civil(&meeting.zone).date());
        match meeting.state {
            _ if names.is_empty() => None,
            State::Closed => Some(w.meeting_list_awaits(day(), w.list(&names))),
            State::Unconfirmed => Some(w.meeting_list_missing(w.list(&names))),
            _ => None,
        }
    }

    fn groups(&self) -> Vec<(&'static str, &Vec<Meeting>)> {
        let w = &self.w;
        [
            (w.meeting_list_running(), &self.running),
            (w.meeting_list_ahead(), &self.ahead),
            (w.meeting_list_due(), &self.due),
            (w.meeting_list_held(), &self.held),
        ]
        .into_iter()
        .filter(|(_, some)| !some.is_empty())
        .collect()
    }
}

/// `GET …/meetings`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let all = store::all(&mut tx, id).await?;
    let (mut ahead, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|m| m.state.ahead());
    let (running, held): (Vec<_>, Vec<_>) = rest.into_iter().partition(|m| m.state == State::Running);
    ahead.reverse();
    let today = ask.site.now().civil(&seat.partnership().zone).date();
    let (due, ahead): (Vec<_>, Vec<_>) = ahead.into_iter().partition(|m| m.starts.date() < today);
    let mut page = Page::new(&ask, w.meeting_title()).within(&seat);
    page.live = Some(format!("/p/{id}/live"));
    show(&View {
        page,
        path: format!("/p/{id}/meetings"),
        running,
        due,
        ahead,
        held,
        teams: team::all(&mut tx, id).await?,
        parties: membership::parties(&mut tx, id).await?,
        confirmed: store::confirmed(&mut tx, id).await?,
        may_plan: seat.could(Right::Meet) && commands::may_run(&mut tx, &seat, None, None).await?,
        w,
    })
}
