//! The cases in `golden/cli/`: readings made by hand and the pages they give.
//!
//! A case is a Markdown file. Its `article` block has the attributions written into the text: `<s1>`, `<c1>`, `<x1>`
//! around source, cue and content of the first, `<f credit>` around furniture. Its `attributions` block has a line for
//! each: quotation, confidence in percent, and the number of the one it stands in. Each `view` block says what it is
//! shown on and holds the page; ␛ stands for the escape character. `BLESS=1` writes the pages anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sayso::{
    Alignment, Article, Attribution, Furniture, FurnitureKind, Metadata, QuoteType, Reading, Span, Text, Warning,
};

use super::{Page, view};

const KINDS: [FurnitureKind; 8] = [
    FurnitureKind::Advertisement,
    FurnitureKind::Teaser,
    FurnitureKind::LinkLine,
    FurnitureKind::CorrectionFooter,
    FurnitureKind::Credit,
    FurnitureKind::SignUp,
    FurnitureKind::Repeat,
    FurnitureKind::Other,
];

#[test]
fn pages_are_as_agreed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../golden/cli");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "golden/cli holds no case");
    for path in paths {
        let case = fs::read_to_string(&path).unwrap();
        let got = shown(&case);
        if env::var_os("BLESS").is_some() {
            fs::write(&path, got).unwrap();
        } else {
            assert!(got == case, "{}\n{got}\n(cargo xtask bless golden writes what the program gives)", path.display());
        }
    }
}

/// The case with its pages drawn anew.
fn shown(case: &str) -> String {
    let reading = reading(block(case, "article").unwrap(), block(case, "attributions").unwrap_or(""));
    let mut parts = case.split("```view ");
    let mut shown = parts.next().unwrap().to_owned();
    for part in parts {
        let (device, rest) = part.split_once('\n').unwrap();
        let (_, after) = rest.split_once("```").unwrap();
        let drawn = view(&reading, page(device)).replace('\u{1b}', "␛");
        shown.push_str(&format!("```view {device}\n{drawn}```{after}"));
    }
    shown
}

fn block<'a>(case: &'a str, kind: &str) -> Option<&'a str> {
    let (_, rest) = case.split_once(&format!("```{kind}\n"))?;
    rest.split_once("\n```").map(|(block, _)| block)
}

/// `100 columns` or `100 columns, styled`.
fn page(device: &str) -> Page {
    let width = device.split(' ').next().unwrap().parse().unwrap();
    Page { width, styled: device.ends_with("styled") }
}

fn reading(source: &str, attributions: &str) -> Reading {
    let (text, tagged) = untag(source);
    let spans = |role: char, number: usize| tagged.get(&format!("{role}{number}")).cloned().unwrap_or_default();
    let attribution = |(number, line): (usize, &str)| {
        let words: Vec<&str> = line.split(' ').collect();
        Attribution {
            source: spans('s', number),
            cue: spans('c', number),
            content: spans('x', number),
            quote_type: [QuoteType::Direct, QuoteType::Indirect, QuoteType::Mixed]
                .into_iter()
                .find(|kind| kind.name() == words[0])
                .unwrap(),
            confidence: words[1].trim_end_matches('%').parse::<f32>().unwrap() / 100.0,
            parent: words.get(3).map(|parent| parent.parse::<usize>().unwrap() - 1),
        }
    };
    let furniture = |kind: FurnitureKind| {
        let spans = tagged.get(&format!("f {}", kind.name())).cloned().unwrap_or_default();
        spans.into_iter().map(move |span| Furniture { span, kind })
    };
    let mut furniture: Vec<Furniture> = KINDS.into_iter().flat_map(furniture).collect();
    furniture.sort_by_key(|furniture| furniture.span);
    let warnings = tagged.get("w").into_iter().flatten();
    let warnings =
        warnings.map(|span| Warning { message: "these words are doubled".into(), span: Some(*span) }).collect();
    let metadata = Metadata {
        title: Some("Two ships leave".to_owned()),
        publisher: Some("The Arden Mail".to_owned()),
        published: Some("2026-02-03".to_owned()),
        ..Metadata::default()
    };
    Reading {
        attributions: (1..).zip(attributions.lines()).map(attribution).collect(),
        article: Article { text, alignment: Alignment::default(), metadata, furniture, warnings },
        warnings: Vec::new(),
    }
}

/// The text without its tags, and the spans that each tag is put around.
fn untag(source: &str) -> (Text, BTreeMap<String, Vec<Span>>) {
    let (mut plain, mut open, mut ranges) = (String::new(), Vec::new(), Vec::new());
    let mut parts = source.split('<');
    plain.push_str(parts.next().unwrap());
    for part in parts {
        let (tag, rest) = part.split_once('>').expect("a tag is closed");
        match tag.strip_prefix('/') {
            None => open.push((tag.to_owned(), plain.len())),
            Some(name) => {
                let at =
                    open.iter().rposition(|(tag, _)| tag.split(' ').next() == Some(name)).expect("a tag is opened");
                let (tag, start) = open.remove(at);
                ranges.push((tag, start, plain.len()));
            }
        }
        plain.push_str(rest);
    }
    let text: Text = Text::new(plain);
    let mut spans = BTreeMap::<String, Vec<Span>>::new();
    ranges.sort_by_key(|(_, start, _)| *start);
    for (tag, start, end) in ranges {
        spans.entry(tag).or_default().push(text.span(start, end).unwrap());
    }
    (text, spans)
}
