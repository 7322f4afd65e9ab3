//! What is printed, one claim after another, where gold has every claim of the articles: right, repeated, false or useless.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::Value;

use super::cast::{Cast, same_unnamed};
use super::claims::plain_stance;
use super::mentions::{place, share};
use super::values::string;
use crate::score::SAME;
use crate::score::names::names;
use crate::score::overlap::{listed, span};

/// The part of a printed mention that must lie in one of gold, where neither covers the other by half.
const INSIDE: f64 = 0.8;

/// The least characters of such a mention: less says too little.
const LEAST: usize = 12;

/// The printed claims counted by what they are worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// Stands for one of gold's claims, with its speaker and side, and is the first to do so.
    pub right: usize,
    /// Another did so before.
    pub repeated: usize,
    /// Has another speaker or side, or puts two claims into one.
    pub wrong: usize,
    /// Stands for none.
    pub useless: usize,
    /// Gold's claims that a right one stands for, and how many there are.
    pub found: (usize, usize),
    /// The same of those that an editor must see.
    pub found_first: (usize, usize),
}

impl Worth {
    /// Everything that counts.
    pub fn printed(&self) -> usize {
        self.right + self.repeated + self.wrong + self.useless
    }
}

/// A claim of gold and where it stands in an article.
type SpokenSpan<'a> = (Option<&'a Value>, Range<usize>);

/// Where gold has claims, and where it has what counts neither way.
#[derive(Default)]
struct GoldSpans<'a> {
    claims: Vec<SpokenSpan<'a>>,
    aside: Vec<SpokenSpan<'a>>,
}

/// Judges the printed claims: all, or those that are shown first.
pub fn worth(gold: &Value, export: &Value, documents: &[Value], cast: &Cast<'_>, first_alone: bool) -> Worth {
    let articles = articles(gold, documents);
    let mut worth = Worth::default();
    let mut stood = BTreeSet::new();
    for claim in listed(export, "claims").into_iter().filter(|claim| !first_alone || claim["shown_first"] == true) {
        let Some(hits) = hits(claim, &articles) else { continue };
        match stands_for(&hits) {
            None => worth.useless += 1,
            Some(wanted) if !is_true(claim, wanted, &hits, cast) => worth.wrong += 1,
            Some(wanted) if !stood.insert(string(&wanted["id"])) => worth.repeated += 1,
            Some(_) => worth.right += 1,
        }
    }
    let counted: Vec<&Value> = listed(gold, "claims").into_iter().filter(|claim| claim["borderline"] != true).collect();
    let of = |claims: Vec<&&Value>| {
        (claims.iter().filter(|claim| stood.contains(string(&claim["id"]))).count(), claims.len())
    };
    worth.found = of(counted.iter().collect());
    worth.found_first = of(counted.iter().filter(|claim| claim["worth"] == 1).collect());
    worth
}

fn articles<'a>(gold: &'a Value, documents: &'a [Value]) -> BTreeMap<&'a str, GoldSpans<'a>> {
    let texts: BTreeMap<&str, &str> =
        documents.iter().map(|document| (string(&document["id"]), string(&document["text"]))).collect();
    let mut articles: BTreeMap<&str, GoldSpans<'_>> = texts.keys().map(|id| (*id, GoldSpans::default())).collect();
    let mut put = |claim: Option<&'a Value>, mention: &'a Value, is_aside: bool| {
        let id = string(&mention["article"]);
        let found = texts.get(id).and_then(|text| place(text, string(&mention["span"])));
        if let Some((range, article)) = found.zip(articles.get_mut(id)) {
            if is_aside { &mut article.aside } else { &mut article.claims }.push((claim, range));
        }
    };
    for claim in listed(gold, "claims") {
        for mention in listed(claim, "mentions") {
            put(Some(claim), mention, mention["borderline"] == true || claim["borderline"] == true);
        }
    }
    for optional in listed(gold, "optional") {
        put(None, optional, true);
    }
    articles
}

/// For each mention of a printed claim the claim of gold that it stands for; `None` where the claim counts neither way.
fn hits<'a>(claim: &Value, articles: &BTreeMap<&str, GoldSpans<'a>>) -> Option<Vec<&'a Value>> {
    let known = |mention: &&Value| articles.get(string(&mention["article"])).zip(span(mention));
    let mentions: Vec<(&GoldSpans<'_>, Range<usize>)> = listed(claim, "mentions").iter().filter_map(known).collect();
    let hits: Vec<&Value> = mentions.iter().filter_map(|(article, range)| hit(article, range)).collect();
    let is_aside = |(article, range): &(&GoldSpans<'_>, Range<usize>)| {
        article.aside.iter().any(|(_, other)| 2 * shared(range, other) >= range.len().max(1))
    };
    let is_spared = mentions.iter().any(|mention| hit(mention.0, &mention.1).is_none() && is_aside(mention));
    (!mentions.is_empty() && (!hits.is_empty() || !is_spared)).then_some(hits)
}

fn hit<'a>(article: &GoldSpans<'a>, range: &Range<usize>) -> Option<&'a Value> {
    let mut best: Option<(f64, &SpokenSpan<'a>)> = None;
    for one in &article.claims {
        let covered = share(range, &one.1);
        if best.is_none_or(|(other, _)| covered > other) {
            best = Some((covered, one));
        }
    }
    let (covered, (claim, other)) = best?;
    let lies_inside = shared(range, other) as f64 >= INSIDE * range.len() as f64 && range.len() >= LEAST;
    claim.filter(|_| covered >= SAME || lies_inside)
}

fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The claim that most of the mentions stand for, the first of several.
fn stands_for<'a>(hits: &[&'a Value]) -> Option<&'a Value> {
    let count = |claim: &Value| hits.iter().filter(|hit| hit["id"] == claim["id"]).count();
    hits.iter().copied().rev().max_by_key(|claim| count(claim))
}

fn is_true(printed: &Value, wanted: &Value, hits: &[&Value], cast: &Cast<'_>) -> bool {
    let may_be_split = |claim: &Value| !claim["split_ok"].is_null();
    let is_joined = hits.iter().any(|hit| hit["id"] != wanted["id"] && !(may_be_split(hit) && may_be_split(wanted)));
    !is_joined && has_side(printed, wanted) && has_speaker(printed, wanted, cast)
}

fn has_side(printed: &Value, wanted: &Value) -> bool {
    let given = plain_stance(string(&printed["stance"]));
    let side = plain_stance(string(&wanted["polarity"]));
    let others = wanted["polarity_ok"].as_array().into_iter().flatten().chain([&wanted["polarity_ok"]]).map(string);
    // Whoever doubts may decline, and whoever confirms asserts.
    let alike = match side {
        "doubts" => "declines",
        "declines" => "doubts",
        "confirms" => "asserts",
        other => other,
    };
    given == side || given == alike || others.map(plain_stance).any(|other| other == given)
}

fn has_speaker(printed: &Value, wanted: &Value, cast: &Cast<'_>) -> bool {
    let sources: Vec<&str> = listed(wanted, "mentions")
        .into_iter()
        .map(|mention| string(&mention["source"]))
        .filter(|s| !s.is_empty())
        .collect();
    let given = &printed["speakers"];
    match (string(&wanted["speaker"]), string(&wanted["described"])) {
        ("", "") => names(given).is_empty(),
        ("", described) => same_unnamed(described, &sources, given),
        _ => cast.same_party(&wanted["speaker"], given, &sources),
    }
}
