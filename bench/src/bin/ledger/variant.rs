//! Variants of a stream: other names, other words, other days, the same shape; offsets stay right.
//!
//! Every name gets an invented one of the same length, every number other digits. The words that tell one event from
//! another trade places with others of the stream; what most articles have stays. So a variant shares with another what
//! two unlike events share, and its stories stay its own.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::{SignedDuration, Timestamp};
use sayso::ledger::Entry;
use serde_json::Value;

/// From one variant to the next: 10,000 articles in nine weeks, as a desk of some 150 a day has them.
const APART: SignedDuration = SignedDuration::from_hours(6);

/// From one retelling of an event to the next.
const RETOLD_APART: SignedDuration = SignedDuration::from_mins(7);

/// Of the words that trade places, one in so many stays in a retelling: less than a copy has, enough for one story.
const KEPT_IN_RETELLING: u64 = 2;

/// Words from this length on trade places.
const LONG: usize = 4;

/// Words that one in so many articles has stay, and with them the sense of a sentence for the rules.
const COMMON: usize = 4;

/// Names shorter than this stay as they are.
const SHORTEST_NAME: usize = 3;

/// Fields with the worth of a figure.
const WORTH: [&str; 3] = ["value", "low", "high"];

/// Fields whose strings say what something is: the text is not in them.
const KEPT: [&str; 8] = ["quote_type", "stance", "certainty", "kind", "type", "unit", "language", "parent"];

/// How a stream is varied.
#[derive(Clone, Copy)]
struct Variation {
    number: usize,
    /// Whether names stay.
    same_event: bool,
}

/// A stream that can be varied.
pub struct Stream {
    entries: Vec<Value>,
    /// Words by their length that trade places.
    words: BTreeMap<usize, Vec<String>>,
    names: BTreeSet<String>,
}

impl Stream {
    /// From the entries that are varied.
    pub fn new(entries: &[Entry]) -> Result<Self, serde_json::Error> {
        let mut articles_with: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in entries {
            for word in words(&entry.record.text).collect::<BTreeSet<_>>() {
                *articles_with.entry(word).or_default() += 1;
            }
        }
        let all: BTreeSet<&str> = articles_with.keys().copied().collect();
        let mut by_length: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (word, articles) in &articles_with {
            let length = word.chars().count();
            if word.chars().all(char::is_lowercase) && length >= LONG && articles * COMMON < entries.len() {
                by_length.entry(length).or_default().push((*word).to_owned());
            }
        }
        let is_name = |word: &&&str| {
            let begins = word.starts_with(char::is_uppercase) && word.chars().count() >= SHORTEST_NAME;
            begins && !all.contains(word.to_lowercase().as_str())
        };
        let names = all.iter().filter(is_name).map(|word| (*word).to_owned()).collect();
        let entries = entries.iter().map(serde_json::to_value).collect::<Result<_, _>>()?;
        Ok(Self { entries, words: by_length, names })
    }

    /// The stream once more, as it would be of other events; each number gives another.
    pub fn variant(&self, number: usize) -> Result<Vec<Entry>, Box<dyn Error>> {
        self.entries.iter().map(|entry| self.varied(entry, Variation { number, same_event: false })).collect()
    }

    /// Some articles once more, given by their ids in the first variant, as other outlets would tell of the same event.
    pub fn retold(&self, number: usize, articles: &BTreeSet<String>) -> Result<Vec<Entry>, Box<dyn Error>> {
        let is_of = |entry: &&Value| articles.contains(&renamed(id(entry), 0));
        let variation = Variation { number, same_event: true };
        self.entries.iter().filter(is_of).map(|entry| self.varied(entry, variation)).collect()
    }

    fn varied(&self, entry: &Value, variation: Variation) -> Result<Entry, Box<dyn Error>> {
        let mut entry = entry.clone();
        self.vary("", &mut entry, variation);
        Ok(serde_json::from_str(&entry.to_string())?)
    }

    /// The id of an article in a variant; places go round.
    pub fn article(&self, place: usize, number: usize) -> String {
        renamed(id(&self.entries[place % self.entries.len()]), number)
    }

    fn vary(&self, key: &str, value: &mut Value, variation: Variation) {
        match value {
            Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| self.vary(key, value, variation)),
            Value::Array(values) => values.iter_mut().for_each(|value| self.vary(key, value, variation)),
            Value::String(string) => *string = self.string(key, string, variation),
            Value::Number(worth) if WORTH.contains(&key) => {
                *value = serde_json::from_str(&digits(&worth.to_string(), variation.number)).unwrap_or_default();
            }
            _ => {}
        }
    }

    fn string(&self, key: &str, string: &str, variation: Variation) -> String {
        let number = variation.number;
        match key {
            "id" | "replaces" if string.starts_with('d') => renamed(string, number),
            "url" => string.replacen(".example/", &format!(".example/{number}/"), 1),
            "published" | "seen" => later(string, variation),
            "id" | "replaces" | "date" | "value" => string.to_owned(),
            kept if KEPT.contains(&kept) => string.to_owned(),
            _ => self.text(string, variation),
        }
    }

    fn text(&self, text: &str, variation: Variation) -> String {
        let mut varied = String::with_capacity(text.len());
        let text = digits(text, variation.number);
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let of_word = |letter: char| letter.is_alphabetic() == first.is_alphabetic();
            let (run, after) = rest.split_at(rest.find(|letter| !of_word(letter)).unwrap_or(rest.len()));
            varied.push_str(&self.word(run, variation));
            rest = after;
        }
        varied
    }

    fn word(&self, word: &str, Variation { number, same_event }: Variation) -> String {
        let is_name = self.names.contains(word);
        if same_event && (is_name || hash(word, number).is_multiple_of(KEPT_IN_RETELLING)) {
            return word.to_owned();
        }
        if is_name {
            return invented(word, number);
        }
        let lower = word.to_lowercase();
        let others = self.words.get(&lower.chars().count()).filter(|others| others.contains(&lower));
        others.map_or_else(
            || word.to_owned(),
            |others| in_the_case_of(word, &others[chosen(hash(&lower, number), others.len())]),
        )
    }
}

/// Headlines and openings of sentences have the words in capitals.
fn in_the_case_of(word: &str, other: &str) -> String {
    let letter = |(old, new): (char, char)| if old.is_uppercase() { new.to_ascii_uppercase() } else { new };
    word.chars().zip(other.chars()).map(letter).collect()
}

/// The runs of letters in a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

fn id(entry: &Value) -> &str {
    entry["record"]["id"].as_str().unwrap_or_default()
}

fn renamed(id: &str, number: usize) -> String {
    format!("{id}-{number}")
}

fn later(published: &str, Variation { number, same_event }: Variation) -> String {
    let apart = if same_event { RETOLD_APART } else { APART };
    let later = apart.checked_mul(i32::try_from(number).unwrap_or(i32::MAX)).unwrap_or_default();
    let shifted = published.parse::<Timestamp>().ok().and_then(|instant| instant.checked_add(later).ok());
    shifted.map_or_else(|| published.to_owned(), |instant| instant.to_string())
}

/// A name of as many letters, upper case where the other has it.
fn invented(name: &str, number: usize) -> String {
    let mut state = hash(name, number);
    let letter = |(place, old): (usize, char)| {
        let from = if place % 2 == 0 { "bdfgklmnprstvz" } else { "aeiou" }.as_bytes();
        let new = char::from(from[chosen(state, from.len())]);
        state /= from.len() as u64;
        if old.is_uppercase() { new.to_ascii_uppercase() } else { new }
    };
    name.chars().enumerate().map(letter).collect()
}

/// Other digits, the same ones for the same: a number keeps its length and its naughts.
fn digits(text: &str, number: usize) -> String {
    let mut others: Vec<char> = ('1'..='9').collect();
    others.sort_by_key(|digit| hash(&digit.to_string(), number));
    let other = |letter: char| match letter.to_digit(10) {
        Some(digit @ 1..) => others[digit as usize - 1],
        _ => letter,
    };
    text.chars().map(other).collect()
}

fn hash(word: &str, number: usize) -> u64 {
    let mut hasher = DefaultHasher::new();
    (word, number).hash(&mut hasher);
    hasher.finish()
}

/// One of so many, by chance.
#[expect(clippy::cast_possible_truncation, reason = "it is below a number of things that lie in memory")]
fn chosen(state: u64, many: usize) -> usize {
    (state % many as u64) as usize
}
