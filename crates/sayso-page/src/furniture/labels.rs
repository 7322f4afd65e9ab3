//! Short lines that are no sentence and speak of the page rather than of the world: 'Be the first to comment'.
//!
//! Wordings are many and lists of them never whole; what these lines share is their shape and a few words.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::article::FurnitureKind::{self, Advertisement, CorrectionFooter, Credit, LinkLine, Other, SignUp};

use super::lines::Line;

/// A label has at most so many words.
const MOST_WORDS: usize = 14;

/// Words that an article's headings do not hold. On 3.7 million characters of news as scraped and as edited, lines with them
/// were furniture but for single ones.
const WORDS: [(FurnitureKind, &str); 8] = [
    (
        SignUp,
        r"\b(?:newsletters?|inbox|e-?mail alerts|news alerts|push notifications|mailing list|subscribers?(?:'| get| only| can)|unsubscribe|log ?in|sign ?(?:in|up)|free trial|free articles?|unlimited access|exclusive access|cancel any ?time)\b",
    ),
    (
        SignUp,
        r"\b(?:comments? (?:are|is|will be|policy|section|closed|guidelines)|(?:first|leave|add|post|read|view|hide|show|log in) (?:to |a |all |the |your )*comments?|community guidelines|house rules)\b",
    ),
    (
        SignUp,
        r"\b(?:our|us|us on|on our) (?:facebook|twitter|instagram|telegram|whatsapp|youtube|tiktok|social)\b|\b(?:facebook|instagram|twitter|whatsapp) (?:page|group|channel|feed)\b|\bwherever you (?:get|listen)\b",
    ),
    (
        SignUp,
        r"\b(?:your|our) (?:phone|device|browser|account|subscription|profile|preferences|settings|membership|donation|newsroom|journalism|podcasts?|app|magazine|shop)\b|\btext \w+ to \d+|^(?:try|get|give|gift|buy|start|claim|redeem|upgrade)\b.*\b(?:months?|weeks?|year|article|subscription|access|% off|just|free)\b",
    ),
    (
        Advertisement,
        r"\b(?:sponsors?|sponsored|advertisers?|affiliate links?|paid partnership|commercial feature|discount code|terms and conditions|book (?:your )?tickets)\b|^(?:story|article|content|post) continues\b",
    ),
    (
        LinkLine,
        r"\b(?:(?:explore|more) (?:more )?(?:on|about) (?:this|these)|full (?:story|list|coverage|article|report)$|live ?blog$|scroll|swipe|tap (?:here|the|to|on)|click (?:here|the|to|on)|hear more|this week's episode|episode of)\b",
    ),
    (
        Credit,
        r"\b(?:subject to copyright|copyright|all rights reserved|getty images?|shutterstock|ap photo|creative commons|cc by)\b|^with (?:afp|ap|reuters|pa|dpa|agencies|[A-Z]{2,5})$|^(?:edited|written|reported|produced|text|words|photos?|video) (?:by\b|:)",
    ),
    (
        Other,
        r"\b(?:cookies|privacy (?:policy|notice)|terms of (?:use|service)|javascript|print edition|page [a-d]?\d+$|read aloud|text size|dark mode)\b",
    ),
];

static LABELS: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSet::new(WORDS.iter().map(|(_, words)| format!("(?i){words}"))).expect("the patterns are constant")
});

/// A label that says 'our', 'us' or 'your' is the page speaking to its reader, unless it asks or answers as a heading does
/// ('What our readers saw', 'Mayor: we need your help'). Of 298 labels in 1,630 articles as edited, this marks none.
static TO_READER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:[Oo]ur|us|[Yy]our)\b").expect("the pattern is constant"));
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[A-Z]\S* ?){1,3}:|^(?:What|How|Why|When|Where|Who|Which|Whose)\b|''|``|[‘']\w.*['’]\W*$")
        .expect("the pattern is constant")
});

/// Lines that ask for corrections in a word or two.
const CORRECTIONS: [&str; 3] = ["correction?", "corrections?", "see an error?"];

/// What a label is, if it speaks of the page.
pub(super) fn kind_of(line: &Line<'_>) -> Option<FurnitureKind> {
    if !is_label(line.text) {
        return None;
    }
    let lower = line.text.to_lowercase();
    if CORRECTIONS.iter().any(|start| lower.starts_with(start)) {
        return Some(CorrectionFooter);
    }
    let by_word = LABELS.matches(&lower.replace('’', "'")).iter().next().map(|at| WORDS[at].0);
    by_word.or_else(|| speaks_to_reader(line.text).then_some(Other))
}

fn speaks_to_reader(label: &str) -> bool {
    TO_READER.is_match(label) && !label.ends_with('?') && !HEADING.is_match(label)
}

/// Short, without a full stop, a quotation or the name of who said it.
fn is_label(text: &str) -> bool {
    text.split_whitespace().count() <= MOST_WORDS
        && !text.ends_with(['.', '”', '"', ',', ';', ':'])
        && !text.contains(['“', '"', '«', '„'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_headings_and_sentences() {
        let kind = |text| kind_of(&Line { text });
        assert_eq!(kind("Be the first to comment"), Some(SignUp));
        assert_eq!(kind("Content may be subject to copyright"), Some(Credit));
        assert_eq!(kind("Have your say in a poll"), Some(Other));
        assert_eq!(kind("What the council decided"), None);
        assert_eq!(kind("How our town was built"), None);
        assert_eq!(kind("Mayor: we need your help"), None);
        assert_eq!(kind("The council paid for a newsletter."), None);
        assert_eq!(kind("“We never had a newsletter”"), None);
    }
}
