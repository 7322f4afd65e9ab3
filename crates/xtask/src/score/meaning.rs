//! What is made of the attributions that were found: whose they are, and how firmly they are made.

use std::collections::BTreeMap;

use serde_json::Value;

use super::names::same_speakers;
use super::rates::{Rates, Tally, share};
use super::view::{pairs, spans};

/// Stances that a reader least expects and most needs.
const RARE: [&str; 4] = ["denies", "doubts", "declines", "confirms"];

const PRONOUNS: [&str; 6] = ["he", "she", "it", "they", "i", "we"];

/// Sums over documents.
#[derive(Default)]
pub struct MeaningScore {
    found: usize,
    speakers: usize,
    pronouns: usize,
    pronoun_speakers: usize,
    stances: usize,
    by_stance: BTreeMap<String, Tally>,
}

impl MeaningScore {
    /// Adds one document.
    pub fn add(&mut self, gold: &Value, printed: &Value) {
        for (wanted, given) in pairs(gold, printed) {
            self.found += 1;
            let same = same_speakers(&wanted["speaker"], &given["speakers"]);
            self.speakers += usize::from(same);
            if is_pronoun(gold, wanted) {
                self.pronouns += 1;
                self.pronoun_speakers += usize::from(same);
            }
            self.add_stance(stance(wanted), stance(given));
        }
    }

    fn add_stance(&mut self, wanted: &str, given: &str) {
        self.stances += usize::from(wanted == given);
        let mut add = |stance: &str, tally: Tally| *self.by_stance.entry(stance.to_owned()).or_default() += tally;
        add(wanted, Tally::matched(0, 0, 1));
        add(given, Tally::matched(0, 1, 0));
        if wanted == given {
            add(wanted, Tally::matched(1, 0, 0));
        }
    }

    /// Of the attributions found, those with the right speakers, in percent.
    pub fn speakers(&self) -> f64 {
        100.0 * share(self.speakers, self.found)
    }

    /// The same of those whose source is a pronoun, and how many there are.
    pub fn pronouns(&self) -> (f64, usize) {
        (100.0 * share(self.pronoun_speakers, self.pronouns), self.pronouns)
    }

    /// Of the attributions found, those with the right stance, in percent.
    pub fn stance(&self) -> f64 {
        100.0 * share(self.stances, self.found)
    }

    /// The mean F1 of the stances that gold has.
    pub fn stance_macro(&self) -> f64 {
        let rates: Vec<Rates> =
            self.by_stance.values().filter(|tally| tally.gold > 0).map(|tally| tally.rates()).collect();
        rates.iter().map(|rates| rates.f1).sum::<f64>() / rates.len().max(1) as f64
    }

    /// The recall of the rare stances, pooled, and how many there are.
    pub fn rare(&self) -> (f64, usize) {
        let tallies = RARE.iter().filter_map(|stance| self.by_stance.get(*stance));
        let (found, gold) = tallies.fold((0, 0), |sum, tally| (sum.0 + tally.found, sum.1 + tally.gold));
        (100.0 * share(found, gold), gold)
    }
}

fn stance(attribution: &Value) -> &str {
    attribution["stance"].as_str().unwrap_or("none")
}

fn is_pronoun(document: &Value, attribution: &Value) -> bool {
    let text = document["text"].as_str().unwrap_or_default();
    let slice = |span: std::ops::Range<usize>| text.chars().skip(span.start).take(span.len()).collect::<String>();
    let source: Vec<String> = spans(attribution, "source").into_iter().map(slice).collect();
    PRONOUNS.contains(&source.join(" ").to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whose_and_how_firmly() {
        let one = |source, content, stance, speaker: Value, speakers: Value| {
            json!({"source": [source], "cue": [[3, 7]], "content": [content], "stance": stance,
                   "speaker": speaker, "speakers": speakers})
        };
        let text = "He said no. Anna Lind denied it.";
        let anna = json!([{"name": "Anna Lind"}]);
        let gold = json!({"text": text, "attributions": [
            one([0, 2], [8, 10], "asserts", json!("Ole Berg"), Value::Null),
            one([12, 21], [29, 31], "denies", json!("Anna Lind"), Value::Null),
        ]});
        let printed = json!({"attributions": [
            one([0, 2], [8, 10], "asserts", Value::Null, anna.clone()),
            one([12, 21], [29, 31], "asserts", Value::Null, anna),
        ]});
        let mut score = MeaningScore::default();
        score.add(&gold, &printed);
        assert_eq!((score.speakers(), score.pronouns()), (50.0, (0.0, 1)));
        assert_eq!((score.stance(), score.rare()), (50.0, (0.0, 1)));
    }
}
