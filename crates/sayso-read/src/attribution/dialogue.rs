//! Talks that are printed turn by turn: 'Q:' and 'A:', names or initials before a colon, or bare questions and answers.
//!
//! No verb attributes such words: the lay-out does.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use sayso_text::Span;

use crate::speaker::People;
use crate::tokens::{Kind, Tokens};

/// Words of a label at most: 'Prime Minister Élodie Márquez'.
const LONGEST_LABEL: usize = 5;

/// Longest bare question in tokens.
const LONGEST_QUESTION: usize = 60;

/// How likely it is that a turn is read rightly.
pub const CONFIDENCE: f32 = 0.8;

/// What somebody says at his turn.
#[derive(Debug, PartialEq, Eq)]
pub struct Turn {
    /// Who speaks: the label, or where the opening names him.
    pub source: Span,
    /// The colon behind a label.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Span,
}

/// The turns of a talk, in order; none where the text is no talk.
pub fn turns(tokens: &Tokens<'_>, people: &People<'_, '_>) -> Vec<Turn> {
    let talk = Dialogue { tokens, people, paragraphs: paragraphs(tokens), short_names: OnceCell::new() };
    let labelled = talk.labelled();
    if labelled.is_empty() { talk.unlabelled() } else { labelled }
}

fn paragraphs(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let paragraph = tokens.paragraph(start);
        start = paragraph.end;
        paragraphs.push(paragraph);
    }
    paragraphs
}

struct Dialogue<'t> {
    tokens: &'t Tokens<'t>,
    people: &'t People<'t, 't>,
    /// The initials and the last names of those whom the text names.
    short_names: OnceCell<HashSet<String>>,
    paragraphs: Vec<Range<usize>>,
}

impl Dialogue<'_> {
    /// The turns of a talk whose speakers are labelled: at least two labels, one of them twice, and a question among the turns.
    fn labelled(&self) -> Vec<Turn> {
        let labels: Vec<Option<usize>> = self.paragraphs.iter().map(|paragraph| self.label_end(paragraph)).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for (paragraph, _) in self.paragraphs.iter().zip(&labels).filter(|(_, end)| end.is_some()) {
            *counts.entry(self.tokens.word(paragraph.start)).or_default() += 1;
        }
        let is_talk = counts.len() > 1 && counts.values().any(|count| *count > 1) && self.asks(&labels);
        let first = labels.iter().position(Option::is_some).unwrap_or(0);
        let answerer =
            self.people.only_subject(&(0..self.paragraphs.get(first).map_or(0, |paragraph| paragraph.start)));
        let turn = |index: usize| self.turn(index, &labels, answerer);
        (0..self.paragraphs.len()).filter(|_| is_talk).filter_map(turn).collect()
    }

    /// Where the label of a paragraph ends, at its colon.
    fn label_end(&self, paragraph: &Range<usize>) -> Option<usize> {
        let words = &self.tokens.language().attribution.dialogue;
        let colon = paragraph.clone().take(LONGEST_LABEL + 1).find(|index| self.tokens.word(*index) == ":")?;
        let label = paragraph.start..colon;
        let is_name = label.clone().all(|index| self.tokens.is(index, Kind::Word) && self.tokens.is_capital(index));
        let is_letter = label.len() == 1 && {
            let word = self.tokens.word(label.start);
            words.askers.contains(word) || words.answerers.contains(word)
        };
        let says = paragraph.end > colon + 1 && self.ends_sentence(paragraph.end - 1);
        (!label.is_empty() && says && (is_letter || is_name && self.names_somebody(label))).then_some(colon)
    }

    /// Whether a label is the name of a person of two words or more, somebody's initials or his last name, as the text has it elsewhere.
    fn names_somebody(&self, label: Range<usize>) -> bool {
        if label.len() > 1 {
            return true;
        }
        self.short_names().contains(self.tokens.word(label.start))
    }

    fn short_names(&self) -> &HashSet<String> {
        self.short_names.get_or_init(|| {
            let names = self.people.all().flat_map(|name| {
                let words: Vec<&str> = self.tokens.within(name).map(|index| self.tokens.word(index)).collect();
                let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
                [Some(initials), words.last().map(|last| (*last).to_owned())]
            });
            names.flatten().collect()
        })
    }

    fn asks(&self, labels: &[Option<usize>]) -> bool {
        let labelled = self.paragraphs.iter().zip(labels).filter(|(_, label)| label.is_some());
        labelled.into_iter().any(|(paragraph, _)| self.tokens.word(paragraph.end - 1) == "?")
    }

    /// The turn of a labelled paragraph, with those that follow up to the next label.
    fn turn(&self, index: usize, labels: &[Option<usize>], answerer: Option<Span>) -> Option<Turn> {
        let colon = labels[index]?;
        let words = &self.tokens.language().attribution.dialogue;
        let label = self.paragraphs[index].start..colon;
        let letter = self.tokens.word(label.start);
        let source = match label.len() {
            1 if words.askers.contains(letter) => return None,
            1 if words.answerers.contains(letter) => answerer?,
            _ => self.tokens.span_of(label)?,
        };
        let next = labels[index + 1..].iter().position(Option::is_some);
        let last = next.map_or(index, |next| index + next);
        let content = self.tokens.span_of(colon + 1..self.paragraphs[last].end)?;
        Some(Turn { source, cue: Some(self.tokens.span(colon)), content })
    }

    /// The answers of a talk whose questions are paragraphs of their own: its opening tells of a talk and names one person, and
    /// somebody speaks of himself; an explainer has questions, too.
    fn unlabelled(&self) -> Vec<Turn> {
        let questions: Vec<usize> =
            (0..self.paragraphs.len()).filter(|index| self.is_question(&self.paragraphs[*index])).collect();
        let (Some(first), true) = (questions.first(), questions.len() > 1) else { return Vec::new() };
        let opening = 0..self.paragraphs[*first].start;
        let words = &self.tokens.language().attribution.dialogue;
        let tells = opening.clone().any(|index| words.talks.contains(self.tokens.word(index)));
        let answers: Vec<Range<usize>> = self.answers(&questions);
        let self_told =
            answers.iter().flat_map(Range::clone).any(|index| words.selves.contains(self.tokens.word(index)));
        let Some(source) = self.people.only_subject(&opening).filter(|_| tells && self_told) else { return Vec::new() };
        let turn = |answer: Range<usize>| Some(Turn { source, cue: None, content: self.tokens.span_of(answer)? });
        answers.into_iter().filter_map(turn).collect()
    }

    /// What stands between a question and the next one; behind the last, its next paragraph alone.
    fn answers(&self, questions: &[usize]) -> Vec<Range<usize>> {
        let answer = |(at, question): (usize, &usize)| {
            let start = self.paragraphs.get(question + 1)?.start;
            let end = match questions.get(at + 1) {
                Some(next) => self.paragraphs[*next].start,
                None => self.paragraphs[question + 1].end,
            };
            (start < end).then_some(start..end)
        };
        questions.iter().enumerate().filter_map(answer).collect()
    }

    fn is_question(&self, paragraph: &Range<usize>) -> bool {
        let quoted = |index: usize| matches!(self.tokens.raw(index), "“" | "\"" | "‘" | "«");
        self.tokens.word(paragraph.end - 1) == "?"
            && paragraph.len() <= LONGEST_QUESTION
            && !paragraph.clone().any(quoted)
    }

    fn ends_sentence(&self, index: usize) -> bool {
        matches!(self.tokens.word(index), "." | "?" | "!" | "…" | "”" | "\"" | "’")
    }
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;

    fn found(string: &str) -> Vec<(String, String)> {
        let text: Text = Text::new(string);
        let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
        let slice = |span| text.slice(span).to_owned();
        turns(&tokens, &People::new(&tokens))
            .into_iter()
            .map(|turn| (slice(turn.source), slice(turn.content)))
            .collect()
    }

    #[test]
    fn letters_names_and_initials_label_turns() {
        let letters = "Nadia Berg mends clocks.\n\nQ: Is it hard?\n\nA: It is slow.\n\nIt is quiet, too.\n\nQ: Why?\n\nA: Springs break.";
        let berg = |content: &str| ("Nadia Berg".to_owned(), content.to_owned());
        assert_eq!(found(letters), [berg("It is slow.\n\nIt is quiet, too."), berg("Springs break.")]);
        let initials =
            "Nadia Berg met Tom Hale.\n\nTH: Is it hard?\n\nNB: It is slow.\n\nTH: Why?\n\nNB: Springs break.";
        assert_eq!(found(initials)[1], ("NB".to_owned(), "It is slow.".to_owned()));
        assert!(found("Time: 5 p.m.\n\nPlace: Orme.\n\nTime: 6 p.m.\n\nPlace: Velgar.").is_empty());
    }

    #[test]
    fn bare_questions_are_a_talk_only_where_the_opening_tells_of_one() {
        let talk =
            "Nadia Berg mends clocks. We talked to her.\n\nIs it hard?\n\nI find it slow.\n\nWhy?\n\nSprings break.";
        assert_eq!(found(talk).len(), 2);
        assert!(found("The clock stopped.\n\nWhy?\n\nSprings break.\n\nWho mends it?\n\nWe do not know.").is_empty());
    }
}
