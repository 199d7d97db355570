//! The tables of commitments, their versions, signers, signatures and supporters.

use db::{Row, Tx, args, sql};
use jiff::civil::Date;
use uuid::Uuid;
use words::Lang;

use super::{
    Commitment, Ended, Lapse, Paper, Signature, Standing, State, Supporter, Version, Whole, renewal,
};
use crate::error::{Error, broken};
use crate::people::membership;
use crate::site::{Act, Moment};
use crate::text::Sharing;

fn commitment_from(row: &Row) -> Result<Commitment, Error> {
    let state: String = row.get(1)?;
    Ok(Commitment {
        id: row.get(0)?,
        state: State::from_code(&state).ok_or_else(|| broken("an unknown state of a commitment"))?,
        renews: row.get(2)?,
        language: Lang::from_code(&row.get::<String>(3)?).unwrap_or(Lang::En),
        version: row.get(4)?,
        renew_on: day(row.get(5)?)?,
        begun_at: row.get(6)?,
        since: row.get(7)?,
        sign_by: row.get(8)?,
        text_hash: row.get(9)?,
        signed_at: row.get(10)?,
        lapse: row.get::<Option<String>>(11)?.and_then(|why| Lapse::from_code(&why)),
        reminded: row.get::<Option<String>>(12)?.and_then(|step| renewal::Step::from_code(&step)),
    })
}

fn day(text: String) -> Result<Date, Error> {
    text.parse().map_err(broken)
}

/// Every commitment of a partnership, newest first.
pub(super) async fn all(tx: &mut Tx, partnership: Uuid) -> Result<Vec<Commitment>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, state, renews, language, version, renew_on, begun_at, since, sign_by, text_hash,
                        signed_at, lapse, reminded
                 FROM commitment WHERE partnership = $1 ORDER BY begun_at DESC, id DESC"
            ),
            &args![partnership],
        )
        .await?;
    rows.iter().map(commitment_from).collect()
}

/// The partnership a commitment belongs to.
pub(super) async fn partnership_of(tx: &mut Tx, commitment: Uuid) -> Result<Option<Uuid>, Error> {
    let found = tx.row(sql!("SELECT partnership FROM commitment WHERE id = $1"), &args![commitment]).await?;
    Ok(found.map(|row| row.get(0)).transpose()?)
}

/// A commitment with everybody it concerns.
pub(super) async fn whole(tx: &mut Tx, partnership: Uuid, commitment: Commitment) -> Result<Whole, Error> {
    let id = commitment.id;
    Ok(Whole {
        commitment,
        parties: membership::parties(tx, partnership).await?,
        leads: membership::leads(tx, partnership).await?,
        named: named(tx, id).await?,
        signatures: signatures(tx, id).await?,
    })
}

/// A new commitment.
pub(super) async fn add(act: &mut Act, partnership: Uuid, commitment: &Commitment) -> Result<(), Error> {
    act.run(
        sql!(
            "INSERT INTO commitment (id, partnership, sharing, state, renews, language, version, renew_on, begun_at,
                                     since)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &args![
            commitment.id,
            partnership,
            Sharing::Partnership.code(),
            commitment.state.code(),
            commitment.renews,
            commitment.language.code(),
            commitment.version,
            commitment.renew_on.to_string(),
            commitment.begun_at,
            commitment.since
        ],
    )
    .await?;
    Ok(())
}

/// Writes down where a commitment stands now.
pub(super) async fn save(act: &mut Act, commitment: &Commitment) -> Result<(), Error> {
    act.run(
        sql!(
            "UPDATE commitment SET state = $2, version = $3, renew_on = $4, since = $5, sign_by = $6,
                    text_hash = $7, signed_at = $8, lapse = $9, reminded = $10
             WHERE id = $1"
        ),
        &args![
            commitment.id,
            commitment.state.code(),
            commitment.version,
            commitment.renew_on.to_string(),
            commitment.since,
            commitment.sign_by,
            commitment.text_hash.clone(),
            commitment.signed_at,
            commitment.lapse.map(Lapse::code),
            commitment.reminded.map(renewal::Step::code)
        ],
    )
    .await?;
    Ok(())
}

/// Keeps a version of the text.
pub(super) async fn add_version(
    act: &mut Act,
    commitment: &Commitment,
    text: Uuid,
    member: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO commitment_version (commitment, version, text, renew_on, member, at, partnership,
                                             sharing)
             VALUES ($1, $2, $3, $4, $5, $6, (SELECT partnership FROM commitment WHERE id = $1),
                     (SELECT sharing FROM commitment WHERE id = $1))"
        ),
        &args![commitment.id, commitment.version, text, commitment.renew_on.to_string(), member, now],
    )
    .await?;
    Ok(())
}

/// Every version, newest first.
pub(super) async fn versions(tx: &mut Tx, commitment: Uuid) -> Result<Vec<Version>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT v.version, v.text, v.renew_on, p.name, y.name, v.at
                 FROM commitment_version v JOIN member m ON m.id = v.member JOIN person p ON p.id = m.person
                 LEFT JOIN party y ON y.id = m.party
                 WHERE v.commitment = $1 ORDER BY v.version DESC"
            ),
            &args![commitment],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Version {
                number: row.get(0)?,
                text: row.get(1)?,
                renew_on: day(row.get(2)?)?,
                by: row.get(3)?,
                party: row.get(4)?,
                at: row.get(5)?,
            })
        })
        .collect()
}

async fn named(tx: &mut Tx, commitment: Uuid) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!("SELECT member FROM commitment_signer WHERE commitment = $1 ORDER BY named_at, member"),
            &args![commitment],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// Names who signs for a party, instead of whoever was named before.
pub(super) async fn name(
    act: &mut Act,
    commitment: Uuid,
    party: Uuid,
    members: &[Uuid],
) -> Result<(), Error> {
    act.run(
        sql!("DELETE FROM commitment_signer WHERE commitment = $1 AND party = $2"),
        &args![commitment, party],
    )
    .await?;
    let now = act.now();
    for member in members {
        act.run(
            sql!(
                "INSERT INTO commitment_signer (commitment, member, party, named_at, partnership, sharing)
                 VALUES ($1, $2, $3, $4, (SELECT partnership FROM commitment WHERE id = $1),
                         (SELECT sharing FROM commitment WHERE id = $1))
                 ON CONFLICT (commitment, member) DO NOTHING"
            ),
            &args![commitment, *member, party, now],
        )
        .await?;
    }
    Ok(())
}

/// Takes somebody off the list of those who were named.
pub(super) async fn unname(act: &mut Act, commitment: Uuid, member: Uuid) -> Result<(), Error> {
    act.run(
        sql!("DELETE FROM commitment_signer WHERE commitment = $1 AND member = $2"),
        &args![commitment, member],
    )
    .await?;
    Ok(())
}

async fn signatures(tx: &mut Tx, commitment: Uuid) -> Result<Vec<Signature>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT id, party, party_name, member, name, job_title, standing, at, signed_on, witness, ended_at,
                        ended_why
                 FROM commitment_signature WHERE commitment = $1 ORDER BY at, id"
            ),
            &args![commitment],
        )
        .await?;
    rows.iter().map(signature_from).collect()
}

fn signature_from(row: &Row) -> Result<Signature, Error> {
    let standing: String = row.get(6)?;
    let paper = match (row.get::<Option<String>>(8)?, row.get::<Option<String>>(9)?) {
        (Some(on), Some(witness)) => Some(Paper { on: day(on)?, witness }),
        _ => None,
    };
    let why = row.get::<Option<String>>(11)?.and_then(|why| Ended::from_code(&why));
    Ok(Signature {
        id: row.get(0)?,
        party: row.get(1)?,
        party_name: row.get(2)?,
        member: row.get(3)?,
        name: row.get(4)?,
        job_title: row.get(5)?,
        standing: Standing::from_code(&standing).ok_or_else(|| broken("an unknown kind of signature"))?,
        at: row.get(7)?,
        paper,
        ended: row.get::<Option<Moment>>(10)?.zip(why),
    })
}

/// Keeps a signature that `entered_by` gave, or entered for somebody who signed on paper.
pub(super) async fn add_signature(
    act: &mut Act,
    commitment: &Commitment,
    signature: &Signature,
    entered_by: Uuid,
) -> Result<(), Error> {
    let (on, witness) = match &signature.paper {
        Some(paper) => (Some(paper.on.to_string()), Some(paper.witness.clone())),
        None => (None, None),
    };
    act.run(
        sql!(
            "INSERT INTO commitment_signature (id, commitment, version, party, party_name, member, name,
                                               job_title, standing, at, signed_on, entered_by, witness,
                                               partnership, sharing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
                     (SELECT partnership FROM commitment WHERE id = $2),
                     (SELECT sharing FROM commitment WHERE id = $2))"
        ),
        &args![
            signature.id,
            commitment.id,
            commitment.version,
            signature.party,
            &signature.party_name,
            signature.member,
            &signature.name,
            &signature.job_title,
            signature.standing.code(),
            signature.at,
            on,
            entered_by,
            witness
        ],
    )
    .await?;
    Ok(())
}

/// Ends a signature; it stays where it is and says why.
pub(super) async fn end_signature(act: &mut Act, signature: Uuid, why: Ended) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "UPDATE commitment_signature SET ended_at = $2, ended_why = $3 WHERE id = $1 AND ended_at IS NULL"
        ),
        &args![signature, now, why.code()],
    )
    .await?;
    Ok(())
}

/// The first supporters by name, at most so many.
pub(super) async fn supporters(tx: &mut Tx, commitment: Uuid, most: i64) -> Result<Vec<Supporter>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT name, party_name FROM commitment_supporter WHERE commitment = $1
                 ORDER BY name, member LIMIT $2"
            ),
            &args![commitment, most],
        )
        .await?;
    rows.iter().map(|row| Ok(Supporter { name: row.get(0)?, party_name: row.get(1)? })).collect()
}

/// How many support it, and whether this seat is one of them.
pub(super) async fn support(
    tx: &mut Tx,
    commitment: Uuid,
    member: Option<Uuid>,
) -> Result<(i64, bool), Error> {
    let found = tx
        .row(
            sql!(
                "SELECT COUNT(*), EXISTS (SELECT 1 FROM commitment_supporter
                                          WHERE commitment = $1 AND member = $2)
                 FROM commitment_supporter WHERE commitment = $1"
            ),
            &args![commitment, member],
        )
        .await?;
    found.map_or(Ok((0, false)), |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Adds a supporter; false if their name was there already.
pub(super) async fn add_supporter(
    act: &mut Act,
    commitment: Uuid,
    member: Uuid,
    supporter: &Supporter,
) -> Result<bool, Error> {
    let now = act.now();
    let added = act
        .run(
            sql!(
                "INSERT INTO commitment_supporter (commitment, member, name, party_name, at, partnership,
                                                   sharing)
                 VALUES ($1, $2, $3, $4, $5, (SELECT partnership FROM commitment WHERE id = $1),
                         (SELECT sharing FROM commitment WHERE id = $1)) ON CONFLICT (commitment, member) DO NOTHING"
            ),
            &args![commitment, member, &supporter.name, &supporter.party_name, now],
        )
        .await?;
    Ok(added == 1)
}

/// A party has read this version.
pub(super) async fn look(
    act: &mut Act,
    partnership: Uuid,
    commitment: &Commitment,
    party: Uuid,
    member: Uuid,
) -> Result<(), Error> {
    let now = act.now();
    act.run(
        sql!(
            "INSERT INTO commitment_look (commitment, version, party, partnership, sharing, member, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (commitment, version, party) DO NOTHING"
        ),
        &args![
            commitment.id,
            commitment.version,
            party,
            partnership,
            Sharing::Partnership.code(),
            member,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The parties that said they have read this version, and the one whose member saved it.
pub(super) async fn looks(tx: &mut Tx, commitment: &Commitment) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT party FROM commitment_look WHERE commitment = $1 AND version = $2
                 UNION SELECT m.party FROM commitment_version v JOIN member m ON m.id = v.member
                 WHERE v.commitment = $1 AND v.version = $2 AND m.party IS NOT NULL"
            ),
            &args![commitment.id, commitment.version],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}
