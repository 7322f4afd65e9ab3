//! Tables as they are written and read: what they hold comes back, and what is hostile in them costs only itself.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use serde_json::{Value, json};

use super::read::Limits;
use super::{Rows, write};
use crate::lines::InputLine;
use crate::mapping::{ColumnMap, DocumentRow};
use crate::table_rows::FlatRows;

/// A limit that these tests reach in no time.
const LIMIT: usize = 2 << 10;
const LIMITS: Limits = Limits { row: LIMIT as u64, page: 2 * LIMIT as u64 };

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

/// A table with the columns 'id' and 'text', a page a row.
fn table(rows: &[(&str, &str)], properties: WriterPropertiesBuilder) -> Vec<u8> {
    pages_of(1, rows, properties)
}

/// The same, with so many rows a page.
fn pages_of(count: usize, rows: &[(&str, &str)], properties: WriterPropertiesBuilder) -> Vec<u8> {
    let schema = "message row { REQUIRED BYTE_ARRAY id (UTF8); OPTIONAL BYTE_ARRAY text (UTF8); }";
    let properties = properties.set_data_page_row_count_limit(count).set_write_batch_size(count).build();
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let columns: [Vec<&str>; 2] = [rows.iter().map(|row| row.0).collect(), rows.iter().map(|row| row.1).collect()];
    for (levels, cells) in [None, Some(vec![1; rows.len()])].into_iter().zip(columns) {
        let mut column = group.next_column().unwrap().unwrap();
        let cells: Vec<ByteArray> = cells.into_iter().map(ByteArray::from).collect();
        column.typed::<ByteArrayType>().write_batch(&cells, levels.as_deref(), None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.close().unwrap();
    bytes
}

/// Each row: its number, and its id or why it is refused.
fn read(bytes: &[u8]) -> Vec<(u64, String)> {
    let rows = Rows::within(LIMITS, file(bytes), &ColumnMap::default()).unwrap();
    rows.map(|row| match row.unwrap() {
        (number, DocumentRow::Line(InputLine::Whole(line))) => {
            let row: Value = serde_json::from_slice(&line).unwrap();
            (number, row["id"].as_str().unwrap().to_owned())
        }
        (number, DocumentRow::Line(InputLine::Refused(reason))) => (number, reason),
        (number, DocumentRow::Address(address)) => (number, address),
    })
    .collect()
}

#[test]
fn what_is_written_is_read_again() {
    let rows = [
        json!({"flag": true, "words": ["a", "b"], "number": 7, "real": 1.5, "text": "“No.”", "mixed": 1}),
        json!({"flag": null, "words": [], "number": null, "real": 2, "text": null, "mixed": "d1"}),
    ];
    let table = FlatRows::new(rows.iter().filter_map(|row| row.as_object().cloned()).collect());
    let reader = SerializedFileReader::new(file(&write(&table).unwrap())).unwrap();
    let read: Vec<String> = reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
    assert_eq!(read[0], "{flag: true, mixed: \"1\", number: 7, real: 1.5, text: \"“No.”\", words: [\"a\", \"b\"]}");
    assert_eq!(read[1], "{flag: null, mixed: \"d1\", number: null, real: 2.0, text: null, words: []}");
}

#[test]
fn the_fields_of_a_stream_are_read_and_no_others() {
    let rows = [
        json!({"id": 7, "text": "“No.”", "version": 2, "words": ["a"], "mixed": 1}),
        json!({"id": null, "text": "She left.", "version": null, "words": [], "mixed": "d1"}),
    ];
    let table = FlatRows::new(rows.iter().filter_map(|row| row.as_object().cloned()).collect());
    let read = Rows::new(file(&write(&table).unwrap()), &ColumnMap::default()).unwrap().map(|row| match row.unwrap() {
        (_, DocumentRow::Line(InputLine::Whole(line))) => serde_json::from_slice::<Value>(&line).unwrap(),
        (_, DocumentRow::Line(InputLine::Refused(reason))) => reason.into(),
        (_, DocumentRow::Address(address)) => address.into(),
    });
    let expected = [json!({"id": 7, "text": "“No.”", "version": 2}), json!({"text": "She left."})];
    assert_eq!(read.collect::<Vec<_>>(), expected);
}

#[test]
fn a_damaged_file_gives_a_reason() {
    let whole = table(&[("a", "He left.")], WriterProperties::builder());
    for cut in [0, 4, 7, whole.len() / 2, whole.len() - 1] {
        assert!(Rows::new(file(&whole[..cut]), &ColumnMap::default()).is_err());
    }
    let no_documents = FlatRows::new(vec![serde_json::Map::from_iter([("id".to_owned(), json!("c1"))])]);
    let error = Rows::new(file(&write(&no_documents).unwrap()), &ColumnMap::default()).err().unwrap();
    assert!(error.contains("no column 'text'"), "{error}");
}

#[test]
fn a_cell_over_the_limit_costs_only_itself_and_is_not_unpacked() {
    let huge = "a".repeat(2 * LIMIT + 1);
    for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
        for codec in [Compression::SNAPPY, Compression::GZIP(GzipLevel::default())] {
            let properties = WriterProperties::builder().set_writer_version(version).set_compression(codec);
            let properties = properties.set_dictionary_enabled(false);
            let found = read(&table(&[("a", "One."), ("b", &huge), ("c", "Three.")], properties));
            assert_eq!((found[0].1.as_str(), found[2].1.as_str()), ("a", "c"));
            assert_eq!((found[1].0, found[2].0, found.len()), (2, 3, 3));
            assert!(found[1].1.contains("up to row 2"), "{:?}", found[1]);
        }
    }
}

#[test]
fn a_dictionary_over_the_limit_costs_its_rows_and_a_long_row_itself() {
    let huge = "a".repeat(2 * LIMIT + 1);
    let properties = || WriterProperties::builder().set_compression(Compression::SNAPPY);
    let dictionary = properties().set_dictionary_page_size_limit(4 * LIMIT);
    let found = read(&table(&[("a", &huge), ("b", "Two.")], dictionary));
    assert_eq!(found.len(), 1);
    assert!(found[0].1.contains("up to row 2"), "{found:?}");
    // A control character has six letters in JSON.
    let found = read(&table(&[("a", &"\u{1}".repeat(LIMIT / 5)), ("b", "Two.")], properties()));
    assert!(found[0].1.contains("longer than 96 MiB"), "{found:?}");
    assert_eq!(found[1], (2, "b".to_owned()));
}

#[test]
fn a_cell_over_the_limit_does_not_cost_the_others_of_its_page() {
    let long = "a".repeat(LIMIT + 1);
    for dictionary in [true, false] {
        let properties = WriterProperties::builder().set_dictionary_enabled(dictionary);
        let properties = properties.set_compression(Compression::SNAPPY).set_dictionary_page_size_limit(4 * LIMIT);
        let bytes = pages_of(3, &[("a", "One."), ("b", &long), ("c", "Three.")], properties);
        let found = read(&bytes);
        assert_eq!((found[0].1.as_str(), found[2].1.as_str(), found.len()), ("a", "c", 3));
        assert!(found[1].1.contains("longer than 96 MiB"), "{found:?}");
    }
}

/// Where `bytes` holds `part` for the last time.
fn place(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).rposition(|window| window == part).unwrap()
}

#[test]
fn a_page_that_says_less_than_it_unfolds_to_is_not_unpacked() {
    let text = "a".repeat(2 * LIMIT + 1);
    let properties = WriterProperties::builder()
        .set_compression(Compression::GZIP(GzipLevel::default()))
        .set_dictionary_enabled(false)
        .set_statistics_enabled(parquet::file::properties::EnabledStatistics::None);
    let mut bytes = table(&[("a", &text)], properties);
    // The page's kind, then its size: the field after it, a number, here of two bytes. Now it says sixty.
    let at = bytes.windows(4).position(|head| head[..3] == [0x15, 0, 0x15] && head[3] > 127).unwrap() + 3;
    let said = usize::from(bytes[at] & 127) | usize::from(bytes[at + 1]) << 7;
    assert!(said / 2 > 2 * LIMIT && bytes[at + 1] < 128, "{said}");
    bytes.splice(at..at + 2, [120 | 128, 0]);
    let found = Rows::within(LIMITS, file(&bytes), &ColumnMap::default()).unwrap().next().unwrap().unwrap();
    assert!(matches!(found, (1, DocumentRow::Line(InputLine::Refused(_)))), "{found:?}");
}

#[test]
fn a_schema_that_lies_is_refused_before_memory_is_reserved() {
    let sound = table(&[("a", "One.")], WriterProperties::builder());
    let name = place(&sound, b"row");
    // After the root's name comes the count of its children: field 5, a number, two of them.
    let count = name + 3;
    assert_eq!(sound[count..count + 2], [0x15, 4]);
    let mut lie: Vec<u8> = [&sound[..count], &[0x15, 0xfe, 0xff, 0xff, 0xff, 0x0f], &sound[count + 2..]].concat();
    let tail = lie.len() - 8;
    let length = u32::from_le_bytes(lie[tail..tail + 4].try_into().unwrap()) + 4;
    lie[tail..tail + 4].copy_from_slice(&length.to_le_bytes());
    assert!(Rows::new(file(&lie), &ColumnMap::default()).err().unwrap().contains("its schema"));
    let mut long = sound.clone();
    let tail = long.len() - 8;
    long[tail..tail + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(Rows::new(file(&long), &ColumnMap::default()).err().unwrap().contains("footer"));
}

#[test]
fn whatever_byte_is_changed_nothing_panics() {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    let sound = table(&[("a", "One."), ("b", "Two.")], properties);
    let mut whole = Vec::new();
    file(&sound).read_to_end(&mut whole).unwrap();
    for at in 0..whole.len() {
        for changed in [0x00, 0x7f, 0xff, whole[at] ^ 1] {
            let mut bytes = whole.clone();
            bytes[at] = changed;
            if let Ok(rows) = Rows::new(file(&bytes), &ColumnMap::default()) {
                rows.take(100).for_each(drop);
            }
        }
    }
}
