//! When a decision holds, and whose word it waits for.

use jiff::civil::date;
use uuid::Uuid;

use super::{Decision, Standing, Word};
use crate::crisis::Group;
use crate::crisis::taskforce::{Chair, Side};
use crate::site::Moment;

fn decision(group: Option<Group>) -> Decision {
    Decision {
        id: Uuid::from_u128(7),
        group,
        body: "Late start".into(),
        changes_on: "The roads are clear".into(),
        owner: "Ruth".into(),
        expires_on: date(2026, 1, 21),
        stance: None,
        made_by: "Ruth".into(),
        made_party: Uuid::from_u128(1),
        made_at: Moment(0),
        ended_at: None,
        version: 1,
        words: Vec::new(),
    }
}

#[test]
fn a_decision_holds_through_its_last_day_and_not_a_day_longer() {
    let one = decision(None);
    assert_eq!(one.standing(date(2026, 1, 20)), Standing::Holds);
    assert_eq!(one.standing(date(2026, 1, 21)), Standing::Holds);
    assert_eq!(one.standing(date(2026, 1, 22)), Standing::Expired);
    let ended = Decision { ended_at: Some(Moment(1)), ..one };
    assert_eq!(ended.standing(date(2026, 1, 20)), Standing::Ended);
}

#[test]
fn the_other_chair_of_the_group_is_awaited_until_it_has_spoken() {
    let chair = |party, group, side| Chair {
        group,
        side,
        party: Uuid::from_u128(party),
        member: Uuid::from_u128(party + 10),
        name: "Lee".into(),
    };
    let chairs = [
        chair(1, Group::Health, Side::Management),
        chair(2, Group::Health, Side::Labor),
        chair(3, Group::Teaching, Side::Labor),
    ];
    let mut one = decision(Some(Group::Health));
    assert_eq!(one.awaited(&chairs, &[]), [Uuid::from_u128(2)]);
    one.words.push(Word {
        party: Uuid::from_u128(2),
        by: "Ana".into(),
        agrees: false,
        reason: Some("No".into()),
        at: Moment(1),
    });
    assert_eq!(one.awaited(&chairs, &[]), Vec::<Uuid>::new());
}
