//! What a reader's browser sends: a selection of a page, in the W3C Web Annotation model.

use serde::Deserialize;

/// The passage (Web Annotation Data Model, 4: a specific resource).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Target {
    /// The page's address.
    pub source: String,
    /// Which part of it.
    pub selector: Vec<SelectorKind>,
    /// Which version of it.
    pub state: Option<TimeState>,
}

/// A selector; others than these two are passed over.
#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
pub enum SelectorKind {
    /// The words with what stands around them.
    TextQuoteSelector {
        /// The words.
        exact: String,
        /// Before.
        #[serde(default)]
        prefix: String,
        /// Behind.
        #[serde(default)]
        suffix: String,
    },
    /// Where they stand in the page's text, in code points.
    TextPositionSelector {
        /// The first.
        start: u32,
    },
    /// Something else.
    #[serde(other)]
    Other,
}

/// The date of the page's version.
#[derive(Debug, Deserialize)]
pub struct TimeState {
    /// As the page gives it.
    #[serde(rename = "sourceDate")]
    pub date: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_read_and_others_passed_over() {
        let sent = r#"{"source": "https://news.example/a", "selector": [
            {"type": "FragmentSelector", "value": "p3"},
            {"type": "TextQuoteSelector", "exact": "34 dead", "prefix": "said "},
            {"type": "TextPositionSelector", "start": 12, "end": 19}],
            "state": {"type": "TimeState", "sourceDate": "2026-02-06T09:40:00.000Z"}}"#;
        let target: Target = serde_json::from_str(sent).unwrap();
        let [
            SelectorKind::Other,
            SelectorKind::TextQuoteSelector { exact, suffix, .. },
            SelectorKind::TextPositionSelector { start },
        ] = &target.selector[..]
        else {
            panic!("{target:?}")
        };
        assert_eq!((exact.as_str(), suffix.as_str(), *start), ("34 dead", "", 12));
        assert_eq!(target.state.unwrap().date, "2026-02-06T09:40:00.000Z");
    }
}
