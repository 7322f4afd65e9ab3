//! Corrections for everybody: what a publisher corrected, the form that works without a script, and what a reader sees of their
//! own.

use maud::{Markup, html};
use sayso::wording::numbers::count;
use sayso::wording::times;

use super::correction::{change, headline};
use crate::components;
use crate::correction::KINDS;
use crate::desk_store::{Correction, CorrectionState};

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
                        h2 { @if components::site(&correction.received.url).is_some() { a href=(correction.received.url) rel="noreferrer external" { (headline(correction)) } } @else { (headline(correction)) } }
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
pub struct CorrectionDraft {
    /// The page.
    pub url: String,
    /// The passage.
    pub exact: String,
}

/// The form that works without a script.
pub fn write(token: &str, written: &CorrectionDraft) -> Markup {
    html! {
        div.top { h1 { "Write to us" } p.standfirst { "Say which words of which article are wrong, and how you know. No name is needed." } }
        form.add method="post" action="/corrections/write" {
            (components::token(token))
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
            h1 { (match correction.state { CorrectionState::Open => "Waiting to be read", CorrectionState::Approved => "Corrected", CorrectionState::Rejected => "Not corrected" }) }
            p.standfirst {
                "Your note on "
                @if !correction.received.exact.is_empty() { "“" (super::stories::brief(&correction.received.exact)) "” in " }
                (headline(correction)) ", sent " (times::day(correction.at)) "."
            }
            @match correction.decided.as_ref().filter(|_| correction.state != CorrectionState::Open) {
                Some(decided) => { p { "Decided " (times::day(decided.at)) "." } p.text { (change(&decided.old, &decided.new)) } @if !decided.note.is_empty() { p.rnote { (decided.note) } } },
                None => p.meta.gap { "Keep this page’s address: it is the only way back, and nobody else is told it unless they sent the very same." },
            }
        }
        (by_mail)
    }
}
