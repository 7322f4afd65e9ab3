//! Figures over time: what is counted, and how the count moves from claim to claim.
//!
//! Every figure of a claim is a point (`point`); points of one thing make a series (`scope` says when two are), in order
//! of publication.

mod context;
mod outcome;
mod point;
mod scope;

use crate::claim::{Bar, Sharing, clusters};
use crate::derive::StoryAnalysis;
use crate::mention::Stated;
use crate::record::{Claim, Point, Series};
use crate::work;

pub(crate) use context::FigureContext;
pub(crate) use outcome::FigureOutcome;
pub(crate) use point::CountedFigure;

/// A series with the points behind it.
pub(crate) struct SeriesLine {
    /// In order of publication.
    pub(crate) points: Vec<CountedFigure>,
}

/// The points of a story put into series.
pub(crate) fn lines(story: &StoryAnalysis<'_>, groups: &[Vec<usize>]) -> Vec<SeriesLine> {
    let mut points: Vec<CountedFigure> =
        groups.iter().enumerate().flat_map(|(claim, group)| point::points(story, claim, group)).collect();
    points.sort_by_key(|point| (story.places[point.place].document, story.places[point.place].mention.span));
    let mut pairs = Vec::new();
    let mut apart = Vec::new();
    let keyed = points.iter().enumerate().map(|(index, point)| (index, point.keys()));
    for (one, other) in work::each(Sharing::new(keyed, MOST_WITH_KEY).pairs()) {
        match scope::similarity(&points[one], &points[other]) {
            Some(score) => pairs.push((one, other, score)),
            None => apart.push((one, other)),
        }
    }
    let mut taken: Vec<Option<CountedFigure>> = points.into_iter().map(Some).collect();
    let groups = clusters(taken.len(), &pairs, &apart, &[], BAR);
    groups
        .iter()
        .map(|group| SeriesLine { points: group.iter().filter_map(|index| taken[*index].take()).collect() })
        .collect()
}

/// Mean similarity over the pairs of two groups of points, from which both are one series: figures of one thing are told in
/// words that differ more than those of one claim.
const BAR: Bar = Bar { most_for_a_pair: 1.2, least_mean: 0.4 };

/// A key that more points of a story have does not tell them apart.
const MOST_WITH_KEY: usize = 150;

/// The series as they are exported.
pub(crate) fn exported(story: &StoryAnalysis<'_>, lines: &[SeriesLine], claims: &[Claim]) -> Vec<Series> {
    lines.iter().map(|line| series(story, line, claims)).collect()
}

fn series(story: &StoryAnalysis<'_>, line: &SeriesLine, claims: &[Claim]) -> Series {
    let first = &line.points[0];
    let points = line.points.iter().map(|counted| {
        let document = story.documents[story.places[counted.place].document];
        let figure = &story.stated(counted.place, counted.figure).is;
        Point {
            claim: claims[counted.claim].id.clone(),
            value: figure.value.clone(),
            low: figure.low.clone(),
            high: figure.high.clone(),
            approximate: figure.approximate,
            unit: figure.unit.clone().or_else(|| figure.counted.clone()),
            published: document.entry.published().map(str::to_owned),
        }
    });
    Series {
        id: format!("f{}-{}", &claims[first.claim].id[1..], number(story.stated(first.place, first.figure))),
        what: what(story, line),
        series: points.collect(),
    }
}

/// What tells a figure from others of its article for good: its number there, or its place where the reading missed it.
fn number(figure: &Stated) -> String {
    figure.read.map_or_else(|| format!("at{}", figure.is.start), |number| number.to_string())
}

/// What is counted, in words of the articles: the longest that any point has.
fn what(story: &StoryAnalysis<'_>, line: &SeriesLine) -> String {
    let words = line.points.iter().map(|counted| counted.what(story));
    words.reduce(|best, next| if next.len() > best.len() { next } else { best }).unwrap_or_default()
}
