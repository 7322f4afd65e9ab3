//! Passages of an article that can stand by themselves: whole sentences, from which nothing points outside.

use sayso_text::Span;

use crate::coverage::{CoveredArticle, Statement};
use crate::limits::LONGEST_NOTE;
use crate::standing::{has_even_marks, points_outside};
use crate::vocabulary::of_article;

/// Sentences that are taken in before or behind at most, so that work stays in proportion to the statements.
const MOST_BESIDE: usize = 4;

/// The passages of an article that hold a statement, the shortest first: whole sentences, from the one before where the first
/// points back, and with those behind that still fit.
pub(crate) fn around(article: &CoveredArticle<'_>, statement: &Statement) -> Vec<Span> {
    let stretch = statement.whole;
    let sentences = &article.sentences;
    let first = sentences.partition_point(|sentence| sentence.end() <= stretch.start());
    let end = sentences.partition_point(|sentence| sentence.start() < stretch.end());
    let lowest = first.saturating_sub(MOST_BESIDE);
    let Some(passage) = (lowest..=first).rev().find_map(|first| standing(article, first, end, statement)) else {
        return Vec::new();
    };
    let longer = (end + 1..=sentences.len().min(end + MOST_BESIDE)).map_while(|end| {
        let longer = article.document.text.span(passage.start(), sentences[end - 1].end())?;
        (fits(article, longer) && is_one_paragraph(article, sentences[end - 2], sentences[end - 1])).then_some(longer)
    });
    let even = longer.filter(|longer| has_even_marks(article.words(*longer)));
    std::iter::once(passage).chain(even.collect::<Vec<_>>()).collect()
}

/// The sentences from one to another as a passage, where they hold the statement and stand by themselves.
fn standing(article: &CoveredArticle<'_>, first: usize, end: usize, statement: &Statement) -> Option<Span> {
    let sentences = article.sentences.get(first..end)?;
    let whole = sentences.first()?.to(*sentences.last()?);
    let passage = without_dateline(article, whole);
    let stands = passage.contains(statement.whole)
        && statement.is_told_by(article.words(passage))
        && fits(article, passage)
        && has_even_marks(article.words(passage))
        && !announces(article.words(passage))
        && !points_outside(article.words(passage), &article.names, &of_article(article.document).standing);
    stands.then_some(passage)
}

/// Whether what a passage says comes behind it only: 'According to the report:'.
fn announces(words: &str) -> bool {
    words.trim_end().ends_with(':')
}

/// Whether a passage is short enough for a footnote, and nothing in it is furniture.
fn fits(article: &CoveredArticle<'_>, passage: Span) -> bool {
    let furniture = &article.document.furniture;
    let beside = furniture.partition_point(|one| one.end() <= passage.start());
    passage.len() <= LONGEST_NOTE * MOST_BYTES
        && article.words(passage).chars().count() <= LONGEST_NOTE
        && furniture.get(beside).is_none_or(|one| one.start() >= passage.end())
}

/// Bytes of a code point in UTF-8 at most.
const MOST_BYTES: usize = 4;

fn is_one_paragraph(article: &CoveredArticle<'_>, one: Span, next: Span) -> bool {
    one.gap(next).is_some_and(|gap| !article.words(gap).contains('\n'))
}

/// Bytes of a dateline at most: 'WASHINGTON, D.C., Oct 17 (Example News Agency) - '.
const LONGEST_DATELINE: usize = 60;

/// Marks that part a dateline from the text behind it.
const DASHES: [&str; 5] = [" — ", " – ", " -- ", " - ", "— "];

/// A passage without the dateline at its head: a place in capitals, or an agency in brackets, and a dash.
fn without_dateline(article: &CoveredArticle<'_>, passage: Span) -> Span {
    let held = article.words(passage);
    let found = DASHES.iter().filter_map(|dash| Some((held.find(dash)?, dash.len()))).min();
    let Some((at, length)) = found.filter(|(at, _)| *at <= LONGEST_DATELINE) else { return passage };
    let head = &held[..at];
    let is_place = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
    let capitals = head.split_whitespace().next().is_some_and(|word| {
        is_place(word) && word.chars().all(|letter| !letter.is_alphabetic() || letter.is_uppercase())
    });
    let agency = head.ends_with(')') && head.contains('(');
    let rest = article.document.text.span(passage.start() + at + length, passage.end());
    if capitals || agency { rest.unwrap_or(passage) } else { passage }
}
