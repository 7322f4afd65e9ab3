//! Corrections: the desk's queue, what a publisher corrected, the form that works without a script, and what a reader sees of
//! their own.

use maud::{Markup, html};
use sayso::ledger::anchor::Fit;
use sayso::told::numbers::count;
use sayso::told::times;

use super::frame::Frame;
use crate::beside::{Correction, State};
use crate::correction::{KINDS, Placed, snippet};
use crate::marks;
use crate::passage::Passage;

/// Code points of the article around a passage.
const AROUND: usize = 80;

/// What a fit is called, and what it says.
fn fit(fit: Fit) -> (&'static str, &'static str) {
    match fit {
        Fit::Exact => ("exact", "the words stand where the reader saw them"),
        Fit::Moved => ("moved", "the same words, elsewhere in the article"),
        Fit::Changed => ("changed", "other words stand there now"),
        Fit::Ambiguous => ("ambiguous", "more than one place fits"),
        Fit::Orphan => ("orphan", "the passage is no longer in the article"),
    }
}

/// The queue, with where each waiting passage stands.
pub fn queue(frame: &Frame, waiting: &[(Correction, Placed)], decided: &[Correction], takes: bool) -> Markup {
    html! {
        div.since.head { h1 { "Corrections" } p.meta { "From readers, by Ctrl Enter on a passage. Nothing changes until someone decides." } }
        @if !takes {
            p.meta.gap { "The desk takes none yet: start it with " code { "--site news.example" } " for each site whose readers may send corrections." }
        }
        @if waiting.is_empty() { p.meta.gap { "None is waiting." } }
        @for (place, (correction, placed)) in waiting.iter().enumerate() { (open(frame, correction, placed, place == 0)) }
        @if !decided.is_empty() {
            section.sec aria-labelledby="h-done" {
                header { h2 id="h-done" { "Decided" } }
                @for correction in decided { (closed(frame, correction)) }
            }
        }
    }
}

fn open(frame: &Frame, correction: &Correction, placed: &Placed, is_first: bool) -> Markup {
    let received = &correction.received;
    let (word, told) = fit(placed.anchor.fit);
    let heading = format!("c-{}", correction.id);
    let now = passage(placed);
    html! {
        article class=(if is_first { "corr now" } else { "corr" }) aria-labelledby=(heading) data-item {
            div.anchor { b { (word) } (told) @if correction.times > 1 { br; "sent " (correction.times) " times" } }
            div {
                h2 id=(heading) { (received.kind) span { " · " (received.publisher) ", " (article(correction, placed)) } }
                p.text { del { (received.exact) } @if let Some(wording) = &received.wording { " " ins { (wording) } } }
                @if placed.anchor.fit == Fit::Changed { @if let Some((_, now, _)) = &now { p.text.dim { "Now reads: “" (now) "”" } } }
                @if let Some((before, now, behind)) = now.as_ref().filter(|_| placed.anchor.fit != Fit::Changed) { p.meta { "…" (before) b { (now) } (behind) "…" } }
                @if let Some(reason) = &received.reason { p.rnote { (reason) cite { "a reader, " (times::day(correction.at)) ", " (times::clock(correction.at)) } } }
            }
            div.state {
                @for claim in &placed.claims { p { "Touches: " a href=(marks::claim_at(&claim.id)) { (sayso::told::wording::speakers(claim)) ": " (super::stories::brief(&claim.gist)) } } }
                (deciding(frame, correction, now.map(|(_, now, _)| now)))
            }
        }
    }
}

fn article(correction: &Correction, placed: &Placed) -> Markup {
    let title = headline(correction);
    html! {
        @match &placed.latest {
            Some(latest) => a href=(marks::article_at(&latest.record.id)) { (title) },
            None => { (title) },
        }
    }
}

/// The headline; a word for it where there was none, or it was removed with the article's text.
fn headline(correction: &Correction) -> &str {
    let title = &correction.received.title;
    if title.is_empty() { "an article without its headline" } else { title }
}

/// The passage in its article's words, with what stands before and behind it.
fn passage(placed: &Placed) -> Option<(String, String, String)> {
    let (latest, place) = placed.latest.as_ref().zip(placed.anchor.places.first())?;
    let text = Passage::plain(&latest.record.text);
    Some((
        text.words(place.start.saturating_sub(AROUND)..place.start),
        text.words(place.clone()),
        text.words(place.end..place.end + AROUND),
    ))
}

fn deciding(frame: &Frame, correction: &Correction, now: Option<String>) -> Markup {
    let received = &correction.received;
    let id = &correction.id;
    html! {
        p { b { "Open" } }
        details {
            summary { "Approve or reject…" }
            form.verdict method="post" action="/corrections/decide" {
                (marks::token(&frame.visitor.token))
                input type="hidden" name="id" value=(id);
                label for={ "k-" (id) } { "Kind" }
                select id={ "k-" (id) } name="kind" { @for kind in KINDS { option value=(kind) selected[kind == received.kind] { (kind) } } }
                label for={ "o-" (id) } { "Was" }
                textarea id={ "o-" (id) } name="old" rows="2" { (now.unwrap_or_else(|| received.exact.clone())) }
                label for={ "n-" (id) } { "Is now" }
                textarea id={ "n-" (id) } name="new" rows="2" { (received.wording.as_deref().unwrap_or_default()) }
                label for={ "t-" (id) } { "What readers are told" }
                textarea id={ "t-" (id) } name="note" rows="3" {}
                p.decide {
                    button.btn.go type="submit" name="verdict" value="approved" { "Approve and publish" }
                    button.btn type="submit" name="verdict" value="rejected" { "Reject" }
                }
            }
        }
    }
}

fn closed(frame: &Frame, correction: &Correction) -> Markup {
    let heading = format!("c-{}", correction.id);
    let received = &correction.received;
    html! {
        article.corr aria-labelledby=(heading) data-item {
            div.anchor { b { (if correction.state == State::Approved { "approved" } else { "rejected" }) } @if correction.times > 1 { "sent " (correction.times) " times" } }
            div {
                h2 id=(heading) { (received.kind) span { " · " (received.publisher) ", " (headline(correction)) } }
                @if let Some(decided) = &correction.decided { p.text { (change(&decided.old, &decided.new)) } p.rnote { (decided.note) } }
                @if correction.state == State::Approved {
                    details { summary.meta { "To paste into the article" } textarea.copied readonly rows="4" aria-label="A note to paste" { (snippet(correction)) } }
                }
            }
            div.state {
                @if let Some(decided) = &correction.decided { p { "by " b { (decided.by) } ", " (times::day(decided.at)) ", " (times::clock(decided.at)) } }
                @if correction.state == State::Approved { p { a href={ "/corrections/by/" (marks::segment(&received.publisher)) } { "public page" } } }
                (small(frame, &correction.id, "reopen", "Open again"))
                @if received.wording.is_some() || received.reason.is_some() { (small(frame, &correction.id, "erase", "Erase the reader’s words")) }
            }
        }
    }
}

fn small(frame: &Frame, id: &str, verdict: &str, label: &str) -> Markup {
    html! {
        form.inline method="post" action="/corrections/decide" {
            (marks::token(&frame.visitor.token))
            input type="hidden" name="id" value=(id);
            button.link type="submit" name="verdict" value=(verdict) { (label) }
        }
    }
}

fn change(old: &str, new: &str) -> Markup {
    html! { @if !old.is_empty() { del { (old) } " " } @if !new.is_empty() { ins { (new) } } }
}

/// What a publisher corrected: for everybody, with nothing of what readers wrote.
pub fn published(publisher: &str, corrections: &[Correction]) -> Markup {
    html! {
        div.top { h1 { "Corrections" } p.standfirst { (publisher) ": " (count(corrections.len(), "correction")) "." } }
        @if corrections.is_empty() { p.meta { "None has been published." } }
        @for correction in corrections {
            @if let Some(decided) = &correction.decided {
                article.corr.public itemscope itemtype="https://schema.org/CorrectionComment" {
                    div.anchor { b { (decided.kind) } time itemprop="datePublished" datetime=(decided.at.to_string()) { (times::day(decided.at)) } }
                    div {
                        h2 { @if marks::site(&correction.received.url).is_some() { a href=(correction.received.url) rel="noreferrer external" { (headline(correction)) } } @else { (headline(correction)) } }
                        p.text itemprop="text" { (decided.note) }
                        @if !decided.old.is_empty() || !decided.new.is_empty() { p.text.dim { (change(&decided.old, &decided.new)) } }
                    }
                }
            }
        }
    }
}

/// What a form without a script starts with.
#[derive(Debug, Default)]
pub struct Written {
    /// The page.
    pub url: String,
    /// The passage.
    pub exact: String,
}

/// The form that works without a script.
pub fn write(token: &str, written: &Written) -> Markup {
    html! {
        div.top { h1 { "Write to us" } p.standfirst { "Say which words of which article are wrong, and how you know. No name is needed." } }
        form.add method="post" action="/corrections/write" {
            (marks::token(token))
            p { label for="url" { "Address of the article" } input id="url" type="url" name="url" required value=(written.url) maxlength="2000"; }
            p { label for="exact" { "The passage, copied from the article" } textarea id="exact" name="exact" rows="3" required maxlength="2000" { (written.exact) } }
            fieldset { legend { "What is it?" } @for (place, kind) in KINDS.iter().enumerate() { label { input type="radio" name="kind" value=(kind) checked[place == 1]; " " (kind) } } }
            p { label for="wording" { "Better wording" } textarea id="wording" name="wording" rows="2" maxlength="4000" {} }
            p { label for="reason" { "Why, and how you know" } textarea id="reason" name="reason" rows="4" maxlength="4000" {} }
            div.vh aria-hidden="true" { label for="website" { "Leave this empty" } input id="website" name="website" tabindex="-1" autocomplete="off"; }
            button.btn.go type="submit" { "Send to the desk" }
        }
    }
}

/// What became of a reader's correction, for whoever has its link, and what can be had by mail.
pub fn outcome(correction: &Correction, by_mail: &Markup) -> Markup {
    html! {
        div.top {
            h1 { (match correction.state { State::Open => "Waiting to be read", State::Approved => "Corrected", State::Rejected => "Not corrected" }) }
            p.standfirst {
                "Your note on "
                @if !correction.received.exact.is_empty() { "“" (super::stories::brief(&correction.received.exact)) "” in " }
                (headline(correction)) ", sent " (times::day(correction.at)) "."
            }
            @match correction.decided.as_ref().filter(|_| correction.state != State::Open) {
                Some(decided) => { p { "Decided " (times::day(decided.at)) "." } p.text { (change(&decided.old, &decided.new)) } @if !decided.note.is_empty() { p.rnote { (decided.note) } } },
                None => p.meta.gap { "Keep this page’s address: it is the only way back, and nobody else is told it unless they sent the very same." },
            }
        }
        (by_mail)
    }
}
