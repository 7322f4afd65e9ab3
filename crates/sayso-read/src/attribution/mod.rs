//! From a text and a model's scores to attributions, a step a file.

mod best_path;
mod confidence;
mod cues;
mod links;
mod parents;
mod quote_type;
mod repair;

use sayso_text::{Span, Text};

use crate::model::Model;
use crate::quotation::{Quotation, holder, quotations};
use crate::reading::Attribution;

/// Every attribution in the visible stretches of a text, in the order of the cues.
pub fn attributions(text: &Text, visible: &[Span], model: &dyn Model) -> Vec<Attribution> {
    let scan = model.scan(text, visible);
    let quotations = quotations(text, visible);
    let uncut = |quotation: &&Quotation| holder(visible, quotation.span).is_some();
    let whole: Vec<Quotation> = quotations.iter().filter(uncut).copied().collect();
    let cues = cues::cues(&scan.words);
    let links = model.link(&scan, &cues.iter().map(|cue| cue.words.clone()).collect::<Vec<_>>());
    let attribution = |(cue, links)| {
        let mut linked = links::linked(&scan.words, &whole, cue, links, visible)?;
        repair::repair(text, &whole, &mut linked);
        let confidence = confidence::confidence(cue, &linked);
        (confidence >= confidence::LEAST).then(|| Attribution {
            quote_type: quote_type::quote_type(text, &linked.content, &quotations),
            confidence,
            source: linked.source,
            cue: linked.cue,
            content: linked.content,
            parent: None,
        })
    };
    let mut attributions: Vec<Attribution> = cues.iter().zip(&links).filter_map(attribution).collect();
    parents::link_parents(&mut attributions);
    attributions
}
