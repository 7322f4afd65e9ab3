//! Links and files that a person adds.

use std::sync::Arc;

use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};

use super::files::{next, token_first, unread};
use crate::desk::Desk;
use crate::gate::{Did, Visitor};
use crate::intake::Given;
use crate::page::{self, Frame, Here};
use crate::problem::Problem;
use crate::routes::{Shared, answered};

/// Links that are fetched for one form.
const LINKS: usize = 40;

/// `POST /add`
pub async fn add(State(desk): Shared, visitor: Visitor, form: Multipart) -> Response {
    answered(&desk, &visitor, added(&desk, &visitor, form)).await
}

async fn added(desk: &Arc<Desk>, visitor: &Visitor, form: Multipart) -> Result<Response, Problem> {
    let given = given(visitor, form).await?;
    if given.is_empty() {
        return Err(Problem::Wrong("Nothing was given. Paste an address, or choose a file.".to_owned()));
    }
    let taken = desk.take(given).await?;
    let frame = Frame::new(desk, visitor, desk.overview().await?, Here::Add, "Added");
    Ok(Did(format!("{} articles", taken.added)).with(frame.around(&page::taken(&taken)).into_response()))
}

/// Reads the form.
async fn given(visitor: &Visitor, mut form: Multipart) -> Result<Vec<Given>, Problem> {
    token_first(&mut form, visitor).await?;
    let mut given = Vec::new();
    while let Some(field) = next(&mut form).await? {
        match field.name() {
            Some("links") => given.extend(links(&field.text().await.map_err(unread)?)?),
            Some("files") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                let bytes = field.bytes().await.map_err(unread)?.to_vec();
                if !name.is_empty() || !bytes.is_empty() {
                    given.push(Given::File { name, bytes });
                }
            }
            _ => {}
        }
    }
    Ok(given)
}

fn links(text: &str) -> Result<Vec<Given>, Problem> {
    let links: Vec<&str> = text.split_whitespace().collect();
    if links.len() > LINKS {
        return Err(Problem::Wrong(format!(
            "{} addresses are more than the {LINKS} that are fetched at once; add them in parts.",
            links.len()
        )));
    }
    Ok(links.into_iter().map(|link| Given::Link(link.to_owned())).collect())
}
