//! Any text, read with dice for a model: whatever a model says, spans lie in the text and never in furniture.
//!
//! The trained model, slowed by the instruments of coverage, would read one page a minute;
//! `crates/sayso-model/tests/any_text.rs` gives it odd texts.
#![no_main]

#[path = "../../crates/sayso-read/tests/dice/mod.rs"]
mod dice;

use dice::Dice;
use libfuzzer_sys::fuzz_target;
use sayso::read;
use sayso_fuzz::{check_article, check_reading};
use sayso_page::{Known, from_text};

fuzz_target!(|input: (u64, &str)| {
    let (seed, text) = input;
    if let Ok(article) = from_text(text, &Known::default()) {
        let reading = read(article, &Dice(seed));
        check_article(&reading.article);
        check_reading(&reading);
    }
});
