//! Where another statement begins within a sentence: at 'and that', and at a figure with a verb of its own.

use std::ops::Range;

use super::StatementReader;

impl StatementReader<'_> {
    /// The statements of a sentence in order, each a run of tokens, with what hangs on them apart.
    pub(super) fn clauses(&self, sentence: Range<usize>) -> Vec<Range<usize>> {
        self.cut(sentence).into_iter().flat_map(|clause| self.without_tail(clause)).collect()
    }

    fn cut(&self, sentence: Range<usize>) -> Vec<Range<usize>> {
        let mut joints = self.continued(sentence.clone());
        joints.extend(self.counting(sentence.clone()));
        joints.sort_unstable_by_key(|joint| (joint.start, joint.end));
        let mut start = sentence.start;
        let mut clauses = Vec::new();
        for joint in joints {
            if joint.start > start {
                clauses.push(start..joint.start);
                start = joint.end;
            }
        }
        clauses.push(start..sentence.end);
        clauses.retain(|clause| !clause.is_empty());
        clauses
    }

    /// Where 'and that' or 'but that' stands, with the comma before it.
    fn continued(&self, sentence: Range<usize>) -> Vec<Range<usize>> {
        let found = sentence.clone().filter_map(|at| {
            let end = at + self.phrase_at(at, &self.words.joints.and_that)?;
            Some(self.with_comma(at, sentence.start)..end)
        });
        found.filter(|joint| joint.end <= sentence.end).collect()
    }

    /// The joints before figures that begin clauses of their own.
    fn counting(&self, sentence: Range<usize>) -> Vec<Range<usize>> {
        let figures: Vec<(usize, bool)> = self.figures_in(&sentence).collect();
        let ends = figures.iter().skip(1).map(|(start, _)| *start).chain([sentence.end]);
        let (mut from, mut seen, mut verb) = (sentence.start, sentence.start, false);
        let mut joints = Vec::new();
        for ((start, part), next) in figures.iter().copied().zip(ends) {
            verb |= self.is_finite(seen..start);
            seen = start;
            let joint = self.joint_before(start, from).filter(|_| !part && verb && self.is_finite(start..next));
            if let Some(joint) = joint {
                joints.push(joint);
                (from, verb) = (start, false);
            }
        }
        joints
    }

    /// A comma, 'and' or 'but' right before a token, from another token on.
    fn joint_before(&self, at: usize, from: usize) -> Option<Range<usize>> {
        let joins = at > from && self.words.joints.before_figure.contains(self.tokens.word(at - 1));
        let start = self.with_comma(if joins { at - 1 } else { at }, from);
        (start < at).then_some(start..at)
    }

    /// A token with the comma before it, from another token on.
    fn with_comma(&self, at: usize, from: usize) -> usize {
        at - usize::from(at > from && self.tokens.raw(at - 1) == ",")
    }

    /// How many tokens a phrase has of which some stands at a token.
    pub(super) fn phrase_at(&self, at: usize, phrases: &sayso_lang::Phrases) -> Option<usize> {
        phrases.iter().find(|phrase| self.tokens.follows(at, phrase)).map(|phrase| phrase.split(' ').count())
    }

    /// The figures of a run, each as its first token and whether it is a part of another.
    fn figures_in(&self, run: &Range<usize>) -> impl Iterator<Item = (usize, bool)> {
        let whole = self.tokens.span_of(run.clone());
        let first = whole.map_or(0, |whole| self.figures.partition_point(|one| one.span.start() < whole.start()));
        let behind = self.figures[first..].iter();
        let inside = behind.take_while(move |one| whole.is_some_and(|whole| one.span.start() < whole.end()));
        let held = inside.filter(move |one| whole.is_some_and(|whole| whole.contains(one.span)));
        held.map(|one| (self.tokens.within(one.span).start, one.part))
    }
}
