//! Reads JSON Lines (`id` and one of `html_b64`, `html`, `text`) and prints what each page was read as.

use std::io::{self, BufRead, Write};

use base64::prelude::{BASE64_STANDARD, Engine};
use sayso_page::{Article, Known, PageError, from_html, from_text, read_page};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let printed = match read(&document) {
            Ok(article) => shown(&document["id"], &article),
            Err(error) => json!({"id": document["id"], "error": error.to_string()}),
        };
        writeln!(out, "{printed}")?;
    }
    out.flush()
}

fn read(document: &Value) -> Result<Article, PageError> {
    let known = Known { url: document["url"].as_str().map(str::to_owned), ..Known::default() };
    if let Some(text) = document["text"].as_str() {
        return from_text(text, &known);
    }
    match document["html"].as_str() {
        Some(html) => from_html(html, &known),
        None => {
            let bytes = BASE64_STANDARD.decode(document["html_b64"].as_str().unwrap_or_default()).unwrap_or_default();
            read_page(&bytes, None, &known)
        }
    }
}

fn shown(id: &Value, article: &Article) -> Value {
    let furniture = article.furniture.iter().map(|found| {
        let (start, end) = article.text.code_points(found.span);
        json!({"start": start, "end": end, "kind": found.kind.name()})
    });
    let metadata = &article.metadata;
    json!({
        "id": id,
        "text": article.text.as_str(),
        "article": {
            "title": metadata.title, "byline": metadata.byline, "publisher": metadata.publisher,
            "published": metadata.published, "modified": metadata.modified, "language": metadata.language,
            "url": metadata.url,
        },
        "furniture": furniture.collect::<Vec<_>>(),
        "warnings": article.warnings.iter().map(|warning| &warning.message).collect::<Vec<_>>(),
    })
}
