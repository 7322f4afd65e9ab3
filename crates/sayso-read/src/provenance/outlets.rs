//! The outlets that an article names, each at every place where it does.

use std::collections::BTreeMap;
use std::ops::Range;

use sayso_text::Text;

use super::article_outlets::ArticleOutlets;
use super::described::{self, DescribedOutlet};
use super::name;
use super::own_outlet::OwnOutlet;
use crate::tokens::Tokens;

/// A place where an outlet is named or gone back to.
#[derive(Debug)]
pub(super) struct OutletMention {
    pub(super) tokens: Range<usize>,
    /// The fullest name that the article has for it so far.
    pub(super) name: String,
    /// Whether the words alone tell an outlet; otherwise it is one only where something is reported by it.
    pub(super) sure: bool,
    /// Whether it is the outlet whose article this is.
    pub(super) own: bool,
}

/// All mentions, in the order of the text; none overlap.
pub(super) struct Outlets {
    mentions: Vec<OutletMention>,
}

impl Outlets {
    /// Finds the outlets of an article in one pass.
    pub(super) fn new(tokens: &Tokens<'_>, text: &Text, own: &OwnOutlet) -> Self {
        let (told, mentions) = (ArticleOutlets::new(tokens), Vec::new());
        let mut finder = Finder { tokens, text, own, told, mentions, full: BTreeMap::new() };
        let mut index = 0;
        while index < tokens.len() {
            index = finder.step(index).max(index + 1);
        }
        Self { mentions: finder.mentions }
    }

    /// The mentions that share a token with a range.
    pub(super) fn within(&self, range: Range<usize>) -> &[OutletMention] {
        let start = self.mentions.partition_point(|mention| mention.tokens.end <= range.start);
        let end = self.mentions.partition_point(|mention| mention.tokens.start < range.end);
        &self.mentions[start..end.max(start)]
    }
}

struct Finder<'a, 't> {
    tokens: &'a Tokens<'t>,
    text: &'a Text,
    own: &'a OwnOutlet,
    told: ArticleOutlets<'t>,
    mentions: Vec<OutletMention>,
    /// Full names by what the article calls them for short: an acronym, or their last word.
    full: BTreeMap<String, String>,
}

impl Finder<'_, '_> {
    /// Looks at one token; the token to go on with.
    fn step(&mut self, index: usize) -> usize {
        let floor = self.mentions.last().map_or(0, |last| last.tokens.end);
        if let Some(found) = name::at(self.tokens, index, floor) {
            return self.named(found.tokens, found.sure);
        }
        match described::at(self.tokens, index, floor) {
            Some(DescribedOutlet::Named(tokens)) => self.named(tokens, true),
            Some(DescribedOutlet::Unnamed(tokens)) => {
                let name = self.written(tokens.clone());
                self.push(tokens, name, true)
            }
            Some(DescribedOutlet::Back(tokens)) => self.back(tokens),
            None => self.told(index).unwrap_or_else(|| self.acronym(index)),
        }
    }

    /// An outlet by name: a short one takes the full name that ends in it.
    fn named(&mut self, tokens: Range<usize>, sure: bool) -> usize {
        let written = self.written(tokens.clone());
        let short = self.tokens.word(tokens.end - 1).to_owned();
        let fuller = self.full.get(&short).filter(|_| tokens.len() == 1).cloned();
        let is_known = fuller.is_some();
        let end = if tokens.len() > 1 { self.defined(&tokens, &written) } else { tokens.end };
        if tokens.len() > 1 {
            self.full.insert(short, written.clone());
        }
        self.push(tokens.start..end, fuller.unwrap_or(written), sure || is_known)
    }

    /// Learns the acronym in brackets behind a name; the end of both.
    fn defined(&mut self, tokens: &Range<usize>, name: &str) -> usize {
        let at = tokens.end;
        if self.tokens.raw(at) != "(" || self.tokens.raw(at + 2) != ")" || !is_acronym(self.tokens.raw(at + 1)) {
            return at;
        }
        self.full.insert(self.tokens.word(at + 1).to_owned(), name.to_owned());
        at + 3
    }

    /// An outlet that only what is done with it tells.
    fn told(&mut self, index: usize) -> Option<usize> {
        let tokens = self.told.at(self.tokens, index)?;
        Some(self.named(tokens, false))
    }

    /// An acronym that the article has explained, or that it has something 'via'.
    fn acronym(&mut self, index: usize) -> usize {
        let raw = self.tokens.raw(index);
        if !is_acronym(raw) {
            return index + 1;
        }
        let is_via = self.tokens.before(index, 1) == "via" && self.tokens.raw(index + 1) == ":";
        let has_more = self.tokens.before(index, 1) == "(" && self.tokens.word(index + 1) == "has";
        let is_own = self.own.is(raw);
        let full = self.full.get(self.tokens.word(index)).cloned();
        if full.is_none() && !is_via && !has_more && !is_own {
            return index + 1;
        }
        self.push(index..index + 1, full.unwrap_or_else(|| raw.to_owned()), true)
    }

    /// 'the newspaper': the last outlet by name of that make; without one, the article's own, which is not noted.
    fn back(&mut self, tokens: Range<usize>) -> usize {
        let noun = self.tokens.word(tokens.end - 1);
        let words = &self.tokens.language().provenance.outlets;
        let last = self.mentions.iter().rev().take(8).find(|mention| described::can_be(words, &mention.name, noun));
        let Some(name) = last.map(|mention| mention.name.clone()) else { return tokens.end };
        self.push(tokens, name, true)
    }

    fn push(&mut self, tokens: Range<usize>, name: String, sure: bool) -> usize {
        let end = tokens.end;
        // Words of two lines are no name.
        if self.tokens.sentence(tokens.start) != self.tokens.sentence(end - 1) {
            return tokens.start + 1;
        }
        let own = self.own.is(&name);
        self.mentions.push(OutletMention { tokens, name, sure, own });
        end
    }

    /// A name as written; 'The' belongs to it where it has a capital inside a sentence.
    fn written(&self, tokens: Range<usize>) -> String {
        let first = self.tokens.sentence(tokens.start).start;
        let has_article = tokens.start > first + 1 && self.tokens.raw(tokens.start - 1) == "The";
        let span = self.tokens.span_of(tokens.start - usize::from(has_article)..tokens.end);
        let written = span.map_or("", |span| self.text.slice(span));
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Two to six capitals.
fn is_acronym(raw: &str) -> bool {
    (2..=6).contains(&raw.len()) && raw.bytes().all(|byte| byte.is_ascii_uppercase())
}
