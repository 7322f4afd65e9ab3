//! Looking things up: stories, claims, speakers, words.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use sayso_read::Id;
use serde_json::Value;

use crate::decision_log::DecisionLog;
use crate::document::instant;
use crate::export::{Export, annotations};
use crate::mention::{ArticleMentions, SHORTEST_ID, article_mentions};
use crate::record::{ArticleRecord, Brief, Claim, MentionRecord, Related, StoryRecord, decode};
use crate::store::{Decision, GroupingState, Hit, Query, Reader, Removed, StoreError};
use crate::story::{DocumentKey, Grouping, related};
use crate::version::address;
use crate::{Document, Entry};

/// Other stories that are offered beside one.
const OFFERED: usize = 5;

/// Ids that are told where several begin as given.
const MOST_TOLD: usize = 8;

/// A ledger as it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct View<'r> {
    pub(super) reader: &'r Reader,
}

/// A document that a search found.
#[derive(Debug)]
pub struct SearchResult {
    /// Where the words stand.
    pub hit: Hit,
    /// The document.
    pub entry: Entry,
    /// The story that it is in.
    pub story: Option<String>,
}

impl<'r> View<'r> {
    /// Looks at what a reader has open.
    pub fn new(reader: &'r Reader) -> Self {
        Self { reader }
    }

    /// Every story, the earliest first.
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
    pub fn story(&self, id: &str) -> Result<Option<StoryRecord>, StoreError> {
        let Some(mut story) = self.record(id)?.map_or_else(|| self.record_with(id), |story| Ok(Some(story)))? else {
            return Ok(None);
        };
        story.related = self.related(&story)?;
        Ok(Some(story))
    }

    /// The story of an article, as it is kept: without the stories that have to do with it.
    pub fn record_with(&self, id: &str) -> Result<Option<StoryRecord>, StoreError> {
        let Some(sequence) = self.reader.sequence_of_printed(id)? else { return Ok(None) };
        let Some(key) = self.reader.story_of(sequence)? else { return Ok(None) };
        self.record(&key)
    }

    /// A claim by its id or by that of one of its mentions, with its story.
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
    pub fn mention(&self, id: &str) -> Result<Option<MentionRecord>, StoreError> {
        let Some(id) = self.mention_id(id)? else { return Ok(None) };
        let Some((_, claim)) = self.claim(&id)? else { return Ok(None) };
        let Some(place) = claim.mentions.into_iter().find(|mention| mention.id == id) else { return Ok(None) };
        let Some(document) = self.document(&place.article.to_string())?.map(Document::new) else { return Ok(None) };
        let told = self.mentions_of(&document)?;
        let found = told.told.into_iter().chain(told.own).find(|mention| mention.id == id);
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

    /// The stories in which somebody speaks whose name has the given words.
    pub fn who(&self, name: &str) -> Result<Vec<StoryRecord>, StoreError> {
        self.who_has(name, usize::MAX)
    }

    /// At most so many of the stories in which somebody of just this name speaks.
    pub fn who_is(&self, name: &str, most: usize) -> Result<Vec<StoryRecord>, StoreError> {
        self.records(self.reader.stories_of_speaker(name)?, most)
    }

    /// At most so many of the stories in which somebody speaks whose name has the given words.
    pub fn who_has(&self, words: &str, most: usize) -> Result<Vec<StoryRecord>, StoreError> {
        self.records(self.reader.stories_of_speaker_with(words)?, most)
    }

    fn records(&self, keys: Vec<String>, most: usize) -> Result<Vec<StoryRecord>, StoreError> {
        keys.iter().take(most).filter_map(|key| self.record(key).transpose()).collect()
    }

    /// The documents that were added after one, by its number: each with its own number, its id as it is printed and its
    /// story.
    pub fn added_after(&self, number: i64) -> Result<Vec<(i64, String, String)>, StoreError> {
        self.reader.placed_after(number)
    }

    /// The documents that have the words.
    pub fn search(&self, query: &Query<'_>) -> Result<Vec<SearchResult>, StoreError> {
        let mut found = Vec::new();
        for hit in self.reader.search(query)? {
            if let Some(entry) = self.reader.entry(hit.sequence)? {
                let story = self.reader.story_of(hit.sequence)?;
                found.push(SearchResult { hit, entry, story });
            }
        }
        Ok(found)
    }

    /// The ids of the stories that have an article under an address.
    pub fn stories_at(&self, url: &str) -> Result<BTreeSet<String>, StoreError> {
        let Some(address) = address(url) else { return Ok(BTreeSet::new()) };
        let mut stories = BTreeSet::new();
        for sequence in self.reader.at_address(address.as_str())? {
            stories.extend(self.reader.story_of(sequence)?);
        }
        Ok(stories)
    }

    /// The versions of an article under an address, the earliest first.
    pub fn documents_at(&self, url: &str) -> Result<Vec<Entry>, StoreError> {
        let Some(address) = address(url) else { return Ok(Vec::new()) };
        let mut entries = Vec::new();
        for sequence in self.reader.at_address(address.as_str())? {
            entries.extend(self.reader.entry(sequence)?);
        }
        let at = |entry: &Entry| {
            let known = [&entry.seen, &entry.published].into_iter().find_map(|written| instant(written.as_deref()?));
            (entry.version, known)
        };
        entries.sort_by_key(at);
        Ok(entries)
    }

    /// A document by its id as printed; nothing where its text was removed.
    pub fn document(&self, id: &str) -> Result<Option<Entry>, StoreError> {
        let sequence = self.reader.sequence_of_printed(id)?;
        sequence.map(|sequence| self.reader.entry(sequence)).transpose().map(Option::flatten)
    }

    /// What is left of an article whose text was removed, by its id as printed.
    pub fn removed(&self, id: &str) -> Result<Option<Removed>, StoreError> {
        let sequence = self.reader.sequence_of_printed(id)?;
        sequence.map(|sequence| self.reader.removed(sequence)).transpose().map(Option::flatten)
    }

    /// What is left of every article whose text was removed.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn all_removed(&self) -> Result<Vec<Removed>, StoreError> {
        self.reader.all_removed()
    }

    /// The ledger's name for itself ([`Reader::identity`]).
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn identity(&self) -> Result<Option<String>, StoreError> {
        self.reader.identity()
    }

    /// Whether a document with this id and text is recorded: it need not be read again.
    pub fn has(&self, id: &Id, text: &str) -> Result<bool, StoreError> {
        let Some(sequence) = self.reader.sequence_of(id)? else { return Ok(false) };
        Ok(self.reader.entry(sequence)?.is_some_and(|entry| entry.record.text == text))
    }

    /// How many documents there are.
    pub fn count(&self) -> Result<usize, StoreError> {
        self.reader.count()
    }

    /// People's decisions, in the order in which they were made.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        self.reader.decisions()
    }

    /// A decision by its id.
    pub fn decision(&self, id: &str) -> Result<Option<Decision>, StoreError> {
        let id = self.decision_id(id)?;
        id.map_or(Ok(None), |id| self.reader.decision(&id))
    }

    /// The whole ledger.
    pub fn export(&self) -> Result<Export, StoreError> {
        Ok(Export::new(self.stories()?, &self.reader.all_removed()?, &self.decisions()?))
    }

    /// Every mention of every claim as a W3C Web Annotation, in order of stories, articles and claims.
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
