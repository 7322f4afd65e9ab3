//! Decisions that find nothing in the articles that they are about: their mentions are not read there any more.

use std::collections::BTreeMap;

use super::View;
use crate::Document;
use crate::decision::undone;
use crate::mention::is_shortened;
use crate::store::StoreError;

impl View<'_> {
    /// The ids of the decisions that hold and are about a mention which none of their articles has, in order.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn unplaced_decisions(&self) -> Result<Vec<String>, StoreError> {
        let decisions = self.decisions()?;
        let undone = undone(&decisions);
        let mut known: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut unplaced = Vec::new();
        for decision in decisions.iter().filter(|decision| !undone.contains(decision.id.as_str())) {
            for article in &decision.detail.articles {
                if !known.contains_key(article.as_str()) {
                    known.insert(article, self.ids_in(article)?);
                }
            }
            let articles = decision.detail.articles.iter();
            let here: Vec<&String> = articles.filter_map(|article| known.get(article.as_str())).flatten().collect();
            let is_here = |mention: &String| here.iter().any(|known| is_of(mention, known));
            if !decision.detail.articles.is_empty() && !decision.detail.these.iter().all(is_here) {
                unplaced.push(decision.id.clone());
            }
        }
        Ok(unplaced)
    }

    fn ids_in(&self, article: &str) -> Result<Vec<String>, StoreError> {
        let Some(document) = self.document(article)?.map(Document::new) else { return Ok(Vec::new()) };
        let found = self.mentions_of(&document)?;
        Ok(found.attributed.into_iter().chain(found.own).map(|mention| mention.id).collect())
    }
}

/// Whether an id, as a decision has it, is that of a mention.
fn is_of(given: &str, mention: &str) -> bool {
    given == mention || is_shortened(given) && mention.starts_with(given)
}
