//! Looking stories up: by id, by who speaks in them, all of them.

use std::cmp::Reverse;

use serde_json::Value;

use crate::document::instant;
use crate::export::{Export, annotations};
use crate::record::{ArticleRecord, Brief, Related, StoryRecord, decode};
use crate::store::{GroupingState, Reader, StoreError};
use crate::story::{DocumentKey, Grouping, related};

/// Other stories that are offered beside one.
const OFFERED: usize = 5;

/// A ledger as it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct View<'r> {
    pub(super) reader: &'r Reader,
}

impl<'r> View<'r> {
    /// Looks at what a reader has open.
    pub fn new(reader: &'r Reader) -> Self {
        Self { reader }
    }

    /// Every story, the earliest first.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories(&self) -> Result<Vec<StoryRecord>, StoreError> {
        let mut stories = Vec::new();
        for (key, _) in self.reader.stories()? {
            stories.extend(self.record(&key)?);
        }
        stories.sort_by_cached_key(|story| {
            let first = story.articles.first();
            let at = first.and_then(|article| instant(article.published.as_deref()?));
            (at.is_none(), at, first.map(|article| article.id.to_string()))
        });
        Ok(stories)
    }

    /// What lists say of every story, the one that moved last first.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn briefs(&self) -> Result<Vec<Brief>, StoreError> {
        let read = |json: &String| {
            serde_json::from_str(json)
                .map_err(|error| self.reader.damaged(format!("what lists say of a story cannot be read: {error}")))
        };
        let mut briefs: Vec<Brief> = self.reader.briefs()?.iter().map(read).collect::<Result<_, StoreError>>()?;
        briefs.sort_by_cached_key(|brief| Reverse(brief.last.as_deref().and_then(instant)));
        Ok(briefs)
    }

    /// A story by its id, or by the id of one of its articles, with the stories that have to do with it.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn story(&self, id: &str) -> Result<Option<StoryRecord>, StoreError> {
        let Some(mut story) = self.record(id)?.map_or_else(|| self.record_with(id), |story| Ok(Some(story)))? else {
            return Ok(None);
        };
        story.related = self.related(&story)?;
        Ok(Some(story))
    }

    /// The story of an article, as it is kept: without the stories that have to do with it.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn record_with(&self, id: &str) -> Result<Option<StoryRecord>, StoreError> {
        let Some(sequence) = self.reader.sequence_of_printed(id)? else { return Ok(None) };
        let Some(key) = self.reader.story_of(sequence)? else { return Ok(None) };
        self.record(&key)
    }

    /// The stories in which somebody speaks whose name has the given words.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn who(&self, name: &str) -> Result<Vec<StoryRecord>, StoreError> {
        self.who_has(name, usize::MAX)
    }

    /// At most so many of the stories in which somebody of just this name speaks.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn who_is(&self, name: &str, most: usize) -> Result<Vec<StoryRecord>, StoreError> {
        self.records(self.reader.stories_of_speaker(name)?, most)
    }

    /// At most so many of the stories in which somebody speaks whose name has the given words.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn who_has(&self, words: &str, most: usize) -> Result<Vec<StoryRecord>, StoreError> {
        self.records(self.reader.stories_of_speaker_with(words)?, most)
    }

    fn records(&self, keys: Vec<String>, most: usize) -> Result<Vec<StoryRecord>, StoreError> {
        keys.iter().take(most).filter_map(|key| self.record(key).transpose()).collect()
    }

    /// The ledger's name for itself ([`Reader::identity`]).
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn identity(&self) -> Result<Option<String>, StoreError> {
        self.reader.identity()
    }

    /// The whole ledger.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn export(&self) -> Result<Export, StoreError> {
        Ok(Export::new(self.stories()?, &self.reader.all_removed()?, &self.decisions()?))
    }

    /// Every mention of every claim as a W3C Web Annotation, in order of stories, articles and claims.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn annotations(&self) -> Result<Vec<Value>, StoreError> {
        let mut all = Vec::new();
        for story in self.stories()? {
            let mut failure = Ok(());
            all.extend(annotations(&story, |id| {
                let document = self.document(id).unwrap_or_else(|error| {
                    failure = Err(error);
                    None
                });
                document.map(|entry| entry.record.text)
            }));
            failure?;
        }
        Ok(all)
    }

    /// A story by its id, as it is kept: without the stories that have to do with it.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn record(&self, key: &str) -> Result<Option<StoryRecord>, StoreError> {
        let Some(concluded) = self.reader.stored_story(key)? else { return Ok(None) };
        let damaged = |error| self.reader.damaged(format!("the record of {key} cannot be read: {error}"));
        decode(&concluded.record).map(Some).map_err(damaged)
    }

    fn related(&self, story: &StoryRecord) -> Result<Vec<Related>, StoreError> {
        let key = |article: &ArticleRecord| DocumentKey {
            at: article.published.as_deref().and_then(instant),
            id: article.id.to_string(),
        };
        let mut keys: Vec<DocumentKey> = story.articles.iter().map(key).collect();
        keys.sort();
        let story_of = |key: &DocumentKey| {
            let sequence = self.reader.sequence_of_printed(&key.id)?;
            sequence.map_or(Ok(None), |known| self.reader.story_of(known))
        };
        let near = related(&keys, &Grouping::new(GroupingState::of_reader(self.reader)), story_of)?;
        let offered = near.into_iter().take(OFFERED);
        Ok(offered.map(|near| Related { because: vec![near.reason()], story: near.story }).collect())
    }
}
