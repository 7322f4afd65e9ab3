//! The keys, all in one list.

use maud::{Markup, html};

/// What each key does, page by page.
const KEYS: [(&str, &[(&str, &str)]); 4] = [
    (
        "Everywhere",
        &[
            ("/", "search"),
            ("g s", "stories"),
            ("g d", "decisions"),
            ("g w", "what you watch"),
            ("g a", "add articles"),
            ("j", "the next story, claim or mention on the page"),
            ("k", "the one before"),
            ("Enter", "open it"),
            ("?", "this list"),
        ],
    ),
    ("Stories", &[("m", "mark all as seen")]),
    (
        "A claim",
        &[
            ("c", "confirm"),
            ("x", "reject"),
            ("s", "split off the ticked mentions"),
            ("e", "merge with another"),
            ("u", "undo the last decision"),
            ("w", "watch it"),
        ],
    ),
    (
        "An article",
        &[
            ("d", "show what changed since the version before"),
            ("b", "the bare text, without marks"),
            ("a", "add the chosen words as a claim that was missed"),
        ],
    ),
];

/// The page.
pub fn keys() -> Markup {
    html! {
        div.top { h1 { "Keys" } p.standfirst { "They do what a link or button on the page does; none works while you type." } }
        @for (part, keys) in KEYS {
            section.sec {
                header { h2 { (part) } }
                table.figs.keylist {
                    thead.vh { tr { th scope="col" { "Key" } th scope="col" { "What it does" } } }
                    tbody { @for (key, what) in keys { tr { th scope="row" { @for part in key.split(' ') { kbd { (part) } " " } } td { (what) } } } }
                }
            }
        }
    }
}
