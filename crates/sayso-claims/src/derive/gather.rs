//! Gathering what is compared: every mention of a story with its content, its figures, its sources and its route.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use sayso_read::SpeakerKind;
use sayso_text::Span;

use super::copied::Copied;
use super::features::{ArticleFeatures, MentionFeatures};
use super::story_mention::StoryMention;
use super::{ways, wire};
use crate::Document;
use crate::claim::{StemWeights, Weighed};
use crate::decision::EffectiveDecisions;
use crate::entity::{Entities, EntityId, is_everywhere};
use crate::mention::{Mention, Named};
use crate::origin::Outlets;
use crate::words::words;

/// What is gathered.
pub(super) struct Gathered {
    /// The mentions that make claims first, then what articles state as their own.
    pub(super) places: Vec<StoryMention>,
    /// How many of them make claims.
    pub(super) attributed: usize,
    pub(super) weights: StemWeights,
    pub(super) entities: Entities,
    pub(super) outlets: Outlets,
}

/// Gathers the mentions of a story's documents, as people's decisions leave them.
pub(super) fn gather(documents: &[&Document], copies: &[Copied], effective: &EffectiveDecisions) -> Gathered {
    let features = documents.iter().map(|document| ArticleFeatures::of(document, effective));
    let (attributed, own): (Vec<_>, Vec<_>) =
        features.map(|ArticleFeatures { attributed, own }| (attributed, own)).unzip();
    let numbered = |features: Vec<Vec<Arc<MentionFeatures>>>| -> Vec<(usize, Arc<MentionFeatures>)> {
        features.into_iter().enumerate().flat_map(|(index, of)| of.into_iter().map(move |one| (index, one))).collect()
    };
    let mut all = numbered(attributed);
    let attributed = all.len();
    let (entities, outlets) = (entities(documents, &all), outlets(documents, &all));
    let wired = wire::carried(documents, &all, &outlets);
    let weights = StemWeights::of(all.iter().map(|(_, one)| &one.content));
    all.extend(numbered(own));
    let gathering = Gathering::new(documents, copies, &entities, &outlets);
    let places = all.into_iter().enumerate().map(|(place, (index, one))| {
        let content = weights.weigh(&one.content);
        gathering.place(index, one, content, wired.get(&place))
    });
    let mut places: Vec<StoryMention> = places.collect();
    ways::carry_on(documents, &mut places[..attributed]);
    Gathered { places, attributed, weights, entities, outlets }
}

fn entities(documents: &[&Document], all: &[(usize, Arc<MentionFeatures>)]) -> Entities {
    let introduced = all.iter().flat_map(|(index, one)| {
        let mention = &one.mention;
        let source = mention.source.first().map_or("", |span| documents[*index].text.slice(*span));
        // A heading or a caption on a line before introduces nobody.
        let source = source.trim().rsplit('\n').next().unwrap_or_default();
        mention.speakers.iter().chain(&mention.chain).map(move |named| (named, source))
    });
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    Entities::new(introduced, &texts)
}

fn outlets(documents: &[&Document], all: &[(usize, Arc<MentionFeatures>)]) -> Outlets {
    let own = documents.iter().filter_map(|document| document.outlet());
    let called =
        all.iter().flat_map(|(_, one)| one.mention.via.iter().map(String::as_str)).filter(|name| name.contains(' '));
    let known = Outlets::new(own.clone());
    let new: Vec<&str> = called.filter(|name| known.named(name) == **name).collect();
    Outlets::new(own.chain(new))
}

/// A sentence, and the outlets that it names.
type NamedWithin = ((usize, Span), Vec<String>);

/// What a mention is placed among.
struct Gathering<'a> {
    documents: &'a [&'a Document],
    /// The copies by their articles.
    copies: HashMap<usize, &'a Copied>,
    entities: &'a Entities,
    outlets: &'a Outlets,
    /// The outlets that the sentence names which was looked at last: all its statements name them.
    named: RefCell<Option<NamedWithin>>,
    sources: RefCell<HashMap<Vec<EntityId>, usize>>,
}

impl<'a> Gathering<'a> {
    fn new(documents: &'a [&'a Document], copies: &'a [Copied], entities: &'a Entities, outlets: &'a Outlets) -> Self {
        let copies = copies.iter().rev().map(|copy| (copy.article, copy)).collect();
        Self { documents, copies, entities, outlets, named: RefCell::default(), sources: RefCell::default() }
    }

    /// `wired` is the outlet whose sentence it is.
    fn place(
        &self,
        document: usize,
        features: Arc<MentionFeatures>,
        content: Weighed,
        wired: Option<&String>,
    ) -> StoryMention {
        let mention = &features.mention;
        let copied = self.copies.get(&document).copied().filter(|copy| copy.has(mention.span));
        let whose = mention
            .speakers
            .iter()
            .filter(|named| !is_outlet(named, &mention.via) && !is_open(self.documents[document], mention, named));
        let mut entities: Vec<EntityId> = whose.filter_map(|named| self.entities.of(named)).collect();
        entities.sort_unstable();
        entities.dedup();
        StoryMention {
            document,
            content,
            stance: mention.stance,
            sources: self.number(&entities),
            entities,
            via: self.via(document, mention, copied, wired),
            copied: copied.is_some(),
            features,
        }
    }

    /// The outlets between the article and the source, nearest first.
    fn via(&self, document: usize, mention: &Mention, copied: Option<&Copied>, wired: Option<&String>) -> Vec<String> {
        let own = self.documents[document].outlet().unwrap_or_default();
        let original = copied.and_then(|copy| self.documents[copy.of].outlet()).map(str::to_owned);
        let original = original.or_else(|| wired.cloned());
        let mut via: Vec<String> = Vec::new();
        for name in original.into_iter().chain(mention.via.iter().map(|name| self.outlets.named(name))) {
            if !via.contains(&name) && !self.outlets.same(&name, own) {
                via.push(name);
            }
        }
        if mention.own {
            let named = self.named_in(document, mention.sentence);
            via.extend(named.into_iter().filter(|name| !self.outlets.same(name, own)));
        }
        via
    }

    /// The number of some entities: the same for the same ones.
    fn number(&self, entities: &[EntityId]) -> usize {
        let mut known = self.sources.borrow_mut();
        let next = known.len();
        *known.entry(entities.to_vec()).or_insert(next)
    }

    /// The outlets that a sentence of a document names.
    fn named_in(&self, document: usize, sentence: Span) -> Vec<String> {
        let mut known = self.named.borrow_mut();
        match &*known {
            Some((place, named)) if *place == (document, sentence) => named.clone(),
            _ => {
                let named = self.outlets.within(self.documents[document].text.slice(sentence));
                known.insert(((document, sentence), named)).1.clone()
            }
        }
    }
}

/// An outlet that reports is not whose claim it is.
fn is_outlet(named: &Named, via: &[String]) -> bool {
    via.contains(&named.name)
}

/// 'The diplomat', 'the company', 'its operator': a description that points at somebody named elsewhere. A body that is
/// described by more than a word is told by that: "the seafarers' union".
fn is_open(document: &Document, mention: &Mention, named: &Named) -> bool {
    let source = mention.source.first().map_or("", |span| document.text.slice(*span));
    let first = source.split_whitespace().next().unwrap_or_default().to_lowercase();
    let proper = named.name.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    let name = words(&named.name);
    let is_told = is_everywhere(&name) || first == "the" && name.len() > 1 && named.kind == SpeakerKind::Organisation;
    !proper && document.language.speakers.definite.contains(&first) && !is_told
}
