//! Links between claims: who denies, supports, updates, rivals whom.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::mentions::{Mentions, stands_for};
use super::{sets, string, unordered};
use crate::score::Tally;
use crate::score::overlap::listed;

/// The kinds of links.
pub const LINKS: [&str; 6] = ["denies", "supports", "updates", "rivals", "reverses", "corrects"];

/// Those that hold both ways; the rest lead from one claim to another.
const MUTUAL: [&str; 2] = ["supports", "rivals"];

/// A claim of gold by the printed one that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End<'a> {
    /// The printed claim.
    Printed(&'a str),
    /// Gold's claim, for which nothing stands.
    Missed(&'a str),
}

/// The printed claims that stand for one of gold. Of others, gold does not say how they hang together.
pub struct Scope<'a> {
    stand_for: BTreeMap<&'a str, &'a str>,
    printed: BTreeSet<&'a str>,
}

impl<'a> Scope<'a> {
    /// From mentions that stand for each other.
    pub fn new(gold: &'a Value, mentions: &Mentions<'a>) -> Self {
        let claims = listed(gold, "claims").into_iter().zip(&mentions.mates);
        let stand_for: BTreeMap<&str, &str> =
            claims.filter_map(|(claim, mates)| Some((string(&claim["id"]), stands_for(mates)?.0))).collect();
        Self { printed: stand_for.values().copied().collect(), stand_for }
    }

    /// What stands for a claim of gold.
    pub fn of(&self, claim: &'a str) -> End<'a> {
        self.stand_for.get(claim).map_or(End::Missed(claim), |printed| End::Printed(printed))
    }

    /// A printed claim, where it stands for one of gold.
    pub fn printed(&self, claim: &'a str) -> Option<End<'a>> {
        self.printed.contains(claim).then_some(End::Printed(claim))
    }

    /// Links of one kind. What no article states, but gold's annotator reads in them, counts neither way.
    pub fn links(&self, kind: &str, gold: &'a Value, export: &'a Value) -> Tally {
        let of_kind = listed(gold, "links").into_iter().filter(|link| link["kind"] == kind);
        let (spare, stated): (Vec<&Value>, Vec<&Value>) = of_kind.partition(|link| link["stated"] == false);
        let [spare, stated] = [spare, stated]
            .map(|links| -> BTreeSet<[End<'a>; 2]> { links.into_iter().map(|link| self.gold_ends(link)).collect() });
        let printed = self.printed_links(kind, export);
        let counted = printed.into_iter().filter(|ends| stated.contains(ends) || !spare.contains(ends)).collect();
        sets(&stated, &counted)
    }

    /// Whether a link of gold was found.
    pub fn has(&self, link: &'a Value, export: &'a Value) -> bool {
        self.printed_links(string(&link["kind"]), export).contains(&self.gold_ends(link))
    }

    fn printed_links(&self, kind: &str, export: &'a Value) -> BTreeSet<[End<'a>; 2]> {
        let ends = |link: &'a Value| Some([self.printed(string(&link["a"]))?, self.printed(string(&link["b"]))?]);
        let of_kind = listed(export, "links").into_iter().filter(|link| link["kind"] == kind);
        of_kind.filter_map(ends).map(|ends| ordered(kind, ends)).collect()
    }

    fn gold_ends(&self, link: &'a Value) -> [End<'a>; 2] {
        ordered(string(&link["kind"]), [self.of(string(&link["a"])), self.of(string(&link["b"]))])
    }
}

fn ordered<'a>(kind: &str, [a, b]: [End<'a>; 2]) -> [End<'a>; 2] {
    if MUTUAL.contains(&kind) { unordered(a, b) } else { [a, b] }
}
