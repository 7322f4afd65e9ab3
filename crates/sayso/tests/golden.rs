//! The cases in `golden/read/`: articles read with the weights that ship, against what a person agreed to.
//!
//! A case is a Markdown file: prose, the article in a `text` block, its reading in an `expect` block.
//! `BLESS=1` writes the reading that the program gives into the `expect` block.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sayso::{Encoder, Known, Reading, Span, document, read_document};

#[test]
fn articles_are_read_as_agreed() {
    let model = Encoder::bundled();
    let mut differing = Vec::new();
    let paths = cases();
    assert!(!paths.is_empty(), "golden/read holds no case");
    for path in paths {
        let case = fs::read_to_string(&path).unwrap();
        let (_, text, _) = block(&case, "text");
        let (before, expected, after) = block(&case, "expect");
        let got = described(&read(text, &model));
        if env::var_os("BLESS").is_some() {
            fs::write(&path, format!("{before}{got}{after}")).unwrap();
        } else if got != expected {
            differing.push(format!("{}\nexpected:\n{expected}\ngot:\n{got}", path.display()));
        }
    }
    assert!(differing.is_empty(), "{}\n(cargo xtask bless golden writes what the program gives)", differing.join("\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../golden/read");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths
}

/// What stands before, within and behind the first block of a kind.
fn block<'a>(case: &'a str, kind: &str) -> (&'a str, &'a str, &'a str) {
    let opening = format!("```{kind}\n");
    let start = case.find(&opening).expect("a case has both blocks") + opening.len();
    let end = start + case[start..].find("```").expect("a block is closed");
    (&case[..start], &case[start..end], &case[end..])
}

fn read(text: &str, model: &Encoder) -> Reading {
    let document = document::documents(text.trim_end().as_bytes(), None, &Known::default()).unwrap().remove(0);
    read_document(document, model).unwrap()
}

fn described(reading: &Reading) -> String {
    let text = &reading.article.text;
    let slices = |spans: &[Span]| match spans {
        [] => "–".to_owned(),
        spans => spans.iter().map(|span| text.slice(*span).replace('\n', " ")).collect::<Vec<_>>().join(" … "),
    };
    let mut described = String::new();
    for furniture in &reading.article.furniture {
        writeln!(described, "furniture: {} ({})", slices(&[furniture.span]), furniture.kind.name()).unwrap();
    }
    for (index, attribution) in reading.attributions.iter().enumerate() {
        let inside = attribution.parent.map(|parent| format!(", inside {}", parent + 1)).unwrap_or_default();
        writeln!(described, "{}. {}{inside}", index + 1, attribution.quote_type.name()).unwrap();
        writeln!(described, "   source:  {}", slices(&attribution.source)).unwrap();
        writeln!(described, "   cue:     {}", slices(&attribution.cue)).unwrap();
        writeln!(described, "   content: {}", slices(&attribution.content)).unwrap();
    }
    described
}
