//! How much work one PDF may be, counted: what is over is left out, and said.

use std::collections::HashMap;

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, ObjectIdentifier, Stream};
use memchr::memmem;

/// Operators that are carried out: a page of a newspaper has some 20,000.
const MOST_STEPS: usize = 4_000_000;

/// Characters: a book of 1,000 pages has 3 million.
const MOST_CHARACTERS: usize = 8_000_000;

/// Bytes of pages and forms, each as often as it is shown.
const MOST_CONTENT: usize = 128 << 20;

/// Bytes of the maps from codes to letters, each as often as a font has it. The longest that a font can need has 3 MiB.
const MOST_MAPS: usize = 32 << 20;

/// The search for the end of a picture inside a page begins anew at each place that may be one: so many bytes may be searched.
const MOST_SEARCHED: usize = 1 << 30;

/// What is left of it.
#[derive(Default)]
pub(super) struct Budget {
    steps: usize,
    characters: usize,
    content: usize,
    maps: usize,
    fonts: HashMap<ObjectIdentifier, bool>,
    is_over: bool,
    unnamed: usize,
}

impl Budget {
    /// Whether something was left out because it was too much.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Characters that are drawn but of which the file does not say which letters they are.
    pub(super) fn unnamed_characters(&self) -> usize {
        self.unnamed
    }

    pub(super) fn unnamed(&mut self) {
        self.unnamed += 1;
    }

    pub(super) fn step(&mut self) -> bool {
        self.steps += 1;
        self.within(self.steps <= MOST_STEPS)
    }

    pub(super) fn character(&mut self) -> bool {
        self.characters += 1;
        self.within(self.characters <= MOST_CHARACTERS)
    }

    /// A page's or a form's operators; none where they are too many, or packed as pictures are.
    pub(super) fn decoded(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        if self.content > MOST_CONTENT {
            return Vec::new();
        }
        let decoded = stream.decoded_data().map(|data| data.into_owned()).unwrap_or_default();
        self.content += decoded.len();
        let searched = memmem::find_iter(&decoded, b"EI").count().saturating_mul(decoded.len());
        if self.within(self.content <= MOST_CONTENT && searched <= MOST_SEARCHED) { decoded } else { Vec::new() }
    }

    /// Whether a font's maps are within what may be read of them.
    pub(super) fn admits_font(&mut self, font: &Dict<'_>) -> bool {
        let known = font.obj_id().and_then(|id| self.fonts.get(&id).copied());
        if let Some(admitted) = known {
            return admitted;
        }
        self.maps += maps(font);
        let admitted = self.within(self.maps <= MOST_MAPS);
        if let Some(id) = font.obj_id() {
            self.fonts.insert(id, admitted);
        }
        admitted
    }

    fn within(&mut self, is_within: bool) -> bool {
        self.is_over |= !is_within;
        is_within
    }
}

fn maps(font: &Dict<'_>) -> usize {
    let descendants = font.get::<Array<'_>>(keys::DESCENDANT_FONTS);
    let descendant = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let keys = [keys::TO_UNICODE, keys::ENCODING, keys::CID_TO_GID_MAP];
    let streams = [Some(font), descendant.as_ref()].into_iter().flatten();
    let streams = streams.flat_map(|font| keys.iter().filter_map(|key| font.get::<Stream<'_>>(key)));
    let lengths = streams.map(|map| map.decoded_data().map_or(0, |data| data.len()));
    // Their dictionaries are read, too.
    lengths.sum::<usize>() + font.data().len()
}
