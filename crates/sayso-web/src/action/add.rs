//! Links and files that a person adds.

use std::sync::Arc;

use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};

use crate::desk::{Desk, blocking};
use crate::gate::{self, Did, Visitor};
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
    let taker = Arc::clone(desk);
    let taken = blocking(move || Ok(taker.intake.take(given))).await?;
    let frame = Frame::new(desk, visitor, desk.overview().await?, Here::Add, "Added");
    let mut response = frame.around(&page::taken(&taken)).into_response();
    response.extensions_mut().insert(Did(format!("{} articles", taken.added)));
    Ok(response)
}

/// Reads the form; nothing of it is kept before its token is seen, which comes first.
async fn given(visitor: &Visitor, mut form: Multipart) -> Result<Vec<Given>, Problem> {
    let unread = |error: axum::extract::multipart::MultipartError| {
        Problem::Wrong(format!("The form could not be read: {error}."))
    };
    let mut given = Vec::new();
    let mut is_own = false;
    while let Some(field) = form.next_field().await.map_err(unread)? {
        let name = field.name().unwrap_or_default().to_owned();
        if !is_own && name != "token" {
            break;
        }
        match name.as_str() {
            "token" => {
                gate::matches(&visitor.token, &field.text().await.map_err(unread)?)?;
                is_own = true;
            }
            "links" => given.extend(links(&field.text().await.map_err(unread)?)?),
            "files" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                let bytes = field.bytes().await.map_err(unread)?.to_vec();
                if !name.is_empty() || !bytes.is_empty() {
                    given.push(Given::File { name, bytes });
                }
            }
            _ => {}
        }
    }
    if is_own { Ok(given) } else { gate::matches(&visitor.token, "").map(|()| given) }
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
