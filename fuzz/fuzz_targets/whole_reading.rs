//! Any text, read with the weights that ship: spans lie in the text and never in furniture.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sayso::{Encoder, read};
use sayso_fuzz::{check_article, check_reading};
use sayso_page::{Known, from_text};

static ENCODER: LazyLock<Encoder> = LazyLock::new(Encoder::bundled);

fuzz_target!(|text: &str| {
    if let Ok(article) = from_text(text, &Known::default()) {
        let reading = read(article, &*ENCODER);
        check_article(&reading.article);
        check_reading(&reading);
    }
});
