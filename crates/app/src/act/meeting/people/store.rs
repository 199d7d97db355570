//! The tables of who was asked, who came, what each side said of the minutes, and looks back.

use db::{Tx, args, sql};
use uuid::Uuid;

use crate::act::meeting::item::{Answer, Attendee, Look, Presence, Reason};
use crate::error::Error;
use crate::site::Act;

/// Writes down that somebody is asked to come, and was told.
pub(in crate::act::meeting) async fn tell(
    act: &mut Act,
    partnership: Uuid,
    meeting: Uuid,
    member: Uuid,
    reason: Reason,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO meeting_person (meeting, member, partnership, sharing, reason, told_at)
             VALUES ($1, $2, $3, 'partnership', $4, $5)
             ON CONFLICT (meeting, member) DO UPDATE SET told_at = excluded.told_at"
        ),
        &args![meeting, member, partnership, reason.code(), now],
    )
    .await?;
    Ok(())
}

/// Everybody who was asked or came, by name.
pub(in crate::act::meeting) async fn people(tx: &mut Tx, meeting: Uuid) -> Result<Vec<Attendee>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.member, p.name, m.party, a.presence, COALESCE(a.spoke, 0)
                 FROM meeting_person a JOIN member m ON m.id = a.member JOIN person p ON p.id = m.person
                 WHERE a.meeting = $1 ORDER BY p.name, a.member"
            ),
            &args![meeting],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let presence: Option<String> = row.get(3)?;
            Ok(Attendee {
                member: row.get(0)?,
                name: row.get(1)?,
                party: row.get(2)?,
                presence: presence.as_deref().and_then(Presence::from_code),
                spoke: row.get(4)?,
            })
        })
        .collect()
}

/// Writes down how somebody takes part.
pub(in crate::act::meeting) async fn present(
    act: &mut Act,
    partnership: Uuid,
    meeting: Uuid,
    member: Uuid,
    presence: Presence,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO meeting_person (meeting, member, partnership, sharing, reason, presence, present_at)
             VALUES ($1, $2, $3, 'partnership', 'came', $4, $5)
             ON CONFLICT (meeting, member) DO UPDATE SET presence = excluded.presence, present_at = excluded.present_at"
        ),
        &args![meeting, member, partnership, presence.code(), now],
    )
    .await?;
    Ok(())
}

/// Counts one turn of somebody who is there.
pub(in crate::act::meeting) async fn spoke(act: &mut Act, meeting: Uuid, member: Uuid) -> Result<(), Error> {
    act.run(
        sql!("UPDATE meeting_person SET spoke = COALESCE(spoke, 0) + 1 WHERE meeting = $1 AND member = $2"),
        &args![meeting, member],
    )
    .await?;
    Ok(())
}

/// Forgets who spoke how often.
pub(in crate::act::meeting) async fn forget_turns(act: &mut Act, meeting: Uuid) -> Result<(), Error> {
    act.run(sql!("UPDATE meeting_person SET spoke = NULL WHERE meeting = $1"), &args![meeting]).await?;
    Ok(())
}

/// Writes down what a side says of the minutes.
pub(in crate::act::meeting) async fn answer(
    act: &mut Act,
    partnership: Uuid,
    meeting: Uuid,
    party: Uuid,
    member: Uuid,
    confirmed: bool,
    reason: Option<Uuid>,
) -> Result<(), Error> {
    let now = act.now();
    let word = if confirmed { "confirmed" } else { "objected" };
    act.run(
        sql!(
            "INSERT INTO meeting_answer (meeting, party, partnership, sharing, member, answer, reason, at)
             VALUES ($1, $2, $3, 'partnership', $4, $5, $6, $7)
             ON CONFLICT (meeting, party) DO UPDATE SET member = excluded.member, answer = excluded.answer,
                reason = excluded.reason, at = excluded.at"
        ),
        &args![meeting, party, partnership, member, word, reason, now],
    )
    .await?;
    Ok(())
}

/// What each side said of the minutes.
pub(in crate::act::meeting) async fn answers(tx: &mut Tx, meeting: Uuid) -> Result<Vec<Answer>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT a.party, p.name, a.answer, t.body, a.at
                 FROM meeting_answer a JOIN member m ON m.id = a.member JOIN person p ON p.id = m.person
                 LEFT JOIN text t ON t.id = a.reason
                 WHERE a.meeting = $1 ORDER BY a.at"
            ),
            &args![meeting],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let answer: String = row.get(2)?;
            Ok(Answer {
                party: row.get(0)?,
                by: row.get(1)?,
                confirmed: answer == "confirmed",
                reason: row.get(3)?,
                at: row.get(4)?,
            })
        })
        .collect()
}

/// Which side confirmed the minutes of which meeting, over all meetings of a partnership.
pub(in crate::act::meeting) async fn confirmed(
    tx: &mut Tx,
    partnership: Uuid,
) -> Result<Vec<(Uuid, Uuid)>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT meeting, party FROM meeting_answer WHERE partnership = $1 AND answer = 'confirmed'"),
            &args![partnership],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Forgets what the sides said, because the text they said it of has changed.
pub(in crate::act::meeting) async fn forget_answers(act: &mut Act, meeting: Uuid) -> Result<(), Error> {
    act.run(sql!("DELETE FROM meeting_answer WHERE meeting = $1"), &args![meeting]).await?;
    Ok(())
}

/// Writes down somebody's look back, instead of an earlier one.
pub(in crate::act::meeting) async fn look(
    act: &mut Act,
    partnership: Uuid,
    meeting: Uuid,
    member: Uuid,
    norms: &str,
    texts: (Option<Uuid>, Option<Uuid>),
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO meeting_look (meeting, member, partnership, sharing, norms, plus, delta, at)
             VALUES ($1, $2, $3, 'partnership', $4, $5, $6, $7)
             ON CONFLICT (meeting, member) DO UPDATE SET norms = excluded.norms, plus = excluded.plus,
                delta = excluded.delta, at = excluded.at"
        ),
        &args![meeting, member, partnership, norms, texts.0, texts.1, now],
    )
    .await?;
    Ok(())
}

/// The looks back, by name.
pub(in crate::act::meeting) async fn looks(tx: &mut Tx, meeting: Uuid) -> Result<Vec<Look>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT l.member, p.name, l.norms, COALESCE(a.body, ''), COALESCE(b.body, '')
                 FROM meeting_look l JOIN member m ON m.id = l.member JOIN person p ON p.id = m.person
                 LEFT JOIN text a ON a.id = l.plus LEFT JOIN text b ON b.id = l.delta
                 WHERE l.meeting = $1 ORDER BY p.name, l.member"
            ),
            &args![meeting],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Look {
                member: row.get(0)?,
                name: row.get(1)?,
                norms: row.get(2)?,
                plus: row.get(3)?,
                delta: row.get(4)?,
            })
        })
        .collect()
}
