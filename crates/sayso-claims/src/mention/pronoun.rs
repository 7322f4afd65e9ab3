//! 'He' and 'she' are people: where a reading traces them to what the article calls a group, the person before is meant, or
//! nobody.

use std::cell::OnceCell;

use super::antecedent::Antecedents;
use super::data::Named;
use super::located::{Attributions, LocatedAttribution};
use super::names::NameKnowledge;

/// Sets the speaker of an attribution right whose source is such a pronoun.
pub(super) fn set_right(
    speakers: &mut Vec<Named>,
    told: &LocatedAttribution<'_>,
    all: &Attributions<'_>,
    known: &OnceCell<Antecedents>,
    names: &NameKnowledge,
) {
    let ([one], [source]) = (&speakers[..], &told.source[..]) else { return };
    let document = all.document;
    let pronoun = document.text.slice(*source).to_lowercase();
    if document.language.mention.persons_pronouns.contains(&pronoun) && names.is_group(document, &one.name) {
        let person = known.get_or_init(|| Antecedents::of(all)).last_person(all, source.start(), &|named: &Named| {
            named.name != one.name && !names.is_group(document, &named.name)
        });
        *speakers = person.into_iter().collect();
    }
}
