//! Any text, as plain text: it stays what it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_fuzz::check_article;
use sayso_page::{Known, from_text};

fuzz_target!(|text: &str| {
    if let Ok(article) = from_text(text, &Known::default()) {
        assert_eq!(article.text.as_str(), text.strip_prefix('\u{feff}').unwrap_or(text));
        check_article(&article);
    }
});
