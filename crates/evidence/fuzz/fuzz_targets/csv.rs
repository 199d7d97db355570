//! No bytes make the CSV reader fall over.
#![no_main]

use evidence::frame::{Reading, csv};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = csv::read_bytes("fuzz", bytes, &Reading::default());
});
