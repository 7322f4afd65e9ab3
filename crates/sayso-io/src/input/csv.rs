//! Tables as text, their cells parted by a comma, a tab, a semicolon or a bar: a row is a document.

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};

use super::allowed::{Allowance, Allowed};
use super::format::{InputFormat, InputHead, InputItem, InputOptions, Items};
use super::source::{InputSource, Stream};
use crate::lines::{InputLine, LONGEST};
use crate::mapping::{Cell, DocumentRow, Mapping, row};

pub const FORMAT: InputFormat =
    InputFormat { name: "csv", help: "Tables as text (CSV, TSV), a row a document", has_rows: true, recognises, open };

/// What parts cells; the first is meant where a heading has but one.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Endings of names of such tables.
const ENDINGS: [&str; 3] = ["csv", "tsv", "tab"];

/// The longest name of a column: what is longer is a sentence.
const LONGEST_NAME: usize = 64;

/// What is said where a row is longer than a line may be.
const OVER: &str =
    "a row is longer than 96 MiB and what follows it was not read; look for a quotation mark that is missing";

/// Whether the first line ends in two signs.
fn ends_in_two(head: &[u8]) -> bool {
    head.iter().position(|byte| *byte == b'\n').is_some_and(|end| head[..end].ends_with(b"\r"))
}

/// By its ending; or by a heading of which a column has documents or their addresses, or a row of a known shape.
fn recognises(head: &InputHead<'_>, options: &InputOptions) -> bool {
    ENDINGS.iter().any(|ending| head.ends_with(ending)) || looks_like_a_table(head, options)
}

fn looks_like_a_table(head: &InputHead<'_>, options: &InputOptions) -> bool {
    let Some(line) = head.first_line() else { return false };
    let separator = separator(line);
    let heading = cells(line, separator);
    let names: Vec<&str> = heading.iter().map(String::as_str).collect();
    if names.len() < 2 {
        return false;
    }
    if Mapping::without_heading(&names).is_some() {
        return true;
    }
    let mapping = options.columns.over(&names);
    let is_heading = names.iter().all(|name| is_name(name)) && (mapping.has_document() || mapping.has_address());
    // The first line of an article may look like a heading; then no row follows.
    is_heading
        && head.second_line().is_some_and(|row| row.contains(&b'"') || cells(row, separator).len() == names.len())
}

/// Whether a cell can be the name of a column.
fn is_name(cell: &str) -> bool {
    let is_sign = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' ' | '.' | ':' | '/' | '#');
    cell.len() <= LONGEST_NAME && cell.chars().all(is_sign) && !cell.ends_with('.')
}

/// What parts most cells.
fn separator(line: &[u8]) -> u8 {
    let cells_by = |separator: u8| cells(line, separator).len();
    // The last of those that are equal is kept: the comma.
    SEPARATORS.into_iter().rev().max_by_key(|separator| cells_by(*separator)).unwrap_or(b',')
}

fn cells(line: &[u8], separator: u8) -> Vec<String> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let mut reader = builder(separator).from_reader(line);
    let first = reader.byte_records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
}

fn builder(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).terminator(Terminator::CRLF);
    builder
}

fn open(source: InputSource, head: &InputHead<'_>, options: &InputOptions) -> Result<Items, String> {
    let line = head.first_line().unwrap_or_default();
    let separator = if head.ends_with("tsv") || head.ends_with("tab") { b'\t' } else { separator(line) };
    let rows = Rows::new(source.stream, separator, ends_in_two(head.bytes), options)?;
    let note = rows.note.clone().map(InputItem::Note);
    Ok(Box::new(note.into_iter().chain(rows)))
}

/// The rows of a table, with the numbers of the lines on which they begin.
struct Rows {
    reader: Reader<Allowed>,
    allowance: Allowance,
    mapping: Mapping,
    /// Whether lines end in a carriage return and a line feed.
    ends_in_two: bool,
    /// How many cells a row has.
    width: usize,
    note: Option<String>,
    /// The first row, where the table has no heading.
    first: Option<ByteRecord>,
    record: ByteRecord,
    is_over: bool,
}

impl Rows {
    fn new(stream: Stream, separator: u8, ends_in_two: bool, options: &InputOptions) -> Result<Self, String> {
        let allowance = Allowance::default();
        let mut reader = builder(separator).from_reader(Allowed::new(stream, allowance.clone(), OVER));
        allowance.renew(LONGEST);
        let mut record = ByteRecord::new();
        reader.read_byte_record(&mut record).map_err(|error| told(&error))?;
        let heading: Vec<String> = record.iter().map(name).collect();
        let names: Vec<&str> = heading.iter().map(String::as_str).collect();
        let headless = Mapping::without_heading(&names).filter(|_| !options.columns.is_chosen());
        let first = headless.is_some().then(|| record.clone());
        let mapping = match headless {
            Some(mapping) => mapping,
            None => options.columns.of_table(&names)?,
        };
        let shown = if first.is_some() { Vec::new() } else { names.clone() };
        let note = (!mapping.is_plain(&names)).then(|| mapping.shown(&shown));
        Ok(Self { reader, allowance, mapping, ends_in_two, width: names.len(), note, first, record, is_over: false })
    }

    /// The line on which a record begins that was read last. The parser says where it ended the record before, which is
    /// earlier where blank lines follow that, or where a line ends in two signs, of which it has taken the first alone.
    fn line_of(&self, record: &ByteRecord) -> u64 {
        let within = record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let end = self.reader.position().line() - u64::from(!self.ends_in_two);
        end.saturating_sub(within).max(record.position().map_or(0, csv::Position::line))
    }

    fn item(&self, record: &ByteRecord) -> InputItem {
        let number = self.line_of(record);
        let line = |line| InputItem::Line { number, line };
        // A spreadsheet leaves empty cells behind the last one.
        let spare = record.iter().skip(self.width).all(|cell| cell.trim_ascii().is_empty());
        if record.len() < self.width || !spare {
            let reason = format!("the row has {} cells and the heading {}", record.len(), self.width);
            return line(InputLine::Refused(format!("{reason}; look for a quotation mark that is missing")));
        }
        let cell = |place: usize| match str::from_utf8(record.get(place).unwrap_or_default()) {
            Ok(text) => Cell::Text(text.into()),
            Err(_) => Cell::Bytes,
        };
        match row(LONGEST, self.mapping.columns.iter().map(|(field, place)| (*field, cell(*place)))) {
            DocumentRow::Line(whole) => line(whole),
            DocumentRow::Address(address) => InputItem::WithoutText { number, address },
        }
    }
}

fn name(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().to_owned()
}

impl Iterator for Rows {
    type Item = InputItem;

    fn next(&mut self) -> Option<InputItem> {
        if let Some(first) = self.first.take() {
            return Some(self.item(&first));
        }
        if self.is_over {
            return None;
        }
        self.allowance.renew(LONGEST);
        let mut record = std::mem::take(&mut self.record);
        let read = self.reader.read_byte_record(&mut record);
        self.is_over = !matches!(read, Ok(true));
        let item = match read {
            Ok(true) => Some(self.item(&record)),
            Ok(false) => None,
            Err(error) => Some(InputItem::Broken(told(&error))),
        };
        self.record = record;
        item
    }
}

fn told(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Io(error) => error.to_string(),
        _ => format!("the table cannot be read any further: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::InputSource;
    use crate::input::open as open_any;

    fn told(name: &str, table: impl Into<Vec<u8>>) -> Vec<String> {
        let told = |item| match item {
            InputItem::Line { number, line: InputLine::Whole(line) } => {
                format!("{number} {}", String::from_utf8(line).unwrap())
            }
            InputItem::Line { number, line: InputLine::Refused(reason) } => format!("{number} ({reason})"),
            InputItem::WithoutText { number, address } => format!("{number} at {address}"),
            InputItem::Note(note) | InputItem::Broken(note) => note,
            other => format!("{other:?}"),
        };
        match open_any(InputSource::of(table, name), &InputOptions::default()) {
            Ok(items) => items.map(told).collect(),
            Err(reason) => vec![reason],
        }
    }

    #[test]
    fn rows_have_their_lines_and_a_bad_one_costs_itself() {
        let table = "\u{feff}id,text,url\r\n1,\"Two\nlines\",\r\n\r\n2,short\r\n3,,https://a.example/3,,\r\n4,a,b,c\r\n5,She agreed.,\r\n";
        let told = told("a.csv", table);
        assert_eq!(told[0], "2 {\"id\":\"1\",\"text\":\"Two\\nlines\"}");
        assert!(told[1].starts_with("5 (the row has 2 cells and the heading 3"), "{told:?}");
        assert_eq!(told[2], "6 at https://a.example/3");
        assert!(told[3].starts_with("7 (the row has 4 cells"), "{told:?}");
        assert_eq!(told[4], "8 {\"id\":\"5\",\"text\":\"She agreed.\"}");
    }

    #[test]
    fn bytes_that_are_no_text_cost_their_row() {
        let told = told("a.csv", b"id,text\n1,\xff\n2,a\n".to_vec());
        assert!(told[0].contains("'text' is not UTF-8") && told[1].starts_with("3 {"), "{told:?}");
    }

    #[test]
    fn a_table_of_gdelt_has_no_heading() {
        let mut cells = vec![""; 27];
        (cells[0], cells[1], cells[3], cells[4]) =
            ("20260203101500-7", "20260203101500", "arden.example", "https://arden.example/a");
        let table = format!("{}\n{}\n", cells.join("\t"), cells.join("\t"));
        let told = told("20260203.gkg.csv", table);
        assert!(told[0].contains("url from column 5"), "{told:?}");
        assert_eq!(told[1..], ["1 at https://arden.example/a", "2 at https://arden.example/a"]);
    }

    #[test]
    fn a_table_without_documents_says_what_it_has() {
        let told = told("a.csv", "name,age\nAnn,7\n");
        assert!(told[0].contains("'name', 'age'") && told[0].contains("--column text=NAME"), "{told:?}");
    }
}
