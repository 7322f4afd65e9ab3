//! Some hundreds of passages in articles that change, as desks change them: what is unchanged or moved must land right, a
//! changed figure or name must be called changed, and what is gone must not land on what looks like it.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use sayso_claims::anchor::{Anchor, Fit, Selector, anchor};
use serde_json::Value;

/// Code points on either side that a browser sends.
const SENT: usize = 32;

/// What happened to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happened {
    Unchanged,
    ParagraphAdded,
    TypoMended,
    FigureChanged,
    NameChanged,
    DeletedBesideLikes,
    DeletedBesideTwin,
}

struct Case {
    name: String,
    happened: Happened,
    selector: Selector,
    seen: String,
    now: String,
    /// Where it is now; nothing where it is gone.
    place: Option<Range<usize>>,
}

/// Every text that ships: the demo's articles and versions, and articles of Wikinews.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = Vec::new();
    for file in ["demo/stories/stream.jsonl", "eval/wikinews/wikinews-open.jsonl"] {
        for line in fs::read_to_string(root.join(file)).unwrap().lines() {
            let document: Value = serde_json::from_str(line).unwrap();
            let (Some(id), Some(text)) = (document["id"].as_str(), document["text"].as_str()) else { continue };
            texts.push((id.to_owned(), text.to_owned()));
        }
    }
    texts
}

/// Sentences that are long enough to be chosen, each as a range of bytes: from a line's start or a full stop to the next.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text.match_indices(['.', '\n']).filter(|(at, sign)| {
        let rest = &text[at + 1..];
        *sign == "\n" || rest.starts_with(' ') || rest.starts_with('\n') || rest.is_empty()
    });
    for (at, sign) in ends {
        let end = if sign == "\n" { at } else { at + 1 };
        let lead = text[start..end].len() - text[start..end].trim_start().len();
        if (40..240).contains(&(end - start - lead)) {
            found.push(start + lead..end);
        }
        start = at + 1;
    }
    found
}

fn code_points(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = text[..bytes.start].chars().count();
    start..start + text[bytes.clone()].chars().count()
}

fn selector(seen: &str, bytes: &Range<usize>) -> Selector {
    let (before, behind) = (&seen[..bytes.start], &seen[bytes.end..]);
    let skipped = before.chars().count().saturating_sub(SENT);
    Selector {
        exact: seen[bytes.clone()].to_owned(),
        prefix: before.chars().skip(skipped).collect(),
        suffix: behind.chars().take(SENT).collect(),
        start: Some(before.chars().count()),
    }
}

/// A number of the passage with another last digit.
fn other_figure(passage: &str) -> Option<String> {
    let at = passage.rfind(|sign: char| sign.is_ascii_digit())?;
    let digit = passage.as_bytes()[at] - b'0';
    Some(format!("{}{}{}", &passage[..at], (digit + 3) % 10, &passage[at + 1..]))
}

/// The last name inside the passage, a capital after a small letter and a space, as another.
fn other_name(passage: &str) -> Option<String> {
    let capital = |at: usize| passage[at..].starts_with(|sign: char| sign.is_ascii_uppercase());
    let at = passage.rmatch_indices(' ').map(|(at, _)| at + 1).find(|at| capital(*at))?;
    let end = at + passage[at..].find(|sign: char| !sign.is_alphabetic()).unwrap_or(passage.len() - at);
    (end - at > 3).then(|| format!("{}Ostermann{}", &passage[..at], &passage[end..]))
}

/// Two letters of a long word in each other's place.
fn with_typo(passage: &str) -> Option<String> {
    let letters = passage.as_bytes();
    let at = (8..letters.len().saturating_sub(4))
        .find(|at| letters[*at..*at + 4].iter().all(u8::is_ascii_lowercase) && letters[at + 1] != letters[at + 2])?;
    let mut turned = letters.to_vec();
    turned.swap(at + 1, at + 2);
    String::from_utf8(turned).ok()
}

/// The last number of a passage alone, which readers choose as often as a sentence.
fn number_in(text: &str, bytes: &Range<usize>) -> Option<Range<usize>> {
    let is_number = |sign: char| sign.is_ascii_digit() || sign == ',';
    let passage = &text[bytes.clone()];
    let last = passage.rfind(|sign: char| sign.is_ascii_digit())?;
    let start = passage[..last]
        .rfind(|sign| !is_number(sign))
        .map_or(0, |at| at + passage[at..].chars().next().map_or(1, char::len_utf8));
    Some(bytes.start + start..bytes.start + last + 1)
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (id, text) in texts() {
        let sentences = sentences(&text);
        // Every third sentence: the first, a middle one and a later one of most articles.
        let chosen = sentences.iter().enumerate().step_by(3).take(3);
        let chosen = chosen.flat_map(|(number, bytes)| {
            [Some(bytes.clone()), number_in(&text, bytes)].into_iter().flatten().map(move |bytes| (number, bytes))
        });
        for (number, bytes) in chosen {
            let bytes = &bytes;
            let mut add = |happened, seen: &str, bytes: &Range<usize>, now: String, place| {
                let name = format!("{id}, sentence {number}");
                cases.push(Case { name, happened, selector: selector(seen, bytes), seen: seen.to_owned(), now, place });
            };
            let passage = &text[bytes.clone()];
            let replaced = |other: &str| format!("{}{other}{}", &text[..bytes.start], &text[bytes.end..]);
            let place = code_points(&text, bytes);
            let of_length = |length: usize| place.start..place.start + length;
            add(Happened::Unchanged, &text, bytes, text.clone(), Some(place.clone()));
            let added = "UPDATE: This article has a new first paragraph, and 12 more words in it.\n\n";
            let moved = place.start + added.len()..place.end + added.len();
            add(Happened::ParagraphAdded, &text, bytes, format!("{added}{text}"), Some(moved));
            if let Some(other) = other_figure(passage) {
                add(Happened::FigureChanged, &text, bytes, replaced(&other), Some(of_length(other.chars().count())));
            }
            if let Some(other) = other_name(passage) {
                add(Happened::NameChanged, &text, bytes, replaced(&other), Some(of_length(other.chars().count())));
            }
            if let Some(typo) = with_typo(passage) {
                let seen = replaced(&typo);
                let bytes = bytes.start..bytes.start + typo.len();
                add(Happened::TypoMended, &seen, &bytes, text.clone(), Some(place.clone()));
            }
            if let Some(like) = other_figure(passage).or_else(|| other_name(passage)) {
                let seen = format!("{text}\n\nEarlier: {like} More soon.");
                let now = format!("{}{}", &seen[..bytes.start], seen[bytes.end..].trim_start_matches(' '));
                add(Happened::DeletedBesideLikes, &seen, bytes, now, None);
            }
            let seen = format!("{text}\n\nIn full: {passage} It was said twice.");
            let now = format!("{}{}", &seen[..bytes.start], seen[bytes.end..].trim_start_matches(' '));
            add(Happened::DeletedBesideTwin, &seen, bytes, now, None);
        }
    }
    cases
}

/// The plain way: the words with what stood before them, else the words alone, wherever they first stand.
fn plain(selector: &Selector, now: &str) -> Anchor {
    let with_prefix = format!("{}{}", selector.prefix, selector.exact);
    let found = now.find(&with_prefix).map(|at| at + selector.prefix.len()).or_else(|| now.find(&selector.exact));
    match found {
        Some(at) => {
            let place = code_points(now, &(at..at + selector.exact.len()));
            let fit = if Some(place.start) == selector.start { Fit::Exact } else { Fit::Moved };
            Anchor::in_text(fit, vec![place])
        }
        None => Anchor::in_text(Fit::Orphan, Vec::new()),
    }
}

/// Whether an anchor is what it should be: the right place, and for what was changed the word for it.
fn is_right(case: &Case, anchor: &Anchor) -> bool {
    let lands = case.place.as_ref().map(|place| anchor.places.as_slice() == [place.clone()]);
    match case.happened {
        Happened::Unchanged => anchor.fit == Fit::Exact && lands == Some(true),
        Happened::ParagraphAdded => anchor.fit == Fit::Moved && lands == Some(true),
        Happened::TypoMended | Happened::FigureChanged | Happened::NameChanged => {
            anchor.fit == Fit::Changed && lands == Some(true)
        }
        Happened::DeletedBesideLikes | Happened::DeletedBesideTwin => anchor.fit == Fit::Orphan,
    }
}

fn tallied(cases: &[Case], way: impl Fn(&Case) -> Anchor) -> BTreeMap<Happened, (usize, usize)> {
    let mut tally: BTreeMap<Happened, (usize, usize)> = BTreeMap::new();
    for case in cases {
        let anchor = way(case);
        let (right, all) = tally.entry(case.happened).or_default();
        *all += 1;
        if is_right(case, &anchor) {
            *right += 1;
        } else {
            println!("{:?}, {}: {anchor:?}, meant {:?}", case.happened, case.name, case.place);
        }
    }
    tally
}

#[test]
fn passages_land_where_they_should_and_nowhere_else() {
    let cases = cases();
    assert!(cases.len() >= 200, "{} cases", cases.len());
    for (way, with_seen) in [("with the text that the reader saw", true), ("without it", false)] {
        let found = |case: &Case| anchor(&case.selector, with_seen.then_some(case.seen.as_str()), &case.now);
        println!("{way}");
        let tally = tallied(&cases, found);
        println!("{way}: {tally:?} of {}", cases.len());
        let kept = |happened| tally.get(&happened).copied().unwrap_or_default();
        let still: Vec<(usize, usize)> = [Happened::Unchanged, Happened::ParagraphAdded].map(kept).into();
        let (right, all) = still.iter().fold((0, 0), |(right, all), (more, of)| (right + more, all + of));
        assert!(right * 100 >= all * 99, "{way}: {right} of {all} unchanged and moved passages land right");
        for case in &cases {
            let anchor = found(case);
            let is_found = matches!(anchor.fit, Fit::Exact | Fit::Moved);
            let changed =
                matches!(case.happened, Happened::FigureChanged | Happened::NameChanged | Happened::TypoMended);
            assert!(!(changed && is_found), "{way}: {}: {:?} is told as {:?}", case.name, case.happened, anchor.fit);
            assert!(case.place.is_some() || !is_found, "{way}: {}: what is gone lands on {anchor:?}", case.name);
        }
    }
    println!("plain");
    println!("plain: {:?}", tallied(&cases, |case| plain(&case.selector, &case.now)));
}
