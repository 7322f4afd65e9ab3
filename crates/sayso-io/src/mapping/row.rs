//! A row of a table as a line of a stream: its cells under the names of their fields, never longer than a limit.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::dates::iso;
use super::field::Field;
use crate::lines::{InputLine, too_long};

/// What stands in a cell.
#[derive(Debug)]
pub enum Cell<'c> {
    /// Text, which a number may be written as.
    Text(Cow<'c, str>),
    /// Anything else.
    Value(Value),
    /// Anything else, as it is written.
    Raw(&'c RawValue),
    /// Bytes that are no text.
    Bytes,
}

/// A row.
#[derive(Debug, PartialEq, Eq)]
pub enum DocumentRow {
    /// One with a document, or one that is refused.
    Line(InputLine),
    /// One that has an address and no document.
    Address(String),
}

/// The cells of a row, each with its field; what is empty is left out. Of several documents the first counts.
pub fn row<'c>(limit: u64, cells: impl Iterator<Item = (Field, Cell<'c>)>) -> DocumentRow {
    let mut line = Bounded { bytes: vec![b'{'], limit };
    let (mut has_document, mut address) = (false, None);
    for (field, cell) in cells {
        let value = match content(field, cell) {
            CellContent::Nothing => continue,
            _ if field.is_document() && has_document => continue,
            CellContent::NotText => return DocumentRow::Line(InputLine::Refused(not_text(field))),
            value => value,
        };
        if let (Field::Url, CellContent::Text(text)) = (field, &value) {
            address = Some(text.clone().into_owned());
        }
        if line.content(field, &value).is_err() {
            return DocumentRow::Line(InputLine::Refused(too_long()));
        }
        has_document |= field.is_document();
    }
    match address {
        Some(address) if !has_document => DocumentRow::Address(address),
        _ => DocumentRow::Line(line.ended()),
    }
}

/// What a cell says in its field.
enum CellContent<'c> {
    Nothing,
    NotText,
    Text(Cow<'c, str>),
    Number(u64),
    Value(Value),
    Raw(&'c RawValue),
}

fn content(field: Field, cell: Cell<'_>) -> CellContent<'_> {
    match cell {
        Cell::Bytes => CellContent::NotText,
        Cell::Value(Value::Null) => CellContent::Nothing,
        Cell::Value(value) => CellContent::Value(value),
        Cell::Raw(raw) if raw.get() == "null" => CellContent::Nothing,
        Cell::Raw(raw) => CellContent::Raw(raw),
        Cell::Text(text) if text.trim().is_empty() => CellContent::Nothing,
        Cell::Text(text) => told(field, text),
    }
}

/// What a text says in a field where that is more than the text: a number, an address, a date.
fn told(field: Field, text: Cow<'_, str>) -> CellContent<'_> {
    match field {
        Field::Url => address(&text).map_or(CellContent::Nothing, |url| CellContent::Text(url.to_owned().into())),
        Field::Date | Field::Published | Field::Seen => CellContent::Text(iso(&text).map_or(text, Cow::Owned)),
        Field::Version => text.trim().parse().map_or(CellContent::Text(text), CellContent::Number),
        _ => CellContent::Text(text),
    }
}

/// The address in a cell, if it is one.
pub fn address(text: &str) -> Option<&str> {
    let text = text.trim();
    let scheme = text.split_once("://")?.0;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (is_web && !text.contains(char::is_whitespace)).then_some(text)
}

fn not_text(field: Field) -> String {
    let name = field.name();
    format!("'{name}' is not UTF-8; give a page in another encoding as 'html_b64', its bytes in Base64")
}

/// A JSON object that is written up to a limit.
struct Bounded {
    bytes: Vec<u8>,
    limit: u64,
}

impl Bounded {
    fn content(&mut self, field: Field, content: &CellContent<'_>) -> io::Result<()> {
        match content {
            CellContent::Nothing | CellContent::NotText => Ok(()),
            CellContent::Text(text) => self.field(field, text),
            CellContent::Number(number) => self.field(field, number),
            CellContent::Value(value) => self.field(field, value),
            CellContent::Raw(raw) => self.field(field, raw),
        }
    }

    fn field(&mut self, field: Field, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
        if self.bytes.len() > 1 {
            self.bytes.push(b',');
        }
        serde_json::to_writer(&mut *self, field.name())?;
        self.bytes.push(b':');
        Ok(serde_json::to_writer(&mut *self, value)?)
    }

    fn ended(mut self) -> InputLine {
        self.bytes.push(b'}');
        InputLine::Whole(self.bytes)
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.bytes.len() + bytes.len()) as u64 > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(cells: Vec<(Field, Cell<'_>)>) -> DocumentRow {
        row(200, cells.into_iter())
    }

    fn line(text: &str) -> DocumentRow {
        DocumentRow::Line(InputLine::Whole(text.as_bytes().to_vec()))
    }

    #[test]
    fn cells_stand_under_their_fields() {
        let cells = vec![
            (Field::Id, Cell::Text("7".into())),
            (Field::Text, Cell::Text("She said \"no\".".into())),
            (Field::Html, Cell::Text("<p>".into())),
            (Field::Url, Cell::Text(" https://a.example/1 ".into())),
            (Field::Published, Cell::Text("20260203101500".into())),
            (Field::Version, Cell::Text("2".into())),
            (Field::Publisher, Cell::Text(" ".into())),
        ];
        let expected = r#"{"id":"7","text":"She said \"no\".","url":"https://a.example/1","published":"2026-02-03T10:15:00Z","version":2}"#;
        assert_eq!(made(cells), line(expected));
    }

    #[test]
    fn a_row_with_an_address_alone_is_no_document() {
        let cells = vec![(Field::Text, Cell::Text("".into())), (Field::Url, Cell::Text("https://a.example/1".into()))];
        assert_eq!(made(cells), DocumentRow::Address("https://a.example/1".to_owned()));
        assert_eq!(made(vec![(Field::Url, Cell::Text("BBC Monitoring".into()))]), line("{}"));
    }

    #[test]
    fn what_is_too_long_or_no_text_is_refused() {
        let long = "a".repeat(300);
        assert_eq!(
            made(vec![(Field::Text, Cell::Text(long.as_str().into()))]),
            DocumentRow::Line(InputLine::Refused(too_long()))
        );
        let DocumentRow::Line(InputLine::Refused(reason)) = made(vec![(Field::Title, Cell::Bytes)]) else { panic!() };
        assert!(reason.contains("'title' is not UTF-8"));
    }
}
