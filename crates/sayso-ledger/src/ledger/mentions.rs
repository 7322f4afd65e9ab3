//! Looking up what is claimed and decided, by ids or enough of their beginnings.

use super::View;
use crate::Document;
use crate::decision_log::DecisionLog;
use crate::mention::{ArticleMentions, SHORTEST_ID, article_mentions};
use crate::record::{Claim, MentionRecord, StoryRecord};
use crate::store::{Decision, StoreError};

/// Ids that are told where several begin as given.
const MOST_TOLD: usize = 8;

impl View<'_> {
    /// A claim by its id or by that of one of its mentions, with its story.
    ///
    /// # Errors
    ///
    /// Where several ids begin as the given one does, or the ledger cannot be read.
    pub fn claim(&self, id: &str) -> Result<Option<(StoryRecord, Claim)>, StoreError> {
        let Some(id) = self.mention_id(id)? else { return Ok(None) };
        for key in self.reader.stories_of_mention(&id)? {
            let Some(story) = self.record(&key)? else { continue };
            let has = |claim: &&Claim| claim.mentions.iter().any(|mention| mention.id == id);
            if let Some(claim) = story.claims.iter().find(has).cloned() {
                return Ok(Some((story, claim)));
            }
        }
        Ok(None)
    }

    /// A mention of a claim, with all that can be set right in it.
    ///
    /// # Errors
    ///
    /// As [`View::claim`].
    pub fn mention(&self, id: &str) -> Result<Option<MentionRecord>, StoreError> {
        let Some(id) = self.mention_id(id)? else { return Ok(None) };
        let Some((_, claim)) = self.claim(&id)? else { return Ok(None) };
        let Some(place) = claim.mentions.into_iter().find(|mention| mention.id == id) else { return Ok(None) };
        let Some(document) = self.document(&place.article.to_string())?.map(Document::new) else { return Ok(None) };
        let mentions = self.mentions_of(&document)?;
        let found = mentions.attributed.into_iter().chain(mentions.own).find(|mention| mention.id == id);
        Ok(found.map(|mention| MentionRecord::of(&document, mention)))
    }

    /// The mentions of a document, as people's decisions leave them.
    pub(super) fn mentions_of(&self, document: &Document) -> Result<ArticleMentions, StoreError> {
        let decisions = DecisionLog::new(self.decisions()?).for_documents(std::slice::from_ref(document))?;
        Ok(article_mentions(document, &decisions))
    }

    /// The whole id of a mention, or of a claim, which has that of its first mention; nothing where none has it or begins
    /// so.
    ///
    /// # Errors
    ///
    /// Where several begin so, or the ledger cannot be read.
    pub fn mention_id(&self, given: &str) -> Result<Option<String>, StoreError> {
        only(given, self.reader.mentions_beginning(given, MOST_TOLD)?)
    }

    /// The whole id of a decision, likewise.
    ///
    /// # Errors
    ///
    /// As [`View::mention_id`].
    pub fn decision_id(&self, given: &str) -> Result<Option<String>, StoreError> {
        only(given, self.reader.decisions_beginning(given, MOST_TOLD)?)
    }

    /// People's decisions, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        self.reader.decisions()
    }

    /// A decision by its id.
    ///
    /// # Errors
    ///
    /// As [`View::claim`].
    pub fn decision(&self, id: &str) -> Result<Option<Decision>, StoreError> {
        let id = self.decision_id(id)?;
        id.map_or(Ok(None), |id| self.reader.decision(&id))
    }
}

/// The id that was given, where it is among those that begin so; else the one of them, where enough of it was given.
fn only(given: &str, mut beginning: Vec<String>) -> Result<Option<String>, StoreError> {
    if beginning.iter().any(|id| id == given) {
        return Ok(Some(given.to_owned()));
    }
    match beginning.len() {
        _ if given.len() < SHORTEST_ID => Ok(None),
        2.. => Err(StoreError::AmbiguousId { given: given.to_owned(), ids: beginning }),
        _ => Ok(beginning.pop()),
    }
}
