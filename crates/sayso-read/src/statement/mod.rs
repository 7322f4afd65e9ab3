//! What a text states, one thing at a time.
//!
//! A content may state several things: '18 people are dead, 160 have been rescued and 63 are missing'. Its sentences are
//! cut where another statement begins (`clause`) and where what only adds to one begins (`tail`). Of each the words to show
//! are found (`shown`, `ending`), what states nothing is left out (`empty`), and what is done with the others is told by
//! their own words where the cue leaves it to them (`answer`).

mod answer;
mod answer_words;
mod clause;
mod empty;
mod ending;
mod figure_place;
mod finite;
mod joint_words;
mod shown;
mod shown_words;
mod tail;
#[cfg(test)]
mod tests;
mod verb_words;
mod vocabulary;

use std::ops::Range;

use sayso_text::{Span, Text};

use crate::figure::Figure;
use crate::quote_type::QuoteType;
use crate::stance::{self, Stance};
use crate::tokens::Tokens;

pub(crate) use figure_place::FigurePlace;
pub(crate) use vocabulary::StatementWords;

/// One thing that a text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The words that state it.
    pub span: Span,
    /// The sentence that they were cut from, with those before it that it carries on.
    pub sentence: Span,
    /// What is done with it: what the attribution does, or what its own words do where that asserts.
    pub stance: Stance,
    /// Whether a word of it negates.
    pub negated: bool,
    /// Whether it is a clause of its own, with a finite verb.
    pub finite: bool,
}

/// Where the parts of an attribution stand whose content is cut, and what its source does with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AttributedContent<'a> {
    pub(crate) source: &'a [Span],
    pub(crate) cue: &'a [Span],
    pub(crate) content: &'a [Span],
    pub(crate) quote_type: QuoteType,
    pub(crate) stance: Stance,
    /// What the cue does, whatever the first words of the content do.
    pub(crate) by_cue: Stance,
}

/// A text while what it states is found.
pub(crate) struct StatementReader<'t> {
    text: &'t Text,
    tokens: &'t Tokens<'t>,
    words: &'t StatementWords,
    figures: Vec<FigurePlace>,
}

impl<'t> StatementReader<'t> {
    /// For a text with its figures.
    pub(crate) fn new(tokens: &'t Tokens<'t>, figures: &[Figure]) -> Self {
        let joints = &tokens.language().statement.joints;
        let place = |one: &Figure| FigurePlace::new(one.span, one.unit.as_deref(), one.part_of.is_some(), joints);
        Self::with(tokens, figures.iter().map(place).collect())
    }

    /// The same; the figures may stand in any order.
    pub(crate) fn with(tokens: &'t Tokens<'t>, mut figures: Vec<FigurePlace>) -> Self {
        figures.sort_unstable_by_key(|figure| (figure.span.start(), figure.span.end()));
        Self { text: tokens.text(), tokens, words: &tokens.language().statement, figures }
    }

    /// What an attribution states, in order; nothing where its content is a few words that state nothing.
    pub(crate) fn attributed(&self, told: &AttributedContent<'_>) -> Vec<Statement> {
        let sentences = told.content.iter().flat_map(|stretch| self.sentences(*stretch));
        let shown = sentences.enumerate().flat_map(|(at, sentence)| {
            let clauses = self.clauses(sentence.run.clone());
            let given = if at == 0 { told.stance } else { self.of_sentence(told, sentence.run.clone()) };
            clauses.into_iter().filter_map(move |clause| self.shown(told, given, clause, &sentence))
        });
        shown.collect()
    }

    /// What is done with a sentence that follows others: what the first of them does by its own words is its own, unless
    /// it denies, for what follows a denial explains it.
    fn of_sentence(&self, told: &AttributedContent<'_>, run: Range<usize>) -> Stance {
        if told.stance == Stance::Denies {
            return told.stance;
        }
        stance::said(self.tokens, run, told.by_cue, !told.source.is_empty()).unwrap_or(told.by_cue)
    }

    /// What the visible stretches of a text state, whoever says it: their clauses as they stand.
    pub(crate) fn all(&self, visible: &[Span]) -> Vec<Statement> {
        let sentences = visible.iter().flat_map(|stretch| self.sentences(*stretch));
        let stated = sentences.flat_map(|sentence| {
            let clauses = self.clauses(sentence.run.clone());
            let spans = clauses.into_iter().filter_map(move |clause| self.span(clause, sentence.within));
            spans.map(move |span| self.statement(span, sentence.span, Stance::Asserts))
        });
        stated.collect()
    }

    /// A statement by the words that show it.
    fn statement(&self, span: Span, sentence: Span, stance: Stance) -> Statement {
        let run = self.tokens.within(span);
        let negates = |at: usize| self.words.verbs.negates(self.tokens.word(at));
        Statement { span, sentence, stance, negated: run.clone().any(negates), finite: self.is_finite(run) }
    }

    fn shown(
        &self,
        told: &AttributedContent<'_>,
        given: Stance,
        clause: Range<usize>,
        sentence: &SentenceRun,
    ) -> Option<Statement> {
        let shown = self.words_shown(told, self.span(clause, sentence.within)?)?;
        let span = self.ended(shown, told);
        if self.is_condition(span) || self.is_fragment(span, told) {
            return None;
        }
        Some(self.statement(span, sentence.span, self.stance(span, given)))
    }

    /// The words of a run of tokens, as far as they stand in a stretch.
    fn span(&self, run: Range<usize>, within: Span) -> Option<Span> {
        let span = self.tokens.span_of(run)?;
        self.text.span(span.start().max(within.start()), span.end().min(within.end()))
    }

    /// The sentences of a stretch; one that only carries on what the one before it in its paragraph says stays with that.
    fn sentences(&self, stretch: Span) -> Vec<SentenceRun> {
        let within = self.tokens.within(stretch);
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut at = within.start;
        while at < within.end {
            let run = at..self.tokens.sentence(at).end.min(within.end);
            at = run.end;
            match runs.last_mut().filter(|last| self.carries_on(last, &run)) {
                Some(last) => last.end = run.end,
                None => runs.push(run),
            }
        }
        let sentence =
            |run: Range<usize>| Some(SentenceRun { span: self.span(run.clone(), stretch)?, run, within: stretch });
        runs.into_iter().filter_map(sentence).collect()
    }

    fn carries_on(&self, last: &Range<usize>, run: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let counts = run.clone().any(|at| tokens.raw(at).contains(|letter: char| letter.is_ascii_digit()));
        let same = tokens.paragraph_number(last.start) == tokens.paragraph_number(run.start);
        same && !counts && self.words.joints.carry_on.contains(tokens.word(run.start))
    }
}

/// A sentence, as far as a stretch has it.
struct SentenceRun {
    run: Range<usize>,
    span: Span,
    within: Span,
}
