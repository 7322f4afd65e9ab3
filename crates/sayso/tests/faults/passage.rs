//! What a line asks of a passage that a reader chose: where it stands in the latest version of the page.
//!
//! The first document of such a case is the page that the reader saw, the last one the latest version in the ledger. A
//! reader's browser makes the selector of what it shows; here it is made of the article's text, or of its headline.

use sayso::ledger::Entry;
use sayso::ledger::anchor::{Anchor, KeptVersion, Part as Place, Selector, anchor_in};

use crate::check::{CaseReading, OfLedger, as_asked};
use crate::ledger::name;
use crate::line::{Alternatives, Part};
use crate::place::{nth, slices, spaced};

/// Code points before and behind a passage that a browser sends with it.
const CONTEXT: usize = 64;

/// What is asked of a passage.
struct Wanted {
    /// The words that are chosen, or those at its two ends.
    chosen: Vec<String>,
    occurrence: usize,
    /// Whether the ledger has the page that the reader saw.
    is_kept: bool,
    fits: Alternatives,
    has: Option<String>,
    lacks: Option<String>,
    behind: Option<String>,
}

/// What a line asks, if it is about a passage.
pub fn asked(parts: &[Part<'_>]) -> Option<OfLedger> {
    let [first, clauses @ ..] = parts else { return None };
    let chosen = first.after("passage")?.swap_remove(0);
    let mut wanted = Wanted {
        chosen,
        occurrence: 1,
        is_kept: true,
        fits: Alternatives::new(),
        has: None,
        lacks: None,
        behind: None,
    };
    for clause in clauses {
        if let Some(number) = clause.number("occurrence") {
            wanted.occurrence = number;
        } else if clause.begins("not kept") {
            wanted.is_kept = false;
        } else if let Some(fits) = clause.after("fit") {
            wanted.fits = fits;
        } else if let Some(words) = clause.one("has") {
            wanted.has = Some(words);
        } else if let Some(words) = clause.one("lacks") {
            wanted.lacks = Some(words);
        } else {
            wanted.behind = Some(clause.one("behind").unwrap_or_else(|| clause.misread()));
        }
    }
    Some(Box::new(move |told| {
        let (anchor, latest) = wanted.anchored(told)?;
        let there = match anchor.part {
            Place::Text => latest.text,
            Place::Headline => latest.title.unwrap_or_default(),
        };
        let told = format!("{} '{}'", name(anchor.fit), passage(&anchor, there));
        as_asked(wanted.is_met(&anchor, there), || told.clone())
    }))
}

impl Wanted {
    /// Where the passage is, and the version that it is in.
    fn anchored<'t>(&self, told: &'t CaseReading) -> Result<(Anchor, KeptVersion<'t>), String> {
        let reader = kept(told.entries.first().ok_or("nothing is read")?);
        let latest = kept(&told.entries[told.entries.len() - 1]);
        let below = || self.selector(reader.text, "");
        let above = || self.selector(reader.title?, reader.text);
        let selector = below().or_else(above).ok_or("neither the text nor the headline has such words")?;
        let seen = (self.is_kept && told.entries.len() > 1).then_some(reader);
        let mut anchor = anchor_in(&selector, seen, latest);
        if seen.is_none() {
            anchor.confirm_start(selector.start.and_then(|start| u32::try_from(start).ok()));
        }
        Ok((anchor, latest))
    }

    /// The words chosen in a text, behind which another stands on the page.
    fn selector(&self, text: &str, behind: &str) -> Option<Selector> {
        let (start, end) = nth(text, self.chosen.first()?, self.occurrence)?;
        let end = match self.chosen.get(1) {
            Some(last) => nth(text, last, 1).filter(|last| last.0 >= start)?.1,
            None => end,
        };
        let part = |start: usize, end: usize| slices(text, &[(start, end)]);
        let (prefix, suffix) = (part(start.saturating_sub(CONTEXT), start), part(end, end + CONTEXT));
        let suffix: String = format!("{suffix} {behind}").trim_end().chars().take(CONTEXT).collect();
        Some(Selector { exact: part(start, end), prefix, suffix, start: Some(start).filter(|_| behind.is_empty()) })
    }

    fn is_met(&self, anchor: &Anchor, latest: &str) -> bool {
        let passage = passage(anchor, latest);
        let before = slices(latest, &[(0, anchor.places.first().map_or(0, |place| place.start))]);
        self.fits.iter().any(|fit| fit.as_slice() == [name(anchor.fit)])
            && self.has.as_ref().is_none_or(|words| passage.contains(&spaced(words)))
            && self.lacks.as_ref().is_none_or(|words| !passage.contains(words.as_str()))
            && self.behind.as_ref().is_none_or(|words| spaced(&before).contains(&spaced(words)))
    }
}

fn kept(entry: &Entry) -> KeptVersion<'_> {
    KeptVersion { text: &entry.record.text, title: entry.record.article.title.as_deref() }
}

/// The words at the places of an anchor.
fn passage(anchor: &Anchor, text: &str) -> String {
    let places: Vec<_> = anchor.places.iter().map(|place| (place.start, place.end)).collect();
    spaced(&slices(text, &places))
}
