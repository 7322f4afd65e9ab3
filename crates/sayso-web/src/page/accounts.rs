//! Signing in, one's own account, everybody's, and the log of what people did.

use maud::{Markup, html};
use sayso::wording::times;

use super::frame::Frame;
use crate::account::{Account, Role};
use crate::components;
use crate::desk_store::AuditEntry;
use crate::problem::Problem;

/// The form that lets one in, and why it did not.
pub fn sign_in(token: &str, to: &str, problem: Option<&Problem>) -> Markup {
    html! {
        div.top {
            h1 { "Sign in" }
            p.standfirst { "The desk is for people with an account. To say that an article is wrong, " a href="/corrections/write" { "write to us" } "; that needs none." }
        }
        @if let Some(problem) = problem { p.rnote role="alert" { (problem.told()) } }
        form.add method="post" action="/sign-in" {
            (components::token(token))
            input type="hidden" name="to" value=(to);
            p { label for="name" { "Name" } input id="name" name="name" required maxlength="80" autocomplete="username" autofocus; }
            p { label for="password" { "Password" } input id="password" name="password" type="password" required autocomplete="current-password"; }
            button.btn.go type="submit" { "Sign in" }
        }
    }
}

/// One's own account; for admins everybody's.
pub fn account(frame: &Frame, accounts: &[Account], told: Option<&str>) -> Markup {
    let visitor = &frame.visitor;
    html! {
        div.top {
            h1 { (visitor.name) }
            @if visitor.signed_in { p.standfirst { "Signed in as " (visitor.role) "." } }
            @else { p.standfirst { "You work here alone: the desk answers on this machine only, and nobody needs to sign in. Once somebody has an account, everybody must sign in, and the desk can be opened to others." } }
            @if let Some(told) = told { p.rnote role="status" { (told) } }
            @if visitor.role == Role::Admin { p.toc { a href="/audit" { "What people did" } a href="/upkeep" { "Back up and restore" } } }
        }
        @if visitor.signed_in { (own(frame)) }
        @if visitor.role == Role::Admin { (everybody(frame, accounts)) }
    }
}

fn own(frame: &Frame) -> Markup {
    let token = &frame.visitor.token;
    html! {
        section.sec aria-labelledby="h-own" {
            header { h2 id="h-own" { "Your account" } }
            form.inline.first method="post" action="/sign-out" { (components::token(token)) button.btn type="submit" { "Sign out" } }
            details.gap {
                summary { "Change your password…" }
                form.add method="post" action="/account/password" {
                    (components::token(token))
                    p { label for="now" { "The password you have now" } input id="now" name="now" type="password" required autocomplete="current-password"; }
                    p { label for="new" { "The new one, 15 characters or more" } input id="new" name="new" type="password" required minlength="15" autocomplete="new-password"; }
                    p { label for="again" { "The new one again" } input id="again" name="again" type="password" required minlength="15" autocomplete="new-password"; }
                    button.btn.go type="submit" { "Change it" }
                    p.meta { "You are signed out everywhere, and your keys end." }
                }
            }
            details.gap {
                summary { "A key for a program…" }
                form.add method="post" action="/account/key" {
                    (components::token(token))
                    p.meta { "For a feed reader or a script: it may look at pages, feeds and JSON, and change nothing. Of your keys the last five hold." }
                    button.btn type="submit" { "Make a key" }
                }
            }
        }
    }
}

fn everybody(frame: &Frame, accounts: &[Account]) -> Markup {
    html! {
        section.sec aria-labelledby="h-all" {
            header { h2 id="h-all" { "Who may do what" } }
            @if !accounts.is_empty() {
                table.figs {
                    thead { tr { th scope="col" { "Name" } th scope="col" { "Role" } th scope="col" { "Active" } th scope="col" { "Change" } } }
                    tbody { @for account in accounts { (row(frame, account)) } }
                }
            }
            details open[accounts.is_empty()] {
                summary { "Make an account…" }
                form.add method="post" action="/accounts" {
                    (components::token(&frame.visitor.token))
                    p { label for="a-name" { "Name, as it stands under decisions" } input id="a-name" name="name" required maxlength="80" autocomplete="off"; }
                    p { label for="a-role" { "Role" } (roles("a-role", if accounts.is_empty() { Role::Admin } else { Role::Editor })) }
                    p { label for="a-password" { "A first password, 15 characters or more" } input id="a-password" name="password" type="password" required minlength="15" autocomplete="new-password"; }
                    button.btn.go type="submit" { "Make it" }
                    p.meta { "A reader looks; an editor adds, decides and answers corrections; an admin does everything. The first account is an admin’s." }
                }
            }
        }
    }
}

fn row(frame: &Frame, account: &Account) -> Markup {
    let id = format!("r-{}", account.name);
    html! {
        tr {
            th scope="row" { (account.name) }
            td { (account.role) }
            td { @match account.active { Some(active) => { (times::day(active)) ", " (times::clock(active)) }, None => "not signed in" } }
            td {
                form.inline.first method="post" action="/accounts/change" {
                    (components::token(&frame.visitor.token))
                    input type="hidden" name="name" value=(account.name);
                    label.vh for=(id) { "Role of " (account.name) }
                    (roles(&id, account.role))
                    " " button.link type="submit" name="what" value="role" { "Change role" }
                    " " button.link type="submit" name="what" value="remove" { "Remove" }
                }
            }
        }
    }
}

fn roles(id: &str, chosen: Role) -> Markup {
    html! { select id=(id) name="role" { @for role in Role::ALL { option value=(role) selected[role == chosen] { (role) } } } }
}

/// The log, the latest first.
pub fn audit(deeds: &[AuditEntry], more: bool) -> Markup {
    html! {
        div.top { h1 { "What people did" } p.standfirst { "Everything that was changed or tried at this desk. Entries are never altered; addresses are forgotten after 180 days." } }
        @if deeds.is_empty() { p.meta { "Nothing yet." } }
        @else {
            table.figs {
                thead { tr { th scope="col" { "When" } th scope="col" { "Who" } th scope="col" { "What" } th scope="col" { "Outcome" } th scope="col" { "From" } } }
                tbody {
                    @for deed in deeds {
                        tr data-item {
                            td { time datetime=(deed.at.to_string()) { (times::day(deed.at)) ", " (times::clock(deed.at)) } }
                            td { (deed.who) } td { (deed.what) } td { (deed.outcome) } td { (deed.address.as_deref().unwrap_or("–")) }
                        }
                    }
                }
            }
        }
        @if let Some(last) = deeds.last().filter(|_| more) { p.toc { a href={ "/audit?before=" (last.number) } { "Earlier" } } }
    }
}
