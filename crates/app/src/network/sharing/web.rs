//! The page of sharing: what we share and with whom, and what others share with us.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::{Agreement, Seen, commands, needs, standing, store};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::people::joint::{self, Pending};
use crate::reflect::cycle;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/sharing", Policy::Seat(Right::See), show_page)
        .post("/p/{partnership}/sharing", Policy::Seat(Right::SteerReflection), share)
        .post("/p/{partnership}/sharing/{agreement}/end", Policy::Seat(Right::AnswerJoint), end)
}

#[derive(Template)]
#[template(path = "network/sharing/show.html")]
struct View {
    page: Page,
    w: Words,
    form: Form,
    given: Vec<Agreement>,
    received: Vec<Seen>,
    above: Vec<(String, String)>,
    pending: Option<Pending>,
    may_steer: bool,
    may_end: bool,
    zone: String,
}

impl View {
    fn since(&self, one: &Agreement) -> String {
        self.w.network_since(self.w.date(one.agreed_at.civil(&self.zone).date()))
    }

    fn needs(&self, one: &Seen) -> String {
        let kinds: Vec<&str> = one.needs.iter().map(|kind| kind.say(&self.w)).collect();
        self.w.network_needs(self.w.list(&kinds))
    }

    fn at(&self, one: &Seen) -> String {
        match one.at {
            Some((phase, step)) => self.w.network_at(one.cycle, phase.say(&self.w).0, step.name(&self.w)),
            None => self.w.network_all_done(one.cycle),
        }
    }
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let given = store::given(&mut tx, id).await?;
    let mut received = Vec::new();
    for agreement in store::received(&mut tx, id).await? {
        let (at, done) = standing(&mut tx, agreement.sharer).await?;
        let cycle = cycle::current(&mut tx, agreement.sharer).await?;
        let needs = needs(&mut tx, agreement.sharer).await?;
        received.push(Seen { agreement, cycle, at, done, needs });
    }
    let may_steer = seat.could(Right::SteerReflection);
    let above = if may_steer { store::above(&mut tx, id).await? } else { Vec::new() };
    let above = above.into_iter().filter(|(_, name)| given.iter().all(|one| one.name != *name));
    let form = match form.value("days") {
        "" => form.with("days", agreement::joint::USUAL_DAYS.to_string()),
        _ => form,
    };
    Ok(View {
        page: Page::new(ask, w.network_title()).within(&seat),
        pending: joint::pending(&mut tx, &seat, &w, ask.site.now(), commands::is_about).await?,
        may_end: seat.could(Right::AnswerJoint),
        zone: seat.partnership().zone.clone(),
        above: above.map(|(id, name)| (id.to_string(), name)).collect(),
        may_steer,
        given,
        received,
        form,
        w,
    })
}

async fn show_page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    show(&view(&ask, id, Form::blank(&ask)).await?)
}

async fn share(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::propose(&mut act, &seat, &form.input()?).await, &form, &w)? {
        Ok(_) => ask.done(act, &form, format!("/p/{id}/sharing"), w.joint_proposed()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, id, form).await?)
        }
    }
}

#[derive(Deserialize)]
struct At {
    partnership: Uuid,
    agreement: Uuid,
}

async fn end(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    commands::end(&mut act, &seat, at.agreement).await?;
    let said = seat.words(&ask.w).network_ended().to_owned();
    ask.done(act, &form, format!("/p/{}/sharing", at.partnership), said).await
}
