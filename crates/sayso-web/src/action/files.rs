//! Forms that bring files: the token comes first, and nothing is kept before it is seen.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};

use crate::gate::{self, Visitor};
use crate::problem::Problem;

/// The first field of a form must be its token, and that of the visitor.
pub async fn token_first(form: &mut Multipart, visitor: &Visitor) -> Result<(), Problem> {
    let first = next(form).await?.filter(|field| field.name() == Some("token"));
    let brought = match first {
        Some(field) => field.text().await.map_err(unread)?,
        None => String::new(),
    };
    gate::matches(&visitor.token, &brought)
}

/// The next field, where there is one.
pub async fn next(form: &mut Multipart) -> Result<Option<Field<'_>>, Problem> {
    form.next_field().await.map_err(unread)
}

/// A form that breaks off, or is none.
pub fn unread(error: MultipartError) -> Problem {
    Problem::Wrong(format!("The form could not be read: {error}."))
}
