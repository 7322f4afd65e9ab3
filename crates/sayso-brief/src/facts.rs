//! From a chosen passage to a typed fact.

use sayso_claims::record::LinkKind;
use sayso_read::Stance;

use crate::candidate::Candidate;
use crate::corroboration::{Other, others};
use crate::coverage::Coverage;
use crate::fact::{Fact, FactForm};
use crate::quoted::inside;
use crate::sentence::SentenceKind;
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
        Some(gist) => FactForm::Said { speaker: gist.speaker.clone(), words: inside(&gist.words), place, also },
        None => FactForm::Quoted { words: inside(article.words(chosen.passage)), place, also },
    };
    let claims = chosen.claims.iter().map(|claim| coverage.claim(*claim).id.clone()).collect();
    Fact { kind: kind(coverage, chosen), told, claims, notes }
}

/// What sort of thing a passage tells: what its claims do, where its words bear it out.
fn kind(coverage: &Coverage<'_>, chosen: &Candidate) -> SentenceKind {
    let article = &coverage.articles[chosen.article];
    let sides = &of_article(article.document).sides;
    let stances: Vec<Stance> = chosen.claims.iter().map(|claim| coverage.claim(*claim).stance).collect();
    let counted = |wanted: &[Stance]| stances.iter().filter(|stance| wanted.contains(stance)).count();
    let most = |wanted: &[Stance]| 2 * counted(wanted) > stances.len();
    let has = |of: fn(&SideWords) -> &sayso_lang::Words| {
        // A name may look like one: 'Nor', 'Doubt'.
        words(article.words(chosen.passage)).any(|word| of(sides).contains(word))
    };
    let disputing = [Stance::Denies, Stance::Doubts];
    if most(&[Stance::Declines]) && has(|sides| &sides.declining) {
        SentenceKind::Declined
    } else if counted(&disputing) > 0 && has(|sides| &sides.disputing)
        || most(&disputing) && denies_another(coverage, chosen) && has(|sides| &sides.negating)
    {
        SentenceKind::Disputed
    } else {
        SentenceKind::Claimed
    }
}

/// Whether the ledger has found what one of the claims denies.
fn denies_another(coverage: &Coverage<'_>, chosen: &Candidate) -> bool {
    let told = |id: &str| chosen.claims.iter().any(|claim| coverage.claim(*claim).id == id);
    coverage.story.links.iter().any(|link| link.kind == LinkKind::Denies && told(&link.a))
}
