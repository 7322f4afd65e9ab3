//! Contents that deny, whatever the cue: they name a claim false, or say that there is nothing of what was raised.

use std::ops::Range;

use crate::tokens::Tokens;

use super::StanceWords;
use super::content_form::{ContentForm, skip_marks};
use super::lexicon_rows::Condition;
use super::stances::Stance;
use super::words::{self, VerbForms};

/// Words of a content's first sentence that are looked at.
const REACH: usize = 16;

/// Words of it in which it is sought what becomes of a claim that it names.
const SENTENCE: usize = 60;

/// How many tokens back what is denied may have been raised: some fifteen sentences.
const RAISED_WITHIN: usize = 400;

/// Words of a subject at most before the negation of what it is denied to have said.
const SUBJECT: usize = 8;

/// Longest content in tokens that is taken for a noun phrase without a verb.
const FRAGMENT: usize = 5;

/// Whether the opening of a content denies; with whether its source is named.
pub fn denies(tokens: &Tokens<'_>, run: Range<usize>, sourced: bool) -> bool {
    let open = skip_marks(tokens, run);
    if open.is_empty() {
        return false;
    }
    let open = open.start..open.end.min(tokens.sentence(open.start).end);
    let words = words::words(tokens, open.clone(), REACH);
    let language = &tokens.language().stance;
    names_false(&words, language)
        || calls_claim_false(&words::words(tokens, open.clone(), SENTENCE), language)
        || knows_nothing(&words)
        || never_said(&words, language)
        || (sourced && denies_raised(tokens, open))
}

/// 'a fabrication from beginning to end', 'the reports groundless', 'that is untrue', but not 'the holiday a fake'.
fn names_false(words: &[VerbForms], language: &StanceWords) -> bool {
    let Some(at) = (0..words.len()).find(|at| is_falsehood(&words[*at..], language)) else { return false };
    let places = words.get(at + 1).is_some_and(|next| language.denial.placing.contains(next.written()));
    let verb = words[..at].iter().position(|word| word.can_be("be"));
    if words[..at].iter().any(VerbForms::negates) || verb.is_none() && places {
        return false;
    }
    let is_claim = |word: &VerbForms| {
        language.frame.is_claim_noun(word.written()) || language.denial.stand_ins.contains(word.written())
    };
    let degrees = |word: &VerbForms| word.helps() || language.denial.degrees.contains(word.written());
    let names = words[..at].iter().take(6).any(is_claim) && at < 9;
    // Behind a verb the falsehood must be its predicate.
    words[..at].iter().all(degrees) || names && verb.is_none_or(|verb| words[verb..at].iter().all(degrees))
}

/// 'claims by the union that the depot was to close were groundless', 'the information about the strike is not true': what
/// is said of a claim that was named before, at the end of a clause.
fn calls_claim_false(words: &[VerbForms], language: &StanceWords) -> bool {
    let is_claim = |word: &VerbForms| {
        language.frame.is_claim_noun(word.written()) || language.denial.subjects.contains(word.written())
    };
    let Some(claim) = words.iter().take(SUBJECT).position(is_claim) else { return false };
    let opens = words[..claim].iter().all(|word| !word.can_be("be") && !word.negates());
    let verbs = (claim + 1..words.len()).filter(|at| words[*at].can_be("be"));
    opens && verbs.into_iter().any(|verb| is_false_predicate(&words[verb + 1..], language))
}

/// 'categorically false', 'not true' at the end of a clause; 'not supported by'.
fn is_false_predicate(words: &[VerbForms], language: &StanceWords) -> bool {
    let degrees = |word: &&VerbForms| word.helps() || language.denial.degrees.contains(word.written());
    let before = words.iter().take_while(degrees).count();
    let rest = &words[before..];
    let ends = |length: usize| {
        // 'groundless rumours', 'a false report'.
        let mut behind = rest.iter().skip(length).skip_while(|word| language.frame.is_claim_noun(word.written()));
        behind.next().is_none_or(|next| language.denial.joints.contains(next.written()))
    };
    let negated = words[..before].iter().any(VerbForms::negates);
    if negated && rest.first().is_some_and(|word| language.denial.grounds.contains(word.written())) {
        return true;
    }
    let Some(row) = language.cues.at(rest, ContentForm::default()) else {
        return !negated && is_falsehood(rest, language) && ends(1);
    };
    let yields = row.condition == Condition::Yields;
    let stance = if negated { row.negated } else { row.stance };
    stance == Stance::Denies && yields && ends(row.words.len()) || !negated && is_falsehood(rest, language) && ends(1)
}

fn is_falsehood(words: &[VerbForms], language: &StanceWords) -> bool {
    if words.first().is_some_and(|word| language.denial.falsehoods.contains(word.written())) {
        return true;
    }
    let row = language.cues.at(words, ContentForm::default());
    row.is_some_and(|row| row.stance == Stance::Denies && row.condition == Condition::Yields)
}

/// 'he did not recognise that account', 'the company knew of nothing wrong'.
fn knows_nothing(words: &[VerbForms]) -> bool {
    let negation = words.iter().take(8).position(VerbForms::negates);
    let recognises = negation.and_then(|at| words[at..].iter().find(|word| !word.helps()));
    let knows = words.iter().take(6).position(|word| word.can_be("know") || word.written() == "knowledge");
    let nothing = |at: usize| words[at.saturating_sub(1)..].iter().take(4).any(|word| word.written() == "nothing");
    recognises.is_some_and(|word| word.can_be("recognise")) || knows.is_some_and(nothing)
}

/// 'She never claimed that', 'the company had not promised': the saying is denied.
fn never_said(words: &[VerbForms], language: &StanceWords) -> bool {
    let Some(negation) = words.iter().take(SUBJECT).position(VerbForms::negates) else { return false };
    let Some(said) = (negation + 1..words.len()).find(|at| !words[*at].helps()) else { return false };
    let row = language.cues.at(&words[said..], ContentForm::default());
    let is_saying = |stance| matches!(stance, Stance::Asserts | Stance::Expects | Stance::Confirms | Stance::Other);
    let says = row.is_some_and(|row| is_saying(row.stance) && row.condition != Condition::Yields);
    // Who 'could not confirm that' says nothing of whether it is so.
    let unable = words[..said].iter().any(|word| language.denial.abilities.contains(word.written()));
    // 'I don't know if that man lived' asks.
    let behind = words[said..].iter().skip(1).take(2).take_while(|word| !matches!(word.written(), "if" | "whether"));
    let clause = behind.into_iter().any(|word| word.written() == "that");
    negation > 0 && says && !unable && clause && !words[..negation].iter().any(|word| word.written() == "that")
}

/// 'There were no troops in the country', where troops have been spoken of; or 'no known defect' and nothing more.
fn denies_raised(tokens: &Tokens<'_>, run: Range<usize>) -> bool {
    let start = run.start + usize::from(tokens.word(run.start) == "that");
    let exists = tokens.word(start) == "there";
    let helps = |index: &usize| VerbForms::new(tokens.word(*index), &tokens.language().stance).helps();
    let group = start..start + (start..run.end).take(5).take_while(helps).count();
    let negates = group.clone().any(|index| VerbForms::new(tokens.word(index), &tokens.language().stance).negates());
    negates && (exists || run.len() <= FRAGMENT) && raised(tokens, group.end..run.end, run.start)
}

/// Whether a noun of a phrase's first words, with or without the -s of English plurals, occurs in what stands before a
/// token.
fn raised(tokens: &Tokens<'_>, phrase: Range<usize>, before: usize) -> bool {
    let words = &tokens.language().stance.denial;
    let stem = |index: usize| tokens.word(index).trim_end_matches('s');
    let mut content = phrase.take(8).map(stem).filter(|word| word.len() > 3 && !words.empty.contains(word));
    if content.clone().next().is_some_and(|word| words.emphatic.contains(word)) {
        return false;
    }
    let earlier = before.saturating_sub(RAISED_WITHIN)..before;
    content.any(|word| earlier.clone().any(|index| stem(index) == word))
}
