//! The mentions of a document as people's decisions leave them: with those that were missed, and as they were mended.

use sayso_read::record::{FigureRecord, Offsets};
use sayso_text::Span;

use super::data::{Mention, Stated, figures_in};
use super::mentions;
use super::unsourced::statements;
use crate::Document;
use crate::decision::{
    Added, Amended, AppliedChange, AppliedDecision, EffectiveDecisions, FigureRef, Figures, Reread, Set,
};

/// What an article has of claims.
#[derive(Clone, Debug)]
pub struct ArticleMentions {
    /// Mentions that make claims: those told of a source, and those that a person added or mended; in order of place.
    pub attributed: Vec<Mention>,
    /// What the article states as its own, which is a mention only of a claim that others make; in order of place.
    pub own: Vec<Mention>,
}

/// The mentions of a document. A statement that a person mended is told from then on, so that it is not lost from sight.
#[must_use]
pub fn article_mentions(document: &Document, effective: &EffectiveDecisions) -> ArticleMentions {
    let added = effective.marked(&document.id().to_string()).iter();
    let mut attributed = mentions(document);
    attributed.extend(added.filter_map(|added| marked(document, added)));
    let before = attributed.clone();
    attributed.iter_mut().for_each(|mention| mend(document, mention, effective));
    let taken: Vec<Mention> = before.into_iter().chain(attributed.iter().cloned()).collect();
    let is_mended = |mention: &Mention| effective.mended(&mention.id).is_some();
    let (mut mended, own): (Vec<_>, Vec<_>) = statements(document, &taken).into_iter().partition(is_mended);
    mended.iter_mut().for_each(|mention| mend(document, mention, effective));
    attributed.extend(mended);
    attributed.sort_by(|a, b| (a.span, a.attribution, &a.id).cmp(&(b.span, b.attribution, &b.id)));
    ArticleMentions { attributed, own }
}

/// A claim that was missed; none where its words lie outside the text.
fn marked(document: &Document, added: &Added) -> Option<Mention> {
    let marked = &added.marked;
    let span = words_at(document, marked.words)?;
    let words = document.text.slice(span);
    Some(Mention {
        id: added.id.clone(),
        span,
        sentence: span,
        attribution: None,
        own: marked.speakers.is_empty(),
        speakers: marked.speakers.iter().map(|speaker| speaker.named(document)).collect(),
        source: marked.source.and_then(|source| words_at(document, source)).into_iter().collect(),
        cue: marked.cue.and_then(|cue| words_at(document, cue)).into_iter().collect(),
        chain: Vec::new(),
        via: marked.via.clone(),
        stance: marked.stance,
        certainty: marked.certainty,
        negated: document.language.negates(words),
        finite: document.language.is_finite(words),
        figures: figures_in(document, span),
        decided: vec![AppliedDecision { by: added.by.clone(), change: AppliedChange::Added }],
    })
}

/// The span of some words that a person gave; none where it is empty or outside the text.
fn words_at(document: &Document, (start, end): Offsets) -> Option<Span> {
    document.text.span_of_code_points(start, end).filter(|span| !span.is_empty())
}

fn mend(document: &Document, mention: &mut Mention, effective: &EffectiveDecisions) {
    let Some(Amended { words, source, speakers, stance, certainty, figures, via }) = effective.mended(&mention.id)
    else {
        return;
    };
    let mut amendment = Bench { document, mention };
    amendment.set(words, |bench, words| bench.words(*words));
    amendment.set(source, |bench, source| bench.source(*source));
    amendment.set(speakers, |bench, speakers| {
        bench.mention.own = speakers.is_empty();
        bench.mention.chain.clear();
        bench.mention.speakers = speakers.iter().map(|speaker| speaker.named(bench.document)).collect();
        Some(AppliedChange::Speakers(bench.mention.speakers.iter().map(|named| named.name.clone()).collect()))
    });
    amendment.set(stance, |bench, stance| {
        bench.mention.stance = *stance;
        Some(AppliedChange::Stance(*stance))
    });
    amendment.set(certainty, |bench, certainty| {
        bench.mention.certainty = *certainty;
        Some(AppliedChange::Certainty(*certainty))
    });
    amendment.set(figures, |bench, figures| Some(AppliedChange::Figures(bench.figures(figures))));
    amendment.set(via, |bench, via| {
        bench.mention.via = via.clone();
        Some(AppliedChange::Via(via.clone()))
    });
}

/// A mention while it is mended.
struct Bench<'m> {
    document: &'m Document,
    mention: &'m mut Mention,
}

impl Bench<'_> {
    /// Sets a thing, and notes who set it to what; nothing happens where it cannot be set.
    fn set<T>(&mut self, set: &Option<Set<T>>, apply: impl FnOnce(&mut Self, &T) -> Option<AppliedChange>) {
        let Some(Set { to, by }) = set else { return };
        if let Some(change) = apply(self, to) {
            self.mention.decided.push(AppliedDecision { by: by.clone(), change });
        }
    }

    fn words(&mut self, words: Offsets) -> Option<AppliedChange> {
        let span = words_at(self.document, words)?;
        self.mention.span = span;
        self.mention.sentence = span;
        self.mention.figures = figures_in(self.document, span);
        let text = self.document.text.slice(span);
        self.mention.negated = self.document.language.negates(text);
        self.mention.finite = self.document.language.is_finite(text);
        Some(AppliedChange::Words { text: text.to_owned(), at: words })
    }

    fn source(&mut self, source: Offsets) -> Option<AppliedChange> {
        let span = words_at(self.document, source)?;
        self.mention.source = vec![span];
        Some(AppliedChange::Source { text: self.document.text.slice(span).to_owned(), at: source })
    }

    fn figures(&mut self, figures: &Figures) -> Vec<FigureRecord> {
        match figures {
            Figures::Nothing => {
                self.mention.figures.clear();
                Vec::new()
            }
            Figures::Reread(figures) => {
                let set = figures.iter().filter_map(|figure| self.figure(figure)).collect();
                self.mention.figures.sort_by_key(|stated| stated.is.start);
                set
            }
        }
    }

    /// Sets one figure; nothing happens where it does not stand in the mention's words.
    fn figure(&mut self, reread: &Reread) -> Option<FigureRecord> {
        match reread.figure {
            FigureRef::Read(index) => {
                let stated = self.mention.figures.iter_mut().find(|stated| stated.read == Some(index))?;
                stated.is = reread.over(stated.is.start, stated.is.end, stated.is.part_of);
                Some(stated.is.clone())
            }
            FigureRef::Missed((start, end)) => {
                let place = words_at(self.document, (start, end)).filter(|place| self.mention.span.contains(*place))?;
                let is = reread.over(start, end, None);
                let relations = self.document.language.figure_relations(&self.document.text, place);
                self.mention.figures.push(Stated { read: None, is: is.clone(), relations });
                Some(is)
            }
        }
    }
}

impl Reread {
    /// The figure as a person reads it: where it stands, and what it is a part of, is not theirs to say.
    fn over(&self, start: usize, end: usize, part_of: Option<usize>) -> FigureRecord {
        let Self { value, low, high, approximate, unit, counted, .. } = self.clone();
        FigureRecord { start, end, value, low, high, approximate, unit, counted, part_of, relations: Vec::new() }
    }
}
