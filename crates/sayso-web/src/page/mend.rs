//! Setting a reading right: what a mention says and whose it is, and a claim that was missed.

use maud::{Markup, html};
use sayso::ledger::record::{MentionRecord, StatedFigure};
use sayso::{Certainty, SpeakerKind, Stance};
use serde_json::Number;

use super::frame::Frame;
use crate::marks;
use crate::passage::Passage;

/// The form that mends one mention, filled with what holds now.
pub fn mend(frame: &Frame, mention: &MentionRecord, text: &Passage) -> Markup {
    let source = mention.source.first().map(|at| text.words(at.0..at.1)).unwrap_or_default();
    let names: Vec<&str> = mention.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    html! {
        div.top {
            p.meta { a href=(marks::claim_at(&mention.id)) { "The claim" } " / " a href=(marks::article_at(&mention.article)) { "the article" } }
            h1 { "Mend a mention" }
            p.standfirst { "What you change here holds from now on, under your name, and can be undone. What you leave stays as it was read." }
        }
        @if !mention.decided.is_empty() { ul.rows.gap { @for decided in &mention.decided { li { (decided) } } } }
        form.add method="post" action="/mend" {
            (marks::token(&frame.visitor.token))
            input type="hidden" name="mention" value=(mention.id);
            p { label for="words" { "The claim, in the article’s words" } textarea id="words" name="words" rows="3" required { (text.words(mention.start..mention.end)) } }
            p { label for="source" { "The words that name the source" } input id="source" name="source" value=(source); }
            p { label for="speakers" { "Whose it is, a name on each line; none: the article states it itself" } textarea id="speakers" name="speakers" rows="2" { (names.join("\n")) } }
            (kind())
            (stances(mention.stance))
            (certainties(mention.certainty))
            @for figure in &mention.figures { (stated(figure, text)) }
            @if !mention.figures.is_empty() { p { label { input type="checkbox" name="no_figures" value="yes"; " It counts nothing" } } }
            button.btn.go type="submit" { "Mend it" }
        }
    }
}

fn stated(figure: &StatedFigure, text: &Passage) -> Markup {
    let is = &figure.is;
    let id = figure.figure;
    let number = |number: &Option<Number>| number.as_ref().map(ToString::to_string).unwrap_or_default();
    let field = |name: &str, label: &str, value: String| {
        html! { span { label for={ (name) "-" (id) } { (label) } input id={ (name) "-" (id) } name={ (name) "-" (id) } value=(value); } }
    };
    html! {
        fieldset {
            legend { "“" (text.words(is.start..is.end)) "”" }
            div.fields {
                (field("value", "Number", number(&is.value)))
                (field("low", "At least", number(&is.low)))
                (field("high", "At most", number(&is.high)))
                (field("unit", "Measured in", is.unit.clone().unwrap_or_default()))
                (field("counted", "What is counted", is.counted.clone().unwrap_or_default()))
                label { input type="checkbox" name={ "approximate-" (id) } value="yes" checked[is.approximate]; " about" }
            }
        }
    }
}

/// The form that adds a claim which the reading of an article missed.
pub fn missed(frame: &Frame, article: &str) -> Markup {
    html! {
        details.merge id="missed" {
            summary data-key="a" { "Add a claim that was missed… " kbd { "a" } }
            form.add method="post" action="/missed" {
                (marks::token(&frame.visitor.token))
                input type="hidden" name="article" value=(article);
                input type="hidden" name="paragraph" data-chosen="paragraph";
                div.meta { "Choose the words in the text and press " kbd { "a" } ", or copy them here." }
                p { label for="missed-words" { "The claim, in the article’s words" } textarea id="missed-words" name="words" rows="3" required data-chosen="words" {} }
                p { label for="missed-speakers" { "Whose it is, a name on each line; none: the article states it itself" } textarea id="missed-speakers" name="speakers" rows="2" {} }
                (kind())
                p { label for="missed-source" { "The words that name the source" } input id="missed-source" name="source"; }
                p { label for="missed-cue" { "The words that attribute it, such as “said”" } input id="missed-cue" name="cue"; }
                p { label for="missed-via" { "The outlet that the article has it from, if any" } input id="missed-via" name="via"; }
                (stances(Stance::Asserts))
                (certainties(Certainty::Certain))
                button.btn.go type="submit" { "Add the claim" }
            }
        }
    }
}

fn kind() -> Markup {
    html! {
        p {
            label for="kind" { "What sort of speaker" }
            select id="kind" name="kind" {
                option value="" { "as the article has it" }
                @for kind in SpeakerKind::ALL { option value=(kind.name()) { (kind.name()) } }
            }
        }
    }
}

fn stances(chosen: Stance) -> Markup {
    html! { p { label for="stance" { "What they do with it" } select id="stance" name="stance" { @for stance in Stance::ALL { option value=(stance.name()) selected[stance == chosen] { (stance.name()) } } } } }
}

fn certainties(chosen: Certainty) -> Markup {
    html! { p { label for="certainty" { "How firmly" } select id="certainty" name="certainty" { @for firmly in Certainty::ALL { option value=(firmly.name()) selected[firmly == chosen] { (firmly.name()) } } } } }
}
