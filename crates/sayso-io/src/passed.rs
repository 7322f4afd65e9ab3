//! What was passed over, counted by what it is.

use std::collections::BTreeMap;

/// Counts of what nobody would read, by what it is.
#[derive(Debug, Default)]
pub struct PassedTally {
    counts: BTreeMap<String, usize>,
}

impl PassedTally {
    /// Counts so many.
    pub fn pass(&mut self, count: usize, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += count;
    }

    /// All of it in words, if there is anything.
    #[must_use]
    pub fn told(&self) -> Option<String> {
        let told: Vec<String> = self.counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}
