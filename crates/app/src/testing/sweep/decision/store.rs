//! The rows of the sweep's decision.

use db::{args, sql};
use uuid::Uuid;

use crate::site::Act;
use crate::testing::sweep::store::text;

/// A question that is open for answers: whom it asks, and its wording, what it brings, and what was said.
pub(in crate::testing::sweep) async fn decision(
    act: &mut Act,
    partnership: Uuid,
    by: Uuid,
    asked: &[(Uuid, Uuid)],
    words: [&str; 3],
) -> Uuid {
    let (id, now) = (act.id(), act.now());
    let until = now.plus(14 * crate::site::Moment::DAY);
    let terms = r#"{"level":"decides","threshold":3,"share":null,"enough":"half","labels":null,"seen":"name",
        "boundary":"none","fallback":"drop","fallback_on":null,"who":"everybody","answer_on":"2026-09-14",
        "act_by":null,"act_on":null,"review_on":null,"ends_on":null}"#;
    act.run(
        sql!(
            "INSERT INTO decision (id, partnership, sharing, state, terms, language, asked_by, round, begun_at, since,
                                   until, version)
             VALUES ($1, $2, 'partnership', 'open', $3, 'en', $4, 1, $5, $5, $6, 1)"
        ),
        &args![id, partnership, terms, by, now, until],
    )
    .await
    .expect("a decision");
    let [question, effect, said] = words;
    let question = text(act, partnership, id, "decision.question", question).await;
    let effect = text(act, partnership, id, "decision.effect", effect).await;
    let said = text(act, partnership, id, "decision.word", said).await;
    let word = act.id();
    act.run(
        sql!(
            "INSERT INTO decision_round (decision, round, question, effect, opened_at, answer_by, partnership,
                                         sharing)
             VALUES ($1, 1, $2, $3, $4, $5, (SELECT partnership FROM decision WHERE id = $1),
                     (SELECT sharing FROM decision WHERE id = $1))"
        ),
        &args![id, question, effect, now, until],
    )
    .await
    .expect("a round");
    act.run(
        sql!(
            "INSERT INTO decision_word (id, decision, round, member, body, kept, at, partnership, sharing)
             VALUES ($1, $2, 1, $3, $4, TRUE, $5, (SELECT partnership FROM text WHERE id = $4),
                     (SELECT sharing FROM text WHERE id = $4))"
        ),
        &args![word, id, by, said, now],
    )
    .await
    .expect("a word");
    let mut sides: Vec<Uuid> = asked.iter().map(|(_, party)| *party).collect();
    sides.sort_unstable();
    sides.dedup();
    for party in sides {
        act.run(
            sql!(
                "INSERT INTO decision_side (decision, party, must_agree, partnership, sharing)
                 SELECT $1, id, must_agree, partnership, sharing FROM party WHERE id = $2"
            ),
            &args![id, party],
        )
        .await
        .expect("a side");
    }
    for (member, party) in asked {
        act.run(
            sql!(
                "INSERT INTO decision_answerer (decision, member, party, partnership, sharing)
                 VALUES ($1, $2, $3, (SELECT partnership FROM decision WHERE id = $1),
                         (SELECT sharing FROM decision WHERE id = $1))"
            ),
            &args![id, *member, *party],
        )
        .await
        .expect("somebody who is asked");
    }
    id
}
