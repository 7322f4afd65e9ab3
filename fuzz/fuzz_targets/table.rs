//! Any bytes, as an input of any kind: no line is longer than a line may be, and no page of a table is unpacked that says it
//! is larger.
#![no_main]

use std::fs::File;
use std::io::{BufReader, Seek, Write};

use libfuzzer_sys::fuzz_target;
use sayso_io::input::{InputItem, InputOptions, InputSource, open};
use sayso_io::lines::{InputLine, LONGEST};

/// Names by which inputs are told, beside what they begin with.
const NAMES: [&str; 6] = ["a", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.xml"];

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(bytes).and_then(|()| file.rewind()).is_err() {
        return;
    }
    for name in NAMES {
        let Ok(stream) = File::open(file.path()) else { return };
        let source = InputSource {
            stream: Box::new(BufReader::new(stream)),
            path: Some(file.path().to_owned()),
            ..InputSource::of("", name)
        };
        let Ok(items) = open(source, &InputOptions { lists_addresses: true, ..InputOptions::default() }) else {
            continue;
        };
        for item in items.take(1000) {
            if let InputItem::Line { line: InputLine::Whole(line), .. } = item {
                assert!(line.len() as u64 <= LONGEST + 1);
            }
        }
    }
});
