//! The sample district as it is written in `content/sample`: places, people, and acts in the order of
//! the calendar. Reading it checks its form; whether an act is allowed is for the commands to say.

use anyhow::Context;
use jiff::civil::DateTime;
use serde::Deserialize;
use words::Lang;

/// The stories, each of one partnership.
const STORIES: &[&str] = &[
    include_str!("../../../../content/sample/district.toml"),
    include_str!("../../../../content/sample/district-meeting.toml"),
    include_str!("../../../../content/sample/district-teams.toml"),
    include_str!("../../../../content/sample/dry-creek.toml"),
    include_str!("../../../../content/sample/cottonwood.toml"),
];
const PLACES: &str = include_str!("../../../../content/sample/places.toml");
const PEOPLE: &str = include_str!("../../../../content/sample/people.toml");

/// Everything there is to play.
#[derive(Debug)]
pub(super) struct Script {
    /// Places, each after the one above it.
    pub(super) places: Vec<Place>,
    /// Everybody who is named, with or without an account.
    pub(super) people: Vec<Somebody>,
    /// Who runs the server.
    pub(super) operator: Somebody,
    /// What happens, in order.
    pub(super) lines: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Places {
    place: Vec<Place>,
}

/// A place of the tree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    /// What the story calls it.
    pub(super) key: String,
    /// The place above.
    pub(super) under: Option<String>,
    /// `state`, `county`, `district`, `school` or `preschool`.
    pub(super) kind: String,
    /// Its name.
    pub(super) name: String,
    /// The postal code, for a state.
    pub(super) state: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    operator: Somebody,
    administration: Vec<Somebody>,
    association: Vec<Somebody>,
    support: Vec<Somebody>,
    board: Vec<Somebody>,
    families: Vec<Somebody>,
    neighbors: Vec<Somebody>,
    neutral: Vec<Somebody>,
    asked: Vec<Somebody>,
}

/// A person as a line of the file: handle, name, job, language.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "(String, String, String, String)")]
pub(super) struct Somebody {
    /// What the story calls them, and the first part of their address.
    pub(super) handle: String,
    /// Their name.
    pub(super) name: String,
    /// Their job, in their own words.
    pub(super) job_title: String,
    /// The language they read.
    pub(super) language: Lang,
    /// Whether they are only asked, and answer without an account.
    pub(super) guest: bool,
}

impl From<(String, String, String, String)> for Somebody {
    fn from((handle, name, job_title, reads): (String, String, String, String)) -> Self {
        Self { handle, name, job_title, language: Lang::from_code(&reads).unwrap_or(Lang::En), guest: false }
    }
}

impl Somebody {
    /// Their address, at a domain that can never be real.
    pub(super) fn email(&self) -> String {
        format!("{}@marigold.example", self.handle)
    }
}

#[derive(Debug, Deserialize)]
struct Story {
    partnership: String,
    act: Vec<Line>,
}

/// One line of a story: who does what, when.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// The day and hour on the partnership's own clock. Several people act a few minutes apart.
    #[serde(deserialize_with = "hour")]
    pub(super) on: DateTime,
    /// What the story calls the partnership; filled in from the file.
    #[serde(skip)]
    pub(super) partnership: String,
    /// Who acts; nobody signed in when it is empty.
    #[serde(default)]
    pub(super) by: Vec<String>,
    /// The command.
    #[serde(rename = "do")]
    pub(super) verb: Verb,
    /// Whom it concerns: who is invited, whose seat is changed.
    #[serde(default)]
    pub(super) whom: Vec<String>,
    /// Whose code is heard.
    pub(super) from: Option<String>,
    /// The kind of joint act.
    pub(super) kind: Option<String>,
    /// The language somebody without an account reads.
    pub(super) reads: Option<String>,
    /// The date of renewal, from this version of the text on.
    pub(super) renew_on: Option<String>,
    /// A passage of the text as it stands.
    pub(super) find: Option<String>,
    /// What stands in its place from now on.
    pub(super) put: Option<String>,
    /// The same, for several passages.
    #[serde(default)]
    pub(super) edits: Vec<Passage>,
    /// The fields of the command's form.
    #[serde(default)]
    pub(super) with: toml::Table,
}

fn hour<'de, D: serde::Deserializer<'de>>(from: D) -> Result<DateTime, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

/// A passage and what stands in its place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passage {
    /// As it stands.
    pub(super) find: String,
    /// From now on.
    pub(super) put: String,
}

/// The commands a story can call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verb {
    /// Begins a partnership.
    Start,
    /// Changes a draft.
    Edit,
    /// Types the code another leader read aloud.
    Hear,
    /// Asks people to join.
    Invite,
    /// Says yes to an invitation.
    Accept,
    /// Says not now.
    Later,
    /// Says no.
    Decline,
    /// Asks a question.
    Question,
    /// Changes a seat of one's own party.
    Seat,
    /// Names who speaks for the party when it has nobody left.
    Successor,
    /// Leaves one's seat.
    Leave,
    /// Proposes a lead for a party without one.
    ProposeLead,
    /// Takes one's party out.
    Withdraw,
    /// Proposes a joint act.
    Propose,
    /// Answers the newest joint act that waits for one's party.
    Answer,
    /// Calls or holds a meeting, or answers for its minutes.
    Meeting,
    /// Begins a commitment.
    Begin,
    /// Saves a version of it.
    Write,
    /// Names who signs.
    NameSigners,
    /// Closes the text for signing.
    Freeze,
    /// Signs.
    Sign,
    /// Enters a signature given on paper.
    SignOnPaper,
    /// Confirms it as a successor.
    Confirm,
    /// Adds one's name to it.
    Support,
    /// Puts a translation beside it.
    Translate,
    /// Says that a translation was read.
    Review,
    /// Adds a name without an account.
    Pledge,
    /// Founds a team.
    FoundTeam,
    /// Seats people of one's own side in a team.
    JoinTeam,
    /// Closes a team.
    CloseTeam,
    /// Writes a committee into the inventory.
    NoteCommittee,
    /// Saves a charter: the starter, or what stands, with the line's answers in it.
    WriteCharter,
    /// Begins a project.
    BeginProject,
    /// Scores a project for one's own side.
    ScoreProject,
    /// Writes a project's plan.
    PlanProject,
    /// Drops a project.
    DropProject,
    /// Asks for support.
    AskSupport,
    /// Offers it.
    OfferSupport,
    /// Takes the open offer.
    TakeSupport,
    /// Says what helped.
    RateSupport,
    /// Puts the tree of teams, a charter or a project to the sides.
    AskSides,
    /// Says yes or no to it for one's own side.
    SayForSide,
}

impl Line {
    /// Every passage this line changes.
    pub(super) fn passages(&self) -> Vec<Passage> {
        let one = self.find.clone().zip(self.put.clone()).map(|(find, put)| Passage { find, put });
        one.into_iter().chain(self.edits.iter().cloned()).collect()
    }
}

/// Reads the whole script.
pub(super) fn read() -> anyhow::Result<Script> {
    let Places { place: places } = toml::from_str(PLACES).context("places.toml")?;
    let people: People = toml::from_str(PEOPLE).context("people.toml")?;
    let operator = people.operator.clone();
    let mut lines = Vec::new();
    for text in STORIES {
        let story: Story = toml::from_str(text).context("a story")?;
        lines.extend(
            story.act.into_iter().map(|line| Line { partnership: story.partnership.clone(), ..line }),
        );
    }
    // A stable sort: what stands first in a file happens first within a minute.
    lines.sort_by_key(|line| line.on);
    Ok(Script { places, people: people.everybody(), operator, lines })
}

impl People {
    fn everybody(mut self) -> Vec<Somebody> {
        for one in &mut self.asked {
            one.guest = true;
        }
        let groups = [
            self.administration,
            self.association,
            self.support,
            self.board,
            self.families,
            self.neighbors,
            self.neutral,
            self.asked,
            vec![self.operator],
        ];
        groups.into_iter().flatten().collect()
    }
}
