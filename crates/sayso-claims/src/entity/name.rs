//! A name taken apart: its words, its acronym, the body that it speaks for.

use sayso_lang::Standing;
use sayso_read::SpeakerKind;

use super::introduction::Introduction;
use crate::mention::Named;
use crate::vocabulary::english;
use crate::words::{is_of_calendar, words};

/// A name as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct EntityName {
    /// As it stands in an article.
    pub(crate) written: String,
    /// Its words, folded, without articles; those in brackets are the acronym.
    pub(crate) words: Vec<String>,
    /// What stands in brackets, or a name all in capitals.
    pub(crate) acronym: Option<String>,
    /// Whether somebody is named, and not only described.
    pub(crate) proper: bool,
    /// Whether it is a person's name.
    pub(crate) person: bool,
    /// Whether it is a body's, be it only described: 'the coastguard'.
    pub(crate) body: bool,
    /// Whether it is a place's, whose name begins the names of much that is there.
    pub(crate) place: bool,
    /// The body that an article calls the person a spokesman of, as words.
    pub(crate) voice_of: Option<Vec<String>>,
    /// The role with which an article introduces the person.
    pub(crate) introduction: Option<Introduction>,
    /// Whose the body is, where any article says it.
    pub(crate) owner: Option<String>,
}

impl EntityName {
    /// A name, with the words by which its article introduces it: 'Foreign Ministry spokeswoman Irena Vashko'.
    pub(crate) fn of(named: &Named, introduced: &str) -> Self {
        let written = named.name.trim().to_owned();
        let (outside, bracketed) = brackets(&written);
        let mut kept = words(&undotted(&outside));
        kept.retain(|word| !matches!(word.as_str(), "a" | "an" | "the"));
        kept.iter_mut().for_each(in_country);
        let capitals = acronym_alone(&outside).map(str::to_lowercase);
        let person = named.kind == SpeakerKind::Person;
        let body = named.kind == SpeakerKind::Organisation;
        let place = named.kind == SpeakerKind::Place;
        let proper = outside.split_whitespace().any(|word| word.starts_with(char::is_uppercase)) && !kept.is_empty();
        let acronym =
            bracketed.map(|inside| inside.to_lowercase()).or(capitals).map(|acronym| acronym.replace('.', ""));
        let voice_of = if person { body_of(&role(introduced, &kept)) } else { body_of(&kept) };
        let introduction = Introduction::of(introduced, &written).filter(|_| person);
        Self { words: kept, acronym, proper, person, body, place, voice_of, introduction, owner: None, written }
    }

    /// The words of a name without titles.
    pub(crate) fn bare(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).filter(|word| !english().entity.titles.contains(word)).collect()
    }

    /// The longer name of a body that begins with this one, where it stands at a place of this one in a text.
    pub(super) fn continued_in(&self, text: &str, at: usize) -> Option<String> {
        let rest = &text[at + self.written.len()..];
        let behind = rest.strip_prefix(' ')?;
        let next = behind.split(|letter: char| !letter.is_alphanumeric()).next()?;
        // 'White House Press Secretary': the name of an office goes on.
        if behind[next.len()..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
            return None;
        }
        // A caption or a heading ends as no sentence does.
        if behind[next.len()..].starts_with('\n') {
            return None;
        }
        let is_name = next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase);
        let lower = next.to_lowercase();
        let is_title = english().entity.titles.contains(&lower) || english().entity.voices.contains(&lower);
        (is_name && !is_title && !is_of_calendar(next)).then(|| format!("{} {next}", self.written))
    }

    /// The first letters of the words that an acronym is made of.
    pub(crate) fn initials(&self) -> String {
        self.words.iter().filter(|word| !is_joint(word)).filter_map(|word| word.chars().next()).collect()
    }
}

fn is_joint(word: &str) -> bool {
    english().entity.joints.contains(word)
}

/// The acronym that a name is, whoever owns it: 'NSB', "Corrand's NSB"; 'NSB officials' are others.
fn acronym_alone(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase) && !is_owner(word));
    let acronym = words.next().filter(|word| is_acronym(word))?;
    let is_last = name.trim_end().ends_with(acronym);
    (words.next().is_none() && is_last).then_some(acronym)
}

fn is_owner(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

fn brackets(written: &str) -> (String, Option<String>) {
    let Some((before, rest)) = written.split_once('(') else { return (written.to_owned(), None) };
    let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
    (format!("{before}{after}"), Some(inside.trim().to_owned()).filter(|inside| is_acronym(inside)))
}

/// 'NSB', 'U.N.', 'REU'; not 'I', not 'A-10'.
fn is_acronym(word: &str) -> bool {
    let word =
        word.trim_end_matches("'s").trim_end_matches("’s").trim_matches(|letter: char| !letter.is_alphanumeric());
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    (2..=7).contains(&letters) && word.chars().all(|letter| letter.is_uppercase() || letter == '.' || letter == '&')
}

/// The country for what is its: 'Caldrian' and "Caldry's" are told alike.
fn in_country(word: &mut String) {
    let country = english().places.country(word, &[Standing::Adjective]);
    if let Some(country) = country.filter(|country| !country.contains(' ')) {
        *word = country.to_lowercase();
    }
}

/// 'U.S. officials' are 'US officials'.
fn undotted(name: &str) -> String {
    let letters =
        |word: &str| word.ends_with('.') && word.len() > 2 && word.split_terminator('.').all(|part| part.len() == 1);
    let plain = |word: &str| if letters(word) { word.replace('.', "") } else { word.to_owned() };
    name.split(' ').map(plain).collect::<Vec<_>>().join(" ")
}

/// The words of an introduction that are not the name's own.
fn role(introduced: &str, name: &[String]) -> Vec<String> {
    let (outside, _) = brackets(introduced);
    let mut told = words(&outside);
    told.iter_mut().for_each(in_country);
    told.into_iter().filter(|word| !name.contains(word) && !matches!(word.as_str(), "a" | "an" | "the")).collect()
}

/// The body that a spokesman, lawyer or press office speaks for: 'a spokeswoman for Tarn' is Tarn's voice.
fn body_of(words: &[String]) -> Option<Vec<String>> {
    let at = words.iter().position(|word| english().entity.voices.contains(word))?;
    let joined = words.get(at + 1).is_some_and(|word| is_joint(word));
    let behind: Vec<String> =
        words[at + 1..].iter().skip_while(|word| is_joint(word)).filter(|_| joined).cloned().collect();
    let is_rank = |word: &&String| english().entity.ranks.contains(word.as_str());
    let before: Vec<String> = words[..at].iter().skip_while(is_rank).filter(|word| *word != "press").cloned().collect();
    let body = if behind.is_empty() { before } else { behind };
    (!body.is_empty()).then_some(body)
}
