//! What a text states, as it is printed.

use sayso_text::Text;
use serde::{Deserialize, Serialize};

use super::Offsets;
use crate::Stance;
use crate::statement::Statement;

/// One thing that a text states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementRecord {
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// The sentence that it was cut from, with those before it that it carries on.
    pub sentence: Offsets,
    /// What is done with it.
    pub stance: Stance,
    /// Whether a word of it negates.
    pub negated: bool,
    /// Whether it is a clause of its own, with a finite verb.
    pub finite: bool,
}

/// The statements of a text, as they are printed.
pub(super) fn records(text: &Text, statements: &[Statement]) -> Vec<StatementRecord> {
    statements.iter().map(|statement| StatementRecord::new(statement, text)).collect()
}

impl StatementRecord {
    fn new(statement: &Statement, text: &Text) -> Self {
        let (start, end) = text.code_points(statement.span);
        let Statement { stance, negated, finite, sentence, .. } = *statement;
        Self { start, end, sentence: text.code_points(sentence), stance, negated, finite }
    }

    /// None where it lies outside the text.
    pub(super) fn placed(&self, text: &Text) -> Option<Statement> {
        let Self { start, end, sentence, stance, negated, finite } = *self;
        let span = text.span_of_code_points(start, end)?;
        let sentence = text.span_of_code_points(sentence.0, sentence.1)?;
        Some(Statement { span, sentence, stance, negated, finite })
    }
}
