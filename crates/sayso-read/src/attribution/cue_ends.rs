//! Where a cue ends, by the model's scores and by what was counted in annotated articles.
//!
//! With more training the model holds cues for longer than they are ('said Monday in an interview'): it learns its
//! articles by heart. Counts of pairs of words cannot; beside the model's scores they give PolNeAR's dev half 1.3 points
//! of exact cues and of exact contents.

use sayso_text::Text;

use super::cue::Cue;
use crate::calibration::Calibration;
use crate::model::Word;

/// Words that a cue may gain.
const MOST_GAINED: usize = 2;

/// Moves the ends of cues, which are in order, to where they most likely are. No cue grows into the next.
pub fn settle_ends(text: &Text, words: &[Word], cues: &mut [Cue], calibration: &Calibration) {
    for index in 0..cues.len() {
        let limit = cues.get(index + 1).map_or(words.len(), |next| next.words.start);
        let cue = &mut cues[index].words;
        let last = (cue.end + MOST_GAINED).min(limit).max(cue.end);
        cue.end = best_end(text, &words[cue.start..last], calibration) + cue.start;
    }
}

/// How many of the words, of which the first begins a cue, are the cue.
fn best_end(text: &Text, words: &[Word], Calibration { cue_end, cue_ends, .. }: &Calibration) -> usize {
    let lower: Vec<String> = words.iter().map(|word| text.slice(word.span).to_lowercase()).collect();
    let (mut score, mut best) = (0.0, (0.0, 1));
    for (index, pair) in lower.windows(2).enumerate() {
        let [outside, _, inside] = words[index + 1].cue;
        score += inside - outside - cue_end.doubt + cue_end.weight * cue_ends.goes_on(&pair[0], &pair[1], cue_end);
        if score > best.0 {
            best = (score, index + 2);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::CueEnds;

    /// Counts that tell the ends of a few cues.
    fn counted() -> Calibration {
        let rows =
            "# pairs\n*\t*\t30\t70\ntold\treporters\t1\t40\naccording\tto\t90\t0\n*\tthat\t1\t90\nhas\tsaid\t40\t1";
        let mut calibration = Calibration::neutral().clone();
        calibration.cue_end.weight = 0.7;
        calibration.cue_end.doubt = 1.6;
        calibration.cue_ends = CueEnds::parse(rows).expect("rows of four cells");
        calibration
    }

    /// The cue that begins with the first word, where the model is of two minds about each other word.
    fn cue(string: &str) -> String {
        let text: Text = Text::new(string);
        let spans = text.as_str().split(' ').filter_map(|word| text.span_of(word));
        let words: Vec<Word> = spans.map(|span| Word { span, cue: [-1.6, -3.0, -0.35] }).collect();
        string.split(' ').take(best_end(&text, &words, &counted())).collect::<Vec<_>>().join(" ")
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
        settle_ends(&text, &words, &mut cues, Calibration::neutral());
        assert_eq!(cues.map(|cue| cue.words), [0..1, 1..2]);
    }
}
