//! Where the partnerships that share are in the tree of sites, and who sits where they share to.

use db::{Row, Tx, args, sql};
use uuid::Uuid;

use super::{Place, Way};
use crate::error::{Error, broken};
use crate::network::site_tree::Kind;
use crate::people::partnership::State;

/// The place of these columns: id, kind, name; none where a join found nothing.
fn place(row: &Row, from: usize) -> Result<Option<Place>, Error> {
    let id: Option<Uuid> = row.get(from)?;
    let (kind, name): (Option<String>, Option<String>) = (row.get(from + 1)?, row.get(from + 2)?);
    let Some(((id, kind), name)) = id.zip(kind).zip(name) else { return Ok(None) };
    let kind = Kind::from_code(&kind).ok_or_else(|| broken("an unknown kind of site"))?;
    Ok(Some(Place { id, kind, name }))
}

/// The places of a row from its own up, the state last: whoever typed a place named its state, too.
fn places(row: &Row, from: usize) -> Result<Vec<Place>, Error> {
    let mut places = Vec::new();
    for column in [from, from + 3, from + 6] {
        places.extend(place(row, column)?.filter(|place| place.kind != Kind::State));
    }
    places.extend(place(row, from + 9)?);
    Ok(places)
}

/// A place and what is above it; none if it is not there.
pub(super) async fn way_up(tx: &mut Tx, site: Uuid) -> Result<Vec<Place>, Error> {
    let row = tx
        .row(
            sql!(
                "SELECT s.id, s.kind, s.name, a.id, a.kind, a.name, b.id, b.kind, b.name, t.id, t.kind, t.name
                 FROM site s LEFT JOIN site a ON a.id = s.parent LEFT JOIN site b ON b.id = a.parent
                 LEFT JOIN site t ON t.kind = 'state' AND t.state_code = s.state_code AND t.retired_at IS NULL
                 WHERE s.id = $1 AND s.retired_at IS NULL ORDER BY t.id LIMIT 1"
            ),
            &args![site],
        )
        .await?;
    row.as_ref().map_or(Ok(Vec::new()), |row| places(row, 0))
}

/// Every partnership at work that shares with anybody, with its places. Whether the reader may see it is
/// asked afterwards, of the agreement.
pub(super) async fn sharers(tx: &mut Tx) -> Result<Vec<Way>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT p.id, p.public_page, p.state, s.id, s.kind, s.name, a.id, a.kind, a.name, b.id, b.kind, b.name,
                        t.id, t.kind, t.name
                 FROM partnership p JOIN site s ON s.id = p.site
                 LEFT JOIN site a ON a.id = s.parent LEFT JOIN site b ON b.id = a.parent
                 LEFT JOIN site t ON t.kind = 'state' AND t.state_code = s.state_code AND t.retired_at IS NULL
                 WHERE p.state IN ('active', 'paused') AND EXISTS
                       (SELECT 1 FROM sharing_agreement g WHERE g.partnership = p.id AND g.ended_at IS NULL)
                 ORDER BY p.id, t.id"
            ),
            &args![],
        )
        .await?;
    let mut ways: Vec<Way> = Vec::new();
    for row in &rows {
        let partnership = row.get(0)?;
        if ways.last().is_none_or(|way| way.partnership != partnership) {
            let paused = row.get::<String>(2)? == State::Paused.code();
            ways.push(Way { partnership, public_page: row.get(1)?, paused, places: places(row, 3)? });
        }
    }
    Ok(ways)
}

/// The partnerships that somebody sits in and that others share with.
pub(super) async fn receivers(tx: &mut Tx, person: Uuid) -> Result<Vec<Uuid>, Error> {
    let rows = tx
        .rows(
            sql!(
                "SELECT DISTINCT g.receiver FROM sharing_agreement g JOIN member m ON m.partnership = g.receiver
                 WHERE m.person = $1 AND m.ended_at IS NULL AND g.ended_at IS NULL"
            ),
            &args![person],
        )
        .await?;
    rows.iter().map(|row| Ok(row.get(0)?)).collect()
}

/// The state a partnership's place is in.
pub async fn state_above(tx: &mut Tx, partnership: Uuid) -> Result<Option<(Uuid, String)>, Error> {
    let row = tx
        .row(
            sql!(
                "SELECT t.id, t.name FROM partnership p JOIN site s ON s.id = p.site
                 JOIN site t ON t.kind = 'state' AND t.state_code = s.state_code AND t.retired_at IS NULL
                 WHERE p.id = $1 ORDER BY t.id LIMIT 1"
            ),
            &args![partnership],
        )
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}
