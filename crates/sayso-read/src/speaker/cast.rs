//! Everybody whom an article names: each with the fullest name, the kind, the roles, and where the names stand.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use sayso_lang::Standing;

use super::entity::{self, Entity, initials, is_document, is_organisation};
use super::evidence::{self, Evidence};
use super::name;
use super::shape;
use super::titles::{self, TitleRun};
use super::vocabulary::SpeakerWords;
use super::words::has_any_number;
use crate::tokens::Tokens;

/// How many mentions of each speaker are kept to tell which of two namesakes is nearer.
const REMEMBERED: usize = 256;

/// Names of so many words and more are entered alike.
const LONG_NAME: usize = 5;

/// One place where somebody is named.
#[derive(Clone, Debug)]
pub(super) struct CastMention {
    /// The tokens of the bare name.
    pub(super) name: Range<usize>,
    /// Who is meant.
    pub(super) entity: usize,
    /// Whether it stands where a subject does.
    pub(super) subject: bool,
}

/// The index of names over one article.
pub(super) struct Cast<'l> {
    /// The words of the article's language.
    pub(super) language: &'l SpeakerWords,
    /// In the order of their longest mentions.
    pub(super) entities: Vec<Entity>,
    /// In the order of the text.
    pub(super) mentions: Vec<CastMention>,
    pub(super) exact: HashMap<String, usize>,
    /// Entities by last word, by first word and by acronym, each in order.
    pub(super) by_last: HashMap<String, Vec<usize>>,
    pub(super) by_first: HashMap<String, Vec<usize>>,
    pub(super) by_acronym: HashMap<String, usize>,
    /// Roles with the tokens at which they are given and to whom, in order.
    pub(super) by_role: HashMap<String, Vec<(usize, usize)>>,
    /// Mentions of each entity, as token positions.
    pub(super) places: Vec<Vec<usize>>,
}

impl<'l> Cast<'l> {
    /// Reads the names of an article.
    pub(super) fn new(tokens: &Tokens<'l>) -> Self {
        let mut cast = Self {
            language: &tokens.language().speaker,
            entities: Vec::new(),
            mentions: Vec::new(),
            exact: HashMap::new(),
            by_last: HashMap::new(),
            by_first: HashMap::new(),
            by_acronym: HashMap::new(),
            by_role: HashMap::new(),
            places: Vec::new(),
        };
        let found = names(tokens);
        // Long names first, so that short ones find them.
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(found[*index].0.len().min(LONG_NAME)));
        let mut owner = vec![None; found.len()];
        for index in order {
            let (name, titled) = &found[index];
            owner[index] = cast.enter(tokens, name.clone(), *titled);
        }
        for ((name, _), entity) in found.into_iter().zip(owner) {
            let Some(entity) = entity else { continue };
            let subject = evidence::is_subject(tokens, &name);
            cast.mentions.push(CastMention { name, entity, subject });
        }
        cast.keep_styles(tokens);
        cast.by_role.values_mut().for_each(|given| given.sort_unstable());
        cast.genders(tokens);
        cast
    }

    /// Somebody of whom the article has a last name alone is known by the style before it: 'Ayatollah Khamenei'.
    fn keep_styles(&mut self, tokens: &Tokens<'_>) {
        for CastMention { name, entity, .. } in &self.mentions {
            let held = &mut self.entities[*entity];
            if !held.name.contains(' ') && tokens.language().speaker.names.styles.contains(tokens.before(name.start, 1))
            {
                let styled = name.start - 1..name.end;
                held.full = tokens.span_of(styled.clone()).unwrap_or(held.full);
                held.name = shape::written(tokens, styled);
            }
        }
    }

    /// Adds one mention to whom it belongs to; `None` for a bare adjective.
    fn enter(&mut self, tokens: &Tokens<'_>, run: Range<usize>, titled: bool) -> Option<usize> {
        let language = &tokens.language().speaker;
        let words = entity::words(tokens, run.clone());
        let phrase = name::lower(tokens, run.clone());
        let country = language.places.country(&phrase, &[Standing::Name]);
        if country.is_none() && language.places.is_adjective(&phrase) {
            return None;
        }
        let raw: Vec<&str> = run.clone().map(|at| tokens.raw(at)).collect();
        let known = if let Some(country) = country {
            self.exact.get(&country.to_lowercase()).copied()
        } else {
            self.find(&words, &raw, run.start, evidence::title_gender(tokens, run.start))
        };
        let entity = known.unwrap_or_else(|| self.create(tokens, &run, words, country));
        let acronym = shape::bracketed(tokens, run.end);
        if let Some(acronym) = acronym {
            self.by_acronym.entry(tokens.word(acronym).to_owned()).or_insert(entity);
            let longer = run.len() > 1 || self.entities[entity].words.len() == 1;
            if longer && !self.entities[entity].name.ends_with(')') {
                let core = self.entities[entity].name.clone();
                let core = shape::spelt_out(&core, tokens.raw(acronym)).unwrap_or(&core);
                self.entities[entity].name = format!("{core} ({})", tokens.raw(acronym));
                self.entities[entity].full = tokens.span(run.start).to(tokens.span(acronym + 1));
            }
        }
        let places = &mut self.places[entity];
        let at = places.partition_point(|place| *place < run.start);
        if places.len() < REMEMBERED {
            places.insert(at, run.start);
        }
        let held = &mut self.entities[entity];
        held.count += 1;
        held.evidence.add(tokens, &run, titled);
        let evidence = &held.evidence;
        let holds = !(evidence.place || evidence.named_organisation || evidence.document);
        for (role, at) in evidence::roles(tokens, &run).into_iter().filter(|_| holds) {
            self.by_role.entry(role).or_default().push((at, entity));
        }
        Some(entity)
    }

    fn create(&mut self, tokens: &Tokens<'_>, run: &Range<usize>, words: Vec<String>, country: Option<&str>) -> usize {
        let entity = self.entities.len();
        let span = tokens.span_of(run.clone()).unwrap_or(tokens.span(run.start));
        let written = shape::written(tokens, shape::with_owner(tokens, run));
        let name = country.map_or(written, str::to_owned);
        self.exact.entry(words.join(" ")).or_insert(entity);
        self.exact.entry(name.to_lowercase()).or_insert(entity);
        if country.is_none() {
            let last = words.last().cloned().unwrap_or_default();
            self.by_last.entry(last).or_default().push(entity);
            self.by_first.entry(words[0].clone()).or_default().push(entity);
            let language = self.language;
            for initials in initials(&words, language).into_iter().chain(initials(&words[1..], language)) {
                self.by_acronym.entry(initials).or_insert(entity);
            }
        }
        let mut evidence = Evidence::default();
        evidence.place = country.is_some();
        evidence.named_organisation = country.is_none() && is_organisation(tokens, run, &words);
        evidence.document = country.is_none() && words.len() > 1 && is_document(&words, self.language);
        self.entities.push(Entity { name, words, evidence, full: span, count: 0 });
        self.places.push(Vec::new());
        entity
    }

    /// Learns from 'his' and 'her' between the first person that a sentence names and the second.
    fn genders(&mut self, tokens: &Tokens<'_>) {
        let mut index = 0;
        while index < self.mentions.len() {
            let sentence = tokens.sentence(self.mentions[index].name.start);
            let start = index;
            while index < self.mentions.len() && self.mentions[index].name.start < sentence.end {
                index += 1;
            }
            let mut people: Vec<usize> = self.mentions[start..index]
                .iter()
                .filter(|m| self.entities[m.entity].can_be_person())
                .map(|m| m.entity)
                .collect();
            people.dedup();
            let Some(entity) = people.first().copied() else { continue };
            let mut of = self.mentions[start..index].iter();
            let first = of.find(|m| m.entity == entity).map_or(sentence.end, |m| m.name.end);
            let second =
                of.find(|m| people.contains(&m.entity) && m.entity != entity).map_or(sentence.end, |m| m.name.start);
            self.entities[entity].evidence.hear(tokens, first..second);
        }
    }
}

/// The bare names of an article, in order, each with whether a person's title stands before it.
fn names(tokens: &Tokens<'_>) -> Vec<(Range<usize>, bool)> {
    let words = &tokens.language().speaker;
    let mut found: Vec<(Range<usize>, bool)> = Vec::new();
    let spelling = name::spelling(tokens);
    for run in name::runs(tokens, &spelling) {
        match titles::bare(tokens, run.clone()) {
            TitleRun::Name(name) => found.push((name, false)),
            TitleRun::Person(name) => found.push((name, true)),
            // What somebody is president of is named too.
            TitleRun::Titles => found.extend(shape::purview(tokens, &run).map(|name| (name, false))),
        }
    }
    let single = found.iter().filter(|(name, _)| name.len() == 1);
    let alone: HashSet<&str> = single.map(|(name, _)| tokens.raw(name.start)).collect();
    for (name, titled) in found.iter_mut().filter(|(_, titled)| !*titled) {
        // 'the Japanese Toyota', where 'Toyota' stands alone elsewhere.
        let inner = name.end - 1;
        let plain =
            alone.contains(tokens.raw(inner)) && !has_any_number(&words.nouns.organisations, tokens.word(inner));
        if name.len() == 2 && words.places.is_adjective(tokens.word(name.start)) && plain {
            name.start = inner;
        }
        if let Some(person) = shape::behind_purview(tokens, name, |word| alone.contains(word)) {
            (*name, *titled) = (person, true);
        }
    }
    found
}
