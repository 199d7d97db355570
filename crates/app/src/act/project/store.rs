//! The tables of projects and of what each side scored.

use db::{Row, Tx, args, sql};
use uuid::Uuid;
use words::Lang;

use super::{Project, Score, State, Test};
use crate::error::{Error, broken};
use crate::reflect::cycle;
use crate::site::{Act, Moment};

fn project(row: &Row) -> Result<Project, Error> {
    let day = |column: usize| -> Result<Option<jiff::civil::Date>, Error> {
        row.get::<Option<String>>(column)?.map(|day| day.parse().map_err(broken)).transpose()
    };
    let owner: Option<Uuid> = row.get(11)?;
    let owner_name: Option<String> = row.get(12)?;
    Ok(Project {
        id: row.get(0)?,
        team: row.get(1)?,
        team_name: row.get(2)?,
        cycle: row.get(3)?,
        name: row.get(4)?,
        state: State::from_code(&row.get::<String>(5)?).ok_or_else(|| broken("an unknown state"))?,
        language: Lang::from_code(&row.get::<String>(6)?).unwrap_or(Lang::En),
        measure: row.get(7)?,
        baseline: row.get(8)?,
        target: row.get(9)?,
        measure_by: day(10)?,
        owner: owner.zip(owner_name),
        starts_on: day(13)?,
        score_by: row.get(14)?,
        version: row.get(15)?,
    })
}

/// Every project of a partnership, the newest cycle first.
pub async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Project>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT j.id, j.team, t.name, j.cycle, j.name, j.state, j.language, j.measure, j.baseline, j.target,
                        j.measure_by, j.owner, p.name, j.starts_on, j.score_by, j.version
                 FROM project j LEFT JOIN team t ON t.id = j.team LEFT JOIN member m ON m.id = j.owner
                 LEFT JOIN person p ON p.id = m.person
                 WHERE j.partnership = $1 ORDER BY j.cycle DESC, j.begun_at DESC, j.id DESC"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(project).collect()
}

pub(super) async fn one(tx: &mut Tx, partnership: Uuid, id: Uuid) -> Result<Project, Error> {
    let found = tx
        .row(
            sql!(
                "SELECT j.id, j.team, t.name, j.cycle, j.name, j.state, j.language, j.measure, j.baseline, j.target,
                        j.measure_by, j.owner, p.name, j.starts_on, j.score_by, j.version
                 FROM project j LEFT JOIN team t ON t.id = j.team LEFT JOIN member m ON m.id = j.owner
                 LEFT JOIN person p ON p.id = m.person
                 WHERE j.partnership = $1 AND j.id = $2"
            ),
            &args![partnership, id],
        )
        .await?;
    project(&found.ok_or(Error::Unseen)?)
}

/// What a project is begun from.
pub(super) struct Fresh<'a> {
    pub(super) team: Option<Uuid>,
    pub(super) cycle: i64,
    pub(super) name: &'a str,
    pub(super) language: Lang,
    pub(super) by: Option<Uuid>,
    pub(super) score_by: Moment,
}

pub(super) async fn add(act: &mut Act, partnership: Uuid, new: &Fresh<'_>) -> Result<Uuid, Error> {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO project (id, partnership, sharing, team, cycle, name, state, language, score_by, begun_by, begun_at,
                                  since, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, 'scoring', $6, $7, $8, $9, $9, 1)"
        ),
        &args![
            id,
            partnership,
            new.team,
            new.cycle,
            new.name,
            new.language.code(),
            new.score_by,
            new.by,
            now
        ],
    )
    .await?;
    Ok(id)
}

/// The texts of a project by role, each in its newest version.
pub(super) async fn texts(tx: &mut Tx, id: Uuid) -> Result<Vec<(String, String)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT role, body FROM text WHERE about = $1 AND withdrawn_at IS NULL AND sharing = 'partnership'
                 AND role <> 'project.why' ORDER BY version DESC, written_at DESC"
            ),
            &args![id],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Puts one side's score of one test in the place of an earlier one.
pub(super) async fn score(
    act: &mut Act,
    partnership: Uuid,
    project: Uuid,
    (party, member): (Uuid, Uuid),
    (test, points, why): (Test, i64, Option<Uuid>),
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("DELETE FROM project_score WHERE project = $1 AND party = $2 AND test = $3"),
        &args![project, party, test.code()],
    )
    .await?;
    act.run(
        sql!(
            "INSERT INTO project_score (project, party, test, partnership, sharing, member, score, why, at)
             VALUES ($1, $2, $3, $4, 'own', $5, $6, $7, $8)"
        ),
        &args![project, party, test.code(), partnership, member, points, why, now],
    )
    .await?;
    Ok(())
}

/// Takes one side's earlier lines of why out of use, before it writes new ones.
pub(super) async fn forget_whys(act: &mut Act, project: Uuid, party: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE text SET withdrawn_at = $3 WHERE withdrawn_at IS NULL AND id IN
             (SELECT why FROM project_score WHERE project = $1 AND party = $2 AND why IS NOT NULL)"
        ),
        &args![project, party, now],
    )
    .await?;
    Ok(())
}

/// Every score of a project. Whoever calls shows them only once they are open, or to their own side.
pub(super) async fn scores(tx: &mut Tx, project: Uuid) -> Result<Vec<Score>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT s.party, s.test, s.score, t.body FROM project_score s
                 JOIN party y ON y.id = s.party
                 LEFT JOIN text t ON t.id = s.why AND t.withdrawn_at IS NULL
                 WHERE s.project = $1 ORDER BY y.name, s.test"
            ),
            &args![project],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Score {
                party: row.get(0)?,
                test: Test::from_code(&row.get::<String>(1)?).ok_or_else(|| broken("an unknown test"))?,
                score: row.get(2)?,
                why: row.get::<Option<String>>(3)?.unwrap_or_default(),
            })
        })
        .collect()
}

/// Opens every score to the partnership.
pub(super) async fn reveal(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE project SET state = 'open', revealed_at = $2, since = $2, version = version + 1 WHERE id = $1"
        ),
        &args![id, now],
    )
    .await?;
    act.run(sql!("UPDATE project_score SET sharing = 'partnership' WHERE project = $1"), &args![id]).await?;
    act.run(
        sql!("UPDATE text SET sharing = 'partnership' WHERE about = $1 AND role = 'project.why'"),
        &args![id],
    )
    .await?;
    Ok(())
}

/// The plan of a project.
pub(super) struct Plan<'a> {
    pub(super) measure: &'a str,
    pub(super) baseline: &'a str,
    pub(super) target: &'a str,
    pub(super) measure_by: jiff::civil::Date,
    pub(super) owner: Uuid,
    pub(super) starts_on: jiff::civil::Date,
}

pub(super) async fn plan(act: &mut Act, id: Uuid, plan: &Plan<'_>) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE project SET measure = $2, baseline = $3, target = $4, measure_by = $5, owner = $6, starts_on = $7,
                                version = version + 1
             WHERE id = $1"
        ),
        &args![
            id,
            plan.measure,
            plan.baseline,
            plan.target,
            plan.measure_by.to_string(),
            plan.owner,
            plan.starts_on.to_string()
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn drop(act: &mut Act, id: Uuid) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!("UPDATE project SET state = 'dropped', since = $2, version = version + 1 WHERE id = $1"),
        &args![id, now],
    )
    .await?;
    Ok(())
}

/// The partnership of a project that is still scored.
pub(super) async fn scoring(tx: &mut Tx, id: Uuid) -> Result<Option<(Uuid, Option<Moment>)>, Error> {
    let found = tx
        .row(
            sql!("SELECT partnership, score_by FROM project WHERE id = $1 AND state = 'scoring'"),
            &args![id],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The projects that this side has not scored whole: id, name, since, until.
pub(super) async fn unscored(
    tx: &mut Tx,
    partnership: Uuid,
    party: Uuid,
) -> Result<Vec<(Uuid, String, Moment, Option<Moment>)>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT j.id, j.name, j.since, j.score_by FROM project j
                 WHERE j.partnership = $1 AND j.state = 'scoring'
                   AND (SELECT COUNT(*) FROM project_score s WHERE s.project = j.id AND s.party = $2) < 5
                 ORDER BY j.score_by, j.id"
            ),
            &args![partnership, party],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).collect()
}

/// Whether a project of this cycle was begun, and whether each side chose one.
pub async fn progress(tx: &mut Tx, partnership: Uuid) -> Result<(bool, bool), Error> {
    let cycle = cycle::current(tx, partnership).await?;
    let found = tx
        .row(
            sql!(
                "SELECT COUNT(DISTINCT j.id), COUNT(DISTINCT a.about) FROM project j
                 LEFT JOIN acceptance_ask a ON a.about = j.id AND a.state = 'agreed'
                 WHERE j.partnership = $1 AND j.cycle = $2 AND j.state <> 'dropped'"
            ),
            &args![partnership, cycle],
        )
        .await?;
    let Some(row) = found else { return Ok((false, false)) };
    Ok((row.get::<i64>(0)? > 0, row.get::<i64>(1)? > 0))
}
