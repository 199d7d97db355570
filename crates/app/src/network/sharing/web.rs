//! The page of sharing: what we share and with whom, and what others share with us.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::commands::{self, EVERYBODY};
use super::{Agreement, Other, Seen, store};
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::network::site_page;
use crate::people::joint::{self, Pending};
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
    choices: Vec<(String, String, String)>,
    /// Whether there is a partnership above to choose.
    somebody_above: bool,
    /// The page of the place above, where everybody sees who shares.
    site_page: Option<(Uuid, String)>,
    pending: Option<Pending>,
    may_steer: bool,
    may_end: bool,
    zone: String,
}

impl View {
    fn since(&self, one: &Agreement) -> String {
        self.w.network_since(self.w.date(one.agreed_at.civil(&self.zone).date()))
    }
}

/// Whom a partnership could share with: those above with a page everybody may read, and everybody.
fn choices(w: &Words, above: &[(Uuid, String)], given: &[Agreement]) -> Vec<(String, String, String)> {
    let fresh = |name: &str| given.iter().all(|one| one.other.name() != name);
    let mut choices: Vec<_> = above
        .iter()
        .filter(|(_, name)| fresh(name))
        .map(|(id, name)| (id.to_string(), name.clone(), String::new()))
        .collect();
    if given.iter().all(|one| one.other != Other::Everybody) {
        let everybody = w.network_everybody().to_owned();
        choices.push((EVERYBODY.to_owned(), everybody, w.network_everybody_means().to_owned()));
    }
    choices
}

async fn view(ask: &Ask, id: Uuid, form: Form) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let given = store::given(&mut tx, id).await?;
    let mut received = Vec::new();
    for agreement in store::received(&mut tx, id).await? {
        received.push(super::seen(&ask.site, &mut tx, agreement).await?);
    }
    let may_steer = seat.could(Right::SteerReflection);
    let above = if may_steer { store::above(&mut tx, id).await? } else { Vec::new() };
    let form = match form.value("days") {
        "" => form.with("days", agreement::joint::USUAL_DAYS.to_string()),
        _ => form,
    };
    Ok(View {
        page: Page::new(ask, w.network_title()).within(&seat),
        pending: joint::pending(&mut tx, &seat, &w, ask.site.now(), commands::is_about).await?,
        may_end: seat.could(Right::AnswerJoint),
        zone: seat.partnership().zone.clone(),
        choices: choices(&w, &above, &given),
        somebody_above: !above.is_empty(),
        site_page: site_page::above(&mut tx, id).await?,
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
