//! Facts in sentences, by the templates of the language.

use jiff::tz::TimeZone;
use sayso_claims::Document;
use sayso_claims::record::At;

use crate::fact::{Appearance, Fact, FactForm, SeriesPosition};
use crate::quoted::inside;
use crate::sentence::{Sentence, SentenceKind};
use crate::vocabulary::english;

/// The sentence of a fact.
pub(crate) fn sentence(fact: &Fact) -> Sentence {
    Sentence { text: text(&fact.told), kind: fact.kind, claims: fact.claims.clone(), footnotes: fact.notes.clone() }
}

/// With a capital at its head: a sentence may begin with a speaker who is told as 'coach Elena Brandt'.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn text(told: &FactForm) -> String {
    let known = &english().sentences;
    match told {
        FactForm::Said { speaker, words, place, also } => filled(
            &known.said,
            // no words of a language: places of a template
            &[("speaker", &capital(speaker)), ("words", words), ("place", &placed(place)), ("also", &also_in(also))],
        ),
        FactForm::Quoted { words, place, also } => {
            filled(&known.quoted, &[("place", &placed(place)), ("words", words), ("also", &also_in(also))])
        }
        FactForm::OneSource { speaker, words, outlets } => {
            filled(&known.one_source, &[("outlets", &listed(outlets)), ("speaker", speaker), ("words", words)])
        }
        FactForm::Figure { speaker, words, place, turn } => {
            let template = match turn {
                SeriesPosition::First => &known.figure_first,
                SeriesPosition::Later => &known.figure_later,
            };
            filled(template, &[("speaker", speaker), ("place", &placed(place)), ("words", words)])
        }
        FactForm::Changed { place, before, after } => {
            let (template, before, after) = match (before, after) {
                (Some(before), Some(after)) => (&known.changed, before.as_str(), after.as_str()),
                (Some(before), None) => (&known.taken_out, before.as_str(), ""),
                (None, after) => (&known.added, "", after.as_deref().unwrap_or("")),
            };
            filled(template, &[("place", &placed(place)), ("before", before), ("after", after)])
        }
    }
}

/// The head under which sentences of a kind stand.
#[must_use]
pub fn head(kind: SentenceKind) -> &'static str {
    let heads = &english().sentences.heads;
    match kind {
        SentenceKind::Claimed => &heads.claimed,
        SentenceKind::Disputed => &heads.disputed,
        SentenceKind::Declined => &heads.declined,
        SentenceKind::Figure => &heads.figure,
        SentenceKind::Corrected => &heads.corrected,
        SentenceKind::Silent => &heads.silent,
        SentenceKind::OneSource => &heads.one_source,
    }
}

/// Sentences by their kinds, in order, each with the number of its first footnote; footnotes are counted from 1.
#[must_use]
pub fn sections(sentences: &[Sentence]) -> Vec<(SentenceKind, Vec<(usize, &Sentence)>)> {
    let mut sections: Vec<(SentenceKind, Vec<(usize, &Sentence)>)> = Vec::new();
    let mut number = 1;
    for sentence in sentences {
        match sections.last_mut() {
            Some((kind, told)) if *kind == sentence.kind => told.push((number, sentence)),
            _ => sections.push((sentence.kind, vec![(number, sentence)])),
        }
        number += sentence.footnotes.len();
    }
    sections
}

/// A footnote: where and when the passage stands, and its words.
#[must_use]
pub fn cited(note: &At, documents: &[Document]) -> String {
    let Some(document) = documents.iter().find(|document| *document.id() == note.article) else {
        return note.article.to_string();
    };
    let words = document.text.span_of_code_points(note.start, note.end).map_or("", |span| document.text.slice(span));
    let day = document.published.map(|at| TimeZone::UTC.to_datetime(at).date());
    let place = placed(&Appearance { outlet: document.outlet().map(str::to_owned), day });
    filled(&english().sentences.quoted, &[("place", &place), ("words", &inside(words))])
}

fn also_in(outlets: &[String]) -> String {
    if outlets.is_empty() { String::new() } else { filled(&english().sentences.also, &[("outlets", &listed(outlets))]) }
}

fn placed(place: &Appearance) -> String {
    let known = &english().sentences;
    let outlet = place.outlet.as_deref().unwrap_or(&known.no_outlet);
    match place.day {
        Some(day) => filled(&known.place, &[("outlet", outlet), ("day", &day.strftime(&known.day).to_string())]),
        None => outlet.to_owned(),
    }
}

fn listed(all: &[String]) -> String {
    match all.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{}{}{last}", others.join(", "), english().sentences.and),
    }
}

/// A template with its places filled; what is put in is not looked at again, whatever braces it has.
fn filled(template: &str, parts: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, behind)) = behind.split_once('}') else { break };
        out.push_str(before);
        out.push_str(parts.iter().find(|(known, _)| *known == name).map_or("", |(_, part)| part));
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_not_looked_at_again() {
        assert_eq!(filled("{a}: {b}", &[("a", "{b}"), ("b", "x")]), "{b}: x");
        assert_eq!(filled("{a", &[("a", "x")]), "{a");
    }

    #[test]
    fn outlets_are_listed() {
        let outlets = |names: &[&str]| listed(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!((outlets(&["A"]), outlets(&["A", "B", "C"])), ("A".to_owned(), "A, B and C".to_owned()));
    }
}
