//! The articles and claims of a story by their ids.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use sayso_ledger::record::{ArticleRecord, Claim, StoryRecord};
use sayso_read::Id;

use super::times;

/// Where an article does not say whose it is.
const NO_OUTLET: &str = "an outlet not named";

/// A story that can be looked up.
pub struct StoryIndex<'s> {
    articles: HashMap<String, &'s ArticleRecord>,
    claims: HashMap<&'s str, &'s Claim>,
}

impl<'s> StoryIndex<'s> {
    /// Of a story.
    #[must_use]
    pub fn new(story: &'s StoryRecord) -> Self {
        Self {
            articles: story.articles.iter().map(|article| (article.id.to_string(), article)).collect(),
            claims: story.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect(),
        }
    }

    /// A claim.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&'s Claim> {
        self.claims.get(id).copied()
    }

    /// An article.
    #[must_use]
    pub fn article(&self, id: &Id) -> Option<&'s ArticleRecord> {
        self.articles.get(&id.to_string()).copied()
    }

    /// Whose an article is.
    #[must_use]
    pub fn outlet(&self, id: &Id) -> &'s str {
        self.article(id).and_then(|article| article.publisher.as_deref()).unwrap_or(NO_OUTLET)
    }

    /// When an article was published, in words.
    #[must_use]
    pub fn moment(&self, id: &Id) -> String {
        times::moment(self.article(id).and_then(|article| article.published.as_deref()))
    }

    /// The instant at which an article was published, where it tells one.
    #[must_use]
    pub fn published(&self, id: &Id) -> Option<Timestamp> {
        times::at(self.article(id)?.published.as_deref())
    }

    /// The instant at which a claim first appears, likewise.
    #[must_use]
    pub fn began(&self, claim: &Claim) -> Option<Timestamp> {
        self.published(&claim.origin.article)
    }

    /// When a claim first appears, in words.
    #[must_use]
    pub fn since(&self, claim: &Claim) -> String {
        self.moment(&claim.origin.article)
    }

    /// The outlets that carry a claim, those among them that are only cited.
    #[must_use]
    pub fn carriers(&self, claim: &'s Claim) -> BTreeSet<&'s str> {
        let read = claim.mentions.iter().map(|mention| self.outlet(&mention.article));
        read.chain(self.first_hand(claim)).collect()
    }

    /// The outlets that have a claim first-hand: those that its count counts.
    #[must_use]
    pub fn first_hand(&self, claim: &'s Claim) -> BTreeSet<&'s str> {
        let named = |outlet: &'s String| if outlet.is_empty() { NO_OUTLET } else { outlet.as_str() };
        claim.first_hand_are.iter().map(named).collect()
    }
}
