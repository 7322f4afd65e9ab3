//! The form of a content: question, order, infinitive, clause or thing.

use std::ops::Range;

use crate::attribution::AttributionSpans;
use crate::tokens::{Kind, Tokens};

/// What a content's form says of the cue that governs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentForm {
    /// Opens with 'whether', 'who' or the like, or is one question.
    pub question: bool,
    /// Has an infinitive behind a noun, as in 'him to leave', or as a later piece: 'They ;; to keep still'.
    pub order: bool,
    /// Opens with an infinitive.
    pub infinitive: bool,
    /// Names a claim: 'reports of', 'the allegations'.
    pub claim: bool,
    /// Is a clause or a quotation.
    pub clause: bool,
}

/// How far into a content its form shows; longer noun phrases than this before a verb are rare.
const REACH: usize = 14;

impl ContentForm {
    /// The frame of an attribution's content.
    pub fn of(tokens: &Tokens<'_>, attribution: &AttributionSpans) -> Self {
        let pieces: Vec<Range<usize>> = attribution.content.iter().map(|span| tokens.within(*span)).collect();
        let Some(first) = pieces.first() else { return Self::default() };
        let quoted = is_quote(tokens.word(first.start));
        let open = skip_marks(tokens, first.clone());
        let infinitive = is_infinitive(tokens, open.start);
        let behind = |piece: &Range<usize>| is_infinitive(tokens, skip_marks(tokens, piece.clone()).start);
        let verb = finite_verb(tokens, open.clone());
        let claim = open.clone().take(6).take_while(|index| verb.is_none_or(|verb| *index < verb));
        Self {
            question: asks(tokens, open.clone(), &pieces),
            order: !quoted
                && !infinitive
                && (pieces.iter().skip(1).any(behind)
                    || !is_gerund(tokens, open.start) && infinitive_behind_noun(tokens, open)),
            infinitive,
            claim: claim.into_iter().any(|index| tokens.language().stance.frame.is_claim_noun(tokens.word(index))),
            clause: quoted || verb.is_some(),
        }
    }
}

/// The first word that shows a clause, if no relative clause begins before it: none in 'their appeal, which had failed'
/// or 'that request'.
fn finite_verb(tokens: &Tokens<'_>, run: Range<usize>) -> Option<usize> {
    let words = &tokens.language().stance.frame;
    let is_demonstrative = tokens.word(run.start) == "that" && run.len() < 3;
    let relative = |index: &usize| *index > run.start && words.relatives.contains(tokens.word(*index));
    let verb = |index: &usize| words.is_clause_word(tokens.word(*index));
    run.clone().skip(usize::from(is_demonstrative)).take(REACH).take_while(|index| !relative(index)).find(verb)
}

/// Whether a content asks: it opens with a word that asks and does not consist of it alone, as a relative pronoun does in
/// 'which ;; to be the most vulnerable part'; or with 'about'; or 'whether' follows within a few words, as in 'feedback on
/// whether'; or it ends with a question mark.
fn asks(tokens: &Tokens<'_>, open: Range<usize>, pieces: &[Range<usize>]) -> bool {
    let opener = tokens.word(open.start);
    let word = (opener == "about" || tokens.language().stance.frame.question_words.contains(opener)) && open.len() > 1;
    word || open.take(4).any(|index| tokens.word(index) == "whether") || ends_asking(tokens, pieces)
}

/// Whether a token opens or closes a quotation.
pub fn is_quote(word: &str) -> bool {
    matches!(word, "“" | "\"" | "”" | "‘" | "'" | "’" | "`" | "«" | "»" | "„")
}

/// Marks that can open a content; a longer row of them is not text.
const MOST_MARKS: usize = 16;

/// A run without the marks at its beginning.
pub fn skip_marks(tokens: &Tokens<'_>, run: Range<usize>) -> Range<usize> {
    let start = run.clone().take(MOST_MARKS).find(|index| tokens.is(*index, Kind::Word)).unwrap_or(run.end);
    start..run.end
}

/// Whether 'to' stands at a token, before a word that can be a verb.
fn is_infinitive(tokens: &Tokens<'_>, index: usize) -> bool {
    let to = index + usize::from(tokens.word(index) == "not");
    let next = tokens.word(to + 1);
    let is_thing = tokens.language().stance.frame.thing_openers.contains(next);
    tokens.word(to) == "to" && next.starts_with(char::is_lowercase) && !tokens.is_capital(to + 1) && !is_thing
}

/// 'Allowing officers to write tickets is a concern', which orders nothing.
fn is_gerund(tokens: &Tokens<'_>, index: usize) -> bool {
    let ends = tokens.word(index).len() > "thing".len() && tokens.word(index).ends_with("ing");
    // 'Told Boeing to ground the jets', 'told nursing staff to stay'.
    ends && (tokens.sentence(index).start == index || is_quote(tokens.before(index, 1)))
}

/// Whether a noun and an infinitive follow each other before any finite verb: 'islanders to move', but neither 'he planned
/// to stay' nor 'Gore plans to skip it', which English endings tell.
fn infinitive_behind_noun(tokens: &Tokens<'_>, run: Range<usize>) -> bool {
    let is_clause = |index: &usize| tokens.language().stance.frame.is_clause_word(tokens.word(*index));
    let to = run.clone().take(REACH).take_while(|index| !is_clause(index)).find(|index| is_infinitive(tokens, *index));
    let Some(noun) = to.and_then(|to| to.checked_sub(1)).filter(|noun| *noun >= run.start) else { return false };
    let word = tokens.word(noun);
    let behind_name = noun > run.start && tokens.is_capital(noun - 1);
    let third_person = behind_name && word.ends_with('s') && !tokens.is_capital(noun);
    let is_verb = third_person || word.ends_with("ed") || word.ends_with("ing");
    tokens.is(noun, Kind::Word) && !is_verb
}

/// Whether the content ends with a question mark.
fn ends_asking(tokens: &Tokens<'_>, pieces: &[Range<usize>]) -> bool {
    let end = pieces.last().and_then(|last| last.clone().rev().take(3).find(|index| !is_quote(tokens.word(*index))));
    end.is_some_and(|end| tokens.word(end) == "?")
}
