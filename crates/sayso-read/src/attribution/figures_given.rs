//! Numbers that somebody gives without a verb of saying: 'The commission puts turnout at 61 per cent'.
//!
//! The model misses most of them: PolNeAR's training half has a dozen. They are worded so much alike that a pattern finds them.

use std::ops::Range;

use sayso_lang::Words;
use sayso_text::Span;

use super::clause::{first_helper, subject};
use super::given_words::GivenWords;
use super::pattern::Worded;
use crate::tokens::{Kind, Tokens};

/// How likely it is that a careful reader finds the same.
pub const CONFIDENCE: f32 = 0.75;

/// Tokens between the verb and the preposition before the number at most: 'puts the cost of the new bridge at'.
const WIDEST: usize = 16;

/// Tokens of what is given at most.
const LONGEST: usize = 48;

/// All numbers that are given so, in order; `figures` are those of the text, in order.
pub fn given(tokens: &Tokens<'_>, figures: &[Span]) -> Vec<Worded> {
    let starts: Vec<usize> = figures.iter().map(|figure| tokens.within(*figure).start).collect();
    (0..tokens.len()).filter_map(|verb| Sentence::at(tokens, &starts, verb)?.given()).collect()
}

/// A verb, and the words behind it.
struct Sentence<'s, 't> {
    tokens: &'s Tokens<'t>,
    words: &'t GivenWords,
    /// The tokens at which figures begin.
    figures: &'s [usize],
    verb: usize,
    /// Where its clause ends.
    end: usize,
}

impl<'s, 't> Sentence<'s, 't> {
    fn at(tokens: &'s Tokens<'t>, figures: &'s [usize], verb: usize) -> Option<Self> {
        let words = &tokens.language().attribution.given;
        let is_plain = tokens.is(verb, Kind::Word) && !tokens.is_capital(verb);
        let last = tokens.sentence(verb).end.min(verb + LONGEST);
        let end = (verb + 1..last).find(|at| is_over(tokens, words, *at)).unwrap_or(last);
        is_plain.then_some(Self { tokens, words, figures, verb, end })
    }

    fn given(&self) -> Option<Worded> {
        let (tokens, words, verb) = (self.tokens, self.words, self.tokens.word(self.verb));
        let is_given = words.counts.contains(verb) && self.is_figure(self.verb + 1)
            || words.puts.contains(verb) && self.leads_to_figure(&words.before_put)
            || words.gives.contains(verb) && self.leads_to_figure(&words.before_given)
            || words.raises.contains(verb) && self.names_total() && self.leads_to_figure(&words.before_raised);
        let first = first_helper(tokens, self.verb);
        let source = subject(tokens, first).filter(|source| is_given && self.is_somebody(first, source))?;
        Some(Worded {
            source: tokens.span_of(source)?,
            cue: tokens.span_of(first..self.verb + 1)?,
            content: tokens.span_of(self.verb + 1..self.end)?,
        })
    }

    fn is_figure(&self, at: usize) -> bool {
        at < self.end && self.figures.binary_search(&at).is_ok()
    }

    /// Whether a preposition before a figure stands near behind the verb, with what is counted between.
    fn leads_to_figure(&self, prepositions: &Words) -> bool {
        let near = self.verb + 2..self.end.min(self.verb + 2 + WIDEST);
        near.into_iter().any(|at| prepositions.contains(self.tokens.word(at)) && self.is_figure(at + 1))
    }

    /// Whether what is raised is a number: 'raised the death toll to 45', but not 'raised the flag'.
    fn names_total(&self) -> bool {
        let object = self.verb + 1..self.end.min(self.verb + 1 + WIDEST);
        let mut before = object.take_while(|at| !self.words.before_raised.contains(self.tokens.word(*at)));
        before.any(|at| self.words.totals.contains(self.tokens.word(at)))
    }

    /// Whether a verb has somebody as its subject: it is no infinitive, and 'there' and 'which' are nobody.
    fn is_somebody(&self, first: usize, source: &Range<usize>) -> bool {
        let before = self.tokens.before(first, 1);
        let is_word = source.clone().any(|at| self.tokens.is(at, Kind::Word));
        is_word && !self.words.unsaid.contains(before) && !self.words.nobodies.contains(self.tokens.word(source.start))
    }
}

/// Whether what is given is over: at a mark that is none of a number's, or where another clause begins.
fn is_over(tokens: &Tokens<'_>, words: &GivenWords, at: usize) -> bool {
    let mark = tokens.is(at, Kind::Mark) && !matches!(tokens.word(at), "$" | "€" | "£" | "%" | "(" | ")" | "-");
    mark || words.closing.contains(tokens.word(at))
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;

    fn found(string: &str) -> Vec<[String; 3]> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let figures: Vec<Span> =
            crate::english().figures(&text, &[text.whole()], &[]).into_iter().map(|figure| figure.span).collect();
        let slice = |span| text.slice(span).to_owned();
        given(&tokens, &figures)
            .into_iter()
            .map(|one| [slice(one.source), slice(one.cue), slice(one.content)])
            .collect()
    }

    #[test]
    fn who_gives_a_number() {
        let said = [
            (
                "The electoral board puts turnout at 61.4 per cent.",
                ["The electoral board", "puts", "turnout at 61.4 per cent"],
            ),
            ("Relief workers have counted about 204 cases.", ["Relief workers", "have counted", "about 204 cases"]),
            (
                "On Friday the ministry raised its estimate of the dead to 45, from 31.",
                ["the ministry", "raised", "its estimate of the dead to 45"],
            ),
            ("The register lists 32 barges, but two sank.", ["The register", "lists", "32 barges"]),
            (
                "The yearbook gives the height of the tower as 212 metres.",
                ["The yearbook", "gives", "the height of the tower as 212 metres"],
            ),
        ];
        for (string, [source, cue, content]) in said {
            assert_eq!(found(string), [[source.to_owned(), cue.to_owned(), content.to_owned()]], "{string}");
        }
    }

    #[test]
    fn who_does_something_with_a_number() {
        for string in [
            "The storm put 40 people at risk.",
            "The bank raised rates to 5 per cent.",
            "To put turnout at 61 per cent is bold.",
            "He counts on 3 friends.",
            "She gave the driver 20 dollars.",
        ] {
            assert!(found(string).is_empty(), "{string}");
        }
    }
}
