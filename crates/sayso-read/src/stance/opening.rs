//! What a content itself does in its opening, whatever the cue: 'We urge', 'I am not sure', 'That is untrue'.

use std::ops::Range;

use crate::tokens::Tokens;

use super::StanceWords;
use super::content_form::{ContentForm, is_quote, skip_marks};
use super::opening_words::OpeningWords;
use super::stances::Stance;
use super::words::{self, VerbForms};

/// Words of the first sentence that are looked at: a lead-in and a verb group fit.
const REACH: usize = 16;

/// Words of a content that are searched for an evasion; an evasive answer is short.
const LONGEST: usize = 40;

/// What the opening of a content does, where that is more than to assert.
pub fn of(tokens: &Tokens<'_>, run: Range<usize>) -> Option<Stance> {
    let language = &tokens.language().stance;
    let quoted = is_quote(tokens.word(run.start));
    let open = main_clause(tokens, run);
    if open.is_empty() {
        return None;
    }
    let sentence = tokens.sentence(open.start);
    let words = words::words(tokens, open.start..open.end.min(sentence.end), REACH);
    let all = words::words(tokens, open, LONGEST);
    evades(&words, &all, &language.opening)
        .or_else(|| cannot_vouch(&words, &language.opening))
        .or_else(|| performs(&words, language))
        .or_else(|| unsettles(&words, &language.opening))
        .or_else(|| predicates(&words, quoted, language))
}

/// A content from its main clause on: behind fillers, and behind a first subordinate clause up to its comma.
pub fn main_clause(tokens: &Tokens<'_>, run: Range<usize>) -> Range<usize> {
    let run = skip_marks(tokens, run);
    let known = &tokens.language().stance.opening;
    let mut start = run.start;
    if known.lead_ins.contains(tokens.word(start)) {
        let comma = run.clone().take(2 * REACH).find(|index| tokens.word(*index) == ",");
        start = comma.map_or(start, |comma| comma + 1);
    }
    while start < run.end && (known.fillers.contains(tokens.word(start)) || tokens.word(start) == ",") {
        start += 1;
    }
    skip_marks(tokens, start..run.end)
}

/// 'I have nothing to add', 'We do not comment on speculation'.
fn evades(words: &[VerbForms], all: &[VerbForms], known: &OpeningWords) -> Option<Stance> {
    let written: Vec<&str> = all.iter().map(VerbForms::written).collect();
    let wording = |wording: &str| {
        let parts: Vec<&str> = wording.split(' ').collect();
        written.windows(parts.len()).any(|window| window == parts)
    };
    let silent =
        words.iter().take(6).position(VerbForms::negates).is_some_and(|at| keeps_silent(&words[at..], &written, known));
    (silent || known.evasions.iter().any(wording)).then_some(Stance::Declines)
}

/// 'He could not confirm that', 'I am unable to verify this': whether it is so is left open.
fn cannot_vouch(words: &[VerbForms], known: &OpeningWords) -> Option<Stance> {
    let negation = words.iter().take(6).position(|word| word.negates() || word.written() == "unable")?;
    let verb = words[negation..].iter().find(|word| !word.helps() && word.written() != "unable")?;
    let is_able =
        words[..=negation].iter().any(|word| known.wills.contains(word.written()) || word.written() == "unable");
    (is_able && known.vouching.contains(verb.written())).then_some(Stance::Doubts)
}

/// Whether a negated verb group, in words with all that are written, is one of speaking; 'say' and 'answer' only where
/// somebody will or can not: 'I won't say', but not 'I don't say that'.
fn keeps_silent(group: &[VerbForms], all: &[&str], known: &OpeningWords) -> bool {
    if all.iter().take(3).any(|word| *word == "you") {
        return false;
    }
    let Some(verb) = group.iter().find(|word| !word.helps() && word.written() != "going") else { return false };
    let wills = |word: &&str| known.wills.contains(word);
    let narrates = all.iter().take(6).any(|word| matches!(*word, "did" | "didn't" | "had"));
    match verb.written() {
        "answer" | "say" => all.iter().take(6).any(wills),
        "discuss" => !narrates,
        verb => known.speaking.contains(verb),
    }
}

/// A first person's verb in the present: 'We urge', 'I hope', 'I do not think', 'I would like to thank'.
fn performs(words: &[VerbForms], language: &StanceWords) -> Option<Stance> {
    if !matches!(words.first()?.written(), "i" | "we") {
        return None;
    }
    let (head, negated) = head(&words[1..], &language.opening);
    let future = words[1..].iter().take(2).any(|word| matches!(word.written(), "will" | "'ll" | "shall"));
    let entry = language.cues.at(head, ContentForm::default()).filter(|entry| !future && entry.is_written(head))?;
    let stance = if negated { entry.negated } else { entry.stance };
    // 'We have to ask' tells what is needed.
    let needs = words[1..].windows(2).take(2).any(|pair| pair[0].can_be("have") && pair[1].written() == "to");
    let verb = head[0].written();
    let counts = match stance {
        Stance::Asserts | Stance::Declines => false,
        Stance::Asks => !needs,
        Stance::Other => !negated && language.opening.performatives.contains(verb),
        Stance::Doubts => !negated || (language.opening.beliefs.contains(verb) && !words[1].can_be("cannot")),
        _ => true,
    };
    counts.then_some(stance)
}

/// 'Talks could still fall apart', 'the true number may be higher': what was taken as settled is not.
fn unsettles(words: &[VerbForms], known: &OpeningWords) -> Option<Stance> {
    let modal = words.iter().take(8).position(|word| matches!(word.written(), "could" | "may" | "might"))?;
    let next = |ahead: usize| words.get(modal + ahead).map_or("", VerbForms::written);
    let counts = |word: &VerbForms| known.counts.contains(word.written());
    let compares = known.comparisons.contains(next(2)) && next(1) == "be";
    let unsettled = matches!(next(1), "still" | "yet") || (compares && words[..modal].iter().any(counts));
    unsettled.then_some(Stance::Doubts)
}

/// What is said of an 'it', 'that' or 'there': 'That is untrue', 'It is hard to say', 'There is no evidence'.
fn predicates(words: &[VerbForms], quoted: bool, language: &StanceWords) -> Option<Stance> {
    let verb = words.iter().take(5).position(|word| word.can_be("be"))?;
    let subject = words[..verb].iter().map(VerbForms::written);
    let (head, negated) = head(&words[verb..], &language.opening);
    let entry = language.cues.at(head, ContentForm::default())?;
    let stance = if negated { entry.negated } else { entry.stance };
    let is_claim = subject.clone().any(|word| word == "that" || word == "this" || language.frame.is_claim_noun(word));
    let is_empty = subject.clone().all(|word| matches!(word, "it" | "there"));
    match stance {
        Stance::Denies if is_claim || is_empty => Some(stance),
        Stance::Doubts if is_empty && (quoted || matches!(head[0].written(), "certainty" | "guarantee")) => {
            Some(stance)
        }
        _ => None,
    }
}

/// The first word that is no helping word, with what follows; and whether a word before it negates.
fn head<'w>(words: &'w [VerbForms], known: &OpeningWords) -> (&'w [VerbForms], bool) {
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let wishes = known.wishes.contains(word.written());
        let wishes = wishes && words.get(at + 1).is_some_and(|next| next.written() == "to");
        if !wishes && !word.helps() {
            break;
        }
        at += 1;
    }
    (&words[at..], words[..at].iter().any(VerbForms::negates))
}
