//! A person has seen all that there is.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use crate::beside::Mark;
use crate::desk::Desk;
use crate::gate;
use crate::problem::Problem;
use crate::routes::{Shared, answered, back_to};

#[derive(Deserialize)]
pub struct Said {
    token: String,
}

/// `POST /seen`
pub async fn seen(State(desk): Shared, Form(said): Form<Said>) -> Response {
    answered(&desk, marked(&desk, &said)).await
}

async fn marked(desk: &Arc<Desk>, said: &Said) -> Result<Response, Problem> {
    gate::matches(&desk.token, &said.token)?;
    let document = desk.look(|view| Ok(view.last_added()?)).await?;
    desk.beside.see(&desk.person, Mark { document, at: Timestamp::now() })?;
    Ok(back_to("/"))
}
