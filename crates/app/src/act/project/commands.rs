//! What people do with a project: begin it, score it for their side, plan it, put it to the sides, or drop it.

use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

use super::store::{self, Fresh, Plan};
use super::{No, Project, State, Test, jobs, rules};
use crate::access::Seat;
use crate::act::team;
use crate::error::{Error, Gather};
use crate::people::acceptance::{self, Subject, commands::Put};
use crate::people::{letters, membership, plain};
use crate::record::{self, Deed, event};
use crate::reflect::cycle;
use crate::site::{Act, Moment};
use crate::text::{self, Sharing};

const MOST: usize = 2_000;
const LINE: usize = 300;

/// A brief as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Begin {
    /// Its name.
    pub name: String,
    /// What would be done.
    pub what: String,
    /// For whom.
    pub whom: String,
    /// The team, or nothing for the whole partnership.
    pub team: String,
    /// How many days the sides have to score it.
    pub days: String,
}

async fn keep(
    act: &mut Act,
    seat: &Seat,
    project: Uuid,
    (role, body, version): (&'static str, &str, i64),
    sharing: Sharing,
) -> Result<Uuid, Error> {
    let draft = text::Draft::new(seat, project, role, body).version(version).shared(sharing);
    text::keep(act, seat, &draft).await
}

/// Begins a project: each side's lead is asked to score it by a day.
pub async fn begin(act: &mut Act, seat: &Seat, input: &Begin) -> Result<Uuid, Error> {
    let partnership = seat.partnership().id;
    let mut no = Gather::default();
    let name = no.take(plain::name("name", &input.name));
    let what = no.take(plain::text("what", &input.what, MOST));
    let whom = no.take(plain::text("whom", &input.whom, MOST));
    let days = no.take(input.days.trim().parse().ok().filter(|d| (3_i64..=60).contains(d)).ok_or(No::Days));
    let team = match input.team.as_str() {
        "" => None,
        typed => Some(typed.parse::<Uuid>().map_err(|_| Error::Unreadable)?),
    };
    if let Some(team) = team
        && !team::one(act, partnership, team).await?.lives()
    {
        no.refuse(No::Closed);
    }
    no.done()?;
    let (Some(name), Some(what), Some(whom), Some(days)) = (name, what, whom, days) else {
        return Err(Error::Unreadable);
    };
    let zone = seat.partnership().zone.clone();
    let last = act.now().plus((days + 1) * Moment::DAY).civil(&zone).date();
    let score_by = Moment::of_civil(last.at(0, 0, 0, 0), &zone);
    let cycle = cycle::current(act, partnership).await?;
    let by = seat.membership().map(|m| m.id);
    let fresh = Fresh { team, cycle, name: &name, language: seat.language(), by, score_by };
    let id = store::add(act, partnership, &fresh).await?;
    for (role, body) in [("project.what", &what), ("project.whom", &whom)] {
        keep(act, seat, id, (role, body, 1), Sharing::Partnership).await?;
    }
    jobs::when_scoring_is_over(act, id, score_by).await?;
    event::leave(act, partnership, "project.begun", seat.actor().id(), Some(id)).await?;
    let leads = membership::leads(act, partnership).await?;
    letters::tell(act, seat, &leads, &format!("projects/{id}"), None, |w, p| {
        let day = w.date(score_by.plus(-1).civil(&zone).date());
        (w.project_letter_subject(&p.name, &name), w.project_letter_score(day, &name))
    })
    .await?;
    Ok(id)
}

/// The five scores of one side.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Scores {
    /// Within reach and capacity, 1 to 5, and why.
    pub reach: String,
    /// Why.
    pub reach_why: String,
    /// Meaningful to every side.
    pub meaning: String,
    /// Why.
    pub meaning_why: String,
    /// Under this team's control.
    pub control: String,
    /// Why.
    pub control_why: String,
    /// Local.
    pub local: String,
    /// Why.
    pub local_why: String,
    /// Not the hardest fight first.
    pub gentle: String,
    /// Why.
    pub gentle_why: String,
}

impl Scores {
    fn of(&self, test: Test) -> (&str, &str) {
        match test {
            Test::Reach => (&self.reach, &self.reach_why),
            Test::Meaning => (&self.meaning, &self.meaning_why),
            Test::Control => (&self.control, &self.control_why),
            Test::Local => (&self.local, &self.local_why),
            Test::Gentle => (&self.gentle, &self.gentle_why),
        }
    }
}

/// Scores a project for one's own side, in the place of an earlier score. True if this opened them all.
pub async fn score(act: &mut Act, seat: &Seat, project: Uuid, input: &Scores) -> Result<bool, Error> {
    let partnership = seat.partnership().id;
    let project = store::one(act, partnership, project).await?;
    if project.state != State::Scoring {
        return Err(No::NotScoring.into());
    }
    let mut no = Gather::default();
    let mut given = Vec::new();
    for test in Test::ALL {
        let (score, why) = input.of(test);
        let (field, why_field) = test.fields();
        let score = no.take(score.parse().ok().filter(|n| (1_i64..=5).contains(n)).ok_or(No::Score(field)));
        let why = no.take(plain::text(why_field, why, LINE));
        if let (Some(score), Some(why)) = (score, why) {
            given.push((test, score, why));
        }
    }
    no.done()?;
    let (party, member) = (seat.party()?.id, seat.member()?.id);
    store::forget_whys(act, project.id, party).await?;
    for (test, score, why) in given {
        // Nobody but its writer reads it before all are opened.
        let why = keep(act, seat, project.id, ("project.why", &why, 1), Sharing::Own).await?;
        store::score(act, partnership, project.id, (party, member), (test, score, Some(why))).await?;
    }
    event::leave(act, partnership, "project.scored", None, Some(project.id)).await?;
    let parties = membership::parties(act, partnership).await?;
    let must: Vec<Uuid> = parties.iter().filter(|p| p.counts()).map(|p| p.id).collect();
    let whole = rules::missing(&must, &store::scores(act, project.id).await?).is_empty();
    if whole {
        open(act, seat, &project).await?;
    }
    Ok(whole)
}

/// Opens every score: all sides have scored, or the day is over. Who did not score is named; nothing is put in
/// their mouth.
pub(super) async fn open(act: &mut Act, seat: &Seat, project: &Project) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let parties = membership::parties(act, partnership).await?;
    let must: Vec<Uuid> = parties.iter().filter(|p| p.counts()).map(|p| p.id).collect();
    let missing = rules::missing(&must, &store::scores(act, project.id).await?);
    let silent: Vec<&str> =
        parties.iter().filter(|p| missing.contains(&p.id)).map(|p| p.name.as_str()).collect();
    store::reveal(act, project.id).await?;
    let deed = Deed::new("project.revealed")
        .about(project.id)
        .fact("project", &project.name)
        .fact("silent", silent.join(" · "));
    let noted = record::note(act, seat, deed).await?;
    let leads = membership::leads(act, partnership).await?;
    let name = project.name.clone();
    letters::tell(act, seat, &leads, &format!("projects/{}", project.id), Some(&noted), |w, p| {
        (w.project_letter_subject(&p.name, &name), w.project_letter_open(&name))
    })
    .await
}

/// The plan as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Write {
    /// What will be different.
    pub goal: String,
    /// What is measured.
    pub measure: String,
    /// The number today.
    pub baseline: String,
    /// The number it aims at.
    pub target: String,
    /// By when.
    pub measure_by: String,
    /// Who looks after it.
    pub owner: String,
    /// When it begins.
    pub starts_on: String,
    /// Why what is done should lead to the goal.
    pub theory: String,
}

/// Writes the plan. What the sides were asked about before is taken back.
pub async fn plan(
    act: &mut Act,
    seat: &Seat,
    project: Uuid,
    input: &Write,
    version: i64,
) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let project = store::one(act, partnership, project).await?;
    if project.version != version {
        return Err(Error::Stale { now: project.version });
    }
    if project.state != State::Open {
        return Err(No::NotOpen.into());
    }
    let mut no = Gather::default();
    let goal = no.take(plain::text("goal", &input.goal, MOST));
    let measure = no.take(plain::name("measure", &input.measure));
    let baseline = no.take(plain::name("baseline", &input.baseline));
    let target = no.take(plain::name("target", &input.target));
    let day = |field, typed: &str| typed.trim().parse::<Date>().map_err(|_| No::Day(field));
    let measure_by = no.take(day("measure_by", &input.measure_by));
    let starts_on = no.take(day("starts_on", &input.starts_on));
    if let (Some(by), Some(from)) = (measure_by, starts_on)
        && by <= from
    {
        no.refuse(No::Backwards);
    }
    let owner = match input.owner.parse::<Uuid>() {
        Ok(owner) => membership::seat_of(act, partnership, owner).await?.map(|line| line.id),
        Err(_) => None,
    };
    let owner = no.take(owner.ok_or(No::Owner));
    let theory = no.take(plain::text("theory", &input.theory, MOST));
    no.done()?;
    let (Some(goal), Some(measure), Some(baseline), Some(target)) = (goal, measure, baseline, target) else {
        return Err(Error::Unreadable);
    };
    let (Some(measure_by), Some(starts_on), Some(owner), Some(theory)) =
        (measure_by, starts_on, owner, theory)
    else {
        return Err(Error::Unreadable);
    };
    acceptance::edited(act, seat, project.id, version + 1).await?;
    let written =
        Plan { measure: &measure, baseline: &baseline, target: &target, measure_by, owner, starts_on };
    store::plan(act, project.id, &written).await?;
    for (role, body) in [("project.goal", &goal), ("project.theory", &theory)] {
        keep(act, seat, project.id, (role, body, version + 1), Sharing::Partnership).await?;
    }
    event::leave(act, partnership, "project.planned", seat.actor().id(), Some(project.id)).await
}

/// Puts the project with its plan to the sides.
pub async fn ask(act: &mut Act, seat: &Seat, project: Uuid, input: &Put) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let project = store::one(act, partnership, project).await?;
    if project.state != State::Open {
        return Err(No::NotOpen.into());
    }
    if project.owner.is_none() {
        return Err(No::PlanMissing.into());
    }
    let w = seat.words(&Words::new(project.language));
    let words = in_words(&w, &project, &store::texts(act, project.id).await?);
    let subject = Subject {
        kind: acceptance::Kind::Project,
        about: project.id,
        version: project.version,
        title: &project.name,
        page: &format!("projects/{}", project.id),
        language: project.language,
        words: &words,
    };
    acceptance::ask(act, seat, &subject, input).await?;
    Ok(())
}

/// The project in plain words, for the record.
fn in_words(w: &Words, project: &Project, texts: &[(String, String)]) -> String {
    let text =
        |role: &str| texts.iter().find(|(known, _)| known == role).map_or("", |(_, body)| body.as_str());
    let day = |day: Option<Date>| day.map(|day| w.date(day)).unwrap_or_default();
    let value = |some: &Option<String>| some.clone().unwrap_or_default();
    [
        (w.project_name(), project.name.clone()),
        (w.project_what(), text("project.what").to_owned()),
        (w.project_whom(), text("project.whom").to_owned()),
        (w.project_goal(), text("project.goal").to_owned()),
        (w.project_measure(), value(&project.measure)),
        (w.project_baseline(), value(&project.baseline)),
        (w.project_target(), value(&project.target)),
        (w.project_measure_by(), day(project.measure_by)),
        (w.project_owner(), project.owner.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()),
        (w.project_starts_on(), day(project.starts_on)),
        (w.project_theory(), text("project.theory").to_owned()),
    ]
    .into_iter()
    .map(|(label, value)| format!("{label}: {value}\n"))
    .collect()
}

/// Why a project is dropped.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Drop {
    /// The reason.
    pub reason: String,
}

/// Drops a project, with a reason that stays.
pub async fn drop(act: &mut Act, seat: &Seat, project: Uuid, input: &Drop) -> Result<(), Error> {
    let partnership = seat.partnership().id;
    let project = store::one(act, partnership, project).await?;
    if project.state == State::Dropped {
        return Err(No::NotOpen.into());
    }
    let reason = plain::text("reason", &input.reason, MOST)?;
    acceptance::over(act, seat, project.id).await?;
    store::drop(act, project.id).await?;
    keep(act, seat, project.id, ("project.dropped", &reason, 1), Sharing::Partnership).await?;
    let deed = Deed::new("project.dropped").about(project.id).fact("project", &project.name).text(
        "reason",
        seat.language(),
        reason,
    );
    record::note(act, seat, deed).await?;
    Ok(())
}
