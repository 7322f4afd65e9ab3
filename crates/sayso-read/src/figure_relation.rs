//! How a figure stands to figures before it: added to them, taken from them, or ruled out.

use sayso_text::{Span, Text};
use serde::{Deserialize, Serialize};

use crate::tokens::Tokens;
use crate::vocabulary::Vocabulary;

/// How a figure stands to those told of before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRelation {
    /// It is counted on top of another: 'a further 1,500 men'.
    OnTop,
    /// It is taken from those just told of: 'three of the dead'.
    OfThose,
    /// The text says that it is not this: '244 and not 241'.
    RuledOut,
}

/// Code points before a figure in which a word stands that makes it one on top of another.
const BEFORE: usize = 14;
/// The same behind it: '1,500 more'.
const BEHIND: usize = 6;

impl Vocabulary {
    /// How a figure that stands in a line of a text stands to those told of before; none where the language is not read.
    #[must_use]
    pub fn figure_relations(&self, text: &Text, line: Span, figure: Span) -> Vec<FigureRelation> {
        let words = self.reading.as_ref();
        words.and_then(|words| relations(&Tokens::new(text, &[line], words), [&figure]).pop()).unwrap_or_default()
    }
}

/// The relations of each of some figures of a text.
pub(crate) fn relations<'f>(
    tokens: &Tokens<'_>,
    figures: impl IntoIterator<Item = &'f Span>,
) -> Vec<Vec<FigureRelation>> {
    let of = |figure: &Span| {
        let found = [
            (is_on_top(tokens, *figure), FigureRelation::OnTop),
            (is_of_those(tokens, *figure), FigureRelation::OfThose),
            (is_ruled_out(tokens, *figure), FigureRelation::RuledOut),
        ];
        found.into_iter().filter(|(holds, _)| *holds).map(|(_, relation)| relation).collect()
    };
    figures.into_iter().map(of).collect()
}

/// A word that adds stands near, and the count is not held against another: 'more than 1,500'.
fn is_on_top(tokens: &Tokens<'_>, figure: Span) -> bool {
    let words = &tokens.language().relations;
    let around = around(tokens.text(), figure);
    let near = tokens.within(around).filter(|index| around.contains(tokens.span(*index)));
    let near: Vec<&str> = near.map(|index| tokens.word(index)).collect();
    near.iter().any(|word| words.on_top.contains(word)) && !near.iter().any(|word| words.compares.contains(word))
}

fn around(text: &Text, figure: Span) -> Span {
    let (start, end) = text.code_points(figure);
    let length = text.code_points(text.whole()).1;
    text.span_of_code_points(start.saturating_sub(BEFORE), (end + BEHIND).min(length)).unwrap_or(figure)
}

fn is_of_those(tokens: &Tokens<'_>, figure: Span) -> bool {
    let next = tokens.within(figure).end;
    tokens.language().relations.of_those.iter().any(|phrase| tokens.follows(next, phrase))
}

fn is_ruled_out(tokens: &Tokens<'_>, figure: Span) -> bool {
    let first = tokens.within(figure).start;
    tokens.language().relations.rules_out.contains(tokens.before(first, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(string: &str, figure: &str) -> Vec<FigureRelation> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        relations(&tokens, &[text.find(figure).unwrap()]).remove(0)
    }

    #[test]
    fn on_top_of_others() {
        assert_eq!(read("A further 1,500 men came.", "1,500"), [FigureRelation::OnTop]);
        assert_eq!(read("Some 40 more are missing.", "40"), [FigureRelation::OnTop]);
        assert_eq!(read("More than 40 are missing.", "40"), []);
        assert_eq!(read("In Baltimore 12 died.", "12"), []);
    }

    #[test]
    fn out_of_those_told_of() {
        assert_eq!(read("Three of the dead were sailors.", "Three"), [FigureRelation::OfThose]);
        assert_eq!(read("Three of theatre's best came.", "Three"), []);
    }

    #[test]
    fn what_it_is_not() {
        assert_eq!(read("It carried 244 and not 241 people.", "241"), [FigureRelation::RuledOut]);
        assert_eq!(read("He tied a knot 241 times.", "241"), []);
    }
}
