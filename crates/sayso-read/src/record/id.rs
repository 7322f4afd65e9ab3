//! A document's id: a string or a number, printed as it was given.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

/// Bytes of the hash that an id derived from content keeps: collisions are unlikely below a billion documents.
const DERIVED_BYTES: usize = 8;

/// What a document is called by those who gave it.
#[derive(Clone, Debug)]
pub enum Id {
    /// Text.
    Text(String),
    /// A JSON number in its own digits: `1.0` stays `1.0`, and no length is lost.
    Number(Box<RawValue>),
}

impl Id {
    /// The id of a document that came without one: it depends on the text alone.
    #[must_use]
    pub fn derived(text: &str) -> Self {
        let hash = Sha256::digest(text.as_bytes());
        Self::Text(hash[..DERIVED_BYTES].iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// A JSON value as an id; `None` where it is neither a string nor a number.
    pub fn from_json(value: &RawValue) -> Option<Self> {
        match value.get().as_bytes().first()? {
            b'"' => serde_json::from_str(value.get()).ok().map(Self::Text),
            b'-' | b'0'..=b'9' => Some(Self::Number(value.to_owned())),
            _ => None,
        }
    }
}

/// In JSON as it was given; in binary formats, whose numbers have no digits of their own, a number is a list of one text.
impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) if serializer.is_human_readable() => number.serialize(serializer),
            Self::Number(number) => [number.get()].serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return deserializer.deserialize_any(Binary);
        }
        let value = Box::<RawValue>::deserialize(deserializer)?;
        Self::from_json(&value).ok_or_else(|| D::Error::custom("an id is a string or a number"))
    }
}

/// Reads an id as binary formats have it.
struct Binary;

impl<'de> Visitor<'de> for Binary {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list of a number's digits")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
        Ok(Id::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Id, A::Error> {
        let digits: Option<String> = list.next_element()?;
        let number = digits.and_then(|digits| RawValue::from_string(digits).ok());
        let id = number.filter(|number| matches!(Id::from_json(number), Some(Id::Number(_)))).map(Id::Number);
        id.ok_or_else(|| A::Error::custom("these are no number's digits"))
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(mine), Self::Text(other)) => mine == other,
            (Self::Number(mine), Self::Number(other)) => mine.get() == other.get(),
            _ => false,
        }
    }
}

impl Eq for Id {}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(text) => text,
            Self::Number(number) => number.get(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(json: &str) -> Option<Id> {
        Id::from_json(serde_json::from_str(json).unwrap())
    }

    #[test]
    fn an_id_is_printed_as_it_was_given() {
        for json in ["\"d001\"", "7", "-1.50", "12345678901234567890123", "\"\""] {
            assert_eq!(serde_json::to_string(&given(json).unwrap()).unwrap(), json);
        }
        assert!(["true", "[1]", "{}", "null"].into_iter().all(|json| given(json).is_none()));
    }

    #[test]
    fn an_id_outlives_a_binary_format() {
        for json in ["\"d001\"", "7", "-1.50", "12345678901234567890123", "\"\""] {
            let id = given(json).unwrap();
            let packed = rmp_serde::to_vec(&id).unwrap();
            assert_eq!(rmp_serde::from_slice::<Id>(&packed).unwrap(), id);
        }
        assert!(rmp_serde::from_slice::<Id>(&rmp_serde::to_vec(&["x"]).unwrap()).is_err());
    }

    #[test]
    fn the_derived_id_is_the_start_of_sha_256() {
        assert_eq!(Id::derived("abc"), Id::from("ba7816bf8f01cfea"));
    }
}
