//! The paragraphs of a Word document, out of the part that holds its text (ECMA-376, part 1, 17.3).

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements that hold what is not shown, or shows for a second time what stands beside them.
// no words of a language: elements of WordprocessingML
const LEFT_OUT: [&str; 6] = ["w:del", "w:moveFrom", "mc:Fallback", "w:rPrChange", "w:pPrChange", "w:rt"];

/// Paragraphs that are open within one another, as those of text boxes are.
const DEEPEST: usize = 64;

/// What the text of a document has.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub paragraphs: Vec<String>,
    /// The first paragraph that has the style of a title; else the first of all, where it has that of a heading.
    pub title: Option<String>,
    /// What is wrong where the text breaks off.
    pub broken: Option<String>,
}

/// A paragraph, with its style as soon as that is known.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Style,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Style {
    #[default]
    Text,
    Title,
    Heading,
}

#[derive(Default)]
struct Writer {
    open: Vec<Paragraph>,
    done: Vec<Paragraph>,
    /// How many elements that are left out are open.
    left_out: usize,
    in_text: bool,
    in_run: bool,
    is_hidden: bool,
}

/// Reads the part with the text, as far as it is sound.
pub(super) fn read(xml: &str) -> Body {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::default();
    let broken = loop {
        match reader.read_event() {
            Ok(Event::Eof) => break None,
            Ok(event) => writer.take(&event),
            Err(error) => break Some(error.to_string()),
        }
    };
    Body { broken, ..writer.body() }
}

impl Writer {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.start(element),
            Event::Empty(element) => self.mark(element),
            Event::End(element) => self.end(element.name().as_ref()),
            Event::Text(text) if self.in_text => self.push(text),
            Event::GeneralRef(reference) if self.in_text => self.push(letter(reference).encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            name if LEFT_OUT.contains(&name) => self.left_out += 1,
            "w:p" if self.open.len() < DEEPEST => self.open.push(Paragraph::default()),
            "w:r" => (self.in_run, self.is_hidden) = (true, false),
            "w:t" => self.in_text = true,
            _ => self.mark(element),
        }
    }

    /// What stands for a sign, or says how its paragraph or run is set.
    fn mark(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "w:tab" | "w:ptab" if self.in_run => self.push(" "),
            "w:br" | "w:cr" => self.push("\n"),
            "w:noBreakHyphen" => self.push("\u{2011}"),
            "w:vanish" => self.is_hidden = self.in_run && !matches!(value(element).as_deref(), Some("0" | "false")),
            "w:pStyle" => {
                if let Some(open) = self.open.last_mut() {
                    open.style = style(value(element).as_deref());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            name if LEFT_OUT.contains(&name) => self.left_out = self.left_out.saturating_sub(1),
            "w:p" => self.done.extend(self.open.pop()),
            "w:r" => (self.in_run, self.is_hidden) = (false, false),
            "w:t" => self.in_text = false,
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.left_out > 0 || self.is_hidden {
            return;
        }
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(text);
        }
    }

    fn body(mut self) -> Body {
        self.done.extend(self.open.into_iter().rev());
        self.done.retain(|paragraph| !paragraph.text.trim().is_empty());
        let heading = self.done.first().filter(|first| first.style == Style::Heading);
        let title = self.done.iter().find(|paragraph| paragraph.style == Style::Title).or(heading);
        let title = title.map(|paragraph| paragraph.text.clone());
        Body { title, paragraphs: self.done.into_iter().map(|paragraph| paragraph.text).collect(), broken: None }
    }
}

/// Styles are told by their ids, which are English in documents of any language.
fn style(id: Option<&str>) -> Style {
    match id {
        Some("Title") => Style::Title,
        Some(id) if id.starts_with("Heading") => Style::Heading,
        _ => Style::Text,
    }
}

fn letter(reference: &BytesRef<'_>) -> char {
    let named = || resolve_predefined_entity(reference).and_then(|letter| letter.chars().next());
    reference.resolve_char_ref().ok().flatten().or_else(named).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn value(element: &BytesStart<'_>) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == "w:val");
    found.map(|attribute| attribute.value.into_owned())
}
