//! Which printed mention stands for which of gold.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::Value;

use super::{bcubed, string};
use crate::score::overlap::{listed, span};
use crate::score::{Rates, SAME};

/// A printed mention.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// The id of its claim.
    pub claim: &'a str,
    /// As it was printed.
    pub record: &'a Value,
    /// Its place among all that were printed.
    place: usize,
}

/// Gold's mentions and the printed ones that stand for them.
pub struct Mentions<'a> {
    /// For each claim of gold and each of its mentions, the printed one.
    pub mates: Vec<Vec<Option<Printed<'a>>>>,
    /// How many were printed.
    pub printed: usize,
}

/// Where gold's claims and mentions stand among all, with the groups that they are put in.
type Groups<G> = BTreeMap<(usize, usize), G>;

impl<'a> Mentions<'a> {
    /// A mention is found where the best printed one of its article covers it by half, in characters.
    pub fn new(gold: &Value, export: &'a Value, documents: &[Value]) -> Self {
        let texts: BTreeMap<&str, &str> =
            documents.iter().map(|document| (string(&document["id"]), string(&document["text"]))).collect();
        let printed = printed(export);
        let mate = |mention: &Value| {
            let article = string(&mention["article"]);
            let wanted = place(texts.get(article)?, string(&mention["span"]))?;
            best(&wanted, printed.get(article)?)
        };
        let mates = |claim: &Value| listed(claim, "mentions").into_iter().map(mate).collect();
        Self {
            mates: listed(gold, "claims").into_iter().map(mates).collect(),
            printed: printed.values().map(Vec::len).sum(),
        }
    }

    /// Of gold's mentions, how many were found; and how many there are.
    pub fn found(&self) -> (usize, usize) {
        let all = self.mates.iter().flatten();
        (all.clone().flatten().count(), all.count())
    }

    /// How many printed mentions stand for one of gold's.
    pub fn right(&self) -> usize {
        self.mates.iter().flatten().flatten().map(|mate| mate.place).collect::<BTreeSet<_>>().len()
    }

    /// Mentions grouped into claims: all; or those whose claim has others.
    pub fn grouped(&self, shared_alone: bool) -> Rates {
        let (gold, printed) = self.groups(shared_alone);
        bcubed(&gold, &printed)
    }

    /// What the shared mentions would give if none were put together.
    pub fn ungrouped(&self) -> Rates {
        bcubed(&self.groups(true).0, &Groups::<usize>::new())
    }

    fn groups(&self, shared_alone: bool) -> (Groups<usize>, Groups<&'a str>) {
        let (mut gold, mut printed) = (Groups::new(), Groups::new());
        for (claim, mates) in self.mates.iter().enumerate().filter(|(_, mates)| !shared_alone || mates.len() > 1) {
            for (mention, mate) in mates.iter().enumerate() {
                gold.insert((claim, mention), claim);
                printed.extend(mate.map(|mate| ((claim, mention), mate.claim)));
            }
        }
        (gold, printed)
    }
}

/// The printed claim that holds most of a claim's mentions, and how many.
pub fn stands_for<'a>(mates: &[Option<Printed<'a>>]) -> Option<(&'a str, usize)> {
    let count = |id: &str| mates.iter().flatten().filter(|mate| mate.claim == id).count();
    let mut most: Option<(&'a str, usize)> = None;
    for mate in mates.iter().flatten() {
        let held = count(mate.claim);
        if most.is_none_or(|(_, other)| held > other) {
            most = Some((mate.claim, held));
        }
    }
    most
}

/// The printed mentions by their articles.
fn printed(export: &Value) -> BTreeMap<&str, Vec<Printed<'_>>> {
    let mut by_article: BTreeMap<&str, Vec<Printed<'_>>> = BTreeMap::new();
    let all = listed(export, "claims")
        .into_iter()
        .flat_map(|claim| listed(claim, "mentions").into_iter().map(move |mention| (string(&claim["id"]), mention)));
    for (place, (claim, record)) in all.enumerate() {
        by_article.entry(string(&record["article"])).or_default().push(Printed { claim, record, place });
    }
    by_article
}

/// Where a stretch stands in its text, in code points.
pub fn place(text: &str, stretch: &str) -> Option<Range<usize>> {
    let start = text[..text.find(stretch)?].chars().count();
    Some(start..start + stretch.chars().count())
}

fn best<'a>(wanted: &Range<usize>, printed: &[Printed<'a>]) -> Option<Printed<'a>> {
    let mut best: Option<(f64, Printed<'a>)> = None;
    for mention in printed {
        let share = span(mention.record).map_or(0.0, |given| share(wanted, &given));
        if best.is_none_or(|(other, _)| share > other) {
            best = Some((share, *mention));
        }
    }
    best.filter(|(share, _)| *share >= SAME).map(|(_, mention)| mention)
}

/// Intersection over union, in characters.
pub fn share(a: &Range<usize>, b: &Range<usize>) -> f64 {
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    both as f64 / (a.end.max(b.end) - a.start.min(b.start)).max(1) as f64
}
