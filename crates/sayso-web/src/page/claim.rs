//! A claim: where it appears in its own words, where it came from, how it stands to others, what people decided, and what a
//! person may decide now.

use maud::{Markup, html};
use sayso::ledger::Entry;
use sayso::ledger::decision::Verdict;
use sayso::ledger::mention::short_form;
use sayso::ledger::record::{Claim, ClaimMention, Link, StoryRecord};
use sayso::ledger::store::Decision;
use sayso::wording::numbers::{count, counted};
use sayso::wording::statement::{relation, story_name, via};
use sayso::wording::{StoryIndex, times};

use super::frame::Frame;
use super::pending::behind;
use super::stories::brief;
use super::story_rows::said;
use super::watched::buttons;
use crate::annotated_text::{AnnotatedText, Layer, MarkKind};
use crate::chart::strip;
use crate::components::{self, Route};

/// Code points of the text around a mention.
const AROUND: usize = 220;

/// Claims that are offered for merging.
const OFFERED: usize = 200;

/// A claim with all that its page shows.
pub struct Seen<'s> {
    /// The story.
    pub story: &'s StoryRecord,
    /// The claim.
    pub claim: &'s Claim,
    /// The articles of the mentions that are shown in their words.
    pub entries: &'s [Entry],
    /// Decisions about it, the latest first, and whether each holds.
    pub decisions: &'s [(Decision, bool)],
}

/// The page.
pub fn claim(frame: &Frame, seen: &Seen<'_>) -> Markup {
    let shelf = StoryIndex::new(seen.story);
    html! {
        (top(frame, seen, &shelf))
        div.spread {
            div.col { (mentions(frame, seen, &shelf)) (links(seen, &shelf)) }
            div.side { (independence(seen.claim, &shelf)) (figures(seen)) (history(frame, seen)) (footnote(seen, &shelf)) }
        }
    }
}

fn top(frame: &Frame, seen: &Seen<'_>, shelf: &StoryIndex<'_>) -> Markup {
    let Seen { story, claim, .. } = seen;
    let first = shelf.article(&claim.origin.article);
    html! {
        div.top {
            p.meta { a href=(components::story_at(&story.id)) { (story_name(&story.name)) } " / claim " (short_form(&claim.id)) }
            h1.gist { "“" (claim.gist) "”" }
            p {
                (components::speakers(claim)) " · " (components::stance(claim.stance))
                @if let Some(firmly) = components::certainty(claim.certainty) { ", " (firmly) }
            }
            p.meta {
                @if let Some(first) = first { "First seen in " a href=(components::article_at(&first.id)) { (components::outlet(first)) } ", " (components::moment(first.published.as_deref())) }
                @if let Some(named) = &claim.origin.named { "; the coverage names " b { (named) } " as where it came from" }
            }
            @if let Some(pending) = frame.behind(&seen.story.id) { (behind(pending)) }
            @if frame.edits() { div.decide role="group" aria-label="Decisions" {
                (button(frame, "confirm", &claim.id, "Confirm", "c", true))
                (button(frame, "reject", &claim.id, "Not a claim", "x", false))
                a.btn href="#merge" data-key="e" { "Merge with… " kbd { "e" } }
                (watching(frame, seen))
                span.meta { "You decide as " b { (frame.visitor.name) } ". A decision outlives every later reading and can be undone." }
            } } @else { div.decide { (watching(frame, seen)) } }
        }
    }
}

fn watching(frame: &Frame, seen: &Seen<'_>) -> Markup {
    let has_figure =
        seen.story.figures.iter().flat_map(|series| &series.series).any(|point| point.claim == seen.claim.id);
    html! { @if let Some(first) = seen.claim.mentions.first() { (buttons(frame, &first.id, has_figure)) } }
}

fn button(frame: &Frame, what: &str, on: &str, label: &str, key: &str, is_main: bool) -> Markup {
    html! {
        form method="post" action="/decide" {
            (components::token(&frame.visitor.token))
            input type="hidden" name="what" value=(what);
            input type="hidden" name="on" value=(on);
            button class=(if is_main { "btn go" } else { "btn" }) type="submit" data-key=(key) { (label) " " kbd { (key) } }
        }
    }
}

fn mentions(frame: &Frame, seen: &Seen<'_>, shelf: &StoryIndex<'_>) -> Markup {
    let claim = seen.claim;
    html! {
        section.sec aria-labelledby="h-men" {
            header { h2 id="h-men" { "Mentions" } p { "In order of publication, in their own words" } }
            @if frame.edits() { form id="split" method="post" action="/decide" { (components::token(&frame.visitor.token)) input type="hidden" name="what" value="split"; } }
            @for (place, mention) in claim.mentions.iter().enumerate() {
                article.men id={ "m" (place + 1) } data-item {
                    (at(mention, shelf))
                    div {
                        (quotation(mention, seen.entries))
                        p.meta { (route(mention, shelf)) @if mention.cue.is_none() && mention.via.is_empty() { " · stated as the article’s own" } }
                        @if frame.edits() { p.meta.hand { a href={ "/mention/" (components::segment(&mention.id)) } { "Mend…" } @if mention.is_added() { " · added by hand" } } }
                        @if frame.edits() && claim.mentions.len() > 1 {
                            p.meta.hand { label { input type="checkbox" name="on" value=(mention.id) form="split"; " not the same claim" } }
                        }
                    }
                }
            }
            @if frame.edits() && claim.mentions.len() > 1 {
                p.decide { button.btn type="submit" form="split" data-key="s" { "Split off the ticked mentions " kbd { "s" } } }
            }
            @if frame.edits() { (merge(frame, seen, shelf)) }
        }
    }
}

fn at(mention: &ClaimMention, shelf: &StoryIndex<'_>) -> Markup {
    let article = shelf.article(&mention.article);
    html! {
        div.at {
            b { (shelf.outlet(&mention.article)) }
            (components::moment(article.and_then(|article| article.published.as_deref()))) br;
            a href=(components::article_at(&mention.article)) { (mention.article.to_string()) }
        }
    }
}

fn route(mention: &ClaimMention, shelf: &StoryIndex<'_>) -> Markup {
    let route = Route::of(mention, shelf);
    html! {
        span.route {
            (route.inline())
            (match route { Route::FirstHand => "First-hand".to_owned(), Route::Cites => format!("Has it{}", via(&mention.via).trim_start_matches(',')), Route::Copy => "A copy".to_owned() })
        }
    }
}

/// The words round a mention, from its article; the words that are kept where the article is not at hand.
fn quotation(mention: &ClaimMention, entries: &[Entry]) -> Markup {
    let Some(entry) = entries.iter().find(|entry| entry.record.id == mention.article) else {
        return html! { p.dim { "Open the article for its words." } };
    };
    let record = &entry.record;
    let attribution = record.attributions.iter().find(|found| Some(&found.id) == mention.attribution.as_ref());
    let mut layers = vec![Layer { at: mention.start..mention.end, kind: MarkKind::Chosen }];
    let mut mark =
        |at: &[(usize, usize)], kind| layers.extend(at.iter().map(|(start, end)| Layer { at: *start..*end, kind }));
    mark(&mention.source_at, MarkKind::Source { unnamed: false });
    if let Some(attribution) = attribution {
        mark(&attribution.cue, MarkKind::Cue);
    }
    let reach =
        layers.iter().map(|layer| layer.at.clone()).reduce(|all, at| all.start.min(at.start)..all.end.max(at.end));
    let reach = reach.unwrap_or(mention.start..mention.end);
    let length = record.text.chars().count();
    let passage = AnnotatedText::new(&record.text, layers, Vec::new());
    let wide = reach.start.saturating_sub(AROUND)..(reach.end + AROUND).min(length);
    let [before, after] = [passage.words(wide.start..reach.start), passage.words(reach.end..wide.end)];
    let start = reach.start - sentences_back(&before);
    let end = reach.end + sentence_on(&after);
    html! { blockquote { (passage.marked(&(start..end))) } }
}

/// Code points from the beginning of the sentence, or the line, to the end of a text.
fn sentences_back(before: &str) -> usize {
    let ends = before.rmatch_indices(['\n', '.', '?', '!']);
    let mut ends = ends.filter(|(at, sign)| *sign == "\n" || before[at + sign.len()..].starts_with(' '));
    let cut = ends.next().map_or_else(|| before.find(' ').map_or(0, |space| space + 1), |(at, sign)| at + sign.len());
    before[cut..].trim_start().chars().count()
}

/// Code points to the end of the sentence, or of the line.
fn sentence_on(after: &str) -> usize {
    let line = after.split('\n').next().unwrap_or_default();
    let stop = line.match_indices(['.', '?', '!']).find(|(at, sign)| {
        let rest = line[at + sign.len()..].trim_start_matches(['”', '"', '’', ')']);
        rest.is_empty() || rest.starts_with(' ')
    });
    let cut = stop.map_or(line.len(), |(at, sign)| {
        let rest = &line[at + sign.len()..];
        at + sign.len() + (rest.len() - rest.trim_start_matches(['”', '"', '’', ')']).len())
    });
    line[..cut].chars().count()
}

fn merge(frame: &Frame, seen: &Seen<'_>, shelf: &StoryIndex<'_>) -> Markup {
    let others: Vec<&Claim> = nearest_first(seen, shelf);
    html! {
        details.merge id="merge" {
            summary { "Merge with another claim, or move a mention to it" }
            form method="post" action="/decide" {
                (components::token(&frame.visitor.token))
                p {
                    label for="merge-with" { "The other claim" }
                    select id="merge-with" name="on" required {
                        option value="" { "Choose…" }
                        @for other in others { option value=(other.id) { (sayso::wording::statement::speakers(other)) ": " (brief(&other.gist)) } }
                    }
                }
                fieldset {
                    legend.vh { "What to move" }
                    label { input type="radio" name="what" value="merge" checked; " Everything: the two are one claim" }
                    input type="hidden" name="claim" value=(seen.claim.id);
                    @if seen.claim.mentions.len() > 1 {
                        @for (place, mention) in seen.claim.mentions.iter().enumerate() {
                            label { input type="radio" name="what" value={ "reassign:" (mention.id) }; " Mention " (place + 1) " alone, " (shelf.outlet(&mention.article)) }
                        }
                    }
                }
                button.btn type="submit" { "Merge or move" }
            }
        }
    }
}

/// The other claims of the story: those linked to this one before the rest.
fn nearest_first<'s>(seen: &Seen<'s>, shelf: &StoryIndex<'s>) -> Vec<&'s Claim> {
    let linked = seen
        .story
        .links
        .iter()
        .filter_map(|link| other_end(link, &seen.claim.id))
        .filter_map(|(id, _)| shelf.claim(id));
    let mut all: Vec<&Claim> = linked.collect();
    for claim in &seen.story.claims {
        if claim.id != seen.claim.id && !all.iter().any(|known| known.id == claim.id) {
            all.push(claim);
        }
    }
    all.truncate(OFFERED);
    all
}

fn other_end<'l>(link: &'l Link, claim: &str) -> Option<(&'l str, bool)> {
    if link.a == claim {
        Some((&link.b, true))
    } else if link.b == claim {
        Some((&link.a, false))
    } else {
        None
    }
}

fn links(seen: &Seen<'_>, shelf: &StoryIndex<'_>) -> Markup {
    let links: Vec<(&Link, &str, bool)> = seen
        .story
        .links
        .iter()
        .filter_map(|link| other_end(link, &seen.claim.id).map(|(other, is_first)| (link, other, is_first)))
        .collect();
    html! {
        section.sec aria-labelledby="h-lin" {
            header { h2 id="h-lin" { "How it stands to other claims" } }
            @if links.is_empty() { p.meta { "No claim of this story denies, supports or revises it." } }
            ul.rows {
                @for (link, other, is_first) in links {
                    @if let Some(other) = shelf.claim(other) {
                        li data-item { p.label { (relation(link.kind, is_first)) span.dim { " " (format!("{:.2}", link.score)) } } (said(other, shelf)) }
                    }
                }
            }
        }
    }
}

fn independence(claim: &Claim, shelf: &StoryIndex<'_>) -> Markup {
    html! {
        section.sec aria-labelledby="h-ind" {
            header { h2 id="h-ind" { "Who really has it" } }
            p.big { b { (count(claim.sources, "source")) } (if claim.sources == 1 { " stands" } else { " stand" }) " behind it. " (components::first_hand(claim, shelf, true)) }
            div.gap { (strip(claim, shelf)) }
            @if !claim.because.is_empty() {
                h3.label { "Because" }
                ol.why { @for reason in &claim.because { li { span { (reason) } } } }
            }
        }
    }
}

fn figures(seen: &Seen<'_>) -> Markup {
    let points =
        seen.story.figures.iter().flat_map(|series| &series.series).filter(|point| point.claim == seen.claim.id);
    let points: Vec<_> = points.collect();
    if points.is_empty() {
        return html! {};
    }
    html! {
        section.sec aria-labelledby="h-figs" {
            header { h2 id="h-figs" { "Its figures" } }
            ul.rows { @for point in points { li { b.num { (counted(point)) } ", since " (times::moment(point.published.as_deref()).trim_end_matches(" UTC")) } } }
        }
    }
}

fn history(frame: &Frame, seen: &Seen<'_>) -> Markup {
    html! {
        section.sec aria-labelledby="h-his" {
            header { h2 id="h-his" { "Decisions" } }
            @if seen.decisions.is_empty() { p.meta { "Nobody has decided anything about it." } }
            ul.rows { @for (decision, holds) in seen.decisions { li.h { (decided(frame, decision, *holds)) } } }
        }
    }
}

/// A decision in a line, with a way to undo it where it holds.
pub fn decided(frame: &Frame, decision: &Decision, holds: bool) -> Markup {
    html! {
        time datetime=(decision.at.to_string()) { (times::day(decision.at)) ", " (times::clock(decision.at)) }
        span {
            b { (decision.by) } ": " (decision.what) " " (decision.on.join(", "))
            @if holds && frame.edits() && decision.what != Verdict::Remove {
                form.inline method="post" action="/decide" {
                    (components::token(&frame.visitor.token))
                    input type="hidden" name="what" value="undo";
                    input type="hidden" name="on" value=(decision.id);
                    button.link type="submit" data-key="u" { "undo" }
                }
            } @else if !holds { span.dim { " · undone" } }
        }
    }
}

/// The claim with its footnote, to be copied.
fn footnote(seen: &Seen<'_>, shelf: &StoryIndex<'_>) -> Markup {
    let claim = seen.claim;
    html! {
        section.sec aria-labelledby="h-foot" {
            header { h2 id="h-foot" { "With its footnote" } }
            label.vh for="footnote" { "The claim with its footnote" }
            textarea.copied id="footnote" readonly rows="6" { (noted(claim, shelf)) }
            button.btn type="button" data-copies="footnote" { "Copy" }
        }
    }
}

/// '“There were no troops.” — The ministry (denies). First seen: KTA, Feb 3, 11:05 UTC, https://…; 4 of 4 outlets first-hand, 1 source.'
fn noted(claim: &Claim, shelf: &StoryIndex<'_>) -> String {
    let first = &claim.origin.article;
    let url = shelf.article(first).and_then(|article| article.url.as_deref());
    let address = url.map(|url| format!(", {url}")).unwrap_or_default();
    format!(
        "“{}” — {} ({}). First seen: {}, {}{address}; {} of {} first-hand, {}. Claim {}.",
        claim.gist,
        sayso::wording::statement::speakers(claim),
        components::stance_word(claim.stance),
        shelf.outlet(first),
        shelf.moment(first),
        shelf.first_hand(claim).len(),
        count(shelf.carriers(claim).len(), "outlet"),
        count(claim.sources, "source"),
        claim.id,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_begins_and_ends_with_its_sentence() {
        assert_eq!(sentences_back("It rained. She said "), "She said ".chars().count());
        assert_eq!(sentences_back("A headline\nShe "), 4);
        assert_eq!(sentences_back(""), 0);
        assert_eq!(sentence_on(" in May.” He left."), " in May.”".chars().count());
        assert_eq!(sentence_on(" at 3.5 knots\nNext"), " at 3.5 knots".chars().count());
    }
}
