//! Fits the same made-up data with our mixed models and with mixeff-rs, an independent implementation, and tells where
//! they differ. Both search for the least criterion, so ours must never stand above theirs; coefficients and their
//! errors are compared where both stand equally low.

use evidence::frame::{Column, Frame, Texts, Values};
use evidence::mixed::{Asked, mixed};
use mixeff_rs::model::{FitOptions, LinearMixedModelBuilder};
use mixeff_rs::prelude::{DataFrame, MixedModelFit as _, parse_formula};
use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;
use std::error::Error;
use std::process::ExitCode;

const SETS: u64 = 60;
/// Relative difference of criteria; theirs stops by a tolerance of its own.
const CRITERION: f64 = 1e-7;
/// Difference of coefficients in standard errors, and of errors relatively, where criteria agree.
const ESTIMATES: f64 = 2e-3;

const FORMULAS: [&str; 6] = [
    "y ~ x + (1|school)",
    "y ~ x + z + (1|school) + (1|district)",
    "y ~ x * z + (1|school) + (1|district) + (1|state)",
    "y ~ x + (1|school) + (1|rater)",
    "y ~ x + (x|district)",
    "y ~ z + x + (1 + x|district) + (1|rater)",
];

/// Schools in districts in states, raters across them all.
struct Data {
    numbers: [(&'static str, Vec<f64>); 3],
    groups: [(&'static str, Vec<u32>); 4],
}

fn made_up(seed: u64) -> Data {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut normal = move || {
        // Twelve uniform numbers: near enough to a bell.
        (0..12).map(|_| random.random::<f64>()).sum::<f64>() - 6.0
    };
    let mut pick = Xoshiro256PlusPlus::seed_from_u64(seed + 1_000);
    let (schools, raters) = (40 + seed as usize % 30, 8 + seed as usize % 5);
    let spread = |of: f64| of * f64::from((seed % 4) as u8) / 2.0;
    let mut effect = |n: usize, sd: f64| (0..n).map(|_| sd * normal()).collect::<Vec<f64>>();
    let (by_school, by_district) = (effect(schools, spread(0.8)), effect(schools / 5 + 1, spread(0.5)));
    let (by_state, by_rater) = (effect(4, 0.3), effect(raters, 0.6));
    let slope = effect(schools / 5 + 1, spread(0.4));
    let rows = schools * (6 + seed as usize % 9);
    let (xs, zs, noise) = (effect(rows, 1.0), effect(rows, 2.0), effect(rows, 1.0));
    let mut data = Data {
        numbers: [("y", Vec::new()), ("x", xs), ("z", zs)],
        groups: [("school", Vec::new()), ("district", Vec::new()), ("state", Vec::new()), ("rater", Vec::new())],
    };
    for row in 0..rows {
        // Schools of unequal size, each with two rows and more.
        let school = if row < 2 * schools { row / 2 } else { pick.random_range(0..schools) };
        let (district, rater) = (school / 5, pick.random_range(0..raters));
        let state = district % 4;
        let (x, z) = (data.numbers[1].1[row], data.numbers[2].1[row]);
        data.numbers[0].1.push(
            3.0 + (0.5 + slope[district]) * x - 0.2 * z + by_school[school] + by_district[district] + by_state[state]
                + by_rater[rater] + noise[row],
        );
        for (place, code) in [school, district, state, rater].into_iter().enumerate() {
            data.groups[place].1.push(code as u32);
        }
    }
    data
}

impl Data {
    fn ours(&self) -> Frame {
        let mut frame = Frame { source: "made up".into(), ..Frame::default() };
        for (name, values) in &self.numbers {
            frame.set_numbers(name, values.clone());
        }
        for (name, codes) in &self.groups {
            let count = codes.iter().max().map_or(0, |m| m + 1);
            let levels = (0..count).map(|g| format!("{name}{g:04}")).collect();
            let values = Values::Texts(Texts { codes: codes.clone(), levels });
            frame.columns.push(Column { name: (*name).into(), values });
        }
        frame
    }

    fn theirs(&self) -> Result<DataFrame, Box<dyn Error>> {
        let mut frame = DataFrame::new();
        for (name, values) in &self.numbers {
            frame.add_numeric(name, values.clone())?;
        }
        for (name, codes) in &self.groups {
            frame.add_categorical(name, codes.iter().map(|g| format!("{name}{g:04}")).collect())?;
        }
        Ok(frame)
    }
}

/// What came of one data set and formula.
struct Met {
    /// Ours less theirs, relatively.
    criterion: f64,
    /// The largest difference of a coefficient in standard errors, or of an error relatively.
    estimates: f64,
}

fn meet(data: &Data, formula: &str, ml: bool) -> Result<Met, Box<dyn Error>> {
    let ours = mixed(&data.ours(), formula, &Asked { ml, ..Asked::default() })?;
    let options = if ml { FitOptions::ml() } else { FitOptions::reml() };
    let theirs = LinearMixedModelBuilder::new(parse_formula(formula)?, &data.theirs()?).fit(options)?;
    let names = theirs.coef_names();
    if names.len() != ours.fixef.len() {
        return Err(format!("{} coefficients against {names:?}", ours.fixef.len()).into());
    }
    let (coefficients, errors) = (theirs.coef(), theirs.stderror());
    let mut estimates = 0.0_f64;
    for i in 0..names.len() {
        estimates = estimates
            .max((ours.fixef[i] - coefficients[i]).abs() / errors[i])
            .max((ours.se[i] / errors[i] - 1.0).abs());
    }
    let (a, b) = (ours.criterion_minus2ll, theirs.objective());
    Ok(Met { criterion: (a - b) / b.abs(), estimates })
}

fn main() -> ExitCode {
    let mut wrong = 0;
    for formula in FORMULAS {
        for ml in [false, true] {
            let (mut agreed, mut lower, mut refused, mut worst) = (0, 0, 0, 0.0_f64);
            for seed in 0..SETS {
                match meet(&made_up(seed), formula, ml) {
                    Ok(met) if met.criterion > CRITERION => {
                        wrong += 1;
                        println!("WRONG {formula} set {seed}: our criterion is {:.1e} above theirs", met.criterion);
                    }
                    Ok(met) if met.criterion < -CRITERION => lower += 1,
                    Ok(met) if met.estimates > ESTIMATES => {
                        wrong += 1;
                        println!("WRONG {formula} set {seed}: estimates {:.1e} apart", met.estimates);
                    }
                    Ok(met) => {
                        agreed += 1;
                        worst = worst.max(met.estimates);
                    }
                    Err(why) => {
                        refused += 1;
                        println!("refused {formula} set {seed}: {why}");
                    }
                }
            }
            let kind = if ml { "ML" } else { "REML" };
            println!("{formula} by {kind}: {agreed} agree (estimates within {worst:.1e}), {lower} ours lower, {refused} refused");
            if agreed == 0 {
                wrong += 1;
            }
        }
    }
    ExitCode::from(u8::from(wrong > 0))
}
