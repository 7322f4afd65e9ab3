//! The words of a mention in their order: two that share a long run of them are one remark.

use crate::hash::fnv;
use crate::words::words;
use crate::work;

/// Words of a mention that are compared in their order; what is the same for so long is the same.
const LONGEST: usize = 64;

/// The words of a mention, by their hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sequence(Vec<u64>);

impl Sequence {
    pub(crate) fn of(text: &str) -> Self {
        Self(words(text).iter().take(LONGEST).map(|word| fnv(word.bytes())).collect())
    }

    /// How many bytes it holds.
    pub(crate) fn weight(&self) -> usize {
        size_of_val(self.0.as_slice())
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The hashes of all runs of so many words, in order.
    pub(crate) fn pieces(&self, words: usize) -> Vec<u64> {
        let hash = |run: &[u64]| fnv(run.iter().flat_map(|word| word.to_le_bytes()));
        self.0.windows(words).map(hash).collect()
    }

    /// The length of the longest run of words that both have.
    pub(crate) fn run(&self, other: &Self) -> usize {
        let mut best = 0;
        let mut before = vec![0_usize; other.0.len() + 1];
        for word in &self.0 {
            work::count(other.0.len());
            let mut here = vec![0; before.len()];
            for (at, another) in other.0.iter().enumerate() {
                if word == another {
                    here[at + 1] = before[at] + 1;
                    best = best.max(here[at + 1]);
                }
            }
            before = here;
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_as_long_as_what_both_have_in_one_piece() {
        let run = |one: &str, other: &str| Sequence::of(one).run(&Sequence::of(other));
        assert_eq!(run("the ferry had sunk off Velgar", "He said the ferry had sunk"), 4);
        assert_eq!(run("", "a word"), 0);
        assert_eq!(run("one two one two three", "one two three"), 3);
    }
}
