//! Mentions: the places where an article has a claim, with whose it is there and how it came.
//!
//! An attribution of a reading is not yet one: what a source passes on is the inner source's (`relay`), a quotation may
//! state several things (`clause`), and the words to show differ for what is said and for what is refused (`place`).

mod antecedent;
mod citation;
mod clause;
mod decided;
mod described;
mod inner;
mod negated;
mod place;
mod relay;
mod tail;
mod told;
mod unsourced;
mod verb;

use sayso_read::record::FigureRecord;
use sayso_read::{Certainty, QuoteType, SpeakerKind, Stance};
use sayso_text::Span;
use sha2::{Digest, Sha256};

use crate::Document;
use crate::decision::Decided;
use crate::words::words;

pub use decided::{Standing, standing};
use told::{Attributions, Told};
use unsourced::statements;
pub(crate) use verb::has_verb;

/// One place where an article has a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Derived from the article and the place where it was read, or from the decision that added it: it never changes.
    pub id: String,
    /// The words that hold it.
    pub span: Span,
    /// The sentence or the part of a quotation that they were cut from.
    pub sentence: Span,
    /// Index of its attribution in the document's record; none where the reading has none.
    pub attribution: Option<usize>,
    /// Whether the article states it as its own.
    pub own: bool,
    /// Whose it is, by the names of this article; empty where nobody is named.
    pub speakers: Vec<Named>,
    /// The words that name the source, the nearest to the claim where several pass it on.
    pub source: Vec<Span>,
    /// The words that attribute it.
    pub cue: Vec<Span>,
    /// Those who pass it on, nearest to the claim first; outlets are under `via`.
    pub chain: Vec<Named>,
    /// The outlets between the article and the source, nearest to the article first.
    pub via: Vec<String>,
    /// What the source does with it.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// What it counts, in order of place.
    pub figures: Vec<Stated>,
    /// What people decided about it.
    pub decided: Vec<Decided>,
}

/// A figure of a mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Index into the figures of the document's record; none where the reading missed it.
    pub read: Option<usize>,
    /// As it is meant here, which a person may have set right.
    pub is: FigureRecord,
}

/// A name and what sort of source it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name, or the description.
    pub name: String,
    /// What sort.
    pub kind: SpeakerKind,
}

/// The mentions of a document, in order of place.
#[must_use]
pub fn mentions(document: &Document) -> Vec<Mention> {
    let all = Attributions::of(document);
    let mut mentions: Vec<Mention> = all
        .all
        .iter()
        .filter(|one| one.is_claim() && !citation::is_citation(document, one) && !relay::is_relay(one, &all))
        .flat_map(|one| all.mentions(one))
        .collect();
    mentions.sort_by_key(|mention| (mention.span, mention.attribution));
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}

impl<'r> Attributions<'r> {
    /// What an attribution states, each thing a mention.
    fn mentions(&self, told: &Told<'r>) -> Vec<Mention> {
        let (document, attribution) = (self.document, told.attribution);
        let cited = citation::cited(told, self);
        let mut content = cited.as_ref().map_or_else(|| told.content.clone(), |cited| cited.content.clone());
        let (mut chain, mut via) = relay::passed_on(told, self);
        let mut speakers: Vec<Named> = attribution.speakers.iter().map(Named::of).collect();
        let mut source = told.source.clone();
        if let Some(cited) = cited.filter(|cited| cited.source.is_some()) {
            source = cited.source.into_iter().collect();
            speakers = cited.speaker.into_iter().collect();
        }
        if let Some(meant) = antecedent::antecedent(told, self) {
            speakers = vec![meant];
        }
        if let Some(inner) = inner::inner(told, self) {
            chain.splice(0..0, std::mem::replace(&mut speakers, vec![inner.speaker]));
            source = vec![inner.source];
            content = vec![inner.content];
        }
        via.retain(|outlet| !outlet.is_empty());
        let cue = &told.cue;
        clause::clauses(document, &content)
            .into_iter()
            .filter_map(|clause| Some((place::shown(document, attribution, cue, clause.span)?, clause.sentence)))
            .filter(|(span, _)| !is_condition(document, *span))
            .filter(|(span, _)| {
                attribution.quote_type == QuoteType::Direct || !is_bare_word(document.text.slice(*span))
            })
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
                stance: negated::stance(document, span, attribution.stance),
                certainty: attribution.certainty,
                figures: figures_in(document, span),
                decided: Vec::new(),
            })
            .collect()
    }
}

impl Named {
    fn of(speaker: &sayso_read::record::SpeakerRecord) -> Self {
        Self { name: speaker.name.clone(), kind: speaker.kind }
    }
}

/// Whether a source only says how it is to be named: 'asked not to be identified'.
fn is_condition(document: &Document, content: Span) -> bool {
    let said = words(document.text.slice(content));
    let opening = || said.iter().map(String::as_str).skip_while(|word| *word == "that");
    let begins = |condition: &str| opening().take(condition.split(' ').count()).eq(condition.split(' '));
    document.language.mention.conditions.iter().any(begins)
}

/// Whether a content that is not quoted is one word: 'dismissed allegations' states nothing that can be followed.
fn is_bare_word(content: &str) -> bool {
    !content.trim().contains(char::is_whitespace)
}

/// The id of what a reading has at a place.
fn id(document: &Document, span: Span) -> String {
    let (start, end) = document.text.code_points(span);
    let hash = Sha256::digest(format!("{}\n{start}\n{end}", document.id()).as_bytes());
    format!("c{}", hash[..ID_BYTES].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Bytes of the hash that a mention's id keeps: short enough to type; two of a million collide with one chance in two.
const ID_BYTES: usize = 5;

/// The figures of the reading that stand in a span.
fn figures_in(document: &Document, span: Span) -> Vec<Stated> {
    let stated = |index: usize| Stated { read: Some(index), is: document.entry.record.figures[index].clone() };
    document.placed.within(span).into_iter().map(stated).collect()
}
