//! Which names are one entity's: found by what they must share, never by comparing each with each.

use std::collections::HashMap;

use sayso_lang::Standing;

use super::EntityName;
use super::introduction::Introduction;
use super::spelling::spelling;
use super::voice::spoken_for;
use crate::vocabulary::english;
use crate::words::words;
use crate::work;

/// Longer names that a short one may stand for, at most: a name that so many have stays open. Of the 76 real articles of
/// nine stories no short name fits more than four.
const MOST_FULLER: usize = 256;

/// Words of a name up to which its beginnings and ends are looked at as names: what is longer names nobody.
const LONGEST_NAME: usize = 24;

/// Words of a role that tell one office: 'secretary' alone is many people's.
const LEAST_ROLE: usize = 2;

/// Pairs of names that are one entity; where many are, each is paired with one of the others.
pub(super) fn same_entity_pairs(names: &[EntityName]) -> Vec<(usize, usize)> {
    let mut pairs = same_words(names);
    pairs.extend(firsts(spelt(names)));
    pairs.extend(same_acronym(names));
    pairs.extend(written_apart(names));
    pairs.extend(voices(names));
    pairs.extend(offices(names));
    pairs.extend(Shortened::of(names).pairs());
    pairs
}

/// Pairs each with the first that has the same key.
fn firsts<K: std::hash::Hash + Eq>(keyed: impl Iterator<Item = (K, usize)>) -> Vec<(usize, usize)> {
    let mut first: HashMap<K, usize> = HashMap::new();
    work::each(keyed).map(|(key, index)| (index, *first.entry(key).or_insert(index))).collect()
}

fn same_words(names: &[EntityName]) -> Vec<(usize, usize)> {
    firsts(names.iter().map(|name| name.words.as_slice()).zip(0..))
}

/// People by the spelling of their names.
fn spelt(names: &[EntityName]) -> impl Iterator<Item = (String, usize)> {
    let people = names.iter().enumerate().filter(|(_, name)| name.person && name.proper);
    people.filter_map(|(index, name)| Some((spelling(&name.bare())?, index)))
}

/// Bodies whose names differ in blanks alone: 'North Bay Wire' and 'North Baywire'.
fn written_apart(names: &[EntityName]) -> Vec<(usize, usize)> {
    let bodies = names.iter().enumerate().filter(|(_, name)| name.proper && !name.person && name.words.len() > 1);
    firsts(bodies.map(|(index, name)| (name.words.concat(), index)))
}

fn same_acronym(names: &[EntityName]) -> Vec<(usize, usize)> {
    let proper = names.iter().enumerate().filter(|(_, name)| name.proper);
    firsts(proper.filter_map(|(index, name)| Some((name.acronym.as_deref()?, index))))
}

/// Each voice that has no name with the body that it speaks for.
fn voices(names: &[EntityName]) -> Vec<(usize, usize)> {
    spoken_for(names).into_iter().filter(|(voice, _)| !names[*voice].person).collect()
}

/// Each person with the offices that are described as the person's own.
fn offices(names: &[EntityName]) -> Vec<(usize, usize)> {
    let mut described: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| is_described_office(name)) {
        described.entry(&name.words[1..]).or_default().push(index);
    }
    let mut pairs = Vec::new();
    for (index, role) in names.iter().enumerate().filter_map(|(index, name)| Some((index, role_held(name)?))) {
        if let Some(offices) = described.get_mut(role.as_slice()) {
            pairs.extend(work::each(offices.iter().map(|office| (index, *office))));
            // Now they are one: whoever else has the role is paired with the first.
            offices.truncate(1);
        }
    }
    pairs
}

/// Whether an office that is described is a person's: "Caldry's defence secretary" and 'Defence Secretary Marian Holt'.
pub(super) fn holds(person: &EntityName, office: &EntityName) -> bool {
    is_described_office(office) && role_held(person).is_some_and(|role| office.words[1..] == role)
}

fn is_described_office(name: &EntityName) -> bool {
    !name.person && name.words.len() > LEAST_ROLE && name.written.contains(['\'', '’'])
}

/// The words of the office that a person holds.
fn role_held(person: &EntityName) -> Option<Vec<String>> {
    let Some(Introduction::Before(role)) = &person.introduction else { return None };
    Some(words(role)).filter(|role| person.person && role.len() >= LEAST_ROLE)
}

fn same(one: &EntityName, other: &EntityName) -> bool {
    let acronym = one.proper && other.proper && one.acronym.is_some() && one.acronym == other.acronym;
    let voice = |name: &EntityName, body: &EntityName| {
        !name.person && !body.person && name.voice_of.as_ref() == Some(&body.words)
    };
    one.words == other.words
        || acronym
        || voice(one, other)
        || voice(other, one)
        || holds(one, other)
        || holds(other, one)
}

/// Proper names, those together that nothing tells apart here, and how to find those that one may stand for.
struct Shortened<'n> {
    names: &'n [EntityName],
    /// The indexes of each, in order.
    classes: Vec<Vec<usize>>,
    /// People by the last of their words and another, which may be the same.
    people: HashMap<(&'n str, &'n str), Vec<usize>>,
    /// By an acronym, their own or what their words begin with.
    acronyms: HashMap<String, Vec<usize>>,
    /// By the words that a name begins or ends with.
    parts: HashMap<&'n [String], Vec<usize>>,
}

impl<'n> Shortened<'n> {
    fn of(names: &'n [EntityName]) -> Self {
        let mut by_key: HashMap<_, usize> = HashMap::new();
        let mut classes: Vec<Vec<usize>> = Vec::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| name.proper) {
            let key = (&name.written, &name.words, name.person, &name.acronym, name.voice_of.is_some());
            let class = *by_key.entry(key).or_insert(classes.len());
            if class == classes.len() {
                classes.push(Vec::new());
            }
            classes[class].push(index);
        }
        let mut shortened =
            Self { names, classes, people: HashMap::new(), acronyms: HashMap::new(), parts: HashMap::new() };
        (0..shortened.classes.len()).for_each(|class| shortened.put(class));
        shortened
    }

    fn put(&mut self, class: usize) {
        let names = self.names;
        let name = &names[self.classes[class][0]];
        if name.person {
            let bare = name.bare();
            for word in bare.iter().take(LONGEST_NAME) {
                self.people.entry((bare[bare.len() - 1], *word)).or_default().push(class);
            }
        }
        for acronym in name.acronym.clone().into_iter().chain([name.initials()]) {
            self.acronyms.entry(acronym).or_default().push(class);
        }
        let lengths = 1..name.words.len().min(LONGEST_NAME);
        for part in lengths.flat_map(|length| [&name.words[..length], &name.words[name.words.len() - length..]]) {
            self.parts.entry(part).or_default().push(class);
        }
    }

    /// Each name that may stand for longer ones which are all one entity's, with the first of these.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for members in &self.classes {
            if let Some(fuller) = self.fuller(&self.names[members[0]])
                && let Some(first) = fuller.iter().min().filter(|_| self.is_one_line(&fuller))
            {
                pairs.extend(members.iter().map(|index| (*index, *first)));
            }
        }
        pairs
    }

    /// The names that a short one may stand for; none where there are too many.
    fn fuller(&self, short: &'n EntityName) -> Option<Vec<usize>> {
        let mut classes: Vec<usize> = Vec::new();
        for found in self.candidates(short) {
            if found.len() > MOST_FULLER {
                return None;
            }
            let fits = |class: &usize| is_short_for(short, &self.names[self.classes[*class][0]]);
            classes.extend(work::each(found.iter().copied()).filter(fits));
        }
        classes.sort_unstable();
        classes.dedup();
        Some(classes.iter().flat_map(|class| self.classes[*class].iter().copied()).collect())
    }

    /// The names that a short one may stand for are among these.
    fn candidates(&self, short: &'n EntityName) -> Vec<&[usize]> {
        let mut found: Vec<&Vec<usize>> = Vec::new();
        if short.person {
            let bare = short.bare();
            let having = bare.iter().take(LONGEST_NAME).map(|word| self.people.get(&(bare[bare.len() - 1], *word)));
            found.extend(having.map(|held| held.unwrap_or(&NOBODY)).min_by_key(|held| held.len()));
        }
        match short_acronym(short) {
            Some(acronym) => found.extend(self.acronyms.get(acronym)),
            None if !short.person => found.extend(self.parts.get(short.words.as_slice())),
            None => {}
        }
        found.into_iter().map(Vec::as_slice).collect()
    }

    /// Whether the names that a short one may stand for are one another's long and short forms: else it stays open.
    fn is_one_line(&self, fuller: &[usize]) -> bool {
        let longest = fuller.iter().max_by_key(|index| (self.names[**index].words.len(), **index));
        longest.is_some_and(|longest| {
            let longest = &self.names[*longest];
            let in_line = |name: &EntityName| within(&name.words, &longest.words) || same(name, longest);
            work::each(fuller).all(|index| in_line(&self.names[*index]))
        })
    }
}

static NOBODY: Vec<usize> = Vec::new();

/// The acronym by which a name that is hardly more may stand for a longer one.
fn short_acronym(short: &EntityName) -> Option<&String> {
    short.acronym.as_ref().filter(|_| short.words.len() <= 2)
}

/// Whether a proper name is another's short form.
fn is_short_for(short: &EntityName, full: &EntityName) -> bool {
    if short.person && full.person {
        let (short, full) = (short.bare(), full.bare());
        return !short.is_empty()
            && short.len() < full.len()
            && short.last() == full.last()
            && short.iter().all(|word| full.contains(word));
    }
    if let Some(acronym) = short_acronym(short) {
        let theirs = full.acronym.as_ref() == Some(acronym) || full.initials() == *acronym;
        let owner = short
            .words
            .iter()
            .filter(|word| *word != acronym)
            .all(|word| full.words.contains(word) || full.acronym.is_some());
        return theirs && owner && full.words != short.words;
    }
    let owned = full.voice_of.is_some() && short.voice_of.is_none() || belongs(full, short);
    let bodies = !short.person && !full.person && !short.place;
    let is_head = short.body && full.body && !is_country(&short.words) && full.words.starts_with(&short.words);
    bodies && !owned && short.words.len() < full.words.len() && (is_head || is_part(&short.words, &full.words))
}

/// Whether a name says that it is somebody else's: "Ranna Line's lawyers" are not Ranna Line.
fn belongs(name: &EntityName, owner: &EntityName) -> bool {
    let rest = name.written.strip_prefix(owner.written.as_str());
    rest.is_some_and(|rest| rest.starts_with("'s ") || rest.starts_with("’s "))
}

/// Whether a name is a country's, which begins the names of much that is there.
fn is_country(words: &[String]) -> bool {
    matches!(words, [word] if english().places.country(word, &[Standing::Name, Standing::Adjective]).is_some())
}

/// Whether a name is a body's short form: its last words, or more than one of its first, as the first word of many a name
/// is a place, a people or a brand that others have, too.
fn is_part(short: &[String], full: &[String]) -> bool {
    full.ends_with(short) || short.len() > 1 && full.starts_with(short)
}

/// Whether the words stand in the same order at either end of the others: 'Foreign Ministry' in "Kareth's Foreign Ministry".
fn within(short: &[String], full: &[String]) -> bool {
    full.ends_with(short) || full.starts_with(short)
}
