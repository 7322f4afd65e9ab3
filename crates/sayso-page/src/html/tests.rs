//! Work on hostile pages grows as they do, by count.

use super::*;
use crate::work::counted;

/// Steps for a letter of a page, at most: its letters are looked at a few times each, and each text's containers, of which
/// there are [`bounds`]' at most.
const STEPS_A_LETTER: u64 = 200;

/// What twice the page may take, in hundredths of what the page takes.
const TWICE: u64 = 230;

fn steps(page: &str) -> u64 {
    let (article, steps) = counted(|| from_html(page, &Known::default()));
    article.expect("the page is short enough");
    steps
}

#[test]
fn work_grows_as_the_page_does() {
    let nested = |count: usize| format!("{}The mayor denied it.", "<div>".repeat(count));
    let attributes = |count: usize| {
        let all: String = (0..count).map(|number| format!(" a{number}")).collect();
        format!("<p{all}>The mayor denied it.</p>")
    };
    let paragraphs = |count: usize| "<p>The mayor denied it.".repeat(count);
    let different = |count: usize| (0..count).map(|number| format!("<p>The mayor denied the {number}.</p>")).collect();
    let unended = |count: usize| "<x".repeat(count);
    let marked = |count: usize| format!("<p>{}</p>", "<b class=author>Ann Doe</b> ".repeat(count));
    let linked = |count: usize| format!("<h1>No</h1>{}", "<a href=/author/ann>Ann Doe</a> ".repeat(count));
    let broken = |count: usize| "<p>The mayor <div>no</div>denied it</p>".repeat(count);
    let within = |count: usize| format!("{}{}", "<div>".repeat(400), "<p>No.</p>".repeat(count));
    let pages: [(&str, &dyn Fn(usize) -> String); 9] = [
        ("nested", &nested),
        ("attributes", &attributes),
        ("paragraphs", &paragraphs),
        ("different", &different),
        ("unended", &unended),
        ("marked", &marked),
        ("linked", &linked),
        ("broken", &broken),
        ("within", &within),
    ];
    for (name, page) in pages {
        let (once, twice) = (page(1_500), page(3_000));
        let (first, second) = (steps(&once), steps(&twice));
        assert!(second * 100 <= first * TWICE + 100_000, "{name}: {first} steps, and {second} for twice the page");
        assert!(second <= STEPS_A_LETTER * twice.len() as u64, "{name}: {second} steps for {} bytes", twice.len());
    }
}

#[test]
fn what_no_parser_should_be_given_is_read_flat_in_one_pass() {
    for page in ["<div>".repeat(100_000), format!("<p{}>No.", " a".repeat(1_000_000)), "<x".repeat(1_000_000)] {
        let steps = steps(&page);
        assert!(steps <= 4 * page.len() as u64, "{steps} steps for {} bytes", page.len());
    }
}
