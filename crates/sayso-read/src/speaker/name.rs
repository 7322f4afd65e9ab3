//! Runs of capitalised words: where proper names stand, and which part of a run is the bare name.

use std::collections::HashSet;
use std::ops::Range;

use sayso_lang::Standing;

use super::evidence;
use super::name_part::is_part;
use super::words::has_any_number;
use crate::tokens::{Kind, Tokens};

/// Names are cut here, so that a text in capitals costs no more than its length.
const LONGEST: usize = 16;

/// The runs of a text, in order.
pub(super) fn runs(tokens: &Tokens<'_>, common: &Spelling<'_>) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !is_part(tokens, at) || opens_sentence_only(tokens, at, common) {
            at += 1;
            continue;
        }
        let end = end(tokens, at);
        all.push(at..end);
        at = end;
    }
    all
}

/// The words of a text by how they are written.
pub(super) struct Spelling<'t> {
    /// Words with a small first letter.
    pub(super) lower: HashSet<&'t str>,
    /// Words with a capital where none has to be.
    capital: HashSet<&'t str>,
}

/// How the words of a text are written.
pub(super) fn spelling<'t>(tokens: &Tokens<'t>) -> Spelling<'t> {
    let words = |capital: bool| {
        let fits = move |at: &usize| tokens.is_capital(*at) == capital && !(capital && begins(tokens, *at));
        (0..tokens.len()).filter(fits).map(|at| tokens.raw(at)).collect()
    };
    Spelling { lower: words(false), capital: words(true) }
}

/// Whether a word has its capital only from where it stands.
fn opens_sentence_only(tokens: &Tokens<'_>, at: usize, common: &Spelling<'_>) -> bool {
    let words = &tokens.language().speaker;
    let word = tokens.word(at);
    if words.small.function.contains(word) {
        // 'US' is no 'us', 'IT' no 'it'; 'Per Olsen' and 'Will Young' begin where no sentence does.
        let forename = !begins(tokens, at) && is_part(tokens, at + 1) && words.small.names_too.contains(word);
        return !is_acronym(tokens.raw(at)) && !forename;
    }
    let alone = begins(tokens, at) && end(tokens, at) == at + 1 && !knows_place(tokens, at..at + 1);
    // 'Fatima, daughter of Gul, said'
    let is_somebody = || !common.lower.contains(word) && !words.is_known(word) && evidence::introduces(tokens, at);
    alone && !is_somebody() && (common.lower.contains(word) || !common.capital.contains(tokens.raw(at)))
}

/// Whether a token is the first of its sentence, of a quotation, or of what follows a colon.
pub(super) fn begins(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.sentence(at).start == at || matches!(tokens.before(at, 1), "“" | "\"" | "‘" | "'" | ":" | "(" | "«" | "„")
}

/// The end of the run that begins at a token.
pub(super) fn end(tokens: &Tokens<'_>, start: usize) -> usize {
    let words = &tokens.language().speaker;
    let bound = tokens.sentence(start).end.min(start + LONGEST);
    let mut end = start + 1;
    let shouts = is_acronym(tokens.raw(start)) && is_shouted(tokens, start);
    while end < bound && !(shouts && is_cut_where_shouted(tokens, end)) {
        let small = words.small.function.contains(tokens.word(end)) && !is_acronym(tokens.raw(end));
        // 'League Against Cruel Sports', 'USA Today'
        let article =
            words.names.never_inside.contains(tokens.word(end)) || words.small.calendar.contains(tokens.word(end));
        let inner = small && !article && !begins(tokens, end);
        let joined = if is_part(tokens, end) && (!small || inner) { 1 } else { joint(tokens, start, end) };
        if joined == 0 || end + joined > bound {
            break;
        }
        end += joined;
    }
    end
}

/// How many tokens from `end` on join a run to the next word of its name, by the grammar of English names; none where it
/// ends.
fn joint(tokens: &Tokens<'_>, start: usize, end: usize) -> usize {
    let words = &tokens.language().speaker;
    let word = tokens.word(end);
    let last = tokens.word(end - 1);
    let heads = |word: &str| has_any_number(&words.nouns.organisations, word) || words.is_role(word);
    let within = |ahead: usize| {
        let part = is_part(tokens, end + ahead) && !words.small.calendar.contains(tokens.word(end + ahead));
        if part { ahead + 1 } else { 0 }
    };
    if word == "on" && !words.names.heads_with_on.contains(last) {
        return 0;
    }
    if word == "to" && (!words.is_role(last) || last.ends_with('s')) && !words.names.heads_with_to.contains(last) {
        return 0;
    }
    let purpose = || word == "of" && (start..end).any(|at| matches!(tokens.word(at), "for" | "of"));
    if words.names.ties.contains(word) && (heads(last) || purpose() || words.names.heads_with_of.contains(last)) {
        return within(if tokens.word(end + 1) == "the" { 2 } else { 1 });
    }
    if word == "and" && joins_halves(tokens, start, end) {
        return within(1);
    }
    if matches!(word, "'" | "’") && last == "o" {
        return within(1);
    }
    let numbered = || words.nouns.organisations.contains(last) || words.nouns.documents.contains(last);
    if word.bytes().all(|byte| byte.is_ascii_digit()) && numbered() && !is_part(tokens, end + 1) {
        return 1;
    }
    if word == "&" || (words.small.particles.contains(word) && !heads(last)) {
        let particles =
            (0..3).take_while(|ahead| words.small.particles.contains(tokens.word(end + ahead)) || *ahead == 0).count();
        return within(particles);
    }
    let plural_owner = words.names.plural_owners.contains(last)
        || (last.ends_with('s') && tokens.raw(end).len() < 4 && !tokens.word(end).ends_with('s'));
    let saint = matches!(tokens.word(start), "st" | "st." | "saint");
    if tokens.is(end, Kind::Possessive) && (plural_owner || saint) {
        let next = end + 1;
        return if tokens.word(next) == "and" && is_part(tokens, next + 1) { 3 } else { within(1) };
    }
    0
}

/// Whether an 'and' stands inside one name: 'Institute for Equality of Women and Men', 'the Securities and Exchange
/// Commission'.
fn joins_halves(tokens: &Tokens<'_>, start: usize, and: usize) -> bool {
    let words = &tokens.language().speaker;
    let purpose = (start..and)
        .any(|at| matches!(tokens.word(at), "for" | "of") && words.nouns.organisations.contains(tokens.before(at, 1)));
    if purpose {
        return !is_part(tokens, and + 2)
            && !knows_place(tokens, and + 1..and + 2)
            && !knows_place(tokens, and - 1..and);
    }
    let start = start + usize::from(tokens.word(start) == "the");
    let second = (and + 1..and + 4).take_while(|at| is_part(tokens, *at)).count();
    let head = tokens.word(and + second.min(2));
    let plain = and <= start + 3
        && (!is_acronym(tokens.raw(start)) || and > start + 1)
        && (!has_any_number(&words.nouns.organisations, tokens.word(and - 1)) || tokens.word(and - 1) == "air")
        && !words.is_role(tokens.word(and - 1))
        && tokens.word(and - 1) != "nations"
        && !knows_place(tokens, start..and)
        && !words.places.is_adjective(tokens.word(start));
    let definite = tokens.before(start, 1) == "the" || tokens.before(start, 1) == "'s";
    // 'the Globe and Mail'
    let paired = second == 1 && and == start + 1 && definite && words.nouns.organisations.contains(head);
    plain && (paired || second > 1 && definite && words.nouns.organisations.contains(head))
}

/// Whether a run of tokens is a country or a capital by name.
pub(super) fn knows_place(tokens: &Tokens<'_>, run: Range<usize>) -> bool {
    tokens.language().speaker.places.country(&lower(tokens, run), &[Standing::Name, Standing::Capital]).is_some()
}

/// The words of a run in lower case, parted by single spaces.
pub(super) fn lower(tokens: &Tokens<'_>, run: Range<usize>) -> String {
    run.map(|at| tokens.word(at)).collect::<Vec<_>>().join(" ")
}

/// Whether a word is of capitals only: at least two, a number or a mark among them or not.
pub(super) fn is_acronym(raw: &str) -> bool {
    raw.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !raw.chars().any(char::is_lowercase)
}

/// Words of a sentence at least by which it is told that all of it is in capitals.
const LEAST_SHOUTED: usize = 3;

/// Words of a sentence that are looked at for that.
const LOOK: usize = 24;

/// Whether the sentence of a token is in capitals, as wires have it, so that they tell no name.
pub(super) fn is_shouted(tokens: &Tokens<'_>, at: usize) -> bool {
    let words: Vec<&str> = tokens
        .sentence(at)
        .take(LOOK)
        .filter(|index| tokens.is(*index, Kind::Word))
        .map(|index| tokens.raw(index))
        .collect();
    words.len() >= LEAST_SHOUTED && !words.iter().any(|word| word.chars().any(char::is_lowercase))
}

/// Whether a word in capitals among capitals ends a name: 'SAID', 'ON'.
fn is_cut_where_shouted(tokens: &Tokens<'_>, at: usize) -> bool {
    let words = &tokens.language().speaker;
    let word = tokens.word(at);
    words.verbs.finite.contains(word) || words.small.function.contains(word) && !words.names.ties.contains(word)
}
