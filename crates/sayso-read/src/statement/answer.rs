//! What a statement does by its own words, whatever its cue: 'There are no soldiers in my country', 'it was not clear
//! whether', 'they had no information', 'the government would not reveal'.

use std::borrow::Cow;

use sayso_text::Span;

use super::StatementReader;
use super::answer_words::AnswerWords;
use crate::stance::Stance;
use crate::tokens::Kind;

/// Words of a statement in which it shows: a subject and a verb group fit.
const REACH: usize = 12;

/// Words between 'there' and its 'no' at most.
const EXISTS: usize = 5;

/// Words between a negation and what it negates at most: 'not immediately been able to confirm', 'no credible, specific
/// intelligence'.
const NEGATED: usize = 5;

/// Words between what somebody looks into and what of it: 'investigating reports to see whether'.
const SOUGHT: usize = 4;

/// Words of a statement that are looked at: what is negated, and the one behind it.
const LOOKED_AT: usize = REACH + NEGATED + 2;

impl StatementReader<'_> {
    /// The stance of one statement of an attribution, where the cue leaves it the word.
    pub(super) fn stance(&self, span: Span, given: Stance) -> Stance {
        if given != Stance::Asserts {
            return given;
        }
        let known = &self.words.answer;
        let words = self.tokens.within(span).filter(|at| self.tokens.is(*at, Kind::Word)).take(LOOKED_AT);
        let told = words.map(|at| straight(self.tokens.word(at))).enumerate();
        // What is set against the statement has a subject of its own.
        let own = told.take_while(|(at, word)| *at == 0 || !known.contrasting.contains(word));
        let told: Vec<Cow<'_, str>> = own.map(|(_, word)| word).collect();
        let told: Vec<&str> = told.iter().map(AsRef::as_ref).collect();
        let emphatic = |word: &str| self.tokens.language().stance.is_emphatic(word);
        answered(&told, known).unwrap_or(if denies_existence(&told, emphatic) { Stance::Denies } else { given })
    }
}

/// A word with straight apostrophes.
fn straight(word: &str) -> Cow<'_, str> {
    if word.contains('’') { word.replace('’', "'").into() } else { word.into() }
}

/// 'There are no soldiers', 'there was not one', but not 'there is no other choice', which insists.
fn denies_existence(told: &[&str], emphatic: impl Fn(&str) -> bool) -> bool {
    if told.iter().skip(1).take(EXISTS + 1).any(|word| emphatic(word)) {
        return false;
    }
    let none = told.iter().take(EXISTS).any(|word| matches!(*word, "no" | "none" | "never"));
    let not_one = told.windows(2).take(EXISTS).any(|pair| pair[0] == "not" && matches!(pair[1], "one" | "a" | "any"));
    told.first() == Some(&"there") && (none || not_one)
}

fn answered(told: &[&str], known: &AnswerWords) -> Option<Stance> {
    let doubts = (1..told.len().min(REACH))
        .any(|at| known.doubtful.contains(told[at]) && leads(told, at, known) || is_left_open(told, at, known));
    let negation = told.iter().take(REACH).position(|word| known.negates(word));
    let negated = negation.and_then(|at| negated(told, at, known));
    negated.or_else(|| doubts.then_some(Stance::Doubts))
}

/// 'were still investigating whether', 'would be surprised if': what is sought out is open, and what would surprise is not
/// believed.
fn is_left_open(told: &[&str], at: usize, known: &AnswerWords) -> bool {
    let behind = &told[at + 1..told.len().min(at + 1 + SOUGHT)];
    let asks = |within: usize| {
        let place = behind.iter().take(within).position(|word| matches!(*word, "whether" | "if"));
        place.is_some_and(|place| place == 0 || behind[place - 1] != "as")
    };
    let before = &told[..at];
    if before.iter().any(|word| known.negates(word) || *word == "nobody") {
        return false;
    }
    let would = before.contains(&"would") && before.last() == Some(&"be");
    known.seeking.contains(told[at]) && leads(told, at, known) && asks(SOUGHT)
        || known.surprised.contains(told[at]) && would && asks(1)
}

/// Whether a word is what is said of the subject: a form of 'be' stands before it, with at most an adverb between.
fn leads(told: &[&str], at: usize, known: &AnswerWords) -> bool {
    let is_verb = |back: usize| at.checked_sub(back).is_some_and(|verb| known.being.contains(told[verb]));
    is_verb(1) || is_verb(2)
}

fn negated(told: &[&str], at: usize, known: &AnswerWords) -> Option<Stance> {
    let behind = &told[at + 1..told.len().min(at + 1 + NEGATED)];
    let next = |length: usize| behind.get(length).copied().unwrap_or_default();
    let of = |list: &sayso_lang::Words| behind.iter().position(|word| list.contains(word));
    let follows = |place: usize| behind[..place].iter().all(|word| known.between.contains(word));
    if told[at] == "nothing" {
        return of_nothing(told, at, known);
    }
    let has = told[at] == "no" || behind.contains(&"any");
    if has && of(&known.evidence).is_some() {
        return Some(Stance::Denies);
    }
    if has && is_uninformed(&told[..at], behind, known) {
        return Some(Stance::Doubts);
    }
    if told[at] == "no" {
        return None;
    }
    let opens = |place: usize| next(place + 1).is_empty() || known.openers.contains(next(place + 1));
    let unsure = of(&known.sure).is_some_and(|place| follows(place) && opens(place));
    let unverified = of(&known.verifying).is_some_and(follows);
    let silent = of(&known.telling).is_some_and(follows)
        && (told[..=at + 1].iter().any(|word| known.wills.contains(word)) || next(0) == "yet");
    match (unsure || unverified, silent) {
        (true, _) => Some(Stance::Doubts),
        (_, true) => Some(Stance::Declines),
        _ => None,
    }
}

/// 'had no information', 'has no record of', but neither 'had no criminal record' nor 'he would have no idea where it went',
/// which says what somebody would know; with the words before the negation.
fn is_uninformed(before: &[&str], behind: &[&str], known: &AnswerWords) -> bool {
    let of = |(at, word): (usize, &&str)| {
        let opens = behind.get(at + 1).is_some_and(|next| known.openers.contains(next));
        known.informed.contains(word) || known.recorded.contains(word) && opens
    };
    behind.iter().enumerate().any(of) && !before.contains(&"would")
}

/// 'had nothing to do with', 'have seen nothing to indicate', 'had heard nothing of', 'had nothing to add'.
fn of_nothing(told: &[&str], at: usize, known: &AnswerWords) -> Option<Stance> {
    let before = at.checked_sub(1).map_or("", |before| told[before]);
    let behind = |back: usize| told.get(at + back).copied().unwrap_or_default();
    match (behind(1), behind(2)) {
        ("to", "do") => Some(Stance::Denies),
        ("to", verb) if known.indicating.contains(verb) => Some(Stance::Denies),
        ("to", verb) if known.telling.contains(verb) => Some(Stance::Declines),
        _ if known.hearing.contains(before) => Some(Stance::Doubts),
        _ => None,
    }
}
