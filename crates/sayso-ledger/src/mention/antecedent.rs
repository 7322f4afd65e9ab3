//! Whom a description points at: 'the official' after 'a senior Caldrian official', 'the diplomat' after a Foreign
//! Ministry's spokeswoman, 'a spokeswoman' after what her company did.

use sayso_read::SpeakerKind;

use super::{Named, Told};
use crate::Document;
use crate::words::words;

/// Words between 'a' and the noun that a description repeats, at most.
const BETWEEN: usize = 4;

/// What a description calls somebody who was introduced by another word. Sorted.
const CALLED: [(&str, &[&str]); 4] = [
    ("diplomat", &["ambassador", "consul", "envoy", "foreign"]),
    ("lawmaker", &["congressman", "congresswoman", "deputy", "mp", "representative", "senator"]),
    ("legislator", &["congressman", "congresswoman", "deputy", "mp", "representative", "senator"]),
    ("prosecutor", &["attorney"]),
];

/// Those who speak for a body that need not be named again.
const VOICES: [&str; 4] = ["spokesman", "spokesperson", "spokespeople", "spokeswoman"];

/// The source that a description without a name stands for, where the article named or described it before.
pub(super) fn antecedent(document: &Document, told: &Told<'_>, all: &[Told<'_>]) -> Option<Named> {
    let [speaker] = &told.attribution.speakers[..] else { return None };
    let [source] = document.spans(&told.attribution.source)[..] else { return None };
    if speaker.kind != SpeakerKind::Unnamed || speaker.name.contains(char::is_uppercase) {
        return None;
    }
    let said = words(document.text.slice(source));
    let before = all.iter().filter(|other| {
        document.spans(&other.attribution.source).first().is_some_and(|earlier| earlier.start() < source.start())
    });
    match &said[..] {
        [article, noun] if article == "the" => {
            described(&document.text.as_str()[..source.start()], noun).or_else(|| introduced(document, before, noun))
        }
        [article, voice] if matches!(article.as_str(), "a" | "an") && VOICES.contains(&voice.as_str()) => {
            last_body(before)
        }
        _ => None,
    }
}

/// The last 'a … official' of a text.
fn described(text: &str, noun: &str) -> Option<Named> {
    let clauses = text.rsplit(['.', ',', ';', ':', '\n', '“', '”', '"', '(', ')']);
    let phrase = |clause: &str| {
        let written: Vec<&str> = clause.split_whitespace().collect();
        let at = written.iter().rposition(|word| word.to_lowercase() == noun)?;
        let from =
            written[..at].iter().rposition(|word| matches!(word.to_lowercase().as_str(), "a" | "an" | "another"))?;
        let between = at - from - 1;
        (1..=BETWEEN).contains(&between).then(|| written[from + 1..=at].join(" "))
    };
    let name = clauses.filter_map(phrase).next()?;
    Some(Named { name, kind: SpeakerKind::Unnamed })
}

/// The last person whom the article introduced by the noun, or by what the noun may stand for.
fn introduced<'t, 'r: 't>(
    document: &Document,
    before: impl Iterator<Item = &'t Told<'r>>,
    noun: &str,
) -> Option<Named> {
    let called = CALLED.binary_search_by_key(&noun, |(noun, _)| noun).map_or(&[][..], |at| CALLED[at].1);
    let is_so = |word: &String| word == noun || called.contains(&word.as_str());
    let mut people = before.filter_map(|other| {
        let [person] = &other.attribution.speakers[..] else { return None };
        let [source] = document.spans(&other.attribution.source)[..] else { return None };
        let fits = person.kind == SpeakerKind::Person && words(document.text.slice(source)).iter().any(is_so);
        fits.then(|| (source.start(), Named::of(person)))
    });
    let first = people.next()?;
    Some(people.fold(first, |best, next| if next.0 > best.0 { next } else { best }).1)
}

/// The body that was last given as a source.
fn last_body<'t, 'r: 't>(before: impl Iterator<Item = &'t Told<'r>>) -> Option<Named> {
    let bodies = before.filter_map(|other| {
        let [body] = &other.attribution.speakers[..] else { return None };
        let is_body = body.kind == SpeakerKind::Organisation && other.attribution.reported_by.is_empty();
        Some((other.attribution.source.first()?.0, is_body.then(|| Named::of(body))))
    });
    bodies.max_by_key(|(start, _)| *start)?.1
}
