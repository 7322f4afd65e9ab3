//! Removing an article's text where the law demands it: the one exception to 'nothing recorded is altered'.

use jiff::Timestamp;
use sayso_read::Id;

use super::Ledger;
use super::decide::decided;
use super::ingest::{Ingestion, key_of};
use crate::decision::{DecisionDetail, Verdict};
use crate::store::{PendingMark, Removed, Sequence, StoreError};

/// What is to be removed, and on whose say-so.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'a> {
    /// The article's id, as printed.
    pub article: &'a str,
    /// Whether the headline may stay; it is the article's words, too, and often has the name that is to go.
    pub keeps_title: bool,
    /// Who removes it.
    pub by: &'a str,
    /// Why; it stays for good.
    pub why: &'a str,
    /// When.
    pub at: Timestamp,
}

/// Articles that stay, and are likely to have words of the one that was removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Other versions of it.
    pub versions: Vec<Id>,
    /// Copies of it, and what it was copied from.
    pub copies: Vec<Id>,
}

/// Why an article was not removed, or not wholly.
#[derive(Debug, thiserror::Error)]
pub enum RemoveError {
    /// There is no article of this id.
    #[error("there is no article '{0}'")]
    NoArticle(String),
    /// Its text was removed before.
    #[error("the text of {} was removed on {} by {}: {}", .0.id, .0.at, .0.by, .0.why)]
    Already(Box<Removed>),
    /// No reason is given.
    #[error("no reason is given, and the reason is what stays of it")]
    NoReason,
    /// It is removed, but its words still stand in unused parts of the file.
    #[error("the article is removed, but its words still stand in unused parts of the file: {0}")]
    Remains(#[source] StoreError),
    /// The ledger failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Removes an article's text, its reading and all that was concluded from them, for good: when this returns, no byte of
    /// the ledger's file has them. That it was there, when and by whom and why it was removed, stays. Backups made before
    /// are beyond reach. The story that it was in is not to be seen until it is derived without it: refresh next.
    ///
    /// # Errors
    ///
    /// Where there is no such article, it was removed before, or no reason is given; where the ledger cannot be written; and, the
    /// text being removed, where the file cannot be cleared of it yet.
    pub fn remove(&mut self, removal: &Removal<'_>) -> Result<Left, RemoveError> {
        if removal.why.trim().is_empty() {
            return Err(RemoveError::NoReason);
        }
        let no_article = || RemoveError::NoArticle(removal.article.to_owned());
        let sequence = self.writer.sequence_of_printed(removal.article)?.ok_or_else(no_article)?;
        if let Some(removed) = self.writer.removed(sequence)? {
            return Err(RemoveError::Already(Box::new(removed)));
        }
        let left = self.left(sequence, removal.article)?;
        self.take_away(sequence, removal)?;
        self.writer.clear_remains().map_err(RemoveError::Remains)?;
        Ok(left)
    }

    fn take_away(&mut self, sequence: Sequence, removal: &Removal<'_>) -> Result<(), StoreError> {
        let article = removal.article.to_owned();
        let about = DecisionDetail {
            articles: vec![article.clone()],
            why: Some(removal.why.trim().to_owned()),
            ..DecisionDetail::default()
        };
        let decision = decided(Verdict::Remove, vec![article], about, removal.by, removal.at);
        let batch = self.writer.batch()?;
        let key = key_of(&batch, sequence)?;
        batch.remove(sequence, &decision, removal.keeps_title)?;
        if let Some(key) = key {
            Ingestion::new(&batch).removed(sequence, &key, &decision.id)?;
        }
        batch.clear_marks(&[PendingMark::Document(sequence), PendingMark::Decision(decision.id)])?;
        batch.commit()
    }

    fn left(&self, sequence: Sequence, article: &str) -> Result<Left, StoreError> {
        let address = self.writer.card(sequence)?.and_then(|card| card.address);
        let mut left = Left::default();
        for other in address.map(|address| self.writer.at_address(&address)).transpose()?.unwrap_or_default() {
            if other != sequence && self.writer.removed(other)?.is_none() {
                left.versions.extend(self.writer.card(other)?.map(|card| card.id));
            }
        }
        let copies = self.view().record_with(article)?.map(|story| story.copies).unwrap_or_default();
        for copy in copies {
            let [one, other] = [copy.article, copy.of];
            if one.to_string() == article {
                left.copies.push(other);
            } else if other.to_string() == article {
                left.copies.push(one);
            }
        }
        Ok(left)
    }
}
