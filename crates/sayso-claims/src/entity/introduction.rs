//! How an article introduces a person: 'Governor Liv Tarrant', 'Liv Tarrant, governor of Sandholm county'.

use crate::vocabulary::english;
use crate::words::folded;
use crate::work;

/// Words of a role, at most; what is longer tells a story of its own.
const LONGEST_ROLE: usize = 9;

/// Words of a body's name, at least: a single one is as often a place.
const LEAST_BODY: usize = 2;

/// A role, and on which side of the name it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Introduction {
    /// 'Governor' in 'Governor Liv Tarrant'.
    Before(String),
    /// 'governor of Sandholm county' in 'Liv Tarrant, governor of Sandholm county'.
    Behind(String),
}

impl Introduction {
    /// The introduction of a name in the words that name a source.
    pub(crate) fn of(source: &str, name: &str) -> Option<Self> {
        let source = without_brackets(source);
        let at = source.find(name)?;
        let behind = source[at + name.len()..].strip_prefix(", ");
        let behind = behind.and_then(|rest| role_behind(rest).or_else(|| body_behind(rest))).map(Self::Behind);
        behind.or_else(|| role_before(&source[..at]).map(Self::Before))
    }

    /// The introduction of a name where an article only tells of it: "In Adesh, Mirzal's deputy foreign minister, Senn
    /// Orvath, moved away from it."
    /// The name stands in the text at each of `places`.
    pub(crate) fn in_text(text: &str, mut places: impl Iterator<Item = usize>) -> Option<Self> {
        places.find_map(|at| {
            let before = text[..at].strip_suffix(", ")?;
            let role = before.rsplit(['.', '\n', '"', '“', ',', ';', ':']).next()?.trim();
            work::count(role.len());
            let is_office = role.split_whitespace().last().is_some_and(|word| english().entity.offices.contains(word));
            let short = role.split_whitespace().count() <= LONGEST_ROLE;
            (is_office && short && is_owned(role)).then(|| Self::Before(role.to_owned()))
        })
    }

    /// The name with its role, as a first mention has it.
    pub(crate) fn with(&self, name: &str) -> String {
        match self {
            Self::Before(role) if name.starts_with(role.as_str()) => name.to_owned(),
            Self::Before(role) => format!("{role} {name}"),
            Self::Behind(role) if is_owned(role) => format!("{role} {name}"),
            Self::Behind(role) => format!("{name} ({role})"),
        }
    }

    /// The role's words.
    pub(crate) fn role(&self) -> &str {
        match self {
            Self::Before(role) | Self::Behind(role) => role,
        }
    }

    /// How much it tells: a role with the name of a body or a place tells most.
    pub(crate) fn fullness(&self) -> (bool, usize) {
        let role = self.role();
        let named = role.split_whitespace().skip(usize::from(matches!(self, Self::Before(_)))).any(starts_upper);
        let behind = matches!(self, Self::Behind(_));
        (named, role.split_whitespace().count() + usize::from(behind))
    }
}

fn role_behind(rest: &str) -> Option<String> {
    let role = clause(rest);
    let words: Vec<&str> = role.split_whitespace().take_while(|word| !english().entity.clause.contains(word)).collect();
    let words = without_article(&words);
    // 'Bo Lind, Ms Reed's neighbour' has a role, 'Bo Lind, Ms Reed' has none.
    let is_office = |word: &&str| english().entity.offices.contains(&folded(word));
    let names_others = words.contains(&"and") && words.first().is_some_and(|word| starts_upper(word));
    let is_plain = words.iter().any(|word| !starts_upper(word));
    let is_role = !names_others && (is_plain || words.len() > 1 && words.last().is_some_and(is_office));
    let has_letters = words.iter().any(|word| word.chars().any(char::is_alphabetic));
    (is_role && has_letters && words.len() <= LONGEST_ROLE).then(|| words.join(" "))
}

/// A stretch up to the mark that ends its clause: a stop inside a word, or behind a lone letter, is an abbreviation's, as in
/// 'the U.S. army'.
fn clause(rest: &str) -> &str {
    // Letters and stops of the word so far.
    let (mut letters, mut stops) = (0, 0);
    for (at, letter) in rest.char_indices() {
        let abbreviates =
            letters == 1 || stops > 0 || rest[at + letter.len_utf8()..].starts_with(char::is_alphanumeric);
        match letter {
            ',' | ';' => return &rest[..at],
            '.' if !abbreviates => return &rest[..at],
            '.' => stops += 1,
            _ if letter.is_whitespace() => (letters, stops) = (0, 0),
            _ => letters += 1,
        }
    }
    rest
}

/// The body at which somebody is, in a clause: ', who heads the eye department at the Laumont University Hospital'.
fn body_behind(rest: &str) -> Option<String> {
    let clause = clause(rest);
    english().entity.clause.iter().find(|word| clause.starts_with(word))?;
    let at = english().entity.at.iter().filter_map(|joint| Some(clause.rfind(joint)? + joint.len())).max()?;
    let written: Vec<&str> = clause[at..].split_whitespace().collect();
    let words: Vec<&str> =
        without_article(&written).iter().copied().take_while(|word| starts_upper(word) || *word == "of").collect();
    (words.len() >= LEAST_BODY && words.last().is_some_and(|word| starts_upper(word))).then(|| words.join(" "))
}

fn role_before(before: &str) -> Option<String> {
    let before = before.rsplit(['\n', '.', ';', '"', '“']).next()?.trim().trim_end_matches(',');
    let words: Vec<&str> = before.split_whitespace().collect();
    let words = without_article(&words);
    (!words.is_empty() && words.len() <= LONGEST_ROLE && !before.contains(',')).then(|| words.join(" "))
}

fn without_article<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    let skipped = words.iter().take_while(|word| english().entity.articles.contains(&folded(word))).count();
    &words[skipped..]
}

/// "Ostberg's chairman" stands before a name as well as behind it.
fn is_owned(role: &str) -> bool {
    role.split_whitespace().next().is_some_and(|word| word.ends_with("'s") || word.ends_with("’s"))
}

fn without_brackets(source: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    for letter in source.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
