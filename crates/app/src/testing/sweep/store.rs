//! The rows of the sweep's world, written as they stand in the tables: the sweep asks what the program
//! shows of them, not how they came about.

use db::{args, sql};
use uuid::Uuid;

use crate::site::Act;

pub(super) async fn site(act: &mut Act, parent: Option<Uuid>, kind: &str, name: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO site (id, parent, kind, name, state_code, time_zone, language, created_at, version)
             VALUES ($1, $2, $3, $4, 'IL', 'America/Chicago', 'en', $5, 1)"
        ),
        &args![id, parent, kind, name, now],
    )
    .await
    .expect("a site");
    id
}

pub(super) async fn partnership(act: &mut Act, site: Uuid, name: &str, state: &str, by: Uuid) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO partnership (id, site, name, state, union_term, head_term, time_zone, language, begun_by,
                                      begun_at, active_at, public_page, version)
             VALUES ($1, $2, $3, $4, 'union', 'superintendent', 'America/Chicago', 'en', $5, $6, $6, FALSE, 1)"
        ),
        &args![id, site, name, state, by, now],
    )
    .await
    .expect("a partnership");
    id
}

pub(super) struct NewParty<'a> {
    pub(super) kind: &'a str,
    pub(super) name: &'a str,
    pub(super) must_agree: bool,
    pub(super) withdrawn: bool,
    /// Name and address of whoever speaks for it when nobody is left.
    pub(super) successor: (&'a str, &'a str),
}

pub(super) async fn party(act: &mut Act, partnership: Uuid, new: &NewParty<'_>) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO party (id, partnership, kind, name, must_agree, position, joined_at, withdrawn_at,
                                successor_name, successor_email, version)
             VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, 1)"
        ),
        &args![
            id,
            partnership,
            new.kind,
            new.name,
            new.must_agree,
            now,
            new.withdrawn.then_some(now),
            new.successor.0,
            format!("{}@example.org", new.successor.1)
        ],
    )
    .await
    .expect("a party");
    id
}

pub(super) struct NewMember<'a> {
    pub(super) party: Option<Uuid>,
    pub(super) person: Uuid,
    pub(super) role: &'a str,
    pub(super) lead: bool,
    pub(super) job_title: &'a str,
    pub(super) ended: bool,
}

pub(super) async fn member(act: &mut Act, partnership: Uuid, new: &NewMember<'_>) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO member (id, partnership, party, person, role, lead, job_title, appointed_at, ended_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)"
        ),
        &args![
            id,
            partnership,
            new.party,
            new.person,
            new.role,
            new.lead,
            new.job_title,
            now,
            new.ended.then_some(now)
        ],
    )
    .await
    .expect("a seat");
    id
}

pub(super) async fn text(act: &mut Act, partnership: Uuid, about: Uuid, role: &str, body: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO text (id, partnership, sharing, about, role, language, version, body, written_at, retention,
                               legal_hold)
             VALUES ($1, $2, 'partnership', $3, $4, 'en', 1, $5, $6, 'working', FALSE)"
        ),
        &args![id, partnership, about, role, body, now],
    )
    .await
    .expect("a text");
    id
}

pub(super) struct NewInvitation<'a> {
    pub(super) party: Uuid,
    pub(super) name: &'a str,
    pub(super) email: &'a str,
    pub(super) message: &'a str,
    pub(super) asked_by: Uuid,
    pub(super) token_hash: [u8; 32],
}

pub(super) async fn invitation(act: &mut Act, partnership: Uuid, new: &NewInvitation<'_>) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let message = text(act, partnership, id, "invitation.message", new.message).await;
    act.run(
        sql!(
            "INSERT INTO invitation (id, partnership, party, role, lead, name, email, language, message, asked_by,
                                     asked_at, sleeps_at, state, version)
             VALUES ($1, $2, $3, 'member', FALSE, $4, $5, 'en', $6, $7, $8, $9, 'asked', 1)"
        ),
        &args![
            id,
            partnership,
            new.party,
            new.name,
            format!("{}@example.org", new.email),
            message,
            new.asked_by,
            now,
            now.plus(crate::people::invitation::WAITS)
        ],
    )
    .await
    .expect("an invitation");
    act.run(
        sql!(
            "INSERT INTO invitation_link (token_hash, invitation, made_at, partnership, sharing)
             VALUES ($1, $2, $3, (SELECT partnership FROM invitation WHERE id = $2), 'own')"
        ),
        &args![new.token_hash.to_vec(), id, now],
    )
    .await
    .expect("a link");
    id
}

pub(super) async fn pledge(act: &mut Act, partnership: Uuid, name: &str, token_hash: [u8; 32]) {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO pledge (id, partnership, name, connection, language, token_hash, added_at)
             VALUES ($1, $2, $3, 'parent', 'en', $4, $5)"
        ),
        &args![id, partnership, name, token_hash.to_vec(), now],
    )
    .await
    .expect("a pledge");
}

pub(super) async fn dead_job(act: &mut Act, args_: &str, error: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO job (id, kind, args, created_at, run_at, tries, dead_at, last_error)
             VALUES ($1, 'mail', $2, $3, $3, 9, $3, $4)"
        ),
        &args![id, args_, now, error],
    )
    .await
    .expect("a job");
    id
}

/// Ends every seat of a person.
pub(super) async fn end_seats(act: &mut Act, person: Uuid) {
    let now = act.now();
    act.run(
        sql!("UPDATE member SET ended_at = $2 WHERE person = $1 AND ended_at IS NULL"),
        &args![person, now],
    )
    .await
    .expect("an end");
}

/// Ends every session of a person.
pub(super) async fn end_sessions(act: &mut Act, person: Uuid) {
    let now = act.now();
    act.run(sql!("UPDATE session SET ends_at = $2 WHERE person = $1"), &args![person, now])
        .await
        .expect("an end");
}

/// The session of a person.
pub(super) async fn session(act: &mut Act, person: Uuid) -> Uuid {
    let row =
        act.row(sql!("SELECT id FROM session WHERE person = $1"), &args![person]).await.expect("a look");
    row.expect("a session").get(0).expect("an id")
}

/// Lets a person run the install.
pub(super) async fn operator(act: &mut Act, person: Uuid) {
    act.run(sql!("UPDATE person SET operator = TRUE WHERE id = $1"), &args![person])
        .await
        .expect("an operator");
}

/// A joint act that waits for an answer.
pub(super) async fn joint_act(act: &mut Act, partnership: Uuid, party: Uuid, by: Uuid, name: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let args_ = format!("{{\"kind\":\"rename\",\"name\":\"{name}\"}}");
    act.run(
        sql!(
            "INSERT INTO joint_act (id, partnership, kind, args, proposed_by, party, proposed_at, answer_by, on_silence,
                                    state, version)
             VALUES ($1, $2, 'rename', $3, $4, $5, $6, $7, 'lapses', 'open', 1)"
        ),
        &args![id, partnership, args_, by, party, now, now.plus(14 * crate::site::Moment::DAY)],
    )
    .await
    .expect("a joint act");
    id
}

/// A goal that waits for each must-agree party.
pub(super) async fn acceptance(act: &mut Act, partnership: Uuid, by: Uuid, title: &str) -> Uuid {
    let (id, about, now) = (act.id(), act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO acceptance_ask (id, partnership, sharing, kind, about, version, title, page, asked_by,
                                         asked_at, answer_by, state)
             VALUES ($1, $2, 'partnership', 'goal', $3, 1, $4, 'goals', $5, $6, $7, 'open')"
        ),
        &args![id, partnership, about, title, by, now, now.plus(14 * crate::site::Moment::DAY)],
    )
    .await
    .expect("an ask");
    about
}

/// A goal that nobody was asked about yet.
pub(super) async fn goal(act: &mut Act, partnership: Uuid, title: &str, why: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let why = text(act, partnership, id, "goal.why", why).await;
    act.run(
        sql!(
            "INSERT INTO goal (id, partnership, sharing, cycle, title, version, why, know, begun_at)
             VALUES ($1, $2, 'partnership', 1, $3, 1, $4, $4, $5)"
        ),
        &args![id, partnership, title, why, now],
    )
    .await
    .expect("a goal");
    id
}

/// A number of the case.
pub(super) async fn measure(act: &mut Act, partnership: Uuid, by: Uuid, name: &str) {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO case_measure (id, partnership, sharing, name, period, value, unit, people, source, note,
                                       added_by, added_at)
             VALUES ($1, $2, 'partnership', $3, '2025', '19', '', 'staff', 'Office', '', $4, $5)"
        ),
        &args![id, partnership, name, by, now],
    )
    .await
    .expect("a number");
}

/// A group on the partner map.
pub(super) async fn partner_group(act: &mut Act, partnership: Uuid, name: &str) {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO partner_group (id, partnership, sharing, level, role, name, added_at)
             VALUES ($1, $2, 'partnership', 'school', 'parents', $3, $4)"
        ),
        &args![id, partnership, name, now],
    )
    .await
    .expect("a group");
}

/// What a party shared.
pub(super) async fn interest(act: &mut Act, partnership: Uuid, party: Uuid, by: Uuid, body: &str) {
    let (id, now) = (act.id(), act.now());
    let text = text(act, partnership, id, "goal.interest", body).await;
    act.run(
        sql!(
            "INSERT INTO interest (id, partnership, sharing, party, member, text, shared_at)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6)"
        ),
        &args![id, partnership, party, by, text, now],
    )
    .await
    .expect("an interest");
}

/// A lead proposed for a party that has none.
pub(super) async fn recovery(act: &mut Act, partnership: Uuid, party: Uuid, member: Option<Uuid>) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO recovery (id, partnership, party, member, proposed_by, proposed_at, takes_at, state)
             VALUES ($1, $2, $3, $4, $4, $5, $6, 'open')"
        ),
        &args![id, partnership, party, member, now, now.plus(7 * crate::site::Moment::DAY)],
    )
    .await
    .expect("a recovery");
    id
}

/// A commitment in this state.
pub(super) async fn commitment(
    act: &mut Act,
    partnership: Uuid,
    member: Uuid,
    body: &str,
    state: &str,
) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let text = text(act, partnership, id, "commitment.body", body).await;
    act.run(
        sql!(
            "INSERT INTO commitment (id, partnership, sharing, state, language, version, renew_on, begun_at, since,
                                     sign_by, text_hash, signed_at)
             VALUES ($1, $2, 'partnership', $3, 'en', 1, '2027-09-01', $4, $4, $5, $6, $7)"
        ),
        &args![
            id,
            partnership,
            state,
            now,
            (state == "signing").then(|| now.plus(14 * crate::site::Moment::DAY)),
            (state != "writing").then(|| vec![7_u8; 32]),
            (state == "signed").then_some(now)
        ],
    )
    .await
    .expect("a commitment");
    act.run(
        sql!(
            "INSERT INTO commitment_version (commitment, version, text, renew_on, member, at, partnership,
                                             sharing)
             VALUES ($1, 1, $2, '2027-09-01', $3, $4, (SELECT partnership FROM commitment WHERE id = $1),
                     (SELECT sharing FROM commitment WHERE id = $1))"
        ),
        &args![id, text, member, now],
    )
    .await
    .expect("its first version");
    id
}

/// The code a lead reads aloud.
pub(super) async fn introduction(act: &mut Act, partnership: Uuid, member: Uuid, code: &str) {
    act.run(
        sql!("INSERT INTO introduction (member, partnership, code, tries) VALUES ($1, $2, $3, 0)"),
        &args![member, partnership, code],
    )
    .await
    .expect("a code");
}

/// A committee.
pub(super) async fn team(act: &mut Act, partnership: Uuid, site: Uuid, name: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO team (id, partnership, sharing, kind, name, site, founded_at, version)
             VALUES ($1, $2, 'partnership', 'committee', $3, $4, $5, 1)"
        ),
        &args![id, partnership, name, site, now],
    )
    .await
    .expect("a team");
    id
}

/// Somebody's place in it.
pub(super) async fn team_seat(
    act: &mut Act,
    partnership: Uuid,
    team: Uuid,
    party: Uuid,
    member: Uuid,
) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO team_seat (id, partnership, sharing, team, member, party, chair, seated_at)
             VALUES ($1, $2, 'partnership', $3, $4, $5, FALSE, $6)"
        ),
        &args![id, partnership, team, member, party, now],
    )
    .await
    .expect("a place in a team");
    id
}

/// A meeting that is being held, its one item, and an action: words are title, item, notes, outcome, action.
pub(super) async fn meeting(
    act: &mut Act,
    partnership: Uuid,
    by: Uuid,
    words: &[String; 5],
) -> (Uuid, Uuid, Uuid) {
    let [title, item_title, notes, outcome, what] = words;
    let (id, item, action, now) = (act.id(), act.id(), act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO meeting (id, partnership, sharing, title, state, starts, zone, starts_at, minutes, place,
                                  room_code, planned_by, planned_at, invited_at, begun_at, item, item_since, sequence,
                                  version)
             VALUES ($1, $2, 'partnership', $3, 'running', '2026-08-03T08:00:00', 'UTC', $4, 60, '', 'ABCD', $5, $4, $4,
                     $4, $6, $4, 0, 1)"
        ),
        &args![id, partnership, title, now, by, item],
    )
    .await
    .expect("a meeting");
    act.run(
        sql!(
            "INSERT INTO meeting_item (id, meeting, partnership, sharing, place, title, purpose, minutes, state,
                                       taken_up, proposed_by, took, notes, version)
             VALUES ($1, $2, $3, 'partnership', 1, $4, 'discuss', 10, 'planned', FALSE, $5, 0, 1, 1)"
        ),
        &args![item, id, partnership, item_title, by],
    )
    .await
    .expect("an item");
    for (role, body) in [("meeting.notes", notes), ("meeting.outcome", outcome)] {
        let text = act.id();
        act.run(
            sql!(
                "INSERT INTO text (id, partnership, sharing, about, role, language, version, body, written_at, retention,
                                   legal_hold)
                 VALUES ($1, $2, 'partnership', $3, $4, 'en', 1, $5, $6, 'record', FALSE)"
            ),
            &args![text, partnership, item, role, body, now],
        )
        .await
        .expect("a text");
    }
    act.run(
        sql!(
            "INSERT INTO action (id, partnership, sharing, meeting, item, what, owner, due, state, added_by, added_at,
                                 moved, version)
             VALUES ($1, $2, 'partnership', $3, $4, $5, $6, '2027-01-11', 'open', $6, $7, 0, 1)"
        ),
        &args![action, partnership, id, item, what, by, now],
    )
    .await
    .expect("an action");
    (id, item, action)
}

/// A committee of the inventory.
pub(super) async fn inventory(
    act: &mut Act,
    partnership: Uuid,
    member: Uuid,
    does: &str,
    sits: &str,
) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let does = text(act, partnership, id, "inventory.does", does).await;
    let sits = text(act, partnership, id, "inventory.sits", sits).await;
    act.run(
        sql!(
            "INSERT INTO team_inventory (id, partnership, sharing, cycle, name, does, sits, fate, member, noted_at, version)
             VALUES ($1, $2, 'partnership', 1, 'Calendar', $3, $4, 'keep', $5, $6, 1)"
        ),
        &args![id, partnership, does, sits, member, now],
    )
    .await
    .expect("an inventory");
    id
}

/// The first version of a team's charter.
pub(super) async fn charter(act: &mut Act, partnership: Uuid, team: Uuid, member: Uuid, purpose: &str) {
    let (id, now) = (act.id(), act.now());
    text(act, partnership, id, "charter.purpose", purpose).await;
    act.run(
        sql!(
            "INSERT INTO charter (id, partnership, sharing, team, version, begun_at)
             VALUES ($1, $2, 'partnership', $3, 1, $4)"
        ),
        &args![id, partnership, team, now],
    )
    .await
    .expect("a charter");
    act.run(
        sql!(
            "INSERT INTO charter_version (charter, version, partnership, sharing, language, authority, quorum, protocol,
                                          lowest, fallback, open_meetings, ends_on, member, at)
             VALUES ($1, 1, $2, 'partnership', 'en', 'decides', 1, 'fist-to-five', 3, 'again', 'ask', '2099-06-30', $3, $4)"
        ),
        &args![id, partnership, member, now],
    )
    .await
    .expect("its first version");
}

/// A project that is still scored.
pub(super) async fn project(act: &mut Act, partnership: Uuid, member: Uuid, brief: &str) -> Uuid {
    let (id, now) = (act.id(), act.now());
    text(act, partnership, id, "project.what", brief).await;
    act.run(
        sql!(
            "INSERT INTO project (id, partnership, sharing, cycle, name, state, language, score_by, begun_by, begun_at,
                                  since, version)
             VALUES ($1, $2, 'partnership', 1, 'Mentors', 'scoring', 'en', $3, $4, $5, $5, 1)"
        ),
        &args![id, partnership, now.plus(14 * crate::site::Moment::DAY), member, now],
    )
    .await
    .expect("a project");
    id
}

/// One side's score of one test, with a line why.
pub(super) async fn score(
    act: &mut Act,
    partnership: Uuid,
    project: Uuid,
    party: Uuid,
    member: Uuid,
    why: &str,
) {
    let now = act.now();
    let why = text(act, partnership, project, "project.why", why).await;
    act.run(sql!("UPDATE text SET sharing = 'own' WHERE id = $1"), &args![why]).await.expect("a closed line");
    act.run(
        sql!(
            "INSERT INTO project_score (project, party, test, partnership, sharing, member, score, why, at)
             VALUES ($1, $2, 'reach', $3, 'own', $4, 2, $5, $6)"
        ),
        &args![project, party, partnership, member, why, now],
    )
    .await
    .expect("a score");
}

/// A need and an offer to it.
pub(super) async fn need(
    act: &mut Act,
    partnership: Uuid,
    member: Uuid,
    need: &str,
    offer: &str,
) -> (Uuid, Uuid) {
    let (id, other, now) = (act.id(), act.id(), act.now());
    let says = text(act, partnership, other, "support.offer", offer).await;
    act.run(
        sql!(
            "INSERT INTO support_need (id, partnership, sharing, cycle, kind, name, state, asked_by, asked_at, version)
             VALUES ($1, $2, 'partnership', 1, 'training', $3, 'offered', $4, $5, 1)"
        ),
        &args![id, partnership, need, member, now],
    )
    .await
    .expect("a need");
    act.run(
        sql!(
            "INSERT INTO support_offer (id, partnership, sharing, need, provider, says, member, state, at)
             VALUES ($1, $2, 'partnership', $3, 'Office', $4, $5, 'open', $6)"
        ),
        &args![other, partnership, id, says, member, now],
    )
    .await
    .expect("an offer");
    (id, other)
}
