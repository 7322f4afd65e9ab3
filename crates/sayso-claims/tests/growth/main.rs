//! Deriving a story takes work in proportion to the story: twice the story, twice the steps, whatever there is more of.

mod page;
mod stories;
mod words;

use proptest::prelude::*;
use sayso_claims::decision::EffectiveDecisions;
use sayso_claims::record::StoryRecord;
use sayso_claims::story_record::{StoryGroup, derive_story};
use sayso_claims::work::counted;
use sayso_claims::{Document, Entry};
use stories::{Grown, STORIES};

/// Growth of the work that is linear, with a logarithm and what does not grow: quadratic work grows by 4.
const LINEAR: f64 = 2.3;

fn documents(entries: Vec<Entry>) -> Vec<Document> {
    entries.into_iter().map(Document::new).collect()
}

fn derived(documents: &[Document]) -> StoryRecord {
    derive_story(StoryGroup::default(), documents, &EffectiveDecisions::default())
}

fn steps(documents: &[Document]) -> u64 {
    counted(|| derived(documents)).1
}

/// The same documents, as if nothing were known of them.
fn anew(documents: &[Document]) -> Vec<Document> {
    documents.iter().map(|document| Document::new(document.entry.clone())).collect()
}

#[test]
fn work_grows_with_the_story() {
    let growth =
        |size: usize, story: Grown| steps(&documents(story(2 * size))) as f64 / steps(&documents(story(size))) as f64;
    let grown = STORIES.map(|(name, size, story)| (name, growth(size, story)));
    let too_fast: Vec<_> = grown.iter().filter(|(_, growth)| *growth > LINEAR).collect();
    assert!(too_fast.is_empty(), "twice as many take so many times the steps: {too_fast:.2?} of {grown:.2?}");
}

#[test]
fn what_is_known_of_an_article_is_not_found_out_again() {
    let documents = documents(stories::articles(40));
    derived(&documents[..39]);
    let joined = steps(&documents);
    let again = steps(&documents);
    let (of_one, of_all) = (joined - again, steps(&anew(&documents)) - again);
    assert!(of_one > 0 && of_one * 20 < of_all, "{of_one} steps for one article that joins, {of_all} for forty");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn what_is_known_changes_nothing(
        order in Just((0..15_usize).collect::<Vec<_>>()).prop_shuffle(),
        kind in 0..3_usize,
    ) {
        let story = [stories::articles, stories::copies, stories::versions][kind];
        let known = documents(story(15));
        for joined in [5, 10, 15].map(|count| &order[..count]) {
            let warm: Vec<Document> = joined.iter().map(|at| known[*at].clone()).collect();
            let cold: Vec<Document> = anew(&warm).into_iter().rev().collect();
            prop_assert_eq!(derived(&warm), derived(&cold));
        }
    }
}
