//! The source inside what a source says: in 'The bureau expected more by the end of March, she said' the bureau speaks.

use sayso_text::Span;

use std::cell::OnceCell;
use std::collections::HashMap;

use super::data::Named;
use super::located::{Attributions, LocatedAttribution};
use crate::vocabulary::MentionWords;
use crate::work;

/// What another source states inside an attribution, and whose it is.
pub(super) struct Inner {
    pub(super) speaker: Named,
    pub(super) source: Span,
    /// First byte of what it states.
    pub(super) from: usize,
}

/// A longer stretch names no source.
const LONGEST_SOURCE: usize = 200;

/// The sources by which contents can begin, in lower case, each with the attributions that have it, in order.
pub(super) struct Openings(HashMap<String, Vec<usize>>);

impl Openings {
    fn of(all: &Attributions<'_>) -> Self {
        let mut openings: HashMap<String, Vec<usize>> = HashMap::new();
        for told in all.all.iter().filter(|told| told.attribution.reported_by.is_empty()) {
            let ([source], [_]) = (&told.source[..], &told.attribution.speakers[..]) else { continue };
            let called = all.document.text.slice(*source);
            if called.contains(' ') && called.len() <= LONGEST_SOURCE {
                openings.entry(called.to_ascii_lowercase()).or_default().push(told.index);
            }
        }
        Self(openings)
    }

    /// The first attribution but `own` whose source a content begins with, followed by what the source states: the
    /// source's length, its attribution, and that.
    fn first<'s>(&self, said: &'s str, own: usize, words: &MentionWords) -> Option<(usize, usize, &'s str)> {
        let head = &said[..said.floor_char_boundary(LONGEST_SOURCE)].to_ascii_lowercase();
        let joints = work::each(said.char_indices().map(|(at, _)| at).take_while(|at| *at <= head.len()));
        let found = joints.filter_map(|at| {
            let rest = stated(&said[at..], words)?;
            let index = self.0.get(&head[..at])?.iter().find(|index| **index != own)?;
            Some((at, *index, rest))
        });
        found.min_by_key(|(_, index, _)| *index)
    }
}

/// The source that an attribution's content begins with, where the article gives it as a source elsewhere too.
pub(super) fn inner(
    told: &LocatedAttribution<'_>,
    all: &Attributions<'_>,
    known: &OnceCell<Openings>,
) -> Option<Inner> {
    let [content] = told.content[..] else { return None };
    let text = &all.document.text;
    let held = text.slice(content);
    let skipped = held.len() - held.trim_start_matches(['"', '“', '‘', ' ']).len();
    let said = &held[skipped..];
    let words = &all.document.language.mention;
    if !words.holds.iter().chain(words.is_that.iter()).any(|joint| said.contains(joint)) {
        return None;
    }
    let (length, other, rest) = known.get_or_init(|| Openings::of(all)).first(said, told.index, words)?;
    let speaker = all.all[other].attribution.speakers.first()?;
    if told.attribution.speakers.iter().any(|own| own.name == speaker.name) {
        return None;
    }
    let start = content.start() + skipped;
    let source = text.span(start, start + length)?;
    Some(Inner { speaker: Named::of(speaker), source, from: start + (said.len() - rest.len()) })
}

/// What follows after ' expected ' or "'s assessment is that ".
fn stated<'s>(behind: &'s str, words: &MentionWords) -> Option<&'s str> {
    let held = words.holds.iter().find_map(|holds| behind.strip_prefix(holds));
    held.map(|rest| rest.strip_prefix("that ").unwrap_or(rest)).or_else(|| {
        let owned = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s "))?;
        let rest = words.held.iter().find_map(|held| owned.strip_prefix(held))?;
        words.is_that.iter().find_map(|is_that| rest.strip_prefix(is_that))
    })
}
