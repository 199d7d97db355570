//! The answer to the question that a long silence asks. The question stands on the page of the cycles.

use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::commands;
use crate::access::{Policy, Right};
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Form};

/// See the module.
pub fn routes() -> Routes {
    Routes::new().post("/p/{partnership}/quiet", Policy::Seat(Right::SteerReflection), answer)
}

async fn answer(ask: Ask, Path(id): Path<Uuid>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(id, &form).await?;
    let w = seat.words(&ask.w);
    let answer = commands::answer(&mut act, &seat, &form.input()?).await?;
    let to = format!("/p/{id}/{}", answer.leads_to());
    ask.done(act, &form, to, w.cycle_quiet_answered()).await
}
