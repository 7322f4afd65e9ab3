//! From documents and people's decisions to the records of all their stories.

use std::collections::HashMap;

use crate::Document;
use crate::decision_log::{AmbiguousMention, DecisionLog};
use crate::link::ComparedPair;
use crate::record::StoryRecord;
use crate::story::{Signature, Story, signature, stories};
use crate::story_record::{self, derive_story};

/// Groups documents into stories and derives the record of each, in order of their earliest articles. The order of
/// `documents` does not matter.
///
/// All documents are compared at once, and all of it is in memory; a ledger, which takes in one document after another,
/// comes to the same records.
///
/// # Errors
///
/// Where a decision is about a mention by the beginning of an id that several have.
pub fn derive_stories(documents: &[Document], decisions: &DecisionLog) -> Result<Vec<StoryRecord>, AmbiguousMention> {
    let signatures: Vec<Signature> = documents.iter().map(signature).collect();
    let signed: Vec<(&Document, &Signature)> = documents.iter().zip(&signatures).collect();
    let by_id: HashMap<String, &Document> =
        documents.iter().map(|document| (document.id().to_string(), document)).collect();
    let derived = stories(&signed).into_iter().map(|story| {
        let own = story.articles().filter_map(|id| by_id.get(id).copied()).cloned();
        let own: Vec<Document> = own.collect();
        Ok(derive_story(story.into(), &own, &decisions.for_documents(&own)?))
    });
    derived.collect()
}

/// The pairs of claims that are held against each other in all stories of some documents, each with all that is asked of
/// it: what the weights of links are made from.
#[must_use]
pub fn compared_pairs(documents: &[Document]) -> Vec<ComparedPair> {
    let signatures: Vec<Signature> = documents.iter().map(signature).collect();
    let signed: Vec<(&Document, &Signature)> = documents.iter().zip(&signatures).collect();
    let by_id: HashMap<String, &Document> =
        documents.iter().map(|document| (document.id().to_string(), document)).collect();
    let of_story = |story: Story| {
        let own: Vec<Document> = story.articles().filter_map(|id| by_id.get(id).copied()).cloned().collect();
        story_record::compared_pairs(&own)
    };
    stories(&signed).into_iter().flat_map(of_story).collect()
}
