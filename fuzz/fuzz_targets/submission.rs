//! Any bytes, as what the script of a site sends of a correction.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_web::Submission;

/// The longest of each: passage, context on one side, words of a reader, in characters.
const PASSAGE: usize = 2_000;
const CONTEXT: usize = 200;
const WORDS: usize = 4_000;

fuzz_target!(|body: &[u8]| {
    let Ok(submission) = Submission::read(body) else { return };
    let content = submission.sent.content();
    assert!(content.len() <= body.len() * 3 + 32, "what the work is bound to grows");
    let Ok(received) = submission.sent.checked() else { return };
    let length = |text: &str| text.chars().count();
    assert!(!received.exact.is_empty() && length(&received.exact) <= PASSAGE);
    assert!(length(&received.prefix) <= CONTEXT && length(&received.suffix) <= CONTEXT);
    for words in [&received.wording, &received.reason].into_iter().flatten() {
        assert!(!words.is_empty() && length(words) <= WORDS);
    }
    assert!(received.wording.is_some() || received.reason.is_some());
    // What a reader calls the page is none of what is kept.
    for of_the_ledger in [&received.article, &received.url, &received.publisher, &received.title] {
        assert!(of_the_ledger.is_empty());
    }
});
