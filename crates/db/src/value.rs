//! Values that go to a database and come back, the same on both engines.

use uuid::Uuid;

/// One value in a row or an argument. SQLite keeps a [`Value::Uuid`] as 16 bytes and a [`Value::Bool`] as 0 or 1;
/// [`Row::get`](crate::Row::get) turns them back.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, of any type.
    Null,
    /// An id.
    Uuid(Uuid),
    /// Text without a NUL character, which PostgreSQL cannot hold.
    Text(String),
    /// A whole number; also a time, in microseconds since 1970 UTC.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A real number.
    Real(f64),
}

impl Value {
    /// What the value is, in a word for error messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Uuid(_) => "a UUID",
            Value::Text(_) => "text",
            Value::Int(_) => "a whole number",
            Value::Bool(_) => "a yes or no",
            Value::Bytes(_) => "bytes",
            Value::Real(_) => "a real number",
        }
    }

    /// Bytes the value takes, roughly: what a copy counts to keep its chunks small.
    pub(crate) fn weight(&self) -> usize {
        match self {
            Value::Text(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
            _ => 16,
        }
    }
}

macro_rules! from {
    ($($type:ty => $value:ident => $make:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $make
            }
        }
    )*};
}

from! {
    Uuid => value => Value::Uuid(value);
    &Uuid => value => Value::Uuid(*value);
    &str => value => Value::Text(value.to_owned());
    String => value => Value::Text(value);
    &String => value => Value::Text(value.clone());
    i64 => value => Value::Int(value);
    i32 => value => Value::Int(value.into());
    u32 => value => Value::Int(value.into());
    u16 => value => Value::Int(value.into());
    u8 => value => Value::Int(value.into());
    bool => value => Value::Bool(value);
    Vec<u8> => value => Value::Bytes(value);
    &Vec<u8> => value => Value::Bytes(value.clone());
    &[u8] => value => Value::Bytes(value.to_vec());
    f64 => value => Value::Real(value);
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Value::Bytes(value.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(value: &[u8; N]) -> Self {
        Value::Bytes(value.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

impl<T: Clone + Into<Value>> From<&Option<T>> for Value {
    fn from(value: &Option<T>) -> Self {
        value.clone().into()
    }
}

/// An array of [`Value`]s from anything that is one: `&args![id, "words", 3_i64]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        [$($crate::Value::from($value)),*]
    };
}
