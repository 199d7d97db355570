//! Any bytes as a CSV file: a table of equal columns, or a refusal. Whether columns are read alone or together changes
//! nothing of what is in them.
#![no_main]

use evidence::frame::{Frame, Reading, Values, csv};
use libfuzzer_sys::fuzz_target;

/// A column as labels, missing cells as nothing.
fn labels(frame: &Frame, name: &str) -> Option<Vec<Option<String>>> {
    let groups = frame.groups(name).ok()?;
    Some(groups.of.iter().map(|&g| groups.labels.get(g as usize).cloned()).collect())
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(all) = csv::read_bytes("fuzz", bytes, &Reading::default()) else { return };
    assert_eq!(all.columns.len(), all.all_names.len());
    for column in &all.columns {
        let cells = match &column.values {
            Values::Numbers(numbers) => numbers.len(),
            Values::Texts(texts) => {
                assert!(texts.codes.iter().all(|&c| c == u32::MAX || (c as usize) < texts.levels.len()));
                texts.codes.len()
            }
        };
        assert_eq!(cells, all.rows, "{}", column.name);
    }
    if let Some(first) = all.columns.first().filter(|_| all.columns.len() > 1) {
        let alone = Reading { columns: Some(vec![first.name.clone()]), ..Reading::default() };
        let part = csv::read_bytes("fuzz", bytes, &alone).expect("what is read with others is read alone");
        assert_eq!(part.rows, all.rows);
        assert_eq!(labels(&part, &first.name), labels(&all, &first.name));
    }
});
