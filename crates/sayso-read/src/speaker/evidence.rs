//! What stands around a name: its titles, its roles, an acronym in brackets, signs of kind and gender.

use std::ops::Range;

use super::name_part;
use super::noun_words::NounWords;
use super::words::singular;
use crate::tokens::{Kind, Tokens};

/// How far a role is looked for in an apposition, in tokens.
const REACH: usize = 12;

/// What the text shows of whom it names; first names show nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// A title, a role, an age or a 'who' shows a person.
    pub(super) person: bool,
    /// The name itself is built on a noun for an organisation, or is an acronym.
    pub(super) named_organisation: bool,
    /// How often an article or a noun before the name shows an organisation.
    pub(super) articled: usize,
    /// How often the name stands behind a word of place.
    pub(super) located: usize,
    /// The name is built on a noun for a document.
    pub(super) document: bool,
    /// The name is a country's.
    pub(super) place: bool,
    female: usize,
    male: usize,
}

impl Evidence {
    /// Adds what one mention shows.
    pub(super) fn add(&mut self, tokens: &Tokens<'_>, name: &Range<usize>, titled: bool) {
        let words = &tokens.language().speaker;
        let before = tokens.before(name.start, 1);
        let follows = |at: usize, word: &str| tokens.word(at) == word;
        let who = follows(name.end, "who") || (follows(name.end, ",") && follows(name.end + 1, "who"));
        let aged = follows(name.end, ",")
            && is_age(tokens.raw(name.end + 1))
            && matches!(tokens.word(name.end + 2), "," | ".");
        let role = roles_around(tokens, name);
        let noun = words.is_role(before) && !tokens.is_capital(name.start.saturating_sub(1));
        self.articled += usize::from(
            before == "the" || words.nouns.organisations.contains(before) || words.nouns.generic.contains(before),
        );
        let located = words.names.before_places.contains(before);
        self.located += usize::from(located);
        self.person |= !self.place && (titled || who || aged || noun || !role.is_empty());
        // Roles right before the name: in 'the spokeswoman disputed Reed's claim' there is none of Reed's.
        let before = lead(tokens, name.start).filter(|at| words.is_role(tokens.word(*at)));
        for at in role.into_iter().chain(before) {
            self.hear_word(tokens.word(at).trim_end_matches('.'), &words.nouns);
        }
    }

    fn hear_word(&mut self, word: &str, nouns: &NounWords) {
        self.female += usize::from(nouns.female.contains(word));
        self.male += usize::from(nouns.male.contains(word));
    }

    /// Counts the pronouns of a sentence that names nobody else.
    pub(super) fn hear(&mut self, tokens: &Tokens<'_>, stretch: Range<usize>) {
        let words = &tokens.language().speaker;
        for at in stretch {
            match tokens.word(at) {
                word if words.pronouns.man.contains(word) => self.male += 1,
                word if words.pronouns.woman.contains(word) => self.female += 1,
                _ => {}
            }
        }
    }

    /// Whether the text gives a woman, `Some(false)` a man; `None` where it does not say.
    pub(super) fn is_female(&self) -> Option<bool> {
        (self.female != self.male).then_some(self.female > self.male)
    }
}

/// Whether the words behind a name of one word introduce a person: ', daughter of', ', 34,' or ', who'.
pub(super) fn introduces(tokens: &Tokens<'_>, name: usize) -> bool {
    let behind = name + 2;
    let is_aged = is_age(tokens.raw(behind)) && matches!(tokens.word(behind + 1), "," | ".");
    let is_told = tokens.word(behind) == "who" || !roles_around(tokens, &(name..name + 1)).is_empty();
    tokens.word(name + 1) == "," && (is_aged || is_told)
}

fn is_age(raw: &str) -> bool {
    raw.len() == 2 && raw.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the title before a name gives a woman, `Some(false)` a man.
pub(super) fn title_gender(tokens: &Tokens<'_>, start: usize) -> Option<bool> {
    let words = &tokens.language().speaker;
    match tokens.before(start, 1).trim_end_matches('.') {
        word if words.nouns.titles_of_men.contains(word) => Some(false),
        word if words.nouns.titles_of_women.contains(word) => Some(true),
        _ => None,
    }
}

/// Collects the roles that a mention gives, each with its place.
pub(super) fn roles(tokens: &Tokens<'_>, name: &Range<usize>) -> Vec<(String, usize)> {
    let lead = lead(tokens, name.start);
    let found = lead.filter(|at| tokens.language().speaker.is_role(tokens.word(*at))).chain(roles_around(tokens, name));
    let named = |at: usize| {
        let word = tokens.word(at).trim_end_matches('.');
        let word = word.rsplit('-').next().unwrap_or(word);
        (singular(word).unwrap_or_else(|| word.to_owned()), at)
    };
    found.map(named).collect()
}

/// The tokens of titles and roles right before a name.
fn lead(tokens: &Tokens<'_>, start: usize) -> Range<usize> {
    let sentence = tokens.sentence(start).start;
    let within = |at: usize| {
        matches!(tokens.word(at), "of" | "for" | "the") && at > sentence && name_part::is_part(tokens, at - 1)
    };
    let is_lead = |at: &usize| {
        tokens.language().speaker.is_role(tokens.word(*at)) || name_part::is_part(tokens, *at) || within(*at)
    };
    let length = (sentence..start).rev().take(REACH).take_while(is_lead).count();
    start - length..start
}

/// Roles in the apposition before or after a name: 'the agency's chief, Kyrylo Budanov', 'Ana Silva, a police spokeswoman'.
fn roles_around(tokens: &Tokens<'_>, name: &Range<usize>) -> Vec<usize> {
    let words = &tokens.language().speaker;
    let sentence = tokens.sentence(name.start);
    let mut found = Vec::new();
    if matches!(tokens.word(name.end), "," | "—" | "–" | "(") {
        let stretch = name.end + 1..sentence.end.min(name.end + 1 + REACH);
        let open = stretch.take_while(|at| !ends_apposition(tokens, *at));
        let open: Vec<usize> = open.collect();
        let closes = open.last().map_or(name.end, |at| at + 1);
        let closed = closes == sentence.end
            || matches!(tokens.word(closes), "," | "." | ")" | ";" | "—" | "–" | "who" | "“" | "\"");
        let role = open.into_iter().find(|at| words.is_role(tokens.word(*at)) && !words.is_role(tokens.word(*at + 1)));
        let still_open = role.is_some_and(|at| !name_part::is_part(tokens, at + 1) || tokens.is_capital(at));
        found.extend(role.filter(|_| closed && still_open));
    }
    // 'the Prime Minister of Singapore, Mr. Lee'
    let title = |at: &usize| words.nouns.titles.contains(tokens.word(*at).trim_end_matches('.'));
    let start = name.start - (sentence.start..name.start).rev().take_while(title).count();
    if tokens.before(start, 1) == "," && start >= sentence.start + 2 {
        let comma = start - 1;
        let back = (sentence.start..comma).rev().take(REACH).take_while(|at| tokens.word(*at) != ",");
        let stretch: Vec<usize> = back.collect();
        let opener = stretch
            .iter()
            .find(|at| words.phrases.before_roles.contains(tokens.word(**at)) || tokens.is(**at, Kind::Possessive));
        if let Some(opener) = opener {
            found.extend(
                (*opener + 1..comma).find(|at| words.is_role(tokens.word(*at)) && !words.is_role(tokens.word(*at + 1))),
            );
        }
    }
    found
}

/// Whether an apposition ends before a token.
pub(super) fn ends_apposition(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "," | ";" | "." | ")" | ":" | "“" | "\"")
        || tokens.language().speaker.phrases.behind_appositions.contains(tokens.word(at))
}

/// Whether a name stands where a subject does: nothing before its noun phrase but a clause's beginning, or a noun there,
/// which ends as no English participle does.
pub(super) fn is_subject(tokens: &Tokens<'_>, name: &Range<usize>) -> bool {
    let words = &tokens.language().speaker;
    let modifies = words.is_role(tokens.word(name.end)) && !tokens.is_capital(name.end);
    if tokens.is(name.end, Kind::Possessive) || modifies {
        return false;
    }
    let sentence = tokens.sentence(name.start).start;
    let phrase = |at: &usize| {
        let word = tokens.word(*at);
        words.is_role(word)
            || name_part::is_part(tokens, *at)
            || words.phrases.before_subjects.contains(word)
            || words.places.is_adjective(word)
    };
    let length = (sentence..name.start).rev().take(REACH).take_while(phrase).count();
    let start = name.start - length;
    if opens_clause(tokens, start) {
        return true;
    }
    // 'After opposition leader Ana Silva': a noun before the role.
    let modifier =
        start.checked_sub(1).filter(|at| *at >= sentence && start < name.start && tokens.is(*at, Kind::Word));
    modifier.is_some_and(|at| {
        !words.small.function.contains(tokens.word(at)) && !tokens.word(at).ends_with("ed") && opens_clause(tokens, at)
    })
}

/// Whether a token is the first of its sentence or stands behind what opens a clause.
fn opens_clause(tokens: &Tokens<'_>, start: usize) -> bool {
    let opener = tokens.before(start, 1);
    start == tokens.sentence(start).start
        || matches!(opener, "," | "“" | "\"" | "”" | "''" | ":" | ";" | "—")
        || tokens.language().speaker.phrases.before_clauses.contains(opener)
}
