//! Any bytes, as a Parquet file: no row is longer than a line may be, and no page is unpacked that says it is larger.
#![no_main]

use std::io::{Seek, Write};

use libfuzzer_sys::fuzz_target;
use lines::InputLine;
use read::Rows;

#[allow(dead_code, reason = "the program's own file, of which a table takes its lines alone")]
#[path = "../../crates/sayso-cli/src/lines.rs"]
mod lines;

#[path = "../../crates/sayso-cli/src/columnar/column.rs"]
mod column;
#[path = "../../crates/sayso-cli/src/columnar/footer.rs"]
mod footer;
#[path = "../../crates/sayso-cli/src/columnar/pages.rs"]
mod pages;
#[path = "../../crates/sayso-cli/src/columnar/read.rs"]
mod read;
#[path = "../../crates/sayso-cli/src/columnar/row.rs"]
mod row;
#[path = "../../crates/sayso-cli/src/columnar/thrift.rs"]
mod thrift;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut file) = tempfile::tempfile() else { return };
    if file.write_all(bytes).and_then(|()| file.rewind()).is_err() {
        return;
    }
    let Ok(rows) = Rows::new(file) else { return };
    for (_, line) in rows.take(1000).flatten() {
        if let InputLine::Whole(line) = line {
            assert!(line.len() as u64 <= lines::LONGEST + 1);
        }
    }
});
