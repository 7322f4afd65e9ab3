//! What the decisions that hold say, taken together: the later over the earlier.

use std::collections::{BTreeMap, BTreeSet};

use super::{Amended, Decision, DecisionDetail, Marked, Verdict, undone};

/// What the decisions that hold say of mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffectiveDecisions {
    /// Pairs of mentions, the lesser first, and whether they are of one claim.
    pairs: BTreeMap<(String, String), bool>,
    rejected: BTreeSet<String>,
    /// Claims that were missed, by the article's id.
    marked: BTreeMap<String, Vec<Added>>,
    /// What is set right, by the mention's id.
    mended: BTreeMap<String, Amended>,
}

/// A claim that was missed, under the id that its mention has for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Added {
    pub(crate) id: String,
    pub(crate) marked: Marked,
    pub(crate) by: String,
}

impl EffectiveDecisions {
    /// From decisions in the order in which they were made: where two contradict each other the later holds, and one that
    /// was undone says nothing.
    #[must_use]
    pub fn of(decisions: &[Decision]) -> Self {
        let undone = undone(decisions);
        let mut effective = Self::default();
        for decision in decisions.iter().filter(|decision| !undone.contains(decision.id.as_str())) {
            effective.take(decision.what, decision.detail.clone(), &decision.by);
        }
        effective
    }

    fn take(&mut self, verdict: Verdict, about: DecisionDetail, by: &str) {
        match verdict {
            Verdict::Undo | Verdict::Remove => {}
            Verdict::Reject => self.rejected.extend(about.these),
            Verdict::Add => {
                for (id, marked) in about.these.into_iter().zip(about.marked) {
                    let added = Added { id, by: by.to_owned(), marked };
                    self.marked.entry(added.marked.article.clone()).or_default().push(added);
                }
            }
            Verdict::Mend => {
                for (mention, amendment) in about.these.into_iter().zip(about.amendment) {
                    self.mended.entry(mention).or_default().take(amendment, by);
                }
            }
            Verdict::Confirm | Verdict::Merge | Verdict::Split | Verdict::Reassign => {
                self.rejected.retain(|mention| !about.these.contains(mention));
                for (at, one) in about.these.iter().enumerate() {
                    about.these[at + 1..].iter().for_each(|other| self.rule(one, other, true));
                    about.not.iter().for_each(|other| self.rule(one, other, false));
                }
                if verdict == Verdict::Split {
                    // Who takes one mention out of a claim leaves the others in it.
                    about.not.windows(2).for_each(|two| self.rule(&two[0], &two[1], true));
                }
            }
        }
    }

    fn rule(&mut self, one: &str, other: &str, together: bool) {
        if one != other {
            let (one, other) = (one.min(other).to_owned(), one.max(other).to_owned());
            self.pairs.insert((one, other), together);
        }
    }

    /// Whether people decided nothing about which mentions are claims, and of one claim.
    pub(crate) fn leave_groups(&self) -> bool {
        self.pairs.is_empty() && self.rejected.is_empty()
    }

    /// Whether people left an article, by its id as printed, and its mentions as they were read.
    pub(crate) fn leave<'m>(&self, article: &str, mut mentions: impl Iterator<Item = &'m str>) -> bool {
        let is_mended = |mention: &str| self.mended.contains_key(mention);
        !self.marked.contains_key(article) && (self.mended.is_empty() || !mentions.any(is_mended))
    }

    /// Pairs of mentions that are of one claim, or of two, by what people decided.
    pub(crate) fn pairs(&self, together: bool) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .filter(move |(_, ruled)| **ruled == together)
            .map(|((one, other), _)| (one.as_str(), other.as_str()))
    }

    /// Whether a person said that a mention is no claim.
    pub(crate) fn rejects(&self, mention: &str) -> bool {
        self.rejected.contains(mention)
    }

    /// The claims of an article, by its id as printed, that its reading missed.
    pub(crate) fn marked(&self, article: &str) -> &[Added] {
        self.marked.get(article).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is set right in a mention.
    pub(crate) fn mended(&self, mention: &str) -> Option<&Amended> {
        self.mended.get(mention)
    }
}
