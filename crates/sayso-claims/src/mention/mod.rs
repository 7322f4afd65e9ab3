//! Mentions: the places where an article has a claim, with whose it is there and how it came.
//!
//! An attribution of a reading is not yet one: what a source passes on is the inner source's (`relay`), a quotation may
//! state several things, which the reading says.

mod antecedent;
mod citation;
mod data;
mod decided;
mod described;
mod inner;
mod located;
mod names;
mod pronoun;
mod relay;
mod speakers;
mod unsourced;
mod via;

use std::cell::OnceCell;

use antecedent::Antecedents;
use inner::Openings;
use names::NameKnowledge;
use sayso_text::Span;

use crate::Document;

pub use data::{Mention, Named, SHORTEST_ID, Stated, is_shortened, short_form};
use data::{figures_in, id};
pub use decided::{ArticleMentions, article_mentions};
use located::{Attributions, LocatedAttribution};

/// The mentions of a document, in order of place.
#[must_use]
pub fn mentions(document: &Document) -> Vec<Mention> {
    let (all, lookups) = (Attributions::of(document), Lookups::default());
    let mut mentions: Vec<Mention> = all
        .all
        .iter()
        .filter(|one| one.is_claim() && !citation::is_citation(document, one) && !relay::is_relay(one, &all))
        .flat_map(|one| all.mentions(one, &lookups))
        .collect();
    mentions.sort_by_key(|mention| (mention.span, mention.attribution));
    mentions.dedup_by_key(|mention| mention.span);
    via::carry_on(document, &mut mentions);
    mentions
}

/// What is found out once an article, when an attribution first asks for it.
#[derive(Default)]
struct Lookups {
    antecedents: OnceCell<Antecedents>,
    openings: OnceCell<Openings>,
    names: NameKnowledge,
}

impl<'r> Attributions<'r> {
    /// What an attribution states, each thing a mention.
    fn mentions(&self, told: &LocatedAttribution<'r>, lookups: &Lookups) -> Vec<Mention> {
        let document = self.document;
        let cited = citation::cited(told, self);
        // What another source states begins later than the content that passes it on.
        let mut from = cited.as_ref().and_then(|cited| cited.from).unwrap_or_default();
        let (mut chain, mut via) = relay::passed_on(told, self);
        let mut speakers = speakers::speakers(told, document, &lookups.names);
        pronoun::set_right(&mut speakers, told, self, &lookups.antecedents, &lookups.names);
        let mut source = told.source.clone();
        if let Some(cited) = cited.filter(|cited| cited.source.is_some()) {
            source = cited.source.into_iter().collect();
            speakers = cited.speaker.into_iter().collect();
        }
        if let Some(meant) = antecedent::antecedent(told, self, &lookups.antecedents) {
            speakers = vec![meant];
        }
        if let Some(inner) = inner::inner(told, self, &lookups.openings) {
            chain.splice(0..0, std::mem::replace(&mut speakers, vec![inner.speaker]));
            source = vec![inner.source];
            from = inner.from;
        }
        via.retain(|outlet| !outlet.is_empty());
        // Where nobody is named the article says it itself.
        if speakers.is_empty() {
            return Vec::new();
        }
        let statements = &document.stated().attributed[told.index];
        let stated = statements.iter().filter_map(|one| Some((behind(document, one.span, from)?, one)));
        stated
            .map(|(span, statement)| Mention {
                id: id(document, span),
                span,
                sentence: statement.sentence,
                attribution: Some(told.index),
                own: false,
                speakers: speakers.clone(),
                source: source.clone(),
                cue: told.cue.clone(),
                chain: chain.clone(),
                via: via.clone(),
                stance: statement.stance,
                certainty: told.attribution.certainty,
                negated: statement.negated,
                finite: statement.finite,
                figures: figures_in(document, span),
                decided: Vec::new(),
            })
            .collect()
    }
}

/// The part of a span from a byte on; none where nothing is left.
fn behind(document: &Document, span: Span, from: usize) -> Option<Span> {
    document.text.span(span.start().max(from), span.end()).filter(|span| !span.is_empty())
}
