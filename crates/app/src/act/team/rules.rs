//! The rules of teams, pure: the tree, the two co-chairs, and what a team still lacks.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{No, Team, TeamSeat};
use crate::people::membership::Party;

/// What a team lacks. Shown, never forbidden: a team may begin with what it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Nobody sits in it.
    Empty,
    /// Nobody shares the chair yet.
    NoChair,
    /// One of the two co-chairs is missing.
    OneChair,
    /// Nobody sits for this party, which must agree.
    Missing(String),
    /// Nobody sits for this party, which advises; asked only of leadership teams.
    Unheard(String),
    /// The first party has more than twice the places of the second.
    Uneven {
        /// Who has most.
        more: String,
        /// Who has least.
        less: String,
    },
}

/// What this team lacks, in the order in which to mend it.
pub fn gaps(team: &Team, seats: &[TeamSeat], parties: &[Party]) -> Vec<Gap> {
    let sitting: Vec<&TeamSeat> = seats.iter().filter(|seat| seat.team == team.id && seat.sits()).collect();
    if sitting.is_empty() {
        return vec![Gap::Empty];
    }
    let mut found = Vec::new();
    match sitting.iter().filter(|seat| seat.chair).count() {
        0 => found.push(Gap::NoChair),
        1 => found.push(Gap::OneChair),
        _ => {}
    }
    let mut places: BTreeMap<Uuid, usize> = BTreeMap::new();
    for party in sitting.iter().filter_map(|seat| seat.party) {
        *places.entry(party).or_default() += 1;
    }
    let here = |party: &&Party| party.joined_at.is_some() && party.withdrawn_at.is_none();
    let count = |party: &Party| places.get(&party.id).copied().unwrap_or(0);
    let (must, advise): (Vec<&Party>, Vec<&Party>) =
        parties.iter().filter(here).partition(|party| party.must_agree);
    found.extend(must.iter().filter(|p| count(p) == 0).map(|p| Gap::Missing(p.name.clone())));
    if team.kind.leads() {
        found.extend(advise.iter().filter(|p| count(p) == 0).map(|p| Gap::Unheard(p.name.clone())));
    }
    let seated: Vec<&Party> = must.into_iter().filter(|p| count(p) > 0).collect();
    let most = seated.iter().copied().max_by_key(|p| count(p));
    let least = seated.iter().copied().min_by_key(|p| count(p));
    if let (Some(most), Some(least)) = (most, least)
        && count(most) > 2 * count(least)
    {
        found.push(Gap::Uneven { more: most.name.clone(), less: least.name.clone() });
    }
    found
}

/// Those who share the chair.
pub fn co_chairs_of(seats: &[TeamSeat]) -> impl Iterator<Item = &TeamSeat> {
    seats.iter().filter(|seat| seat.chair && seat.sits())
}

/// Whether somebody of this party may share the chair as well. Places that are only asked for count: two
/// people may not be asked for one chair.
pub(super) fn may_chair(seats: &[TeamSeat], party: Option<Uuid>) -> Result<(), No> {
    let party = party.ok_or(No::NeutralChair)?;
    let chairs: Vec<&TeamSeat> = seats.iter().filter(|seat| seat.chair).collect();
    if chairs.len() >= 2 {
        return Err(No::TwoChairs);
    }
    if chairs.iter().any(|seat| seat.party == Some(party)) {
        return Err(No::SameParty);
    }
    Ok(())
}

/// Whether `team` may report to `parent`, which must live and not report to `team` itself.
pub(super) fn may_report(teams: &[Team], team: Option<Uuid>, parent: Uuid) -> Result<(), No> {
    let find = |id: Uuid| teams.iter().find(|one| one.id == id);
    if !find(parent).is_some_and(Team::lives) {
        return Err(No::ParentGone);
    }
    let mut seen = BTreeSet::new();
    let mut next = Some(parent);
    while let Some(id) = next {
        if Some(id) == team || !seen.insert(id) {
            return Err(No::Circle);
        }
        next = find(id).and_then(|one| one.reports_to);
    }
    Ok(())
}

/// The teams as a tree: each with its depth, a head before what reports to it, brothers by name. A team whose
/// head has ended stands as a head of its own.
pub fn tree(teams: &[Team]) -> Vec<(usize, &Team)> {
    let known: BTreeSet<Uuid> = teams.iter().map(|team| team.id).collect();
    let mut under: BTreeMap<Option<Uuid>, Vec<&Team>> = BTreeMap::new();
    for team in teams {
        under.entry(team.reports_to.filter(|head| known.contains(head))).or_default().push(team);
    }
    for some in under.values_mut() {
        some.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    }
    let mut out = Vec::new();
    let mut stack: Vec<(usize, &Team)> =
        under.get(&None).into_iter().flatten().rev().map(|team| (0, *team)).collect();
    while let Some((depth, team)) = stack.pop() {
        out.push((depth, team));
        let below = under.get(&Some(team.id)).into_iter().flatten().rev();
        stack.extend(below.map(|one| (depth + 1, *one)));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Kind;
    use super::*;
    use crate::people::membership::PartyKind;
    use crate::site::Moment;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn team(n: u128, head: Option<u128>, kind: Kind) -> Team {
        Team {
            id: id(n),
            kind,
            name: format!("Team {n:03}"),
            reports_to: head.map(id),
            site: id(900),
            site_name: "Riverside".into(),
            founded_at: Moment(0),
            closed_on: None,
            close_reason: None,
            version: 1,
        }
    }

    fn party(n: u128, name: &str, must_agree: bool) -> Party {
        Party {
            id: id(n),
            kind: PartyKind::Labor,
            name: name.into(),
            must_agree,
            joined_at: Some(Moment(0)),
            withdrawn_at: None,
            successor: None,
            version: 1,
        }
    }

    fn seat(team: u128, party: Option<u128>, chair: bool) -> TeamSeat {
        TeamSeat {
            id: id(500),
            team: id(team),
            member: id(600),
            name: "Ana".into(),
            job_title: String::new(),
            party: party.map(id),
            chair,
            seated_at: Moment(0),
            asked_until: None,
        }
    }

    #[test]
    fn what_a_team_lacks_is_said_in_the_order_in_which_to_mend_it() {
        let parties = [party(1, "A", true), party(2, "B", true), party(3, "F", false)];
        let missing = |name: &str| Gap::Missing(name.into());
        let table: &[(&str, Kind, Vec<TeamSeat>, Vec<Gap>)] = &[
            ("nobody", Kind::Committee, vec![], vec![Gap::Empty]),
            (
                "one side alone, no chair",
                Kind::Committee,
                vec![seat(9, Some(1), false)],
                vec![Gap::NoChair, missing("B")],
            ),
            (
                "one chair",
                Kind::Committee,
                vec![seat(9, Some(1), true), seat(9, Some(2), false)],
                vec![Gap::OneChair],
            ),
            ("whole", Kind::Committee, vec![seat(9, Some(1), true), seat(9, Some(2), true)], vec![]),
            (
                "a leadership team is asked about families too",
                Kind::SchoolLeadership,
                vec![seat(9, Some(1), true), seat(9, Some(2), true)],
                vec![Gap::Unheard("F".into())],
            ),
            (
                "two to one is not uneven",
                Kind::Committee,
                vec![seat(9, Some(1), true), seat(9, Some(1), false), seat(9, Some(2), true)],
                vec![],
            ),
            (
                "three to one is",
                Kind::Committee,
                vec![
                    seat(9, Some(1), true),
                    seat(9, Some(1), false),
                    seat(9, Some(1), false),
                    seat(9, Some(2), true),
                ],
                vec![Gap::Uneven { more: "A".into(), less: "B".into() }],
            ),
            (
                "places of another team do not count",
                Kind::Committee,
                vec![seat(8, Some(1), true)],
                vec![Gap::Empty],
            ),
        ];
        for (what, kind, seats, expected) in table {
            assert_eq!(&gaps(&team(9, None, *kind), seats, &parties), expected, "{what}");
        }
    }

    #[test]
    fn a_place_that_is_only_asked_for_fills_no_gap_and_a_party_that_left_leaves_none() {
        let mut asked = seat(9, Some(1), true);
        asked.asked_until = Some(Moment(1));
        assert_eq!(gaps(&team(9, None, Kind::Committee), &[asked], &[party(1, "A", true)]), [Gap::Empty]);
        let mut left = party(2, "B", true);
        left.withdrawn_at = Some(Moment(1));
        let seats = [seat(9, Some(1), true), seat(9, None, false)];
        let found = gaps(&team(9, None, Kind::Committee), &seats, &[party(1, "A", true), left]);
        assert_eq!(found, [Gap::OneChair]);
    }

    #[test]
    fn two_share_the_chair_and_never_of_one_party() {
        assert_eq!(may_chair(&[], Some(id(1))), Ok(()));
        assert_eq!(may_chair(&[], None), Err(No::NeutralChair));
        assert_eq!(may_chair(&[seat(9, Some(1), true)], Some(id(1))), Err(No::SameParty));
        assert_eq!(may_chair(&[seat(9, Some(1), true)], Some(id(2))), Ok(()));
        assert_eq!(may_chair(&[seat(9, Some(1), false)], Some(id(1))), Ok(()));
        let both = [seat(9, Some(1), true), seat(9, Some(2), true)];
        assert_eq!(may_chair(&both, Some(id(3))), Err(No::TwoChairs));
    }

    #[test]
    fn no_team_reports_to_itself_nor_in_a_circle_nor_to_one_that_ended() {
        let kind = Kind::Committee;
        let mut teams = vec![team(1, None, kind), team(2, Some(1), kind), team(3, Some(2), kind)];
        assert_eq!(may_report(&teams, Some(id(1)), id(1)), Err(No::Circle));
        assert_eq!(may_report(&teams, Some(id(1)), id(3)), Err(No::Circle));
        assert_eq!(may_report(&teams, Some(id(3)), id(1)), Ok(()));
        assert_eq!(may_report(&teams, None, id(3)), Ok(()));
        assert_eq!(may_report(&teams, None, id(7)), Err(No::ParentGone));
        teams[0].closed_on = Some(jiff::civil::date(2026, 1, 1));
        assert_eq!(may_report(&teams, Some(id(3)), id(1)), Err(No::ParentGone));
    }

    proptest! {
        /// Whoever moves where the rule allows: each team stands once, below its head.
        #[test]
        fn the_tree_holds_every_team_once_below_its_head(moves in prop::collection::vec((0_u128..12, 0_u128..12), 0..60)) {
            let mut teams: Vec<Team> = (0..12).map(|n| team(n, None, Kind::Committee)).collect();
            for (child, head) in moves {
                if may_report(&teams, Some(id(child)), id(head)).is_ok() {
                    teams[usize::try_from(child).unwrap()].reports_to = Some(id(head));
                }
            }
            let tree = tree(&teams);
            prop_assert_eq!(tree.len(), teams.len());
            for (at, (depth, one)) in tree.iter().enumerate() {
                match one.reports_to {
                    None => prop_assert_eq!(*depth, 0),
                    Some(head) => {
                        let above = tree[..at].iter().rev().find(|(d, _)| *d + 1 == *depth);
                        prop_assert_eq!(above.map(|(_, t)| t.id), Some(head));
                    }
                }
            }
        }
    }
}
