//! The sheet's pages: when we open, limit and close in sentences, the readings, and a row to change.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;
use words::Words;

use super::{Says, Signal, commands, overall, store};
use crate::access::{Policy, Right, Seat};
use crate::crisis::Group;
use crate::crisis::log::{self, Stance, Standing};
use crate::crisis::playbook::{at_or, counted};
use crate::crisis::taskforce::{At, Frame};
use crate::error::Error;
use crate::web::routes::Routes;
use crate::web::{Ask, Form, Page, Reply, refused, show, tried};

/// See the module.
pub fn routes() -> Routes {
    let work = Policy::Seat(Right::WorkCrisis);
    let see = Policy::Seat(Right::See);
    Routes::new()
        .get("/p/{partnership}/crisis/{crisis}/sheet", see, sheet_page)
        .post("/p/{partnership}/crisis/{crisis}/sheet", work, add)
        .get("/p/{partnership}/crisis/{crisis}/sheet/{row}", work, row_page)
        .post("/p/{partnership}/crisis/{crisis}/sheet/{row}", work, change)
        .post("/p/{partnership}/crisis/{crisis}/sheet/{row}/reading", work, read)
}

#[derive(Template)]
#[template(path = "crisis/sheet/sheet.html")]
struct View {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    rows: Vec<Signal>,
    all: Says,
    decided: Option<(String, String)>,
    /// The row whose reading was refused.
    wrong: Option<Uuid>,
}

fn say(w: &Words, says: Says) -> &'static str {
    match says {
        Says::Stance(Stance::Open) => w.crisis_stance_open(),
        Says::Stance(Stance::Limit) => w.crisis_stance_limit(),
        Says::Stance(Stance::Close) => w.crisis_stance_close(),
        Says::Unknown => w.crisis_row_unknown(),
    }
}

impl View {
    /// What one row says: of itself, never that schools open.
    fn says(&self, row: &Signal) -> &'static str {
        match row.says(self.frame.now) {
            Says::Stance(Stance::Open) => self.w.crisis_row_fine(),
            Says::Stance(Stance::Limit) => self.w.crisis_row_limit(),
            Says::Stance(Stance::Close) => self.w.crisis_row_close(),
            Says::Unknown => self.w.crisis_row_unknown(),
        }
    }

    fn chip(&self, row: &Signal) -> &'static str {
        match row.says(self.frame.now) {
            Says::Stance(Stance::Open) => "done",
            Says::Stance(Stance::Limit) => "waiting",
            Says::Stance(Stance::Close) => "due",
            Says::Unknown => "draft",
        }
    }

    fn overall(&self) -> &'static str {
        match self.all {
            Says::Stance(Stance::Open) => self.w.crisis_says_open(),
            Says::Stance(Stance::Limit) => self.w.crisis_says_limit(),
            Says::Stance(Stance::Close) => self.w.crisis_says_close(),
            Says::Unknown => self.w.crisis_says_unknown(),
        }
    }

    /// Which rows nobody read within a day.
    fn missing(&self) -> Option<String> {
        let unknown = |row: &&Signal| row.says(self.frame.now) == Says::Unknown;
        let names: Vec<&str> = self.rows.iter().filter(unknown).map(|row| row.name.as_str()).collect();
        (!names.is_empty()).then(|| self.w.crisis_missing_readings(self.w.list(&names)))
    }

    /// When we open, limit and close, each with a line for every row.
    fn marks(&self) -> [(&'static str, Vec<String>); 3] {
        let w = &self.w;
        let lines = |say: &dyn Fn(&Signal) -> String| {
            self.rows.iter().map(|row| format!("{}: {}", row.name, say(row))).collect()
        };
        [
            (w.crisis_when_open(), lines(&|row| self.open(row))),
            (w.crisis_when_limit(), lines(&|row| self.limit(row))),
            (w.crisis_when_close(), lines(&|row| self.close(row))),
        ]
    }

    fn limit(&self, row: &Signal) -> String {
        at_or(&self.w, row.worse(), row.limit_at, &row.unit)
    }

    fn close(&self, row: &Signal) -> String {
        at_or(&self.w, row.worse(), row.close_at, &row.unit)
    }

    /// "…: less than 15 of 100".
    fn open(&self, row: &Signal) -> String {
        match row.lower {
            true => self.w.crisis_more_than(counted(&row.unit), row.limit_at),
            false => self.w.crisis_less_than(counted(&row.unit), row.limit_at),
        }
    }

    fn group(&self, row: &Signal) -> &'static str {
        row.group.say(&self.w)
    }

    fn reading(&self, row: &Signal) -> String {
        match &row.reading {
            Some((value, at, by)) => {
                self.w.crisis_read_at(self.frame.at(&self.w, at), by, counted(&row.unit), *value)
            }
            None => self.w.crisis_not_read().to_owned(),
        }
    }

    fn field(&self, row: &Signal) -> String {
        if self.wrong == Some(row.id) { "reading".to_owned() } else { format!("reading-{}", row.id) }
    }

    fn error<'s>(&'s self, row: &Signal) -> Option<&'s str> {
        if self.wrong == Some(row.id) { self.form.error("reading") } else { None }
    }

    fn groups(&self) -> Vec<(&'static str, &'static str)> {
        groups(&self.w)
    }

    fn worse(&self) -> Vec<(&'static str, &'static str)> {
        worse(&self.w)
    }
}

fn groups(w: &Words) -> Vec<(&'static str, &'static str)> {
    Group::ALL.iter().map(|group| (group.code(), group.say(w))).collect()
}

fn worse(w: &Words) -> Vec<(&'static str, &'static str)> {
    vec![("higher", w.crisis_worse_higher()), ("lower", w.crisis_worse_lower())]
}

/// The newest decision about the buildings that holds: what people decided, whatever the numbers say.
async fn decided(tx: &mut db::Tx, w: &Words, frame: &Frame) -> Result<Option<(String, String)>, Error> {
    let all = log::list(tx, frame.crisis.id).await?;
    let holds = all
        .into_iter()
        .filter(|one| one.standing(frame.today) == Standing::Holds)
        .find_map(|one| one.stance.map(|stance| (one, stance)));
    Ok(holds.map(|(one, stance)| (say(w, Says::Stance(stance)).to_owned(), one.body)))
}

async fn view(ask: &Ask, at: &At, form: Form, wrong: Option<Uuid>) -> Result<View, Error> {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let mut rows = Vec::new();
    for row in store::list(&mut tx, at.crisis).await? {
        rows.push(row.read_in(frame.crisis.playbook, w.lang()));
    }
    let says: Vec<Says> = rows.iter().map(|row| row.says(frame.now)).collect();
    Ok(View {
        page: Page::new(ask, w.crisis_way_sheet()).within(&seat).live(),
        all: overall(&says),
        decided: decided(&mut tx, &w, &frame).await?,
        frame,
        form,
        rows,
        wrong,
        w,
    })
}

async fn sheet_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&view(&ask, &at, Form::blank(&ask), None).await?)
}

async fn add(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::add(&mut act, &seat, at.crisis, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/sheet"), w.crisis_done_row()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, form, None).await?)
        }
    }
}

async fn read(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    match tried(commands::read(&mut act, &seat, at.crisis, at.one, &form.input()?).await, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/sheet"), w.crisis_done_read()).await,
        Err(form) => {
            drop(act);
            refused(&view(&ask, &at, form, Some(at.one)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "crisis/sheet/row.html")]
struct Edit {
    page: Page,
    w: Words,
    frame: Frame,
    form: Form,
    at: At,
}

impl Edit {
    fn groups(&self) -> Vec<(&'static str, &'static str)> {
        groups(&self.w)
    }

    fn worse(&self) -> Vec<(&'static str, &'static str)> {
        worse(&self.w)
    }
}

async fn edit(ask: &Ask, at: &At, sent: Option<Form>) -> Result<Edit, Error> {
    let mut tx = ask.look().await?;
    let seat: Seat = ask.seat(&mut tx, at.partnership).await?;
    let w = seat.words(&ask.w);
    let frame = Frame::of(ask, &mut tx, &seat, at.crisis).await?;
    let row = store::one(&mut tx, at.crisis, at.one).await?.read_in(frame.crisis.playbook, w.lang());
    if !crate::crisis::taskforce::is_on(&mut tx, &seat, at.crisis).await? {
        return Err(Error::Forbidden);
    }
    let form = match sent {
        Some(form) => form,
        None => Form::blank(ask)
            .of_version(row.version)
            .with("group", row.group.code())
            .with("name", row.name.clone())
            .with("comes_from", row.comes_from.clone())
            .with("unit", row.unit.clone())
            .with("worse", row.worse())
            .with("limit_at", row.limit_at.to_string())
            .with("close_at", row.close_at.to_string()),
    };
    let page = Page::new(ask, w.crisis_row_title()).within(&seat);
    Ok(Edit { page, frame, form, at: at.clone(), w })
}

async fn row_page(ask: Ask, Path(at): Path<At>) -> Reply {
    show(&edit(&ask, &at, None).await?)
}

async fn change(ask: Ask, Path(at): Path<At>, form: Form) -> Result<Response, Error> {
    let (mut act, seat) = ask.begin_at(at.partnership, &form).await?;
    let w = seat.words(&ask.w);
    let input = form.input()?;
    let outcome = commands::change(&mut act, &seat, at.crisis, at.one, form.version()?, &input).await;
    match tried(outcome, &form, &w)? {
        Ok(()) => ask.done(act, &form, at.path("/sheet"), w.crisis_done_row()).await,
        Err(form) => {
            drop(act);
            refused(&edit(&ask, &at, Some(form)).await?)
        }
    }
}
