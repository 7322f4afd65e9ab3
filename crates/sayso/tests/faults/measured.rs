//! What a line asks of figures and dates: that words are one, which, or that they are none.

use sayso::record::{DateRecord, FigureRecord, Offsets};
use serde_json::Number;

use crate::check::{OfRecord, as_asked};
use crate::line::{Alternatives, Part};
use crate::place::{meet, nth, slices};

/// Numbers are equal that differ by less than this share.
const EQUAL: f64 = 1e-9;

/// What a figure or date must be like: a clause each.
type Clause<R> = Box<dyn Fn(&R) -> bool + Send + Sync>;

/// A number of a figure.
type OfFigure = fn(&FigureRecord) -> &Option<Number>;

/// A figure or a date of a record.
trait Measured: Sized + 'static {
    fn all(record: &sayso::Record) -> &[Self];
    fn place(&self) -> Offsets;
    fn shown(&self) -> String;
    fn clause(part: &Part<'_>) -> Option<Clause<Self>>;
}

/// What a line asks, if it is about figures or dates.
pub fn asked(parts: &[Part<'_>]) -> Option<OfRecord> {
    let [first, clauses @ ..] = parts else { return None };
    if let Some(words) = first.one("figure") {
        return Some(found::<FigureRecord>(words, clauses));
    }
    if let Some(words) = first.one("date") {
        return Some(found::<DateRecord>(words, clauses));
    }
    if let Some(words) = first.one("no figure") {
        return Some(absent::<FigureRecord>(words));
    }
    first.one("no date").map(absent::<DateRecord>)
}

fn found<R: Measured>(words: String, clauses: &[Part<'_>]) -> OfRecord {
    let mut occurrence = 1;
    let mut wanted = Vec::<Clause<R>>::new();
    for clause in clauses {
        match clause.number("occurrence") {
            Some(number) => occurrence = number,
            None => wanted.push(R::clause(clause).unwrap_or_else(|| clause.misread())),
        }
    }
    Box::new(move |record| {
        let place = nth(&record.text, &words, occurrence).ok_or("the text has no such words")?;
        let there: Vec<&R> = R::all(record).iter().filter(|one| meet(one.place(), place)).collect();
        let fits = there.iter().any(|one| wanted.iter().all(|clause| clause(one)));
        as_asked(fits, || told(&there, &record.text))
    })
}

fn absent<R: Measured>(words: String) -> OfRecord {
    Box::new(move |record| {
        let Some(place) = nth(&record.text, &words, 1) else { return Ok(()) };
        let there: Vec<&R> = R::all(record).iter().filter(|one| meet(one.place(), place)).collect();
        as_asked(there.is_empty(), || told(&there, &record.text))
    })
}

fn told<R: Measured>(there: &[&R], text: &str) -> String {
    let shown = there.iter().map(|one| format!("'{}' {}", slices(text, &[one.place()]), one.shown()));
    if there.is_empty() { "none".to_owned() } else { shown.collect::<Vec<_>>().join("; ") }
}

impl Measured for FigureRecord {
    fn all(record: &sayso::Record) -> &[Self] {
        &record.figures
    }

    fn place(&self) -> Offsets {
        (self.start, self.end)
    }

    fn shown(&self) -> String {
        let number = |number: &Option<Number>| number.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string);
        let numbers = [&self.value, &self.low, &self.high].map(number).join(" ");
        format!("{numbers}, unit {:?}, counts {:?}, approximate {}", self.unit, self.counted, self.approximate)
    }

    fn clause(part: &Part<'_>) -> Option<Clause<Self>> {
        const NUMBERS: [(&str, OfFigure); 3] =
            [("value", |figure| &figure.value), ("low", |figure| &figure.low), ("high", |figure| &figure.high)];
        for (name, number) in NUMBERS {
            if let Some(wanted) = part.after(name) {
                return Some(Box::new(move |figure| is_number(number(figure).as_ref(), &wanted)));
            }
        }
        if let Some(unit) = part.one("unit") {
            return Some(Box::new(move |figure| figure.unit.as_deref().is_some_and(|given| has_words(given, &unit))));
        }
        if let Some(counted) = part.one("counts") {
            let counted = counted.to_lowercase();
            let has = move |figure: &Self| Some(figure.counted.as_ref()?.to_lowercase().contains(&counted));
            return Some(Box::new(move |figure| has(figure) == Some(true)));
        }
        let approximate = part.begins("approximate");
        (approximate || part.begins("exact"))
            .then(|| -> Clause<Self> { Box::new(move |figure| figure.approximate == approximate) })
    }
}

/// Whether a number is one of those wanted; an empty alternative wants none.
fn is_number(given: Option<&Number>, wanted: &Alternatives) -> bool {
    let given = given.and_then(Number::as_f64);
    wanted.iter().any(|wanted| match (wanted.as_slice(), given) {
        ([], given) => given.is_none(),
        ([wanted], Some(given)) => {
            let wanted: f64 = wanted.parse().unwrap_or_else(|_| panic!("'{wanted}' is no number"));
            (given - wanted).abs() <= EQUAL * wanted.abs().max(1.0)
        }
        _ => false,
    })
}

/// Whether a unit has the words wanted: an 'indian rupee' is a rupee, a 'square kilometre' no 'kilo'.
fn has_words(unit: &str, wanted: &str) -> bool {
    format!(" {} ", unit.to_lowercase()).contains(&format!(" {} ", wanted.to_lowercase()))
}

impl Measured for DateRecord {
    fn all(record: &sayso::Record) -> &[Self] {
        &record.dates
    }

    fn place(&self) -> Offsets {
        (self.start, self.end)
    }

    fn shown(&self) -> String {
        format!("{} {} {:?}", self.kind, self.value, self.modifier)
    }

    fn clause(part: &Part<'_>) -> Option<Clause<Self>> {
        if let Some(wanted) = part.after("value") {
            return Some(Box::new(move |date| wanted.iter().any(|wanted| wanted.as_slice() == [date.value.as_str()])));
        }
        if let Some(kind) = part.one("type") {
            return Some(Box::new(move |date| date.kind == kind));
        }
        let modifier = part.one("modifier")?;
        Some(Box::new(move |date| date.modifier.as_deref() == Some(modifier.as_str())))
    }
}
