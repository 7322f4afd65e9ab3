//! The answer after something was changed: the next page is fetched, not sent to.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::redirect::own_address;

/// A redirect after something was changed, or on to what was asked for: the next page is fetched, not sent to. It leads to a
/// page of the desk, wherever it is told to.
pub fn back_to(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, own_address(address))]).into_response()
}
