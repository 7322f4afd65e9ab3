//! The outlet whose article this is.

use crate::tokens::Tokens;

/// Tokens from the start of the text in which a dateline names its agency: 'PORT LOUIS, Mauritius, Feb 3 (AP) -'.
const DATELINE: usize = 14;

/// Longest line that does nothing but credit, in tokens.
const LONGEST_CREDIT: usize = 30;

/// Tokens of an article before a line that credits it; a caption stands nearer to the head.
const LEAST_BEFORE_CREDIT: usize = 60;

/// The article's own outlet, by its publisher or by the agency in its dateline.
pub(super) struct OwnOutlet {
    words: Vec<String>,
    initials: String,
    /// The agency that the whole article comes from, where the publisher is another, by its tokens.
    pub(super) carried: Option<usize>,
}

impl OwnOutlet {
    /// Takes the publisher where it is known; otherwise an agency in the dateline is taken for it.
    pub(super) fn new(tokens: &Tokens<'_>, publisher: Option<&str>) -> Self {
        let dateline = dateline(tokens);
        let agency = dateline.map(|index| tokens.raw(index));
        let words = words(publisher.or(agency).unwrap_or_default());
        let initials = words.iter().filter_map(|word| word.chars().next()).collect();
        let mut own = Self { words, initials, carried: None };
        own.carried = dateline.filter(|index| !own.is(tokens.raw(*index))).or_else(|| credited(tokens));
        own
    }

    /// Whether a name is that of the article's own outlet: all words of the one are words of the other, or it is the
    /// other's initials.
    pub(super) fn is(&self, name: &str) -> bool {
        let other = words(name);
        let (short, long) = if other.len() < self.words.len() { (&other, &self.words) } else { (&self.words, &other) };
        let is_initials = self.initials.len() > 1 && other.len() == 1 && other[0] == self.initials;
        is_initials || !short.is_empty() && short.iter().all(|word| long.contains(word))
    }
}

/// The first token of what a line credits with the whole article: 'Information from: The Harbour Post, http://…'.
fn credited(tokens: &Tokens<'_>) -> Option<usize> {
    let words = &tokens.language().provenance;
    (LEAST_BEFORE_CREDIT..tokens.len()).find_map(|index| {
        let opens = tokens.raw(index) == ":" && tokens.paragraph(index).len() <= LONGEST_CREDIT;
        let length = index - tokens.paragraph(index).start;
        let is_credit = |credit: &str| credit.split(' ').count() == length && tokens.precedes(index, credit);
        let named = index + 1 + usize::from(tokens.word(index + 1) == "the");
        (opens && words.relay.credits.iter().any(is_credit) && tokens.is_capital(named)).then_some(named)
    })
}

/// The token of the agency in the article's dateline.
fn dateline(tokens: &Tokens<'_>) -> Option<usize> {
    (0..tokens.len().min(DATELINE)).find(|index| {
        let is_dash = matches!(tokens.raw(index + 2), "-" | "–" | "—");
        tokens.before(*index, 1) == "(" && tokens.raw(index + 1) == ")" && is_dash && tokens.is_capital(*index)
    })
}

fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let all =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !matches!(*word, "" | "the" | "a" | "of"));
    all.map(str::to_owned).collect()
}
