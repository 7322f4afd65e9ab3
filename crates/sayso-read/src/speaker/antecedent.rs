//! Whom a pronoun or a general noun can mean, and who of them is likeliest.

use super::SpeakerKind;
use super::place;
use super::resolve::{Found, Referent, Resolver};
use super::titles;
use super::words::{FEMALE, MALE, has};

/// Words in the names of newspapers, broadcasters and agencies, which report rather than trade.
const MEDIA: &[&str] = &[
    "bbc",
    "broadcasting",
    "cnn",
    "daily",
    "gazette",
    "guardian",
    "herald",
    "journal",
    "magazine",
    "news",
    "post",
    "press",
    "radio",
    "reuters",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
];

/// How many mentions back an antecedent is looked for.
pub(super) const REACH: usize = 48;

/// What a pronoun asks of whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// 'he'
    Man,
    /// 'she'
    Woman,
    /// 'it'
    Thing,
    /// 'they'
    Many,
    /// 'the 62-year-old'
    Human,
    /// 'the organisation'
    Organisation,
    /// 'the company': no newspaper
    Company,
    /// 'the country'
    Country,
}

impl Resolver<'_, '_> {
    pub(super) fn agree(&self, found: &[Found], class: Class) -> bool {
        match (class, found) {
            (Class::Many, [_, _, ..]) => true,
            (_, [one]) => self.agrees(one.referent, class),
            _ => false,
        }
    }

    /// Whether whom is meant can be called by a pronoun; what the text does not say rules nobody out.
    pub(super) fn agrees(&self, referent: Referent, class: Class) -> bool {
        let kind = self.kind(referent);
        let (plural, female) = match referent {
            Referent::Entity(entity) => (self.is_several(entity), self.cast.entities[entity].evidence.is_female()),
            Referent::Described(index) => {
                let one = &self.descriptions[index];
                let said = (has(FEMALE, &one.head) != has(MALE, &one.head)).then(|| has(FEMALE, &one.head));
                (one.plural, said)
            }
        };
        let unknown = matches!(referent, Referent::Entity(entity) if self.cast.entities[entity].can_be_person());
        let person = (kind == SpeakerKind::Person || unknown || self.is_somebody(referent)) && !plural;
        match class {
            Class::Man => person && female != Some(true),
            Class::Woman => person && female != Some(false),
            Class::Thing => {
                matches!(kind, SpeakerKind::Organisation | SpeakerKind::Place | SpeakerKind::Document) && !plural
            }
            Class::Many => {
                plural || matches!(kind, SpeakerKind::Group | SpeakerKind::Organisation | SpeakerKind::Place)
            }
            Class::Human => person,
            Class::Company => {
                let media =
                    |entity: usize| self.cast.entities[entity].words.iter().any(|word| MEDIA.contains(&word.as_str()));
                kind == SpeakerKind::Organisation && !matches!(referent, Referent::Entity(entity) if media(entity))
            }
            Class::Organisation => kind == SpeakerKind::Organisation,
            Class::Country => kind == SpeakerKind::Place,
        }
    }

    /// Whether a description is of a person.
    fn is_somebody(&self, referent: Referent) -> bool {
        let Referent::Described(index) = referent else { return false };
        let one = &self.descriptions[index];
        one.kind == SpeakerKind::Unnamed
            && (titles::is_role(&one.head) || has(FEMALE, &one.head) || has(MALE, &one.head) || one.head == "person")
    }

    fn is_plural(&self, referent: Referent) -> bool {
        match referent {
            Referent::Entity(entity) => self.is_several(entity),
            Referent::Described(index) => self.descriptions[index].plural,
        }
    }

    /// Whether a name is a plural: 'Republicans'.
    fn is_several(&self, entity: usize) -> bool {
        let held = &self.cast.entities[entity];
        let [word] = held.words.as_slice() else { return false };
        let stem = word.strip_suffix('s').unwrap_or(word);
        stem != word && (place::is_adjective(stem) || titles::is_role(stem))
    }

    /// The likeliest antecedent before a token: near, a subject, a speaker, outside quotations; otherwise the first that
    /// agrees after it.
    pub(super) fn antecedent(&mut self, at: usize, class: Class, barred: &[Referent]) -> Option<Vec<Found>> {
        let mut best: Option<(i64, Vec<Found>)> = None;
        let mut offer = |score: i64, found: Vec<Found>| {
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, found));
            }
        };
        for mention in self.cast.before(at).take(REACH) {
            let referent = Referent::Entity(mention.entity);
            if barred.contains(&referent) || !self.agrees(referent, class) {
                continue;
            }
            let span = self.tokens.span_of(mention.name.clone());
            let held = &self.cast.entities[mention.entity];
            let human = matches!(class, Class::Man | Class::Woman | Class::Human);
            if human && held.kind() != SpeakerKind::Person && !self.spoken[mention.entity] {
                continue;
            }
            let topic = matches!(class, Class::Organisation | Class::Company | Class::Country);
            let doubtful = match class {
                Class::Man | Class::Woman | Class::Human => {
                    !held.evidence.person && held.evidence.is_female().is_none()
                }
                Class::Company => !held.evidence.named_organisation && !self.spoken[mention.entity],
                Class::Thing | Class::Organisation => {
                    !(held.evidence.named_organisation || held.is_articled() || held.evidence.place)
                }
                _ => false,
            };
            let mut score = self.nearness(mention.name.start, at);
            score += if mention.subject { 3 } else { 0 };
            score += held.count.min(if topic { 12 } else { 4 }) as i64 / 2;
            score += if self.spoken[mention.entity] { 3 } else { 0 };
            score -= match (doubtful, mention.subject) {
                (true, false) => 6,
                (true, true) => 3,
                (false, _) => 0,
            };
            score += if class == Class::Many && self.is_several(mention.entity) { 3 } else { 0 };
            score -= if self.quoted[mention.name.start] && !self.quoted[at] { 3 } else { 0 };
            offer(score, vec![Found { referent, because: span.into_iter().collect() }]);
        }
        let end = self.past.partition_point(|past| past.at < at);
        for past in self.past[..end].iter().rev().take(REACH) {
            let found: Vec<Found> =
                past.referents.iter().map(|referent| Found { referent: *referent, because: vec![past.span] }).collect();
            if past.referents.iter().any(|referent| barred.contains(referent)) || !self.agree(&found, class) {
                continue;
            }
            let quoted = if self.quoted[past.at] && !self.quoted[at] { 3 } else { 0 };
            let human = matches!(class, Class::Man | Class::Woman | Class::Human);
            let doubtful = if human && self.kind(past.referents[0]) == SpeakerKind::Organisation { 4 } else { 0 };
            let several = class == Class::Many && (found.len() > 1 || self.is_plural(found[0].referent));
            offer(self.nearness(past.at, at) + if several { 9 } else { 6 } - quoted - doubtful, found);
        }
        if best.is_none() {
            let after = self.cast.after(at).take(REACH).find(|mention| {
                self.agrees(Referent::Entity(mention.entity), class)
                    && !barred.contains(&Referent::Entity(mention.entity))
            });
            return after.map(|mention| {
                let because = self.tokens.span_of(mention.name.clone()).into_iter().collect();
                vec![Found { referent: Referent::Entity(mention.entity), because }]
            });
        }
        best.map(|(_, found)| found)
    }

    /// Higher for what stands nearer: two a sentence, and a little a paragraph.
    fn nearness(&self, from: usize, at: usize) -> i64 {
        let sentences = self.tokens.sentence_number(at) as i64 - self.tokens.sentence_number(from) as i64;
        let paragraphs = self.tokens.paragraph_number(at) as i64 - self.tokens.paragraph_number(from) as i64;
        -2 * sentences - paragraphs
    }
}
