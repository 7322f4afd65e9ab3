//! What the desk decides about a reader's correction.

use std::sync::Arc;

use axum::extract::{Form, State as Shared};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use crate::components;
use crate::correction::{KINDS, new_id};
use crate::desk::Desk;
use crate::desk_store::{CorrectionState, Decided, DeskStore};
use crate::middleware::{self, AuditNote, Visitor};
use crate::page::QueueQuery;
use crate::problem::Problem;
use crate::response::answered;

#[derive(Debug, Deserialize)]
pub struct CorrectionForm {
    token: String,
    id: String,
    verdict: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    note: String,
    /// The list that it was decided in.
    #[serde(flatten)]
    which: QueueQuery,
}

/// `POST /corrections/decide`
pub async fn correct(Shared(desk): Shared<Arc<Desk>>, visitor: Visitor, Form(said): Form<CorrectionForm>) -> Response {
    answered(&desk, &visitor, decided(&desk, &visitor, said)).await
}

async fn decided(desk: &Arc<Desk>, visitor: &Visitor, said: CorrectionForm) -> Result<Response, Problem> {
    middleware::matches(&visitor.token, &said.token)?;
    let by = visitor.name.clone();
    let back = said.which.listing().address();
    let (did, to) = match said.verdict.as_str() {
        "reject-all" => {
            let rejection = new_id()?;
            let (of, name) = (said.id, rejection.clone());
            let rejected = desk.aside(move |store| store.reject_all(&of, &name, &by, Timestamp::now())).await?;
            (format!("rejected {rejected} of one sender, {rejection}"), format!("{back}&rejected={rejection}"))
        }
        "undo-all" => {
            let rejection = said.id.clone();
            let undone = desk.aside(move |store| store.undo_rejection(&rejection)).await?;
            (format!("opened {undone} again, {}", said.id), back)
        }
        _ => {
            let did = format!("{} {}", said.verdict, said.id);
            let back = format!("{back}&decided={}", components::segment(&said.id));
            desk.aside(move |store| one(store, said, by)).await?;
            (did, back)
        }
    };
    Ok(AuditNote(did).with(middleware::back_to(&to)))
}

fn one(store: &DeskStore, said: CorrectionForm, by: String) -> Result<(), Problem> {
    let state = match said.verdict.as_str() {
        "erase" => return store.erase(&said.id),
        "approved" if said.note.trim().is_empty() => {
            return Err(Problem::Wrong("Say what readers are told before you publish the correction.".to_owned()));
        }
        "approved" => CorrectionState::Approved,
        "rejected" => CorrectionState::Rejected,
        "reopen" => CorrectionState::Open,
        other => return Err(Problem::Wrong(format!("“{other}” is nothing that can be decided."))),
    };
    let known = store.correction(&said.id)?;
    let known = known.ok_or_else(|| Problem::Missing("There is no such correction.".to_owned()))?;
    let kind = if KINDS.contains(&said.kind.as_str()) { said.kind } else { known.received.kind };
    let [old, new, note] = [said.old, said.new, said.note].map(|text| text.trim().to_owned());
    store.decide(&said.id, &Decided { state, kind, at: Timestamp::now(), by, old, new, note })
}
