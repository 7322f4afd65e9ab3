//! The rows of an export as a flat table, a row a mention, a row a figure; and the table as CSV (RFC 4180).

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};
use serde_json::{Map, Value};

use crate::cells::cell;
use crate::table_columns::{ColumnKind, columns};

/// One row.
pub type Row = Map<String, Value>;

/// Flat rows, with their columns.
#[derive(Debug)]
pub struct FlatRows {
    /// Name and kind: those that rows of the kind always have, then others in the order in which the rows bring them up; one
    /// at least.
    pub columns: Vec<(String, ColumnKind)>,
    /// The rows; what one lacks of a column is null.
    pub rows: Vec<Row>,
}

impl FlatRows {
    /// A table of some rows that have columns of their own.
    #[cfg(test)]
    pub fn new(rows: Vec<Row>) -> Self {
        Self::with(&[], rows)
    }

    /// The rows of one kind in an export.
    pub fn of(kind: &str, export: &Value) -> Self {
        let rows = export[kind].as_array().into_iter().flatten().flat_map(|row| flat(kind, row)).collect();
        Self::with(&columns(kind), rows)
    }

    fn with(known: &[(&str, ColumnKind)], rows: Vec<Row>) -> Self {
        let mut columns: Vec<(String, ColumnKind)> =
            known.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
        for name in rows.iter().flat_map(Map::keys) {
            if columns.iter().all(|(known, _)| known != name) {
                let values = rows.iter().map(|row| row.get(name).unwrap_or(&Value::Null));
                columns.push((name.clone(), ColumnKind::of(values)));
            }
        }
        if columns.is_empty() {
            columns.push(("id".to_owned(), ColumnKind::Text));
        }
        Self { columns, rows }
    }

    /// Writes it as CSV, with a heading.
    ///
    /// # Errors
    ///
    /// Where `out` takes no more.
    pub fn write_csv(&self, out: impl Write) -> io::Result<()> {
        let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        rows.write_record(self.columns.iter().map(|(name, _)| cell(&Value::String(name.clone()))))
            .map_err(unwritten)?;
        for row in &self.rows {
            let cells = self.columns.iter().map(|(name, _)| cell(row.get(name).unwrap_or(&Value::Null)));
            rows.write_record(cells).map_err(unwritten)?;
        }
        rows.flush()
    }
}

/// The error beneath, whose kind tells a pipe that nobody reads.
fn unwritten(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The rows of a record, without nesting: its reasons in their words alone, the kinds of its speakers in their order,
/// its sources by their names.
fn flat(kind: &str, row: &Value) -> Vec<Row> {
    let mut rows = unnested(kind, row);
    for row in &mut rows {
        if let Some(because) = row.get_mut("because") {
            *because = worded(kind, because);
        }
        if let Some(sources) = row.get_mut("sources_are") {
            *sources = sources.as_array().into_iter().flatten().map(|source| source["name"].clone()).collect();
        }
        if let Some(speakers) = row.remove("spoken_by") {
            let kinds = speakers.as_array().into_iter().flatten().map(|speaker| speaker["kind"].clone());
            row.insert("speaker_kinds".to_owned(), kinds.collect());
        }
    }
    rows
}

/// A claim has many reasons, an article the one that it is in its story for; null where it is the first there.
fn worded(kind: &str, because: &Value) -> Value {
    let mut texts = because.as_array().into_iter().flatten().map(|reason| reason["text"].clone());
    if kind == "articles" { texts.next().unwrap_or_default() } else { texts.collect() }
}

/// A claim gives a row a mention and a series a row a figure, each with what it belongs to; all else gives one row.
fn unnested(kind: &str, row: &Value) -> Vec<Row> {
    let (inner, of_inner) = match kind {
        "claims" => ("mentions", "mention"),
        "figures" => ("series", "point"),
        _ => return row.as_object().cloned().into_iter().collect(),
    };
    let outer: Row = row
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_claim_gives_a_row_a_mention_and_no_formula() {
        let claim = json!({"id": "c1", "gist": "=1+1, \"so\"", "mentions": [{"article": "d1"}, {"article": 2}]});
        let mut table = Vec::new();
        FlatRows::of("claims", &json!({"claims": [claim]})).write_csv(&mut table).unwrap();
        let told = String::from_utf8(table).unwrap();
        let commas = |count: usize| ",".repeat(count);
        let row = |article: &str| format!("{}\"'=1+1, \"\"so\"\"\",c1,{article}{}", commas(4), commas(19));
        let lines: Vec<&str> = told.split("\r\n").collect();
        assert!(lines[0].starts_with("because,certainty,first_hand,first_hand_are,gist,id,mention_article,"));
        assert_eq!(lines[1..], [&row("d1"), &row("2"), ""]);
    }

    #[test]
    fn columns_are_the_same_whatever_the_rows() {
        let empty = FlatRows::of("figures", &json!({"figures": []}));
        let point = json!({"value": 7, "low": null, "high": null, "unit": null, "new": 1});
        let full = FlatRows::of("figures", &json!({"figures": [{"id": "f1", "what": "dead", "series": [point]}]}));
        assert_eq!(full.columns[..empty.columns.len()], empty.columns);
        assert_eq!(full.columns[empty.columns.len()..], [("point_new".to_owned(), ColumnKind::Whole)]);
        assert!(empty.columns.contains(&("point_value".to_owned(), ColumnKind::Real)));
    }

    #[test]
    fn reasons_are_texts_in_one_column_and_speakers_have_their_kinds_in_another() {
        let reason = |text: &str| json!({"kind": "first_hand", "text": text, "mentions": []});
        let speakers = json!([{"name": "Mara", "kind": "person"}]);
        let because = [reason("A has it."), reason("B, too.")];
        let claim = json!({"because": because, "spoken_by": speakers, "mentions": [{"id": "m1"}]});
        let articles = [json!({"because": []}), json!({"because": [reason("b shares so with a")]})];
        let export = json!({"claims": [claim], "articles": articles});
        assert_eq!(FlatRows::of("claims", &export).rows[0]["because"], json!(["A has it.", "B, too."]));
        assert_eq!(FlatRows::of("claims", &export).rows[0]["speaker_kinds"], json!(["person"]));
        let of_articles: Vec<Value> =
            FlatRows::of("articles", &export).rows.iter().map(|row| row["because"].clone()).collect();
        assert_eq!(of_articles, [Value::Null, json!("b shares so with a")]);
    }
}
