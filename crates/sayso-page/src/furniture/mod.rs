//! Furniture: what stands in a text but not in its article, marked line by line, never cut.
//!
//! A line is furniture by its wording ([`phrases`], [`walls`]), by its shape and a word ([`labels`]), by where it stands ([`teasers`]) or
//! by its neighbours ([`neighbours`]), because it stands twice ([`repeats`]) or counts pages ([`page_numbers`]); the end of
//! a paragraph by the wording of its last sentences ([`endings`]). The first line of a text is taken for its headline,
//! which is not furniture.

mod endings;
mod labels;
mod lines;
mod neighbours;
mod page_numbers;
mod phrases;
mod repeats;
mod teasers;
mod vocabulary;
mod walls;

use sayso_text::Text;

use crate::article::{Furniture, FurnitureKind, Warning};

use lines::FurnitureLine;

pub(crate) use vocabulary::FurnitureWords;
pub(crate) use walls::is_wall;

/// The furniture of a text, in order, without overlap.
pub(crate) fn mark(text: &Text) -> Vec<Furniture> {
    let lines = lines::of(text.as_str());
    let by_wording = |line: &FurnitureLine<'_>| if line.is_part { None } else { phrases::kind_of_line(line.text) };
    let mut kinds: Vec<Option<FurnitureKind>> = lines.iter().map(by_wording).collect();
    for (line, kind) in lines.iter().zip(&mut kinds).skip(1).filter(|(line, _)| !line.is_part) {
        *kind = kind.or_else(|| labels::kind_of(line)).or_else(|| walls::kind_of(line.text));
    }
    page_numbers::mark(&lines, &mut kinds);
    teasers::mark(&lines, &mut kinds);
    repeats::mark(&lines, text.as_str(), &mut kinds);
    neighbours::mark(&lines, &mut kinds);
    lines.iter().zip(kinds).flat_map(|(line, kind)| of_line(text, line, kind)).collect()
}

/// A text of nothing but teasers.
pub(crate) fn all_teasers(text: &Text) -> Vec<Furniture> {
    let spans = lines::of(text.as_str()).into_iter().filter_map(|line| text.span_of(line.text));
    spans.map(|span| Furniture { span, kind: FurnitureKind::Teaser }).collect()
}

/// Whether a paragraph is furniture wherever it stands.
pub(crate) fn is_furniture(paragraph: &str) -> bool {
    is_wall(paragraph)
        || phrases::kind_of_line(paragraph).or_else(|| labels::kind_of(&FurnitureLine::alone(paragraph))).is_some()
}

/// A warning where all of a text is furniture, as when the article on a page was not found.
pub(crate) fn warn_if_alone(text: &Text, furniture: &[Furniture]) -> Option<Warning> {
    let letters = |string: &str| string.chars().filter(|letter| !letter.is_whitespace()).count();
    let marked: usize = furniture.iter().map(|found| letters(text.slice(found.span))).sum();
    (marked > 0 && marked == letters(text.as_str())).then(|| {
        Warning::new(
            "Nothing here reads like an article: all of it is what stands beside one, as advertisements, links and \
             sign-ups. Check that the right page was given.",
        )
    })
}

fn of_line(text: &Text, line: &FurnitureLine<'_>, kind: Option<FurnitureKind>) -> Vec<Furniture> {
    let found = match kind {
        Some(kind) => vec![(line.text, kind)],
        None => endings::of_line(line.text),
    };
    // The first words of a line inside a paragraph may be in the middle of a sentence.
    let is_whole = |part: &str| kind.is_some() || !line.is_part || part.as_ptr() != line.text.as_ptr();
    let found = found.into_iter().filter(|(part, _)| is_whole(part));
    found.filter_map(|(part, kind)| text.span_of(part).map(|span| Furniture { span, kind })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Vec<(String, &'static str)> {
        let text: Text = Text::new(text);
        mark(&text).iter().map(|found| (text.slice(found.span).to_owned(), found.kind.name())).collect()
    }

    #[test]
    fn an_article_has_none() {
        assert_eq!(
            marked(
                "Ferry sinks off Caldry\n\nThe mayor denied it.\n\n“We knew,” she said.\n\nWhat is known\n\nNine died."
            ),
            []
        );
    }

    #[test]
    fn a_text_of_furniture_alone_is_warned_of() {
        let warned = |text| warn_if_alone(&Text::new(text), &mark(&Text::new(text))).is_some();
        assert!(warned("Advertisement\n\nSign up for our newsletter\n"));
        assert!(!warned("Advertisement\n\nThe mayor denied it.\n"));
    }

    #[test]
    fn a_doubled_headline_is_a_teaser_with_what_belongs_to_it() {
        let text = "The mayor denied it.\n\nFive Bridges Nobody Wanted\nOther Topics of Interest\n\nFive Bridges Nobody Wanted\n\n\
                    Why are they still there?\n\nThe council agreed on Monday.";
        let found: Vec<_> = marked(text).into_iter().map(|(text, _)| text).collect();
        let teaser = "Five Bridges Nobody Wanted";
        assert_eq!(found, [teaser, "Other Topics of Interest", teaser, "Why are they still there?"]);
    }

    #[test]
    fn a_line_in_the_middle_of_a_paragraph_is_none() {
        let broken = "The operator said of the letter that nobody in\nits office had read: “Nobody told us that we had to, and\n\
                      nobody gave us a reason to read your newsletter or\nto sign up for our updates by mail,” it said.";
        assert_eq!(marked(&format!("The mayor denied it.\n\n{broken}\n")), []);
        assert_eq!(
            marked("The mayor left.\n\nShe said that the board had asked us to\nsign up for our newsletter\n").len(),
            0
        );
        assert_eq!(marked("The mayor left.\n\nSign up for our newsletter\n").len(), 1);
    }

    #[test]
    fn only_the_glued_sentences_of_a_paragraph_are_marked() {
        let found = marked("Work begins in May. This is a developing story. Read more about the bridge here.");
        assert_eq!(
            found,
            [
                ("This is a developing story.".to_owned(), "other"),
                ("Read more about the bridge here.".to_owned(), "link-line")
            ]
        );
    }

    #[test]
    fn wordings_of_all_languages_are_known() {
        for (line, kind) in [
            ("Anzeige", "advertisement"),
            ("Publicité", "advertisement"),
            ("Lesen Sie auch: Fähre sinkt vor Caldry", "link-line"),
            ("Mehr zum Thema", "link-line"),
            ("À lire aussi sur la ferme", "link-line"),
            ("Leggi anche: Affonda il traghetto", "link-line"),
            ("Foto: Ann Doe", "credit"),
        ] {
            let found = marked(&format!("The mayor denied it.\n\n{line}\n\nShe left."));
            assert_eq!(found, [(line.to_owned(), kind)], "{line}");
        }
    }
}
