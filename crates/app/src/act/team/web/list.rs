//! All teams as one tree, with what each lacks.

use askama::Template;
use axum::extract::Path;
use chart::tree::{self, Outline};
use db::Tx;
use uuid::Uuid;
use words::Words;

use crate::access::{Right, Seat};
use crate::act::team::{Gap, Kind, Team, TeamSeat, rules, store, structure};
use crate::error::Error;
use crate::people::acceptance::Shown;
use crate::people::membership::{self, Party};
use crate::web::{Ask, Form, Page, Reply, show};

/// One team in the tree.
pub(super) struct Line {
    pub(super) depth: usize,
    pub(super) team: Team,
    pub(super) chairs: Vec<String>,
    pub(super) members: usize,
    pub(super) gaps: Vec<String>,
    /// Which parties have nobody in it, in one sentence.
    pub(super) missing: Option<String>,
    /// Whether the next line reports to this one.
    pub(super) opens: bool,
    /// How many levels end after it.
    pub(super) closes: usize,
}

#[derive(Template)]
#[template(path = "act/team/list.html")]
pub(in crate::act::team) struct View {
    page: Page,
    w: Words,
    path: String,
    lines: Vec<Line>,
    picture: Picture,
    ended: Vec<Team>,
    may_shape: bool,
    acceptance: Shown,
    form: Form,
}

impl View {
    pub(in crate::act::team) async fn new(
        ask: &Ask,
        tx: &mut Tx,
        seat: &Seat,
        form: Form,
    ) -> Result<Self, Error> {
        let w = seat.words(&ask.w);
        let id = seat.partnership().id;
        let (living, ended) = store::all(tx, id).await?.into_iter().partition(Team::lives);
        let living: Vec<Team> = living;
        let seats = store::all_seats(tx, id).await?;
        // The groups of a crisis in which nobody ever sat are no teams that ended.
        let empty = |team: &Team| {
            matches!(team.kind, Kind::TaskForce | Kind::WorkingGroup)
                && seats.iter().all(|seat| seat.team != team.id)
        };
        let ended: Vec<Team> = ended;
        let ended = ended.into_iter().filter(|team| !empty(team)).collect();
        let parties = membership::parties(tx, id).await?;
        let mut lines: Vec<Line> = rules::tree(&living)
            .into_iter()
            .map(|(depth, team)| line(&w, depth, team, &seats, &parties))
            .collect();
        let depths: Vec<usize> = lines.iter().map(|line| line.depth).skip(1).chain([0]).collect();
        for (line, next) in lines.iter_mut().zip(depths) {
            line.opens = next > line.depth;
            line.closes = line.depth.saturating_sub(next);
        }
        Ok(Self {
            page: Page::new(ask, w.team_title()).within(seat),
            path: format!("/p/{id}/teams"),
            picture: Picture::of(&w, &lines),
            lines,
            ended,
            may_shape: seat.could(Right::ShapeTeams),
            acceptance: structure::shown(tx, seat, &w, ask.site.now()).await?,
            form,
            w,
        })
    }
}

/// The tree as a picture, and what it shows in one sentence.
struct Picture {
    svg: String,
    says: String,
}

impl Picture {
    fn of(w: &Words, lines: &[Line]) -> Self {
        let count = |some: usize| i64::try_from(some).unwrap_or(i64::MAX);
        let levels = lines.iter().map(|line| line.depth + 1).max().unwrap_or(0);
        let whole = lines.iter().filter(|line| line.chairs.len() >= CHAIRS).count();
        let says = w.team_picture_says(count(levels), count(lines.len()), count(whole));
        let nodes: Vec<tree::Node<'_>> = lines
            .iter()
            .map(|line| tree::Node {
                depth: line.depth,
                label: &line.team.name,
                outline: outline(line.team.kind),
                dots: (line.chairs.len().min(CHAIRS), CHAIRS),
            })
            .collect();
        Self { svg: tree::picture("teams", w.team_picture(), &says, &nodes), says }
    }
}

/// Each team has two co-chairs.
const CHAIRS: usize = 2;

/// Leadership teams stand out, and so does what exists only in a crisis.
fn outline(kind: Kind) -> Outline {
    match kind {
        Kind::TaskForce | Kind::WorkingGroup => Outline::Dashed,
        kind if kind.leads() => Outline::Thick,
        _ => Outline::Thin,
    }
}

fn line(w: &Words, depth: usize, team: &Team, seats: &[TeamSeat], parties: &[Party]) -> Line {
    let own: Vec<TeamSeat> = seats.iter().filter(|seat| seat.team == team.id).cloned().collect();
    let gaps = rules::gaps(team, &own, parties);
    let absent: Vec<&str> = gaps.iter().filter_map(absent_in).collect();
    Line {
        depth,
        team: team.clone(),
        chairs: rules::co_chairs_of(&own).map(|seat| chair(w, seat, parties)).collect(),
        members: own.iter().filter(|seat| seat.sits()).count(),
        gaps: gaps.iter().filter(|gap| absent_in(gap).is_none()).map(|gap| say(w, gap)).collect(),
        missing: (!absent.is_empty()).then(|| w.team_missing(w.list(&absent))),
        opens: false,
        closes: 0,
    }
}

/// The party that a gap says is not there.
fn absent_in(gap: &Gap) -> Option<&str> {
    match gap {
        Gap::Missing(party) | Gap::Unheard(party) => Some(party),
        _ => None,
    }
}

/// "Ana Ruiz (Alder Educators)".
pub(super) fn chair(w: &Words, seat: &TeamSeat, parties: &[Party]) -> String {
    w.team_of_party(&seat.name, party(parties, seat.party))
}

/// The name of a party; nothing for a neutral.
pub(super) fn party(parties: &[Party], id: Option<Uuid>) -> &str {
    parties.iter().find(|party| Some(party.id) == id).map_or("", |party| party.name.as_str())
}

/// What a team lacks, in words.
pub(super) fn say(w: &Words, gap: &Gap) -> String {
    match gap {
        Gap::Empty => w.team_gap_empty().to_owned(),
        Gap::NoChair => w.team_gap_no_chair().to_owned(),
        Gap::OneChair => w.team_gap_one_chair().to_owned(),
        Gap::Missing(party) => w.team_gap_missing(party),
        Gap::Unheard(party) => w.team_gap_unheard(party),
        Gap::Uneven { more, less } => w.team_gap_uneven(less, more),
    }
}

/// `GET …/teams`.
pub(super) async fn page(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    show(&View::new(&ask, &mut tx, &seat, Form::blank(&ask)).await?)
}
