//! The rows of the lexicon, as a language's file has them.

use sayso_lang::Words;
use serde::Deserialize;

use super::stances::Stance;

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

/// A row of the lexicon.
#[derive(Clone, Debug)]
pub struct StanceEntry {
    pub words: Vec<String>,
    /// What the words do.
    pub stance: Stance,
    /// What they do once negated: 'has not confirmed' declines.
    pub negated: Stance,
    /// When they do so.
    pub condition: Condition,
}

/// The rows in the order of their words, a conditional row before the one that always holds.
#[derive(Debug, Default, Deserialize)]
#[serde(try_from = "Groups")]
pub struct StanceLexicon(pub Vec<StanceEntry>);

/// The rows as a language's file has them: cues that do the same together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    pub group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub stance: Stance,
    pub negated: Stance,
    #[serde(default)]
    pub when: Condition,
    pub cues: Words,
}

impl Group {
    pub fn entries(&self) -> impl Iterator<Item = StanceEntry> {
        let words = |cue: &str| cue.split(' ').map(str::to_owned).collect();
        self.cues.iter().map(move |cue| StanceEntry {
            words: words(cue),
            stance: self.stance,
            negated: self.negated,
            condition: self.when,
        })
    }
}

impl TryFrom<Groups> for StanceLexicon {
    type Error = String;

    fn try_from(groups: Groups) -> Result<Self, String> {
        let mut entries: Vec<StanceEntry> = groups.group.iter().flat_map(Group::entries).collect();
        entries.sort_by(|one, other| (&one.words, one.condition).cmp(&(&other.words, other.condition)));
        let same = |pair: &&[StanceEntry]| pair[0].words == pair[1].words && pair[0].condition == pair[1].condition;
        match entries.windows(2).find(same) {
            Some(pair) => Err(format!("'{}' stands in two groups with the same `when`", pair[0].words.join(" "))),
            None => Ok(Self(entries)),
        }
    }
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
        let read = |group| StanceLexicon::try_from(Groups { group });
        assert_eq!(read(vec![group(Condition::Always), group(Condition::Clause)]).unwrap().0.len(), 2);
        let error = read(vec![group(Condition::Always), group(Condition::Always)]).unwrap_err();
        assert!(error.contains("'make clear' stands in two groups"), "{error}");
    }
}
