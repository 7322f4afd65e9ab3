//! All decisions of a ledger, and which of them bind the documents of one story.
//!
//! Earlier versions gave mentions shorter ids, and a decision keeps those with which it was recorded: each stands for the
//! mention of its articles whose id begins so.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;

use crate::decision::{Decision, EffectiveDecisions, undone};
use crate::derive::mention_ids;
use crate::mention::is_shortened;
use crate::{Document, work};

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
    let about = &mut decision.detail;
    let known = OnceCell::new();
    for id in about.these.iter_mut().chain(&mut about.not).filter(|id| is_shortened(id)) {
        let known: &BTreeSet<String> = known.get_or_init(|| {
            let own = about.articles.iter().filter_map(|article| documents.get(article));
            own.flat_map(|document| mention_ids(document)).collect()
        });
        match only(id, known) {
            Ok(whole) => whole.clone_into(id),
            Err(mentions) if mentions.is_empty() => {}
            Err(mentions) => {
                return Err(AmbiguousMention { decision: decision.id.clone(), given: id.clone(), mentions });
            }
        }
    }
    Ok(decision)
}

/// The one of some ids that begins as given; all that do, where there is not just one.
fn only<'k>(given: &str, known: &'k BTreeSet<String>) -> Result<&'k str, Vec<String>> {
    let from = (Bound::Included(given), Bound::Unbounded);
    let found: Vec<&String> = work::each(known.range::<str, _>(from)).take_while(|id| id.starts_with(given)).collect();
    match found[..] {
        [whole] => Ok(whole),
        _ => Err(found.into_iter().cloned().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_id_stands_for_it_and_one_of_several_is_an_error() {
        let known: BTreeSet<String> =
            ["c0123456789aa", "c0123456789ab", "cffff"].into_iter().map(str::to_owned).collect();
        assert_eq!(only("cff", &known), Ok("cffff"));
        assert_eq!(only("c9", &known), Err(Vec::new()));
        assert_eq!(only("c0123456789", &known), Err(vec!["c0123456789aa".to_owned(), "c0123456789ab".to_owned()]));
    }
}
