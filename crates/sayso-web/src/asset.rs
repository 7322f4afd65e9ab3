//! The files that pages bring along, inside the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file, its type and its content.
const FILES: [(&str, &str, &str); 3] = [
    ("desk.css", "text/css; charset=utf-8", include_str!("../static/desk.css")),
    ("desk.js", "text/javascript; charset=utf-8", include_str!("../static/desk.js")),
    ("mark.svg", "image/svg+xml", include_str!("../static/mark.svg")),
];

/// The address of a file, which changes with the program's version, so that a browser may keep it.
pub fn address(file: &str) -> String {
    format!("/static/{file}?v={}", env!("CARGO_PKG_VERSION"))
}

/// `GET /static/{file}`
pub async fn get(Path(file): Path<String>) -> Response {
    let Some((_, kind, content)) = FILES.iter().find(|(name, _, _)| *name == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "max-age=3600")], *content).into_response()
}
