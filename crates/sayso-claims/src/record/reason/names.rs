//! Names of which a few are given and the rest counted.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Names in a list that are spelt out; more are counted.
const SPELT_OUT: usize = 3;

/// The first of some names, and how many there are: a claim of a thousand sources does not keep a thousand names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// Those that are told.
    pub told: Vec<String>,
    /// How many there are in all.
    pub count: usize,
}

impl Names {
    /// Of all names, in order.
    #[must_use]
    pub fn of(all: &[&str]) -> Self {
        // 'and one other' would be no shorter than the name.
        let spelt_out = if all.len() <= SPELT_OUT + 1 { all.len() } else { SPELT_OUT };
        Self { told: all[..spelt_out].iter().map(|name| (*name).to_owned()).collect(), count: all.len() }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// 'A, B and 4 others'.
impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.told[..], self.count.saturating_sub(self.told.len())) {
            ([], _) => Ok(()),
            ([one], 0) => f.write_str(one),
            ([rest @ .., last], 0) => write!(f, "{} and {last}", rest.join(", ")),
            (told, others) => write!(f, "{} and {others} others", told.join(", ")),
        }
    }
}
