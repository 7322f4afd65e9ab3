//! Descriptions of every speaker, gathered from all places that name or describe them.

use std::ops::Range;

use super::SpeakerKind;
use super::found::{Referent, Resolution};
use super::resolve::Resolver;
use super::role::{self, RolePhrase};
use super::voice::Voice;

/// Descriptions of one speaker that are kept; news seldom gives more than four.
const MOST: usize = 8;

/// What is told of everybody who speaks.
pub(super) struct Descriptions {
    /// By entity.
    named: Vec<Vec<RolePhrase>>,
    /// By description.
    described: Vec<Vec<RolePhrase>>,
}

impl Resolver<'_, '_> {
    /// What is told of everybody who was found to speak.
    pub(super) fn portraits(&self) -> Descriptions {
        let mut named = vec![Vec::new(); self.cast.entities.len()];
        for mention in self.cast.mentions.iter().filter(|mention| self.spoken[mention.entity]) {
            let told: &mut Vec<RolePhrase> = &mut named[mention.entity];
            if told.len() < MOST {
                told.extend(role::around(self.tokens, &mention.name, self.source_around(&mention.name).as_ref()));
            }
        }
        for past in &self.past {
            if let [Referent::Entity(entity)] = past.referents.as_slice()
                && named[*entity].len() < MOST
            {
                let noun = self.noun(self.tokens.within(past.span));
                named[*entity].extend(noun.and_then(|told| self.without_name(*entity, told)));
            }
        }
        let described =
            self.descriptions.iter().map(|known| self.noun(self.tokens.within(known.span))).collect::<Vec<_>>();
        Descriptions { named, described: described.into_iter().map(|told| told.into_iter().collect()).collect() }
    }

    /// What a source says that is built on a noun.
    fn noun(&self, source: Range<usize>) -> Option<RolePhrase> {
        role::phrase(self.tokens, source).filter(|told| {
            let head = told.head.unwrap_or(told.words.start);
            self.cast.mention_at(head).is_none()
        })
    }

    /// A description without the name of whom it describes, where it stands in it: 'the trade minister of Kareth Ana Ruiz'.
    fn without_name(&self, entity: usize, told: RolePhrase) -> Option<RolePhrase> {
        let mut mentions = self.cast.after(told.words.start).take_while(|mention| mention.name.start < told.words.end);
        let Some(name) = mentions.find(|mention| mention.entity == entity) else { return Some(told) };
        let words = told.words.start..name.name.start;
        told.head.is_some_and(|head| words.contains(&head)).then_some(RolePhrase { words, head: told.head })
    }

    /// The source that a name stands in.
    fn source_around(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let index = self.past.partition_point(|past| past.at <= name.start).checked_sub(1)?;
        let source = self.tokens.within(self.past[index].span);
        (source.start <= name.start && name.end <= source.end).then_some(source)
    }

    /// A speaker as he is printed, with what is told of him.
    pub(super) fn voice(&self, found: Resolution, portraits: &Descriptions) -> Voice {
        let (referent, tokens) = (found.referent, self.tokens);
        let speaker = self.printed(found);
        let (told, full, is_named) = match referent {
            Referent::Entity(entity) => (&portraits.named[entity], self.cast.entities[entity].full, true),
            Referent::Described(index) => (&portraits.described[index], self.descriptions[index].span, false),
        };
        let is_one = match referent {
            Referent::Entity(_) => speaker.kind == SpeakerKind::Person,
            Referent::Described(index) => speaker.kind == SpeakerKind::Unnamed && !self.descriptions[index].plural,
        };
        let role = is_one.then(|| role::role(tokens, told)).flatten();
        Voice { speaker, words: tokens.within(full), told: told.clone(), role, is_named }
    }
}
