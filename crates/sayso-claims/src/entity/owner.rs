//! Whose a body is: 'Corrand' in "Corrand's National Security Bureau".

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use crate::vocabulary::english;
use crate::work;

/// What articles say belongs to whom: "Corrand's National Security Bureau".
pub(super) struct Possessions<'t> {
    /// The words behind and the owner, by the first of these words, in the order of the letters of the first
    /// [`LETTERS`] of them.
    by_first: HashMap<&'t str, Vec<(&'t str, &'t str)>>,
    /// The owners of names that were asked for.
    known: RefCell<HashMap<String, Option<String>>>,
}

/// Bytes by which what is owned is sorted: what has more letters in common is looked through.
const LETTERS: usize = 64;

/// Bytes of an owner's name at most.
const LONGEST_OWNER: usize = 128;

impl<'t> Possessions<'t> {
    /// All that texts say belongs to somebody.
    pub(super) fn of(texts: &[&'t str]) -> Self {
        let mut by_first: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
        for text in texts {
            for (at, ending) in text.match_indices("'s").chain(text.match_indices("’s")) {
                let before = &text[text.floor_char_boundary(at.saturating_sub(LONGEST_OWNER))..at];
                let owner = before.rsplit(|letter: char| letter.is_whitespace() || letter == '(').next();
                let Some(owner) = owner.filter(|owner| owner.starts_with(char::is_uppercase)) else { continue };
                let behind = &text[at + ending.len()..];
                let rest = behind.trim_start();
                if rest.len() < behind.len() {
                    by_first.entry(first_word(rest)).or_default().push((rest, owner));
                }
            }
        }
        by_first.values_mut().for_each(|said| said.sort_unstable_by_key(|(rest, owner)| (head(rest), *owner)));
        Self { by_first, known: RefCell::default() }
    }

    /// The owner that is given a name, if it is one alone.
    pub(super) fn owner(&self, name: &str) -> Option<String> {
        let bare = name.split(" (").next().unwrap_or_default();
        self.known.borrow_mut().entry(bare.to_owned()).or_insert_with(|| self.owner_of(bare)).clone()
    }

    fn owner_of(&self, bare: &str) -> Option<String> {
        let mut owners: BTreeSet<&str> = BTreeSet::new();
        let said = self.by_first.get(first_word(bare)).map(Vec::as_slice).unwrap_or_default();
        let first = said.partition_point(|(rest, _)| head(rest) < head(bare));
        let begun = said[first..].iter().take_while(|(rest, _)| rest.as_bytes().starts_with(head(bare)));
        for (_, owner) in work::each(begun).filter(|(rest, _)| rest.starts_with(bare)) {
            owners.insert(*owner);
        }
        // Where two own what is called so, the bare name says of neither that it is meant.
        match owners.into_iter().collect::<Vec<_>>()[..] {
            [owner] => Some(owner.to_owned()),
            _ => None,
        }
    }
}

/// The bytes by which what is owned is sorted.
fn head(rest: &str) -> &[u8] {
    &rest.as_bytes()[..rest.len().min(LETTERS)]
}

/// The letters that a text begins with.
pub(super) fn first_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

/// The owner that a name begins with: "Corrand's intelligence service".
pub(super) fn own_owner(name: &str) -> Option<String> {
    let first = name.split_whitespace().next().filter(|first| first.starts_with(char::is_uppercase))?;
    let owner = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s"))?;
    (name.split_whitespace().count() > 1).then(|| owner.to_owned())
}

/// Whether a name may be any country's: 'Interior Ministry', 'coastguard'.
pub(crate) fn is_everywhere(words: &[String]) -> bool {
    words.len() <= 4 && words.iter().any(|word| english().entity.everywhere.contains(word))
}
