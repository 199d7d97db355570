//! A real state comes in, on both engines.

use std::collections::HashMap;

use super::import::{self, Reading};
use super::{Kind, store};
use crate::access::Operator;
use crate::scenario;

fn california() -> Reading {
    let columns = [("name", "school"), ("local_id", "district"), ("county", "county")];
    Reading {
        columns: columns.iter().map(|(ours, theirs)| ((*ours).to_owned(), (*theirs).to_owned())).collect(),
        kind: Some(Kind::District),
        state: Some("CA".into()),
        time_zone: "America/Los_Angeles".into(),
    }
}

scenario!(a_real_state_comes_in_once_however_often_it_is_imported, |town| {
    let plan = import::read(&include_bytes!("../../../fixtures/california.csv")[..], &california());
    assert_eq!((plan.rows.len(), plan.wrong.len()), (420, 0), "{:?}", plan.wrong.first());
    let by = Operator::at_the_command_line();
    let mut act = town.site.act().await.unwrap();
    let (first, wrong) = import::write(&mut act, &by, &plan.rows).await.unwrap();
    assert!(wrong.is_empty(), "{wrong:?}");
    let made = HashMap::from([("state", 1), ("county", 45), ("district", 420)]);
    assert_eq!((first.made, first.known), (made, 0));
    let (second, _) = import::write(&mut act, &by, &plan.rows).await.unwrap();
    assert_eq!((second.made.len(), second.known), (0, 420));
    act.commit().await.unwrap();
    let mut tx = town.site.look().await.unwrap();
    assert_eq!(store::count(&mut tx, Kind::County).await.unwrap(), 45);
    assert_eq!(store::count(&mut tx, Kind::District).await.unwrap(), 420);
    assert_eq!(store::with_nces(&mut tx).await.unwrap(), 0, "no state code became a federal id");
});
