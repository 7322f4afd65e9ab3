//! Attributions whose source was not given: quotations that go on, verbs whose subject stands right before.

use std::ops::Range;

use super::found::Resolution;
use super::resolve::Resolver;
use crate::attribution::AttributionSpans;
use crate::tokens::Kind;

/// How many names of a sentence are looked at, and how many tokens of a cue.
const LOOK: usize = 32;

impl Resolver<'_, '_> {
    /// The agent behind 'was quoted by': the noun phrase up to what ends it.
    fn agent(&mut self, start: usize) -> Vec<Resolution> {
        let words = &self.tokens.language().speaker;
        let tokens = self.tokens;
        if start >= tokens.len() {
            return Vec::new();
        }
        let ends = |at: &usize| {
            let word = tokens.word(*at);
            tokens.is(*at, Kind::Mark)
                || words.small.function.contains(word) && !words.phrases.inside_agents.contains(word)
        };
        let bound = tokens.sentence(start).end.min(start + LOOK);
        let end = (start..bound).find(ends).unwrap_or(bound);
        if start < end { self.phrase(start..end, &[], None) } else { Vec::new() }
    }

    /// A quotation that goes on without source or cue belongs to whoever spoke last before it, one paragraph back at most.
    pub(super) fn sourceless(&mut self, triple: &AttributionSpans) -> Vec<Resolution> {
        if let Some(cue) = triple.cue.first() {
            return self.unsourced_verb(self.tokens.within(*cue));
        }
        let Some(content) = triple.content.first() else { return Vec::new() };
        let at = self.tokens.within(*content).start;
        if at >= self.tokens.len() || !self.quoted[at] {
            return Vec::new();
        }
        let before = self.past.partition_point(|past| past.at < at);
        let Some(past) = before.checked_sub(1).map(|index| &self.past[index]) else { return Vec::new() };
        let near = self.tokens.paragraph_number(past.at) + 1 >= self.tokens.paragraph_number(at);
        let referents = if near { past.referents.as_slice() } else { &[] };
        referents.iter().map(|referent| Resolution { referent: *referent, because: vec![past.span] }).collect()
    }

    /// A verb whose source was not given: the name or the pronoun right before it, or for 'saying' the last source of the
    /// sentence. A passive stays without. English endings tell finite verbs from others.
    fn unsourced_verb(&mut self, cue: Range<usize>) -> Vec<Resolution> {
        let words = &self.tokens.language().speaker;
        let tokens = self.tokens;
        let cue = cue.start..cue.end.min(cue.start + LOOK);
        if !cue.is_empty() && tokens.word(cue.end - 1) == "by" {
            return self.agent(cue.end);
        }
        let minded = cue.clone().any(|at| words.verbs.attitudes.contains(tokens.word(at)));
        let passive = !minded && cue.clone().any(|at| words.verbs.passive.contains(tokens.word(at)));
        if cue.is_empty() || passive {
            return Vec::new();
        }
        let opener = tokens.before(cue.start, 1);
        let finite = minded
            || tokens.word(cue.end - 1).ends_with(['d', 's'])
            || words.verbs.finite.contains(tokens.word(cue.start));
        let participle = words.verbs.participles.contains(tokens.word(cue.start));
        let sentence = tokens.sentence(cue.start).start;
        if finite && words.pronouns.subjects.contains(opener) {
            return self.phrase(cue.start - 1..cue.start, &[], None);
        }
        let plain = |name: &Range<usize>| !words.places.is_adjective(tokens.word(name.start));
        if let Some((name, _)) = self.cast.ending(cue.start).filter(|(name, _)| finite && plain(name)) {
            return self.phrase(name, &[], None);
        }
        let joined = finite && matches!(opener, "and" | "but") && sentence + 2 < cue.start;
        if !participle && !joined {
            return Vec::new();
        }
        let before = self.past.partition_point(|past| past.at < cue.start);
        let last = before.checked_sub(1).map(|index| &self.past[index]).filter(|past| past.at >= sentence);
        if let Some(past) = last {
            return past
                .referents
                .iter()
                .map(|referent| Resolution { referent: *referent, because: vec![past.span] })
                .collect();
        }
        let first = self
            .cast
            .after(sentence)
            .take(LOOK)
            .take_while(|mention| mention.name.start < cue.start)
            .find(|mention| mention.subject);
        let pronoun = words.pronouns.personal.contains(tokens.word(sentence)).then_some(sentence..sentence + 1);
        match pronoun.or_else(|| first.map(|mention| mention.name.clone())) {
            Some(subject) => self.phrase(subject, &[], None),
            None => Vec::new(),
        }
    }
}
