//! 'He' and 'she' are people: where a reading traces them to what the article calls a group, the person before is meant, or
//! nobody.

use std::cell::OnceCell;

use super::antecedent::Antecedents;
use super::data::Named;
use super::told::{Attributions, Told};
use crate::Document;
use crate::vocabulary::english;
use crate::work;

/// Sets the speaker of an attribution right whose source is such a pronoun.
pub(super) fn set_right(
    speakers: &mut Vec<Named>,
    told: &Told<'_>,
    all: &Attributions<'_>,
    known: &OnceCell<Antecedents>,
) {
    let ([one], [source]) = (&speakers[..], &told.source[..]) else { return };
    let document = all.document;
    let pronoun = document.text.slice(*source).to_lowercase();
    if document.language.mention.persons_pronouns.contains(&pronoun) && is_group(document, &one.name) {
        let person = known.get_or_init(|| Antecedents::of(all)).last_person(all, source.start(), &|named: &Named| {
            named.name != one.name && !is_group(document, &named.name)
        });
        *speakers = person.into_iter().collect();
    }
}

/// Whether the article calls a name a group's: 'the militant group Harun Del'.
fn is_group(document: &Document, name: &str) -> bool {
    let text = document.text.as_str();
    let mut places = work::each(text.match_indices(name)).map(|(at, _)| &text[..at]);
    places.any(|before| {
        let before = before.trim_end().rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        english().entity.bodies.contains(&before.to_lowercase())
    })
}
