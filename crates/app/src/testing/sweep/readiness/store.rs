//! The rows of a round and of a first half hour.

use db::{args, sql};
use uuid::Uuid;

use crate::site::Act;

/// A round whose statements are shown: party, seat and the name of whoever gave it.
pub(in crate::testing::sweep) async fn round(
    act: &mut Act,
    partnership: Uuid,
    said: &[(Uuid, Uuid, &str)],
) -> Uuid {
    let (id, now) = (act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO readiness_round (id, partnership, sharing, number, cycle, state, begun_at, answer_by,
                                          revealed_at)
             VALUES ($1, $2, 'partnership', 1, 1, 'revealed', $3, $3, $3)"
        ),
        &args![id, partnership, now],
    )
    .await
    .expect("a round");
    for (party, member, name) in said {
        act.run(
            sql!(
                "INSERT INTO readiness_statement (round, party, party_name, standing, member, name, levels,
                                                  version, at, shown_at, partnership, sharing)
                 VALUES ($1, $2, 'a party', 'must-agree', $3, $4, '012301', 1, $5, $5,
                         (SELECT partnership FROM readiness_round WHERE id = $1),
                         (SELECT sharing FROM readiness_round WHERE id = $1))"
            ),
            &args![id, *party, *member, *name, now],
        )
        .await
        .expect("a statement");
    }
    id
}

/// A first half hour in which a party has named something, sealed or picked.
pub(in crate::testing::sweep) async fn half_hour(
    act: &mut Act,
    partnership: Uuid,
    round: Uuid,
    party: Uuid,
    member: Uuid,
    words: &str,
    sealed: bool,
) {
    let (id, concern, now) = (act.id(), act.id(), act.now());
    act.run(
        sql!(
            "INSERT INTO firsthour (id, partnership, sharing, round, state, begun_at, answer_by, named_at, concern,
                                    picked_at)
             VALUES ($1, $2, 'partnership', $3, 'open', $4, $5, $6, $7, $6)"
        ),
        &args![
            id,
            partnership,
            round,
            now,
            now.plus(14 * crate::site::Moment::DAY),
            (!sealed).then_some(now),
            (!sealed).then_some(concern)
        ],
    )
    .await
    .expect("a half hour");
    act.run(
        sql!(
            "INSERT INTO firsthour_concern (id, firsthour, party, member, words, at, partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, $6, (SELECT partnership FROM firsthour WHERE id = $2),
                     (SELECT sharing FROM firsthour WHERE id = $2))"
        ),
        &args![concern, id, party, member, words, now],
    )
    .await
    .expect("a concern");
}
