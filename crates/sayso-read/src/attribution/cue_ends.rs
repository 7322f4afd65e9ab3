//! Where a cue ends, by the model's scores and by what was counted in annotated articles.
//!
//! With more training the model holds cues for longer than they are ('said Monday in an interview'): it learns its
//! articles by heart. Counts of pairs of words cannot; beside the model's scores they give PolNeAR's dev half 1.3 points
//! of exact cues and of exact contents.

use std::collections::HashMap;
use std::sync::LazyLock;

use sayso_text::Text;

use super::cue::Cue;
use crate::model::Word;

/// How much a pair's log-odds weigh beside the model's; with [`DOUBT`], of .2 to 1.2 and 0 to 2 what gives PolNeAR's dev
/// half its best exact cues. Any neighbour of the two is within a quarter of a point.
const WEIGHT: f32 = 0.7;

/// Added to the log-odds that a cue ends before a word.
const DOUBT: f32 = 1.6;

/// Words that a cue may gain.
const MOST_GAINED: usize = 2;

/// Counts of a pair are taken for this many more like those of its second word alone.
const PRIOR: f32 = 1.0;

/// No pair is surer than so, in log-odds of 99 to 1.
const SUREST: f32 = 4.595;

/// By a word of a cue and the word behind it: how often the cue goes on, and how often it ends.
type Counts = HashMap<(&'static str, &'static str), (f32, f32)>;

static COUNTS: LazyLock<Counts> = LazyLock::new(|| {
    let rows = include_str!("../../data/cue-ends.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let pair = (cells.next()?, cells.next()?);
        Some((pair, (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?)))
    })
    .collect()
});

/// Stands for any word in the counts.
const ANY: &str = "*";

/// Moves the ends of cues, which are in order, to where they most likely are. No cue grows into the next.
pub fn settle_ends(text: &Text, words: &[Word], cues: &mut [Cue]) {
    for index in 0..cues.len() {
        let limit = cues.get(index + 1).map_or(words.len(), |next| next.words.start);
        let cue = &mut cues[index].words;
        let last = (cue.end + MOST_GAINED).min(limit).max(cue.end);
        cue.end = best_end(text, &words[cue.start..last]) + cue.start;
    }
}

/// How many of the words, of which the first begins a cue, are the cue.
fn best_end(text: &Text, words: &[Word]) -> usize {
    let lower: Vec<String> = words.iter().map(|word| text.slice(word.span).to_lowercase()).collect();
    let (mut score, mut best) = (0.0, (0.0, 1));
    for (index, pair) in lower.windows(2).enumerate() {
        let [outside, _, inside] = words[index + 1].cue;
        score += inside - outside - DOUBT + WEIGHT * goes_on(&pair[0], &pair[1]);
        if score > best.0 {
            best = (score, index + 2);
        }
    }
    best.1
}

/// Log-odds that a cue goes on from a word to the next.
fn goes_on(word: &str, next: &str) -> f32 {
    let counts = |word: &str, next: &str| COUNTS.get(&(word, next)).copied().unwrap_or((0.0, 0.0));
    let share = |(on, end): (f32, f32), prior: f32| (on + PRIOR * prior) / (on + end + PRIOR);
    let (on, end) = counts(ANY, ANY);
    let of_pair = share(counts(word, next), share(counts(ANY, next), on / (on + end)));
    (of_pair / (1.0 - of_pair)).ln().clamp(-SUREST, SUREST)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cue that begins with the first word, where the model is of two minds about each other word.
    fn cue(string: &str) -> String {
        let text: Text = Text::new(string);
        let spans = text.as_str().split(' ').filter_map(|word| text.span_of(word));
        let words: Vec<Word> = spans.map(|span| Word { span, cue: [-1.6, -3.0, -0.35] }).collect();
        string.split(' ').take(best_end(&text, &words)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_cue_ends_where_cues_end() {
        assert_eq!(cue("told reporters that"), "told");
        assert_eq!(cue("according to officials"), "according to");
        assert_eq!(cue("has said that"), "has said");
        assert_eq!(cue("said"), "said");
    }

    #[test]
    fn no_cue_grows_into_the_next() {
        let text: Text = Text::new("according to");
        let span = |start, end| text.span(start, end).unwrap();
        let word = |span| Word { span, cue: [-9.0, -0.1, -0.1] };
        let words = [word(span(0, 9)), word(span(10, 12))];
        let mut cues = [0..1, 1..2].map(|words| Cue { words, probability: 0.9 });
        settle_ends(&text, &words, &mut cues);
        assert_eq!(cues.map(|cue| cue.words), [0..1, 1..2]);
    }
}
