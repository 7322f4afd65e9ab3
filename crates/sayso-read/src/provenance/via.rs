//! The outlets through which an article has an attribution, by the words around it.

use std::ops::Range;

use sayso_lang::Words;

use super::outlets::{OutletMention, Outlets};
use super::surroundings::Surroundings;
use crate::tokens::{Kind, Tokens};

/// Words between an outlet and the word that ties it to the attribution: 'told the British newspaper The Guardian',
/// 'published on Saturday by'.
const DESCRIBED_BY: usize = 6;

/// The outlets that the words around an attribution name as its way into the article.
pub(super) fn around<'o>(tokens: &Tokens<'_>, frame: &Surroundings, outlets: &'o Outlets) -> Vec<&'o OutletMention> {
    let mut found: Vec<&OutletMention> = Vec::new();
    for stretch in &frame.stretches {
        for mention in outlets.within(stretch.clone()) {
            let is_next = found.last().is_some_and(|last| is_coordinated(tokens, last, mention));
            let is_whole = stretch.start <= mention.tokens.start;
            if is_whole && frame.reaches(mention.tokens.start) && (is_next || ties(tokens, frame, mention)) {
                found.push(mention);
            }
        }
    }
    found
}

/// 'Interfax, RIA Novosti and TASS'.
pub(super) fn is_coordinated(tokens: &Tokens<'_>, one: &OutletMention, other: &OutletMention) -> bool {
    let between = one.tokens.end..other.tokens.start;
    between.len() <= 3 && between.into_iter().all(|index| matches!(tokens.word(index), "," | "and" | "or" | "the"))
}

/// Whether words tie an outlet to an attribution as the one that has it from the source.
fn ties(tokens: &Tokens<'_>, frame: &Surroundings, mention: &OutletMention) -> bool {
    let governor = governor(tokens, mention.tokens.start);
    if frame.in_source(&mention.tokens) {
        let inside = governor.filter(|at| frame.in_source(&(*at..*at + 1)));
        return is_sources(tokens, mention)
            || inside.is_some_and(|at| is_handed_on(tokens, at) || is_in_medium(tokens, at));
    }
    is_subject(tokens, frame, mention)
        || is_in_brackets(tokens, frame, mention)
        || tokens.word(mention.tokens.end) == "interview"
        || governor.is_some_and(|at| !frame.is_wall(at) && governs(tokens, frame, mention, at))
}

/// 'Radio East sources in the ministry'.
fn is_sources(tokens: &Tokens<'_>, mention: &OutletMention) -> bool {
    tokens.language().provenance.relay.insiders.contains(tokens.word(mention.tokens.end))
}

/// The verb or preposition that a noun phrase hangs on, before the words that describe it.
fn governor(tokens: &Tokens<'_>, start: usize) -> Option<usize> {
    let words = &tokens.language().provenance;
    let first = tokens.sentence(start).start;
    for index in (first..start).rev().take(DESCRIBED_BY) {
        let word = tokens.word(index);
        let is_mark = !word.starts_with(char::is_alphanumeric)
            && !matches!(word, "'" | "‘" | "“" | "\"" | "’")
            && !tokens.is(index, Kind::Possessive);
        if is_mark || words.relay.reports.contains(word) && !words.relay.handed_on.contains(word) {
            return None;
        }
        if words.relay.tells.contains(word)
            || words.relay.relays.contains(word)
            || words.phrase.prepositions.contains(word)
        {
            return Some(index);
        }
    }
    None
}

/// Whether the verb or preposition ties what it governs to the attribution.
fn governs(tokens: &Tokens<'_>, frame: &Surroundings, mention: &OutletMention, at: usize) -> bool {
    let words = &tokens.language().provenance;
    let behind = |reach: usize, list: &Words| (1..=reach).any(|back| list.contains(tokens.before(at, back)));
    let is_speech = |reach: usize| {
        behind(reach, &words.relay.speech) || (1..=2).any(|back| at >= back && frame.cue.contains(&(at - back)))
    };
    match tokens.word(at) {
        word if words.relay.tells.contains(word) => frame.cue.contains(&at) || at.abs_diff(frame.cue.end) <= 2,
        "per" | "via" => true,
        "to" if tokens.before(at, 1) == "according" => true,
        "to" if frame.source.iter().any(|source| source.end == at) => true,
        "to" | "with" | "for" => is_speech(5),
        "by" => is_handed_on(tokens, at),
        "from" | "of" => behind(2, &words.relay.reporters) && is_speech(6),
        word if words.relay.places.contains(word) => {
            mention.sure
                && (is_handed_on(tokens, at)
                    || is_speech(4)
                    || is_in_medium(tokens, at)
                    || is_aired(tokens, frame, mention, at))
        }
        _ => false,
    }
}

/// '“…,” she said of the talks on CNN Wednesday evening': what a sentence that ends a quotation has on the air is the
/// saying.
fn is_aired(tokens: &Tokens<'_>, frame: &Surroundings, mention: &OutletMention, preposition: usize) -> bool {
    let words = &tokens.language().provenance;
    let is_time = |at: &usize| words.relay.dayparts.contains(tokens.word(*at)) || tokens.is_capital(*at);
    let end = mention.tokens.end + (mention.tokens.end..).take(2).take_while(is_time).count();
    let is_behind = frame.content.as_ref().is_some_and(|content| content.end <= frame.cue.start);
    is_behind && tokens.word(preposition) == "on" && tokens.is(end, Kind::Mark)
}

/// 'in an address on'.
fn is_in_medium(tokens: &Tokens<'_>, preposition: usize) -> bool {
    (1..=3).any(|back| tokens.language().provenance.medium.mediums.contains(tokens.before(preposition, back)))
}

/// 'published Saturday by', 'quoted in', 'aired on'.
fn is_handed_on(tokens: &Tokens<'_>, preposition: usize) -> bool {
    matches!(tokens.word(preposition), "by" | "in" | "on")
        && (1..=2).any(|back| tokens.language().provenance.relay.handed_on.contains(tokens.before(preposition, back)))
}

/// ', Reuters reported' or ', says Reuters'; 'Reuters quoted an official as saying'.
fn is_subject(tokens: &Tokens<'_>, frame: &Surroundings, mention: &OutletMention) -> bool {
    let words = &tokens.language().provenance;
    let start = with_article(tokens, mention.tokens.start);
    if start > 1 && words.relay.reports.contains(tokens.before(start, 1)) && tokens.before(start, 2) == "," {
        return !frame.cue.contains(&(start - 1));
    }
    let verb = verb_behind(tokens, mention.tokens.end);
    let is_cited = words.relay.relays.contains(tokens.word(frame.cue.start))
        || words.relay.relays.contains(tokens.word(frame.cue.end.saturating_sub(1)));
    let is_cue = frame.cue.contains(&verb);
    let is_report =
        words.relay.reports.contains(tokens.word(verb)) || is_cited && words.relay.relays.contains(tokens.word(verb));
    let is_clause = start == tokens.sentence(start).start
        || matches!(tokens.raw(start - 1), "," | "”" | "\"" | "''" | "—" | "–" | "(" | "as" | "’");
    is_report && is_clause && frame.reaches(verb) && (is_cited || !frame.is_wall(verb) && !is_cue)
}

/// The verb of a subject that ends before `index`, past ', however,' and 'also'.
fn verb_behind(tokens: &Tokens<'_>, index: usize) -> usize {
    let skips = |index: &usize| {
        tokens.word(*index) == "," || tokens.language().provenance.relay.before_verb.contains(tokens.word(*index))
    };
    index + (index..index + 4).take_while(skips).count()
}

/// The start of a phrase with its determiner.
fn with_article(tokens: &Tokens<'_>, start: usize) -> usize {
    start - usize::from(tokens.language().provenance.phrase.determiners.contains(tokens.before(start, 1)))
}

/// '(Reuters)' or '(via Reuters)' behind what is said.
fn is_in_brackets(tokens: &Tokens<'_>, frame: &Surroundings, mention: &OutletMention) -> bool {
    let start = mention.tokens.start;
    let opens = tokens.before(start, 1) == "(" || tokens.precedes(start, "( via");
    let closes = (mention.tokens.end..mention.tokens.end + 5).any(|index| tokens.raw(index) == ")");
    opens && closes && start > frame.cue.start
}

/// The outlets that a source is, where it is outlets: none in 'the BBC's director general' or 'an editor of The Times'.
pub(super) fn in_source<'o>(
    tokens: &Tokens<'_>,
    source: &[Range<usize>],
    outlets: &'o Outlets,
) -> Vec<&'o OutletMention> {
    let mut found: Vec<&OutletMention> = Vec::new();
    for range in source {
        for mention in outlets.within(range.clone()) {
            let is_next = found.last().is_some_and(|last| is_coordinated(tokens, last, mention));
            if is_next || is_whole_source(tokens, range, mention) {
                found.push(mention);
            }
        }
        found.extend(found.is_empty().then(|| related(tokens, range, outlets)).flatten());
    }
    found
}

/// The outlet that a relative pronoun as a source stands for: 'Interfax, which cited an official'.
fn related<'o>(tokens: &Tokens<'_>, source: &Range<usize>, outlets: &'o Outlets) -> Option<&'o OutletMention> {
    let is_relative = source.len() <= 3 && matches!(tokens.word(source.end - 1), "which" | "who");
    let end = source.start.checked_sub(usize::from(tokens.before(source.start, 1) == ","))?;
    let before = outlets.within(end.checked_sub(1)?..end).first();
    before.filter(|mention| is_relative && tokens.sentence(mention.tokens.start) == tokens.sentence(source.start))
}

/// The outlets that a reporting outlet quotes in its turn: 'the agency said, quoting a report in the Herald'.
pub(super) fn quoted<'o>(tokens: &Tokens<'_>, frame: &Surroundings, outlets: &'o Outlets) -> Vec<&'o OutletMention> {
    let words = &tokens.language().provenance;
    let mentions = frame.stretches.iter().flat_map(|stretch| outlets.within(stretch.clone()));
    let is_quoted = |mention: &&OutletMention| {
        let start = mention.tokens.start;
        let lead = (1..=DESCRIBED_BY).find(|back| words.relay.relays.contains(tokens.before(start, *back)));
        let is_bare = |back: usize| {
            (1..back)
                .all(|at| !words.evidence.people.contains(tokens.before(start, at)) && tokens.before(start, at) != ",")
        };
        let is_ours = lead.is_some_and(|back| is_bare(back) && frame.reaches(start - back));
        is_ours && !frame.in_source(&mention.tokens) && !is_sources(tokens, mention)
    };
    mentions.filter(is_quoted).collect()
}

/// Whether a source is the outlet that it names, or a report or a reporter of it.
fn is_whole_source(tokens: &Tokens<'_>, source: &Range<usize>, mention: &OutletMention) -> bool {
    let words = &tokens.language().provenance;
    let before: Vec<&str> = (source.start..mention.tokens.start).take(12).map(|index| tokens.word(index)).collect();
    let is_report = before.iter().any(|word| words.relay.report_nouns.contains(word));
    let is_of_other = before.iter().any(|word| words.phrase.prepositions.contains(word)) && !is_report;
    let next = tokens.word(mention.tokens.end);
    let is_end = mention.tokens.end >= source.end || tokens.is(mention.tokens.end, Kind::Mark);
    let goes_on = words.relay.reporters.contains(next) || words.outlets.report_goes_on.contains(next);
    !is_of_other && before.len() < 12 && (is_end || goes_on)
}
