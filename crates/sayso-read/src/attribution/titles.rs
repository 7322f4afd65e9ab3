//! Quotation marks that hold the title of a work and nobody's words: 'films such as “The Long Way Home”'.

use sayso_text::Span;

use crate::quotation::{Quotation, touching};
use crate::tokens::{Kind, Tokens};

/// Tokens before a title in which the work is named: 'films such as', 'her first novel,'.
const NAMED_WITHIN: usize = 4;

/// Tokens beside the titles in what names works: 'her novel …, and the songs … and …'.
const MOST_BESIDE: usize = 12;

/// Longest title in tokens.
const LONGEST: usize = 16;

/// The quotations that are titles of works, in order.
pub fn titles(tokens: &Tokens<'_>, quotations: &[Quotation]) -> Vec<Span> {
    let words = &tokens.language().attribution.idioms;
    let mut titles: Vec<(usize, Span)> = Vec::new();
    for quotation in quotations.iter().filter(|quotation| quotation.closed) {
        let run = tokens.within(quotation.span);
        let near = run.start.saturating_sub(NAMED_WITHIN)..run.start;
        // 'the films “A” and “B”': what follows a title within so many tokens is one, too.
        let follows = titles.last().is_some_and(|(end, _)| near.contains(end) || *end == run.start);
        let named = near.into_iter().any(|index| words.works.contains(tokens.word(index)));
        if (named || follows) && is_title(tokens, run.start + 1..run.end.saturating_sub(1)) {
            titles.push((run.end, quotation.span));
        }
    }
    titles.into_iter().map(|(_, span)| span).collect()
}

/// Whether every word but the small ones begins with a capital, and no sentence ends.
fn is_title(tokens: &Tokens<'_>, run: std::ops::Range<usize>) -> bool {
    let small = &tokens.language().attribution.idioms.uncapitalised;
    let mut words = run.clone().filter(|index| tokens.is(*index, Kind::Word));
    let ends = run.clone().any(|index| matches!(tokens.word(index), "." | ","));
    let capital = |index: usize| tokens.is_capital(index) || small.contains(tokens.word(index));
    !run.is_empty() && run.len() <= LONGEST && !ends && tokens.is_capital(run.start) && words.all(capital)
}

/// Whether all of some contents' quotations are titles, with no more beside them than what names the works.
pub fn are_titles(tokens: &Tokens<'_>, contents: &[Span], quotations: &[Quotation], titles: &[Span]) -> bool {
    let held: Vec<Span> =
        contents.iter().flat_map(|content| touching(quotations, *content)).map(|one| one.span).collect();
    let is_beside = |index: &usize| !held.iter().any(|title| title.contains(tokens.span(*index)));
    let last = held.last().map_or(0, |title| title.end());
    // 'films such as “…” before he turned to politics': the clause behind says when.
    let tells_when = |index: usize| tokens.language().speaker.is_subordinator(tokens.word(index));
    let behind =
        contents.iter().flat_map(|content| tokens.within(*content)).find(|at| tokens.span(*at).start() >= last);
    let end = behind.filter(|at| tells_when(*at)).unwrap_or(tokens.len());
    let beside: Vec<usize> =
        contents.iter().flat_map(|content| tokens.within(*content)).filter(|at| *at < end && is_beside(at)).collect();
    let states = beside.iter().any(|index| tokens.language().stance.is_clause_word(tokens.word(*index)));
    !held.is_empty()
        && held.iter().all(|title| titles.binary_search(title).is_ok())
        && !states
        && beside.len() <= MOST_BESIDE
}
