//! Forms that bring files: the token comes first, nothing is kept before it is seen, and a form has only so many parts.

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;

use super::flow::Flow;
use crate::middleware::{self, Visitor};
use crate::problem::Problem;
use crate::response::shown;

/// Parts of one form: each file is opened, read and recorded on its own.
const PARTS: usize = 256;

/// A form that is read part by part.
pub struct Upload {
    form: Multipart,
    flow: Flow,
    parts: usize,
}

/// One part of it.
pub struct MultipartField<'a> {
    field: Field<'a>,
    flow: &'a Flow,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let flow = Flow::default();
        let request = request.map(|body| flow.watch(body));
        let unread = |_| shown(Err::<Response, _>(Problem::Wrong("The form brings no files.".to_owned())));
        let form = Multipart::from_request(request, state).await.map_err(unread)?;
        Ok(Self { form, flow, parts: 0 })
    }
}

impl Upload {
    /// The first part of a form must be its token, and that of the visitor.
    pub async fn token_first(&mut self, visitor: &Visitor) -> Result<(), Problem> {
        let first = self.next().await?.filter(|part| part.name() == Some("token"));
        let brought = match first {
            Some(part) => part.text().await?,
            None => String::new(),
        };
        middleware::matches(&visitor.token, &brought)
    }

    /// The next part, where there is one.
    pub async fn next(&mut self) -> Result<Option<MultipartField<'_>>, Problem> {
        self.parts += 1;
        if self.parts > PARTS {
            return Err(Problem::TooLarge(format!(
                "A form takes {PARTS} files and fields; give the files in parts, or as lines of JSON in one file. Nothing was added."
            )));
        }
        let field = self.form.next_field().await.map_err(|error| unread(&error, &self.flow))?;
        self.flow.found();
        Ok(field.map(|field| MultipartField { field, flow: &self.flow }))
    }
}

impl MultipartField<'_> {
    /// What the form calls it.
    pub fn name(&self) -> Option<&str> {
        self.field.name()
    }

    /// The name of the file that it is.
    pub fn file_name(&self) -> Option<&str> {
        self.field.file_name()
    }

    /// The next piece of it.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Problem> {
        let chunk = self.field.chunk().await.map_err(|error| unread(&error, self.flow))?;
        self.flow.found();
        Ok(chunk)
    }

    /// All of it.
    pub async fn bytes(mut self) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    /// All of it as text, which is no longer than a form without files.
    pub async fn text(mut self) -> Result<String, Problem> {
        let mut bytes = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > middleware::FORM {
                return Err(too_large());
            }
        }
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A form that is too long, breaks off, or is none.
fn unread(error: &MultipartError, flow: &Flow) -> Problem {
    if flow.is_over() || error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return too_large();
    }
    Problem::Wrong(format!("The form could not be read: {}.", error.body_text().trim_end_matches('.')))
}

fn too_large() -> Problem {
    Problem::TooLarge("That is more than the desk takes at once. Nothing was changed; give it in parts.".to_owned())
}
