//! Any text, as a page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_fuzz::check_article;
use sayso_page::{Known, from_html};

fuzz_target!(|page: &str| {
    if let Ok(article) = from_html(page, &Known::default()) {
        check_article(&article);
    }
});
