//! Runs the cases in `golden/page`: prose for a reader, an input, and what it must be read as.
//!
//! With `BLESS=1` in the environment the expectations are rewritten; read the difference before you commit it.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use sayso_page::{Article, Known, from_html, from_text};

#[test]
fn golden_cases() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../golden/page");
    let mut paths: Vec<_> =
        fs::read_dir(&folder).expect("the folder of cases").map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "md"));
    paths.sort();
    assert!(paths.len() > 5, "the cases are missing");
    let mut wrong = String::new();
    for path in paths {
        let document = fs::read_to_string(&path).expect("a case is text");
        let case = Case::parse(&document).unwrap_or_else(|| panic!("{} has no input and expectation", path.display()));
        let found = case.read();
        if found.trim() != case.expected.trim() {
            write!(wrong, "\n=== {}\n{found}", path.display()).unwrap();
            if env::var_os("BLESS").is_some() {
                fs::write(&path, document.replacen(case.expected, &found, 1)).expect("the case is written");
            }
        }
    }
    assert!(wrong.is_empty(), "read otherwise than expected:{wrong}");
}

struct Case<'d> {
    is_html: bool,
    input: &'d str,
    expected: &'d str,
}

impl<'d> Case<'d> {
    fn parse(document: &'d str) -> Option<Self> {
        let is_html = document.contains("\n~~~html\n");
        let input = fenced(document, if is_html { "html" } else { "text" })?;
        Some(Self { is_html, input, expected: fenced(document, "expected")? })
    }

    fn read(&self) -> String {
        let read = if self.is_html { from_html } else { from_text };
        match read(self.input, &Known::default()) {
            Ok(article) => shown(&article, self.is_html),
            Err(error) => format!("error: {error}\n"),
        }
    }
}

fn fenced<'d>(document: &'d str, name: &str) -> Option<&'d str> {
    let (_, rest) = document.split_once(&format!("\n~~~{name}\n"))?;
    rest.find("\n~~~").map(|end| &rest[..=end])
}

/// The metadata that was found, warnings, furniture; for a page, also the text that was taken from it.
fn shown(article: &Article, with_text: bool) -> String {
    let metadata = &article.metadata;
    let byline = metadata.byline.join("; ");
    let fields = [
        ("title", metadata.title.as_deref()),
        ("byline", Some(byline.as_str()).filter(|names| !names.is_empty())),
        ("publisher", metadata.publisher.as_deref()),
        ("published", metadata.published.as_deref()),
        ("modified", metadata.modified.as_deref()),
        ("language", metadata.language.as_deref()),
        ("url", metadata.url.as_deref()),
    ];
    let mut shown = String::new();
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        writeln!(shown, "{name}: {value}").unwrap();
    }
    for warning in &article.warnings {
        writeln!(shown, "warning: {}", warning.message).unwrap();
    }
    for furniture in &article.furniture {
        writeln!(shown, "{}: {}", furniture.kind.name(), article.text.slice(furniture.span)).unwrap();
    }
    if with_text {
        writeln!(shown, "\n{}", article.text.as_str()).unwrap();
    }
    shown
}
