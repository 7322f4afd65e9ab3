//! What kind of source a speaker is.

use std::ops::Range;

use super::{SourceType, source};
use crate::attribution::Triple;
use crate::provenance::Provenance;
use crate::speaker::{SpeakerKind, Told, Voice, is_past};
use crate::tokens::{Kind, Tokens};

/// Words of a phrase that the lexicon can have.
const MOST_WORDS: usize = 3;

/// What kind of source an attribution's is; of two that speak together, what the first is.
pub(super) fn source_type(
    tokens: &Tokens<'_>,
    triple: &Triple,
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
    let by_role = || voice.role.as_ref().and_then(|role| of_told(tokens, role, voice));
    let by_told = || voice.told.iter().find_map(|told| of_told(tokens, told, voice));
    let found = match voice.speaker.kind {
        SpeakerKind::Document => Some(SourceType::Document),
        SpeakerKind::Person => by_role().or_else(by_told).or_else(|| by_address(tokens, &voice.words)),
        SpeakerKind::Unnamed | SpeakerKind::Group => by_told(),
        SpeakerKind::Place => Some(SourceType::Government),
        SpeakerKind::Organisation => of_name(tokens, &voice.words).or_else(by_told),
    };
    found.unwrap_or_else(|| otherwise(tokens, voice))
}

/// What somebody is of whom nothing tells it.
fn otherwise(tokens: &Tokens<'_>, voice: &Voice) -> SourceType {
    let is_lone = voice.words.len() == 1 && tokens.raw(voice.words.start).chars().any(char::is_lowercase);
    match voice.speaker.kind {
        SpeakerKind::Person => SourceType::Person,
        SpeakerKind::Organisation if is_lone && voice.is_named => SourceType::Company,
        SpeakerKind::Organisation => SourceType::Organisation,
        SpeakerKind::Group => SourceType::Other,
        SpeakerKind::Place => SourceType::Government,
        SpeakerKind::Document => SourceType::Document,
        SpeakerKind::Unnamed => SourceType::Unnamed,
    }
}

/// What one description makes of a speaker: who held an office is a politician, and an official without a name has a
/// type of his own.
fn of_told(tokens: &Tokens<'_>, told: &Told, voice: &Voice) -> Option<SourceType> {
    let found = match told.head {
        Some(head) if !voice.is_named && is_official(tokens, head) => Some(unnamed_official(tokens, told)),
        Some(_) => of_head(tokens, told),
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

fn is_official(tokens: &Tokens<'_>, head: usize) -> bool {
    let words = &tokens.language().capacity.types;
    words.is_official(tokens.word(head))
}

/// 'a security official', 'two ministry sources': of the state, unless what stands around says of whom else.
fn unnamed_official(tokens: &Tokens<'_>, told: &Told) -> SourceType {
    let head = told.head.unwrap_or(told.words.start);
    let is_source = tokens.language().capacity.types.head(tokens.word(head)) == Some(SourceType::Unnamed);
    match around(tokens, told, head) {
        Some(SourceType::Government | SourceType::Military | SourceType::PoliceJustice) => SourceType::OfficialUnnamed,
        _ if is_source => SourceType::Unnamed,
        None | Some(SourceType::Expert) => SourceType::OfficialUnnamed,
        Some(other) => other,
    }
}

/// What a description tells by its head, and where that is open by the words around it.
pub(super) fn of_head(tokens: &Tokens<'_>, told: &Told) -> Option<SourceType> {
    let words = &tokens.language().capacity.types;
    let head = told.head?;
    let starts = (told.words.start..=head).rev().take(MOST_WORDS).collect::<Vec<_>>();
    let decisive = starts.iter().rev().find_map(|start| words.head(&joined(tokens, *start..head + 1)));
    if decisive.is_some() {
        return decisive;
    }
    let open = starts.iter().rev().find_map(|start| words.open(&joined(tokens, *start..head + 1)))?;
    Some(around(tokens, told, head).unwrap_or(open))
}

/// What the words around a head tell: those before it, the nearest first, then those behind; a country tells least.
fn around(tokens: &Tokens<'_>, told: &Told, head: usize) -> Option<SourceType> {
    let before = (told.words.start..head).rev();
    let behind = head + 1..told.words.end;
    let context = |at: usize| of_context(tokens, at, &told.words);
    let found = before.clone().find_map(context).or_else(|| behind.clone().find_map(context));
    found.or_else(|| before.chain(behind).find_map(|at| of_country(tokens, at)))
}

/// What a body's name tells: its head, then its other words from the last on.
fn of_words(tokens: &Tokens<'_>, words: &Range<usize>) -> Option<SourceType> {
    let heads = |at: &usize| matches!(tokens.word(*at), "of" | "for" | "on");
    let head = words.clone().find(heads).unwrap_or(words.end).checked_sub(1)?;
    let context = |at: usize| of_context(tokens, at, words);
    let rest = words.clone().rev().filter(|at| *at != head);
    context(head).or_else(|| rest.clone().find_map(context))
}

/// What the name of a body, or what it is called by, tells.
fn of_name(tokens: &Tokens<'_>, words: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    let bare = words.start + usize::from(tokens.word(words.start) == "the")..words.end;
    let end = bare.clone().find(|at| tokens.word(*at) == "(").unwrap_or(bare.end);
    let bare = bare.start..end;
    let whole = (bare.len() <= MOST_WORDS).then(|| joined(tokens, bare.clone()));
    let whole = whole.and_then(|whole| lexicon.context(&whole).or_else(|| lexicon.head(&whole)));
    let is_corporate = || tokens.language().speaker.is_corporate(tokens.word(bare.end.saturating_sub(1)));
    whole.or_else(|| of_words(tokens, &bare)).or_else(|| {
        let last = bare.end.checked_sub(1)?;
        lexicon.head(tokens.word(last)).or_else(|| lexicon.open(tokens.word(last)))
    }).or_else(|| is_corporate().then_some(SourceType::Company))
}

/// What a word, or a phrase that begins with it, tells of what stands beside it.
fn of_context(tokens: &Tokens<'_>, at: usize, within: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    let ends = (at + 1..=within.end.min(at + MOST_WORDS)).rev();
    let phrases = ends.map(|end| joined(tokens, at..end));
    let found = phrases.into_iter().find_map(|phrase| lexicon.context(&phrase));
    let is_whole = || tokens.is(at, Kind::Word);
    found.or_else(|| lexicon.head(tokens.word(at)).filter(|_| is_whole()))
}

fn of_country(tokens: &Tokens<'_>, at: usize) -> Option<SourceType> {
    let places = tokens.language().speaker.places();
    let word = tokens.word(at);
    let all = [sayso_lang::Standing::Name, sayso_lang::Standing::Adjective, sayso_lang::Standing::Capital];
    places.country(word, &all).map(|_| SourceType::Government)
}

/// What the form of address before a name tells.
fn by_address(tokens: &Tokens<'_>, name: &Range<usize>) -> Option<SourceType> {
    let lexicon = &tokens.language().capacity.types;
    lexicon.title(tokens.before(name.start, 1)).or_else(|| lexicon.title(tokens.word(name.start)))
}

/// Tokens as words in lower case with single spaces.
fn joined(tokens: &Tokens<'_>, run: Range<usize>) -> String {
    run.map(|at| tokens.word(at)).collect::<Vec<_>>().join(" ")
}
