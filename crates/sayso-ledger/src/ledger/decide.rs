//! Deciding: a person's choice about claims, recorded as a choice about their mentions.

use std::fmt;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Ledger;
use crate::decision::{About, Verdict};
use crate::record::ClaimMention;
use crate::store::{Decision, StoreError};

/// What a person chooses. Claims may be given by the id of any of their mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The claim is right as it stands.
    Confirm(String),
    /// These claims are one.
    Merge(Vec<String>),
    /// These mentions, all of one claim, are a claim of their own.
    Split(Vec<String>),
    /// The mention belongs to the claim.
    Reassign {
        /// The mention.
        mention: String,
        /// The claim.
        claim: String,
    },
    /// This is no claim.
    Reject(String),
    /// The decision holds no longer.
    Undo(String),
}

/// Why a choice was not recorded.
#[derive(Debug)]
pub enum DecideError {
    /// There is no claim and no mention of this id.
    NoClaim(String),
    /// There is nothing to choose between.
    Nothing(&'static str),
    /// The ledger failed.
    Store(StoreError),
}

impl fmt::Display for DecideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClaim(id) => write!(f, "there is no claim '{id}'; 'sayso claims' lists them with their ids"),
            Self::Nothing(what) => f.write_str(what),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DecideError {}

impl From<StoreError> for DecideError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Ledger {
    /// Records a choice made at an instant by a person; gives the decision's id.
    pub fn decide(&mut self, choice: &Choice, by: &str, at: Timestamp) -> Result<String, DecideError> {
        let (verdict, on, about, undoes) = self.about(choice)?;
        let detail = serde_json::to_value(&about).unwrap_or_default();
        let hash = Sha256::digest(format!("{at}\n{by}\n{}\n{on:?}\n{detail}", verdict.word()).as_bytes());
        let id = format!("d{}", hash[..ID_BYTES].iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        let what = verdict.word().to_owned();
        let batch = self.writer.batch()?;
        batch.decide(&Decision { id: id.clone(), at, by: by.to_owned(), what, on, detail, undoes })?;
        batch.commit()?;
        Ok(id)
    }

    fn about(&self, choice: &Choice) -> Result<(Verdict, Vec<String>, About, Option<String>), DecideError> {
        let (verdict, on, chosen, undoes) = match choice {
            Choice::Confirm(claim) => (Verdict::Confirm, vec![claim.clone()], self.chosen([claim])?, None),
            Choice::Reject(claim) => (Verdict::Reject, vec![claim.clone()], self.chosen([claim])?, None),
            Choice::Merge(claims) if claims.len() < 2 => {
                return Err(DecideError::Nothing("give two claims or more to merge"));
            }
            Choice::Merge(claims) => (Verdict::Merge, claims.clone(), self.chosen(claims)?, None),
            Choice::Split(mentions) => (Verdict::Split, mentions.clone(), self.split(mentions)?, None),
            Choice::Reassign { mention, claim } => {
                (Verdict::Reassign, vec![mention.clone(), claim.clone()], self.reassigned(mention, claim)?, None)
            }
            Choice::Undo(decision) => (Verdict::Undo, vec![decision.clone()], About::default(), Some(decision.clone())),
        };
        Ok((verdict, on, chosen, undoes))
    }

    /// All mentions of some claims, as one.
    fn chosen<'c>(&self, claims: impl IntoIterator<Item = &'c String>) -> Result<About, DecideError> {
        let mut about = About::default();
        for claim in claims {
            let mentions = self.mentions(claim)?;
            about.articles.extend(mentions.iter().map(|mention| mention.article.to_string()));
            about.these.extend(mentions.into_iter().map(|mention| mention.id));
        }
        Ok(about)
    }

    fn split(&self, mentions: &[String]) -> Result<About, DecideError> {
        let first = mentions.first().ok_or(DecideError::Nothing("give the mentions that are a claim of their own"))?;
        let whole = self.chosen([first])?;
        let (these, not) = whole.these.into_iter().partition(|mention| mentions.contains(mention));
        Ok(About { these, not, articles: whole.articles })
    }

    fn reassigned(&self, mention: &String, claim: &String) -> Result<About, DecideError> {
        let from = self.chosen([mention])?;
        let mut to = self.chosen([claim])?;
        to.not = from.these.into_iter().filter(|other| other != mention && !to.these.contains(other)).collect();
        to.these.push(mention.clone());
        to.articles.extend(from.articles);
        Ok(to)
    }

    fn mentions(&self, claim: &str) -> Result<Vec<ClaimMention>, DecideError> {
        let found = self.view().claim(claim)?;
        let (_, claim) = found.ok_or_else(|| DecideError::NoClaim(claim.to_owned()))?;
        Ok(claim.mentions)
    }
}

/// Bytes of the hash that a decision's id keeps.
const ID_BYTES: usize = 5;
