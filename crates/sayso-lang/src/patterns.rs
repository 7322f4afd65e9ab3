//! Lists of regular expressions.

use serde::de::{Deserialize, Deserializer, Error};

use crate::words::Words;

/// Regular expressions, any of which may match: `["autor(?:in)?", "verfasser"]`.
///
/// Each is checked by itself as it is loaded, so that what they are joined to is one as well.
#[derive(Debug, Default)]
pub struct Patterns(Words);

impl Patterns {
    /// The expressions in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Patterns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let patterns = Words::deserialize(deserializer)?;
        for pattern in patterns.iter() {
            regex_syntax::parse(pattern)
                .map_err(|error| D::Error::custom(format!("'{pattern}' is no regular expression: {error}")))?;
        }
        Ok(Self(patterns))
    }
}
