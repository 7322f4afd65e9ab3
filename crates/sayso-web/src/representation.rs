//! In which form something is asked for by its id: as a page, as JSON, as an Atom feed.
//!
//! `?format=json` and `?format=atom` say it beyond doubt. An address that ends in `.json` or `.atom` says it, too, but for an
//! id that ends so itself: then its page is meant, for ids are other people's.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::problem::Problem;

/// In which form something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Representation {
    /// As a page.
    Page,
    /// As JSON.
    Json,
    /// As an Atom feed.
    Feed,
}

/// An id and a form that an address can mean, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked(Vec<(String, Representation)>);

#[derive(Deserialize)]
struct Format {
    format: Option<String>,
}

impl Representation {
    /// What is put behind a page's address to ask for this form.
    pub fn query(self) -> &'static str {
        match self {
            Self::Page => "",
            Self::Json => "?format=json",
            Self::Feed => "?format=atom",
        }
    }
}

impl Asked {
    fn new(path: &str, format: Option<&str>) -> Self {
        let whole = |form| (path.to_owned(), form);
        let cut = |ending, form| path.strip_suffix(ending).map(|id| (id.to_owned(), form));
        Self(match format {
            Some("json") => vec![whole(Representation::Json)],
            Some("atom") => vec![whole(Representation::Feed)],
            _ => [
                Some(whole(Representation::Page)),
                cut(".json", Representation::Json),
                cut(".atom", Representation::Feed),
            ]
            .into_iter()
            .flatten()
            .collect(),
        })
    }

    /// What is found under the first of the ids that there is, with its id and the form that is asked for. Where there is
    /// none, why, in the form that the address means.
    pub async fn find<T, L>(self, look: impl Fn(String) -> L) -> (String, Representation, Result<T, Problem>)
    where
        L: Future<Output = Result<T, Problem>>,
    {
        let mut missing = None;
        for (id, form) in self.0 {
            match look(id.clone()).await {
                Err(problem @ Problem::Missing(_)) => missing = Some((id, form, Err(problem))),
                found => return (id, form, found),
            }
        }
        missing.expect("an address means something")
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let path = Path::<String>::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let query = Query::<Format>::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self::new(&path.0, query.0.format.as_deref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(path: &str, format: Option<&str>) -> Vec<(String, Representation)> {
        Asked::new(path, format).0
    }

    #[test]
    fn the_query_says_the_form_beyond_doubt() {
        assert_eq!(meant("note.json", Some("json")), [("note.json".to_owned(), Representation::Json)]);
        assert_eq!(meant("a1", Some("atom")), [("a1".to_owned(), Representation::Feed)]);
    }

    #[test]
    fn an_id_comes_before_an_ending() {
        let page = |id: &str| (id.to_owned(), Representation::Page);
        assert_eq!(meant("a1", None), [page("a1")]);
        assert_eq!(meant("a.json", None), [page("a.json"), ("a".to_owned(), Representation::Json)]);
    }
}
