//! Backing up and restoring.

use maud::{Markup, html};

use super::frame::Frame;
use crate::components;

/// The page.
pub fn upkeep(frame: &Frame) -> Markup {
    let token = &frame.visitor.token;
    html! {
        div.top { h1 { "Back up and restore" } p.standfirst { "A backup is the whole ledger in one file: every article, every reading, every decision." } }
        section.sec aria-labelledby="h-backup" {
            header { h2 id="h-backup" { "Back up" } }
            form.add method="post" action="/upkeep/backup" {
                (components::token(token))
                p.meta { "Others can go on working meanwhile. Accounts, what people have seen, and what readers wrote are not in it." }
                button.btn.go type="submit" { "Download a backup" }
            }
        }
        section.sec aria-labelledby="h-restore" {
            header { h2 id="h-restore" { "Restore" } }
            form.add method="post" action="/upkeep/restore" enctype="multipart/form-data" {
                (components::token(token))
                p.drop { label for="backup" { "The backup" } input id="backup" type="file" name="backup" required; }
                p.meta { "What the ledger holds now is kept in a file beside it. A backup from before a text was removed brings that text back: remove it again." }
                button.btn type="submit" { "Put it in place" }
            }
        }
    }
}

/// What became of it.
pub fn restored(kept: &str) -> Markup {
    html! {
        div.top {
            h1 { "Restored" }
            p.standfirst { "The ledger holds what the backup held. What it held before is kept beside it in " b { (kept) } "." }
            p.toc { a href="/" { "Stories" } }
        }
    }
}
