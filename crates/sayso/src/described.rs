//! A field that only describes a document: a string, or something else that costs itself and no memory.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What stands in such a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Described {
    /// A string.
    Text(String),
    /// Anything else; what it holds is not kept.
    Other,
}

impl<'d> Deserialize<'d> for Described {
    fn deserialize<D: Deserializer<'d>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(Look)
    }
}

struct Look;

impl<'d> Visitor<'d> for Look {
    type Value = Described;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<Described, E> {
        Ok(Described::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Described, E> {
        Ok(Described::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Described, E> {
        Ok(Described::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Described, E> {
        Ok(Described::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Described, E> {
        Ok(Described::Other)
    }

    fn visit_unit<E>(self) -> Result<Described, E> {
        Ok(Described::Other)
    }

    fn visit_seq<A: SeqAccess<'d>>(self, mut list: A) -> Result<Described, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Described::Other)
    }

    fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Described, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Described::Other)
    }
}
