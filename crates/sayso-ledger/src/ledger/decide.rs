//! Deciding: a person's choice about claims, recorded as a choice about their mentions.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::choice::{Choice, DecideError};
use super::ingest::Ingestion;
use super::{Ledger, View};
use crate::decision::{ADDED, DecisionDetail, Verdict};
use crate::record::ClaimMention;
use crate::store::{Decision, PendingMark, StoreError};

impl Ledger {
    /// Records a choice made at an instant by a person; gives the decision's id. What it changes is derived when the ledger is
    /// refreshed next.
    ///
    /// # Errors
    ///
    /// Where what is chosen is not there, an id stands for several, or the ledger cannot be written.
    pub fn decide(&mut self, choice: &Choice, by: &str, at: Timestamp) -> Result<String, DecideError> {
        let view = self.writer.snapshot()?;
        let (verdict, on, about, undoes) = {
            let deciding = Deciding { view: View::new(&view) };
            deciding.about(&deciding.in_full(choice)?)?
        };
        drop(view);
        let mut decision = decided(verdict, on, about.clone(), by, at);
        decision.undoes = undoes;
        if verdict == Verdict::Add {
            name_added(&mut decision, about);
        }
        let batch = self.writer.batch()?;
        batch.decide(&decision)?;
        let mark = [PendingMark::Decision(decision.id.clone())];
        if batch.is_marked(&mark[0])? {
            Ingestion::new(&batch).decided(&decision.id)?;
            batch.clear_marks(&mark)?;
        }
        batch.commit()?;
        Ok(decision.id)
    }
}

/// What is looked up before a choice is recorded, at one moment.
pub(super) struct Deciding<'v> {
    pub(super) view: View<'v>,
}

impl Deciding<'_> {
    /// The choice with whole ids where only their beginnings were given.
    fn in_full(&self, choice: &Choice) -> Result<Choice, StoreError> {
        let whole = |id: &String| Ok::<_, StoreError>(self.view.mention_id(id)?.unwrap_or_else(|| id.clone()));
        let all = |ids: &[String]| ids.iter().map(whole).collect::<Result<Vec<_>, StoreError>>();
        Ok(match choice {
            Choice::Confirm(claim) => Choice::Confirm(whole(claim)?),
            Choice::Merge(claims) => Choice::Merge(all(claims)?),
            Choice::Split(mentions) => Choice::Split(all(mentions)?),
            Choice::Reassign { mention, claim } => Choice::Reassign { mention: whole(mention)?, claim: whole(claim)? },
            Choice::Reject(claim) => Choice::Reject(whole(claim)?),
            Choice::Add(marked) => Choice::Add(marked.clone()),
            Choice::Mend { mention, amendment } => {
                Choice::Mend { mention: whole(mention)?, amendment: amendment.clone() }
            }
            Choice::Undo(decision) => {
                Choice::Undo(self.view.decision_id(decision)?.unwrap_or_else(|| decision.clone()))
            }
        })
    }

    fn about(&self, choice: &Choice) -> Result<(Verdict, Vec<String>, DecisionDetail, Option<String>), DecideError> {
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
            Choice::Add(marked) => (Verdict::Add, vec![marked.article.clone()], self.added(marked)?, None),
            Choice::Mend { mention, amendment } => {
                (Verdict::Mend, vec![mention.clone()], self.amended(mention, amendment)?, None)
            }
            Choice::Undo(decision) => {
                (Verdict::Undo, vec![decision.clone()], self.undoing(decision)?, Some(decision.clone()))
            }
        };
        Ok((verdict, on, chosen, undoes))
    }

    fn undoing(&self, decision: &str) -> Result<DecisionDetail, DecideError> {
        let undone = self.view.decision(decision)?;
        if undone.is_some_and(|undone| undone.what == Verdict::Remove) {
            return Err(DecideError::Nothing("a removal cannot be undone: the text is gone from the ledger"));
        }
        Ok(DecisionDetail::default())
    }

    /// All mentions of some claims, as one.
    fn chosen<'c>(&self, claims: impl IntoIterator<Item = &'c String>) -> Result<DecisionDetail, DecideError> {
        let mut about = DecisionDetail::default();
        for claim in claims {
            let mentions = self.mentions(claim)?;
            about.articles.extend(mentions.iter().map(|mention| mention.article.to_string()));
            about.these.extend(mentions.into_iter().map(|mention| mention.id));
        }
        Ok(about)
    }

    fn split(&self, mentions: &[String]) -> Result<DecisionDetail, DecideError> {
        let first = mentions.first().ok_or(DecideError::Nothing("give the mentions that are a claim of their own"))?;
        let whole = self.chosen([first])?;
        let (these, not) = whole.these.into_iter().partition(|mention| mentions.contains(mention));
        Ok(DecisionDetail { these, not, articles: whole.articles, ..DecisionDetail::default() })
    }

    fn reassigned(&self, mention: &String, claim: &String) -> Result<DecisionDetail, DecideError> {
        let from = self.chosen([mention])?;
        let mut to = self.chosen([claim])?;
        to.not = from.these.into_iter().filter(|other| other != mention && !to.these.contains(other)).collect();
        to.these.push(mention.clone());
        to.articles.extend(from.articles);
        Ok(to)
    }

    fn mentions(&self, claim: &str) -> Result<Vec<ClaimMention>, DecideError> {
        let found = self.view.claim(claim)?;
        let (_, claim) = found.ok_or_else(|| DecideError::NoClaim(claim.to_owned()))?;
        Ok(claim.mentions)
    }
}

/// A decision under an id made of all that is in it.
pub(super) fn decided(what: Verdict, on: Vec<String>, detail: DecisionDetail, by: &str, at: Timestamp) -> Decision {
    let hash = Sha256::digest(format!("{at}\n{by}\n{what}\n{on:?}\n{}", detail.to_json()).as_bytes());
    let id = format!("d{}", hash[..ID_BYTES].iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    Decision { id, at, by: by.to_owned(), what, on, detail, undoes: None }
}

/// Names the mention that a decision adds after the decision. No reading has a mention whose id begins so.
fn name_added(decision: &mut Decision, about: DecisionDetail) {
    let mention = format!("{ADDED}{}", &decision.id[1..]);
    decision.on.insert(0, mention.clone());
    decision.detail = DecisionDetail { these: vec![mention], ..about };
}

/// Bytes of the hash that a decision's id keeps.
const ID_BYTES: usize = 16;
