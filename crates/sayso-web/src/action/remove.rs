//! An article's text is removed for good.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use sayso::ledger::ledger::{Removal, RemoveError};
use sayso::wording::advice;
use serde::Deserialize;

use crate::components;
use crate::correction::follow_removals;
use crate::desk::{Desk, Shared};
use crate::middleware::{self, AuditNote, Visitor};
use crate::problem::Problem;
use crate::response::answered;

#[derive(Deserialize)]
pub struct RemovalForm {
    token: String,
    article: String,
    why: String,
    #[serde(default)]
    keeps_title: String,
    #[serde(default)]
    sure: String,
}

/// `POST /remove`
pub async fn remove(State(desk): Shared, visitor: Visitor, Form(said): Form<RemovalForm>) -> Response {
    answered(&desk, &visitor, removed(&desk, &visitor, said)).await
}

async fn removed(desk: &Arc<Desk>, visitor: &Visitor, said: RemovalForm) -> Result<Response, Problem> {
    middleware::matches(&visitor.token, &said.token)?;
    if said.sure != "yes" {
        return Err(Problem::Wrong("Say that you know it cannot be undone. Nothing was removed.".to_owned()));
    }
    let (by, article) = (visitor.name.clone(), said.article.clone());
    let keeper = Arc::clone(desk);
    desk.change(move |ledger| {
        let keeps_title = said.keeps_title == "yes";
        let removal = Removal { article: &said.article, keeps_title, by: &by, why: &said.why, at: Timestamp::now() };
        ledger.remove(&removal).map_err(in_words)?;
        follow_removals(&ledger.view(), &keeper.store, Timestamp::now())
    })
    .await?;
    let answer = middleware::back_to(&components::article_at(&article));
    Ok(AuditNote(article).with(answer))
}

fn in_words(error: RemoveError) -> Problem {
    match error {
        RemoveError::NoArticle(id) => Problem::Missing(format!("There is no article “{id}”.")),
        RemoveError::Already(_) => Problem::Wrong("Its text was removed before.".to_owned()),
        RemoveError::NoReason => Problem::Wrong("Say why it is removed: the reason is what stays of it.".to_owned()),
        error @ (RemoveError::Remains(_) | RemoveError::Store(_)) => Problem::Failed(advice::of_removal(&error)),
    }
}
