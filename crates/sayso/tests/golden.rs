//! The cases in `golden/read/`: articles read with the weights that ship, against what a person agreed to.

use std::fmt::Write as _;

use sayso::{Attribution, Encoder, Known, Provenance, Reading, Span, Via, document, read_document};
use sayso_golden::{block, with_block};

#[test]
fn articles_are_read_as_agreed() {
    let model = Encoder::bundled();
    sayso_golden::hold("read", |case| {
        let text = block(case, "text").expect("a case has a block `text`");
        with_block(case, "expect", &described(&read(text, &model)))
    });
}

fn read(text: &str, model: &Encoder) -> Reading {
    let document =
        document::documents(text.trim_end().as_bytes(), None, &Known::default()).unwrap().documents.remove(0);
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
        writeln!(described, "   means:   {}", meant(attribution)).unwrap();
        let stated = |name: &str, spans: Vec<Span>| match spans.as_slice() {
            [] => String::new(),
            spans => {
                format!("   {name} {}\n", spans.iter().map(|span| text.slice(*span)).collect::<Vec<_>>().join("; "))
            }
        };
        let figures = attribution.figures.iter().map(|index| reading.figures[*index].span).collect();
        let dates = attribution.dates.iter().map(|index| reading.dates[*index].span).collect();
        described += &stated("medium: ", attribution.provenance.medium.clone());
        described += &stated("rests on:", attribution.provenance.evidence.clone());
        described += &stated("figures:", figures);
        described += &stated("dates:  ", dates);
    }
    described
}

/// 'Hana Orlin (person) denies, via Radio East'.
fn meant(attribution: &Attribution) -> String {
    let speakers: Vec<String> =
        attribution.speakers.iter().map(|speaker| format!("{} ({})", speaker.name, speaker.kind.name())).collect();
    let speakers = if speakers.is_empty() { "nobody named".to_owned() } else { speakers.join("; ") };
    let names = |before: &str, outlets: &[Via]| -> String {
        outlets.iter().map(|outlet| format!(", {before} {}", outlet.name)).collect()
    };
    let Provenance { via, reporter, .. } = &attribution.provenance;
    let (stance, certainty) = (attribution.stance.name(), attribution.certainty.name());
    format!("{speakers} {stance}, {certainty}{}{}", names("via", via), names("reported by", reporter))
}
