//! The words that take a stance.

use sayso_lang::Words;
use serde::Deserialize;

use super::frame::Frame;
use super::stances::Stance;
use super::words::Word;

/// When a row of the lexicon holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Condition {
    /// The content asks: 'asked whether'.
    Question,
    /// The content tells somebody to do something: 'told him to leave'.
    Order,
    /// The content is an infinitive: 'sought to prevent'.
    Infinitive,
    /// The content names a claim: 'rejected allegations'.
    Claim,
    /// The content is a clause or a quotation: 'dismissed that it was so'.
    Clause,
    /// Always, but another word of the cue goes before: in 'issued a statement denying' 'denying' before 'statement'.
    Yields,
    /// Always.
    #[default]
    Always,
}

impl Condition {
    fn holds(self, frame: Frame) -> bool {
        match self {
            Self::Question => frame.question,
            Self::Order => frame.order,
            Self::Infinitive => frame.infinitive,
            Self::Claim => frame.claim,
            Self::Clause => frame.clause,
            Self::Yields | Self::Always => true,
        }
    }
}

/// A row of the lexicon.
#[derive(Clone, Debug)]
pub struct Entry {
    words: Vec<String>,
    /// What the words do.
    pub stance: Stance,
    /// What they do once negated: 'has not confirmed' declines.
    pub negated: Stance,
    /// When they do so.
    pub condition: Condition,
}

impl Entry {
    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Whether words begin with the row's first word as written, not as a form of it.
    pub fn is_written(&self, words: &[Word]) -> bool {
        words.first().map(Word::written) == Some(self.first())
    }
}

/// The rows in the order of their words, a conditional row before the one that always holds.
#[derive(Debug, Default, Deserialize)]
#[serde(try_from = "Groups")]
pub struct Lexicon(Vec<Entry>);

/// The rows as a language's file has them: cues that do the same together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Groups {
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    stance: Stance,
    negated: Stance,
    #[serde(default)]
    when: Condition,
    cues: Words,
}

impl Group {
    fn entries(&self) -> impl Iterator<Item = Entry> {
        let words = |cue: &str| cue.split(' ').map(str::to_owned).collect();
        self.cues.iter().map(move |cue| Entry {
            words: words(cue),
            stance: self.stance,
            negated: self.negated,
            condition: self.when,
        })
    }
}

impl TryFrom<Groups> for Lexicon {
    type Error = String;

    fn try_from(groups: Groups) -> Result<Self, String> {
        let mut entries: Vec<Entry> = groups.group.iter().flat_map(Group::entries).collect();
        entries.sort_by(|one, other| (&one.words, one.condition).cmp(&(&other.words, other.condition)));
        let same = |pair: &&[Entry]| pair[0].words == pair[1].words && pair[0].condition == pair[1].condition;
        match entries.windows(2).find(same) {
            Some(pair) => Err(format!("'{}' stands in two groups with the same `when`", pair[0].words.join(" "))),
            None => Ok(Self(entries)),
        }
    }
}

impl Lexicon {
    /// The longest row that the words begin with and whose condition holds.
    pub fn at(&self, words: &[Word], frame: Frame) -> Option<&Entry> {
        let first = words.first()?;
        let rows = first.forms().flat_map(|form| self.beginning(form));
        let mut best: Option<&Entry> = None;
        for row in rows.filter(|row| row.condition.holds(frame) && begins(words, &row.words)) {
            if best.is_none_or(|best| row.words.len() > best.words.len()) {
                best = Some(row);
            }
        }
        best
    }

    /// The rows whose first word is the given one.
    fn beginning(&self, word: &str) -> &[Entry] {
        let start = self.0.partition_point(|entry| entry.first() < word);
        let end = self.0.partition_point(|entry| entry.first() <= word);
        &self.0[start..end]
    }
}

/// Whether words begin with those of a row; helping words may stand between: 'is often seen as' for 'be see as'.
fn begins(words: &[Word], row: &[String]) -> bool {
    let mut rest = words;
    row.iter().enumerate().all(|(at, base)| {
        while at > 0 && rest.first().is_some_and(|word| word.helps() && !word.can_be(base)) {
            rest = &rest[1..];
        }
        let found = rest.first().is_some_and(|word| word.can_be(base));
        rest = rest.get(1..).unwrap_or_default();
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_groups_say_the_same() {
        let group = |when| Group {
            stance: Stance::Asserts,
            negated: Stance::Declines,
            when,
            cues: serde_json::from_str(r#"["make clear"]"#).unwrap(),
        };
        let read = |group| Lexicon::try_from(Groups { group });
        assert_eq!(read(vec![group(Condition::Always), group(Condition::Clause)]).unwrap().0.len(), 2);
        let error = read(vec![group(Condition::Always), group(Condition::Always)]).unwrap_err();
        assert!(error.contains("'make clear' stands in two groups"), "{error}");
    }
}
