//! What can be read, a file a kind; [`INPUTS`] lists them.
//!
//! An input is opened as a [`InputSource`], told by what it begins with, and gives its documents one by one: what is held is one
//! document, a page of a table or a window of what is packed, however long the input is.

mod addresses;
mod allowed;
mod csv;
mod format;
mod json;
mod json_rows;
mod jsonl;
mod newsml;
mod newsml_item;
mod ninjs;
mod objects;
mod page;
mod parquet;
mod source;
mod warc;

pub use crate::mapping::{ColumnChoice, ColumnMap, Field, Mapping};
pub use format::{FoundPage, InputFormat, InputHead, InputItem, InputOptions, Items};
pub use source::{InputSource, Stream};

/// Every kind of input, in the order in which they are tried; the last takes what no other does.
pub const INPUTS: &[InputFormat] = &[
    warc::FORMAT,
    parquet::FORMAT,
    newsml::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    addresses::FORMAT,
    page::FORMAT,
];

/// What is in an input.
///
/// # Errors
///
/// Where it cannot be read at all, and why.
pub fn open(source: InputSource, options: &InputOptions) -> Result<Items, String> {
    open_as(INPUTS, source, options)
}

/// The same, of some kinds only.
///
/// # Errors
///
/// Where it cannot be read at all, and why.
pub fn open_as(formats: &[InputFormat], source: InputSource, options: &InputOptions) -> Result<Items, String> {
    let ending = source.ending();
    let (source, bytes, is_all) = source.peeked().map_err(|error| error.to_string())?;
    let head = InputHead { bytes: &bytes, is_all, ending: &ending, rows_only: options.rows_only };
    let asked = |format: &&InputFormat| format.has_rows || !options.rows_only;
    let format = formats.iter().filter(asked).find(|format| (format.recognises)(&head, options));
    match format {
        Some(format) if format.name == page::FORMAT.name && options.follows_addresses => {
            addresses::open(source, &head, options)
        }
        Some(format) => (format.open)(source, &head, options),
        // Where only rows are asked for, what is told by nothing is a stream whose first line is wrong.
        None => jsonl::open(source, &head, options),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::InputLine;

    /// A kind of input that is added as docs/contributing.md tells: a document a sheet, parted by form feeds.
    const SHEETS: InputFormat = InputFormat {
        name: "sheets",
        help: "Texts parted by form feeds",
        has_rows: false,
        recognises: |head, _| head.bytes.contains(&b'\x0c'),
        open: |source, _, _| {
            let bytes = crate::size_limit::whole(source.stream)?;
            let sheets: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\x0c').map(<[u8]>::to_vec).collect();
            let page = |bytes| InputItem::Page(FoundPage { bytes, ..FoundPage::default() });
            Ok(Box::new(sheets.into_iter().map(page)))
        },
    };

    /// The kind that an input is told to be, and how many documents are in it.
    fn told(name: &str, bytes: impl Into<Vec<u8>>, options: &InputOptions) -> (&'static str, usize) {
        let ending = InputSource::of("", name).ending();
        let (source, bytes, is_all) = InputSource::of(bytes, name).peeked().unwrap();
        let head = InputHead { bytes: &bytes, is_all, ending: &ending, rows_only: options.rows_only };
        let format = INPUTS.iter().find(|format| (format.recognises)(&head, options)).unwrap();
        let items = (format.open)(source, &head, options).map(Iterator::count).unwrap_or_default();
        (format.name, items)
    }

    #[test]
    fn an_input_is_one_entry_of_the_list() {
        let open = |formats: &[InputFormat]| {
            let source = InputSource::of("She agreed.\x0cHe did not.", "a");
            open_as(formats, source, &InputOptions::default()).ok().unwrap().count()
        };
        assert_eq!(open(&[SHEETS, page::FORMAT]), 2);
        assert_eq!(open(INPUTS), 1);
    }

    #[test]
    fn inputs_are_told_by_what_they_begin_with() {
        let lists = InputOptions { lists_addresses: true, ..InputOptions::default() };
        for (name, text, expected) in [
            ("a", "<p>She agreed.</p>", ("page", 1)),
            ("a", "Content, he said, is king.\n\nText, link and more.", ("page", 1)),
            ("a", "{Reuters} She agreed.", ("page", 1)),
            ("a", "[Reuters] She agreed.", ("page", 1)),
            ("a", r#"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"}]}"#, ("page", 1)),
            ("a", "{\n\"version\": \"https://jsonfeed.org/version/1\",\n\"items\":[]}", ("page", 1)),
            ("a", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", ("jsonl", 2)),
            ("a", "{\"text\":\"a\"}", ("jsonl", 1)),
            ("a.jsonl", "no JSON\n{}\n", ("jsonl", 2)),
            ("a", "{\n \"text\": \"a\"\n}\n", ("json", 1)),
            ("a", "[{\"text\":\"a\"},\n{\"text\":\"b\"}]", ("json", 2)),
            ("a", "{\"status\":\"ok\"}\n", ("jsonl", 1)),
            ("a", "{\"articles\":[{\"url\":\"https://a.example/\"}]}", ("json", 1)),
            ("a", "id,text\n1,She agreed.\n", ("csv", 1)),
            ("a", "url;title\nhttps://a.example/;\"a;b\"\n", ("csv", 1)),
            ("a.csv", "text\nShe agreed.\n", ("csv", 1)),
            ("a", "https://a.example/\nhttps://a.example/b\n", ("addresses", 2)),
            ("a", "https://a.example/\nis where she lives.", ("page", 1)),
            ("a", "<?xml version='1.0'?><newsItem guid='a'></newsItem>", ("newsml", 1)),
            ("a", "WARC/1.0\r\n", ("warc", 1)),
            ("a", "", ("page", 1)),
        ] {
            assert_eq!(told(name, text, &lists), expected, "{text}");
        }
        assert_eq!(told("a", "https://a.example/", &InputOptions::default()).0, "page", "to who reads one document");
    }

    #[test]
    fn where_rows_are_asked_for_a_wrong_first_line_costs_itself() {
        let options = InputOptions { rows_only: true, ..InputOptions::default() };
        for first in ["not JSON", "{", "[1,2]", "{\"text\":", "<p>"] {
            let source = InputSource::of(format!("{first}\n{{\"text\":\"a\"}}\n"), "-");
            let items: Vec<_> = open(source, &options).ok().unwrap().collect();
            let last = items.last();
            let is_line = matches!(last, Some(InputItem::Line { number: 2, line: InputLine::Whole(_) }));
            assert!(items.len() == 2 && is_line, "{first}: {items:?}");
        }
    }
}
