//! Pages against gold: the body by shingles or by chunks, and what is known of the article.

use std::collections::BTreeMap;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::furniture::spans;
use super::rates::share;
use super::tokens::{is_space, words};
use super::{Rates, Tally};

/// Words in a shingle: bodies are compared by runs of four words.
const SHINGLE: usize = 4;

/// Sums over pages.
#[derive(Default)]
pub struct PagesScore {
    precision: Vec<f64>,
    recall: Vec<f64>,
    /// Chunks that must stand in the text (gold) and of all chunks found there (printed).
    pub chunks: Tally,
    /// Titles equal but for case and punctuation.
    pub title: Share,
    /// Dates of the same day.
    pub date: Share,
    /// Authors equal but for case and punctuation.
    pub author: Share,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    right: usize,
    of: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// In percent.
    pub fn percent(self) -> f64 {
        100.0 * share(self.right, self.of)
    }
}

impl PagesScore {
    /// Adds one page; gives its body's F1, or the percentage of its chunks that are as they should be.
    pub fn add(&mut self, gold: &Value, printed: &Value) -> f64 {
        let article = &printed["article"];
        if let Some(title) = written(&gold["title"]) {
            self.title.add(plain(&title) == plain(&written(&article["title"]).unwrap_or_default()));
        }
        if let Some(date) = written(&gold["date"]) {
            self.date.add(day(&date) == day(&written(&article["published"]).unwrap_or_default()));
        }
        if let Some(author) = written(&gold["author"]) {
            self.author.add(plain(&author) == plain(&written(&article["byline"]).unwrap_or_default()));
        }
        let text = without_furniture(printed);
        match gold["body"].as_str() {
            Some(body) => self.add_body(body, &text),
            None => self.add_chunks(gold, &text),
        }
    }

    /// Precision and recall of the bodies, each averaged over pages.
    pub fn body(&self) -> Rates {
        let mean = |shares: &[f64]| shares.iter().sum::<f64>() / shares.len().max(1) as f64;
        Rates::new(mean(&self.precision), mean(&self.recall))
    }

    fn add_body(&mut self, body: &str, text: &str) -> f64 {
        let (gold, given) = (shingles(body), shingles(text));
        let both: usize = gold.iter().map(|(shingle, count)| count.min(given.get(shingle).unwrap_or(&0))).sum();
        let (precision, recall) = (share(both, given.values().sum()), share(both, gold.values().sum()));
        self.precision.push(precision);
        self.recall.push(recall);
        Rates::new(precision, recall).f1
    }

    fn add_chunks(&mut self, gold: &Value, text: &str) -> f64 {
        let text = squash(text);
        let chunks = |key: &str| -> Vec<String> {
            gold[key].as_array().into_iter().flatten().filter_map(Value::as_str).map(squash).collect()
        };
        let inside = |chunks: &[String]| chunks.iter().filter(|chunk| text.contains(chunk.as_str())).count();
        let (wanted, unwanted) = (chunks("with"), chunks("without"));
        let (hits, alarms) = (inside(&wanted), inside(&unwanted));
        self.chunks += Tally::matched(hits, hits + alarms, wanted.len());
        100.0 * share(hits + unwanted.len() - alarms, wanted.len() + unwanted.len())
    }
}

/// A string, or several as one; `None` where nothing stands.
fn written(value: &Value) -> Option<String> {
    let text = match value {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "),
        _ => value.as_str()?.to_owned(),
    };
    Some(text).filter(|text| !text.is_empty())
}

fn without_furniture(printed: &Value) -> String {
    let mut letters: Vec<char> = printed["text"].as_str().unwrap_or_default().chars().collect();
    let mut furniture = spans(printed);
    furniture.sort_by_key(|span| std::cmp::Reverse(span.start));
    for span in furniture {
        let end = span.end.min(letters.len());
        letters.drain(span.start.min(end)..end);
    }
    letters.into_iter().collect()
}

/// A text shorter than a shingle is one by itself.
fn shingles(text: &str) -> BTreeMap<Vec<&str>, usize> {
    let words = words(text);
    let mut shingles = BTreeMap::new();
    let size = SHINGLE.min(words.len()).max(1);
    for shingle in words.windows(size) {
        *shingles.entry(shingle.to_vec()).or_default() += 1;
    }
    shingles
}

/// Up and down again folds what one step leaves: 'ß' and 'SS' are the same.
fn plain(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    words(&folded).join(" ")
}

fn squash(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn day(date: &str) -> String {
    date.chars().take(10).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bodies_are_compared_without_furniture() {
        let gold = json!({"body": "One two three four five."});
        let printed = json!({"text": "Ad One two three four six", "furniture": [{"start": 0, "end": 3}]});
        assert!((PagesScore::default().add(&gold, &printed) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn chunks_must_and_must_not_stand_there() {
        let mut score = PagesScore::default();
        let gold = json!({"with": ["a  b", "c"], "without": ["d"]});
        score.add(&gold, &json!({"text": "a b d"}));
        assert_eq!(score.chunks, Tally::matched(1, 2, 2));
    }

    #[test]
    fn titles_are_equal_but_for_case_and_punctuation() {
        let mut score = PagesScore::default();
        score.add(
            &json!({"title": "Who’s next?", "with": [], "without": []}),
            &json!({"article": {"title": "WHO'S NEXT"}}),
        );
        assert_eq!(score.title.percent(), 100.0);
    }
}
