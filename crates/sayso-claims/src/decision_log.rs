//! All decisions of a ledger, and which of them bind the documents of one story.
//!
//! Earlier versions gave mentions shorter ids, and a decision keeps those with which it was recorded: each stands for the
//! mention of its articles whose id begins so.

use std::collections::{BTreeSet, HashMap};

use crate::Document;
use crate::decision::{Decision, EffectiveDecisions, undone};
use crate::derive::mention_ids;
use crate::mention::is_shortened;

/// The decisions that hold, found by the articles that they are about.
#[derive(Clone, Debug, Default)]
pub struct DecisionLog {
    decisions: Vec<Decision>,
    by_article: HashMap<String, Vec<usize>>,
}

/// A decision is about a mention by the beginning of its id, and several of its articles' mentions have ids that begin so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("decision {decision} is about mention {given}, and several have ids that begin so: {}", mentions.join(", "))]
pub struct AmbiguousMention {
    /// The decision's id.
    pub decision: String,
    /// The mention's id, as the decision has it.
    pub given: String,
    /// The ids that begin so.
    pub mentions: Vec<String>,
}

impl DecisionLog {
    /// From all decisions, in the order in which they were made.
    #[must_use]
    pub fn new(mut decisions: Vec<Decision>) -> Self {
        let undone: BTreeSet<String> = undone(&decisions).into_iter().map(str::to_owned).collect();
        decisions.retain(|decision| !undone.contains(&decision.id));
        let mut by_article: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, decision) in decisions.iter().enumerate() {
            for article in &decision.detail.articles {
                by_article.entry(article.clone()).or_default().push(index);
            }
        }
        Self { decisions, by_article }
    }

    /// What the decisions say of the mentions of some documents: all those of a story, or one.
    ///
    /// # Errors
    ///
    /// Where the shortened id of a mention stands for several.
    pub fn for_documents(&self, documents: &[Document]) -> Result<EffectiveDecisions, AmbiguousMention> {
        let printed: HashMap<String, &Document> =
            documents.iter().map(|document| (document.id().to_string(), document)).collect();
        let about: BTreeSet<usize> =
            printed.keys().filter_map(|article| self.by_article.get(article)).flatten().copied().collect();
        let whole = |index: usize| in_full(self.decisions[index].clone(), &printed);
        let decisions = about.into_iter().map(whole).collect::<Result<Vec<_>, _>>()?;
        Ok(EffectiveDecisions::of(&decisions))
    }
}

/// The decision with the whole ids of the mentions that it is about, of those that the documents have.
fn in_full(mut decision: Decision, documents: &HashMap<String, &Document>) -> Result<Decision, AmbiguousMention> {
    let articles = decision.detail.articles.clone();
    let own = || articles.iter().collect::<BTreeSet<_>>().into_iter().filter_map(|article| documents.get(article));
    let (these, not) = (&mut decision.detail.these, &mut decision.detail.not);
    for id in these.iter_mut().chain(not).filter(|id| is_shortened(id)) {
        let ids = own().flat_map(|document| mention_ids(document));
        let whole = only(id, ids).map_err(|mentions| AmbiguousMention {
            decision: decision.id.clone(),
            given: id.clone(),
            mentions,
        })?;
        if let Some(whole) = whole {
            *id = whole;
        }
    }
    Ok(decision)
}

/// The one of some ids that begins as given; all of them where there are several.
fn only(given: &str, ids: impl Iterator<Item = String>) -> Result<Option<String>, Vec<String>> {
    let found: BTreeSet<String> = ids.filter(|id| id.starts_with(given)).collect();
    if found.len() > 1 { Err(found.into_iter().collect()) } else { Ok(found.into_iter().next()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_id_stands_for_it_and_one_of_several_is_an_error() {
        let ids = || ["c0123456789aa", "c0123456789ab", "cffff"].into_iter().map(str::to_owned);
        assert_eq!(only("cff", ids()), Ok(Some("cffff".to_owned())));
        assert_eq!(only("c9", ids()), Ok(None));
        assert_eq!(only("c0123456789", ids()), Err(vec!["c0123456789aa".to_owned(), "c0123456789ab".to_owned()]));
    }
}
