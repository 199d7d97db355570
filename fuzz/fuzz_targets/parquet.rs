//! Any bytes as a Parquet file: a table of equal columns, or a refusal.
#![no_main]

use evidence::frame::{Frame, Reading, Values};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("fuzz-{}.parquet", std::process::id()));
    std::fs::write(&path, bytes).expect("the file can be written");
    if let Ok(frame) = Frame::read(&path, &Reading::default()) {
        for column in &frame.columns {
            let cells = match &column.values {
                Values::Numbers(numbers) => numbers.len(),
                Values::Texts(texts) => texts.codes.len(),
            };
            assert_eq!(cells, frame.rows, "{}", column.name);
        }
    }
});
