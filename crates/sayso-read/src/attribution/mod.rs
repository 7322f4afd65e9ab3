//! From a text and a model's scores to who says what, a step a file.

mod account_words;
mod accounts;
mod best_path;
mod clause;
mod clause_words;
mod confidence;
mod continued;
mod cue;
mod cue_ends;
mod cue_words;
mod cueless;
mod cues;
mod dangling;
mod dialogue;
mod dialogue_words;
mod figures_given;
mod given_words;
mod idiom_words;
mod idioms;
mod links;
mod parents;
mod passives;
mod pattern;
mod quote_type;
mod refusal_words;
mod refusals;
mod relay_words;
mod relayed;
mod repair;
mod roles;
mod signed;
mod sources;
mod subjects;
mod titles;
mod unread;
mod vocabulary;
mod worded;

pub(crate) use vocabulary::AttributionWords;

use std::collections::HashSet;
use std::ops::Range;

use sayso_text::{Span, Text};

use crate::model::{Links, Model, Scan, words_in};
use crate::quotation::{Quotation, holder, inner_quotations, parts, quotations};
use crate::speaker::People;
use crate::stance::Stance;
use crate::tokens::Tokens;

use cue::Cue;
pub use unread::AttributionSpans;

/// Who says what in the visible stretches of a text, in the order of the cues.
///
/// `figures` are those of the text, in order.
pub fn triples(
    text: &Text,
    visible: &[Span],
    tokens: &Tokens<'_>,
    figures: &[Span],
    model: &dyn Model,
) -> Vec<AttributionSpans> {
    let reader = ScannedText::new(text, visible, model);
    let calibration = model.calibration();
    let cues = cues::cues(text, &reader.scan.words, calibration);
    let mut triples = reader.read(&cues);
    let contents: Vec<Range<usize>> =
        triples.iter().flat_map(|one| &one.content).map(|content| words_in(&reader.scan.words, *content)).collect();
    triples.extend(reader.read(&cues::cues_inside(text, &reader.scan.words, &contents, &cues, calibration)));
    roles::settle(text, tokens, &mut triples);
    sources::settle(text, tokens, &mut triples);
    dangling::complete(tokens, &mut triples);
    relayed::settle(text, tokens, &mut triples);
    drop_idioms(&mut triples, &idioms::idioms(tokens));
    let titles = titles::titles(tokens, &reader.quotations);
    triples.retain(|triple| !titles::are_titles(tokens, &triple.content, &reader.quotations, &titles));
    let worded = worded::worded(text, tokens, &reader.quotations, figures);
    triples.extend(unheard(worded, &triples));
    let people = People::new(tokens);
    let signed = signed::signed(text, tokens, &people, &reader.uncut, &triples);
    triples.extend(signed.into_iter().map(|one| one.spoken(signed::CONFIDENCE)));
    triples.extend(reader.turns(tokens, &people, &triples));
    let continued = continued::continued(text, tokens, &people, &reader.uncut, &triples);
    triples.extend(continued.into_iter().map(|one| one.spoken(continued::CONFIDENCE)));
    passives::drop_patients(tokens, &mut triples);
    subjects::share(tokens, &people, &reader.quotations, &mut triples);
    hide(text, visible, &mut triples);
    triples.sort_by_key(|triple| triple.cue.first().or(triple.content.first()).copied());
    parents::link_parents(&mut triples);
    triples
}

/// A text that has been scanned.
struct ScannedText<'t> {
    text: &'t Text,
    visible: &'t [Span],
    model: &'t dyn Model,
    scan: Scan,
    quotations: Vec<Quotation>,
    /// The quotations that no furniture cuts.
    uncut: Vec<Quotation>,
    /// The quotations inside of those.
    inner: Vec<Quotation>,
}

impl<'t> ScannedText<'t> {
    fn new(text: &'t Text, visible: &'t [Span], model: &'t dyn Model) -> Self {
        let quotations = quotations(text, visible);
        let is_uncut = |quotation: &&Quotation| holder(visible, quotation.span).is_some();
        let uncut: Vec<Quotation> = quotations.iter().filter(is_uncut).copied().collect();
        let inner = inner_quotations(text, &uncut);
        Self { text, visible, model, scan: model.scan(text, visible), quotations, uncut, inner }
    }

    /// The triples of these cues: those that have a content and are not more often wrong than right.
    fn read(&self, cues: &[Cue]) -> Vec<AttributionSpans> {
        let links = self.model.link(&self.scan, &cues.iter().map(|cue| cue.words.clone()).collect::<Vec<_>>());
        cues.iter().zip(&links).filter_map(|(cue, links)| self.triple(cue, links)).collect()
    }

    /// The turns of a printed talk that no known triple has.
    fn turns(&self, tokens: &Tokens<'_>, people: &People<'_, '_>, known: &[AttributionSpans]) -> Vec<AttributionSpans> {
        let cues: HashSet<Span> = known.iter().flat_map(|triple| &triple.cue).copied().collect();
        let is_new = |turn: &dialogue::Turn| turn.cue.is_none_or(|cue| !cues.contains(&cue));
        let spoken = |turn: dialogue::Turn| cueless::spoken(turn.source, turn.cue, turn.content, dialogue::CONFIDENCE);
        dialogue::turns(tokens, people).into_iter().filter(is_new).map(spoken).collect()
    }

    fn triple(&self, cue: &Cue, links: &Links) -> Option<AttributionSpans> {
        let mut linked = links::linked(&self.scan.words, &self.uncut, cue, links, self.visible)?;
        repair::repair(self.text, &self.uncut, &self.inner, &mut linked);
        let weights = &self.model.calibration().confidence;
        let confidence = confidence::confidence(cue, &linked, weights);
        (confidence >= weights.least).then(|| AttributionSpans {
            quote_type: quote_type::quote_type(self.text, &linked.content, &self.quotations),
            likely_stance: likeliest(&links.stances),
            confidence,
            source: linked.source,
            cue: linked.cue,
            content: linked.content,
            parent: None,
        })
    }
}

/// Takes furniture out of every span: rules go by tokens, and a run of tokens may reach over what is not visible.
fn hide(text: &Text, visible: &[Span], triples: &mut Vec<AttributionSpans>) {
    for triple in triples.iter_mut() {
        for spans in [&mut triple.source, &mut triple.cue, &mut triple.content] {
            *spans = spans.iter().flat_map(|span| parts(text, visible, *span)).collect();
        }
    }
    triples.retain(|triple| !triple.content.is_empty());
}

/// Leaves out triples whose cue is part of a phrase that attributes nothing.
fn drop_idioms(triples: &mut Vec<AttributionSpans>, idioms: &[Span]) {
    let is_idiom = |cue: &Span| {
        holder(idioms, *cue).is_some()
            || idioms[idioms.partition_point(|idiom| idiom.start() < cue.start())..]
                .first()
                .is_some_and(|idiom| cue.contains(*idiom))
    };
    triples.retain(|triple| !triple.cue.iter().any(is_idiom));
}

/// Those of some triples whose cues and contents no known triple's cue touches.
fn unheard(triples: Vec<AttributionSpans>, known: &[AttributionSpans]) -> Vec<AttributionSpans> {
    let mut cues: Vec<Span> = known.iter().flat_map(|triple| &triple.cue).copied().collect();
    cues.sort_unstable();
    let is_touched = |span: &Span| {
        let from = cues.partition_point(|cue| cue.end() <= span.start());
        cues.get(from).is_some_and(|cue| cue.overlaps(*span))
    };
    triples.into_iter().filter(|triple| !triple.cue.iter().chain(&triple.content).any(is_touched)).collect()
}

/// The stance with the highest score.
fn likeliest(stances: &[f32; Stance::ALL.len()]) -> Stance {
    let scored = stances.iter().zip(Stance::ALL);
    scored.max_by(|(a, _), (b, _)| a.total_cmp(b)).map_or(Stance::Other, |(_, stance)| stance)
}
