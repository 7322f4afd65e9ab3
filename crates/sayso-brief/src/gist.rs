//! A clean quotation: somebody's own words, which are a sentence and stand alone.

use sayso_text::Span;

use crate::coverage::{Coverage, CoveredArticle, Statement};
use crate::single_source::is_from;
use crate::standing::{leans_on_context, points_outside};
use crate::terms::words;
use crate::vocabulary::of_article;

/// Words from which a quotation says something by itself.
const LEAST: usize = 5;

/// Somebody's words, and whose they are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gist {
    pub(crate) speaker: String,
    pub(crate) words: String,
}

/// The quotation that the statements of a passage make, where they are one speaker's words in one pair of marks.
pub(crate) fn gist(
    coverage: &Coverage<'_>,
    article: &CoveredArticle<'_>,
    passage: Span,
    statements: &[&Statement],
) -> Option<Gist> {
    let (first, last) = (statements.first()?, statements.last()?);
    let is_one = statements.iter().all(|one| one.is_direct && one.attribution == first.attribution);
    let speaker = only_speaker(coverage, statements)?;
    // A name that the words of the source do not have was found elsewhere in the article, and may be another's.
    let is_named = first.source.is_some_and(|source| passage.contains(source)) && is_from(article, first, speaker);
    if !is_one || !is_named {
        return None;
    }
    let held = article.words(first.words.to(last.words)).trim_matches(|mark: char| "“”\" \n".contains(mark));
    let end = held.trim_end_matches([',', ';', ':', ' ', '—', '-']);
    let is_whole = held.len() > end.len() || end.ends_with(['.', '!', '?']) || ends_quotation(article, last.words);
    let known = &of_article(article.document).standing;
    let is_clean = !end.contains(['“', '”', '"', '\n'])
        && end.starts_with(char::is_uppercase)
        && words(end).count() >= LEAST
        && !points_outside(end, &article.names, known)
        && !leans_on_context(end, &article.names, known);
    (is_whole && is_clean).then(|| Gist { speaker: speaker.to_owned(), words: finished(end) })
}

/// The one speaker of some statements.
fn only_speaker<'s>(coverage: &Coverage<'s>, statements: &[&Statement]) -> Option<&'s str> {
    let mut speakers = statements.iter().map(|one| match &coverage.claim(one.claim).speakers[..] {
        [only] => Some(only.as_str()),
        _ => None,
    });
    let first = speakers.next()??;
    speakers.all(|speaker| speaker == Some(first)).then_some(first)
}

/// Whether a closing mark stands behind a stretch.
fn ends_quotation(article: &CoveredArticle<'_>, stretch: Span) -> bool {
    let behind = &article.document.text.as_str()[stretch.end()..];
    behind.trim_start_matches([',', '.', '!', '?']).starts_with(['”', '"'])
}

fn finished(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}
