//! Whether a stretch of words is a clause: whether it has a finite verb, and where.

use std::ops::Range;

use sayso_text::Text;

use super::StatementReader;
use crate::tokens::{Kind, Tokens};
use crate::vocabulary::Vocabulary;

impl StatementReader<'_> {
    /// Whether a run of tokens has a finite verb.
    pub(super) fn is_finite(&self, run: Range<usize>) -> bool {
        self.verb(run).is_some()
    }

    /// The first finite verb of a run of tokens.
    pub(super) fn verb(&self, run: Range<usize>) -> Option<usize> {
        verb(self.tokens, run)
    }
}

fn verb(tokens: &Tokens<'_>, run: Range<usize>) -> Option<usize> {
    let words = &tokens.language().statement.verbs;
    run.clone().find(|at| match tokens.is(*at, Kind::Possessive) {
        // 'it's'
        true => *at > run.start && words.subjects.contains(tokens.word(at - 1)),
        false => {
            let may_be_past = !tokens.is_capital(*at) && words.may_be_past(tokens.word(*at));
            is_clear(tokens, *at) || may_be_past && is_active(tokens, &run, *at)
        }
    })
}

/// Whether a token is a finite verb whatever stands around it.
fn is_clear(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().statement.verbs;
    words.is_finite(tokens.word(at)) && !(tokens.is_capital(at) && words.names.contains(tokens.word(at)))
}

/// Whether a past form is a verb and no participle, by what stands around it: behind a subject it has an object, as no
/// participle has, or ends its clause. Where time, place or manner follow, '18 banks closed in May' is as open as 'the 18
/// banks closed in May were sold'; a verb it is behind a name, a pronoun or a number: '160 merged in May'.
fn is_active(tokens: &Tokens<'_>, run: &Range<usize>, at: usize) -> bool {
    let language = &tokens.language().statement;
    let Some(before) = at.checked_sub(1).filter(|before| run.contains(before)) else { return false };
    let subject = tokens.word(before);
    let is_pronoun = language.verbs.subjects.contains(subject);
    if !tokens.is(before, Kind::Word) || language.shown.open.contains(subject) && !is_pronoun {
        return false;
    }
    let words = &language.verbs;
    let next = tokens.word(at + 1);
    let ends = at + 1 >= run.end || tokens.is(at + 1, Kind::Mark) || words.joins.contains(next);
    let is_number = |index: usize| tokens.word(index).starts_with(|first: char| first.is_ascii_digit());
    let has_object = words.objects.contains(next) || tokens.is_capital(at + 1) || is_number(at + 1);
    let is_named = is_pronoun || is_number(before) || tokens.is_capital(before);
    ends || has_object || is_named && (words.behind.contains(next) || next.ends_with("ly"))
}

impl Vocabulary {
    /// Whether words by themselves are a clause, with a finite verb; never where the folder does not say how a text is read.
    #[must_use]
    pub fn is_finite(&self, words: &str) -> bool {
        self.cut(words, |tokens| verb(tokens, 0..tokens.len()).is_some())
    }

    /// Whether a verb stands in some words that is finite whatever stands around it, likewise.
    #[must_use]
    pub fn has_clear_verb(&self, words: &str) -> bool {
        self.cut(words, |tokens| (0..tokens.len()).any(|at| is_clear(tokens, at)))
    }

    /// Whether a word of some negates, likewise.
    #[must_use]
    pub fn negates(&self, words: &str) -> bool {
        self.cut(words, |tokens| (0..tokens.len()).any(|at| tokens.language().statement.verbs.negates(tokens.word(at))))
    }

    fn cut(&self, words: &str, test: impl FnOnce(&Tokens<'_>) -> bool) -> bool {
        let text = Text::new(words);
        let language = self.reading.as_ref();
        language.is_some_and(|language| test(&Tokens::new(&text, &[text.whole()], language)))
    }
}
