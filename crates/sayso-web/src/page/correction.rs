//! One correction at the desk: the text that it is about, who sent it, and deciding it.

use maud::{Markup, html};
use sayso::ledger::anchor::{Fit, Part};
use sayso::wording::numbers::count;
use sayso::wording::times;

use super::frame::Frame;
use crate::annotated_text::AnnotatedText;
use crate::components;
use crate::correction::{KINDS, Placed, snippet};
use crate::desk_store::{Correction, CorrectionState, Credit, Listing, Queued};

/// Code points of the article around a passage.
const AROUND: usize = 80;

/// What a fit is called, and what it says.
pub fn fit(fit: Fit) -> (&'static str, &'static str) {
    match fit {
        Fit::Exact => ("exact", "the words stand where the reader saw them"),
        Fit::Moved => ("moved", "the same words, elsewhere in the article"),
        Fit::Changed => ("changed", "other words stand there now"),
        Fit::Ambiguous => ("ambiguous", "more than one place fits"),
        Fit::Orphan => ("orphan", "the passage is no longer in the article"),
    }
}

/// One that waits.
pub fn open(frame: &Frame, listing: Listing, (queued, placed): (&Queued, &Placed), is_first: bool) -> Markup {
    let correction = &queued.correction;
    let received = &correction.received;
    let (word, told) = fit(placed.anchor.fit);
    let told = match placed.anchor.part {
        Part::Headline => "in the headline",
        Part::Text if placed.is_kept => told,
        Part::Text => {
            "no version in the ledger has these words: they may stand in a caption or a credit, which are not kept"
        }
    };
    let heading = format!("c-{}", correction.id);
    let now = passage(placed);
    html! {
        article class=(if is_first { "corr now" } else { "corr" }) aria-labelledby=(heading) data-item {
            div.anchor { b { (word) } (told) (credited(correction, &queued.credit)) }
            div {
                h2 id=(heading) { (received.kind) span { " · " (received.publisher) ", " (article(correction, placed)) } }
                p.text { (asked(correction)) }
                @if placed.anchor.fit == Fit::Changed { @if let Some((_, now, _)) = &now { p.text.dim { "Now reads: “" (now) "”" } } }
                @if let Some((before, now, behind)) = now.as_ref().filter(|_| placed.anchor.fit != Fit::Changed) { p.meta { "…" (before) b { (now) } (behind) "…" } }
                @if let Some(reason) = &received.reason { p.rnote { (reason) cite { "a reader, " (times::day(correction.at)) ", " (times::clock(correction.at)) } } }
            }
            div.state {
                @for claim in &placed.claims { p { "Touches: " a href=(components::claim_at(&claim.id)) { (sayso::wording::statement::speakers(claim)) ": " (super::stories::brief(&claim.gist)) } } }
                (deciding(frame, listing, correction, now.map(|(_, now, _)| now)))
                (rejecting(frame, listing, queued))
            }
        }
    }
}

/// What speaks for it.
fn credited(correction: &Correction, credit: &Credit) -> Markup {
    let way = if correction.worked { "a browser worked for it" } else { "sent by the form without a script" };
    html! {
        ul.credit {
            @if credit.readers > 1 { li { strong { (count(usize::try_from(credit.readers).unwrap_or(0), "reader")) } } }
            @if correction.times > credit.readers.max(1) { li { "sent " (correction.times) " times" } }
            @if credit.approved > 0 { li { strong { "right before: " (credit.approved) } } }
            @if credit.rejected > 0 { li { "rejected before: " (credit.rejected) } }
            li { (way) }
        }
    }
}

fn article(correction: &Correction, placed: &Placed) -> Markup {
    let title = headline(correction);
    html! {
        @match &placed.latest {
            Some(latest) => a href=(components::article_at(&latest.record.id)) { (title) },
            None => { (title) },
        }
    }
}

/// The headline; a word for it where there was none, or it was removed with the article's text.
pub fn headline(correction: &Correction) -> &str {
    let title = &correction.received.title;
    if title.is_empty() { "an article without its headline" } else { title }
}

/// The passage in its article's words, with what stands before and behind it.
fn passage(placed: &Placed) -> Option<(String, String, String)> {
    let (latest, place) = placed.latest.as_ref().zip(placed.anchor.places.first())?;
    let text = match placed.anchor.part {
        Part::Text => AnnotatedText::plain(&latest.record.text),
        Part::Headline => AnnotatedText::plain(latest.record.article.title.as_deref()?),
    };
    Some((
        text.words(place.start.saturating_sub(AROUND)..place.start),
        text.words(place.clone()),
        text.words(place.end..place.end + AROUND),
    ))
}

fn deciding(frame: &Frame, listing: Listing, correction: &Correction, now: Option<String>) -> Markup {
    let received = &correction.received;
    let id = &correction.id;
    html! {
        p { b { "Open" } }
        details {
            summary { "Approve or reject…" }
            form.verdict method="post" action="/corrections/decide" {
                (brought(frame, listing, id))
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

/// All of one sender at once, where they sent more than this one.
fn rejecting(frame: &Frame, listing: Listing, Queued { correction, credit }: &Queued) -> Markup {
    html! {
        @if credit.readers == 1 && credit.alone > 1 {
            details {
                summary { "Reject all " (credit.alone) " from this sender…" }
                form.verdict method="post" action="/corrections/decide" {
                    (brought(frame, listing, &correction.id))
                    p.meta { (credit.alone) " corrections that wait came from where this one came from, and from nobody else. All are rejected, with nothing told but that. It can be undone." }
                    p.decide { button.btn type="submit" name="verdict" value="reject-all" { "Reject these " (credit.alone) } }
                }
            }
        }
    }
}

/// What every form of a list brings along: what it is about, and where to go back to.
fn brought(frame: &Frame, listing: Listing, id: &str) -> Markup {
    html! {
        (components::token(&frame.visitor.token))
        input type="hidden" name="id" value=(id);
        input type="hidden" name="state" value=(listing.state.word());
        input type="hidden" name="order" value=(listing.order.word());
        input type="hidden" name="page" value=(listing.page);
    }
}

/// One that is decided.
pub fn closed(frame: &Frame, listing: Listing, correction: &Correction) -> Markup {
    let heading = format!("c-{}", correction.id);
    let received = &correction.received;
    html! {
        article.corr aria-labelledby=(heading) data-item {
            div.anchor { b { (if correction.state == CorrectionState::Approved { "approved" } else { "rejected" }) } @if correction.times > 1 { "sent " (correction.times) " times" } }
            div {
                h2 id=(heading) { (received.kind) span { " · " (received.publisher) ", " (headline(correction)) } }
                @if let Some(decided) = &correction.decided {
                    p.text { @if decided.old.is_empty() && decided.new.is_empty() { (asked(correction)) } @else { (change(&decided.old, &decided.new)) } }
                    @if !decided.note.is_empty() { p.rnote { (decided.note) } }
                }
                @if correction.state == CorrectionState::Approved {
                    details { summary.meta { "To paste into the article" } textarea.copied readonly rows="4" aria-label="A note to paste" { (snippet(correction)) } }
                }
            }
            div.state {
                @if let Some(decided) = &correction.decided { p { "by " b { (decided.by) } ", " (times::day(decided.at)) ", " (times::clock(decided.at)) } }
                @if correction.state == CorrectionState::Approved { p { (public_page(correction)) } }
                (small(frame, listing, &correction.id, ("reopen", "Open again")))
                @if received.wording.is_some() || received.reason.is_some() { (small(frame, listing, &correction.id, ("erase", "Erase the reader’s words"))) }
            }
        }
    }
}

/// What became of one a moment ago, with the way back.
pub fn just_decided(frame: &Frame, listing: Listing, correction: &Correction) -> Markup {
    let became = match correction.state {
        CorrectionState::Open => "Open again: ",
        CorrectionState::Approved => "Approved and published: ",
        CorrectionState::Rejected => "Rejected: ",
    };
    html! {
        div.rnote.gap role="status" {
            (became) (correction.received.kind) ", " (headline(correction)) ". "
            @if correction.state == CorrectionState::Approved { (public_page(correction)) " " }
            @if correction.state != CorrectionState::Open { (small(frame, listing, &correction.id, ("reopen", "Open again"))) }
        }
    }
}

fn public_page(correction: &Correction) -> Markup {
    html! { a href={ "/corrections/by/" (components::segment(&correction.received.publisher)) } { "public page" } }
}

/// A verdict of one word.
pub fn small(frame: &Frame, listing: Listing, id: &str, (verdict, label): (&str, &str)) -> Markup {
    html! {
        form.inline method="post" action="/corrections/decide" {
            (brought(frame, listing, id))
            button.link type="submit" name="verdict" value=(verdict) { (label) }
        }
    }
}

/// What a reader would have changed.
fn asked(correction: &Correction) -> Markup {
    let received = &correction.received;
    change(&received.exact, received.wording.as_deref().unwrap_or_default())
}

/// What stood there and what stands there now.
pub fn change(old: &str, new: &str) -> Markup {
    html! { @if !old.is_empty() { del { (old) } " " } @if !new.is_empty() { ins { (new) } } }
}
