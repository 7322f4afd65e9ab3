//! Pronouns followed back to whom they mean.

use std::ops::Range;

use super::SpeakerKind;
use super::antecedent::Class;
use super::cast::Mention;
use super::resolve::{DEEPEST, Found, Past, Referent, Resolver};

/// Sources that are looked at for the one that ends before 'who'.
const NEAR: usize = 8;

fn class(word: &str) -> Option<Class> {
    Some(match word {
        "he" | "his" | "him" | "himself" => Class::Man,
        "she" | "her" | "hers" | "herself" => Class::Woman,
        "it" | "its" | "itself" => Class::Thing,
        "they" | "their" | "them" | "themselves" | "theirs" => Class::Many,
        _ => return None,
    })
}

impl Resolver<'_, '_> {
    /// Whom a pronoun means; `None` where the phrase is no pronoun.
    pub(super) fn pronoun(
        &mut self,
        phrase: &Range<usize>,
        around: &[Found],
        parent: Option<usize>,
    ) -> Option<Vec<Found>> {
        let word = self.tokens.word(phrase.start);
        let word = word.split(['\'', '’']).next().unwrap_or(word);
        if phrase.len() != 1 {
            return None;
        }
        if matches!(word, "i" | "we" | "me" | "us" | "my" | "our" | "ours" | "mine")
            && self.tokens.raw(phrase.start) != "US"
        {
            return Some(self.first_person(phrase.start, around));
        }
        if matches!(word, "who" | "which" | "that" | "whom") {
            let found = self.relative(phrase.start);
            let class = if word.starts_with("who") { Class::Human } else { Class::Thing };
            return Some(if found.is_empty() {
                self.antecedent(phrase.start, class, &[]).unwrap_or_default()
            } else {
                found
            });
        }
        let class = class(word)?;
        let quoted = self.quoted[phrase.start];
        let outer_quoted = parent.is_some() && quoted && self.outer_is_unquoted(parent);
        if !outer_quoted && !around.is_empty() && self.agree(around, class) {
            return Some(around.to_vec());
        }
        let barred = if outer_quoted { self.around(parent) } else { Vec::new() };
        let found = self.antecedent(phrase.start, class, &barred);
        Some(found.unwrap_or_else(|| vec![self.literal(phrase, "")]))
    }

    /// Whoever speaks the quotations around.
    fn around(&self, mut parent: Option<usize>) -> Vec<Referent> {
        let mut all = Vec::new();
        for _ in 0..DEEPEST {
            let Some(index) = parent.filter(|index| *index < self.attributions.len()) else { break };
            all.extend(self.resolved(index).iter().map(|found| found.referent));
            parent = self.attributions[index].parent;
        }
        all
    }

    /// Whether the attribution around a quoted pronoun has its source outside the quotation.
    fn outer_is_unquoted(&self, parent: Option<usize>) -> bool {
        let source = parent.and_then(|parent| self.attributions[parent].source.first());
        source.is_none_or(|span| !self.quoted.get(self.tokens.within(*span).start).copied().unwrap_or(false))
    }

    /// The quoted speaker, otherwise whoever spoke last.
    fn first_person(&self, at: usize, around: &[Found]) -> Vec<Found> {
        if !around.is_empty() {
            return around.to_vec();
        }
        let before = self.past.partition_point(|past| past.at < at);
        let Some(past) = before.checked_sub(1).map(|index| &self.past[index]) else { return Vec::new() };
        past.referents.iter().map(|referent| Found { referent: *referent, because: vec![past.span] }).collect()
    }

    /// Whoever is the source that ends directly before a token: 'two officials briefed on the matter, who asked'.
    fn spoke_before(&self, end: usize) -> Option<Vec<Found>> {
        let from = self.past.partition_point(|past| past.at < end);
        let ends = |past: &&Past| self.tokens.within(past.span).end == end && !past.referents.is_empty();
        let past = self.past[..from].iter().rev().take(NEAR).find(ends)?;
        let found = |referent: &Referent| Found { referent: *referent, because: vec![past.span] };
        Some(past.referents.iter().map(found).collect())
    }

    /// Whom 'who' belongs to: the source or the noun phrase before it.
    fn relative(&mut self, at: usize) -> Vec<Found> {
        let sentence = self.tokens.sentence(at).start;
        let end = (sentence..at)
            .rev()
            .find(|index| !matches!(self.tokens.word(*index), "," | "of" | "all" | "both"))
            .map_or(at, |index| index + 1);
        if let Some(found) = self.spoke_before(end) {
            return found;
        }
        if let Some(mention) = self.cast.before(end).next().filter(|mention| mention.name.end == end) {
            let wanted =
                self.tokens.word(at) != "who" || self.kind(Referent::Entity(mention.entity)) == SpeakerKind::Person;
            let person = |mention: &&Mention| {
                mention.name.start >= sentence && self.cast.entities[mention.entity].evidence.person
            };
            let mention =
                if wanted { Some(mention) } else { self.cast.before(end).take(8).find(person) }.unwrap_or(mention);
            let because = self.tokens.span_of(mention.name.clone()).into_iter().collect();
            return vec![Found { referent: Referent::Entity(mention.entity), because }];
        }
        let opener = (sentence.max(end.saturating_sub(9))..end)
            .rev()
            .take_while(|index| {
                !matches!(
                    self.tokens.word(*index),
                    "," | "for" | "to" | "in" | "on" | "at" | "with" | "by" | "from" | "as" | "than" | "“" | "\""
                )
            })
            .find(|index| {
                matches!(
                    self.tokens.word(*index),
                    "the" | "a" | "an" | "some" | "many" | "those" | "several" | "his" | "her" | "their" | "its"
                )
            });
        let start = opener.unwrap_or(end.saturating_sub(1).max(sentence));
        if start >= end || (opener.is_none() && end == at && start == at) {
            return Vec::new();
        }
        self.phrase(start..end, &[], None)
    }
}
