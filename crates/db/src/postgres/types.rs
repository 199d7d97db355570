//! Values in PostgreSQL's binary format, each by the type that the server inferred for it.

use std::error::Error as StdError;

use bytes::{BufMut, BytesMut};
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use crate::Value;

type Answer<T> = Result<T, Box<dyn StdError + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Answer<IsNull> {
        match self {
            Value::Null => return Ok(IsNull::Yes),
            Value::Uuid(id) if *ty == Type::UUID => out.put_slice(id.as_bytes()),
            Value::Uuid(id) if *ty == Type::BYTEA => out.put_slice(id.as_bytes()),
            Value::Bytes(bytes) if *ty == Type::BYTEA => out.put_slice(bytes),
            // A copy from SQLite knows an id only as its bytes.
            Value::Bytes(bytes) if *ty == Type::UUID => out.put_slice(Uuid::from_slice(bytes)?.as_bytes()),
            Value::Text(text) if is_text(ty) => return text.as_str().to_sql(ty, out),
            Value::Bool(answer) if *ty == Type::BOOL => out.put_u8((*answer).into()),
            Value::Int(number) => return put_int(*number, ty, out),
            Value::Real(number) if *ty == Type::FLOAT8 => out.put_f64(*number),
            Value::Real(number) if *ty == Type::FLOAT4 => out.put_f32(*number as f32),
            other => return Err(format!("{} was given where PostgreSQL takes {ty}", other.kind()).into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn put_int(number: i64, ty: &Type, out: &mut BytesMut) -> Answer<IsNull> {
    match *ty {
        Type::INT8 => out.put_i64(number),
        Type::INT4 => out.put_i32(number.try_into()?),
        Type::INT2 => out.put_i16(number.try_into()?),
        Type::NUMERIC => put_numeric(number, out),
        Type::FLOAT8 => out.put_f64(number as f64),
        // A copy from SQLite knows a yes or no only as 0 or 1.
        Type::BOOL if number == 0 || number == 1 => out.put_u8(number as u8),
        _ => return Err(format!("a whole number was given where PostgreSQL takes {ty}").into()),
    }
    Ok(IsNull::No)
}

fn is_text(ty: &Type) -> bool {
    [Type::TEXT, Type::VARCHAR, Type::BPCHAR, Type::NAME, Type::UNKNOWN].contains(ty)
}

/// Base-10000 digits with the weight of the first; see the server's `numeric_recv`.
fn put_numeric(number: i64, out: &mut BytesMut) {
    let mut digits = Vec::new();
    let mut rest = number.unsigned_abs();
    while rest > 0 {
        digits.push((rest % 10_000) as i16);
        rest /= 10_000;
    }
    out.put_i16(digits.len() as i16);
    out.put_i16(digits.len() as i16 - 1);
    out.put_u16(if number < 0 { NEGATIVE } else { 0 });
    out.put_i16(0);
    digits.iter().rev().for_each(|digit| out.put_i16(*digit));
}

const NEGATIVE: u16 = 0x4000;

/// A column of PostgreSQL's answer as a [`Value`].
pub(super) struct Cell(pub(super) Value);

impl<'a> FromSql<'a> for Cell {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Answer<Self> {
        Ok(Cell(match *ty {
            Type::UUID => Value::Uuid(Uuid::from_slice(raw)?),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::BOOL => Value::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Value::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Value::Real(f32::from_sql(ty, raw)?.into()),
            Type::NUMERIC => numeric(raw).ok_or("a NUMERIC that is neither a whole nor a real number")?,
            Type::VOID => Value::Null,
            _ if is_text(ty) => Value::Text(String::from_sql(ty, raw)?),
            _ => return Err(format!("the house has no value for PostgreSQL's type {ty}").into()),
        }))
    }

    fn from_sql_null(_: &Type) -> Answer<Self> {
        Ok(Cell(Value::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A NUMERIC, as `sum` and `avg` of whole numbers give it: whole if it is whole, else real, as SQLite has it.
fn numeric(raw: &[u8]) -> Option<Value> {
    let words: Vec<i16> = raw.chunks_exact(2).map(|pair| i16::from_be_bytes([pair[0], pair[1]])).collect();
    let [_, weight, sign, _, digits @ ..] = words.as_slice() else { return None };
    let sign = match *sign as u16 {
        0 => 1,
        NEGATIVE => -1,
        _ => return None,
    };
    if let Some(whole) = whole(digits, (*weight).into()) {
        return Some(Value::Int(i64::try_from(sign * whole).ok()?));
    }
    let real = digits.iter().zip(0_i32..).fold(0.0, |sum, (digit, place)| {
        sum + f64::from(*digit) * 10_000_f64.powi(i32::from(*weight) - place)
    });
    Some(Value::Real(real * sign as f64))
}

fn whole(digits: &[i16], weight: i32) -> Option<i128> {
    if weight >= 9 || digits.len() as i32 > weight + 1 {
        return None;
    }
    let places = usize::try_from(weight + 1).ok()?;
    let padded = digits.iter().copied().chain(std::iter::repeat(0)).take(places);
    Some(padded.fold(0, |sum, digit| sum * 10_000 + i128::from(digit)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_whole_number_survives_numeric(number: i64) {
            let mut out = BytesMut::new();
            put_numeric(number, &mut out);
            prop_assert_eq!(numeric(&out), Some(Value::Int(number)));
        }
    }

    #[test]
    fn a_fraction_comes_back_real() {
        // 1.5: one digit before the point, one after.
        let raw = [2_i16, 0, 0, 1, 1, 5_000].map(i16::to_be_bytes).concat();
        assert_eq!(numeric(&raw), Some(Value::Real(1.5)));
    }
}
