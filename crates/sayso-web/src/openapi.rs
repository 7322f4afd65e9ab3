//! The pages as JSON, described for programs (OpenAPI 3.1).

use serde_json::{Value, json};

/// A parameter and what it means.
type Parameter = (&'static str, &'static str);

/// Address, what it gives, and the parameters of its query.
const JSON_PAGES: [(&str, &str, &[Parameter]); 9] = [
    ("/stories.json", "Every story in a line, the one that moved last first", &[]),
    (
        "/story/{id}",
        "A story with its articles, claims, links, figures and changes, as `sayso story --json` prints it",
        &[],
    ),
    ("/claim/{id}", "A claim with its mentions, links and decisions; also under the id of one of its mentions", &[]),
    ("/article/{id}", "An article as it was read, and where it stands in the ledger", &[]),
    ("/speaker/{id}", "What somebody says, story by story; `id` is the name, or words of it", &[]),
    (
        "/search.json",
        "Articles that have the words, and speakers whose name has them",
        &[
            ("q", "Words, and phrases in quotation marks"),
            ("outlet", "Only this outlet"),
            ("from", "First day"),
            ("until", "Last day"),
        ],
    ),
    ("/watched.json", "What you watch, and what happened to it", &[]),
    (
        "/corrections.json",
        "Corrections by readers, a page of them; for editors",
        &[
            ("state", "open, approved or rejected"),
            ("order", "Of those that wait: credit, newest or oldest"),
            ("page", "Which page, from 1"),
        ],
    ),
    ("/decisions.json", "What people decided, the latest first", &[]),
];

/// The description.
pub fn described() -> Value {
    let paths: serde_json::Map<String, Value> = JSON_PAGES
        .iter()
        .map(|(address, gives, asked)| ((*address).to_owned(), operation(address, gives, asked)))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "sayso desk",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Every page can be had as JSON. Offsets are [start, end) in Unicode code points into the text of the same object.",
        },
        "paths": paths,
        "components": {"schemas": {"Error": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string", "description": "What happened and what to do"}}}}},
    })
}

fn operation(address: &str, gives: &str, asked: &[Parameter]) -> Value {
    let parameter = |place: &str, name: &str, what: &str, required: bool| json!({"in": place, "name": name, "description": what, "required": required, "schema": {"type": "string"}});
    let mut parameters: Vec<Value> = asked.iter().map(|(name, what)| parameter("query", name, what, false)).collect();
    if address.contains("{id}") {
        parameters.push(json!({"in": "query", "name": "format", "description": "The form: without it a page, with 'atom' a feed where there is one", "required": true, "schema": {"type": "string", "enum": ["json"]}}));
        parameters.push(parameter("path", "id", "As it stands in the ledger, percent-encoded", true));
    }
    let content = |schema: Value| json!({"application/json": {"schema": schema}});
    json!({"get": {
        "summary": gives,
        "parameters": parameters,
        "responses": {
            "200": {"description": gives, "content": content(json!({"type": "object"}))},
            "4XX": {"description": "Why there is nothing", "content": content(json!({"$ref": "#/components/schemas/Error"}))},
        },
    }})
}
