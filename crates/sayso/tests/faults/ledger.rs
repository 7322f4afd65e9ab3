//! What a line asks of the ledger about articles: which are versions of one, what changed, which are copies.

use sayso::ledger::record::{ArticleRecord, CopyRecord, EditRecord};
use serde::Serialize;

use crate::check::{CaseReading, OfLedger, Outcome, as_asked};
use crate::claims;
use crate::line::{Alternatives, Part};

/// What a line asks, if it is about the ledger.
pub fn asked(parts: &[Part<'_>]) -> Option<OfLedger> {
    let [first, clauses @ ..] = parts else { return None };
    articles(first, clauses).or_else(|| edits(first, clauses)).or_else(|| claims::asked(first, clauses))
}

fn articles(first: &Part<'_>, clauses: &[Part<'_>]) -> Option<OfLedger> {
    if let Some(count) = first.number("articles") {
        return Some(Box::new(move |told| {
            let firsts = articles_of(told).filter(|article| article.replaces.is_none()).count();
            as_asked(firsts == count, || format!("articles: {firsts}"))
        }));
    }
    if let Some(later) = first.one("version") {
        let earlier = clause(clauses, 0, "of", first);
        return Some(Box::new(move |told| {
            let is_it = |article: &&ArticleRecord| article.id.to_string() == later;
            let before = articles_of(told).find(is_it).and_then(|article| article.replaces.as_ref());
            let before = before.map(ToString::to_string);
            as_asked(before.as_ref() == Some(&earlier), || format!("it is a version of {before:?}"))
        }));
    }
    if first.begins("no copies") {
        return Some(Box::new(|told| {
            let copies: Vec<String> = copies_of(told).map(shown_copy).collect();
            as_asked(copies.is_empty(), || copies.join("; "))
        }));
    }
    let copy = first.one("copy")?;
    let (of, how) = (clause(clauses, 0, "of", first), clause(clauses, 1, "as", first));
    let wanted = format!("{copy} of {of} {how}");
    Some(Box::new(move |told| {
        let copies: Vec<String> = copies_of(told).map(shown_copy).collect();
        as_asked(copies.contains(&wanted), || copies.join("; "))
    }))
}

fn edits(first: &Part<'_>, clauses: &[Part<'_>]) -> Option<OfLedger> {
    let count = if first.begins("no edits") { Some(0) } else { None };
    if let Some(only) = first.after("edits only") {
        return Some(Box::new(move |told| {
            let all = edits_of(told).count() > 0 && edits_of(told).all(|edit| is_one_of(&only, edit.change));
            as_asked(all, || shown_edits(told))
        }));
    }
    if let Some(count) = count.or_else(|| first.number("edits")) {
        return Some(Box::new(move |told| as_asked(edits_of(told).count() == count, || shown_edits(told))));
    }
    if let Some(changes) = first.after("no edit") {
        return Some(Box::new(move |told| {
            as_asked(!edits_of(told).any(|edit| is_one_of(&changes, edit.change)), || shown_edits(told))
        }));
    }
    let changes = first.after("edit")?;
    let place = clauses.iter().find_map(|clause| clause.after("in"));
    let silent = clauses.iter().find_map(|clause| Some(clause.begins("silent")).filter(|_| !clause.begins("in")));
    Some(Box::new(move |told| {
        let fits = |edit: &EditRecord| {
            is_one_of(&changes, edit.change)
                && place.as_ref().is_none_or(|place| is_one_of(place, edit.place))
                && silent.is_none_or(|silent| silent == edit.silent)
        };
        as_asked(edits_of(told).any(fits), || shown_edits(told))
    }))
}

/// The value of a clause that must be there.
fn clause(clauses: &[Part<'_>], place: usize, name: &str, first: &Part<'_>) -> String {
    clauses.get(place).and_then(|clause| clause.one(name)).unwrap_or_else(|| first.misread())
}

fn articles_of(told: &CaseReading) -> impl Iterator<Item = &ArticleRecord> {
    told.stories.iter().flat_map(|story| &story.articles)
}

fn copies_of(told: &CaseReading) -> impl Iterator<Item = &CopyRecord> {
    told.stories.iter().flat_map(|story| &story.copies)
}

fn edits_of(told: &CaseReading) -> impl Iterator<Item = &EditRecord> {
    told.stories.iter().flat_map(|story| &story.edits)
}

fn is_one_of(wanted: &Alternatives, given: impl Serialize) -> bool {
    let given = name(given);
    wanted.iter().any(|wanted| wanted.is_empty() || wanted.as_slice() == [given.as_str()])
}

/// The name that a value is printed by.
pub fn name(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("a name");
    value.as_str().expect("a name").to_owned()
}

fn shown_copy(copy: &CopyRecord) -> String {
    format!("{} of {} {}", copy.article, copy.of, name(copy.kind))
}

fn shown_edits(told: &CaseReading) -> String {
    let shown = edits_of(told).map(|edit| {
        let how = if edit.silent { "silent" } else { "told" };
        format!("{} in {}, {how}: {:?} -> {:?}", name(edit.change), name(edit.place), edit.before, edit.after)
    });
    let shown: Vec<String> = shown.collect();
    if shown.is_empty() { "no edits".to_owned() } else { shown.join("; ") }
}

/// What there is instead of a claim, told with all claims.
pub fn none_fits(told: &CaseReading) -> Outcome {
    let claims = told.stories.iter().flat_map(|story| &story.claims);
    let shown = claims.map(|claim| {
        let counts = (claim.first_hand, claim.sources, &claim.origin.named);
        format!("{:?} {} {:?} {counts:?}", claim.speakers, claim.stance.name(), claim.gist)
    });
    Err(shown.collect::<Vec<_>>().join("; "))
}
