//! Links and files that a person adds.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::files::Upload;
use crate::desk::{Desk, Shared};
use crate::intake::IntakeItem;
use crate::middleware::{self, AuditNote, Visitor};
use crate::page::{self, DeskSection, Frame};
use crate::problem::Problem;
use crate::response::answered;

/// Links that are fetched for one form.
const LINKS: usize = 40;

/// `POST /add`
pub async fn add(State(desk): Shared, visitor: Visitor, headers: HeaderMap, form: Upload) -> Response {
    answered(&desk, &visitor, added(&desk, &visitor, &headers, form)).await
}

async fn added(desk: &Arc<Desk>, visitor: &Visitor, headers: &HeaderMap, form: Upload) -> Result<Response, Problem> {
    let (given, empty) = given(visitor, form).await?;
    if given.is_empty() && empty.is_empty() {
        return Err(Problem::Wrong("Nothing was given. Paste an address, or choose a file.".to_owned()));
    }
    middleware::still(desk, headers, visitor).await?;
    let mut taken = desk.take(given).await?;
    taken.failed.extend(empty.into_iter().map(|name| format!("{name}: the file is empty")));
    let frame = Frame::new(desk, visitor, desk.overview().await?, DeskSection::Add, "Added");
    Ok(AuditNote(format!("{} articles", taken.added)).with(frame.around(&page::taken(&taken)).into_response()))
}

/// Reads the form; with the names of files in which there is nothing to be read.
async fn given(visitor: &Visitor, mut form: Upload) -> Result<(Vec<IntakeItem>, Vec<String>), Problem> {
    form.token_first(visitor).await?;
    let (mut given, mut empty) = (Vec::new(), Vec::new());
    while let Some(part) = form.next().await? {
        match part.name() {
            Some("links") => given.extend(links(&part.text().await?)?),
            Some("files") => {
                let name = part.file_name().unwrap_or_default().to_owned();
                match part.bytes().await? {
                    bytes if !bytes.is_empty() => given.push(IntakeItem::File { name, bytes }),
                    // A field for files in which none was chosen comes as one without a name.
                    _ if name.is_empty() => {}
                    _ => empty.push(name),
                }
            }
            _ => {}
        }
    }
    Ok((given, empty))
}

fn links(text: &str) -> Result<Vec<IntakeItem>, Problem> {
    let links: Vec<&str> = text.split_whitespace().collect();
    if links.len() > LINKS {
        return Err(Problem::Wrong(format!(
            "{} addresses are more than the {LINKS} that are fetched at once; add them in parts.",
            links.len()
        )));
    }
    Ok(links.into_iter().map(|link| IntakeItem::Link(link.to_owned())).collect())
}
