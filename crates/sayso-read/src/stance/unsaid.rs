//! What was not said, though the words of a saying stand there: under a condition, wished for, avoided, or taken back.
//!
//! Such words attribute something to somebody, and annotators mark them; but nobody vouches for the content.

use std::ops::Range;

use crate::attribution::AttributionSpans;
use crate::tokens::{Kind, Tokens};

use super::content_form::is_quote;
use super::unsaid_words::UnsaidWords;
use super::words::VerbForms;

/// Tokens between a governing word and its 'to' at most: 'wanted Ines Calder, the mayor of the town, to say'.
const GOVERNED_WITHIN: usize = 12;

/// A clause is looked through so far back; no writer's is longer.
const LONGEST_CLAUSE: usize = 200;

/// Tokens of an aside between two commas at most, which does not end a condition: 'If the mayor, Ines Calder, says'.
const ASIDE: usize = 8;

/// Tokens of a paragraph in which the word that makes it a correction stands: 'Editor’s note:', 'Clarification, March 11:'.
const OPENING: usize = 8;

/// Whether nothing was said.
pub fn is_unsaid(tokens: &Tokens<'_>, attribution: &AttributionSpans) -> bool {
    let Some(cue) = attribution.cue.first().map(|span| tokens.within(*span)).filter(|cue| !cue.is_empty()) else {
        return false;
    };
    let setting = Setting { tokens, words: &tokens.language().stance.unsaid, cue };
    setting.is_conditional() || setting.is_governed() || setting.is_avoided() || setting.is_taken_back(attribution)
}

/// A cue and what stands around it.
struct Setting<'s> {
    tokens: &'s Tokens<'s>,
    words: &'s UnsaidWords,
    cue: Range<usize>,
}

impl Setting<'_> {
    /// 'If the mayor says', 'Had the ministry said', with no clause between.
    fn is_conditional(&self) -> bool {
        let clause = self.clause_start(self.cue.end - 1);
        let opens = |index: usize| self.words.conditions.contains(self.tokens.word(index));
        (clause..self.cue.end).any(opens) && !opens(self.cue.start) || self.is_inverted(clause)
    }

    /// A helping verb before its subject, at the head of a sentence or behind its dateline; a question has it, too, and ends
    /// with its mark.
    fn is_inverted(&self, clause: usize) -> bool {
        let sentence = self.tokens.sentence(self.cue.start);
        let asks = self.tokens.word(sentence.end - 1) == "?";
        let heads = clause == skip_marks(self.tokens, sentence.start)
            || self.tokens.is_capital(clause) && matches!(self.tokens.before(clause, 1), "—" | "–");
        heads && clause + 1 < self.cue.start && !asks && self.words.inverted.contains(self.tokens.word(clause))
    }

    /// Where the clause of a token begins: behind the last mark that parts clauses, but for an aside between two commas.
    fn clause_start(&self, index: usize) -> usize {
        let first = self.tokens.sentence(index).start.max(index.saturating_sub(LONGEST_CLAUSE));
        let mut at = index;
        while at > first {
            match self.tokens.word(at - 1) {
                "," => match self.aside_before(at - 1, first) {
                    Some(start) => at = start,
                    None => return at,
                },
                ";" | ":" | "—" | "–" => return at,
                word if is_quote(word) => return at,
                _ => at -= 1,
            }
        }
        skip_marks(self.tokens, first)
    }

    /// The comma that opens the short aside that a comma closes; an aside has no verb of its own.
    fn aside_before(&self, comma: usize, first: usize) -> Option<usize> {
        let earliest = (first + 1).max(comma.saturating_sub(ASIDE));
        let open = (earliest..comma).rev().find(|index| self.tokens.word(*index) == ",")?;
        let frame = &self.tokens.language().stance.frame;
        (open + 1..comma).all(|index| !frame.is_clause_word(self.tokens.word(index))).then_some(open)
    }

    /// 'wanted the mayor to say', 'waiting for the army to announce', 'did not take the chance to say'.
    fn is_governed(&self) -> bool {
        let to = (self.cue.start.saturating_sub(1)..self.cue.end).find(|index| self.tokens.word(*index) == "to");
        let Some(to) = to.filter(|to| *to <= self.cue.start) else { return false };
        let clause = self.clause_start(to).max(to.saturating_sub(GOVERNED_WITHIN));
        let governs = |index: &usize| {
            let word = self.tokens.word(*index);
            self.words.governors.contains(word) && self.tokens.is(*index, Kind::Word) && !self.tokens.is_capital(*index)
        };
        let forgone = (clause..to).any(|index| self.words.chances.contains(self.tokens.word(index)))
            && (clause..to).any(|index| self.word(index).negates());
        (clause..to).rev().any(|index| governs(&index)) || forgone
    }

    /// 'stopped short of saying', 'was accused of having said'.
    fn is_avoided(&self) -> bool {
        let is_gerund = self.tokens.word(self.cue.start).ends_with("ing");
        let before = self.tokens.before(self.cue.start, 1);
        let other = self.tokens.before(self.cue.start, 2);
        is_gerund && self.words.before_gerunds.contains(before) && !self.words.not_before_gerunds.contains(other)
    }

    /// 'An earlier version said', or a note of correction about what 'we' wrote.
    fn is_taken_back(&self, attribution: &AttributionSpans) -> bool {
        let source = attribution.source.first().map(|span| self.tokens.within(*span)).unwrap_or_default();
        let has = |list: &sayso_lang::Words| source.clone().any(|index| list.contains(self.tokens.word(index)));
        let earlier = has(&self.words.versions) && has(&self.words.earlier);
        let ours = source.is_empty() || self.words.ourselves.contains(self.tokens.word(source.start));
        let wrongly = self.cue.clone().any(|index| self.words.wrongly.contains(self.tokens.word(index)));
        earlier || ours && wrongly && !source.is_empty() || self.in_correction()
    }

    /// Whether the paragraph is a note of correction: its first words before a colon say so.
    fn in_correction(&self) -> bool {
        let paragraph = self.tokens.paragraph(self.cue.start);
        let opening = paragraph.clone().take(OPENING).take_while(|index| self.tokens.word(*index) != ":");
        let count = opening.clone().count();
        count < OPENING.min(paragraph.len())
            && opening.into_iter().any(|index| self.words.correction_openers.contains(self.tokens.word(index)))
    }

    fn word(&self, index: usize) -> VerbForms {
        VerbForms::new(self.tokens.word(index), &self.tokens.language().stance)
    }
}

/// The first word at or behind a token.
fn skip_marks(tokens: &Tokens<'_>, index: usize) -> usize {
    (index..tokens.sentence(index).end).find(|index| tokens.is(*index, Kind::Word)).unwrap_or(index)
}
