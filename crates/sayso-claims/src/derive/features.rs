//! What an article says, with all that can be compared of it whatever else its story has.

use std::sync::{Arc, OnceLock};

use sayso_text::Span;

use crate::Document;
use crate::claim::{Content, Quantities, Quantity, Sequence, Stem};
use crate::decision::EffectiveDecisions;
use crate::mention::{ArticleMentions, Mention, article_mentions};
use crate::series::FigureContext;
use crate::words::stemmed;

/// A mention, and what is compared of it.
#[derive(Debug)]
pub(crate) struct MentionFeatures {
    pub(crate) mention: Mention,
    pub(crate) content: Content,
    pub(crate) sequence: Sequence,
    pub(crate) measured: Quantities,
    contexts: OnceLock<Vec<FigureContext>>,
    stemmed: OnceLock<Vec<(Span, Stem)>>,
}

/// The mentions of an article.
#[derive(Clone, Debug)]
pub(crate) struct ArticleFeatures {
    /// Those that make claims, in order of place.
    pub(super) attributed: Vec<Arc<MentionFeatures>>,
    /// What the article states as its own, likewise.
    pub(super) own: Vec<Arc<MentionFeatures>>,
}

impl MentionFeatures {
    fn of(document: &Document, mention: Mention) -> Self {
        let words = document.text.slice(mention.span);
        let (content, measured) = (Content::of(words), Quantities::of(&mention));
        let (contexts, stemmed) = (OnceLock::new(), OnceLock::new());
        Self { content, sequence: Sequence::of(words), measured, mention, contexts, stemmed }
    }

    /// What stands around each of the figures that are compared.
    pub(crate) fn contexts(&self, document: &Document) -> &[FigureContext] {
        let contexts = |quantity: &Quantity| FigureContext::of(document, &self.mention, quantity.index);
        self.contexts.get_or_init(|| self.measured.quantities.iter().map(contexts).collect())
    }

    /// The words, as written, that have one of some stems, each once, with the first place of each.
    pub(super) fn words_with<'d>(&self, document: &'d Document, stems: &[Stem]) -> Vec<(&'d str, Span)> {
        let read = || {
            let stemmed = stemmed(document.text.slice(self.mention.span)).into_iter();
            stemmed.filter_map(|(word, stem)| Some((document.text.span_of(word)?, Stem::of(&stem)))).collect()
        };
        let mut found: Vec<(&str, Span)> = Vec::new();
        for (at, stem) in self.stemmed.get_or_init(read) {
            let word = document.text.slice(*at);
            if stems.contains(stem) && !found.iter().any(|(known, _)| *known == word) {
                found.push((word, *at));
            }
        }
        found
    }

    /// How many bytes it holds, more or less.
    fn weight(&self) -> usize {
        let mention = &self.mention;
        let names = mention.speakers.iter().chain(&mention.chain).map(|named| named.name.len());
        let listed = mention.via.iter().map(String::len).chain(names).map(|length| length + size_of::<String>());
        let contexts = self.contexts.get().map_or(0, |contexts| contexts.iter().map(FigureContext::weight).sum());
        let stemmed = self.stemmed.get().map_or(0, |stemmed| size_of_val(stemmed.as_slice()));
        let counted = mention.figures.len() * FIGURE;
        size_of::<Self>()
            + mention.id.len()
            + listed.sum::<usize>()
            + self.content.weight()
            + self.sequence.weight()
            + counted
            + contexts
            + stemmed
    }
}

impl ArticleFeatures {
    /// The mentions of a document as people's decisions leave them; where these leave it as it was read, what is known of
    /// it already.
    pub(super) fn of(document: &Document, effective: &EffectiveDecisions) -> Self {
        let read = Self::as_read(document);
        let ids = read.attributed.iter().chain(&read.own).map(|one| one.mention.id.as_str());
        if effective.leave(&document.id().to_string(), ids) {
            return read.clone();
        }
        Self::new(document, article_mentions(document, effective))
    }

    /// The mentions of a document as it was read.
    fn as_read(document: &Document) -> &Self {
        document.features(|| Self::new(document, article_mentions(document, &EffectiveDecisions::default())))
    }

    fn new(document: &Document, article_mentions: ArticleMentions) -> Self {
        let features = |mention: Mention| Arc::new(MentionFeatures::of(document, mention));
        Self {
            attributed: article_mentions.attributed.into_iter().map(features).collect(),
            own: article_mentions.own.into_iter().map(features).collect(),
        }
    }

    /// How many bytes it holds, more or less.
    pub(crate) fn weight(&self) -> usize {
        self.attributed.iter().chain(&self.own).map(|one| one.weight()).sum()
    }
}

/// The ids of the mentions that a document was read with.
pub(crate) fn mention_ids(document: &Document) -> impl Iterator<Item = String> {
    let read = ArticleFeatures::as_read(document);
    read.attributed.iter().chain(&read.own).map(|one| one.mention.id.clone())
}

/// Bytes of a figure with its unit and what is counted, as it stands in a mention and as it is compared.
const FIGURE: usize = 384;
