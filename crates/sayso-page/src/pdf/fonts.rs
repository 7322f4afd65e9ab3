//! The fonts of a document, and the letters that their glyphs stand for.

use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::Dict;

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    maps: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        let standard = |query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(font) => Some(font.pick_standard_font().get_font_data()),
        };
        Self { cache: FontCache::new(), programs: Arc::new(standard), maps: Arc::new(|_| None) }
    }

    /// The font of a dictionary, where it can be read.
    pub(super) fn font(&self, dictionary: &Dict<'a>) -> Option<Font<'a>> {
        self.cache.font(dictionary, &self.programs, &self.maps)
    }
}

/// The letters that a code of a font stands for.
pub(super) fn glyph_text(font: &Font<'_>, code: u32) -> Option<BfString> {
    match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    }
}
