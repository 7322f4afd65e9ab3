//! Features of a claim that predict how sure it is.

use std::collections::{BTreeSet, HashMap};

use sayso_lang::Words;
use sayso_read::record::AttributionRecord;
use sayso_read::{QuoteType, SpeakerKind, Stance};

use super::attributed::AttributedMention;
use super::source_words::SourceWords;
use crate::record::{Claim, ClaimMention, ReasonKind};
use crate::words::{is_empty, words};
use crate::{Document, work};

/// A feature by its name.
pub type Feature = (&'static str, f64);

/// What a claim is looked at among: the articles, and how often each speaker is told.
pub struct Context<'a> {
    documents: HashMap<String, &'a Document>,
    /// The attributions of each article by their ids.
    attributions: HashMap<(String, &'a str), &'a AttributionRecord>,
    /// How many claims are of the same speakers.
    claims_of: HashMap<Vec<String>, usize>,
    /// How many mentions come from one attribution.
    siblings: HashMap<(String, String), usize>,
}

impl<'a> Context<'a> {
    /// Of the claims of a story and its articles.
    #[must_use]
    pub fn of(claims: &[Claim], documents: &[&'a Document]) -> Self {
        let mut context = Self {
            documents: documents.iter().map(|document| (document.id().to_string(), *document)).collect(),
            attributions: HashMap::new(),
            claims_of: HashMap::new(),
            siblings: HashMap::new(),
        };
        for document in documents {
            for attribution in work::each(&document.entry.record.attributions) {
                context.attributions.insert((document.id().to_string(), attribution.id.as_str()), attribution);
            }
        }
        for claim in claims {
            *context.claims_of.entry(claim.speakers.clone()).or_default() += 1;
            for mention in work::each(&claim.mentions) {
                *context.siblings.entry(key(mention)).or_default() += 1;
            }
        }
        context
    }

    /// The features of a claim.
    #[must_use]
    pub fn features(&self, claim: &Claim) -> Vec<Feature> {
        let told: Vec<AttributedMention<'_>> =
            work::each(&claim.mentions).filter_map(|mention| self.told(mention)).collect();
        let mut features = counts(claim, &told);
        features.extend(self.of_speakers(claim, &told));
        features.extend(of_stance(claim, &told));
        features.extend(of_gist(claim, &told));
        features.extend(self.of_place(&told));
        features.extend(of_joining(claim));
        features
    }

    fn told<'m>(&'m self, mention: &'m ClaimMention) -> Option<AttributedMention<'m>> {
        let article = mention.article.to_string();
        let document = self.documents.get(&article)?;
        let attribution = mention.attribution.as_deref().and_then(|id| self.attributions.get(&(article, id)).copied());
        Some(AttributedMention { mention, document, attribution })
    }

    /// Who speaks, and how the articles name him where he does.
    fn of_speakers(&self, claim: &Claim, told: &[AttributedMention<'_>]) -> Vec<Feature> {
        let kind = claim.spoken_by.first().map(|speaker| speaker.kind);
        let is = |kinds: &[SpeakerKind]| flag(kind.is_some_and(|kind| kinds.contains(&kind)));
        let name = claim.speakers.join(" ");
        let sources: Vec<SourceWords> = told.iter().map(|one| SourceWords::of(one, &name)).collect();
        let share_of = |test: fn(&SourceWords) -> bool| share(sources.iter().map(test));
        let distances = sources.iter().filter_map(|source| source.distance).map(|bytes| (1.0 + bytes).ln());
        let often = self.claims_of.get(&claim.speakers).copied().unwrap_or_default();
        // no words of a language: names of features
        vec![
            ("person", is(&[SpeakerKind::Person])),
            ("organisation", is(&[SpeakerKind::Organisation])),
            ("group", is(&[SpeakerKind::Group])),
            ("place_or_document", is(&[SpeakerKind::Place, SpeakerKind::Document])),
            ("unnamed", is(&[SpeakerKind::Unnamed])),
            ("nobody", flag(kind.is_none())),
            ("several_speakers", flag(claim.speakers.len() > 1)),
            ("one_word_name", flag(name.split_whitespace().count() == 1)),
            ("long_name", flag(name.split_whitespace().count() > 5)),
            ("source_is_speaker", share_of(|source| source.names_speaker)),
            ("source_is_pronoun", share_of(|source| source.is_pronoun)),
            ("source_missing", share_of(|source| source.is_missing)),
            ("source_describes", share_of(|source| source.describes)),
            ("source_far", mean(distances)),
            ("claims_of_speaker", ln(often)),
        ]
    }

    /// Where in its articles it stands, and with how many others.
    fn of_place(&self, told: &[AttributedMention<'_>]) -> Vec<Feature> {
        let at = |one: &AttributedMention<'_>| {
            let (_, length) = one.document.text.code_points(one.document.text.whole());
            one.mention.start as f64 / length.max(1) as f64
        };
        let siblings = told.iter().map(|one| ln(self.siblings.get(&key(one.mention)).copied().unwrap_or_default()));
        vec![
            ("place", mean(told.iter().map(at))),
            ("siblings", mean(siblings)),
            ("in_lead", flag(told.iter().any(|one| one.mention.start < LEAD))),
            ("cut_off", share(told.iter().map(|one| behind(one).is_some_and(char::is_alphanumeric)))),
            ("ends_sentence", share(told.iter().map(|one| behind(one).is_some_and(|sign| STOPS.contains(&sign))))),
        ]
    }
}

/// Code points from the head of an article in which its lead stands.
const LEAD: usize = 200;

/// What stands behind a sentence that ends.
const STOPS: [char; 7] = ['.', '!', '?', '"', '”', '’', '\''];

/// The sign that stands behind a mention.
fn behind(told: &AttributedMention<'_>) -> Option<char> {
    let text = &told.document.text;
    let (_, end) = text.code_points(text.whole());
    let rest = text.span_of_code_points(told.mention.end.min(end), end)?;
    text.slice(rest).trim_start_matches(' ').chars().next()
}

fn key(mention: &ClaimMention) -> (String, String) {
    (mention.article.to_string(), mention.attribution.clone().unwrap_or_else(|| mention.id.clone()))
}

/// How often it is told, and how surely it was read.
fn counts(claim: &Claim, told: &[AttributedMention<'_>]) -> Vec<Feature> {
    let read = || told.iter().filter_map(|one| one.attribution);
    let confidence = || read().map(|attribution| attribution.confidence);
    let articles: BTreeSet<String> = claim.mentions.iter().map(|mention| mention.article.to_string()).collect();
    // no words of a language: names of features
    vec![
        ("mentions", ln(claim.mentions.len())),
        ("articles", ln(articles.len())),
        ("confidence", mean(confidence())),
        ("least_confidence", confidence().fold(1.0, f64::min)),
        ("nested", share(read().map(|attribution| attribution.parent.is_some()))),
        ("by_outlet", share(read().map(|attribution| !attribution.reported_by.is_empty()))),
        ("by_way_of", share(claim.mentions.iter().map(|mention| !mention.via.is_empty()))),
        ("own_voice", share(claim.mentions.iter().map(|mention| mention.attribution.is_none()))),
        ("direct", share(read().map(|attribution| attribution.quote_type == QuoteType::Direct))),
        ("mixed", share(read().map(|attribution| attribution.quote_type == QuoteType::Mixed))),
        ("in_parts", share(read().map(|attribution| attribution.content.len() > 1))),
    ]
}

fn of_stance(claim: &Claim, told: &[AttributedMention<'_>]) -> Vec<Feature> {
    let is = |stance: Stance| flag(claim.stance == stance);
    let read = told.iter().filter_map(|one| one.attribution);
    // no words of a language: names of features
    vec![
        ("denies", is(Stance::Denies)),
        ("doubts", is(Stance::Doubts)),
        ("confirms", is(Stance::Confirms)),
        ("declines", is(Stance::Declines)),
        ("asks", is(Stance::Asks)),
        ("demands", is(Stance::Demands)),
        ("expects", is(Stance::Expects)),
        ("other", is(Stance::Other)),
        ("sides_differ", share(read.map(|attribution| attribution.stance != claim.stance))),
    ]
}

/// The words themselves.
fn of_gist(claim: &Claim, told: &[AttributedMention<'_>]) -> Vec<Feature> {
    let said = words(&claim.gist);
    let Some(language) = told.first().map(|one| one.document.language) else { return Vec::new() };
    let has = |list: &Words| said.iter().any(|word| list.contains(word));
    let begins = claim.gist.chars().find(|letter| letter.is_alphanumeric());
    vec![
        ("words", ln(said.len())),
        ("few_words", flag(said.len() < FEW_WORDS)),
        ("many_words", flag(said.len() > MANY_WORDS)),
        ("begins_with_pronoun", flag(said.first().is_some_and(|word| language.statement.carry_on.contains(word)))),
        ("begins_small", flag(begins.is_some_and(char::is_lowercase))),
        ("has_verb", flag(language.has_clear_verb(&claim.gist))),
        ("has_name", flag(claim.gist.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase)))),
        ("has_figure", flag(claim.gist.contains(|letter: char| letter.is_ascii_digit()))),
        ("asserts_negated", flag(claim.stance == Stance::Asserts && has(&language.claim.negations))),
        ("tells_of_saying", flag(has(&language.statement.plain_cues))),
        ("first_person", flag(has(&language.claim.first_persons))),
        ("begins_with_small_word", flag(said.first().is_some_and(|word| is_empty(word)))),
        ("ends_with_small_word", flag(said.last().is_some_and(|word| is_empty(word)))),
    ]
}

/// Words below which a gist is a fragment as often as a claim, and above which it is often two.
const FEW_WORDS: usize = 5;
const MANY_WORDS: usize = 35;

/// How its mentions were put together.
fn of_joining(claim: &Claim) -> Vec<Feature> {
    let kinds: Vec<ReasonKind> = claim.because.iter().map(crate::record::Reason::kind).collect();
    let count = |kind: ReasonKind| ln(kinds.iter().filter(|one| **one == kind).count());
    vec![
        ("joined_same", count(ReasonKind::JoinedSameSource)),
        ("joined_near", count(ReasonKind::JoinedNearSource)),
        ("joined_open", count(ReasonKind::JoinedOpenSource)),
        ("joined_indirectly", count(ReasonKind::JoinedIndirectly)),
    ]
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// A count on a scale on which the tenth tells less than the second.
fn ln(count: usize) -> f64 {
    (1.0 + count as f64).ln()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
    sum / count.max(1) as f64
}

fn share(flags: impl Iterator<Item = bool>) -> f64 {
    mean(flags.map(flag))
}
