//! A chart of one speaker over time: a row for each stance, a dot for each claim.

use jiff::Timestamp;
use maud::{Markup, html};
use sayso::Stance;

use super::scale::Days;
use super::{HEAD, grid};
use crate::components::stance_word;

/// The drawing's measures, in px.
const WIDTH: f64 = 356.0;
const NAMES: f64 = 72.0;
const ROW: f64 = 22.0;

/// Stances in the order of the rows.
const ROWS: [Stance; 9] = [
    Stance::Asserts,
    Stance::Confirms,
    Stance::Denies,
    Stance::Doubts,
    Stance::Declines,
    Stance::Asks,
    Stance::Demands,
    Stance::Expects,
    Stance::Other,
];

/// The rows of the stances that a speaker takes.
pub fn voices(said: &[(Timestamp, Stance)]) -> Markup {
    let rows: Vec<Stance> = ROWS.into_iter().filter(|row| said.iter().any(|(_, stance)| stance == row)).collect();
    let Some(days) = Days::new(said.iter().map(|(time, _)| *time), (NAMES + 6.0, WIDTH - 6.0)) else { return html! {} };
    let height = HEAD + ROW * rows.len() as f64;
    let told: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {} times", stance_word(*row), said.iter().filter(|(_, stance)| stance == row).count()))
        .collect();
    html! {
        svg.plot viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(told.join("; ")) {
            (grid(&days, height))
            @for (place, row) in rows.iter().enumerate() {
                @let y = HEAD + ROW * place as f64 + ROW / 2.0;
                line.grid x1=(NAMES) x2=(WIDTH) y1=(y) y2=(y) {}
                text class=[(*row == Stance::Denies).then_some("deny")] x="0" y=(y + 4.0) { (stance_word(*row)) }
                @for (time, _) in said.iter().filter(|(_, stance)| stance == row) {
                    @let x = days.at(*time);
                    @if *row == Stance::Denies {
                        path.x d={ "M" (x - 3.5) "," (y - 3.5) " l7,7 M" (x + 3.5) "," (y - 3.5) " l-7,7" } {}
                    } @else {
                        circle.pt cx=(x) cy=(y) r="3.2" {}
                    }
                }
            }
        }
    }
}
