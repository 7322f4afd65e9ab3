//! The rows of an export as CSV (RFC 4180), flat: a row a mention, a row a figure.

use serde_json::{Map, Value};

/// Formulas are harmless text to a spreadsheet when such a sign at the head of a cell has an apostrophe before it (OWASP,
/// CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The rows of one kind, with a heading.
pub fn csv(kind: &str, export: &Value) -> String {
    let rows: Vec<Map<String, Value>> =
        export[kind].as_array().into_iter().flatten().flat_map(|row| flat(kind, row)).collect();
    let mut columns: Vec<&String> = Vec::new();
    for name in rows.iter().flat_map(Map::keys) {
        if !columns.contains(&name) {
            columns.push(name);
        }
    }
    let heading = columns.iter().map(|name| cell(&Value::String((*name).clone()))).collect::<Vec<_>>().join(",");
    let lines = rows.iter().map(|row| {
        let cells = columns.iter().map(|name| cell(row.get(*name).unwrap_or(&Value::Null)));
        cells.collect::<Vec<_>>().join(",")
    });
    [heading].into_iter().chain(lines).map(|line| line + "\r\n").collect()
}

/// A claim gives a row a mention and a series a row a figure, each with what it belongs to; all else gives one row.
fn flat(kind: &str, row: &Value) -> Vec<Map<String, Value>> {
    let (inner, of_inner) = match kind {
        "claims" => ("mentions", "mention"),
        "figures" => ("series", "point"),
        _ => return row.as_object().cloned().into_iter().collect(),
    };
    let outer: Map<String, Value> = row
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != inner)
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let parts = row[inner].as_array().into_iter().flatten().filter_map(Value::as_object);
    let joined = parts.map(|part| {
        let mut joined = outer.clone();
        joined.extend(part.iter().map(|(name, value)| (format!("{of_inner}_{name}"), value.clone())));
        joined
    });
    joined.collect()
}

fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) if values.iter().all(Value::is_string) => {
            values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    };
    let guarded = if value.is_string() && text.starts_with(FORMULA) { format!("'{text}") } else { text };
    if guarded.contains([',', '"', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_claim_gives_a_row_a_mention_and_no_formula() {
        let claim = json!({"id": "c1", "gist": "=1+1, \"so\"", "mentions": [{"article": "d1"}, {"article": 2}]});
        let table = csv("claims", &json!({"claims": [claim]}));
        let expected = "gist,id,mention_article\r\n\"'=1+1, \"\"so\"\"\",c1,d1\r\n\"'=1+1, \"\"so\"\"\",c1,2\r\n";
        assert_eq!(table, expected);
    }
}
