//! What a line asks of the ledger about claims: whose they are, what stands behind them, how they stand to one another.

use sayso::ledger::record::{Claim, ClaimMention, Link};
use serde_json::Number;

use crate::check::{CaseReading, OfLedger, as_asked};
use crate::ledger::{name, none_fits};
use crate::line::Part;
use crate::place::{slices, spaced};

/// What a claim must be like: a clause each.
type Clause = Box<dyn Fn(&Claim) -> bool + Send + Sync>;

/// What a line asks, if it is about claims.
pub fn asked(first: &Part<'_>, clauses: &[Part<'_>]) -> Option<OfLedger> {
    counts(first).or_else(|| of_claim(first, clauses)).or_else(|| between(first, clauses)).or_else(|| point(first))
}

fn counts(first: &Part<'_>) -> Option<OfLedger> {
    if let Some(most) = first.number("first-hand at most") {
        return Some(Box::new(move |told| {
            if claims(told).all(|claim| claim.first_hand <= most) { Ok(()) } else { none_fits(told) }
        }));
    }
    if let Some(speaker) = first.one("no speaker") {
        return Some(Box::new(move |told| if speaks(told, &speaker) { none_fits(told) } else { Ok(()) }));
    }
    if let Some(speaker) = first.one("speaker") {
        return Some(Box::new(move |told| if speaks(told, &speaker) { Ok(()) } else { none_fits(told) }));
    }
    if let Some(words) = first.after("claims apart") {
        return Some(Box::new(move |told| {
            let both = claims(told).any(|claim| words[0].iter().all(|words| has(told, claim, words)));
            if both { none_fits(told) } else { Ok(()) }
        }));
    }
    let count = first.number("claims")?;
    Some(Box::new(move |told| if claims(told).count() == count { Ok(()) } else { none_fits(told) }))
}

fn of_claim(first: &Part<'_>, clauses: &[Part<'_>]) -> Option<OfLedger> {
    let (words, is_wanted) = match first.after("claim") {
        Some(words) => (words, true),
        None => (first.after("no claim")?, false),
    };
    let wanted: Vec<Clause> = clauses.iter().map(clause).collect();
    Some(Box::new(move |told| {
        let fits = |claim: &Claim| {
            words[0].iter().all(|words| has(told, claim, words)) && wanted.iter().all(|clause| clause(claim))
        };
        if claims(told).any(fits) == is_wanted { Ok(()) } else { none_fits(told) }
    }))
}

fn clause(part: &Part<'_>) -> Clause {
    if let Some(by) = part.after("by") {
        return Box::new(move |claim| by.contains(&claim.speakers));
    }
    if let Some(stances) = part.after("stance") {
        return Box::new(move |claim| stances.iter().any(|stance| stance.as_slice() == [claim.stance.name()]));
    }
    if let Some(count) = part.number("sources") {
        return Box::new(move |claim| claim.sources == count);
    }
    if let Some(count) = part.number("first-hand") {
        return Box::new(move |claim| claim.first_hand == count);
    }
    if let Some(count) = part.number("mentions") {
        return Box::new(move |claim| claim.mentions.len() == count);
    }
    let named = part.one("named").unwrap_or_else(|| part.misread());
    Box::new(move |claim| claim.origin.named.as_deref() == Some(named.as_str()))
}

/// 'link "words of a claim"; denies "words of the other"', 'no link supports'.
fn between(first: &Part<'_>, clauses: &[Part<'_>]) -> Option<OfLedger> {
    if let Some(kind) = first.one("no link") {
        return Some(Box::new(move |told| {
            let links: Vec<String> = links(told).map(|link| name(link.kind)).collect();
            as_asked(!links.contains(&kind), || links.join(", "))
        }));
    }
    let one = first.one("link")?;
    let [clause] = clauses else { first.misread() };
    let kinds = ["denies", "supports", "updates", "rivals", "reverses", "corrects"];
    let (kind, other) =
        kinds.iter().find_map(|kind| Some((*kind, clause.one(kind)?))).unwrap_or_else(|| clause.misread());
    Some(Box::new(move |told| {
        let is = |id: &str, words: &str| claims(told).any(|claim| claim.id == id && has(told, claim, words));
        let fits = |link: &Link| name(link.kind) == kind && is(&link.a, &one) && is(&link.b, &other);
        if links(told).any(fits) { Ok(()) } else { none_fits(told) }
    }))
}

fn point(first: &Part<'_>) -> Option<OfLedger> {
    let wanted = first.number("no point")? as f64;
    Some(Box::new(move |told| {
        let series = told.stories.iter().flat_map(|story| &story.figures);
        let points = series.flat_map(|series| &series.series).flat_map(|point| [&point.value, &point.low, &point.high]);
        let points: Vec<f64> = points.flatten().filter_map(Number::as_f64).collect();
        as_asked(!points.contains(&wanted), || format!("{points:?}"))
    }))
}

fn claims(told: &CaseReading) -> impl Iterator<Item = &Claim> {
    told.stories.iter().flat_map(|story| &story.claims)
}

fn links(told: &CaseReading) -> impl Iterator<Item = &Link> {
    told.stories.iter().flat_map(|story| &story.links)
}

fn speaks(told: &CaseReading, speaker: &str) -> bool {
    claims(told).any(|claim| claim.speakers.iter().any(|name| name == speaker))
}

/// Whether one of a claim's mentions has some words.
fn has(told: &CaseReading, claim: &Claim, words: &str) -> bool {
    let mentioned = |mention: &ClaimMention| {
        let entry = told.entries.iter().find(|entry| entry.record.id == mention.article)?;
        Some(spaced(&slices(&entry.record.text, &[(mention.start, mention.end)])))
    };
    claim.mentions.iter().filter_map(mentioned).any(|mentioned| mentioned.contains(&spaced(words)))
}
