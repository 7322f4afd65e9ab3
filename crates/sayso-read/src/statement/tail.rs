//! What hangs on a statement: a clause that adds to it, an amount that is a statement of its own.

use std::ops::Range;

use super::{FigurePlace, StatementReader};
use crate::tokens::Kind;

/// Bytes that a statement keeps at least.
const LEAST: usize = 16;

impl StatementReader<'_> {
    /// A statement without its tail, and behind it the parts and amounts that the tail states.
    pub(super) fn without_tail(&self, clause: Range<usize>) -> Vec<Range<usize>> {
        let least = self.behind_least(&clause);
        // What stands behind a statement stands behind its verb.
        let whole = self.verb(clause.clone()).map_or(clause.end, |verb| least.max(verb + 1));
        let added = (whole..clause.end).find(|at| self.adds(*at, clause.end)).unwrap_or(clause.end);
        // Each with the token behind which the statement before it ends, and its own first.
        let mut cuts: Vec<(usize, usize)> =
            (least..clause.end).filter(|at| self.counts(*at, clause.end)).map(|at| (at, at + 1)).collect();
        cuts.extend(self.price(clause.start..added, whole));
        cuts.sort_unstable();
        let first = cuts.first().map_or(added, |(at, _)| added.min(*at));
        let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([clause.end]);
        let tails = cuts.iter().zip(ends).map(|((_, start), end)| *start..end.max(*start));
        std::iter::once(clause.start..first).chain(tails).filter(|run| !run.is_empty()).collect()
    }

    /// The first token from which so many bytes of a clause stand before it.
    fn behind_least(&self, clause: &Range<usize>) -> usize {
        let from = self.tokens.span(clause.start).start() + LEAST;
        clause.clone().find(|at| self.tokens.span(*at).start() >= from).unwrap_or(clause.end)
    }

    /// Whether at a token a part begins that only adds to what stands before it: a bracket behind which
    /// nothing more is said, or ', which'.
    fn adds(&self, at: usize, end: usize) -> bool {
        match self.tokens.raw(at) {
            // 'the (Islamic State) conducting operations' goes on behind its bracket.
            "(" => !(at..end).skip_while(|at| self.tokens.raw(*at) != ")").any(|at| self.tokens.is(at, Kind::Word)),
            "," => self.phrase_at(at + 1, &self.words.joints.added).is_some(),
            _ => false,
        }
    }

    /// Whether at a token a part of what was counted begins, ', including 500 officers', or a new total, ', taking the
    /// number of dead to 36'.
    fn counts(&self, at: usize, end: usize) -> bool {
        if self.tokens.raw(at) != "," {
            return false;
        }
        let joints = &self.words.joints;
        let part = self.phrase_at(at + 1, &joints.parts).is_some_and(|length| self.is_figure(at + 1 + length));
        part || self.phrase_at(at + 1, &joints.totals).is_some_and(|length| self.has_figure(at + 1 + length..end))
    }

    /// Where an amount begins that a preposition joins to what is already a statement: a clause up to the token `whole`.
    fn price(&self, clause: Range<usize>, whole: usize) -> Option<(usize, usize)> {
        let inside = self.tokens.span_of(clause.clone())?;
        let first = self.figures.partition_point(|one| one.span.start() < inside.start());
        let amounts = self.figures[first..].iter().take_while(|one| one.span.start() < inside.end());
        amounts.filter(|one| one.money).map(|one| self.tokens.within(one.span).start).find_map(|at| {
            let phrase = self.words.joints.priced.iter().find(|phrase| self.tokens.precedes(at, phrase))?;
            let start = at.checked_sub(phrase.split(' ').count())?;
            let comma = start > clause.start && self.tokens.raw(start - 1) == ",";
            let cut = start - usize::from(comma);
            (cut >= whole).then_some((cut, start))
        })
    }

    fn is_figure(&self, at: usize) -> bool {
        self.figures_of(at..at + 1).next().is_some_and(|one| self.tokens.within(one.span).start == at)
    }

    fn has_figure(&self, run: Range<usize>) -> bool {
        self.figures_of(run).next().is_some()
    }

    /// The figures that begin in a run of tokens.
    fn figures_of(&self, run: Range<usize>) -> impl Iterator<Item = &FigurePlace> {
        let whole = self.tokens.span_of(run);
        let first = whole.map_or(0, |whole| self.figures.partition_point(|one| one.span.start() < whole.start()));
        self.figures[first..].iter().take_while(move |one| whole.is_some_and(|whole| one.span.start() < whole.end()))
    }
}
