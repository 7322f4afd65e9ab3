//! A reading keeps its promises with any model: a fake one that throws dice stands in for the trained one.

mod dice;

use std::ops::Range;

use dice::Dice;
use proptest::prelude::*;
use sayso_page::{Article, Furniture, FurnitureKind, Known, Metadata, from_text};
use sayso_read::{Links, Model, QuoteType, Reading, Scan, read};
use sayso_text::{Alignment, Span, Text};

/// A model that knows one word: what stands before 'said' is content, what stands behind it is the source.
struct OnlySaid;

impl Model for OnlySaid {
    fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
        let mut scan = Dice(0).scan(text, visible);
        for word in &mut scan.words {
            word.cue = if text.slice(word.span) == "said" { [-9.0, -0.01, -9.0] } else { [-0.01, -9.0, -9.0] };
        }
        scan
    }

    fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links> {
        let role = |index: usize, cue: &Range<usize>| match index {
            _ if index < cue.start => [-9.0, -9.0, -9.0, -1.0, -0.01],
            _ => [-9.0, -1.0, -0.01, -9.0, -9.0],
        };
        let roles = |cue| (0..scan.words.len()).map(|index| role(index, cue)).collect();
        let link = |cue| Links { first: 0, roles: roles(cue), stances: [0.0; 9] };
        cues.iter().map(link).collect()
    }
}

fn article(string: &str, furniture: &[Range<usize>]) -> Article {
    let text: Text = Text::new(string);
    let span = |range: &Range<usize>| text.span_of_code_points(range.start, range.end);
    let furniture = furniture.iter().filter_map(span).map(|span| Furniture { span, kind: FurnitureKind::Other });
    Article {
        furniture: furniture.collect(),
        alignment: Alignment::default(),
        metadata: Metadata::default(),
        entries: Vec::new(),
        warnings: Vec::new(),
        text,
    }
}

fn spans(reading: &Reading) -> impl Iterator<Item = Span> {
    let all = |attribution: &sayso_read::Attribution| {
        let because = attribution.speakers.iter().flat_map(|speaker| &speaker.because);
        let provenance = &attribution.provenance;
        let via = provenance.via.iter().chain(&provenance.reporter).map(|via| &via.span);
        let because = because.chain(via).chain(&provenance.medium).chain(&provenance.evidence);
        let spans = [&attribution.source, &attribution.cue, &attribution.content].into_iter().flatten();
        spans.chain(because).copied().collect::<Vec<_>>()
    };
    let figures = reading.figures.iter().flat_map(|figure| [Some(figure.span), figure.counted]).flatten();
    reading.attributions.iter().flat_map(all).chain(figures).chain(reading.dates.iter().map(|date| date.span))
}

proptest! {
    #[test]
    fn every_span_lies_in_the_article_and_none_in_its_furniture(
        string in "((up to |May |5 p.m. |two |12,000 )?[a-zé漢“”\".,]{1,6}[ \n]{1,2}){0,60}", seed: u64, cuts in prop::collection::btree_set(0usize..300, 0..6),
    ) {
        let cuts: Vec<usize> = cuts.into_iter().collect();
        let furniture: Vec<Range<usize>> = cuts.chunks_exact(2).map(|two| two[0]..two[1]).collect();
        let reading = read(article(&string, &furniture), &Dice(seed));
        let text = &reading.article.text;
        for span in spans(&reading) {
            prop_assert_eq!(text.span(span.start(), span.end()), Some(span));
            prop_assert!(!span.is_empty());
            prop_assert!(reading.article.furniture.iter().all(|furniture| !furniture.span.overlaps(span)));
        }
        for attribution in &reading.attributions {
            prop_assert!(!attribution.content.is_empty());
            prop_assert!((0.0..=1.0).contains(&attribution.confidence));
            prop_assert!(attribution.figures.iter().all(|index| *index < reading.figures.len()));
            prop_assert!(attribution.dates.iter().all(|index| *index < reading.dates.len()));
            prop_assert!(attribution.content.windows(2).all(|two| two[0].end() <= two[1].start()));
        }
        prop_assert_eq!(&read(article(&string, &furniture), &Dice(seed)), &reading);
    }
}

/// Random letters hold no talk, no refusal and no title; news does.
#[test]
fn no_span_of_a_golden_case_lies_in_its_furniture() {
    for (path, case) in ["read", "faults"].into_iter().flat_map(sayso_golden::files) {
        let cut = from_text(&case, &Known::default()).expect("a case is a text");
        let interrupted = article(&case, &every(97, case.chars().count()));
        for article in [cut, interrupted] {
            let reading = read(article, &Dice(7));
            for span in spans(&reading) {
                let is_hidden = reading.article.furniture.iter().any(|furniture| furniture.span.overlaps(span));
                assert!(!is_hidden, "{}: {:?}", path.display(), reading.article.text.slice(span));
            }
        }
    }
}

/// Three letters in every so many.
fn every(step: usize, length: usize) -> Vec<Range<usize>> {
    (0..length.saturating_sub(3)).step_by(step).map(|at| at..at + 3).collect()
}

#[test]
fn a_quotation_that_furniture_cuts_is_kept_in_parts() {
    let string = "“We had\nADVERTISEMENT\nno choice,” said she";
    let advertisement = 8..21;
    let reading = read(article(string, &[advertisement]), &OnlySaid);
    let attribution = &reading.attributions[0];
    let content: Vec<&str> = attribution.content.iter().map(|span| reading.article.text.slice(*span)).collect();
    assert_eq!(content, ["“We had", "no choice,”"]);
    assert_eq!(reading.article.text.slice(attribution.source[0]), "she");
    assert_eq!(attribution.quote_type, QuoteType::Direct);
}

#[test]
fn an_empty_article_has_no_attributions() {
    assert!(read(article("", &[]), &Dice(7)).attributions.is_empty());
}

#[test]
fn figures_and_dates_go_to_the_attribution_that_states_them() {
    let string = "Twelve ships had sailed by May said Ole. Nine ships";
    let mut article = article(string, &[]);
    article.metadata.published = Some("2026-02-03T10:00:00Z".to_owned());
    let reading = read(article, &OnlySaid);
    assert_eq!(reading.attributions[0].figures, [0]);
    assert_eq!(reading.attributions[0].dates, [0]);
    assert_eq!(reading.figures.len(), 2);
    assert_eq!(reading.dates[0].value.to_string(), "2026-05");
}
