//! Any bytes, as a web archive, packed or not: what comes out is bounded by what goes in.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_page::{Captured, Captures};

fuzz_target!(|bytes: &[u8]| {
    let mut all = 0;
    for captured in Captures::new(bytes) {
        all += 1;
        if let Ok(Captured::Page(page)) = captured {
            assert!(page.bytes.len() <= sayso_page::LONGEST_DOCUMENT);
        }
    }
    assert!(all <= bytes.len() + 1, "each record, read or lost, takes a byte at least");
});
