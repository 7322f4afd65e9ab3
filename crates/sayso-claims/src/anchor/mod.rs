//! Where the text that a reader selected stands in a text that may have changed since: a W3C selector against versions.
//!
//! A passage is only ever found word for word. Where its words are not there, the place between what stood before and
//! behind it tells whether they were changed or taken out; a passage elsewhere that looks like it is never taken for it.

mod context;
mod folded;
mod headline;
mod replaced;
mod selector;
#[cfg(test)]
mod tests;

use std::ops::Range;

use context::Fitting;
use folded::Folded;

pub use self::headline::{KeptVersion, anchor_in};
pub use self::selector::{Anchor, Fit, Part, Selector};

/// Code points on either side of a passage that are compared where a whole text is at hand.
const AROUND: usize = 400;

/// Finds a passage in a text. `seen` is the text that the reader saw, where that is at hand: it tells more of what stood
/// around the passage than the reader's browser sends.
///
/// ```
/// use sayso_claims::anchor::{Fit, Selector, anchor};
///
/// let selector = Selector {
///     exact: "1,500 soldiers".to_owned(),
///     prefix: "The bureau counts ".to_owned(),
///     suffix: " in Kareth.".to_owned(),
///     start: Some(18),
/// };
/// assert_eq!(anchor(&selector, None, "The bureau counts 1,500 soldiers in Kareth.").places, [18..32]);
/// let changed = anchor(&selector, None, "The bureau counts 3,000 soldiers in Kareth.");
/// assert_eq!((changed.fit, changed.places), (Fit::Changed, vec![18..32]));
/// assert_eq!(anchor(&selector, None, "The ministry counts 1,500 soldiers in Velgar.").fit, Fit::Orphan);
/// ```
#[must_use]
pub fn anchor(selector: &Selector, seen: Option<&str>, now: &str) -> Anchor {
    let text = Folded::new(now);
    let Some(seen) = seen else { return found(&Fitting::new(selector), selector.start, &text) };
    let seen = Folded::new(seen);
    let first = found(&Fitting::new(selector), selector.start, &seen);
    let (Fit::Exact | Fit::Moved, [place]) = (first.fit, first.places.as_slice()) else {
        return found(&Fitting::new(selector), None, &text);
    };
    let wide = Fitting::within(&seen, place, AROUND);
    let anchor = found(&wide, Some(place.start), &text);
    if anchor.fit == Fit::Changed && stood_before(&anchor, &seen, &text) {
        return Anchor::in_text(Fit::Orphan, Vec::new());
    }
    anchor
}

/// Whether what stands in a passage's place stood in the text that the reader saw, too, as often as now: it is no change
/// of the passage, but its neighbour that looks like it.
fn stood_before(anchor: &Anchor, seen: &Folded, now: &Folded) -> bool {
    let stands = |place: &Range<usize>| now.signs[now.folded(place)].to_vec();
    anchor.places.first().map(stands).is_some_and(|words| {
        let before = seen.occurrences(&words).len();
        before > 0 && before >= now.occurrences(&words).len()
    })
}

/// Finds a passage with what stands around it.
fn found(sought: &Fitting, start: Option<usize>, text: &Folded) -> Anchor {
    let places = text.occurrences(&sought.exact);
    let fitting: Vec<(usize, Range<usize>)> = places
        .into_iter()
        .map(|place| (sought.agreement(text, &place), place))
        .filter(|(agreement, _)| sought.is_enough(*agreement))
        .collect();
    let best = fitting.iter().map(|(agreement, _)| *agreement).max();
    let mut best: Vec<Range<usize>> = fitting
        .into_iter()
        .filter(|(agreement, _)| Some(*agreement) == best)
        .map(|(_, place)| text.origin(&place))
        .collect();
    if best.len() > 1
        && let Some(same) = start.and_then(|start| best.iter().position(|place| place.start == start))
    {
        best = vec![best.swap_remove(same)];
    }
    match best.as_slice() {
        [] => replaced::replaced(sought, text),
        [place] => {
            let fit = if start.is_none_or(|start| start == place.start) { Fit::Exact } else { Fit::Moved };
            Anchor::in_text(fit, best)
        }
        _ => Anchor::in_text(Fit::Ambiguous, best),
    }
}
