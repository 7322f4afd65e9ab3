//! What became of each claim of gold: found, put together, said by whom, in what stance, come from where.

use std::collections::BTreeMap;

use serde_json::Value;

use super::cast::Cast;
use super::mentions::{Mentions, Printed, stands_for};
use super::string;
use crate::score::overlap::listed;

/// Stances that are few in any stream, and matter most.
const RARE: [&str; 4] = ["denies", "doubts", "declines", "confirms"];

/// One claim of gold. What does not apply to it is `None`.
pub struct Judged<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whether a printed claim stands for it.
    pub found: bool,
    /// Whether that claim holds at least half of its mentions, where it has several.
    pub merged: Option<bool>,
    /// Whether it has gold's speaker.
    pub speaker: Option<bool>,
    /// Whether it has gold's stance.
    pub stance: Option<bool>,
    /// The same for stances that are few.
    pub rare_stance: Option<bool>,
    /// Whether its earliest article is gold's.
    pub origin: Option<bool>,
    /// Whether the outlet that the coverage names as its origin is gold's.
    pub named_origin: Option<bool>,
    /// Whether as many outlets have it first-hand.
    pub first_hand: Option<bool>,
    /// For each mention found that comes through outlets and says so, whether they are gold's.
    pub via: Vec<bool>,
}

/// Every claim of gold, in its order.
pub fn judge<'a>(gold: &'a Value, export: &Value, mentions: &Mentions<'_>, cast: &Cast<'_>) -> Vec<Judged<'a>> {
    let printed: BTreeMap<&str, &Value> =
        listed(export, "claims").into_iter().map(|claim| (string(&claim["id"]), claim)).collect();
    let one = |(claim, mates): (&'a Value, &Vec<Option<Printed<'_>>>)| {
        let most = stands_for(mates);
        let held = most.map_or(0, |(_, held)| held);
        let stands = most.and_then(|(id, _)| printed.get(id).copied());
        judged(claim, mates, stands, held, cast)
    };
    listed(gold, "claims").into_iter().zip(&mentions.mates).map(one).collect()
}

fn judged<'a>(
    claim: &'a Value,
    mates: &[Option<Printed<'_>>],
    printed: Option<&Value>,
    held: usize,
    cast: &Cast<'_>,
) -> Judged<'a> {
    let mentions = listed(claim, "mentions");
    let sources: Vec<&str> = mentions.iter().map(|mention| string(&mention["source"])).collect();
    let shared = mentions.len() > 1;
    let merged = printed.filter(|_| held * 2 >= mates.len());
    let of_merged = |right: &dyn Fn(&Value) -> bool| merged.is_some_and(right);
    let side = plain_stance(string(&claim["polarity"]));
    let stance = printed.map(|printed| plain_stance(string(&printed["stance"])) == side);
    // an unnamed source may be described or left out
    let has_speaker = !claim["speaker"].is_null() || mentions.iter().all(|mention| !has(&mention["source"]));
    let counted = claim["independent"].as_u64() > Some(1) || mentions.iter().any(|mention| has(&mention["via"]));
    Judged {
        id: string(&claim["id"]),
        found: printed.is_some(),
        merged: shared.then_some(merged.is_some()),
        speaker: printed
            .filter(|_| has_speaker)
            .map(|printed| cast.same_party(&claim["speaker"], &printed["speakers"], &sources)),
        stance,
        rare_stance: stance.filter(|_| RARE.contains(&string(&claim["polarity"]))),
        origin: shared.then(|| of_merged(&|printed| printed["origin"]["article"] == claim["origin"]["article"])),
        named_origin: shared.then(|| {
            of_merged(&|printed| cast.same_party(&claim["origin"]["named"], &printed["origin"]["named"], &[]))
        }),
        first_hand: (shared && counted)
            .then(|| of_merged(&|printed| counts(claim).any(|count| *count == printed["first_hand"]))),
        via: mentions.iter().zip(mates).filter_map(|(mention, mate)| via(mention, mate.as_ref()?, cast)).collect(),
    }
}

/// Streams tell apart fewer stances than a reading does.
pub fn plain_stance(stance: &str) -> &str {
    match stance {
        "demands" | "expects" | "other" => "asserts",
        stance => stance,
    }
}

/// The counts of outlets that have a claim first-hand which are no error.
fn counts(claim: &Value) -> impl Iterator<Item = &Value> {
    let others = &claim["independent_ok"];
    let listed = others.as_array().into_iter().flatten();
    std::iter::once(&claim["independent"]).chain(listed).chain(others.is_number().then_some(others))
}

fn via(mention: &Value, mate: &Printed<'_>, cast: &Cast<'_>) -> Option<bool> {
    let judged = mention["via_stated"].as_bool().unwrap_or(true) && has(&mention["via"]);
    judged.then(|| cast.same_party(&mention["via"], &mate.record["via"], &[]))
}

/// Whether there is anything in a value.
fn has(value: &Value) -> bool {
    value.as_array().map_or_else(|| !string(value).is_empty(), |list| !list.is_empty())
}
