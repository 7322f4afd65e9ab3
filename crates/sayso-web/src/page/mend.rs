//! Setting a reading right: what a mention says and whose it is, and a claim that was missed.

use maud::{Markup, html};
use sayso::ledger::record::MentionRecord;
use sayso::record::FigureRecord;
use sayso::{Certainty, SpeakerKind, Stance};
use serde_json::Number;

use super::frame::Frame;
use crate::annotated_text::AnnotatedText;
use crate::components;

/// The form that mends one mention, filled with what holds now.
pub fn mend(frame: &Frame, mention: &MentionRecord, text: &AnnotatedText) -> Markup {
    let source = mention.source.first().map(|at| text.words(at.0..at.1)).unwrap_or_default();
    let names: Vec<&str> = mention.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    html! {
        div.top {
            p.meta { a href=(components::claim_at(&mention.id)) { "The claim" } " / " a href=(components::article_at(&mention.article)) { "the article" } }
            h1 { "Mend a mention" }
            p.standfirst { "What you change here holds from now on, under your name, and can be undone. What you leave stays as it was read." }
        }
        @if !mention.decided.is_empty() { ul.rows.gap { @for decided in &mention.decided { li { (decided) } } } }
        form.add.gap method="post" action="/mend" {
            (components::token(&frame.visitor.token))
            input type="hidden" name="mention" value=(mention.id);
            p { label for="words" { "The claim, in the article’s words" } textarea id="words" name="words" rows="3" required { (text.words(mention.start..mention.end)) } }
            p { label for="source" { "The words that name the source" } input id="source" name="source" value=(source); }
            p { label for="speakers" { "Whose it is, a name on each line; none: the article states it itself" } textarea id="speakers" name="speakers" rows="2" { (names.join("\n")) } }
            (kind())
            (stances(mention.stance))
            (certainties(mention.certainty))
            p { label for="via" { "The outlets that the article has it from, the nearest to it first, each on a line" } textarea id="via" name="via" rows="2" { (mention.via.join("\n")) } }
            @for (number, figure) in mention.figures.iter().enumerate() {
                fieldset {
                    legend { "“" (text.words(figure.is.start..figure.is.end)) "”" }
                    (stated(&number.to_string(), Some(&figure.is)))
                }
            }
            @if !mention.figures.is_empty() { p { label { input type="checkbox" name="no_figures" value="yes"; " It counts nothing" } } }
            details {
                summary { "A figure was missed…" }
                fieldset {
                    legend { "The figure that was missed" }
                    p { label for="missed" { "In the words of the claim" } input id="missed" name="missed"; }
                    (stated("missed", None))
                }
            }
            button.btn.go type="submit" { "Mend it" }
        }
    }
}

/// The fields of a figure, whose names end in `named`.
fn stated(named: &str, is: Option<&FigureRecord>) -> Markup {
    let number = |of: fn(&FigureRecord) -> &Option<Number>| {
        is.and_then(|is| of(is).as_ref()).map(ToString::to_string).unwrap_or_default()
    };
    let words = |of: fn(&FigureRecord) -> &Option<String>| is.and_then(|is| of(is).clone()).unwrap_or_default();
    let field = |name: &str, label: &str, value: String| {
        let name = format!("{name}-{named}");
        html! { span { label for=(name) { (label) } input id=(name) name=(name) value=(value); } }
    };
    html! {
        div.fields {
            (field("value", "Number", number(|is| &is.value)))
            (field("low", "At least", number(|is| &is.low)))
            (field("high", "At most", number(|is| &is.high)))
            (field("unit", "Measured in", words(|is| &is.unit)))
            (field("counted", "What is counted", words(|is| &is.counted)))
            label { input type="checkbox" name={ "approximate-" (named) } value="yes" checked[is.is_some_and(|is| is.approximate)]; " about" }
        }
    }
}

/// The form that adds a claim which the reading of an article missed.
pub fn missed(frame: &Frame, article: &str) -> Markup {
    html! {
        details.merge id="missed" {
            summary data-key="a" { "Add a claim that was missed… " kbd { "a" } }
            form.add method="post" action="/missed" {
                (components::token(&frame.visitor.token))
                input type="hidden" name="article" value=(article);
                input type="hidden" name="paragraph" data-chosen="paragraph";
                div.meta { "Choose the words in the text and press " kbd { "a" } ", or copy them here." }
                p { label for="missed-words" { "The claim, in the article’s words" } textarea id="missed-words" name="words" rows="3" required data-chosen="words" {} }
                p { label for="missed-speakers" { "Whose it is, a name on each line; none: the article states it itself" } textarea id="missed-speakers" name="speakers" rows="2" {} }
                (kind())
                p { label for="missed-source" { "The words that name the source" } input id="missed-source" name="source"; }
                p { label for="missed-cue" { "The words that attribute it, such as “said”" } input id="missed-cue" name="cue"; }
                p { label for="missed-via" { "The outlets that the article has it from, the nearest to it first, each on a line" } textarea id="missed-via" name="via" rows="2" {} }
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
