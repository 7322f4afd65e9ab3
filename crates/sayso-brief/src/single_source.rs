//! What many outlets have from one source alone.

use std::collections::BTreeSet;

use sayso_claims::record::{At, Claim, LinkKind};

use crate::coverage::{Coverage, CoveredArticle, Statement};
use crate::fact::{Fact, FactForm};
use crate::names::{is_named, names};
use crate::quoted::inside;
use crate::self_contained;
use crate::sentence::SentenceKind;
use crate::terms::{overlap, share, terms};
use crate::vocabulary::english;
use crate::worth::Worth;

/// Outlets from which it is worth a word that all have one source.
const LEAST: usize = 3;

/// Outlets that are named; more is a list, not a sentence.
const MOST: usize = 6;

/// Share of the terms of the first outlet's words that another's passage must have to carry the same.
const SAME_WORDS: f64 = 0.75;

/// Overlap of terms from which somebody else's claim may be another source for the same.
const NEAR: f64 = 0.4;

/// The claim that is worth most of those that several outlets have from one source.
pub(crate) fn fact(coverage: &Coverage<'_>, worth: &Worth) -> Option<Fact> {
    let mut claims: Vec<usize> = (0..coverage.story.claims.len()).collect();
    claims.sort_by(|one, other| worth.of(*other).total_cmp(&worth.of(*one)).then(one.cmp(other)));
    let wide = claims.into_iter().filter(|claim| coverage.claim(*claim).mentions.len() >= LEAST).take(LOOKED_AT);
    wide.filter(|claim| worth.is_sure(*claim)).find_map(|claim| of_claim(coverage, claim))
}

/// Claims that are looked at, those that are worth most first.
const LOOKED_AT: usize = 8;

fn of_claim(coverage: &Coverage<'_>, index: usize) -> Option<Fact> {
    let claim = coverage.claim(index);
    let [speaker] = &claim.speakers[..] else { return None };
    if claim.sources != 1 || !is_named(speaker) || has_other_source(coverage, claim) {
        return None;
    }
    let mut told: Vec<(String, At)> = Vec::new();
    let mut wanted: Option<(BTreeSet<String>, String)> = None;
    for article in coverage.articles.iter().filter(|article| !article.is_replaced && article.record.copy_of.is_none()) {
        let Some(outlet) = article.record.publisher.clone() else { continue };
        if told.iter().any(|(known, _)| *known == outlet) {
            continue;
        }
        let statements = article.statements.iter().filter(|one| one.claim == index && is_from(article, one, speaker));
        let mut found = statements.filter_map(|one| Some((one.words, *self_contained::around(article, one).first()?)));
        let carries = |held: &str| match &wanted {
            None => true,
            Some((wanted, _)) => share(wanted, &terms(held, &english().standing)) >= SAME_WORDS,
        };
        let Some((words, passage)) = found.find(|(_, passage)| carries(article.words(*passage))) else { continue };
        let held = article.words(words);
        wanted.get_or_insert_with(|| (terms(held, &english().standing), inside(held)));
        told.push((outlet, article.note(passage)));
    }
    told.truncate(MOST);
    let (_, words) = wanted.filter(|_| told.len() >= LEAST)?;
    let (outlets, notes) = told.into_iter().unzip();
    let told = FactForm::OneSource { speaker: speaker.clone(), words, outlets };
    Some(Fact { kind: SentenceKind::OneSource, told, claims: vec![claim.id.clone()], notes })
}

/// Whether the words that name a statement's source have the speaker's name.
pub(crate) fn is_from(article: &CoveredArticle<'_>, statement: &Statement, speaker: &str) -> bool {
    statement.source.is_some_and(|source| names(article.words(source), speaker))
}

/// Whether somebody else may say the same.
fn has_other_source(coverage: &Coverage<'_>, claim: &Claim) -> bool {
    let supports = |kind: LinkKind| kind == LinkKind::Supports;
    let linked =
        coverage.story.links.iter().any(|link| supports(link.kind) && (link.a == claim.id || link.b == claim.id));
    let wanted = terms(&claim.gist, &english().standing);
    linked
        || coverage.story.claims.iter().any(|other| {
            let same_side = other.stance == claim.stance && other.speakers != claim.speakers;
            same_side && overlap(&wanted, &terms(&other.gist, &english().standing)) >= NEAR
        })
}
