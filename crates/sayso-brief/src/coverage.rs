//! A story's record joined with its documents: who says what where, by spans of the texts.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;
use sayso_claims::Document;
use sayso_claims::record::{ArticleRecord, At, Claim, ClaimMention, StoryRecord};
use sayso_read::QuoteType;
use sayso_read::record::{AttributionRecord, Offsets};
use sayso_text::{Span, Text};

use crate::fact::Appearance;
use crate::names::names;
use crate::standing::names_in;
use crate::terms::{plain, words};
use crate::vocabulary::of_article;

/// A story with the texts of its articles.
pub(crate) struct Coverage<'s> {
    pub(crate) story: &'s StoryRecord,
    /// In order of publication; those without a text are left out.
    pub(crate) articles: Vec<CoveredArticle<'s>>,
}

/// An article with what is said in it.
pub(crate) struct CoveredArticle<'s> {
    pub(crate) document: &'s Document,
    pub(crate) record: &'s ArticleRecord,
    /// Whether a later version replaces it.
    pub(crate) is_replaced: bool,
    /// Its sentences outside the furniture, in order.
    pub(crate) sentences: Vec<Span>,
    /// The words that it writes as names, in small letters.
    pub(crate) names: HashSet<String>,
    /// In order of place.
    pub(crate) statements: Vec<Statement>,
}

/// A claim where an article has it from a source.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// Which of the story's claims.
    pub(crate) claim: usize,
    /// What is claimed.
    pub(crate) words: Span,
    /// The least that shows it: source, cue and content, and what stands between.
    pub(crate) whole: Span,
    /// Where the source is named.
    pub(crate) source: Option<Span>,
    /// Whom a passage must name to show it: whoever speaks, where the words that attribute have a pronoun alone; none where
    /// they tell enough.
    pub(crate) must_name: Option<Vec<String>>,
    /// Which attribution of the reading it comes from.
    pub(crate) attribution: usize,
    /// Whether the article has it from another outlet.
    pub(crate) is_relayed: bool,
    /// Whether the words are quoted.
    pub(crate) is_direct: bool,
    /// How likely the attribution is right.
    pub(crate) confidence: f64,
}

impl<'s> Coverage<'s> {
    pub(crate) fn new(story: &'s StoryRecord, documents: &'s [Document]) -> Self {
        let by_id: HashMap<String, &Document> =
            documents.iter().map(|document| (document.id().to_string(), document)).collect();
        let replaced: HashSet<String> =
            story.articles.iter().filter_map(|article| Some(article.replaces.as_ref()?.to_string())).collect();
        let mut mentions: HashMap<String, Vec<(usize, &ClaimMention)>> = HashMap::new();
        for (index, claim) in story.claims.iter().enumerate() {
            for mention in &claim.mentions {
                mentions.entry(mention.article.to_string()).or_default().push((index, mention));
            }
        }
        let article = |record: &'s ArticleRecord| {
            let id = record.id.to_string();
            let document = *by_id.get(&id)?;
            let here = mentions.get(&id).map_or(&[][..], Vec::as_slice);
            Some(CoveredArticle::new(document, record, replaced.contains(&id), here, &story.claims))
        };
        Self { story, articles: story.articles.iter().filter_map(article).collect() }
    }

    pub(crate) fn claim(&self, index: usize) -> &'s Claim {
        &self.story.claims[index]
    }
}

impl<'s> CoveredArticle<'s> {
    fn new(
        document: &'s Document,
        record: &'s ArticleRecord,
        is_replaced: bool,
        mentions: &[(usize, &ClaimMention)],
        claims: &[Claim],
    ) -> Self {
        let known = &of_article(document).standing;
        let sentences = document.stated().sentences.clone();
        let attributions: HashMap<&str, (usize, &AttributionRecord)> = document
            .entry
            .record
            .attributions
            .iter()
            .enumerate()
            .map(|(place, attribution)| (attribution.id.as_str(), (place, attribution)))
            .collect();
        let statement = |(claim, mention): &(usize, &ClaimMention)| {
            let (place, attribution) = *attributions.get(mention.attribution.as_deref()?)?;
            let mut statement = Statement::new(&document.text, *claim, mention, place, attribution)?;
            let source = statement.source.map_or("", |source| document.text.slice(source));
            let points =
                |word: &String| [&known.personal, &known.own, &known.loose].iter().any(|all| all.contains(word));
            let tells = words(source).map(plain).any(|word| !points(&word));
            statement.must_name = (!tells).then(|| claims[*claim].speakers.clone());
            Some(statement)
        };
        let mut statements: Vec<Statement> = mentions.iter().filter_map(statement).collect();
        statements.sort_by_key(|one| (one.words.start(), one.words.end(), one.claim));
        let names = names_in(sentences.iter().map(|sentence| document.text.slice(*sentence)));
        Self { document, record, is_replaced, sentences, names, statements }
    }

    /// Where and when it stands.
    pub(crate) fn place(&self) -> Appearance {
        let day = self.document.published.map(|at| TimeZone::UTC.to_datetime(at).date());
        Appearance { outlet: self.record.publisher.clone(), day }
    }

    /// A passage of it as a footnote.
    pub(crate) fn note(&self, passage: Span) -> At {
        let (start, end) = self.document.text.code_points(passage);
        At { article: self.record.id.clone(), start, end }
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: Span) -> &'s str {
        self.document.text.slice(span)
    }
}

impl Statement {
    /// Whether a passage shows who speaks.
    pub(crate) fn is_told_by(&self, passage: &str) -> bool {
        self.must_name.as_ref().is_none_or(|speakers| speakers.iter().any(|speaker| names(passage, speaker)))
    }

    fn new(
        text: &Text,
        claim: usize,
        mention: &ClaimMention,
        attribution: usize,
        read: &AttributionRecord,
    ) -> Option<Self> {
        // What an article states as its own nobody claims.
        mention.cue.as_ref()?;
        let words = text.span_of_code_points(mention.start, mention.end)?;
        let nearest = |places: &[Offsets]| {
            let spans = places.iter().filter_map(|(start, end)| text.span_of_code_points(*start, *end));
            spans.min_by_key(|span| distance(words, *span))
        };
        let source = nearest(&mention.source_at);
        let cue = nearest(&read.cue);
        let whole = source.into_iter().chain(cue).fold(words, Span::to);
        let is_direct = read.quote_type == QuoteType::Direct;
        let (must_name, is_relayed) = (None, !mention.via.is_empty());
        let confidence = read.confidence;
        Some(Self { claim, words, whole, source, must_name, attribution, is_relayed, is_direct, confidence })
    }
}

fn distance(one: Span, other: Span) -> usize {
    one.start().saturating_sub(other.end()).max(other.start().saturating_sub(one.end()))
}
