//! No text makes the formula reader fall over.
#![no_main]

use evidence::frame::formula::Formula;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = Formula::parse(text, &["a".into(), "b".into()]);
});
