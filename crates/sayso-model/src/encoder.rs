//! Reads a text in windows and looks at each cue: the trained [`Model`].

use std::num::NonZero;
use std::ops::Range;
use std::thread::available_parallelism;

use rten_tensor::NdTensor;
use rten_tensor::prelude::*;
use sayso_read::{Calibration, Links, Model, ModelIdentity, Scan, Word};
use sayso_text::{Span, Text};

use crate::buckets::Buckets;
use crate::engine::Engine;
use crate::error::ModelError;
use crate::folder::ModelFolder;
use crate::manifest::Windows;
use crate::shape::{Break, Quote, quote_states, shape};
use crate::windows::most_central;
use crate::wordpiece::WordPiece;

/// The encoder and its heads, with the weights of one folder.
pub struct Encoder {
    identity: ModelIdentity,
    calibration: Calibration,
    windows: Windows,
    buckets: Buckets,
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
    /// The pieces that begin a line.
    lines: Vec<usize>,
}

impl Encoder {
    /// The standard model, which is part of the program, to work on as many threads as there are cores.
    ///
    /// # Panics
    ///
    /// Never: a test loads it.
    #[must_use]
    pub fn bundled() -> Self {
        Self::on_threads(available_parallelism().unwrap_or(NonZero::<usize>::MIN))
    }

    /// The standard model, to work on so many threads, whatever the number of callers.
    ///
    /// # Panics
    ///
    /// Never: a test loads it.
    #[must_use]
    pub fn on_threads(threads: NonZero<usize>) -> Self {
        let standard = ModelFolder::named("standard").expect("it is part of the program");
        Self::new(&standard, threads).expect("the weights that ship are well formed")
    }

    /// The model of a folder, to work on so many threads, whatever the number of callers. Several may be loaded.
    ///
    /// # Errors
    ///
    /// Where a file does not hold what the program takes.
    pub fn new(folder: &ModelFolder, threads: NonZero<usize>) -> Result<Self, ModelError> {
        let ModelFolder { manifest, vocabulary, .. } = folder;
        let without_unknown =
            || ModelError::Content { file: manifest.files.vocabulary.file.clone(), what: "has no piece [UNK]" };
        Ok(Self {
            identity: manifest.identity(),
            calibration: manifest.calibration.clone(),
            windows: manifest.windows,
            buckets: Buckets::new(manifest.links),
            wordpiece: WordPiece::new(vocabulary).ok_or_else(without_unknown)?,
            engine: Engine::load(folder, threads)?,
        })
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
        let mut states = quote_states(text.slice(part)).into_iter();
        let mut reached = part.start();
        for word in self.wordpiece.words(text.as_str(), part.range()) {
            let Some(span) = text.span(word.range.start, word.range.end) else { continue };
            let skipped = text.as_str()[reached..span.start()].chars().count();
            let quote = states.nth(skipped).unwrap_or(Quote::Outside);
            reached = span.start() + text.slice(span).chars().next().map_or(0, char::len_utf8);
            let before = pieces.spans.last().map_or(0, |last| last.start());
            let after = Break::of(&text.as_str()[before..span.start()], pieces.spans.is_empty());
            pieces.add(span, &word.pieces, text.slice(span), quote, after);
        }
    }
}

impl Pieces {
    /// A word's later pieces stand in the same quotation, after no break.
    fn add(&mut self, span: Span, numbers: &[i32], word: &str, quote: Quote, after: Break) {
        if after != Break::None {
            self.lines.push(self.numbers.len());
        }
        self.firsts.push(self.numbers.len());
        self.spans.push(span);
        self.numbers.extend(numbers);
        self.shapes.push(shape(word, quote, after));
        self.shapes.extend(numbers.iter().skip(1).map(|_| shape(word, quote, Break::None)));
    }
}

impl Model for Encoder {
    fn identity(&self) -> Option<&ModelIdentity> {
        Some(&self.identity)
    }

    fn calibration(&self) -> &Calibration {
        &self.calibration
    }

    fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
        let pieces = self.pieces(text, visible);
        let count = pieces.numbers.len();
        let windows = if count == 0 { Vec::new() } else { self.windows.over(count, &pieces.lines) };
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
        let cue = cue.start..cue.end.min(window.end);
        let reach = self.buckets.reach(&cue, window);
        let share = reach.clone().map(|piece| if cue.contains(&piece) { 1.0 / cue.len() as f32 } else { 0.0 });
        let buckets = reach.clone().map(|piece| self.buckets.of(piece, &cue));
        let rows = reach.start - window.start..reach.end - window.start;
        let linkable = pass.linkable[chosen].slice(rows);
        let linked = self.engine.link(linkable, &share.collect::<Vec<_>>(), &buckets.collect::<Vec<_>>());
        let first = pass.firsts.partition_point(|piece| *piece < reach.start);
        let words = pass.firsts[first..pass.firsts.len() - 1].iter().take_while(|piece| **piece < reach.end);
        let roles = words.map(|piece| [0, 1, 2, 3, 4].map(|tag| linked.roles[[piece - reach.start, tag]]));
        Links { first, roles: roles.collect(), stances: std::array::from_fn(|stance| linked.stances[[0, stance]]) }
    }
}
