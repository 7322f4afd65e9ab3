//! Any bytes, as a page in whatever encoding they seem to be.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_fuzz::check_article;
use sayso_page::{Known, read_page};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(article) = read_page(bytes, None, &Known::default()) {
        check_article(&article);
    }
});
