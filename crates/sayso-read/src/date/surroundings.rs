//! What stands around an expression: the sentence and paragraph it shares with the last one, and quotation marks.

use super::tense::{self, TenseWords};
use super::token::{DateToken, Gap};

/// What an expression shares with the one before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    pub(super) same_sentence: bool,
    pub(super) same_paragraph: bool,
    /// Whether it stands in a quotation.
    pub(super) quoted: bool,
}

/// Follows quotation marks and breaks from expression to expression, each token seen once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Follower {
    reached: usize,
    quoted: bool,
}

impl Follower {
    /// Goes on to the expression at `range`.
    pub(super) fn go_on(
        &mut self,
        tokens: &[DateToken<'_>],
        range: std::ops::Range<usize>,
        words: &TenseWords,
    ) -> Surroundings {
        let between = &tokens[self.reached..range.start];
        let fresh = tokens[self.reached..=range.start].iter().any(|token| token.gap == Gap::Break);
        for (offset, token) in between.iter().enumerate() {
            self.see(token, tokens.get(self.reached + offset + 1));
        }
        self.quoted &= tokens[range.start].gap != Gap::Break;
        let surroundings = Surroundings {
            same_sentence: !fresh && !tense::parted(between, words),
            same_paragraph: !fresh,
            quoted: self.quoted,
        };
        self.reached = range.end;
        surroundings
    }

    fn see(&mut self, token: &DateToken<'_>, next: Option<&DateToken<'_>>) {
        if token.gap == Gap::Break {
            self.quoted = false;
        }
        let doubled = next.is_some_and(|next| next.gap == Gap::Glued && next.text == token.text);
        match token.text {
            "“" | "«" => self.quoted = true,
            "”" | "»" => self.quoted = false,
            "\"" => self.quoted = !self.quoted,
            "`" if doubled => self.quoted = true,
            "'" if doubled => self.quoted = false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;
    use crate::date::token::tokens;
    use crate::date::vocabulary::english;

    fn around(string: &str, words: &[&str]) -> Vec<(bool, bool, bool)> {
        let text: Text = Text::new(string);
        let tokens = tokens(&text, &[text.whole()], &english().lexicon);
        let mut follower = Follower::default();
        let place = |word: &&str| tokens.iter().position(|token| token.text == *word).unwrap();
        let follow = |at: usize| {
            let found = follower.go_on(&tokens, at..at + 1, &english().tense);
            (found.same_sentence, found.same_paragraph, found.quoted)
        };
        words.iter().map(place).map(follow).collect()
    }

    #[test]
    fn quotations_end_with_their_mark_or_paragraph() {
        let string = "He said Monday: “Not today.” They met Friday. \"Now\n\nagain\"";
        assert_eq!(
            around(string, &["Monday", "today", "Friday", "again"]),
            [(false, false, false), (true, true, true), (false, true, false), (false, false, false)]
        );
    }
}
