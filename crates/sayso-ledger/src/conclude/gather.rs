//! Gathering what is compared: every mention of a story with its content, its figures, its sources and its route.

use super::{Copied, Place};
use crate::Document;
use crate::claim::{Content, Measured};
use crate::mention::{Mention, Named, mentions, statements};
use crate::origin::Outlets;
use crate::party::{Parties, PartyId, is_everywhere};
use crate::words::words;

/// What is gathered.
pub(super) struct Gathered {
    /// The mentions told of a source first, then what articles state as their own.
    pub(super) places: Vec<Place>,
    /// How many of them are told of a source.
    pub(super) told: usize,
    pub(super) parties: Parties,
    pub(super) outlets: Outlets,
}

/// Gathers the mentions of a story's documents.
pub(super) fn gather(documents: &[&Document], copies: &[Copied]) -> Gathered {
    let told: Vec<Vec<Mention>> = documents.iter().map(|document| mentions(document)).collect();
    let unsourced: Vec<Vec<Mention>> =
        documents.iter().zip(&told).map(|(document, told)| statements(document, told)).collect();
    let numbered = |mentions: Vec<Vec<Mention>>| -> Vec<(usize, Mention)> {
        mentions.into_iter().enumerate().flat_map(|(index, of)| of.into_iter().map(move |one| (index, one))).collect()
    };
    let all = numbered(told);
    let told = all.len();
    let (parties, outlets) = (parties(documents, &all), outlets(documents, &all));
    let every = all.into_iter().chain(numbered(unsourced));
    let places = every.map(|(index, mention)| place(documents, copies, &parties, &outlets, index, mention)).collect();
    Gathered { places, told, parties, outlets }
}

fn parties(documents: &[&Document], all: &[(usize, Mention)]) -> Parties {
    let introduced = all.iter().flat_map(|(index, mention)| {
        let source = mention.source.first().map_or("", |span| documents[*index].text.slice(*span));
        mention.speakers.iter().chain(&mention.chain).map(move |named| (named, source))
    });
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    Parties::new(introduced, &texts)
}

fn outlets(documents: &[&Document], all: &[(usize, Mention)]) -> Outlets {
    let own = documents.iter().filter_map(|document| document.outlet());
    let called =
        all.iter().flat_map(|(_, mention)| mention.via.iter().map(String::as_str)).filter(|name| name.contains(' '));
    let known = Outlets::new(own.clone());
    let new: Vec<&str> = called.filter(|name| known.named(name) == **name).collect();
    Outlets::new(own.chain(new))
}

fn place(
    documents: &[&Document],
    copies: &[Copied],
    parties: &Parties,
    outlets: &Outlets,
    document: usize,
    mention: Mention,
) -> Place {
    let text = documents[document].text.slice(mention.span);
    let own = documents[document].outlet().unwrap_or_default();
    let mut via: Vec<String> = Vec::new();
    let copy = copies.iter().find(|copy| copy.article == document);
    let copied = copy.filter(|copy| {
        copy.carried.iter().any(|span| span.start() <= mention.span.start() && mention.span.end() <= span.end())
    });
    let original = copied.and_then(|copy| documents[copy.of].outlet());
    for name in original.into_iter().map(str::to_owned).chain(mention.via.iter().map(|name| outlets.named(name))) {
        if !via.contains(&name) && !outlets.same(&name, own) {
            via.push(name);
        }
    }
    if mention.attribution.is_none() {
        let sentence = documents[document].text.slice(mention.sentence);
        via.extend(outlets.within(sentence).into_iter().filter(|name| !outlets.same(name, own)));
    }
    let whose = mention
        .speakers
        .iter()
        .filter(|named| !is_outlet(named, &mention.via) && !is_open(documents[document], &mention, named));
    let mut ids: Vec<PartyId> = whose.filter_map(|named| parties.of(named)).collect();
    ids.sort_unstable();
    ids.dedup();
    Place {
        document,
        content: Content::of(text),
        measured: Measured::of(documents[document], &mention),
        parties: ids,
        via,
        copied: copied.is_some(),
        mention,
    }
}

/// An outlet that reports is not whose claim it is.
fn is_outlet(named: &Named, via: &[String]) -> bool {
    via.contains(&named.name)
}

/// 'The diplomat', 'the company', 'its operator': a description that points at somebody named elsewhere.
fn is_open(document: &Document, mention: &Mention, named: &Named) -> bool {
    let source = mention.source.first().map_or("", |span| document.text.slice(*span));
    let first = source.split_whitespace().next().unwrap_or_default().to_lowercase();
    let proper = named.name.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    !proper && DEFINITE.contains(&first.as_str()) && !is_everywhere(&words(&named.name))
}

/// Words that point at somebody known.
const DEFINITE: [&str; 12] = ["he", "her", "his", "it", "its", "she", "that", "the", "their", "they", "this", "who"];
