//! Where in an article some words stand: given as they are written, or by the count of their characters.

use sayso::ledger::View;
use sayso::ledger::store::StoreError;
use sayso::record::Offsets;
use sayso::{Span, Text};

use crate::failure::Failure;

/// Places of a stretch that occurs more than once which an error names.
const NAMED: usize = 4;

/// An article's text, in which words are looked for.
pub struct SearchedArticle {
    id: String,
    text: Text,
}

impl SearchedArticle {
    /// The article of an id.
    pub fn of(view: &View<'_>, id: &str) -> Result<Self, Failure> {
        let read = |error: StoreError| Failure::ledger(&error);
        if let Some(entry) = view.document(id).map_err(read)? {
            return Ok(Self { id: id.to_owned(), text: Text::new(entry.record.text) });
        }
        Err(match view.removed(id).map_err(read)? {
            Some(removed) => Failure::unread(format!("the text of {} was removed on {}", removed.id, removed.at)),
            None => Failure::unread(format!(
                "there is no article '{id}'; 'sayso export --format csv --kind articles' lists them"
            )),
        })
    }

    /// Where words stand that occur once in the text; `instead` is the option that says where otherwise.
    pub fn once(&self, words: &str, instead: &str) -> Result<Offsets, Failure> {
        self.only(words, self.text.whole(), "the text", instead)
    }

    /// Likewise for words that occur once in the paragraph of others: 'said' stands in many.
    pub fn once_beside(&self, words: &str, others: Offsets, instead: &str) -> Result<Offsets, Failure> {
        let beside = self.text.span_of_code_points(others.0, others.1).unwrap_or(self.text.whole());
        let text = self.text.as_str();
        let start = text[..beside.start()].rfind('\n').map_or(0, |at| at + 1);
        let end = text[beside.end()..].find('\n').map_or(text.len(), |at| beside.end() + at);
        let paragraph = self.text.span(start, end).unwrap_or(self.text.whole());
        self.only(words, paragraph, "this paragraph", instead)
    }

    /// Where words stand that occur once in others.
    pub fn once_in(&self, words: &str, others: Offsets) -> Option<Offsets> {
        let within = self.text.span_of_code_points(others.0, others.1)?;
        self.only(words, within, "these words", "--figure").ok()
    }

    /// What stands at a place.
    pub fn words(&self, at: Offsets) -> &str {
        self.text.span_of_code_points(at.0, at.1).map_or("", |span| self.text.slice(span))
    }

    fn only(&self, words: &str, within: Span, whole: &str, instead: &str) -> Result<Offsets, Failure> {
        let found = self.text.slice(within).match_indices(words).map(|(at, _)| within.start() + at);
        let found: Vec<Offsets> = found
            .filter_map(|at| Some(self.text.code_points(self.text.span(at, at + words.len())?)))
            .filter(|_| !words.is_empty())
            .collect();
        match found[..] {
            [one] => Ok(one),
            [] => Err(Failure::usage(format!(
                "'{words}' does not stand in {whole} of {}; copy the words as they are there, or say where with \
                 {instead} START..END",
                self.id
            ))),
            _ => {
                let places: Vec<String> =
                    found.iter().take(NAMED).map(|(start, end)| format!("{start}..{end}")).collect();
                Err(Failure::usage(format!(
                    "'{words}' stands {} times in {whole} of {}: say which with {instead} START..END, such as {}",
                    found.len(),
                    self.id,
                    places.join(" or ")
                )))
            }
        }
    }
}

/// 'START..END', in characters of the text counted from 0.
pub fn offsets(given: &str) -> Result<Offsets, String> {
    let parts = given.split_once("..").and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    parts.ok_or_else(|| "write START..END, such as 120..154: characters of the text, counted from 0".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_must_say_which_place_is_meant() {
        let text = Text::new("“Да,” she said.\n“Да,” he said.");
        let article = SearchedArticle { id: "a1".to_owned(), text };
        assert_eq!(article.once("she said", "--at").unwrap(), (6, 14));
        assert_eq!(article.once_beside("said", (6, 9), "--cue-at").unwrap(), (10, 14));
        assert!(article.once("Да", "--at").unwrap_err().to_string().contains("stands 2 times"));
        assert!(article.once("they", "--at").unwrap_err().to_string().contains("does not stand"));
        assert!(article.once("", "--at").is_err());
        assert_eq!((offsets("6..14"), offsets("6-14").is_err()), (Ok((6, 14)), true));
    }
}
