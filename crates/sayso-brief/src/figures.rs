//! Figures that move: an earlier and a later one of one speaker.

use sayso_claims::record::{Link, LinkKind};
use sayso_text::Span;

use crate::coverage::{Coverage, CoveredArticle};
use crate::fact::{Fact, FactForm, SeriesPosition};
use crate::quoted::inside;
use crate::self_contained;
use crate::sentence::SentenceKind;
use crate::single_source::is_from;
use crate::worth::Worth;

/// Pairs of figures that are told at most.
const MOST: usize = 2;

/// Score of a link from which it rests on what both claims say.
const SURE: f64 = 0.6;

/// Code points of the words that state a figure at most.
const LONGEST: usize = 160;

/// The pairs that are worth most.
pub(crate) fn facts(coverage: &Coverage<'_>, worth: &Worth) -> Vec<Fact> {
    let index = |id: &str| coverage.story.claims.iter().position(|claim| claim.id == id);
    let pair = |link: &Link| {
        let (a, b) = (index(&link.a)?, index(&link.b)?);
        let moves = link.kind == LinkKind::Updates && coverage.claim(a).speakers == coverage.claim(b).speakers;
        (moves && link.score >= SURE && worth.is_sure(a) && worth.is_sure(b)).then_some((b, a))
    };
    let mut pairs: Vec<(usize, usize)> = coverage.story.links.iter().filter_map(pair).collect();
    pairs.sort_by(|one, other| (worth.of(other.0) + worth.of(other.1)).total_cmp(&(worth.of(one.0) + worth.of(one.1))));
    let mut told: Vec<usize> = Vec::new();
    let mut facts = Vec::new();
    for (before, after) in pairs {
        if told.contains(&before) || told.contains(&after) || facts.len() >= 2 * MOST {
            continue;
        }
        if let (Some(one), Some(other)) =
            (fact(coverage, before, SeriesPosition::First), fact(coverage, after, SeriesPosition::Later))
        {
            told.extend([before, after]);
            facts.extend([one, other]);
        }
    }
    facts
}

/// A figure in the words of the first article that gives it with its speaker, in a passage that stands by itself.
fn fact(coverage: &Coverage<'_>, index: usize, turn: SeriesPosition) -> Option<Fact> {
    let claim = coverage.claim(index);
    let [speaker] = &claim.speakers[..] else { return None };
    let articles = coverage.articles.iter().filter(|article| !article.is_replaced);
    let (article, words, passage) = articles
        .flat_map(|article| {
            let statements =
                article.statements.iter().filter(|one| one.claim == index && is_from(article, one, speaker));
            statements.filter_map(move |one| Some((article, one.words, *self_contained::around(article, one).first()?)))
        })
        .find(|(article, words, _)| is_short(article, *words))?;
    let told = FactForm::Figure {
        speaker: speaker.clone(),
        words: inside(article.words(words)),
        place: article.place(),
        turn,
    };
    Some(Fact { kind: SentenceKind::Figure, told, claims: vec![claim.id.clone()], notes: vec![article.note(passage)] })
}

fn is_short(article: &CoveredArticle<'_>, words: Span) -> bool {
    let held = article.words(words);
    held.chars().count() <= LONGEST && held.contains(|sign: char| sign.is_ascii_digit())
}
