//! Any text as a formula over a small table: columns, or a refusal. What is read and written again means the same.
#![no_main]

use evidence::frame::design::Design;
use evidence::frame::formula::Formula;
use evidence::frame::{Frame, Reading, csv};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TABLE: LazyLock<Frame> = LazyLock::new(|| {
    let text = "y,x,z,g,h\n1,2,.5,a,u\n2,,1,b,u\n4,8,-2,a,v\n3,1,0,c,v\n9,3,7,b,w\n5,5,NA,c,w\n";
    csv::read_bytes("table", text.as_bytes(), &Reading::default()).expect("the table is in order")
});

fuzz_target!(|text: &str| {
    let others: Vec<String> = TABLE.columns.iter().map(|c| c.name.clone()).collect();
    let Ok(formula) = Formula::parse(text, &others) else { return };
    if let Ok(again) = Formula::parse(&formula.text, &others) {
        assert_eq!(again.fixed.intercept, formula.fixed.intercept, "{text:?} as {:?}", formula.text);
        assert_eq!(again.fixed.terms, formula.fixed.terms, "{text:?} as {:?}", formula.text);
    }
    let Ok(design) = Design::build(&TABLE, &formula, &|_| true) else { return };
    assert_eq!(design.names.len(), design.columns.len());
    for column in design.columns.iter().chain([&design.response]) {
        assert_eq!(column.len(), design.rows.len());
        assert!(column.iter().all(|x| x.is_finite()), "{text:?} holds what is no number");
    }
});
