//! What kind of source a speaker is.

use std::ops::Range;

use super::head::{MOST_WORDS, around, joined, of_head, of_open, of_words};
use super::{SourceType, source};
use crate::attribution::AttributionSpans;
use crate::provenance::Provenance;
use crate::speaker::{RolePhrase, SpeakerKind, Voice, is_past};
use crate::tokens::Tokens;

/// What kind of source an attribution's is; of two that speak together, what the first is.
pub(super) fn source_type(
    tokens: &Tokens<'_>,
    triple: &AttributionSpans,
    voices: &[Voice],
    provenance: &Provenance,
) -> Option<SourceType> {
    let source = source::tokens_of(tokens, triple);
    if let Some(document) = source.as_ref().and_then(|source| source::document(tokens, source)) {
        return Some(document);
    }
    if !provenance.reporter.is_empty() {
        return Some(SourceType::Media);
    }
    match (voices.first(), source) {
        (Some(voice), _) => Some(of_voice(tokens, voice)),
        (None, Some(source)) => Some(source::untraced(tokens, &source)),
        (None, None) => None,
    }
}

fn of_voice(tokens: &Tokens<'_>, voice: &Voice) -> SourceType {
    let is_human = matches!(voice.speaker.kind, SpeakerKind::Person | SpeakerKind::Unnamed);
    if is_human && voice.told.iter().any(|told| of_head(tokens, told) == Some(SourceType::Witness)) {
        return SourceType::Witness;
    }
    let by_told = || {
        let told = || voice.role.iter().chain(&voice.told);
        let told_plainly = told().find_map(|told| of_told(tokens, told, voice));
        told_plainly.or_else(|| told().find_map(|told| of_open(tokens, told)))
    };
    let by_name = || of_name(tokens, &voice.words);
    let found = match voice.speaker.kind {
        SpeakerKind::Document => by_told().or(Some(SourceType::Document)),
        SpeakerKind::Person => {
            by_told().or_else(|| by_address(tokens, &voice.words)).or_else(|| misread(tokens, &voice.words))
        }
        SpeakerKind::Place => Some(SourceType::Government),
        SpeakerKind::Organisation if voice.is_named => by_name().or_else(by_told),
        SpeakerKind::Organisation | SpeakerKind::Unnamed | SpeakerKind::Group => {
            by_told().or_else(|| is_proper(tokens, &voice.words).then(by_name).flatten())
        }
    };
    found.unwrap_or_else(|| otherwise(tokens, voice))
}

/// Whether a description ends as a name does: 'Radio 3', 'the Kareth Mail'.
fn is_proper(tokens: &Tokens<'_>, words: &Range<usize>) -> bool {
    let last = tokens.raw(words.end.saturating_sub(1));
    last.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
}

/// What a name tells that passes for a person's though it begins as a firm's or is a plural: 'Air Kareth', 'Liberals'.
fn misread(tokens: &Tokens<'_>, name: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    let first = tokens.word(name.start);
    let firm = || lexicon.context(first).filter(|kind| *kind == SourceType::Company && name.len() > 1);
    let plural = || lexicon.head(first).filter(|_| name.len() == 1 && first.ends_with('s'));
    firm().or_else(plural)
}

/// What somebody is of whom nothing tells it.
fn otherwise(tokens: &Tokens<'_>, voice: &Voice) -> SourceType {
    let noun = voice.speaker.name.rsplit(' ').next().map(str::to_lowercase);
    if let Some(told) = noun.filter(|_| !voice.is_named).and_then(|noun| tokens.language().capacity.types.head(&noun)) {
        return told;
    }
    let first = tokens.raw(voice.words.start);
    let is_lone =
        voice.words.len() == 1 && tokens.is_capital(voice.words.start) && first.chars().any(char::is_lowercase);
    match voice.speaker.kind {
        SpeakerKind::Person => SourceType::Person,
        SpeakerKind::Organisation if is_lone => SourceType::Company,
        SpeakerKind::Organisation => SourceType::Organisation,
        SpeakerKind::Group => SourceType::Other,
        SpeakerKind::Place => SourceType::Government,
        SpeakerKind::Document => SourceType::Document,
        SpeakerKind::Unnamed => SourceType::Unnamed,
    }
}

/// What one description makes of a speaker: who held an office is a politician, and an official without a name has a
/// type of his own.
fn of_told(tokens: &Tokens<'_>, told: &RolePhrase, voice: &Voice) -> Option<SourceType> {
    let found = match told.head {
        Some(head) if !voice.is_named && is_official(tokens, head) => Some(unnamed_official(tokens, told)),
        Some(head) => of_first_office(tokens, told, head).or_else(|| of_head(tokens, told)),
        None => of_words(tokens, &told.words),
    };
    match found {
        Some(SourceType::Government) if voice.speaker.kind == SpeakerKind::Person && is_past(tokens, told) => {
            Some(SourceType::Politician)
        }
        // 'the baker Ana Silva' is somebody with a name.
        Some(SourceType::Unnamed | SourceType::Other) if voice.speaker.kind == SpeakerKind::Person => None,
        found => found,
    }
}

/// 'Harbour Trust spokeswoman and singer': of two offices the first.
fn of_first_office(tokens: &Tokens<'_>, told: &RolePhrase, head: usize) -> Option<SourceType> {
    let and = (told.words.start + 1..head).find(|at| tokens.word(*at) == "and")?;
    let is_office = tokens.language().speaker.is_role(tokens.word(and - 1));
    is_office.then(|| of_head(tokens, &RolePhrase { words: told.words.start..and, head: Some(and - 1) })).flatten()
}

fn is_official(tokens: &Tokens<'_>, head: usize) -> bool {
    let words = &tokens.language().capacity.types;
    words.is_official(tokens.word(head))
}

/// 'a security official', 'two ministry sources': of the state, unless what stands around says of whom else.
fn unnamed_official(tokens: &Tokens<'_>, told: &RolePhrase) -> SourceType {
    let head = told.head.unwrap_or(told.words.start);
    let is_source = tokens.language().capacity.types.head(tokens.word(head)) == Some(SourceType::Unnamed);
    match around(tokens, told, head..head + 1) {
        Some(SourceType::Government | SourceType::Military | SourceType::PoliceJustice) => SourceType::OfficialUnnamed,
        _ if is_source => SourceType::Unnamed,
        None | Some(SourceType::Expert) => SourceType::OfficialUnnamed,
        Some(other) => other,
    }
}

/// What the name of a body, or what it is called by, tells.
fn of_name(tokens: &Tokens<'_>, words: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    let bare = words.start + usize::from(tokens.word(words.start) == "the")..words.end;
    let end = bare.clone().find(|at| tokens.word(*at) == "(").unwrap_or(bare.end);
    let bare = bare.start..end;
    if bare.len() == 1 && tokens.language().speaker.is_people(tokens.word(bare.start)) {
        return Some(SourceType::Other);
    }
    let whole = (bare.len() <= MOST_WORDS).then(|| joined(tokens, bare.clone()));
    let whole = whole.and_then(|whole| lexicon.context(&whole).or_else(|| lexicon.head(&whole)));
    let is_corporate = || tokens.language().speaker.is_corporate(tokens.word(bare.end.saturating_sub(1)));
    whole
        .or_else(|| of_words(tokens, &bare))
        .or_else(|| {
            let last = bare.end.checked_sub(1)?;
            lexicon.head(tokens.word(last)).or_else(|| lexicon.open(tokens.word(last)))
        })
        .or_else(|| is_corporate().then_some(SourceType::Company))
}

/// What the form of address before a name tells.
fn by_address(tokens: &Tokens<'_>, name: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    lexicon.title(tokens.before(name.start, 1)).or_else(|| lexicon.title(tokens.word(name.start)))
}
