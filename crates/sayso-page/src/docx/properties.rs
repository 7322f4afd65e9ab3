//! What a Word document says of itself (ECMA-376, part 2, 11: core properties).

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::composed::Stated;

/// A date's first letters: its day.
const DAY: usize = 10;

/// Title, author and day. What is broken off is read up to there.
pub(super) fn read(xml: &str) -> Stated {
    let mut reader = Reader::from_str(xml);
    let (mut stated, mut within, mut text) = (Stated::default(), String::new(), String::new());
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) => {
                element.name().as_ref().clone_into(&mut within);
                text.clear();
            }
            Event::Text(more) => text.push_str(&more),
            Event::GeneralRef(reference) => text.extend(reference.resolve_char_ref().ok().flatten()),
            Event::End(_) => keep(&mut stated, &std::mem::take(&mut within), text.trim()),
            Event::Eof => break,
            _ => {}
        }
    }
    stated
}

fn keep(stated: &mut Stated, element: &str, text: &str) {
    let text = Some(text.to_owned()).filter(|text| !text.is_empty());
    match element {
        "dc:title" => stated.title = text,
        "dc:creator" => stated.author = text,
        "dcterms:created" => stated.created = text.and_then(|text| text.get(..DAY).map(str::to_owned)),
        _ => {}
    }
}
