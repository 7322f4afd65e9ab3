//! Where cues end, counted in annotated articles.

use std::collections::HashMap;

use serde::Deserialize;

/// By a word of a cue and the word behind it: how often cues went on, and how often they ended.
#[derive(Clone, Debug, Default)]
pub struct CueEnds(HashMap<String, HashMap<String, (f32, f32)>>);

/// How the counts of where cues end are weighed beside the model's scores.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CueEndWeights {
    /// How much a pair's log-odds weigh.
    pub weight: f32,
    /// Added to the log-odds that a cue ends before a word.
    pub doubt: f32,
    /// Counts of a pair are taken for this many more like those of its second word alone.
    pub prior: f32,
    /// No pair is surer than so, in log-odds.
    pub surest: f32,
}

/// Stands for any word in the counts.
const ANY: &str = "*";

impl CueEnds {
    /// Counts as they are written: a word of a cue, the word behind it, how often the cue went on with that word, how often
    /// it ended, with tabs between; `*` is any word, and a line that begins with `#` says something about the others. None
    /// where a line is not so.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut counts = HashMap::<String, HashMap<String, _>>::new();
        for row in written.lines().filter(|line| !line.starts_with('#')) {
            let [word, next, on, end] = row.split('\t').collect::<Vec<&str>>().try_into().ok()?;
            counts.entry(word.to_owned()).or_default().insert(next.to_owned(), (on.parse().ok()?, end.parse().ok()?));
        }
        Some(Self(counts))
    }

    fn of(&self, word: &str, next: &str) -> (f32, f32) {
        self.0.get(word).and_then(|counts| counts.get(next)).copied().unwrap_or((0.0, 0.0))
    }

    /// Log-odds that a cue goes on from a word to the next; even where nothing was counted.
    pub(crate) fn goes_on(&self, word: &str, next: &str, weights: &CueEndWeights) -> f32 {
        let share = |(on, end): (f32, f32), before: f32| (on + weights.prior * before) / (on + end + weights.prior);
        let of_any = share(self.of(ANY, ANY), 0.5);
        let of_pair = share(self.of(word, next), share(self.of(ANY, next), of_any));
        (of_pair / (1.0 - of_pair)).ln().clamp(-weights.surest, weights.surest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_four_cells_a_row() {
        assert!(CueEnds::parse("said\tthat\t1").is_none());
        assert!(CueEnds::parse("said\tthat\tfew\tmany").is_none());
    }
}
