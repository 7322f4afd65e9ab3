//! Runs the content of a page: its text state and text position (ISO 32000-1, 9.3 and 9.4), forms and marked content.

use hayro_font::Font;
use hayro_font::kurbo::Affine;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::character::Character;
use super::fonts::Fonts;

/// Forms within forms are followed no deeper.
const DEEPEST_FORM: usize = 12;

/// States that are saved within one another.
const MOST_SAVED: usize = 512;

/// What holds until an operator sets it otherwise.
#[derive(Clone)]
pub(super) struct TextState<'a> {
    pub(super) to_page: Affine,
    pub(super) font: Option<Font<'a>>,
    pub(super) size: f64,
    pub(super) spacing: f64,
    pub(super) word_spacing: f64,
    pub(super) stretch: f64,
    leading: f64,
    pub(super) rise: f64,
}

/// A page while it is run.
pub(super) struct Interpreter<'f, 'a> {
    fonts: &'f Fonts<'a>,
    pub(super) budget: &'f mut Budget,
    pub(super) state: TextState<'a>,
    saved: Vec<TextState<'a>>,
    line: Affine,
    pub(super) here: Affine,
    pub(super) artifacts: Vec<bool>,
    pub(super) found: Vec<Character>,
}

/// The characters of a page, in the order in which they are drawn.
pub(super) fn of_page<'a>(page: &Page<'a>, fonts: &Fonts<'a>, budget: &mut Budget) -> Vec<Character> {
    let to_page = Affine::new(page.initial_transform(false).as_coeffs());
    let content = content(page.raw(), budget);
    let state = TextState {
        to_page,
        font: None,
        size: 0.0,
        spacing: 0.0,
        word_spacing: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let mut interpreter = Interpreter {
        fonts,
        budget,
        state,
        saved: Vec::new(),
        line: Affine::IDENTITY,
        here: Affine::IDENTITY,
        artifacts: Vec::new(),
        found: Vec::new(),
    };
    interpreter.run(&content, page.resources(), 0);
    interpreter.found
}

fn content(page: &Dict<'_>, budget: &mut Budget) -> Vec<u8> {
    if let Some(stream) = page.get::<Stream<'_>>(keys::CONTENTS) {
        return budget.decoded(&stream);
    }
    let parts = page.get::<Array<'_>>(keys::CONTENTS);
    let parts = parts.iter().flat_map(|parts| parts.iter::<Stream<'_>>());
    let mut content = Vec::new();
    for part in parts {
        content.extend(budget.decoded(&part));
        content.push(b' ');
    }
    content
}

impl<'a> Interpreter<'_, 'a> {
    fn run(&mut self, content: &[u8], resources: &Resources<'a>, depth: usize) {
        let mut operators = TypedIter::new(content);
        while let Some(operator) = operators.next() {
            if !self.budget.step() {
                return;
            }
            self.text_state(&operator, resources);
            self.graphics(&operator, resources, depth);
            self.position(&operator);
            self.show(&operator);
        }
    }

    fn text_state(&mut self, operator: &TypedInstruction<'_, '_>, resources: &Resources<'a>) {
        use TypedInstruction as Op;
        let state = &mut self.state;
        match operator {
            Op::TextFont(font) => {
                state.size = font.1.as_f64();
                let dictionary = resources.get_font(font.0).filter(|font| self.budget.admits_font(font));
                state.font = dictionary.and_then(|font| self.fonts.font(&font));
            }
            Op::CharacterSpacing(spacing) => state.spacing = spacing.0.as_f64(),
            Op::WordSpacing(spacing) => state.word_spacing = spacing.0.as_f64(),
            Op::HorizontalScaling(stretch) => state.stretch = stretch.0.as_f64() / 100.0,
            Op::TextLeading(leading) => state.leading = leading.0.as_f64(),
            Op::TextRise(rise) => state.rise = rise.0.as_f64(),
            _ => {}
        }
    }

    fn graphics(&mut self, operator: &TypedInstruction<'_, '_>, resources: &Resources<'a>, depth: usize) {
        use TypedInstruction as Op;
        match operator {
            Op::SaveState(_) if self.saved.len() < MOST_SAVED => self.saved.push(self.state.clone()),
            Op::RestoreState(_) => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            Op::Transform(by) => self.state.to_page *= affine([by.0, by.1, by.2, by.3, by.4, by.5]),
            Op::BeginMarkedContent(mark) => self.artifacts.push(mark.0.as_str() == "Artifact"),
            Op::BeginMarkedContentWithProperties(mark) => self.artifacts.push(is_pagination(mark.0, mark.1)),
            Op::EndMarkedContent(_) => drop(self.artifacts.pop()),
            Op::XObject(form) if depth < DEEPEST_FORM => {
                if let Some(form) = resources.get_x_object(form.0).filter(is_form) {
                    self.form(&form, resources, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn form(&mut self, form: &Stream<'a>, outer: &Resources<'a>, depth: usize) {
        let content = self.budget.decoded(form);
        let own = form.dict().get::<Dict<'a>>(keys::RESOURCES).map(Resources::new);
        let (before, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        if let Some(matrix) = form.dict().get::<Array<'_>>(keys::MATRIX) {
            let numbers: Vec<Number> = matrix.iter::<Number>().collect();
            if let Ok(numbers) = <[Number; 6]>::try_from(numbers) {
                self.state.to_page *= affine(numbers);
            }
        }
        self.run(&content, own.as_ref().unwrap_or(outer), depth);
        (self.state, self.saved) = (before, saved);
    }

    fn position(&mut self, operator: &TypedInstruction<'_, '_>) {
        use TypedInstruction as Op;
        match operator {
            Op::BeginText(_) => self.start_at(Affine::IDENTITY),
            Op::SetTextMatrix(to) => self.start_at(affine([to.0, to.1, to.2, to.3, to.4, to.5])),
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) | Op::NextLineAndShowText(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowTextWithParameters(shown) => {
                (self.state.word_spacing, self.state.spacing) = (shown.0.as_f64(), shown.1.as_f64());
                self.next_line(0.0, -self.state.leading);
            }
            _ => {}
        }
    }

    fn start_at(&mut self, place: Affine) {
        (self.line, self.here) = (place, place);
    }

    fn next_line(&mut self, right: f64, up: f64) {
        self.start_at(self.line * Affine::translate((right, up)));
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}

fn is_form(object: &Stream<'_>) -> bool {
    object.dict().get::<Name<'_>>(keys::SUBTYPE).is_some_and(|kind| kind.as_str() == "Form")
}

/// Heads, feet and page numbers of a tagged file (ISO 32000-1, 14.8.2.2).
fn is_pagination(mark: &Name<'_>, properties: &Object<'_>) -> bool {
    let Object::Dict(properties) = properties else { return mark.as_str() == "Artifact" };
    let kind = properties.get::<Name<'_>>(keys::TYPE);
    mark.as_str() == "Artifact" && kind.is_none_or(|kind| kind.as_str() == "Pagination")
}
