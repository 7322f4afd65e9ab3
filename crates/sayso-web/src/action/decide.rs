//! A decision about claims or mentions.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use sayso::ledger::ledger::Choice;

use crate::components;
use crate::desk::{Desk, Shared};
use crate::middleware::{self, AuditNote, Visitor};
use crate::problem::Problem;
use crate::response::answered;

/// Claims or mentions that one decision is about at most.
const MOST: usize = 500;

/// What a form says.
#[derive(Debug, Default)]
struct DecisionForm {
    token: String,
    what: String,
    on: Vec<String>,
    claim: String,
}

impl DecisionForm {
    /// A field may come more than once, which the usual reader of forms does not allow.
    fn read(body: &[u8]) -> Self {
        let mut said = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "token" => said.token = value.into_owned(),
                "what" => said.what = value.into_owned(),
                "claim" => said.claim = value.into_owned(),
                "on" if said.on.len() < MOST => said.on.push(value.into_owned()),
                _ => {}
            }
        }
        said
    }

    fn choice(&self) -> Result<Choice, Problem> {
        let one = || self.on.first().cloned().filter(|id| !id.is_empty());
        let missing = || Problem::Wrong("The form does not say what it is about. Go back and try again.".to_owned());
        Ok(match self.what.as_str() {
            "confirm" => Choice::Confirm(one().ok_or_else(missing)?),
            "reject" => Choice::Reject(one().ok_or_else(missing)?),
            "undo" => Choice::Undo(one().ok_or_else(missing)?),
            "merge" => Choice::Merge(vec![self.claim.clone(), one().ok_or_else(missing)?]),
            "split" if self.on.is_empty() => {
                return Err(Problem::Wrong(
                    "Tick the mentions that are not the same claim first, then split them off.".to_owned(),
                ));
            }
            "split" => Choice::Split(self.on.clone()),
            what => match what.strip_prefix("reassign:") {
                Some(mention) => Choice::Reassign { mention: mention.to_owned(), claim: one().ok_or_else(missing)? },
                None => return Err(Problem::Wrong(format!("“{what}” is nothing that can be decided."))),
            },
        })
    }
}

/// `POST /decide`
pub async fn decide(State(desk): Shared, visitor: Visitor, body: Bytes) -> Response {
    answered(&desk, &visitor, decided(&desk, &visitor, &body)).await
}

async fn decided(desk: &Arc<Desk>, visitor: &Visitor, body: &[u8]) -> Result<Response, Problem> {
    let said = DecisionForm::read(body);
    middleware::matches(&visitor.token, &said.token)?;
    let choice = said.choice()?;
    let person = visitor.name.clone();
    let next = desk.change(move |ledger| next(ledger, &choice, &person)).await?;
    Ok(AuditNote(format!("{} {}", said.what, said.on.join(" "))).with(middleware::back_to(&next)))
}

/// Records the choice; gives the page that shows what came of it.
fn next(ledger: &mut sayso::ledger::Ledger, choice: &Choice, person: &str) -> Result<String, Problem> {
    let shown = match choice {
        Choice::Confirm(claim) => Some(claim.clone()),
        Choice::Merge(claims) => claims.first().cloned(),
        Choice::Split(mentions) => mentions.first().cloned(),
        Choice::Reassign { mention, .. } | Choice::Mend { mention, .. } => Some(mention.clone()),
        Choice::Reject(_) | Choice::Add(_) | Choice::Undo(_) => None,
    };
    let story = match choice {
        Choice::Reject(claim) => ledger.view().claim(claim)?.map(|(story, _)| story.id),
        _ => None,
    };
    if let Choice::Undo(decision) = choice
        && ledger.view().decision(decision)?.is_none()
    {
        return Err(Problem::Wrong(format!("There is no decision “{decision}” to undo.")));
    }
    ledger.decide(choice, person, Timestamp::now())?;
    Ok(match (shown, story) {
        (Some(claim), _) => components::claim_at(&claim),
        (None, Some(story)) => components::story_at(&story),
        (None, None) => "/decisions".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_what_is_decided_about_what() {
        let said = DecisionForm::read(b"token=t&what=split&on=m1&on=m%202");
        assert_eq!(
            (said.token.as_str(), said.choice()),
            ("t", Ok(Choice::Split(vec!["m1".to_owned(), "m 2".to_owned()])))
        );
        let said = DecisionForm::read(b"what=reassign%3Am7&on=c2&claim=c1");
        assert_eq!(said.choice(), Ok(Choice::Reassign { mention: "m7".to_owned(), claim: "c2".to_owned() }));
        assert_eq!(
            DecisionForm::read(b"what=merge&on=c2&claim=c1").choice(),
            Ok(Choice::Merge(vec!["c1".to_owned(), "c2".to_owned()]))
        );
        assert!(DecisionForm::read(b"what=split").choice().is_err());
        assert!(DecisionForm::read(b"what=drop&on=c1").choice().is_err());
        assert!(DecisionForm::read(b"what=confirm&on=").choice().is_err());
    }
}
