//! One speaker of the cast, and how names are compared.

use std::ops::Range;

use sayso_text::Span;

use super::SpeakerKind;
use super::evidence::Evidence;
use super::name;
use super::vocabulary::SpeakerWords;
use super::words::has_any_number;
use crate::tokens::Tokens;

/// Somebody or something with a name.
pub(super) struct Entity {
    /// The fullest name of the article, its acronym in brackets where the article has one.
    pub(super) name: String,
    /// The words of the longest mention in lower case.
    pub(super) words: Vec<String>,
    /// What the text says that it is.
    pub(super) evidence: Evidence,
    /// The fullest mention.
    pub(super) full: Span,
    /// How often it is named.
    pub(super) count: usize,
}

impl Entity {
    /// The kind, by what the text shows; a lone or an articled name is an organisation's.
    pub(super) fn kind(&self) -> SpeakerKind {
        let evidence = &self.evidence;
        if evidence.place {
            SpeakerKind::Place
        } else if evidence.named_organisation {
            SpeakerKind::Organisation
        } else if evidence.document {
            SpeakerKind::Document
        } else if self.is_numbered() {
            SpeakerKind::Organisation
        } else if self.is_located() {
            SpeakerKind::Place
        } else if self.is_articled() && !evidence.person {
            SpeakerKind::Organisation
        } else if evidence.person || self.words.len() > 1 || evidence.is_female().is_some() {
            SpeakerKind::Person
        } else {
            SpeakerKind::Organisation
        }
    }
}

impl Entity {
    /// Whether nothing shows it to be anything but a person.
    pub(super) fn can_be_person(&self) -> bool {
        let evidence = &self.evidence;
        // 'Hitch-22' is a book.
        if self.is_numbered() {
            return false;
        }
        evidence.person && self.kind() == SpeakerKind::Person
            || !(evidence.place
                || evidence.named_organisation
                || evidence.document
                || self.is_articled()
                || self.is_located())
    }

    /// Whether half the mentions or more stand behind 'in' or 'near' and nothing shows more than a place.
    pub(super) fn is_located(&self) -> bool {
        let evidence = &self.evidence;
        let known = evidence.person || evidence.place || evidence.named_organisation || evidence.document;
        !known && 2 * evidence.located >= self.count.max(1)
    }

    fn is_numbered(&self) -> bool {
        self.name.contains(|letter: char| letter.is_ascii_digit())
    }

    /// Whether the first word alone can stand for the whole: a person's, that of a company with its kind behind, or the
    /// head of an institution's.
    pub(super) fn shortens(&self, language: &SpeakerWords) -> bool {
        let company = self.words.iter().skip(1).all(|word| language.names.corporate.contains(word));
        let headed = self.words.len() > 2 && matches!(self.words[1].as_str(), "of" | "for");
        let person = self.evidence.person && !self.evidence.named_organisation && !self.is_numbered();
        self.words.len() > 1 && (company || headed || person)
    }

    /// Whether most mentions stand behind an article, as a person's do not.
    pub(super) fn is_articled(&self) -> bool {
        2 * self.evidence.articled > self.count
    }
}

/// Whether an entity's words end with those given, or have the same first and last ones.
pub(super) fn matches(entity: &Entity, words: &[String]) -> bool {
    let long = &entity.words;
    // 'the House' is a chamber.
    if words.len() == 1 && words[0] == "house" {
        return false;
    }
    let ends = long.len() > words.len() && long.ends_with(words);
    let person = !entity.evidence.named_organisation;
    let middle = person && words.len() > 1 && long.len() > words.len() && long[0] == words[0];
    ends || middle
}

/// The acronyms that a name of several words can have, in lower case: with its small words and without.
pub(super) fn initials(words: &[String], language: &SpeakerWords) -> Vec<String> {
    if words.len() < 2 {
        return Vec::new();
    }
    let small = |word: &&String| word.as_str() != "&" && !language.names.left_out.contains(word.as_str());
    let first = |word: &String| word.chars().next();
    let plain: String = words.iter().filter(small).filter_map(first).collect();
    let whole: String = words.iter().filter_map(first).collect();
    if plain.chars().count() > 1 { vec![plain, whole] } else { Vec::new() }
}

/// The words of a name in lower case, as they are compared.
pub(super) fn words(tokens: &Tokens<'_>, name: Range<usize>) -> Vec<String> {
    let plain = |word: &str| word.strip_prefix("al-").unwrap_or(word).trim_end_matches('.').to_owned();
    name.map(|at| plain(tokens.word(at))).collect()
}

/// 'Hydrocarbons Law', 'House Resolution 2998'
pub(super) fn is_document(words: &[String], language: &SpeakerWords) -> bool {
    let number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().rev().find(|word| !number(word)).is_some_and(|word| language.nouns.documents.contains(word))
}

pub(super) fn is_organisation(tokens: &Tokens<'_>, run: &Range<usize>, words: &[String]) -> bool {
    let known = &tokens.language().speaker;
    let head = run.clone().find(|at| known.names.head_ends.contains(tokens.word(*at))).unwrap_or(run.end);
    let heads = head > run.start && has_any_number(&known.nouns.organisations, tokens.word(head - 1));
    let last = words.last().is_some_and(|last| has_any_number(&known.nouns.organisations, last));
    // 'Reporters Without Borders', 'United Auto Workers'
    let gathers = words.len() > 1 && words.iter().any(|word| known.is_plural(word) && known.is_role(word));
    heads || last || gathers || words == ["reuters"] || (run.len() == 1 && name::is_acronym(tokens.raw(run.start)))
}
