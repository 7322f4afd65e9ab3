//! What a claim must be like to be found.

use jiff::Timestamp;
use sayso::Stance;
use sayso::ledger::document::instant;
use sayso::ledger::record::{Claim, Point, StoryRecord};
use sayso::ledger::store::name_key;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::claim_line::Articles;

/// The schema of a stance, or of none.
pub fn any_stance(_: &mut SchemaGenerator) -> Schema {
    let names = Stance::ALL.iter().map(|stance| Some(stance.name())).chain([None]);
    json_schema!({"type": ["string", "null"], "enum": names.collect::<Vec<_>>(), "default": null})
}

/// What is asked of a claim, ready to be held against many.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    words: Vec<String>,
    speaker: Option<String>,
    stance: Option<Stance>,
    number: Option<f64>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl Condition {
    /// Every word of a text stands in the claim's quotation.
    pub fn text(self, text: Option<&str>) -> Self {
        Self { words: text.map(|text| words(text).collect()).unwrap_or_default(), ..self }
    }

    /// One of its speakers has a name with these words in it.
    pub fn speaker(self, name: Option<&str>) -> Self {
        Self { speaker: name.map(name_key), ..self }
    }

    /// What its speakers do with it.
    pub fn stance(self, stance: Option<Stance>) -> Self {
        Self { stance, ..self }
    }

    /// It states a number, or a range with it.
    pub fn number(self, number: Option<f64>) -> Self {
        Self { number, ..self }
    }

    /// It came out in a time that begins and ends with a day or an instant.
    pub fn between(self, from: Option<&str>, until: Option<&str>) -> Result<Self, String> {
        let at = |given: Option<&str>| given.map(|given| instant(given).ok_or_else(|| no_day(given))).transpose();
        Ok(Self { from: at(from)?, until: at(until)?, ..self })
    }

    /// Whether a claim of a story is so.
    pub fn holds(&self, claim: &Claim, story: &StoryRecord, articles: &Articles<'_>) -> bool {
        self.stance.is_none_or(|stance| stance == claim.stance)
            && self
                .speaker
                .as_ref()
                .is_none_or(|name| claim.speakers.iter().any(|speaker| name_key(speaker).contains(name)))
            && self.is_said_by(claim)
            && self.is_in_time(articles.published(claim))
            && self.number.is_none_or(|number| states(claim, story, number))
    }

    fn is_said_by(&self, claim: &Claim) -> bool {
        let said: Vec<String> = if self.words.is_empty() { Vec::new() } else { words(&claim.gist).collect() };
        self.words.iter().all(|word| said.iter().any(|other| other.starts_with(word.as_str())))
    }

    fn is_in_time(&self, published: Option<&str>) -> bool {
        let at = published.and_then(instant);
        self.from.is_none_or(|from| at.is_some_and(|at| at >= from))
            && self.until.is_none_or(|until| at.is_some_and(|at| at < until))
    }
}

fn no_day(_: &str) -> String {
    "this is no day; write it as in 2026-02-28, or an instant as in 2026-02-28T12:00:00Z".to_owned()
}

/// The words of a text as they are compared: without case, accents and signs.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = name_key(text);
    let cut: Vec<String> = folded.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect();
    cut.into_iter().filter(|word| !word.is_empty())
}

/// Whether a claim's figures, or its words, have a number.
fn states(claim: &Claim, story: &StoryRecord, number: f64) -> bool {
    let mut points = story.figures.iter().flat_map(|series| &series.series).filter(|point| point.claim == claim.id);
    points.any(|point| covers(point, number)) || numbers(&claim.gist).any(|written| written == number)
}

/// Whether a figure is this number, or may be.
fn covers(point: &Point, number: f64) -> bool {
    let of = |given: &Option<serde_json::Number>| given.as_ref().and_then(serde_json::Number::as_f64);
    let (value, low, high) = (of(&point.value), of(&point.low), of(&point.high));
    value == Some(number)
        || low.is_some_and(|low| low == number)
        || high.is_some_and(|high| high == number)
        || low.zip(high).is_some_and(|(low, high)| (low..=high).contains(&number))
}

/// The numbers that are written in digits: '3,200', '4.5'.
fn numbers(text: &str) -> impl Iterator<Item = f64> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let runs = text.split(move |letter| !is_part(letter)).map(|run| run.trim_matches(['.', ',']));
    runs.filter_map(|run| run.replace(',', "").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_signs() {
        assert_eq!(words("“The Café's 3,200 tons”").collect::<Vec<_>>(), ["the", "cafe", "s", "3", "200", "tons"]);
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(numbers("up to 3,200 of 4.5, and 17.").collect::<Vec<_>>(), [3200.0, 4.5, 17.0]);
    }

    #[test]
    fn a_range_has_the_numbers_between_its_ends() {
        let number = |value: u32| Some(value.into());
        let point = |value, low, high| Point {
            claim: String::new(),
            value,
            low,
            high,
            approximate: false,
            unit: None,
            published: None,
        };
        assert!(covers(&point(None, number(3), number(9)), 5.0));
        assert!(covers(&point(None, None, number(9)), 9.0) && !covers(&point(None, None, number(9)), 5.0));
        assert!(covers(&point(number(5), None, None), 5.0) && !covers(&point(number(5), None, None), 6.0));
    }
}
