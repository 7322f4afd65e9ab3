//! The operators that show text: the characters of a string, each where it stands (ISO 32000-1, 9.4.3).

use hayro_font::Font;
use hayro_font::hayro_cmap::BfString;
use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Object;

use super::character::Character;
use super::fonts::glyph_text;
use super::glyphs::Interpreter;

/// A unit of a font: its characters are a thousand high.
const PER_EM: f64 = 1000.0;

impl Interpreter<'_, '_> {
    pub(super) fn show(&mut self, operator: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Op;
        match operator {
            Op::ShowText(shown) => self.show_string(shown.0.as_bytes()),
            Op::NextLineAndShowText(shown) => self.show_string(shown.0.as_bytes()),
            Op::ShowTextWithParameters(shown) => self.show_string(shown.2.as_bytes()),
            Op::ShowTexts(shown) => shown.0.iter::<Object<'_>>().for_each(|part| match part {
                Object::String(string) => self.show_string(string.as_bytes()),
                Object::Number(back) => self.advance(-back.as_f64() / PER_EM * self.state.size * self.state.stretch),
                _ => {}
            }),
            _ => {}
        }
    }

    fn advance(&mut self, by: f64) {
        self.here *= Affine::translate((by, 0.0));
    }

    fn show_string(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = font.read_code(bytes, at);
            let is_space = length == 1 && bytes[at] == b' ';
            at += length.max(1);
            let width = font.code_advance(code).x / PER_EM * self.state.size * self.state.stretch;
            if !self.budget.character() {
                return;
            }
            self.character(&font, code, width);
            let word = if is_space { self.state.word_spacing } else { 0.0 };
            self.advance(width + (self.state.spacing + word) * self.state.stretch);
        }
    }

    fn character(&mut self, font: &Font<'_>, code: u32, width: f64) {
        let place = self.state.to_page * self.here;
        let [across, slant, ..] = place.as_coeffs();
        // What does not run from left to right is a stamp along the margin, a watermark, the label of an axis.
        if across <= 0.0 || slant.abs() > across / 4.0 {
            return;
        }
        let letters = match glyph_text(font, code) {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => return self.budget.unnamed(),
        };
        let start = place * Point::new(0.0, self.state.rise);
        let end = place * Point::new(width, self.state.rise);
        let [_, _, skew, up, ..] = place.as_coeffs();
        let size = skew.hypot(up) * self.state.size.abs();
        let count = letters.chars().count().max(1) as f64;
        for (nth, letter) in letters.chars().enumerate() {
            let part = |nth: f64| start.x + (end.x - start.x) * nth / count;
            let (left, right) = (part(nth as f64), part(nth as f64 + 1.0));
            let is_artifact = self.artifacts.contains(&true);
            self.found.push(Character { letter, left, right, base: start.y, size, is_artifact });
        }
    }
}
