//! The name of an outlet, recognised by the words that it is made of.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};

/// Longest run of words that is looked at on either side of the word that tells a name: longer ones are titles in
/// capitals, not mastheads.
const REACH: usize = 5;

/// Where a name stands, without an article before it, and whether the name alone tells an outlet.
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    pub(super) sure: bool,
}

/// The name that a token tells; nothing before token `floor` belongs to it.
pub(super) fn at(tokens: &Tokens<'_>, index: usize, floor: usize) -> Option<Name> {
    domain(tokens, index).or_else(|| known(tokens, index)).or_else(|| masthead(tokens, index, floor))
}

/// Whether a token may stand inside a name: a word with a capital that only a name has there.
pub(super) fn is_of_name(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.is_capital(index)
        && tokens.is(index, Kind::Word)
        && !tokens.language().provenance.phrase.openers.contains(tokens.word(index))
}

/// The run of name words from `index` on, within its sentence.
pub(super) fn run_from(tokens: &Tokens<'_>, index: usize) -> Range<usize> {
    let end = (index..).take(REACH).take_while(|at| is_of_name(tokens, *at) && joins(tokens, index, *at)).last();
    index..end.map_or(index, |last| last + 1)
}

/// The run of name words that ends before `index`, from `floor` on, within its sentence.
pub(super) fn run_before(tokens: &Tokens<'_>, index: usize, floor: usize) -> Range<usize> {
    let mut start = index;
    while start > floor && index - start < REACH && joins(tokens, start - 1, index) {
        let before = start - 1;
        // "People's Daily" is one name, "Britain's Guardian" is not.
        let is_plural =
            tokens.is(before, Kind::Possessive) && matches!(tokens.before(before, 1), "people" | "women" | "farmers");
        // 'Globe and Mail'.
        let is_pair = tokens.word(before) == "and"
            && start == index
            && tokens.language().provenance.outlets.is_masthead(tokens.before(before, 1));
        // 'Europe 1 Radio'.
        let is_number = tokens.raw(before).bytes().all(|byte| byte.is_ascii_digit()) && is_of_name(tokens, index);
        let is_numbered = is_number && before > floor && is_of_name(tokens, before - 1);
        // 'the Sunday Telegraph'.
        let is_weekday = matches!(tokens.raw(before), "Saturday" | "Sunday") && tokens.before(before, 1) == "the";
        let is_part = is_of_name(tokens, before) || is_plural || is_pair || is_numbered || is_weekday;
        if !is_part || is_acronym(tokens, before) {
            break;
        }
        start = before;
    }
    start..index
}

fn joins(tokens: &Tokens<'_>, one: usize, other: usize) -> bool {
    other < tokens.len() && tokens.sentence(one) == tokens.sentence(other)
}

/// Whether a token by itself tells an outlet's name.
pub(super) fn is_telling(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.language().provenance.outlets.is_masthead(tokens.word(index))
        || known(tokens, index).is_some()
        || domain(tokens, index).is_some()
}

/// An agency's or a broadcaster's letters: those that are known, and what holds 'TV' in capitals ('MTV3', 'WKOW-TV').
fn is_acronym(tokens: &Tokens<'_>, index: usize) -> bool {
    let raw = tokens.raw(index);
    let is_channel = raw.len() > 2 && raw.contains("TV") && !raw.contains(|letter: char| letter.is_lowercase());
    is_channel || tokens.language().provenance.names.acronyms.contains(raw)
}

fn known(tokens: &Tokens<'_>, index: usize) -> Option<Name> {
    if !tokens.raw(index).contains(char::is_uppercase) && tokens.word(index) != "dpa" {
        return None;
    }
    let longest = tokens
        .language()
        .provenance
        .names
        .known
        .iter()
        .filter(|name| tokens.follows(index, name))
        .map(|name| name.split(' ').count())
        .max();
    let length = longest.or_else(|| is_acronym(tokens, index).then_some(1))?;
    Some(Name { tokens: index..goes_on(tokens, index + length), sure: true })
}

/// 'Detik.com'.
fn domain(tokens: &Tokens<'_>, index: usize) -> Option<Name> {
    // no words of a language: ends of addresses
    let is_domain = tokens.raw(index + 1) == "." && matches!(tokens.word(index + 2), "com" | "net" | "news" | "ru");
    let is_tight = |at: usize| tokens.span(at).end() == tokens.span(at + 1).start();
    let is_whole = is_domain && is_tight(index) && is_tight(index + 1);
    (is_whole && tokens.is(index, Kind::Word)).then_some(Name { tokens: index..index + 3, sure: true })
}

fn masthead(tokens: &Tokens<'_>, index: usize, floor: usize) -> Option<Name> {
    let words = &tokens.language().provenance;
    let is_strong = words.outlets.mastheads.contains(tokens.word(index));
    if !tokens.is_capital(index) || !(is_strong || words.outlets.weak_mastheads.contains(tokens.word(index))) {
        return None;
    }
    let start = run_before(tokens, index, floor).start;
    let end = goes_on(tokens, index + 1);
    let is_radio = tokens.word(index) == "radio" && start == index;
    let end = if is_radio { run_from(tokens, index).end.max(end) } else { end };
    // 'Press Secretary', 'Times Square': the word is no end of a name.
    if is_of_name(tokens, end) && tokens.sentence(end) == tokens.sentence(index) {
        return None;
    }
    let is_alone = end - start == 1;
    // 'The Globe' of 'The Globe and Mail', which its last word tells.
    if is_alone
        && tokens.word(end) == "and"
        && tokens.is_capital(end + 1)
        && words.outlets.is_masthead(tokens.word(end + 1))
    {
        return None;
    }
    let has_article = tokens.before(start, 1) == "the";
    // A capital article inside a sentence belongs to a title: 'on The Guardian'.
    let is_title = has_article && tokens.is_capital(start - 1) && tokens.sentence(start).start < start - 1;
    (!is_alone || has_article).then_some(Name { tokens: start..end, sure: is_strong && (!is_alone || is_title) })
}

/// The end of a name whose telling words end before `end`.
fn goes_on(tokens: &Tokens<'_>, end: usize) -> usize {
    let goes_on = (end..).take(REACH).take_while(|at| {
        tokens.is_capital(*at) && tokens.language().provenance.outlets.name_goes_on.contains(tokens.word(*at))
    });
    let end = goes_on.last().map_or(end, |last| last + 1);
    // 'BBC Radio 4'.
    let is_numbered = matches!(tokens.before(end, 1), "radio" | "channel")
        && tokens.word(end).bytes().all(|byte| byte.is_ascii_digit());
    let end = end + usize::from(is_numbered && end < tokens.len());
    let has_place =
        matches!(tokens.before(end, 1), "times" | "news") && tokens.word(end) == "of" && is_of_name(tokens, end + 1);
    // 'CNN affiliate WHNS', 'the BBC Arabic service'.
    let has_member = tokens.word(end) == "affiliate" && tokens.is_capital(end + 1);
    let has_service = tokens.word(end) == "service" && tokens.is_capital(end - 1);
    end + if has_place || has_member { 2 } else { usize::from(has_service) }
}
