//! Mail to readers, as they see it: the form on the page of an outcome, and the way to a confirmed address.

use maud::{Markup, html};

use crate::components;

/// The form with which a reader asks to be told, and whether somebody who sent the same correction did so.
pub fn ask_by_mail(token: &str, id: &str, is_told: bool) -> Markup {
    html! {
        section.sec aria-labelledby="h-mail" {
            header { h2 id="h-mail" { "Tell me by mail when it is decided" } }
            @if is_told { p.gap { "Whoever confirmed an address is told by mail when it is decided." } }
            form.add.gap method="post" action="/corrections/mail" {
                (components::token(token))
                input type="hidden" name="id" value=(id);
                p { label for="address" { "Your address" } input id="address" type="email" name="address" required maxlength="254" autocomplete="email" aria-describedby="address-use"; }
                p.meta id="address-use" { "First you get a mail that asks whether the address is yours. It is used for this alone, and erased when you have been told." }
                button.btn type="submit" { "Tell me" }
            }
        }
    }
}

/// The answer to the form, whatever became of the address.
pub fn asked_by_mail() -> Markup {
    html! {
        div.top {
            h1 { "Look into your mailbox" }
            p.standfirst { "If the address is one that the desk can write to, a mail with a link is on its way. Open it and press the button: until then you are not told." }
            p.meta.gap { "Few mails go to one address in a day. If none comes, keep the page of your correction: it shows the outcome too." }
        }
    }
}

/// Where the link in the mail leads.
pub fn invited_by_mail(secret: &str) -> Markup {
    html! {
        div.top { h1 { "Confirm your address" } p.standfirst { "You get one mail when your correction is decided. Then your address is erased." } }
        form.gap method="post" action={ "/corrections/mail/" (components::segment(secret)) } { button.btn.go type="submit" { "Yes, tell me" } }
    }
}

/// After the button.
pub fn confirmed_by_mail(correction: &str) -> Markup {
    html! {
        div.top {
            h1 { "Your address is confirmed" }
            p.standfirst { "You get a mail when your correction is decided." }
            p.gap { a href={ "/corrections/outcome/" (components::segment(correction)) } { "How it stands" } }
        }
    }
}
