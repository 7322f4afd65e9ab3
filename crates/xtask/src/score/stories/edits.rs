//! Changes between versions of an article, and whether readers were informed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::string;
use crate::score::Tally;
use crate::score::overlap::listed;
use crate::score::tokens::words;

/// Gold's edits with what was printed for each.
pub struct Edits<'a> {
    /// Each edit of gold, and whether the one that was printed for it agrees on its silence.
    pub each: Vec<(&'a Value, Option<bool>)>,
    /// How many were printed.
    printed: usize,
}

impl<'a> Edits<'a> {
    /// An edit is found once: the same versions, the same kind of change, and a word in common before or after.
    pub fn new(gold: &'a Value, export: &Value) -> Self {
        let mut left = listed(export, "edits");
        let printed = left.len();
        let mut each = Vec::new();
        for edit in listed(gold, "edits") {
            let found = left.iter().position(|other| same(edit, other)).map(|place| left.remove(place));
            let silent = |edit: &Value| edit["silent"].as_bool().unwrap_or(false);
            each.push((edit, found.map(|found| silent(found) == silent(edit))));
        }
        Self { each, printed }
    }

    /// Edits found.
    pub fn tally(&self) -> Tally {
        Tally::matched(self.each.iter().filter(|(_, found)| found.is_some()).count(), self.printed, self.each.len())
    }
}

fn same(a: &Value, b: &Value) -> bool {
    ["from", "to", "change"].iter().all(|key| a[key] == b[key]) && near(a, b)
}

fn near(gold: &Value, printed: &Value) -> bool {
    let texts = ["before", "after"].map(|key| (words_of(&gold[key]), words_of(&printed[key])));
    texts.iter().any(|(a, b)| !a.is_disjoint(b)) || texts.iter().all(|(a, _)| a.is_empty())
}

fn words_of(text: &Value) -> BTreeSet<String> {
    words(&string(text).to_lowercase()).into_iter().map(str::to_owned).collect()
}
