//! Whom a pronoun or a general noun can mean, and who of them is likeliest.

use super::SpeakerKind;
use super::cast::CastMention;
use super::class::Class;
use super::found::{Referent, Resolution};
use super::past::Past;
use super::pronoun::class_of;
use super::resolve::Resolver;
use crate::tokens::Kind;

/// How many pronouns are followed back one from another.
const LONGEST_CHAIN: usize = 4;

/// Tokens before a pronoun among which another is looked for that means the same.
const TOLD_WITHIN: usize = 80;

/// How many mentions back an antecedent is looked for.
pub(super) const REACH: usize = 48;

impl Resolver<'_, '_> {
    /// The likeliest antecedent before a token: near, a subject, a speaker, outside quotations; otherwise the first that
    /// agrees after it.
    pub(super) fn antecedent(&self, at: usize, class: Class, barred: &[Referent]) -> Option<Vec<Resolution>> {
        let before = self.likeliest_before(at, class, barred, LONGEST_CHAIN).map(|(_, found)| found);
        before.or_else(|| self.named_after(at, class, barred))
    }

    /// How likely the likeliest antecedent before a token is, in the points of all.
    pub(super) fn likelihood_before(&self, at: usize, class: Class, barred: &[Referent]) -> Option<i64> {
        self.likeliest_before(at, class, barred, LONGEST_CHAIN).map(|(score, _)| score)
    }

    /// The likeliest antecedent before a token, by way of at most `chain` pronouns between.
    fn likeliest_before(
        &self,
        at: usize,
        class: Class,
        barred: &[Referent],
        chain: usize,
    ) -> Option<(i64, Vec<Resolution>)> {
        let mut best: Option<(i64, Vec<Resolution>)> = None;
        for (score, found) in self
            .named_before(at, class, barred)
            .chain(self.spoken_before(at, class, barred))
            .chain(self.two_before(at, class, barred))
            .chain(self.told_of_before(at, class, barred, chain))
        {
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, found));
            }
        }
        best
    }

    /// Whom the last pronoun before means that is a subject and as much quoted, with its score: whoever is told of goes on.
    /// 'Ana Silva won. She had met Ines Ruiz. She said'.
    fn told_of_before(
        &self,
        at: usize,
        class: Class,
        barred: &[Referent],
        chain: usize,
    ) -> Option<(i64, Vec<Resolution>)> {
        let pronouns = &self.tokens.language().speaker.pronouns;
        let is_same = |index: &usize| {
            let word = self.tokens.word(*index);
            pronouns.personal.contains(word)
                && class_of(word, pronouns) == Some(class)
                && self.quoted[*index] == self.quoted[at]
        };
        let last = (at.saturating_sub(TOLD_WITHIN)..at).rev().find(is_same).filter(|_| chain > 0)?;
        let (_, found) = self.likeliest_before(last, class, barred, chain - 1)?;
        Some((self.nearness(last, at) + 6, found))
    }

    /// Names before a token, with their scores.
    fn named_before<'a>(
        &'a self,
        at: usize,
        class: Class,
        barred: &'a [Referent],
    ) -> impl Iterator<Item = (i64, Vec<Resolution>)> + 'a {
        let fits = move |mention: &&CastMention| {
            let referent = Referent::Entity(mention.entity);
            let known = self.cast.entities[mention.entity].kind() == SpeakerKind::Person || self.spoken[mention.entity];
            !barred.contains(&referent) && self.agrees(referent, class) && (known || !class.is_human())
        };
        let scored = move |mention: &CastMention| (self.mention_score(mention, at, class), self.found(mention));
        self.cast.before(at).take(REACH).filter(fits).map(scored)
    }

    #[expect(clippy::cast_possible_wrap, reason = "a text has fewer of them than an i64 holds")]
    fn mention_score(&self, mention: &CastMention, at: usize, class: Class) -> i64 {
        let held = &self.cast.entities[mention.entity];
        let is_topic = matches!(class, Class::Organisation | Class::Company | Class::Country);
        let often = held.count.min(if is_topic { 12 } else { 4 }) as i64 / 2;
        let subject = if mention.subject { 3 } else { 0 };
        let spoken = if self.spoken[mention.entity] { 3 } else { 0 };
        let several = if class == Class::Many && self.is_several(mention.entity) { 3 } else { 0 };
        let quoted = if self.quoted[mention.name.start] && !self.quoted[at] { 3 } else { 0 };
        let derived = if !class.is_human() && self.is_derived(mention.entity) { 4 } else { 0 };
        let fronted = if self.is_fronted(mention, at) { 3 } else { 0 };
        // 'Iraq's newspaper … It read'
        let owns = !class.is_human()
            && self.cast.entities[mention.entity].evidence.place
            && self.tokens.is(mention.name.end, Kind::Possessive);
        let owner = if owns { 4 } else { 0 };
        let doubt = match (self.is_doubtful(mention.entity, class), mention.subject) {
            (true, false) => 6,
            (true, true) => 3,
            (false, _) => 0,
        };
        self.nearness(mention.name.start, at) + subject + fronted + often + spoken + several
            - derived
            - doubt
            - quoted
            - owner
    }

    /// Whether a name begins with another's whole name: 'Apple Watch' where 'Apple' is somebody else.
    fn is_derived(&self, entity: usize) -> bool {
        let words = &self.cast.entities[entity].words;
        let other = self.cast.exact.get(&words[0]).filter(|other| **other != entity && words.len() > 1);
        other.is_some_and(|other| !self.cast.entities[*other].evidence.place)
    }

    /// Whether a name is the subject of the clause that opens a token's sentence: 'After Ana Silva voted, she said'.
    fn is_fronted(&self, mention: &CastMention, at: usize) -> bool {
        let sentence = self.tokens.sentence(at).start;
        let opener = self.tokens.word(sentence);
        let first = self.cast.after(sentence).next().is_some_and(|first| first.name == mention.name);
        first && mention.subject && self.tokens.language().speaker.pronouns.subordinators.contains(opener)
    }

    /// Whether nothing in the text shows that a name is of the kind that is asked for.
    fn is_doubtful(&self, entity: usize, class: Class) -> bool {
        let held = &self.cast.entities[entity];
        match class {
            Class::Man | Class::Woman | Class::Human => !held.evidence.person && held.evidence.is_female().is_none(),
            Class::Company => !held.evidence.named_organisation && !self.spoken[entity],
            Class::Thing | Class::Organisation => {
                !(held.evidence.named_organisation || held.is_articled() || held.evidence.place)
            }
            Class::Many | Class::Country | Class::Outlet => false,
        }
    }

    /// Sources before a token, with their scores.
    fn spoken_before<'a>(
        &'a self,
        at: usize,
        class: Class,
        barred: &'a [Referent],
    ) -> impl Iterator<Item = (i64, Vec<Resolution>)> + 'a {
        let end = self.past.partition_point(|past| past.at < at);
        let scored = move |past: &Past| {
            let found = |referent: &Referent| Resolution { referent: *referent, because: vec![past.span] };
            let found: Vec<Resolution> = past.referents.iter().map(found).collect();
            if past.referents.iter().any(|referent| barred.contains(referent)) || !self.agree(&found, class) {
                return None;
            }
            let quoted = if self.quoted[past.at] && !self.quoted[at] { 3 } else { 0 };
            let organisation = self.kind(found[0].referent) == SpeakerKind::Organisation;
            let doubt = if class.is_human() && organisation { 4 } else { 0 };
            let several = class == Class::Many && (found.len() > 1 || self.is_plural(found[0].referent));
            Some((self.nearness(past.at, at) + if several { 9 } else { 6 } - quoted - doubt, found))
        };
        self.past[..end].iter().rev().take(REACH).filter_map(scored)
    }

    /// Two who are one subject, with their score: 'Ana Silva and Otto Reiss left. They said'.
    fn two_before(&self, at: usize, class: Class, barred: &[Referent]) -> Option<(i64, Vec<Resolution>)> {
        let (place, two) = self.joined_before(at).filter(|_| class == Class::Many)?;
        let free = two.iter().all(|found| !barred.contains(&found.referent));
        free.then(|| (self.nearness(place, at) + 8, two))
    }

    /// The first name after a token that agrees.
    fn named_after(&self, at: usize, class: Class, barred: &[Referent]) -> Option<Vec<Resolution>> {
        let fits = |mention: &&CastMention| {
            let referent = Referent::Entity(mention.entity);
            self.agrees(referent, class) && !barred.contains(&referent)
        };
        self.cast.after(at).take(REACH).find(fits).map(|mention| self.found(mention))
    }

    fn found(&self, mention: &CastMention) -> Vec<Resolution> {
        let because = self.tokens.span_of(mention.name.clone()).into_iter().collect();
        vec![Resolution { referent: Referent::Entity(mention.entity), because }]
    }

    /// Higher for what stands nearer: two a sentence, and a little a paragraph.
    #[expect(clippy::cast_possible_wrap, reason = "a text has fewer of them than an i64 holds")]
    pub(super) fn nearness(&self, from: usize, at: usize) -> i64 {
        let sentences = self.tokens.sentence_number(at) as i64 - self.tokens.sentence_number(from) as i64;
        let paragraphs = self.tokens.paragraph_number(at) as i64 - self.tokens.paragraph_number(from) as i64;
        -2 * sentences - paragraphs
    }
}
