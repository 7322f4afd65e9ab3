//! What is known of one version when it is compared with another: its numbers and its sources.

use std::collections::BTreeSet;

use sayso_text::{Span, Text};

use crate::Document;
use crate::interval_tree::IntervalTree;
use crate::version::count::{self, NumberAt};
use crate::version::sourcing::Sourcing;
use crate::version::vocabulary::all;
use crate::version::words::{DiffWord, words};

/// A version's text or title.
pub struct ComparedVersion<'d> {
    /// What the spans below point into.
    pub text: Text,
    /// Its numbers.
    pub counts: Vec<NumberAt>,
    /// Its attributions; none for a title, which is not read.
    pub sourcings: Vec<Sourcing<'d>>,
    /// Where they name sources and cues, and where they have anything, each with the attribution's index.
    named: IntervalTree<usize>,
    touched: IntervalTree<usize>,
    /// For a title, the words by which the article calls its sources.
    pub sources: BTreeSet<Box<str>>,
}

impl<'d> ComparedVersion<'d> {
    /// The text of a version.
    pub fn of_text(document: &'d Document) -> Self {
        let sourcings = Sourcing::of(document);
        let says = |(one, index): (&Sourcing<'_>, usize)| one.says.clone().into_iter().map(move |span| (span, index));
        let has = |(one, index): (&Sourcing<'_>, usize)| one.content.clone().into_iter().map(move |span| (span, index));
        let named: Vec<(Span, usize)> = sourcings.iter().zip(0..).flat_map(says).collect();
        let touched = sourcings.iter().zip(0..).flat_map(has).chain(named.iter().copied());
        Self {
            text: document.text.clone(),
            counts: count::of_document(document),
            touched: IntervalTree::new(touched.collect::<Vec<_>>()),
            named: IntervalTree::new(named),
            sources: BTreeSet::new(),
            sourcings,
        }
    }

    /// The title of a version.
    pub fn of_title(document: &'d Document) -> Self {
        let text = Text::new(document.title().unwrap_or_default());
        let sources = document.entry.record.attributions.iter().flat_map(|attribution| &attribution.source);
        let called = document
            .spans(&sources.copied().collect::<Vec<_>>())
            .into_iter()
            .flat_map(|span| words(&document.text, span));
        let sources = called.filter(|word| !word.is_light()).map(|word| word.key).collect();
        let (named, touched) = (IntervalTree::new([]), IntervalTree::new([]));
        Self { counts: count::of_text(&text), sourcings: Vec::new(), named, touched, sources, text }
    }

    /// The numbers that stand in one of the stretches, but for those that count the sources themselves.
    pub fn counts_in(&self, stretches: &[Span]) -> Vec<&NumberAt> {
        let here =
            IntervalTree::new(self.named_in(stretches).flat_map(|one| one.says.iter().map(|says| (*says, *says))));
        let of_source = |span: Span| here.with(span).iter().any(|says| says.contains(span));
        let mut counts: Vec<&NumberAt> = stretches.iter().flat_map(|stretch| self.counts_on(*stretch)).collect();
        counts.dedup();
        counts.retain(|count| !of_source(count.span));
        counts
    }

    /// The numbers that share a byte with a stretch, the last first.
    fn counts_on(&self, stretch: Span) -> impl Iterator<Item = &NumberAt> {
        let behind = self.counts.partition_point(|count| count.span.start() < stretch.end());
        let near = move |count: &&NumberAt| count.span.start() + LONGEST_COUNT > stretch.start();
        self.counts[..behind].iter().rev().take_while(near).filter(move |count| count.span.overlaps(stretch))
    }

    /// Ids of the attributions that stand in one of the stretches.
    pub fn attributions_in(&self, stretches: &[Span]) -> Vec<String> {
        self.all_of(&self.touched, stretches).map(|sourcing| sourcing.record.id.clone()).collect()
    }

    /// The attributions whose source or cue stands in one of the stretches, in order.
    pub fn named_in(&self, stretches: &[Span]) -> impl Iterator<Item = &Sourcing<'d>> {
        self.all_of(&self.named, stretches)
    }

    fn all_of(&self, places: &IntervalTree<usize>, stretches: &[Span]) -> impl Iterator<Item = &Sourcing<'d>> {
        let found: BTreeSet<usize> = stretches.iter().flat_map(|stretch| places.with(*stretch)).collect();
        found.into_iter().map(|index| &self.sourcings[index])
    }

    /// Whether the stretches of a title give a source and the word or mark that makes it one.
    pub fn gives_source(&self, words: &[&DiffWord], stretches: &[Span]) -> bool {
        let within = |word: &&&DiffWord| stretches.iter().any(|stretch| stretch.contains(word.span));
        let here: Vec<&&DiffWord> = words.iter().filter(within).collect();
        let reports = here.iter().any(|word| all().headline_cues.contains(&word.key));
        let marked = stretches.iter().any(|stretch| {
            let end = self.text.as_str()[stretch.end()..].chars().next();
            let before = &self.text.as_str()[..stretch.start()];
            end == Some(':') || [" - ", " – ", " — "].iter().any(|dash| before.ends_with(dash))
        });
        here.iter().any(|word| self.sources.contains(&word.key)) && (reports || marked)
    }
}

/// Bytes of the longest number with what it counts in: 'between four hundred and four hundred and fifty million'.
const LONGEST_COUNT: usize = 256;
