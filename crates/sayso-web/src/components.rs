//! The small marks that every page uses: who speaks, what they do with it, how many have it first-hand, when.

use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sayso::ledger::record::{ArticleRecord, Claim, ClaimMention};
use sayso::wording::numbers::count;
use sayso::wording::{StoryIndex, times};
use sayso::{Certainty, Stance};

/// Where open pages ask whether something changed; asking there is no use of a session.
pub const CHANGES_AT: &str = "/change.json";

/// What need not be encoded in one segment of an address.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Outlets of which each has a mark of its own; of more the first are drawn.
const DRAWN: usize = 8;

/// A part of an address.
pub fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// The address of a story's page.
pub fn story_at(id: &str) -> String {
    format!("/story/{}", segment(id))
}

/// The address of a claim's page.
pub fn claim_at(id: &str) -> String {
    format!("/claim/{}", segment(id))
}

/// The address of an article's page.
pub fn article_at(id: &impl ToString) -> String {
    format!("/article/{}", segment(&id.to_string()))
}

/// The address of a speaker's page.
pub fn speaker_at(name: &str) -> String {
    format!("/speaker/{}", segment(name))
}

/// The site of an address of the web; nothing for any other address, to which no link may lead.
pub fn site(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    Some(rest.split(['/', '?', '#']).next().unwrap_or(rest))
}

/// The word for a stance, which is also its class.
pub fn stance_word(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "asserts",
        Stance::Denies => "denies",
        Stance::Confirms => "confirms",
        Stance::Doubts => "doubts",
        Stance::Asks => "asks",
        Stance::Demands => "demands",
        Stance::Expects => "expects",
        Stance::Declines => "declines",
        Stance::Other => "other",
    }
}

/// The drawn sign of a stance, from the symbols that every page has.
pub fn sign(stance: Stance) -> Markup {
    let symbol = format!("#{}", stance_word(stance));
    html! { @if stance != Stance::Other { svg.g aria-hidden="true" { use href=(symbol) {} } } }
}

/// A stance: a sign, a word, a colour.
pub fn stance(stance: Stance) -> Markup {
    let word = stance_word(stance);
    html! { span class={ "st st-" (word) } { (sign(stance)) (word) } }
}

/// How firmly; nothing for what is put forward plainly.
pub fn certainty(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Certain => None,
        Certainty::Probable => Some("as likely"),
        Certainty::Possible => Some("as possible"),
        Certainty::Unknown => Some("without vouching for it"),
    }
}

/// Whether a speaker is described and not named: names begin with a capital or a digit in every script that has them.
fn is_unnamed(name: &str) -> bool {
    name.chars().next().is_none_or(char::is_lowercase) || name.starts_with(|first: char| first.is_ascii_digit())
}

/// A speaker: small capitals, or italics where they are not named.
pub fn speaker(name: &str) -> Markup {
    let class = if is_unnamed(name) { "who un" } else { "who" };
    html! { a.quiet href=(speaker_at(name)) { span class=(class) { (name) } } }
}

/// The speakers of a claim.
pub fn speakers(claim: &Claim) -> Markup {
    html! {
        @if claim.speakers.is_empty() { span.who.un { "somebody unnamed" } }
        @for (place, name) in claim.speakers.iter().enumerate() {
            @if place > 0 { (if place + 1 == claim.speakers.len() { " and " } else { ", " }) }
            (speaker(name))
        }
    }
}

/// How a mention came to its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The outlet has it from the source itself.
    FirstHand,
    /// The outlet says from whom it has it.
    Cites,
    /// The article is a copy.
    Copy,
}

impl Route {
    /// Of a mention.
    pub fn of(mention: &ClaimMention, shelf: &StoryIndex<'_>) -> Self {
        if shelf.article(&mention.article).is_some_and(|article| article.copy_of.is_some()) {
            Self::Copy
        } else if mention.via.is_empty() {
            Self::FirstHand
        } else {
            Self::Cites
        }
    }

    /// Its mark, 9 wide, with its left upper corner at a place.
    pub fn drawn(self, x: f64, y: f64) -> Markup {
        html! {
            @match self {
                Self::FirstHand => rect.pt x=(x) y=(y) width="9" height="9" {},
                Self::Copy => rect.copy x=(x + 0.5) y=(y + 0.5) width="8" height="8" {},
                Self::Cites => circle.open cx=(x + 4.5) cy=(y + 4.5) r="4.2" {},
            }
        }
    }

    /// A mark in a line of text.
    pub fn inline(self) -> Markup {
        html! { svg.plot aria-hidden="true" viewBox="0 0 12 12" { (self.drawn(1.5, 1.5)) } }
    }
}

/// '■○○ 1 of 3 outlets first-hand'.
pub fn first_hand(claim: &Claim, shelf: &StoryIndex<'_>, in_full: bool) -> Markup {
    let all = shelf.carriers(claim).len();
    let own = shelf.first_hand(claim).len();
    let drawn = all.min(DRAWN);
    let width = 11 * drawn;
    html! {
        span.ind {
            svg.plot aria-hidden="true" width=(width) height="11" viewBox={ "0 0 " (width) " 11" } {
                @for place in 0..drawn {
                    @let x = 11.0 * place as f64 + 0.5;
                    (if place < own { Route::FirstHand.drawn(x, 1.0) } else { Route::Cites.drawn(x, 1.0) })
                }
            }
            b { (own) } " of " (all)
            @if in_full { (if all == 1 { " outlet" } else { " outlets" }) " first-hand" }
        }
    }
}

/// '2 sources'; said only of sources, never of outlets.
pub fn sources(claim: &Claim) -> String {
    count(claim.sources, "source")
}

/// When an article came out, with the instant for programs.
pub fn moment(published: Option<&str>) -> Markup {
    html! {
        @match times::at(published) {
            Some(at) => time datetime=(at.to_string()) { (times::moment(published).trim_end_matches(" UTC")) },
            None => span.dim { "no date given" },
        }
    }
}

/// An article's outlet, or that it has none.
pub fn outlet(article: &ArticleRecord) -> &str {
    article.publisher.as_deref().unwrap_or("an outlet not named")
}

/// A headline, or that there is none.
pub fn headline(article: &ArticleRecord) -> &str {
    article.title.as_deref().unwrap_or("(no headline)")
}

/// A hidden field with the token that a form must bring along.
pub fn token(token: &str) -> Markup {
    html! { input type="hidden" name="token" value=(token); }
}
