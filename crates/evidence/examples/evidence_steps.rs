//! Single steps of the national report, for measuring: `survey`, `network`, `betweenness`, `long-csv`, `district`, over a directory.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

use evidence::frame::{Frame, Reading};
use evidence::national::{Betweenness, Roster, SchoolNetwork, networks, survey};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, step, directory] = &args[..] else { return Err("usage: evidence_steps STEP DIRECTORY".into()) };
    let directory = Path::new(directory);
    let read = |file: &str, column: &str| -> Result<Vec<i32>, evidence::Error> {
        let reading = Reading { columns: Some(vec![column.into()]), ..Reading::default() };
        let numbers = Frame::read(&directory.join(file), &reading)?.numbers(column)?;
        Ok(numbers.into_iter().map(|x| x as i32).collect())
    };
    let answer = match step.as_str() {
        "survey" => {
            let schools = read("schools.parquet", "school_id")?.len();
            serde_json::json!({"scales": survey(directory, schools, false)?.scales})
        }
        "network" | "betweenness" => {
            let schools = read("schools.parquet", "school_id")?.len();
            let roster = Roster::read(directory, schools, &read("survey_wide.parquet", "staff_id")?)?;
            let all = networks(
                directory,
                &roster,
                if step == "betweenness" { Betweenness::Everywhere } else { Betweenness::None },
            )?;
            let told: Vec<_> = all
                .iter()
                .filter(|n| {
                    n.respondents * 10 >= n.staff * 8 && n.respondents > 1 && n.reciprocity.is_finite()
                })
                .collect();
            let mean = |of: fn(&SchoolNetwork) -> f64| {
                let there: Vec<f64> = told.iter().map(|n| of(n)).filter(|x| !x.is_nan()).collect();
                there.iter().sum::<f64>() / there.len() as f64
            };
            serde_json::json!({
                "density": mean(|n| n.density), "reciprocity": mean(|n| n.reciprocity),
                "in_centralisation": mean(|n| n.in_centralisation),
                "out_centralisation": mean(|n| n.out_centralisation),
                "EI": mean(|n| n.ei), "strong_share": mean(|n| n.strong_share),
                "isolates": mean(|n| n.isolates), "transitivity": mean(|n| n.transitivity),
                "betweenness_centralisation": mean(|n| n.betweenness_centralisation),
            })
        }
        "long-csv" => {
            let frame = Frame::read(&directory.join("survey_long.csv"), &Reading::default())?;
            serde_json::json!({"rows": frame.rows})
        }
        // How long the whole report of a small directory takes inside a running program, as after every change.
        "district" => {
            let mut times = Vec::new();
            for _ in 0..21 {
                let begun = Instant::now();
                evidence::national::report(directory, 5_000)?;
                times.push(begun.elapsed().as_secs_f64() * 1e3);
            }
            times.sort_by(f64::total_cmp);
            serde_json::json!({"milliseconds": times[times.len() / 2]})
        }
        _ => return Err("a step is survey, network, betweenness, long-csv or district".into()),
    };
    println!("{answer}");
    Ok(())
}
