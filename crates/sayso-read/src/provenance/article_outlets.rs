//! Outlets that are on no list, recognised by how they are used: a speaker who 'told Xendan' something told the press.

use std::collections::BTreeSet;
use std::ops::Range;

use sayso_lang::Standing;

use super::described::is_people;
use super::name::{is_of_name, is_telling, run_from};
use crate::tokens::{Kind, Tokens};

/// Longest title behind a capital article: 'told The Hollywood Reporter'.
const LONGEST_TITLE: usize = 4;

/// The one-word names that an article treats as those of outlets.
pub(super) struct ArticleOutlets<'t> {
    names: BTreeSet<&'t str>,
}

impl<'t> ArticleOutlets<'t> {
    /// Looks for them in one pass. A name that stands elsewhere as a part of a longer one is a person's or a body's:
    /// 'told Fennick', of Rose Fennick.
    pub(super) fn new(tokens: &Tokens<'t>) -> Self {
        let all = (0..tokens.len()).filter_map(|index| addressee(tokens, index));
        let mut names: BTreeSet<&str> = all.map(|index| tokens.raw(index)).collect();
        if !names.is_empty() {
            for index in (0..tokens.len()).filter(|index| is_part(tokens, *index)) {
                names.remove(tokens.raw(index));
            }
        }
        Self { names }
    }

    /// The outlet that begins at a token.
    pub(super) fn at(&self, tokens: &Tokens<'_>, index: usize) -> Option<Range<usize>> {
        title(tokens, index).or_else(|| self.names.contains(tokens.raw(index)).then_some(index..index + 1))
    }
}

/// The one word of a name at a token that something is told.
fn addressee(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let run = run_from(tokens, index);
    let is_name = run.len() == 1 && is_possible(tokens, index) && is_whole(tokens, run.end);
    (is_name && is_told(tokens, index)).then_some(index)
}

/// Whether a name ends before a token: not 'told the Halden exchange', not 'told Voice of Carra'.
fn is_whole(tokens: &Tokens<'_>, end: usize) -> bool {
    let words = &tokens.language().provenance.phrase;
    let next = tokens.word(end);
    let is_other = tokens.is(end, Kind::Mark) || tokens.is_capital(end) || end == tokens.len();
    let ends =
        words.phrase_ends.contains(next) || words.determiners.contains(next) || words.prepositions.contains(next);
    next != "of" && (is_other || ends)
}

/// 'told The Hollywood Reporter': a capital article inside a sentence belongs to a title.
fn title(tokens: &Tokens<'_>, index: usize) -> Option<Range<usize>> {
    let is_title = index > 1 && tokens.raw(index - 1) == "The" && is_told(tokens, index - 1);
    let run = run_from(tokens, index);
    (is_title && (1..=LONGEST_TITLE).contains(&run.len())).then_some(run)
}

/// Whether something is told whom a token begins to name; not 'was told', and not to somebody's own or a country's.
fn is_told(tokens: &Tokens<'_>, index: usize) -> bool {
    let words = &tokens.language().provenance;
    let article = usize::from(tokens.before(index, 1) == "the");
    let tells = words.relay.tells.contains(tokens.before(index, 1 + article));
    tells && !words.relay.passive.contains(tokens.before(index, 2 + article)) && tokens.sentence(index).start < index
}

/// Whether a word may be an outlet's name by itself: of no people, no country and no gathering.
fn is_possible(tokens: &Tokens<'_>, index: usize) -> bool {
    let words = &tokens.language().provenance;
    let word = tokens.word(index);
    let is_place = words.places.country(word, &[Standing::Name, Standing::Adjective, Standing::Capital]).is_some();
    let is_other = words.medium.forums.contains(word) || words.outlets.no_outlets.contains(word);
    word.len() > 1 && !is_place && !is_other && !is_people(tokens, index)
}

/// Whether a token is a part of a longer name that no word tells to be an outlet's.
fn is_part(tokens: &Tokens<'_>, index: usize) -> bool {
    let beside = |at: usize| is_of_name(tokens, at) && tokens.sentence(at) == tokens.sentence(index);
    let words = &tokens.language().provenance.outlets;
    let tells = |at: usize| is_telling(tokens, at) || words.name_goes_on.contains(tokens.word(at));
    let before = index > tokens.sentence(index).start && beside(index - 1) && !tells(index - 1);
    let behind = index + 1 < tokens.len() && beside(index + 1) && !tells(index + 1);
    tokens.is(index, Kind::Word) && is_of_name(tokens, index) && (before || behind)
}
