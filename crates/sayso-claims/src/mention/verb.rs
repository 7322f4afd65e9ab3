//! Whether a stretch of words has a verb, and where.

use crate::vocabulary::LedgerWords;
use crate::work;

/// Whether a stretch has a verb in one of its commonest finite forms.
pub fn has_verb(stretch: &str, words: &LedgerWords) -> bool {
    first_verb(stretch, words).is_some()
}

/// Where the first such verb of a stretch ends.
pub fn first_verb(stretch: &str, words: &LedgerWords) -> Option<usize> {
    let mut told = work::each(stretch.split(|letter: char| !letter.is_alphanumeric()));
    let verb = told.find(|word| words.mention.finite.contains(word))?;
    Some(verb.as_ptr() as usize - stretch.as_ptr() as usize + verb.len())
}
