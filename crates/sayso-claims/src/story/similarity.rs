//! How like two documents are, and by what: a function of the two signatures and the time between them.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::outline::Outline;
use super::signature::Signature;
use super::term::{Term, TermKind};
use super::weighing::{LEAD, weight};

/// Shared terms that are told.
const TOLD: usize = 5;

/// How like two documents are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Similarity {
    /// From 0 to [`super::SAME`]; from 1 on they are one story's where nothing else speaks against it.
    pub score: f32,
    /// Whether they are copies or versions of one text.
    pub same_text: bool,
    /// Whether they stand under one address.
    pub same_address: bool,
    /// The terms that both have, as the first writes them, the most telling first.
    pub shared: Vec<String>,
}

/// How like two documents are, with what they share.
#[must_use]
pub fn similarity(a: &Signature, b: &Signature, gap: Duration) -> Similarity {
    let (one, other) = (Outline::of(a), Outline::of(b));
    Similarity {
        score: one.score(&other, gap),
        same_text: one.has_wording_of(&other),
        same_address: one.has_address_of(&other),
        shared: told(&a.terms, &b.terms),
    }
}

/// What a term weighs by itself: how much it would add between the document and its double.
pub(super) fn own_worth(term: &Term) -> f32 {
    worth(term, term)
}

fn worth(x: &Term, y: &Term) -> f32 {
    weight(x.kind) * x.whole * y.whole + LEAD * x.lead * y.lead
}

/// The terms that both have.
fn shared<'a>(a: &'a [Term], b: &'a [Term]) -> impl Iterator<Item = (&'a Term, &'a Term)> {
    let mut rest = b;
    a.iter().filter_map(move |x| {
        let skipped = rest.iter().take_while(|y| y.key() < x.key()).count();
        rest = &rest[skipped..];
        rest.first().filter(|y| y.key() == x.key()).map(|y| (x, y))
    })
}

/// The most telling of the terms that both have; of words within a phrase, the phrase.
fn told(a: &[Term], b: &[Term]) -> Vec<String> {
    let mut both: Vec<(f32, &Term)> = shared(a, b).map(|(x, y)| (worth(x, y), x)).collect();
    both.retain(|(_, x)| x.kind != TermKind::Phrase || is_of_one_sort(&x.written));
    let phrases: Vec<&str> =
        both.iter().filter(|(_, x)| x.kind == TermKind::Phrase).map(|(_, x)| x.stem.as_str()).collect();
    let within = |stem: &str| phrases.iter().any(|phrase| phrase.split(' ').any(|word| word == stem));
    let worth_of =
        |stem: &str| both.iter().find(|(_, x)| x.stem == stem && x.kind != TermKind::Phrase).map_or(0.0, |(w, _)| *w);
    let raised: Vec<f32> = both
        .iter()
        .map(|(worth, x)| match x.kind {
            TermKind::Phrase => worth + x.stem.split(' ').map(worth_of).sum::<f32>(),
            _ if within(&x.stem) => 0.0,
            _ => *worth,
        })
        .collect();
    both.iter_mut().zip(raised).for_each(|(one, worth)| one.0 = worth);
    both.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| x.1.key().cmp(&y.1.key())));
    both.iter().filter(|(worth, _)| *worth > 0.0).take(TOLD).map(|(_, term)| term.written.clone()).collect()
}

/// Whether a phrase is of names alone, or of none: 'Northern Grace', 'bow door', not 'Ostberg did'.
fn is_of_one_sort(phrase: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut words = phrase.split(|c: char| c.is_whitespace() || c == '-').map(capital);
    let first = words.next();
    words.all(|capital| Some(capital) == first)
}
