//! Reads a text in windows and looks at each cue: the trained [`Model`].

use std::num::NonZero;
use std::ops::Range;
use std::thread::available_parallelism;

use rten_tensor::NdTensor;
use rten_tensor::prelude::*;
use sayso_read::{Links, Model, Scan, Word};
use sayso_text::{Span, Text};

use crate::engine::Engine;
use crate::shape::{Break, QuoteState, shape};
use crate::windows::{most_central, windows};
use crate::wordpiece::WordPiece;

static VOCABULARY: &str = include_str!("../../../models/vocabulary.txt");

/// Pieces that the link head sees, centred on the cue; 99.8 % of the attributions in PolNeAR's training half lie within.
const REACH: usize = 256;

/// Distances up to here have a bucket each; beyond, buckets grow by a constant factor up to [`REACH`].
const EXACT_DISTANCES: i32 = 8;

/// Buckets on one side of the cue.
const BUCKETS: i32 = 16;

/// The encoder and its heads, with the weights that ship.
pub struct Encoder {
    wordpiece: WordPiece,
    engine: Engine,
}

/// What [`Model::link`] needs of a pass: the windows, and where each word's pieces stand.
struct Pass {
    /// First piece of each word, and one past the last piece.
    firsts: Vec<usize>,
    windows: Vec<Range<usize>>,
    linkable: Vec<NdTensor<f32, 2>>,
}

/// The pieces of a text, as the engine takes them.
#[derive(Default)]
struct Pieces {
    spans: Vec<Span>,
    firsts: Vec<usize>,
    numbers: Vec<i32>,
    shapes: Vec<i32>,
}

impl Encoder {
    /// Loads the weights that are part of the program, to work on as many threads as there are cores.
    pub fn bundled() -> Self {
        Self::on_threads(available_parallelism().unwrap_or(NonZero::<usize>::MIN))
    }

    /// Loads the weights that are part of the program, to work on so many threads, whatever the number of callers.
    pub fn on_threads(threads: NonZero<usize>) -> Self {
        Self { wordpiece: WordPiece::new(VOCABULARY), engine: Engine::bundled(threads) }
    }

    fn pieces(&self, text: &Text, visible: &[Span]) -> Pieces {
        let mut pieces = Pieces::default();
        for part in visible {
            self.add_part(text, *part, &mut pieces);
        }
        pieces.firsts.push(pieces.numbers.len());
        pieces
    }

    fn add_part(&self, text: &Text, part: Span, pieces: &mut Pieces) {
        let (mut state, mut reached) = (QuoteState::new(), part.start());
        for word in self.wordpiece.words(text.as_str(), part.range()) {
            let Some(span) = text.span(word.range.start, word.range.end) else { continue };
            text.as_str()[reached..span.start()].chars().for_each(|letter| {
                state.step(letter);
            });
            let before = pieces.spans.last().map_or(0, |last| last.start());
            let after = Break::of(&text.as_str()[before..span.start()], pieces.spans.is_empty());
            let mut quotes = text.slice(span).chars().map(|letter| state.step(letter));
            let quote = quotes.next().expect("a word has a letter");
            quotes.for_each(drop);
            reached = span.end();
            pieces.add(span, &word.pieces, text.slice(span), quote, after);
        }
    }
}

impl Pieces {
    /// A word's later pieces stand in the same quotation, after no break.
    fn add(&mut self, span: Span, numbers: &[i32], word: &str, quote: crate::shape::Quote, after: Break) {
        self.firsts.push(self.numbers.len());
        self.spans.push(span);
        self.numbers.extend(numbers);
        self.shapes.push(shape(word, quote, after));
        self.shapes.extend(numbers.iter().skip(1).map(|_| shape(word, quote, Break::None)));
    }
}

impl Model for Encoder {
    fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
        let pieces = self.pieces(text, visible);
        let windows = if pieces.numbers.is_empty() { Vec::new() } else { windows(pieces.numbers.len()) };
        let encode =
            |window: &Range<usize>| self.engine.encode(&pieces.numbers[window.clone()], &pieces.shapes[window.clone()]);
        let encoded = self.engine.each(&windows, encode);
        let words = pieces.spans.iter().zip(&pieces.firsts).map(|(span, first)| {
            let window = most_central(&windows, &(*first..first + 1));
            let at = first - windows[window].start;
            Word { span: *span, cue: [0, 1, 2].map(|tag| encoded[window].cues[[at, tag]]) }
        });
        let words = words.collect();
        let linkable = encoded.into_iter().map(|encoded| encoded.linkable).collect();
        Scan { words, state: Box::new(Pass { firsts: pieces.firsts, windows, linkable }) }
    }

    fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links> {
        let pass: &Pass = scan.state.downcast_ref().expect("a scan goes back to the model that made it");
        self.engine.each(cues, |cue| self.link_one(pass, cue))
    }
}

impl Encoder {
    fn link_one(&self, pass: &Pass, cue: &Range<usize>) -> Links {
        let cue = pass.firsts[cue.start]..pass.firsts[cue.end];
        let chosen = most_central(&pass.windows, &cue);
        let window = &pass.windows[chosen];
        let reach = reach(&cue, window);
        let share = reach.clone().map(|piece| if cue.contains(&piece) { 1.0 / cue.len() as f32 } else { 0.0 });
        let buckets = reach.clone().map(|piece| bucket(distance(piece, &cue)));
        let rows = reach.start - window.start..reach.end - window.start;
        let linkable = pass.linkable[chosen].slice(rows);
        let linked = self.engine.link(linkable, &share.collect::<Vec<_>>(), &buckets.collect::<Vec<_>>());
        let first = pass.firsts.partition_point(|piece| *piece < reach.start);
        let words = pass.firsts[first..pass.firsts.len() - 1].iter().take_while(|piece| **piece < reach.end);
        let roles = words.map(|piece| [0, 1, 2, 3, 4].map(|tag| linked.roles[[piece - reach.start, tag]]));
        Links { first, roles: roles.collect(), stances: std::array::from_fn(|stance| linked.stances[[0, stance]]) }
    }
}

/// The pieces of a window that the link head sees for a cue.
fn reach(cue: &Range<usize>, window: &Range<usize>) -> Range<usize> {
    let middle = (cue.start + cue.end - 2 * window.start) / 2;
    let last_start = window.len().saturating_sub(REACH);
    let start = window.start + middle.saturating_sub(REACH / 2).min(last_start);
    start..(start + REACH).min(window.end)
}

/// Signed distance of a piece from a cue, 0 within it.
fn distance(piece: usize, cue: &Range<usize>) -> i32 {
    if piece < cue.start { -((cue.start - piece) as i32) } else { (piece + 1).saturating_sub(cue.end) as i32 }
}

fn bucket(distance: i32) -> i32 {
    let size = distance.abs();
    let growth = (REACH as f32 / EXACT_DISTANCES as f32).ln();
    let steps = BUCKETS - EXACT_DISTANCES - 1;
    let far = || (size as f32 / EXACT_DISTANCES as f32).ln() / growth * steps as f32;
    let half = if size < EXACT_DISTANCES { size } else { EXACT_DISTANCES + (far() as i32).min(steps) };
    if distance < 0 { half + BUCKETS } else { half }
}
