//! The cases in `golden/cli/`: readings made by hand and the pages they give.
//!
//! A case is a Markdown file. Its `article` block has the attributions written into the text: `<s1>`, `<c1>`, `<x1>`
//! around source, cue and content of the first, `<r1>` around the role, `<f credit>` around furniture. Its `attributions` block has a line for
//! each: quotation, confidence in percent, the number of the one it stands in, and who speaks; figures and dates are
//! read from the text. Each `view` block says what it is shown on and holds the page; ␛ stands for the escape character.

use sayso::{
    Alignment, Article, Attribution, Capacity, Certainty, Furniture, FurnitureKind, Metadata, Provenance, QuoteType,
    Reading, Span, Speaker, SpeakerKind, Stance, Warning,
};
use sayso_golden::{block, untag};

use super::{PageWidth, view};

/// The day of publication of every case.
const PUBLISHED: &str = "2026-02-03";

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
    sayso_golden::hold("cli", shown);
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

/// 'Hana Orlin', or 'two officials?' for one who is not named.
fn speaker(who: &str) -> Speaker {
    let kind = if who.ends_with('?') { SpeakerKind::Unnamed } else { SpeakerKind::Person };
    Speaker { name: who.trim_end_matches('?').to_owned(), kind, because: Vec::new() }
}

/// `100 columns` or `100 columns, styled`.
fn page(device: &str) -> PageWidth {
    let width = device.split(' ').next().unwrap().parse().unwrap();
    PageWidth { width, styled: device.ends_with("styled") }
}

fn metadata() -> Metadata {
    Metadata {
        title: Some("Two ships leave".to_owned()),
        publisher: Some("The Arden Mail".to_owned()),
        published: Some(PUBLISHED.to_owned()),
        ..Metadata::default()
    }
}

fn warnings(doubled: &[Span]) -> Vec<Warning> {
    doubled.iter().map(|span| Warning { message: "these words are doubled".into(), span: Some(*span) }).collect()
}

fn reading(source: &str, attributions: &str) -> Reading {
    let (text, tagged) = untag(source);
    let spans = |role: char, number: usize| tagged.get(&format!("{role}{number}")).cloned().unwrap_or_default();
    let dates = sayso::english().dates(&text, &[text.whole()], PUBLISHED.parse().ok());
    let figures =
        sayso::english().figures(&text, &[text.whole()], &dates.iter().map(|date| date.span).collect::<Vec<_>>());
    let inside = |number, marks: Vec<Span>| {
        let stated = |mark: &Span| spans('x', number).iter().any(|content| content.contains(*mark));
        (0..).zip(&marks).filter(|(_, mark)| stated(mark)).map(|(index, _)| index).collect()
    };
    let attribution = |(number, line): (usize, &str)| {
        let (how, who) = line.split_once(": ").unwrap_or((line, ""));
        let words: Vec<&str> = how.split(' ').collect();
        Attribution {
            source: spans('s', number),
            cue: spans('c', number),
            content: spans('x', number),
            quote_type: [QuoteType::Direct, QuoteType::Indirect, QuoteType::Mixed]
                .into_iter()
                .find(|kind| kind.name() == words[0])
                .unwrap(),
            confidence: words[1].trim_end_matches('%').parse::<f32>().unwrap() / 100.0,
            stance: Stance::Asserts,
            statements: Vec::new(),
            certainty: Certainty::Certain,
            speakers: who.split("; ").filter(|who| !who.is_empty()).map(speaker).collect(),
            role: spans('r', number).first().copied(),
            capacity: Capacity::default(),
            provenance: Provenance::default(),
            figures: inside(number, figures.iter().map(|figure| figure.span).collect()),
            dates: inside(number, dates.iter().map(|date| date.span).collect()),
            parent: words.get(3).map(|parent| parent.parse::<usize>().unwrap() - 1),
        }
    };
    let furniture = |kind: FurnitureKind| {
        let spans = tagged.get(&format!("f {}", kind.name())).cloned().unwrap_or_default();
        spans.into_iter().map(move |span| Furniture { span, kind })
    };
    let mut furniture: Vec<Furniture> = KINDS.into_iter().flat_map(furniture).collect();
    furniture.sort_by_key(|furniture| furniture.span);
    Reading {
        sentences: Vec::new(),
        statements: Vec::new(),
        attributions: (1..).zip(attributions.lines()).map(attribution).collect(),
        figures,
        relations: Vec::new(),
        dates,
        article: Article {
            text,
            alignment: Alignment::default(),
            metadata: metadata(),
            furniture,
            entries: Vec::new(),
            warnings: warnings(tagged.get("w").map_or(&[], Vec::as_slice)),
        },
        warnings: Vec::new(),
        model: None,
    }
}
