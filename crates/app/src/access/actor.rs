//! Who is asking.

use uuid::Uuid;
use words::Lang;

use crate::site::Moment;

/// A person who is signed in.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their id.
    pub id: Uuid,
    /// The name they gave.
    pub name: String,
    /// Their address, in lower case.
    pub email: String,
    /// The language they read.
    pub language: Lang,
    /// Whether they run this install.
    pub operator: bool,
    /// Which device this is.
    pub session: Uuid,
    /// When they last proved who they are.
    pub proved_at: Moment,
}

/// Who is asking: a person, a guest who holds a link, a job of the house, or the operator at the
/// command line.
#[derive(Debug, Clone)]
pub enum Actor {
    /// Signed in.
    Person(Box<Person>),
    /// Nobody we know.
    Guest,
    /// A job, by its kind.
    Job(&'static str),
    /// Whoever runs the command line.
    Operator,
}

impl Actor {
    /// The person, if it is one.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The person's id, if it is one.
    pub fn id(&self) -> Option<Uuid> {
        self.person().map(|person| person.id)
    }

    /// A stable key for limits and for "this form was sent before".
    pub fn key(&self) -> String {
        match self {
            Self::Person(person) => person.id.to_string(),
            Self::Guest => "guest".into(),
            Self::Job(kind) => format!("job {kind}"),
            Self::Operator => "operator".into(),
        }
    }
}
