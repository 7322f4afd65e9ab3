//! What articles say otherwise than before.

use sayso_claims::record::{At, EditRecord};
use sayso_claims::version::{Change, EditPlace};
use sayso_read::Id;

use crate::coverage::{Coverage, CoveredArticle};
use crate::fact::{Fact, FactForm};
use crate::limits::LONGEST_NOTE;
use crate::quoted::inside;
use crate::sentence::SentenceKind;

/// Changes that a brief tells at most.
const MOST: usize = 3;

/// The changes that matter most: of figures, then of who says it, then those that touch claims.
pub(crate) fn facts(coverage: &Coverage<'_>) -> Vec<Fact> {
    let mut found: Vec<(usize, usize, Fact)> = coverage
        .story
        .edits
        .iter()
        .enumerate()
        .filter(|(_, edit)| edit.place == EditPlace::Text)
        .filter_map(|(place, edit)| Some((rank(edit)?, place, fact(coverage, edit)?)))
        .collect();
    found.sort_by_key(|(rank, place, _)| (*rank, *place));
    found.truncate(MOST);
    found.into_iter().map(|(.., fact)| fact).collect()
}

/// How much a change matters; none where an editor need not know it.
fn rank(edit: &EditRecord) -> Option<usize> {
    match edit.change {
        Change::Figure => Some(0),
        Change::Attribution => Some(1),
        Change::Deletion | Change::Addition | Change::Wording if !edit.claims.is_empty() => Some(2),
        _ => None,
    }
}

fn fact(coverage: &Coverage<'_>, edit: &EditRecord) -> Option<Fact> {
    let article = |id: &Id| coverage.articles.iter().find(|article| article.record.id == *id);
    let (from, to) = (article(&edit.from)?, article(&edit.to)?);
    let note = |article: &CoveredArticle<'_>, words: &Option<String>| words.as_ref().map(|words| only(article, words));
    let (before, after) = (note(from, &edit.before), note(to, &edit.after));
    let notes: Vec<At> = before.into_iter().chain(after).collect::<Option<_>>()?;
    let changed = |words: &Option<String>| words.as_deref().map(inside);
    let told = FactForm::Changed { place: to.place(), before: changed(&edit.before), after: changed(&edit.after) };
    let kind = if edit.silent { SentenceKind::Silent } else { SentenceKind::Corrected };
    (!notes.is_empty()).then(|| Fact { kind, told, claims: edit.claims.clone(), notes })
}

/// The only place of some words in an article, where they are short enough for a footnote.
fn only(article: &CoveredArticle<'_>, words: &str) -> Option<At> {
    let text = &article.document.text;
    let mut places = text.as_str().match_indices(words);
    let (at, _) = places.next().filter(|_| !words.is_empty() && words.chars().count() <= LONGEST_NOTE)?;
    let span = text.span(at, at + words.len()).filter(|_| places.next().is_none())?;
    Some(article.note(span))
}
