//! On which side of publication a sentence puts a day that it does not date: 'will meet on Monday', 'met on Monday'.

use sayso_lang::Words;
use serde::Deserialize;

use super::lexicon::Sense;
use super::token::{DateToken, Gap};

/// Before or after publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TenseSide {
    Past,
    Future,
    /// The sentence does not tell; news tell of what was.
    Unknown,
}

/// How a sentence sees what it does not date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outlook {
    pub(super) side: TenseSide,
    /// Whether the verb looks ahead and a preposition places the expression in time: 'will open in June', not 'will end a
    /// June agreement'.
    pub(super) placed: bool,
}

impl Outlook {
    /// How that of the expression from `start` to `end` sees it.
    pub(super) fn of(tokens: &[DateToken<'_>], start: usize, end: usize, words: &TenseWords) -> Self {
        let verb = by_verb(tokens, start, end, words);
        let placed = start.checked_sub(1).is_some_and(|before| tokens[before].is_any(&words.placing));
        let clock = verb == TenseSide::Past && is_clock(&tokens[start..end]);
        let limit = is_limit(&tokens[..start], words) && !clock && !opens_past(tokens, start, end, words);
        let side = if limit || is_beside_tomorrow(&tokens[..start]) { TenseSide::Future } else { verb };
        Self { side, placed: placed && verb == TenseSide::Future }
    }
}

/// A verb is looked for within so many words of an expression.
const REACH: usize = 16;

/// Words that tell the tense of a sentence, and where it ends.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::date) struct TenseWords {
    /// Verbs and other words that look ahead.
    future: Words,
    /// Past tenses and other words that look back, beside verbs in -ed.
    past: Words,
    /// Words in front of a participle that is no past tense.
    no_past: Words,
    /// Forms of to be that look ahead with 'to'.
    being: Words,
    /// Words that look ahead where an apostrophe cuts them short.
    shortened: Words,
    /// Words that lead back to what has happened where they open a sentence: 'Asked on Monday'.
    opening_past: Words,
    /// Words that do so with 'of' behind them.
    causes: Words,
    /// Words that do so alone.
    despite: Words,
    /// Nouns for what has happened: 'Monday's decision will'.
    done: Words,
    /// Participles of what is arranged: with one of `toward` behind them they look ahead.
    arranged: Words,
    toward: Words,
    /// Words that look ahead with 'to' behind them: 'agreed to leave'.
    intending: Words,
    /// Forms of to be in the present that look ahead with one of `leaving`.
    present: Words,
    leaving: Words,
    /// Prepositions that place an expression in time.
    placing: Words,
    /// Words in front of an expression that make it a limit.
    limits: Words,
    /// Words that do so with 'as' behind them.
    early: Words,
    /// Abbreviations, as they are written, whose full stop ends no sentence.
    abbreviations: Words,
}

/// The side that the nearest verb tells: first of those before the expression, then of those behind it.
fn by_verb(tokens: &[DateToken<'_>], start: usize, end: usize, words: &TenseWords) -> TenseSide {
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|at| !ends_sentence(tokens, *at, words));
    let behind = (end..tokens.len().min(end + REACH)).take_while(|at| !ends_sentence(tokens, *at, words));
    let ahead = |at: usize| looks_ahead(tokens, at, words).then_some(TenseSide::Future);
    let past = |at: usize| leads_back(tokens, at, words).then_some(TenseSide::Past);
    let mut before = before.map(|at| past(at).or_else(|| ahead(at)).or_else(|| verb(tokens, at, words)));
    let mut behind = behind.map(|at| verb(tokens, at, words));
    let done = || is_of_what_is_done(tokens, start, end, words).then_some(TenseSide::Past);
    let told = before.find_map(|side| side).or_else(done).or_else(|| behind.find_map(|side| side));
    told.unwrap_or(TenseSide::Unknown)
}

/// Whether a word leads back to what has happened: 'because of', 'despite', and at the head of a sentence 'Asked'.
fn leads_back(tokens: &[DateToken<'_>], at: usize, words: &TenseWords) -> bool {
    let opens = tokens[at].is_capital() && tokens[at].is_any(&words.opening_past);
    let because = tokens[at].is("of") && at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&words.causes));
    opens || because || tokens[at].is_any(&words.despite)
}

/// Whether what an expression dates has happened, whatever comes of it: 'Tuesday's results will', 'her victory on Tuesday
/// should'.
fn is_of_what_is_done(tokens: &[DateToken<'_>], start: usize, end: usize, words: &TenseWords) -> bool {
    /// 'Their victories in the two towns on Tuesday': so many words lie between.
    const FAR: usize = 6;
    let owned = tokens.get(end..end + 2).is_some_and(|owned| {
        owned[0].gap == Gap::Glued && owned[0].is_any(&["'", "’"]) && owned[1].gap == Gap::Glued && owned[1].is("s")
    });
    let next = |at: usize| tokens.get(at).is_some_and(|token| token.gap != Gap::Break && token.is_any(&words.done));
    let behind = owned && (end + 2..end + 5).any(next);
    let before = (start.saturating_sub(FAR)..start).rev().take_while(|at| !ends_sentence(tokens, *at, words));
    behind || before.take_while(|at| !tokens[*at].is(",")).any(|at| tokens[at].is_any(&words.done))
}

/// Whether an expression begins with an hour: 'voted by 8pm on Sunday' tells of what was.
fn is_clock(tokens: &[DateToken<'_>]) -> bool {
    matches!(tokens, [hour, half, ..] if hour.is_digits() && half.is_any(&["am", "pm", "a", "p", ":"]))
}

/// Whether a limit opens its sentence and what follows was: 'Until Monday, both were open'.
fn opens_past(tokens: &[DateToken<'_>], start: usize, end: usize, words: &TenseWords) -> bool {
    let opens = start.checked_sub(1).is_some_and(|limit| {
        tokens[limit].is_capital() && limit.checked_sub(1).is_none_or(|before| ends_sentence(tokens, before, words))
    });
    let mut behind = (end..tokens.len().min(end + REACH)).take_while(|at| !ends_sentence(tokens, *at, words));
    opens && behind.find_map(|at| verb(tokens, at, words)) == Some(TenseSide::Past)
}

/// 'Tomorrow and Tuesday': both lie ahead.
fn is_beside_tomorrow(before: &[DateToken<'_>]) -> bool {
    matches!(before, [.., day, joint] if day.sense == Sense::Day(1) && joint.is_any(&["and", "or"]))
}

/// Whether what stands before an expression makes it a limit: 'until', 'by', 'as early as'.
fn is_limit(before: &[DateToken<'_>], words: &TenseWords) -> bool {
    match before {
        [.., early, last] if last.is("as") => early.is_any(&words.early),
        [.., last] => last.is_any(&words.limits),
        [] => false,
    }
}

/// Whether a sentence ends among tokens.
pub(super) fn parted(tokens: &[DateToken<'_>], words: &TenseWords) -> bool {
    tokens.len() > 4 * REACH || (0..tokens.len()).any(|at| ends_sentence(tokens, at, words))
}

fn ends_sentence(tokens: &[DateToken<'_>], at: usize, words: &TenseWords) -> bool {
    const CLOSING: [&str; 5] = ["\"", "”", "'", "’", ")"];
    let mut rest = tokens[at + 1..].iter().take(8).skip_while(|next| next.gap == Gap::Glued && next.is_any(&CLOSING));
    let next_is_apart =
        rest.next().is_none_or(|next| next.gap != Gap::Glued && !next.text.starts_with(char::is_lowercase));
    tokens[at].is_any(&["!", "?"]) || tokens[at].is(".") && next_is_apart && !is_abbreviation(tokens, at, words)
}

/// Whether a full stop belongs to the word before it: 'Mr.', 'U.S.'.
fn is_abbreviation(tokens: &[DateToken<'_>], stop: usize, words: &TenseWords) -> bool {
    let Some(word) = stop.checked_sub(1).map(|at| &tokens[at]) else { return false };
    word.text.len() == 1 || words.abbreviations.contains(word.text)
}

/// What a verb tells; that '-ed' makes a past tense is English.
fn verb(tokens: &[DateToken<'_>], at: usize, words: &TenseWords) -> Option<TenseSide> {
    let token = &tokens[at];
    if !token.is_word() || token.is_capital() {
        return None;
    }
    let is_to = token.is("to") && at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&words.being));
    let is_short = tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Glued && next.is_any(&["'", "’"]));
    if token.is_any(&words.future) || is_to || is_short && token.is_any(&words.shortened) {
        return Some(TenseSide::Future);
    }
    let is_past = token.is_any(&words.past) || token.text.len() > 4 && token.text.ends_with("ed");
    let is_other = at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&words.no_past));
    (is_past && !is_other).then_some(TenseSide::Past)
}

/// Whether a word looks ahead to what stands behind it, with the word beside it: 'planned for', 'agreed to', 'to be held',
/// 'are leaving'.
fn looks_ahead(tokens: &[DateToken<'_>], at: usize, words: &TenseWords) -> bool {
    let behind = |list: &Words| at.checked_sub(1).is_some_and(|before| tokens[before].is_any(list));
    let arranged =
        tokens[at].is_any(&words.arranged) && tokens.get(at + 1).is_some_and(|next| next.is_any(&words.toward));
    let to = tokens[at].is("to") && behind(&words.intending);
    arranged || to || tokens[at].is_any(&words.leaving) && behind(&words.present)
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;
    use crate::date::token::tokens;
    use crate::date::vocabulary::english;

    fn side_of(string: &str, word: &str) -> TenseSide {
        let text: Text = Text::new(string);
        let tokens = tokens(&text, &[text.whole()], &english().lexicon);
        let at = tokens.iter().position(|token| token.text == word).unwrap();
        Outlook::of(&tokens, at, at + 1, &english().tense).side
    }

    #[test]
    fn the_nearest_verb_tells() {
        assert_eq!(side_of("The council will meet on Monday.", "Monday"), TenseSide::Future);
        assert_eq!(side_of("The mayor said on Monday that he will go.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("The vote is expected to be held Monday.", "Monday"), TenseSide::Future);
        assert_eq!(side_of("On Monday, the court will rule.", "Monday"), TenseSide::Future);
        assert_eq!(side_of("He won't go. Monday came.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("She won on Monday.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("The fair had been planned for June.", "June"), TenseSide::Future);
        assert_eq!(side_of("It opened in May and closes in June.", "June"), TenseSide::Future);
        assert_eq!(side_of("They agreed to leave by the end of June.", "June"), TenseSide::Future);
    }

    #[test]
    fn what_has_happened_leads_back() {
        assert_eq!(side_of("Monday's ruling will change the harbour.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("Their wins in both towns on Monday should help.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("Asked on Monday whether he would go, he smiled.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("They will stay because of the fire on Monday.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("It rained. Until Monday, both were open.", "Monday"), TenseSide::Past);
        assert_eq!(side_of("The vote on Monday will be close.", "Monday"), TenseSide::Future);
        assert_eq!(side_of("It opens tomorrow and Monday.", "Monday"), TenseSide::Future);
    }
}
