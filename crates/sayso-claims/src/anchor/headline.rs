//! A selection in a headline, which is kept apart from the text.

use super::folded::Folded;
use super::{Anchor, Fit, Part, Selector, anchor};

/// What is kept of a version that a passage can stand in.
#[derive(Clone, Copy, Debug)]
pub struct KeptVersion<'a> {
    /// The text.
    pub text: &'a str,
    /// The headline.
    pub title: Option<&'a str>,
}

/// Finds a passage in a version, in its text or in its headline; `seen` is the version that the reader saw, where that is
/// at hand.
///
/// ```
/// use sayso_claims::anchor::{Fit, KeptVersion, Part, Selector, anchor_in};
///
/// let now = KeptVersion { text: "Repairs cost 2.3 million, she said.", title: Some("Quay: 3.2 million for repairs") };
/// let chosen = Selector { exact: "3.2 million".to_owned(), prefix: "Quay: ".to_owned(), ..Selector::default() };
/// let anchor = anchor_in(&chosen, None, now);
/// assert_eq!((anchor.part, anchor.fit, anchor.places), (Part::Headline, Fit::Exact, vec![6..17]));
/// ```
#[must_use]
pub fn anchor_in(selector: &Selector, seen: Option<KeptVersion<'_>>, now: KeptVersion<'_>) -> Anchor {
    if let Some(place) = now.title.and_then(|title| place(selector, title)).filter(|place| place.is_surrounded) {
        return place.anchor;
    }
    let in_text = anchor(selector, seen.map(|seen| seen.text), now.text);
    if in_text.fit != Fit::Orphan {
        return in_text;
    }
    let stands = now.title.and_then(|title| place(selector, title)).map(|place| place.anchor);
    stands.or_else(|| rewritten(selector, seen, now)).unwrap_or(in_text)
}

/// A place in a headline.
struct Occurrence {
    anchor: Anchor,
    /// Whether all of the headline stands around the passage as the reader saw it.
    is_surrounded: bool,
}

fn place(selector: &Selector, title: &str) -> Option<Occurrence> {
    let headline = Folded::new(title);
    let places = headline.occurrences(&Folded::trimmed(&selector.exact));
    let plain = |text: &str| Folded::trimmed(text);
    let (before, behind) = (plain(&selector.prefix), plain(&selector.suffix));
    let surrounds = |place: &std::ops::Range<usize>| {
        let (head, tail) = (trimmed(&headline.signs[..place.start]), trimmed(&headline.signs[place.end..]));
        before.ends_with(head) && behind.starts_with(tail) && !(before.is_empty() && behind.is_empty())
    };
    let surrounded = places.iter().find(|place| surrounds(place));
    let found = surrounded.or(places.first().filter(|_| places.len() == 1))?;
    let anchor = Anchor { part: Part::Headline, fit: Fit::Exact, places: vec![headline.origin(found)] };
    Some(Occurrence { anchor, is_surrounded: surrounded.is_some() })
}

/// The headline as it is now, where the passage stood in the one that the reader saw.
fn rewritten(selector: &Selector, seen: Option<KeptVersion<'_>>, now: KeptVersion<'_>) -> Option<Anchor> {
    place(selector, seen?.title?).filter(|place| place.is_surrounded)?;
    let whole = 0..now.title?.chars().count();
    Some(Anchor { part: Part::Headline, fit: Fit::Changed, places: vec![whole] })
}

fn trimmed(signs: &[char]) -> &[char] {
    let is_space = |sign: &char| *sign == ' ';
    let start = signs.iter().take_while(|sign| is_space(sign)).count();
    let end = signs[start..].iter().rev().take_while(|sign| is_space(sign)).count();
    &signs[start..signs.len() - end]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The harbour of Sollen is shut, and 12 boats wait, the harbour master said.";

    fn chosen(exact: &str, prefix: &str, suffix: &str) -> Selector {
        Selector { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned(), start: None }
    }

    fn told(selector: &Selector, seen: Option<&str>, now: &str) -> (Part, Fit) {
        let kept = |title| KeptVersion { text: TEXT, title: Some(title) };
        let anchor = anchor_in(selector, seen.map(kept), kept(now));
        (anchor.part, anchor.fit)
    }

    #[test]
    fn a_headline_s_words_are_found_there() {
        let now = "Sollen: 21 boats wait";
        for selector in [
            chosen("21 boats", "News Sport Sollen: ", " wait The harbour of"),
            chosen("21 boats", "", ""),
            chosen(now, "", "The harbour of Sollen"),
        ] {
            assert_eq!(told(&selector, None, now), (Part::Headline, Fit::Exact));
        }
        assert_eq!(told(&chosen("Sollen", "News ", ": 21 boats wait The"), None, now), (Part::Headline, Fit::Exact));
    }

    #[test]
    fn a_text_s_words_stay_in_the_text() {
        let selector = chosen("Sollen", "The harbour of ", " is shut, and 12");
        assert_eq!(told(&selector, None, "Sollen: 21 boats wait"), (Part::Text, Fit::Exact));
    }

    #[test]
    fn a_headline_that_was_written_anew_is_changed() {
        let selector = chosen("21 boats", "Sollen: ", " wait The harbour");
        let told = told(&selector, Some("Sollen: 21 boats wait"), "Sollen: 12 boats wait");
        assert_eq!(told, (Part::Headline, Fit::Changed));
    }

    #[test]
    fn what_stands_nowhere_is_nowhere() {
        let selector = chosen("Pia Kranz", "Photograph: ", "/Bay");
        assert_eq!(told(&selector, None, "Sollen: 12 boats wait"), (Part::Text, Fit::Orphan));
    }
}
