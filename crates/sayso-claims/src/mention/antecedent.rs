//! Whom a description points at: 'the official' after 'a senior Caldrian official', 'the diplomat' after a Foreign
//! Ministry's spokeswoman, 'a spokeswoman' after what her company did.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;

use sayso_lang::Words;
use sayso_read::SpeakerKind;

use super::data::Named;
use super::described::DescribedNouns;
use super::located::{Attributions, LocatedAttribution};
use crate::words::words;

/// Who can be pointed at in an article, by where they stand.
pub(super) struct Antecedents {
    described: DescribedNouns,
    /// The people whose introduction has a word: the first byte of each and the attribution's index, in order.
    introduced: HashMap<String, Vec<(usize, usize)>>,
    /// For each attribution with one source, in the order of their first bytes: that byte, and of those up to it the one
    /// that stands last.
    last: Vec<(usize, usize)>,
}

/// The source that a description without a name stands for, where the article named or described it before.
pub(super) fn antecedent(
    told: &LocatedAttribution<'_>,
    all: &Attributions<'_>,
    known: &OnceCell<Antecedents>,
) -> Option<Named> {
    let antecedents = || known.get_or_init(|| Antecedents::of(all));
    let [source] = told.source[..] else { return None };
    if !told.is_described() {
        return None;
    }
    match &words(all.document.text.slice(source))[..] {
        [article, noun] if article == "the" => {
            let antecedents = antecedents();
            let described = antecedents.described.before(&all.document.text, source.start(), noun);
            described.or_else(|| antecedents.introduced(all, source.start(), noun))
        }
        [article, voice]
            if matches!(article.as_str(), "a" | "an") && all.document.language.mention.voices.contains(voice) =>
        {
            antecedents().last_body(all, source.start())
        }
        _ => None,
    }
}

/// Attributions before a pronoun among which the person is sought that it stands for.
const LOOKED_BACK: usize = 16;

impl Antecedents {
    pub(super) fn of(all: &Attributions<'_>) -> Self {
        let text = &all.document.text;
        let sources = || all.all.iter().filter_map(|told| Some((told, *told.source.first()?)));
        let nouns = sources().filter(|(told, _)| told.is_described()).filter_map(|(_, source)| {
            let said = words(text.slice(source));
            let [article, noun] = <[String; 2]>::try_from(said).ok()?;
            (article == "the").then_some(noun)
        });
        let described = DescribedNouns::of(text, nouns);
        let mut introduced: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (told, source) in sources().filter(|(told, _)| is_one(told, SpeakerKind::Person) && told.source.len() == 1)
        {
            for word in common_nouns(text.slice(source)) {
                introduced.entry(word).or_default().push((source.start(), told.index));
            }
        }
        introduced.values_mut().for_each(|places| places.sort_unstable());
        let single = sources().filter(|(told, _)| told.attribution.speakers.len() == 1);
        let mut last: Vec<(usize, usize)> = single.map(|(told, source)| (source.start(), told.index)).collect();
        last.sort_unstable();
        let key = |index: usize| (all.all[index].attribution.source.first().map(|source| source.0), index);
        for at in 1..last.len() {
            last[at].1 = if key(last[at].1) >= key(last[at - 1].1) { last[at].1 } else { last[at - 1].1 };
        }
        Self { described, introduced, last }
    }

    /// The last person before a byte whom the article introduced by the noun, or by what the noun may stand for.
    fn introduced(&self, all: &Attributions<'_>, before: usize, noun: &str) -> Option<Named> {
        let called = all.document.language.mention.called.get(noun).into_iter().flat_map(Words::iter);
        let nearest = |word: &str| {
            let places = self.introduced.get(word)?;
            let (start, _) = *places[..places.partition_point(|(start, _)| *start < before)].last()?;
            let first = places.partition_point(|(other, _)| *other < start);
            Some((start, Reverse(places[first].1)))
        };
        let (_, Reverse(index)) = [noun].into_iter().chain(called).filter_map(nearest).max()?;
        all.all[index].attribution.speakers.first().map(Named::of)
    }

    /// The person who was last given as a source before a byte and passes a test.
    pub(super) fn last_person(
        &self,
        all: &Attributions<'_>,
        before: usize,
        test: &dyn Fn(&Named) -> bool,
    ) -> Option<Named> {
        let behind = self.last.partition_point(|(start, _)| *start < before);
        let sources = self.last[..behind].iter().rev().take(LOOKED_BACK).map(|(_, index)| &all.all[*index]);
        let people = sources.filter(|told| is_one(told, SpeakerKind::Person));
        people.filter_map(|told| told.attribution.speakers.first()).map(Named::of).find(|named| test(named))
    }

    /// The body that was last given as a source before a byte; none where somebody else was.
    fn last_body(&self, all: &Attributions<'_>, before: usize) -> Option<Named> {
        let at = self.last.partition_point(|(start, _)| *start < before).checked_sub(1)?;
        let told = &all.all[self.last[at].1];
        let is_body = is_one(told, SpeakerKind::Organisation) && told.attribution.reported_by.is_empty();
        told.attribution.speakers.first().filter(|_| is_body).map(Named::of)
    }
}

/// The words of an introduction that may be the noun for who is introduced: 'activist' of 'the New York City-based activist'.
fn common_nouns(introduction: &str) -> impl Iterator<Item = String> {
    let plain =
        introduction.split_whitespace().filter(|word| word.starts_with(char::is_lowercase) && !word.contains('-'));
    plain.flat_map(words)
}

/// Whether an attribution is one speaker's, of a kind.
fn is_one(told: &LocatedAttribution<'_>, kind: SpeakerKind) -> bool {
    matches!(&told.attribution.speakers[..], [speaker] if speaker.kind == kind)
}
