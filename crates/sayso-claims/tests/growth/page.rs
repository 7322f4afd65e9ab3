//! An article written sentence by sentence, with what a reading would have of it.

use serde_json::{Value, json};

use super::Entry;

/// What stands behind a sentence: whose it is and how it is said.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// The words that name the source.
    pub source: &'a str,
    /// The source's name.
    pub name: &'a str,
    /// `person`, `organisation` or `unnamed`.
    pub kind: &'a str,
    /// `asserts`, `denies` and the others.
    pub stance: &'a str,
    /// Outlets that it came by.
    pub via: &'a [String],
}

/// An article while it is written; its letters are ASCII, so that bytes are code points.
pub struct Page {
    id: String,
    text: String,
    attributions: Vec<Value>,
    figures: Vec<Value>,
}

impl Page {
    /// An empty article.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), text: String::new(), attributions: Vec::new(), figures: Vec::new() }
    }

    /// Adds a paragraph: 'SOURCE said that CONTENT.'
    pub fn says(&mut self, said: Said<'_>, content: &str) -> &mut Self {
        let cue = if said.stance == "denies" { "denied" } else { "said" };
        let source = self.put(said.source, " ");
        let cue = self.put(cue, " that ");
        let content = self.put(content, ".\n\n");
        let number = self.attributions.len();
        let whose = json!([{"name": said.name, "kind": said.kind, "because": [source]}]);
        self.attributions.push(json!({
            "id": format!("a{number}"), "source": [source], "cue": [cue], "content": [content],
            "quote_type": "indirect", "stance": said.stance, "certainty": "certain", "speakers": whose,
            "via": said.via, "reported_by": [], "medium": [], "evidence": [], "parent": null,
            "figures": [], "dates": [], "confidence": 0.9,
        }));
        self
    }

    /// Adds a paragraph that the article states as its own.
    pub fn states(&mut self, content: &str) -> &mut Self {
        self.put(content, ".\n\n");
        self
    }

    /// Marks the numbers that stand in the text as figures of what follows each.
    pub fn counts(&mut self) -> &mut Self {
        let mut reached = 0;
        while let Some(at) = self.text[reached..].find(|letter: char| letter.is_ascii_digit()) {
            let start = reached + at;
            let length = self.text[start..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(0).max(1);
            let (digits, behind) = self.text[start..].split_at(length);
            let counted = behind.split_whitespace().next().unwrap_or_default();
            self.figures.push(json!({
                "start": start, "end": start + length, "value": digits.parse::<u64>().unwrap_or_default(),
                "low": null, "high": null, "approximate": false, "unit": null, "counted": counted, "part_of": null,
            }));
            reached = start + length;
        }
        self
    }

    /// The article, published so many minutes into the story by the outlet of a number.
    pub fn entry(self, minutes: usize, outlet: usize) -> Entry {
        self.version(minutes, outlet, None)
    }

    /// The same, as the next version of another.
    pub fn version(self, minutes: usize, outlet: usize, replaces: Option<&str>) -> Entry {
        let (day, hour, minute) = (1 + minutes / 1440 % 28, minutes / 60 % 24, minutes % 60);
        let month = 1 + minutes / (1440 * 28) % 12;
        let published = format!("2026-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z");
        let outlet = format!("Outlet {}", super::words::name(outlet));
        let entry = json!({
            "record": {
                "id": self.id, "text": self.text, "furniture": [], "attributions": self.attributions,
                "article": {
                    "title": format!("Story {}", self.id), "byline": [], "publisher": outlet, "published": published,
                    "modified": null, "language": "en", "url": null,
                },
                "figures": self.figures, "dates": [], "warnings": [],
            },
            "outlet": outlet, "published": published, "version": null, "replaces": replaces, "seen": null,
        });
        serde_json::from_str(&entry.to_string()).expect("a page is an entry")
    }

    fn put(&mut self, words: &str, behind: &str) -> [usize; 2] {
        let start = self.text.len();
        self.text.push_str(words);
        let end = self.text.len();
        self.text.push_str(behind);
        [start, end]
    }
}
