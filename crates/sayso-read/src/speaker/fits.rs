//! Whether a name or a description can be called by a pronoun or a general noun.

use super::SpeakerKind;
use super::class::Class;
use super::found::{Referent, Resolution};
use super::resolve::Resolver;

impl Resolver<'_, '_> {
    /// Whether whom is meant, one or several, can be called by a pronoun.
    pub(super) fn agree(&self, found: &[Resolution], class: Class) -> bool {
        match (class, found) {
            (Class::Many, [_, _, ..]) => true,
            (_, [one]) => self.agrees(one.referent, class),
            _ => false,
        }
    }

    /// Whether whom is meant can be called by a pronoun; what the text does not say rules nobody out.
    pub(super) fn agrees(&self, referent: Referent, class: Class) -> bool {
        let words = &self.tokens.language().speaker;
        let kind = self.kind(referent);
        let (plural, female) = match referent {
            Referent::Entity(entity) => (self.is_several(entity), self.cast.entities[entity].evidence.is_female()),
            Referent::Described(index) => {
                let one = &self.descriptions[index];
                let said = (words.nouns.female.contains(&one.head) != words.nouns.male.contains(&one.head))
                    .then(|| words.nouns.female.contains(&one.head));
                (one.plural, said)
            }
        };
        if matches!(referent, Referent::Entity(entity) if self.cast.entities[entity].is_located()) {
            return false;
        }
        let unknown = matches!(referent, Referent::Entity(entity) if self.cast.entities[entity].can_be_person());
        let person = (kind == SpeakerKind::Person || unknown || self.is_somebody(referent)) && !plural;
        match class {
            Class::Man => person && female != Some(true),
            Class::Woman => person && female != Some(false),
            Class::Thing => {
                matches!(kind, SpeakerKind::Organisation | SpeakerKind::Place | SpeakerKind::Document) && !plural
            }
            Class::Many => {
                plural && kind != SpeakerKind::Document
                    || matches!(kind, SpeakerKind::Group | SpeakerKind::Organisation | SpeakerKind::Place)
            }
            Class::Human => person,
            Class::Company => kind == SpeakerKind::Organisation && !self.is_outlet(referent),
            Class::Outlet => self.is_outlet(referent),
            Class::Organisation => kind == SpeakerKind::Organisation,
            Class::Country => kind == SpeakerKind::Place,
        }
    }

    /// Whether a name is a newspaper's, a broadcaster's or an agency's.
    fn is_outlet(&self, referent: Referent) -> bool {
        let Referent::Entity(entity) = referent else { return false };
        self.cast.entities[entity].words.iter().any(|word| self.tokens.language().speaker.names.media.contains(word))
    }

    /// Whether whom is meant has a name that nothing shows to be a person's: 'Alder Home Lending said it'.
    pub(super) fn may_be_thing(&self, found: &[Resolution]) -> bool {
        let [Resolution { referent: Referent::Entity(entity), .. }] = found else { return false };
        let evidence = &self.cast.entities[*entity].evidence;
        !evidence.person && evidence.is_female().is_none()
    }

    /// Whether a description is of a person.
    fn is_somebody(&self, referent: Referent) -> bool {
        let words = &self.tokens.language().speaker;
        let Referent::Described(index) = referent else { return false };
        let one = &self.descriptions[index];
        one.kind == SpeakerKind::Unnamed
            && (words.is_person(&one.head)
                || words.nouns.female.contains(&one.head)
                || words.nouns.male.contains(&one.head))
    }

    pub(super) fn is_plural(&self, referent: Referent) -> bool {
        match referent {
            Referent::Entity(entity) => self.is_several(entity),
            Referent::Described(index) => self.descriptions[index].plural,
        }
    }

    /// Whether a name is an English plural: 'Republicans'.
    pub(super) fn is_several(&self, entity: usize) -> bool {
        let known = &self.tokens.language().speaker;
        let held = &self.cast.entities[entity];
        let [word] = held.words.as_slice() else { return false };
        let stem = word.strip_suffix('s').unwrap_or(word);
        stem != word && (known.places.is_adjective(stem) || known.is_role(stem))
    }
}
