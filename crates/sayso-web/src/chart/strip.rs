//! Who really has a claim: a row an outlet, time to the right, curves from an outlet to those that cite it.

use jiff::Timestamp;
use maud::{Markup, html};
use sayso::ledger::record::{Claim, ClaimMention};
use sayso::wording::{StoryIndex, times};

use super::scale::Days;
use super::{HEAD, grid};
use crate::components::Route;

/// The drawing's measures, in px.
const WIDTH: f64 = 356.0;
const NAMES: f64 = 112.0;
const ROW: f64 = 24.0;

/// Characters of an outlet's name that there is room for.
const NAME: usize = 17;

/// Outlets that are drawn at most, the first to have it.
const OUTLETS: usize = 12;

struct Spot<'c> {
    mention: &'c ClaimMention,
    outlet: &'c str,
    time: Timestamp,
    row: usize,
}

/// The strip of a claim.
pub fn strip(claim: &Claim, shelf: &StoryIndex<'_>) -> Markup {
    let (outlets, spots) = spots(claim, shelf);
    let Some(days) = Days::new(spots.iter().map(|spot| spot.time), (NAMES + 6.0, WIDTH - 4.0)) else { return html! {} };
    let height = HEAD + ROW * outlets.len() as f64;
    let first_hand = shelf.first_hand(claim);
    let y = |row: usize| HEAD + ROW * row as f64 + ROW / 2.0;
    html! {
        svg.plot viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(told(&spots, shelf)) {
            (grid(&days, height))
            @for (row, outlet) in outlets.iter().enumerate() {
                line.grid x1=(NAMES) x2=(WIDTH) y1=(y(row)) y2=(y(row)) {}
                text class=[first_hand.contains(outlet).then_some("k")] font-weight=[first_hand.contains(outlet).then_some("600")] x="0" y=(y(row) + 4.0) { (short(outlet)) }
            }
            @for (place, spot) in spots.iter().enumerate() {
                @if let Some(parent) = parent(spot, &spots[..place]) {
                    path.edge d=(curve((days.at(parent.time), y(parent.row)), (days.at(spot.time), y(spot.row)))) {}
                }
            }
            @for spot in &spots { (Route::of(spot.mention, shelf).drawn(days.at(spot.time) - 4.5, y(spot.row) - 4.5)) }
        }
    }
}

fn spots<'c>(claim: &'c Claim, shelf: &StoryIndex<'c>) -> (Vec<&'c str>, Vec<Spot<'c>>) {
    let mut outlets: Vec<&str> = Vec::new();
    let mut spots = Vec::new();
    for mention in &claim.mentions {
        let Some(time) = shelf.published(&mention.article) else { continue };
        let outlet = shelf.outlet(&mention.article);
        let row = outlets.iter().position(|known| *known == outlet).unwrap_or(outlets.len());
        if row >= OUTLETS {
            continue;
        }
        if row == outlets.len() {
            outlets.push(outlet);
        }
        spots.push(Spot { mention, outlet, time, row });
    }
    (outlets, spots)
}

/// The last mention before it at the outlet that it cites.
fn parent<'s, 'c>(spot: &Spot<'c>, before: &'s [Spot<'c>]) -> Option<&'s Spot<'c>> {
    let nearest = spot.mention.via.first()?;
    before.iter().rfind(|other| other.outlet == nearest && other.row != spot.row)
}

fn curve((x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> String {
    let bend = (to_x - x) / 3.0;
    let drop = (to_y - y) * 0.75;
    format!(
        "M{x:.1},{y:.1} C{:.1},{:.1} {:.1},{to_y:.1} {to_x:.1},{to_y:.1}",
        x + bend / 3.0,
        y + drop,
        to_x - 2.0 * bend
    )
}

fn told(spots: &[Spot<'_>], shelf: &StoryIndex<'_>) -> String {
    let one = |spot: &Spot<'_>| {
        let how = match Route::of(spot.mention, shelf) {
            Route::FirstHand => "first-hand".to_owned(),
            Route::Cites => format!("from {}", spot.mention.via.join(", which cites ")),
            Route::Copy => "a copy".to_owned(),
        };
        format!("{} {}, {how}", spot.outlet, times::day(spot.time))
    };
    spots.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn short(name: &str) -> String {
    let start: String = name.chars().take(NAME).collect();
    if start.len() < name.len() { start.trim_end().to_owned() + "…" } else { start }
}
