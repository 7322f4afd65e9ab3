//! Furniture by its wording: whole lines, last sentences, headers of lists, in any case, with straight apostrophes.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Regex, RegexSet, RegexSetBuilder};

use crate::article::FurnitureKind::{self, Advertisement, CorrectionFooter, Credit, LinkLine, Other, SignUp};
use crate::vocabulary::{PageWords, all, any, one_of, pattern};

/// A longer line is a paragraph, whatever it begins with.
const LONGEST: usize = 320;

/// Room for the automaton that is made while reading: with the library's 2 MiB it is thrown away over and over.
const AUTOMATON: usize = 32 << 20;

/// The kinds of whole lines in the order in which they are tried.
const LINES: [FurnitureKind; 6] = [Advertisement, LinkLine, CorrectionFooter, Credit, SignUp, Other];

/// The kinds of last sentences in the order in which they are tried.
const ENDINGS: [FurnitureKind; 5] = [Other, LinkLine, Credit, SignUp, CorrectionFooter];

struct Wordings {
    kinds: &'static [FurnitureKind],
    patterns: RegexSet,
}

impl Wordings {
    /// One pattern a kind.
    fn new(kinds: &'static [FurnitureKind], of_kind: impl Fn(FurnitureKind) -> String) -> Self {
        let mut patterns = RegexSetBuilder::new(kinds.iter().map(|kind| whole(&of_kind(*kind))));
        let patterns = patterns.dfa_size_limit(AUTOMATON).build();
        Self { kinds, patterns: patterns.expect("patterns of languages are checked as they are loaded") }
    }

    /// The first kind that matches decides.
    fn kind_of(&self, text: &str) -> Option<FurnitureKind> {
        let text = plain(text)?;
        self.patterns.matches(&text).iter().next().map(|at| self.kinds[at])
    }
}

static WHOLE_LINES: LazyLock<Wordings> = LazyLock::new(|| {
    Wordings::new(&LINES, |kind| {
        let lines = all().iter().filter_map(|words| words.furniture.lines.of(kind)).flat_map(|lines| lines.iter());
        let leading: Vec<String> = if kind == LinkLine { all().iter().map(see_also).collect() } else { Vec::new() };
        one_of(lines.chain(leading.iter().map(String::as_str)))
    })
});
static LAST_SENTENCES: LazyLock<Wordings> = LazyLock::new(|| {
    Wordings::new(&ENDINGS, |kind| {
        one_of(all().iter().filter_map(|words| words.furniture.endings.of(kind)).flat_map(|endings| endings.iter()))
    })
});
static HEADERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&whole(&format!(r"{}\s*[:»>]?", any(|words| &words.furniture.list_headers)))));

/// 'Lesen Sie auch', 'Mehr zum Thema: …', 'Lea también sobre la feria'.
fn see_also(words: &PageWords) -> String {
    let (phrases, about) = (&words.furniture.see_also.phrases, &words.furniture.see_also.about);
    format!(r"{}(?: {} [^.“”]{{2,39}})?(?:\s*[:?|»>–-].*)?", one_of(phrases.iter()), one_of(about.iter()))
}

/// Bounds of words are those of ASCII: with Unicode's, a line with any other letter is left to a slower engine, which took a
/// tenth of the time of reading pages.
fn whole(pattern: &str) -> String {
    format!("(?i)^(?:{})$", pattern.replace(r"\b", r"(?-u:\b)"))
}

/// With straight apostrophes; `None` where it is too long to be furniture.
fn plain(text: &str) -> Option<Cow<'_, str>> {
    let curly = text.contains(['’', '‘']);
    (text.len() <= LONGEST).then(|| if curly { text.replace(['’', '‘'], "'").into() } else { text.into() })
}

/// What a whole line is, if its wording is that of furniture.
pub(super) fn kind_of_line(line: &str) -> Option<FurnitureKind> {
    WHOLE_LINES.kind_of(line)
}

/// What a sentence at the end of a paragraph is.
pub(super) fn kind_of_ending(sentence: &str) -> Option<FurnitureKind> {
    LAST_SENTENCES.kind_of(sentence)
}

/// Whether a line stands over a list of other articles.
pub(super) fn is_list_header(line: &str) -> bool {
    plain(line).is_some_and(|line| HEADERS.is_match(&line))
}
