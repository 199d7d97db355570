//! Rows that come back, and how a column becomes a Rust value.

use std::sync::Arc;

use uuid::Uuid;

use crate::{Error, Value};

/// One row of an answer.
#[derive(Clone, Debug)]
pub struct Row {
    pub(crate) values: Vec<Value>,
    pub(crate) columns: Arc<[String]>,
}

impl Row {
    /// The value of column `i`, counted from 0.
    ///
    /// # Errors
    /// [`Error::Column`] names the column when there is none, or when it holds something else than a `T`.
    pub fn get<T: FromValue>(&self, i: usize) -> Result<T, Error> {
        let value = self
            .values
            .get(i)
            .ok_or_else(|| self.wrong(i, "nothing: there is no such column", "a column"))?;
        T::from_value(value).ok_or_else(|| self.wrong(i, value.kind(), T::WANTED))
    }

    /// The values in the order of the columns, as the engine gave them.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    fn wrong(&self, i: usize, found: &'static str, wanted: &'static str) -> Error {
        let name = self.columns.get(i).cloned().unwrap_or_default();
        Error::Column { index: i, name, found, wanted }
    }
}

/// What a column can become.
pub trait FromValue: Sized {
    /// What the type holds, in a word for error messages.
    const WANTED: &'static str;

    /// The value as this type, if it is one.
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty, $wanted:literal: { $($pattern:pat => $give:expr),+ $(,)? })*) => {$(
        impl FromValue for $type {
            const WANTED: &'static str = $wanted;

            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    $($pattern => $give,)+
                    _ => None,
                }
            }
        }
    )*};
}

from_value! {
    Uuid, "a UUID": { Value::Uuid(id) => Some(*id), Value::Bytes(bytes) => Uuid::from_slice(bytes).ok() }
    String, "text": { Value::Text(text) => Some(text.clone()) }
    i64, "a whole number": { Value::Int(number) => Some(*number) }
    i32, "a whole number below 2^31": { Value::Int(number) => i32::try_from(*number).ok() }
    u32, "a whole number from 0 to 2^32": { Value::Int(number) => u32::try_from(*number).ok() }
    u64, "a whole number from 0": { Value::Int(number) => u64::try_from(*number).ok() }
    usize, "a whole number from 0": { Value::Int(number) => usize::try_from(*number).ok() }
    bool, "a yes or no": { Value::Bool(answer) => Some(*answer), Value::Int(0) => Some(false), Value::Int(1) => Some(true) }
    Vec<u8>, "bytes": { Value::Bytes(bytes) => Some(bytes.clone()) }
    f64, "a number": {
        Value::Real(number) => Some(*number),
        // An average that happens to be whole comes back whole from PostgreSQL's NUMERIC.
        Value::Int(number) => Some(*number as f64),
    }
}

impl<const N: usize> FromValue for [u8; N] {
    const WANTED: &'static str = "bytes of a fixed number";

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => bytes.as_slice().try_into().ok(),
            _ => None,
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const WANTED: &'static str = T::WANTED;

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}
