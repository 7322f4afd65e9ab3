//! The two extractors that separate an article from the rest of its page, each run where it can do no harm.

use std::thread;

use dom_smoothie::Readability;
use trafilatura::{ExtractionFocus, Options};

use super::bounds::EXTRACTOR_STACK;
use super::paragraphs::Paragraphs;

/// The body by Trafilatura (Barbaresi 2021), told to rather leave out than take in.
pub(super) fn trafilatura(source: &str) -> Option<Paragraphs> {
    let options =
        Options::default().with_focus(ExtractionFocus::FavorPrecision).with_fallback(true).with_exclude_comments(true);
    apart(|| trafilatura::extract(source, &options).ok().map(|found| Paragraphs::of_fragment(&found.content_html)))
}

/// The body by Readability, the way browsers' reading modes find it.
pub(super) fn readability(source: &str) -> Option<Paragraphs> {
    apart(|| {
        let article = Readability::new(source, None, None).ok()?.parse().ok()?;
        Some(Paragraphs::of_fragment(&article.content))
    })
}

/// Runs an extractor on a stack of its own, large enough for its recursion; `None` where it finds nothing or fails.
fn apart<T: Send>(extract: impl FnOnce() -> Option<T> + Send) -> Option<T> {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(EXTRACTOR_STACK).spawn_scoped(scope, extract).ok()?;
        worker.join().ok().flatten()
    })
}
