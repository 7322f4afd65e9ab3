//! The figures of one line: measures joined, bounded and sifted from what only looks like one.

use std::ops::Range;

use super::bound::{self, Bounds};
use super::line::{Line, TokenKind};
use super::measure::{self, Measure};
use super::number::Sense;
use super::range::{self, Quantity};
use super::{age, calendar, counted, name, noun, one, score};

/// How many figures before and behind a level its index's points may stand.
const NEIGHBOURS: usize = 4;

/// A figure by the tokens of its line.
#[derive(Clone, Debug)]
pub(super) struct FoundFigure {
    /// Tokens of the figure.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Token behind the unit.
    pub(super) end: usize,
    pub(super) value: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) approximate: bool,
    pub(super) unit: Option<String>,
    pub(super) counted: Option<Range<usize>>,
    /// Singular of the noun that is counted.
    pub(super) head: Option<String>,
}

impl FoundFigure {
    /// The one number that stands for the figure when two are compared.
    pub(super) fn size(&self) -> f64 {
        self.value.or(self.low).or(self.high).unwrap_or(0.0)
    }
}

/// The figures of a line, in order.
pub(super) fn of_line(line: &Line<'_>) -> Vec<FoundFigure> {
    let quantities = range::join(line, measure::all(line));
    let results = score::results(line, &quantities);
    let mut rejected_end = None;
    let mut found: Vec<FoundFigure> = Vec::new();
    for (index, quantity) in quantities.iter().enumerate() {
        let next = quantities.get(index + 1).map(|next| next.from);
        if results[index] {
            rejected_end = None;
            continue;
        }
        if is_other(line, quantity, next)
            || rejected_end.is_some_and(|(end, date)| is_chained(line, quantity, end, date))
        {
            rejected_end = Some(quantity.last())
                .filter(|last| last.unit.is_none())
                .map(|last| (last.end(), calendar::is_date(line, last)));
            continue;
        }
        rejected_end = None;
        found.push(figure(line, quantity, found.last()));
    }
    lend_points(line, &mut found);
    found
}

/// 'Fell by 251.4 points, to end the day at 7,114.3': the level of an index is in points too.
fn lend_points(line: &Line<'_>, found: &mut [FoundFigure]) {
    let is_point = |found: &FoundFigure| found.unit.as_deref() == Some("point");
    for index in 0..found.len() {
        let figure = &found[index];
        let level = figure.unit.is_none() && figure.counted.is_none() && line.word(figure.to - 1).contains(['.', ',']);
        let near = index.saturating_sub(NEIGHBOURS)..(index + NEIGHBOURS).min(found.len());
        let lends = |other: &FoundFigure| is_point(other) && one_sentence(line, other.from, figure.from);
        if level && found[near].iter().any(lends) {
            found[index].unit = Some("point".into());
        }
    }
}

fn one_sentence(line: &Line<'_>, one: usize, other: usize) -> bool {
    !(one.min(other)..one.max(other)).any(|at| line.ends_sentence(at))
}

/// Whether a quantity is a duration, a date, an age, a name or a pronoun.
fn is_other(line: &Line<'_>, quantity: &Quantity, next: Option<usize>) -> bool {
    let measures = [Some(&quantity.low), quantity.high.as_ref()];
    let other = |measure: &Measure| {
        measure.is_duration()
            || calendar::is_date(line, measure)
            || age::is_age(line, measure)
            || name::is_name(line, measure)
    };
    measures.into_iter().flatten().any(other) || quantity.high.is_none() && one::is_pronoun(line, &quantity.low, next)
}

/// 'Articles 4 and 5', 'Sept. 20 to 24': what a joint ties to a name is a name; 'in 2025 900 came' is a year and a count.
fn is_chained(line: &Line<'_>, quantity: &Quantity, end: usize, date: bool) -> bool {
    let joint = matches!(line.word(end), "and" | "or" | "to" | "/" | "&") || line.is_dash(end);
    let bare = quantity.low.unit.is_none() && quantity.low.numeral.is_bare(line);
    (joint && end + 1 == quantity.from || end == quantity.from && !date)
        && bare
        && (line.is_dash(end) || !noun::is_plural(line, quantity.last().to))
}

fn figure(line: &Line<'_>, quantity: &Quantity, before: Option<&FoundFigure>) -> FoundFigure {
    let last = quantity.last();
    let mut bounds = bound::around(line, quantity.from, last.to);
    let from = bounds.from.max(before.map_or(0, |before| before.to));
    let end = last.end().max(bounds.to);
    let counted = counted::phrase(line, from, end);
    let behind = counted.as_ref().map_or(end, |counted| counted.end.max(end));
    if let Some((_, effect)) = bound::behind_noun(line, behind).filter(|_| bounds.is_plain()) {
        bounds.apply(effect);
    }
    let (value, low, high) = values(quantity, &bounds);
    let another = counted.is_none() && line.before(from, 1) == "another";
    let head =
        counted.clone().and_then(|tokens| head(line, tokens)).or_else(|| before.filter(|_| another)?.head.clone());
    let vague = quantity.high.is_none() && quantity.low.numeral.sense == Sense::Vague;
    FoundFigure {
        from,
        to: bounds.to,
        end,
        value,
        low,
        high,
        approximate: bounds.near || quantity.low.numeral.sense == Sense::Near || vague && !bounds.low && !bounds.high,
        unit: last.unit_name().map(str::to_owned),
        counted,
        head,
    }
}

/// Value, least and most.
fn values(quantity: &Quantity, bounds: &Bounds) -> (Option<f64>, Option<f64>, Option<f64>) {
    let first = quantity.low.numeral.amount.value();
    if let Some(high) = &quantity.high {
        return (None, Some(first), Some(high.numeral.amount.value()));
    }
    match (bounds.low, bounds.high) {
        (true, _) => (None, Some(first), None),
        (_, true) => (None, None, Some(first)),
        _ if quantity.low.numeral.sense == Sense::Vague => (None, Some(first), None),
        _ => (Some(first), None, None),
    }
}

/// The noun that a phrase is about: the last before 'of' or 'from'.
fn head(line: &Line<'_>, tokens: Range<usize>) -> Option<String> {
    let end = tokens.clone().find(|at| matches!(line.word(*at), "of" | "from")).unwrap_or(tokens.end);
    let last = (tokens.start..end).rev().find(|at| line.is(*at, TokenKind::Word))?;
    Some(line.language().nouns.singular(line.word(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let line = Line::english(text);
        let show = |found: &FoundFigure| format!("{} {}", &text[line.bytes(found.from..found.to)], found.size());
        of_line(&line).iter().map(show).collect()
    }

    #[test]
    fn a_figure_with_its_modifiers() {
        assert_eq!(shown("At least three people died; some 40 or so fled."), ["At least three 3", "some 40 or so 40"]);
    }

    #[test]
    fn what_is_tied_to_a_name_is_one() {
        assert_eq!(shown("Articles 4 and 5, Sept. 20 to 24"), [""; 0]);
        assert_eq!(shown("Flight 447 and 12 others"), ["12 12"]);
    }

    #[test]
    fn levels_of_an_index_are_in_points() {
        let line = Line::english("It lost 251.4 points to end at 7,114.3. Of 1,200.");
        let units: Vec<_> = of_line(&line).into_iter().map(|found| found.unit).collect();
        assert_eq!(units, [Some("point".to_owned()), Some("point".to_owned()), None]);
    }
}
