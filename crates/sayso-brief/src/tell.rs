//! From a chosen passage to a typed fact.

use sayso_claims::record::{Point, Series};
use sayso_read::Stance;

use crate::candidate::Candidate;
use crate::corroboration::{Other, others};
use crate::coverage::Coverage;
use crate::fact::{Fact, Told};
use crate::quoted::inside;
use crate::sentence::Kind;
use crate::terms::words;
use crate::vocabulary::{SideWords, of_article};

/// The fact that a passage carries.
pub(crate) fn fact(coverage: &Coverage<'_>, chosen: &Candidate) -> Fact {
    let article = &coverage.articles[chosen.article];
    let (mut notes, mut also) = (vec![article.note(chosen.passage)], Vec::new());
    for Other { outlet, note } in others(coverage, chosen) {
        notes.push(note);
        also.push(outlet);
    }
    let place = article.place();
    let told = match &chosen.gist {
        Some(gist) => Told::Said { speaker: gist.speaker.clone(), words: inside(&gist.words), place, also },
        None => Told::Quoted { words: inside(article.words(chosen.passage)), place, also },
    };
    let claims = chosen.claims.iter().map(|claim| coverage.claim(*claim).id.clone()).collect();
    Fact { kind: kind(coverage, chosen), told, claims, notes }
}

/// What sort of thing a passage tells: what most of its claims do, where its words bear it out.
fn kind(coverage: &Coverage<'_>, chosen: &Candidate) -> Kind {
    let article = &coverage.articles[chosen.article];
    let sides = &of_article(article.document).sides;
    let stances: Vec<Stance> = chosen.claims.iter().map(|claim| coverage.claim(*claim).stance).collect();
    let most = |wanted: &[Stance]| 2 * stances.iter().filter(|stance| wanted.contains(stance)).count() >= stances.len();
    let has = |of: fn(&SideWords) -> &sayso_lang::Words| {
        words(article.words(chosen.passage)).any(|word| of(sides).contains(&word.to_lowercase()))
    };
    if most(&[Stance::Declines]) && has(|sides| &sides.declining) {
        Kind::Declined
    } else if most(&[Stance::Denies, Stance::Doubts]) && has(|sides| &sides.disputing) {
        Kind::Disputed
    } else if moves(coverage, chosen) {
        Kind::Figure
    } else {
        Kind::Claimed
    }
}

/// Whether a claim has a figure that others give otherwise.
fn moves(coverage: &Coverage<'_>, chosen: &Candidate) -> bool {
    let has_number = coverage.articles[chosen.article].words(chosen.passage).contains(|sign: char| sign.is_ascii_digit());
    let told = |id: &str| chosen.claims.iter().any(|claim| coverage.claim(*claim).id == id);
    let moves = |series: &Series| {
        let first = series.series.first();
        let differs = |point: &Point| first.is_some_and(|first| point.value != first.value && point.claim != first.claim);
        series.series.iter().any(differs) && series.series.iter().any(|point| told(&point.claim))
    };
    has_number && coverage.story.figures.iter().any(moves)
}
