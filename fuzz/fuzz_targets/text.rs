//! Any text: spans slice it, and their code points are where they stand.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_text::{Body, Text};

fuzz_target!(|parts: (&str, usize, usize)| {
    let (string, start, end) = parts;
    let end = end % (string.len() + 1);
    let text: Text<Body> = Text::new(string);
    if let Some(span) = text.span(start % (end + 1), end) {
        let (first, last) = text.code_points(span);
        assert_eq!(string.chars().skip(first).take(last - first).collect::<String>(), text.slice(span));
    }
});
