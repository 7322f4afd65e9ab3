//! Mentions: the places where an article has a claim, with whose it is there and how it came.
//!
//! An attribution of a reading is not yet one: what a source passes on is the inner source's (`relay`), a quotation may
//! state several things (`clause`), and the words to show differ for what is said and for what is refused (`place`).

mod answer;
mod antecedent;
mod citation;
mod clause;
mod data;
mod decided;
mod described;
mod end;
mod inner;
mod located;
mod names;
mod place;
mod pronoun;
mod relay;
mod speakers;
mod tail;
mod unsourced;
mod verb;
mod via;

use std::cell::OnceCell;

use antecedent::Antecedents;
use inner::Openings;
use names::NameKnowledge;
use sayso_read::record::AttributionRecord;
use sayso_read::{QuoteType, Stance};
use sayso_text::Span;

use crate::Document;
use crate::words::words;

pub use data::{Mention, Named, SHORTEST_ID, Stated, is_shortened, short_form};
use data::{figures_in, id};
pub use decided::{ArticleMentions, article_mentions};
use located::{Attributions, LocatedAttribution};
pub(crate) use verb::has_verb;

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
        let (document, attribution) = (self.document, told.attribution);
        let cited = citation::cited(told, self);
        let mut content = cited.as_ref().map_or_else(|| told.content.clone(), |cited| cited.content.clone());
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
            content = vec![inner.content];
        }
        via.retain(|outlet| !outlet.is_empty());
        // Where nobody is named the article says it itself.
        if speakers.is_empty() {
            return Vec::new();
        }
        let cue = &told.cue;
        clause::clauses(document, &content)
            .into_iter()
            .filter_map(|clause| Some((place::shown(document, attribution, cue, clause.span)?, clause.sentence)))
            .map(|(span, sentence)| (end::whole(document, span, told), sentence))
            .filter(|(span, _)| !is_condition(document, *span))
            .filter(|(span, _)| !is_fragment(document, *span, attribution))
            .map(|(span, sentence)| Mention {
                id: id(document, span),
                span,
                sentence,
                attribution: Some(told.index),
                own: false,
                speakers: speakers.clone(),
                source: source.clone(),
                cue: cue.clone(),
                chain: chain.clone(),
                via: via.clone(),
                stance: answer::stance(document, span, attribution.stance),
                certainty: attribution.certainty,
                figures: figures_in(document, span),
                decided: Vec::new(),
            })
            .collect()
    }
}

/// Whether a source only says how it is to be named: 'asked not to be identified'.
fn is_condition(document: &Document, content: Span) -> bool {
    let said = words(document.text.slice(content));
    let opening = || said.iter().map(String::as_str).skip_while(|word| *word == "that");
    let begins = |condition: &str| opening().take(condition.split(' ').count()).eq(condition.split(' '));
    document.language.mention.conditions.iter().any(begins)
}

/// Whether a content is a few words that state nothing which can be followed: 'dismissed allegations', 'the death', 'It is
/// that simple.' A denial may be as short as it likes.
fn is_fragment(document: &Document, span: Span, attribution: &AttributionRecord) -> bool {
    let content = document.text.slice(span);
    let few = content.split_whitespace().count() < FEWEST_WORDS;
    let says_no = matches!(attribution.stance, Stance::Denies | Stance::Declines);
    let is_quoted = attribution.quote_type == QuoteType::Direct;
    let stands = says_no || !is_quoted && has_verb(content, document.language);
    few && !stands && !content.contains(|letter: char| letter.is_ascii_digit())
}

/// Words of a content from which it says something; of shorter ones in real coverage one in thirteen did.
const FEWEST_WORDS: usize = 4;
