//! Objects of JSON as documents: as they are where they are lines of a stream, else by the names of their fields.

use std::io;

use serde_json::Value;
use serde_json::value::RawValue;

use super::format::InputItem;
use super::ninjs;
use super::objects::ObjectFields;
use crate::lines::{InputLine, LONGEST, is_blank, without_mark};
use crate::mapping::{Cell, ColumnMap, DocumentRow, Field, Mapping, row};

/// The items of some lines; how their fields are read is told once, where they are not called as those of a stream.
pub struct JsonRows<L> {
    lines: L,
    columns: ColumnMap,
    is_noted: bool,
    next: Option<InputItem>,
}

impl<L> JsonRows<L> {
    /// Of some lines.
    pub fn new(lines: L, columns: ColumnMap) -> Self {
        Self { lines, columns, is_noted: false, next: None }
    }

    /// An item, and what is told of how it was read.
    fn item(&self, number: u64, line: InputLine) -> (InputItem, Option<String>) {
        let InputLine::Whole(bytes) = &line else { return (InputItem::Line { number, line }, None) };
        let Some(read) = self.read(number, without_mark(bytes)) else {
            return (InputItem::Line { number, line }, None);
        };
        read
    }

    /// Reads an object that is no line of a stream.
    fn read(&self, number: u64, bytes: &[u8]) -> Option<(InputItem, Option<String>)> {
        let fields: ObjectFields<'_> = serde_json::from_slice(bytes).ok()?;
        if !self.columns.is_chosen() && is_line(&fields) {
            return None;
        }
        if let Some(item) = ninjs::item(&fields, bytes, number) {
            return Some((item, None));
        }
        let names: Vec<&str> = fields.keys().map(|name| &**name).collect();
        let mapping = self.columns.over(&names);
        if !mapping.has_document() && !mapping.has_address() {
            return None;
        }
        let note = (!self.is_noted && !mapping.is_plain(&names)).then(|| mapping.shown(&names));
        let item = match row(LONGEST, cells(&mapping, &fields)) {
            DocumentRow::Line(line) => InputItem::Line { number, line },
            DocumentRow::Address(address) => InputItem::WithoutText { number, address },
        };
        Some((item, note))
    }
}

/// Whether an object has a document under a name of a stream, or is a record.
fn is_line(fields: &ObjectFields<'_>) -> bool {
    let has = |name: &str| fields.get(name).is_some_and(|value| !matches!(value.get(), "null" | "\"\""));
    has("attributions") || Field::ALL.into_iter().any(|field| field.is_document() && has(field.name()))
}

fn cells<'f>(mapping: &'f Mapping, fields: &'f ObjectFields<'_>) -> impl Iterator<Item = (Field, Cell<'f>)> {
    let values: Vec<&RawValue> = fields.values().copied().collect();
    mapping.columns.iter().filter_map(move |(field, place)| Some((*field, cell(*field, values.get(*place)?))))
}

fn cell(field: Field, value: &RawValue) -> Cell<'_> {
    if value.get().starts_with('"') {
        return serde_json::from_str(value.get()).map_or(Cell::Raw(value), |text: String| Cell::Text(text.into()));
    }
    match field {
        Field::Publisher | Field::Outlet => named(value).map_or(Cell::Raw(value), |name| Cell::Text(name.into())),
        // A number is a time since 1970.
        Field::Date | Field::Published | Field::Seen if is_number(value) => Cell::Text(value.get().into()),
        _ => Cell::Raw(value),
    }
}

fn is_number(value: &RawValue) -> bool {
    value.get().bytes().all(|byte| byte.is_ascii_digit())
}

/// The name of what is described by an object.
fn named(value: &RawValue) -> Option<String> {
    let value: Value = serde_json::from_str(value.get()).ok()?;
    value["name"].as_str().map(str::to_owned)
}

impl<L: Iterator<Item = io::Result<(u64, InputLine)>>> Iterator for JsonRows<L> {
    type Item = InputItem;

    fn next(&mut self) -> Option<InputItem> {
        if let Some(item) = self.next.take() {
            return Some(item);
        }
        loop {
            match self.lines.next()? {
                Err(error) => return Some(InputItem::Broken(error.to_string())),
                Ok((_, InputLine::Whole(line))) if is_blank(&line) => {}
                Ok((number, line)) => {
                    let (item, note) = self.item(number, line);
                    let Some(note) = note else { return Some(item) };
                    self.is_noted = true;
                    self.next = Some(item);
                    return Some(InputItem::Note(note));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(objects: &[&str], choices: &[&str]) -> Vec<String> {
        let columns = ColumnMap::new(choices.iter().map(|choice| choice.parse().unwrap()).collect());
        let lines = (1..).zip(objects).map(|(number, line)| Ok((number, InputLine::Whole(line.as_bytes().to_vec()))));
        let told = |item| match item {
            InputItem::Line { line: InputLine::Whole(line), .. } => String::from_utf8(line).unwrap(),
            InputItem::WithoutText { address, .. } => address,
            InputItem::Note(note) => note,
            other => format!("{other:?}"),
        };
        JsonRows::new(lines, columns).map(told).collect()
    }

    #[test]
    fn a_line_of_a_stream_is_as_it_was() {
        let line = r#"{"id":7.50,"text":"a","body":"b","link":"https://a.example/"}"#;
        let record = r#"{"text":"a","attributions":[]}"#;
        let wrong = r#"{"id":1,"text":5}"#;
        assert_eq!(told(&[line, " ", record, wrong, "no JSON"], &[]), [line, record, wrong, "no JSON"]);
    }

    #[test]
    fn fields_of_other_programs_are_told_once() {
        let first = r#"{"source":{"id":null,"name":"The Mail"},"url":"https://a.example/1","publishedAt":"2026-02-03T10:00:00Z","content":"She agreed."}"#;
        let second = r#"{"url":"https://a.example/2","title":"Ferry"}"#;
        let told = told(&[first, second], &[]);
        assert!(told[0].starts_with("columns: text from 'content', url from 'url'"), "{}", told[0]);
        let expected = r#"{"text":"She agreed.","url":"https://a.example/1","published":"2026-02-03T10:00:00Z","publisher":"The Mail"}"#;
        assert_eq!(told[1], expected);
        assert_eq!((told[2].as_str(), told.len()), ("https://a.example/2", 3));
    }

    #[test]
    fn what_a_person_says_counts_in_every_object() {
        let told = told(&[r#"{"text":"abstract","full":"She agreed.","id":3}"#], &["text=full"]);
        assert_eq!(told[1], r#"{"id":3,"text":"She agreed."}"#);
    }
}
