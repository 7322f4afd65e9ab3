//! What readers send, read and checked: bounded, and of nobody's trust.

use sayso::wording::times;
use serde::Deserialize;

use super::KINDS;
use super::annotation::{SelectorKind, Target};
use crate::desk_store::Received;
use crate::problem::Problem;

/// The longest passage, context and words of a reader, in characters.
const PASSAGE: usize = 2_000;
const CONTEXT: usize = 200;
const WORDS: usize = 4_000;

/// The longest date.
const DATE: usize = 40;

/// The longest address of a page.
const ADDRESS: usize = 2_000;

/// What the script of a site sends; fields that are not known are passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ProofOfWork {
    target: Target,
    kind: String,
    wording: String,
    reason: String,
    challenge: String,
    answer: String,
}

/// What the form without a script sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CorrectionPayload {
    /// The page's address.
    pub url: String,
    kind: String,
    exact: String,
    wording: String,
    reason: String,
    /// Left empty by people, who do not see it.
    pub website: String,
    /// The form's.
    pub token: String,
}

/// What a reader says, by either way.
#[derive(Debug, Default)]
pub struct Sent {
    /// The page's address, as they give it: it finds the article and is kept nowhere.
    pub url: String,
    kind: String,
    exact: String,
    prefix: String,
    suffix: String,
    start: Option<u32>,
    dated: Option<String>,
    wording: String,
    reason: String,
}

/// What a browser sent, with the proof of its work.
#[derive(Debug)]
pub struct Submission {
    /// What the reader says.
    pub sent: Sent,
    /// The challenge that was worked on.
    pub challenge: String,
    /// The answer to it.
    pub answer: String,
}

impl Submission {
    /// Reads what the script of a site sends.
    ///
    /// # Errors
    ///
    /// Where it is no JSON of that form.
    pub fn read(body: &[u8]) -> Result<Self, Problem> {
        let worked: ProofOfWork = serde_json::from_slice(body).map_err(|_| {
            Problem::Wrong("What was sent could not be read. Please reload the page and try again.".to_owned())
        })?;
        let (challenge, answer) = (worked.challenge.clone(), worked.answer.clone());
        Ok(Self { sent: worked.sent(), challenge, answer })
    }
}

impl ProofOfWork {
    fn sent(self) -> Sent {
        let mut sent = Sent {
            url: self.target.source,
            kind: self.kind,
            wording: self.wording,
            reason: self.reason,
            dated: self.target.state.map(|state| state.date),
            ..Sent::default()
        };
        for part in self.target.selector {
            match part {
                SelectorKind::TextQuoteSelector { exact, prefix, suffix } => {
                    (sent.exact, sent.prefix, sent.suffix) = (exact, prefix, suffix);
                }
                SelectorKind::TextPositionSelector { start } => sent.start = Some(start),
                SelectorKind::Other => {}
            }
        }
        sent
    }
}

impl CorrectionPayload {
    /// What the reader says.
    pub fn sent(self) -> Sent {
        let Self { url, kind, exact, wording, reason, .. } = self;
        Sent { url, kind, exact, wording, reason, ..Sent::default() }
    }
}

impl Sent {
    /// What the proof of work is bound to.
    #[must_use]
    pub fn content(&self) -> String {
        let start = self.start.map(|start| start.to_string()).unwrap_or_default();
        let Self { url, kind, exact, prefix, suffix, wording, reason, .. } = self;
        let dated = self.dated.as_deref().unwrap_or_default();
        [url, kind, exact, prefix, suffix, &start, dated, wording, reason].join("\n")
    }

    /// What is kept of it, but for what the ledger knows of the article.
    ///
    /// # Errors
    ///
    /// Where something is missing or too long; what the reader can do about it is said.
    pub fn checked(&self) -> Result<Received, Problem> {
        let wrong = |told: &str| Problem::Wrong(told.to_owned());
        if !KINDS.contains(&self.kind.as_str()) {
            return Err(wrong("Please say what kind of correction it is."));
        }
        if self.exact.trim().is_empty() || length(&self.exact) > PASSAGE {
            return Err(wrong("Please choose a passage of the article, some words to some sentences."));
        }
        if length(&self.wording) > WORDS || length(&self.reason) > WORDS {
            return Err(wrong("That is too long. Please say it in 4,000 characters."));
        }
        if self.wording.trim().is_empty() && self.reason.trim().is_empty() {
            return Err(wrong("Please say what is wrong, or what it should say."));
        }
        if length(&self.url) > ADDRESS {
            return Err(wrong("The address of the page is too long."));
        }
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Received {
            kind: self.kind.clone(),
            exact: self.exact.trim().to_owned(),
            prefix: last(&self.prefix),
            suffix: self.suffix.chars().take(CONTEXT).collect(),
            start: self.start,
            dated: self.dated.clone().filter(|dated| times::at(Some(dated)).is_some() && length(dated) <= DATE),
            wording: given(&self.wording),
            reason: given(&self.reason),
            ..Received::default()
        })
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn last(text: &str) -> String {
    text.chars().skip(length(text).saturating_sub(CONTEXT)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(exact: &str, wording: &str) -> Result<Received, Problem> {
        let quote = serde_json::json!({"type": "TextQuoteSelector", "exact": exact, "prefix": "a".repeat(9_000)});
        let target = serde_json::json!({"source": "https://news.example/a?fbclid=b", "selector": [quote]});
        let body = serde_json::json!({"target": target, "kind": "typo", "wording": wording, "unknown": {"a": [1]}});
        Submission::read(body.to_string().as_bytes())?.sent.checked()
    }

    #[test]
    fn what_is_sent_is_bounded_and_names_no_page() {
        let received = read(" 34 dead\n", "36 dead").unwrap();
        assert_eq!((received.exact.as_str(), received.wording.as_deref()), ("34 dead", Some("36 dead")));
        assert_eq!((received.prefix.len(), received.url.as_str()), (CONTEXT, ""));
        for (exact, wording) in [("", "36"), (" ", "36"), ("34", ""), ("34", "\n \t")] {
            assert!(read(exact, wording).is_err(), "{exact:?}, {wording:?}");
        }
        assert!(read(&"é".repeat(PASSAGE), &"é".repeat(WORDS)).is_ok());
        assert!(read(&"é".repeat(PASSAGE + 1), "36").is_err() && read("34", &"é".repeat(WORDS + 1)).is_err());
    }

    #[test]
    fn what_is_no_json_of_that_form_is_refused() {
        let deep = format!("{{\"target\":{}", "[".repeat(50_000));
        let many = format!("{{\"target\":{{\"selector\":[{}{{}}]}}}}", "{\"type\":\"Other\"},".repeat(3_000));
        for body in ["", "{", "null", "{\"target\":1}", "{\"kind\":\"\\ud800\"}", &deep, &many] {
            assert!(Submission::read(body.as_bytes()).is_err(), "{}", &body[..body.len().min(40)]);
        }
        assert!(Submission::read(b"\xff{}").is_err());
        assert!(Submission::read(b"{}").is_ok_and(|empty| empty.sent.checked().is_err()));
    }
}
