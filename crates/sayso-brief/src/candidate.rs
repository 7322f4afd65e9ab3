//! Candidate passages, each with the claims that it carries and what they are worth.

use std::collections::BTreeMap;

use sayso_text::Span;

use crate::coverage::{Coverage, Statement};
use crate::gist::{Gist, gist};
use crate::self_contained;
use crate::worth::Worth;

/// A passage of an article that carries claims by itself.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Which of the coverage's articles.
    pub(crate) article: usize,
    pub(crate) passage: Span,
    /// The claims that are told, each once.
    pub(crate) claims: Vec<usize>,
    /// The words of a speaker, where these are told alone.
    pub(crate) gist: Option<Gist>,
    /// Code points of what is quoted.
    pub(crate) length: usize,
    /// How good an article it is to quote from.
    pub(crate) standing: f64,
}

/// Articles that were replaced, and copies of others, are quoted where nothing else has a claim.
const REPLACED: f64 = 0.3;
const COPIED: f64 = 0.5;

/// Who has something from another outlet is quoted where nobody who has it first-hand tells as much.
const RELAYED: f64 = 0.9;

/// All candidates, in order of articles and places.
pub(crate) fn candidates(coverage: &Coverage<'_>, worth: &Worth) -> Vec<Candidate> {
    let mut found: BTreeMap<(usize, usize, usize), Candidate> = BTreeMap::new();
    for (index, article) in coverage.articles.iter().enumerate() {
        let standing = match (article.is_replaced, article.record.copy_of.is_some()) {
            (true, _) => REPLACED,
            (false, true) => COPIED,
            (false, false) => 1.0,
        };
        for statement in article.statements.iter().filter(|one| worth.is_told(one)) {
            for passage in self_contained::around(article, statement) {
                let key = (index, passage.start(), passage.end());
                found.entry(key).or_insert_with(|| of_passage(coverage, worth, index, passage, standing));
            }
        }
    }
    found.into_values().collect()
}

fn of_passage(coverage: &Coverage<'_>, worth: &Worth, index: usize, passage: Span, standing: f64) -> Candidate {
    let article = &coverage.articles[index];
    let from = article.statements.partition_point(|one| one.words.start() < passage.start());
    let within = article.statements[from..].iter().take_while(|one| one.words.start() < passage.end());
    let told: Vec<&Statement> = within.filter(|one| passage.contains(one.whole) && worth.is_told(one)).collect();
    let mut claims: Vec<usize> = told.iter().map(|one| one.claim).collect();
    claims.sort_unstable();
    claims.dedup();
    // Words that are told with a speaker's name must be theirs; a sentence of an article is told as the outlet's.
    let are_sure = claims.iter().all(|claim| worth.is_sure(*claim));
    let gist = gist(coverage, article, passage, &told).filter(|_| are_sure);
    let length = gist.as_ref().map_or(article.words(passage), |gist| &gist.words).chars().count();
    let standing = if told.iter().any(|one| one.is_relayed) { standing * RELAYED } else { standing };
    Candidate { article: index, passage, claims, gist, length, standing }
}
