//! Shingles: runs of words by which shared wording is found.

use std::sync::OnceLock;

use sayso_text::{Span, Text};

use crate::Document;
use crate::copy::places::ShinglePlaces;
use crate::hash::{fnv, mixed};
use crate::version::words::{QUOTE, words};

/// Words in a shingle. Of the four-word runs of a text few stand in another on the same event unless copied, and a
/// changed word spoils four of them; with six, light editing of every tenth word would hide half of a copy.
pub const WORDS: usize = 4;

/// The words of a document outside its furniture, hashed for comparing.
#[derive(Clone, Debug, Default)]
pub struct Worded {
    /// The hash of each run of [`WORDS`] words, by its first word. In 32 bits two texts of a thousand words agree by
    /// chance once in four thousand comparisons, in one shingle.
    pub shingles: Vec<u32>,
    /// Whether each word stands in a quotation.
    pub quoted: Vec<bool>,
    /// Where each word stands.
    pub spans: Vec<Span>,
    places: OnceLock<ShinglePlaces>,
}

impl Worded {
    /// The words of a document below its headline, which each outlet writes for itself. Quotation marks count as nothing:
    /// house styles differ.
    pub fn new(document: &Document) -> Self {
        let text = &document.text;
        let visible = without_headline(document, text.outside(&document.furniture));
        let all = visible.iter().flat_map(|stretch| words(text, *stretch));
        let (spans, hashes): (Vec<Span>, Vec<u64>) =
            all.filter(|word| &*word.key != QUOTE).map(|word| (word.span, fnv(word.key.bytes()))).unzip();
        let quotations = sayso_read::quotations(text, &visible);
        let quoted: Vec<bool> = spans
            .iter()
            .map(|span| {
                let at = quotations.partition_point(|quotation| quotation.span.end() <= span.start());
                quotations.get(at).is_some_and(|quotation| quotation.span.contains(*span))
            })
            .collect();
        let shingles = hashes.windows(WORDS).map(joined).collect();
        Self { shingles, quoted, spans, places: OnceLock::new() }
    }

    /// Where each shingle stands.
    pub fn places(&self) -> &ShinglePlaces {
        self.places.get_or_init(|| ShinglePlaces::new(&self.shingles))
    }

    /// How many bytes it holds.
    pub fn weight(&self) -> usize {
        self.len() * (size_of::<Span>() + size_of::<bool>()) + self.shingles.len() * 3 * size_of::<u32>()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.quoted.len()
    }
}

/// Words that a headline at the head of a text may have more or fewer than the title: a label, a site's name.
const LABEL: usize = 3;

/// The stretches of a text without the headline at its head.
fn without_headline(document: &Document, mut visible: Vec<Span>) -> Vec<Span> {
    let text = &document.text;
    let Some((first, title)) = visible.first().copied().zip(document.title()) else { return visible };
    let held = text.slice(first);
    let start = held.len() - held.trim_start().len();
    let end = held[start..].find('\n').map_or(held.len(), |length| start + length);
    if is_headline(&held[start..end], title) {
        visible.splice(..1, text.span(first.start() + end, first.end()));
    }
    visible
}

/// Whether a line is a title, but for a label or a site's name on either.
fn is_headline(line: &str, title: &str) -> bool {
    let [line, title] = [line, title].map(|told| {
        let told = Text::new(told);
        words(&told, told.whole()).into_iter().map(|word| word.key).filter(|key| &**key != QUOTE).collect::<Vec<_>>()
    });
    let (shorter, longer) = if line.len() <= title.len() { (line, title) } else { (title, line) };
    let more = longer.len() - shorter.len();
    !shorter.is_empty() && more <= LABEL && (longer.starts_with(&shorter) || longer.ends_with(&shorter))
}

/// Hashes of words as one, mixed so that a share of them samples evenly.
fn joined(words: &[u64]) -> u32 {
    let hash = words.iter().fold(0, |hash: u64, word| hash.rotate_left(21).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word);
    (mixed(hash) >> 32) as u32
}
