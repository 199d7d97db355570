//! `concord evidence …`: every statistic of this crate over files, JSON on the way out. The app mounts [`Command`]; its
//! flags, the keys of its answers and their nesting are stable.

mod data;
mod human;
mod many;

use crate::error::{Error, Result};
use crate::frame::{Frame, Reading};
use crate::regression::report::ErrorKind;
use crate::scale::{Answers, Item};
use crate::{agreement_index, mediation, mixed, network, regression, scale};
use clap::{Args, Parser, Subcommand, ValueEnum};
use data::{DataFile, comma_or_plus};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What can be asked of a file.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// How well the items of a scale hang together.
    Scales(Scales),
    /// Whether people of one group answer alike, and whether groups differ.
    Agreement(AgreementArgs),
    /// Who works with whom.
    Network(NetworkArgs),
    /// Least squares with robust and cluster errors.
    Regress(Regress),
    /// Yes-or-no outcomes and shares.
    Glm(Glm),
    /// One regression from several imputed copies of the data.
    Pool(many::Pool),
    /// Weights that make those who answered look like the roster.
    Rake(many::Rake),
    /// Models whose intercepts and slopes vary between groups.
    Mixed(MixedArgs),
    /// A path from X over M to Y.
    Mediate(Mediate),
    /// The whole national report from Parquet files.
    National(National),
}

/// `scales`.
#[derive(Debug, Args)]
pub struct Scales {
    #[command(flatten)]
    data: DataFile,
    /// The items, separated by commas; a minus before a reversed one.
    #[arg(long, value_delimiter = ',', required = true, allow_hyphen_values = true)]
    items: Vec<String>,
    /// The lowest and highest possible answer, as 1,5; without it, those that occur.
    #[arg(long, value_delimiter = ',', num_args = 1)]
    range: Vec<f64>,
}

/// `agreement`.
#[derive(Debug, Args)]
pub struct AgreementArgs {
    #[command(flatten)]
    data: DataFile,
    /// The column of groups.
    #[arg(long)]
    group: String,
    /// The items, separated by commas; a minus before a reversed one.
    #[arg(long, value_delimiter = ',', required = true, allow_hyphen_values = true)]
    items: Vec<String>,
    /// How many answers there are to choose among; without it five, or as many as whole answers need.
    #[arg(long)]
    options: Option<f64>,
}

/// `network`.
#[derive(Debug, Args)]
pub struct NetworkArgs {
    /// Who names whom: the first two columns, or `from` and `to`.
    #[arg(long)]
    edges: PathBuf,
    /// Everybody who could be named: the first column.
    #[arg(long)]
    roster: PathBuf,
    /// The roster's column of parties.
    #[arg(long)]
    party: Option<String>,
    /// The edges' column of frequencies; 0 is no tie.
    #[arg(long)]
    weight: Option<String>,
    /// Ties of this frequency and more are strong; without it the upper half of what occurs.
    #[arg(long)]
    strong: Option<f64>,
    /// The roster's column of who answered: 1 or 0. Without it everybody did.
    #[arg(long)]
    respondents: Option<String>,
    /// An earlier edge list, for the change since.
    #[arg(long)]
    before: Option<PathBuf>,
    /// The roster of the earlier edge list, with the same columns; without it, that of today.
    #[arg(long, requires = "before")]
    before_roster: Option<PathBuf>,
    /// The seed of the permutation test.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    reading: ReadingArgs,
}

/// How files are read and answers written.
#[derive(Debug, Args)]
pub struct ReadingArgs {
    /// A text that means "missing" beside NA; may be given several times.
    #[arg(long)]
    na: Vec<String>,
    /// A table for people in place of JSON.
    #[arg(long)]
    human: bool,
}

/// `regress`.
#[derive(Debug, Args)]
pub struct Regress {
    #[command(flatten)]
    data: DataFile,
    /// The model, as 'y ~ x1 + x2*x3'.
    #[arg(long)]
    formula: String,
    /// The column of weights.
    #[arg(long)]
    weights: Option<String>,
    /// The column of clusters.
    #[arg(long)]
    cluster: Option<String>,
    /// The errors to put first; without it all kinds are told.
    #[arg(long, value_enum)]
    se: Option<SeKind>,
    /// Permutations for a p of this column without a distribution (Freedman-Lane), as column:draws.
    #[arg(long)]
    permute: Option<String>,
    /// The range of this column's coefficient when each cluster is left out, or each row without clusters.
    #[arg(long)]
    leave_one_out: Option<String>,
    /// The seed of permutations.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Kinds of standard errors.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SeKind {
    /// Equal spread.
    Classical,
    /// White's.
    Hc0,
    /// White's with n / (n - k).
    Hc1,
    /// Leverage once.
    Hc2,
    /// Leverage twice.
    Hc3,
    /// Clusters as they are.
    Cr0,
    /// Clusters, Stata's factor.
    Cr1,
    /// Clusters, bias-reduced.
    Cr2,
}

impl From<SeKind> for ErrorKind {
    fn from(kind: SeKind) -> Self {
        match kind {
            SeKind::Classical => Self::Classical,
            SeKind::Hc0 => Self::Hc0,
            SeKind::Hc1 => Self::Hc1,
            SeKind::Hc2 => Self::Hc2,
            SeKind::Hc3 => Self::Hc3,
            SeKind::Cr0 => Self::Cr0,
            SeKind::Cr1 => Self::Cr1,
            SeKind::Cr2 => Self::Cr2,
        }
    }
}

/// `glm`.
#[derive(Debug, Args)]
pub struct Glm {
    #[command(flatten)]
    data: DataFile,
    /// The model, as 'left ~ x1 + x2'.
    #[arg(long)]
    formula: String,
    /// The family.
    #[arg(long, value_enum, default_value = "binomial")]
    family: Family,
    /// The column of trials, where the response is a share.
    #[arg(long)]
    weights: Option<String>,
    /// The column of clusters.
    #[arg(long)]
    cluster: Option<String>,
}

/// Families of generalised models.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Family {
    /// Yes or no, and shares.
    Binomial,
}

/// `mixed`.
#[derive(Debug, Args)]
pub struct MixedArgs {
    #[command(flatten)]
    data: DataFile,
    /// The model, as 'y ~ x + (1|school) + (1|district)'.
    #[arg(long)]
    formula: String,
    /// Maximum likelihood in place of restricted maximum likelihood.
    #[arg(long)]
    ml: bool,
    /// The criterion at these relative spreads, as t1,t2; may be given several times.
    #[arg(long, allow_hyphen_values = true)]
    at_theta: Vec<String>,
    /// Profile intervals.
    #[arg(long)]
    profile: bool,
    /// Every group's effect, however many groups.
    #[arg(long)]
    effects: bool,
}

/// `mediate`.
#[derive(Debug, Args)]
pub struct Mediate {
    #[command(flatten)]
    data: DataFile,
    /// What starts the path.
    #[arg(long)]
    x: String,
    /// What lies on it.
    #[arg(long)]
    m: String,
    /// Where it ends.
    #[arg(long)]
    y: String,
    /// What is held: terms separated by commas or plus signs.
    #[arg(long, default_value = "", num_args = 0..)]
    controls: Vec<String>,
    /// The column of clusters that are drawn whole.
    #[arg(long)]
    cluster: Option<String>,
    /// Number of resamples.
    #[arg(long, default_value_t = 5_000)]
    draws: usize,
    /// The seed.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where random numbers come from.
    #[arg(long, value_enum, default_value = "xoshiro")]
    rng: Rng,
    /// Rows are people of these groups: X from one random half of each group, M from the other.
    #[arg(long)]
    split: Option<String>,
}

/// Sources of random numbers.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Rng {
    /// xoshiro256++, one sequence per replicate.
    Xoshiro,
    /// Park and Miller's, one after the other.
    ParkMiller,
}

/// `national`.
#[derive(Debug, Args)]
pub struct National {
    /// The directory with schools, staff, survey_wide and edges as Parquet.
    directory: PathBuf,
    /// Where the report goes; without it, to standard output.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Resamples of the mediation.
    #[arg(long, default_value_t = 5_000)]
    draws: usize,
    /// A table for people in place of JSON.
    #[arg(long)]
    human: bool,
}

impl Command {
    /// Answers, writing to `out`.
    ///
    /// # Errors
    /// Whatever is wrong with the files or the question.
    pub fn run(&self, out: &mut dyn Write) -> Result<()> {
        let (answer, human) = self.answer()?;
        if let Self::National(National { out: Some(path), .. }) = self {
            let unwritable = |source| Error::Unreadable { file: path.display().to_string(), source };
            let mut file = std::fs::File::create(path).map_err(unwritable)?;
            return write_answer(&mut file, &answer, human);
        }
        write_answer(out, &answer, human)
    }

    fn answer(&self) -> Result<(Value, bool)> {
        Ok(match self {
            Self::Scales(args) => (args.answer()?, args.data.human()),
            Self::Agreement(args) => (args.answer()?, args.data.human()),
            Self::Network(args) => (args.answer()?, args.reading.human),
            Self::Regress(args) => (args.answer()?, args.data.human()),
            Self::Glm(args) => (args.answer()?, args.data.human()),
            Self::Pool(args) => (args.answer()?, args.human()),
            Self::Rake(args) => (args.answer()?, args.human()),
            Self::Mixed(args) => (args.answer()?, args.data.human()),
            Self::Mediate(args) => (args.answer()?, args.data.human()),
            Self::National(args) => {
                (json(&crate::national::report(&args.directory, args.draws)?)?, args.human)
            }
        })
    }
}

fn json(answer: &impl serde::Serialize) -> Result<Value> {
    serde_json::to_value(answer).map_err(|e| Error::question(format!("the answer cannot be written: {e}")))
}

fn write_answer(out: &mut dyn Write, answer: &Value, human: bool) -> Result<()> {
    let text = if human { human::table(answer) } else { format!("{answer:#}\n") };
    out.write_all(text.as_bytes()).map_err(|source| Error::Unreadable { file: "the output".into(), source })
}

/// How many answers there may be to choose among.
const MOST_OPTIONS: std::ops::RangeInclusive<f64> = 2.0..=1_000.0;

fn items(texts: &[String]) -> Vec<Item> {
    texts.iter().map(|t| Item::parse(t)).collect()
}

impl Scales {
    fn answer(&self) -> Result<Value> {
        let items = items(&self.items);
        let frame = self.data.read(items.iter().map(|i| i.name.clone()).collect())?;
        let range = match self.range[..] {
            [] => None,
            [low, high] if low < high && low.is_finite() && high.is_finite() => Some((low, high)),
            _ => return Err(Error::question("--range takes the lowest and the highest answer, as 1,5")),
        };
        json(&scale::reliability(&Answers::from_frame(&frame, &items, range)?)?)
    }
}

impl AgreementArgs {
    fn answer(&self) -> Result<Value> {
        let items = items(&self.items);
        let mut names: Vec<String> = items.iter().map(|i| i.name.clone()).collect();
        names.push(self.group.clone());
        if self.options.is_some_and(|options| !MOST_OPTIONS.contains(&options)) {
            return Err(Error::question(
                "--options takes how many answers there are to choose among, from 2 to 1000",
            ));
        }
        let frame = self.data.read(names)?;
        json(&agreement_index::report(&frame, &self.group, &items, self.options)?)
    }
}

impl NetworkArgs {
    fn answer(&self) -> Result<Value> {
        let reading = data::reading(&self.reading.na, None);
        let roster = Frame::read(&self.roster, &reading)?;
        let network = self.network(&self.edges, &roster, &reading)?;
        let parties = self.party.as_ref().map(|p| roster.groups(p)).transpose()?;
        if let Some(parties) = &parties
            && let Some(row) = parties.of.iter().position(|&g| g == crate::frame::Groups::NONE)
        {
            return Err(Error::question(format!(
                "{}: column '{}' is empty in row {}; everybody has a party here",
                roster.source,
                parties.name,
                row + 1
            )));
        }
        let cut = self.strong.or_else(|| self.weight.as_ref().map(|_| upper_half(&network)));
        let since = match &self.before {
            Some(path) => {
                let earlier = match &self.before_roster {
                    Some(then) => self.network(path, &Frame::read(then, &reading)?, &reading)?,
                    None => self.network(path, &roster, &reading)?,
                };
                Some(network::change(&earlier, &network))
            }
            None => None,
        };
        let answer = network::report(&network, parties.as_ref(), cut, since.as_ref(), self.seed);
        answer.map_err(|e| Error::question(format!("the answer cannot be written: {e}")))
    }

    fn network(&self, edges: &Path, roster: &Frame, reading: &Reading) -> Result<network::Network> {
        let edges = Frame::read(edges, reading)?;
        network::Network::from_frames(&edges, roster, self.weight.as_deref(), self.respondents.as_deref())
    }
}

/// The cut that calls the upper half of the scale strong: its middle, rounded up.
fn upper_half(network: &network::Network) -> f64 {
    let highest = network.out.iter().flatten().map(|t| t.1).fold(0.0, f64::max);
    (0.5 * (1.0 + highest)).ceil()
}

impl Regress {
    fn answer(&self) -> Result<Value> {
        let mut also: Vec<String> = self.weights.iter().chain(&self.cluster).cloned().collect();
        also.extend(data::formula_names(&self.formula)?);
        let asked = regression::report::Asked {
            weights: self.weights.as_deref(),
            cluster: self.cluster.as_deref(),
            errors: self.se.map(ErrorKind::from),
        };
        let needs_rows = self.permute.is_some() || self.leave_one_out.is_some();
        if let Some(parts) = self.data.parts(also.clone()).filter(|_| !needs_rows)
            && let Ok(Some(told)) = regression::regress_by_parts(&parts, &self.formula, &asked)
        {
            return json(&told);
        }
        let frame = self.data.read(also)?;
        let mut answer = json(&regression::regress(&frame, &self.formula, &asked)?)?;
        if needs_rows {
            self.resample(&frame, &asked, &mut answer)?;
        }
        Ok(answer)
    }

    fn resample(&self, frame: &Frame, asked: &regression::report::Asked, answer: &mut Value) -> Result<()> {
        let prepared = regression::report::prepare(frame, &self.formula, asked)?;
        let design = &prepared.design;
        let model = regression::LeastSquares {
            y: &design.response,
            columns: &design.columns,
            weights: prepared.weights.as_deref(),
            intercept: design.intercept,
        };
        let place = |name: &str| {
            design.names.iter().position(|n| n == name).ok_or_else(|| {
                Error::question(format!(
                    "there is no coefficient '{name}'. There are: {}",
                    design.names.join(", ")
                ))
            })
        };
        if let Some(permute) = &self.permute {
            let (name, draws) = permute.rsplit_once(':').unwrap_or((permute, "4999"));
            let draws = draws.parse().map_err(|_| Error::question("--permute takes column:draws"))?;
            let permuted = regression::resampling::freedman_lane(&model, place(name)?, draws, self.seed)?;
            answer["freedman_lane"] =
                serde_json::json!({"name": name, "t": permuted.t, "p": permuted.p, "draws": permuted.draws});
        }
        if let Some(name) = &self.leave_one_out {
            let rows = || crate::frame::Groups {
                name: "row".into(),
                of: (0..design.rows.len() as u32).collect(),
                labels: design.rows.iter().map(|r| (r + 1).to_string()).collect(),
            };
            let groups = prepared.clusters.clone().unwrap_or_else(rows);
            let range = regression::resampling::leave_one_out(&model, place(name)?, &groups)?;
            answer["leave_one_out"] =
                serde_json::json!({"name": name, "left_out": groups.name, "range": range});
        }
        Ok(())
    }
}

impl Glm {
    fn answer(&self) -> Result<Value> {
        let mut also: Vec<String> = self.weights.iter().chain(&self.cluster).cloned().collect();
        also.extend(data::formula_names(&self.formula)?);
        let frame = self.data.read(also)?;
        let asked = regression::report::Asked {
            weights: self.weights.as_deref(),
            cluster: self.cluster.as_deref(),
            errors: None,
        };
        match self.family {
            Family::Binomial => json(&regression::generalised::binomial(&frame, &self.formula, &asked)?),
        }
    }
}

impl MixedArgs {
    fn answer(&self) -> Result<Value> {
        let names = data::formula_names(&self.formula)?;
        let thetas = |text: &String| {
            text.split(',')
                .map(|t| {
                    t.trim()
                        .parse::<f64>()
                        .map_err(|_| Error::question(format!("--at-theta: '{t}' is no number")))
                })
                .collect::<Result<Vec<f64>>>()
        };
        let asked = mixed::Asked {
            ml: self.ml,
            at_theta: self.at_theta.iter().map(thetas).collect::<Result<Vec<_>>>()?,
            profile: self.profile,
            all_effects: self.effects,
        };
        if let Some(parts) = self.data.parts(names.clone())
            && let Ok(Some(told)) = mixed::mixed_by_parts(&parts, &self.formula, &asked)
        {
            return json(&told);
        }
        json(&mixed::mixed(&self.data.read(names)?, &self.formula, &asked)?)
    }
}

impl Mediate {
    fn answer(&self) -> Result<Value> {
        let controls = comma_or_plus(&self.controls.join(","));
        let mut formula = format!("{} ~ {} + {}", self.y, self.x, self.m);
        if !controls.is_empty() {
            formula.push_str(&format!(" + {controls}"));
        }
        let mut names = data::formula_names(&formula)?;
        names.extend(self.cluster.iter().chain(&self.split).cloned());
        let mut frame = self.data.read(names.clone())?;
        if let Some(group) = &self.split {
            frame = mediation::split_sample(&frame, group, &self.x, &self.m, &names, self.seed)?;
        }
        let random = match self.rng {
            Rng::Xoshiro => mediation::Random::Xoshiro(self.seed),
            Rng::ParkMiller => mediation::Random::ParkMiller(self.seed),
        };
        let asked = mediation::Asked {
            x: &self.x,
            m: &self.m,
            y: &self.y,
            controls: &controls,
            cluster: self.cluster.as_deref(),
            draws: self.draws,
            random,
        };
        json(&mediation::mediate(&frame, &asked)?)
    }
}

#[derive(Debug, Parser)]
#[command(name = "evidence", about = "The statistics of partnership over files, as JSON")]
struct Alone {
    #[command(subcommand)]
    command: Command,
}

/// Runs one command line by itself (the first argument is the program's name) and gives its exit code: 0 answered,
/// 1 the data or the question are wrong, 2 the command line is.
pub fn run(args: &[String], out: &mut dyn Write, told: &mut dyn Write) -> u8 {
    let alone = match Alone::try_parse_from(args) {
        Ok(alone) => alone,
        Err(error) if error.use_stderr() => {
            let _ = write!(told, "{error}");
            return 2;
        }
        Err(help) => {
            let _ = write!(out, "{help}");
            return 0;
        }
    };
    match alone.command.run(out) {
        Ok(()) => 0,
        Err(error) => {
            let _ = writeln!(told, "error: {error}");
            1
        }
    }
}
