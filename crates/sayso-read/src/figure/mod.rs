//! The quantities that a text states: how many, in what unit, of what, and which are parts of which.
//!
//! A line is cut into tokens (`line`); number phrases are read (`numeral`), given their currency or unit
//! (`measure`) and joined where two are one range (`range`); what counts nothing is left out (`calendar`,
//! `age`, `name`, `one`); the rest gets its bounds (`bound`) and what it counts (`counted`), and last of all
//! its whole, by its line (`part`) or by the text around it (`whole`).

mod again;
mod age;
mod age_words;
mod back;
mod bound;
mod bound_words;
mod calendar;
mod calendar_words;
mod clue;
mod counted;
mod counted_words;
mod decimal;
mod digits;
mod ellipsis;
mod found;
mod fraction;
mod fraction_words;
mod kept;
mod line;
mod measure;
mod money;
mod money_words;
mod month;
mod name;
mod name_words;
mod noun;
mod noun_words;
mod number;
mod number_words;
mod numeral;
mod one;
mod one_words;
mod part;
mod part_words;
mod range;
mod range_words;
mod score;
mod score_words;
mod shared;
mod sum;
mod table;
mod unit;
mod unit_words;
mod vague;
mod vocabulary;
mod vote;
mod vote_words;
mod whole;
mod whole_words;
mod words;

pub(crate) use vocabulary::FigureWords;

use std::ops::Range;

use sayso_text::{Span, Text};

use clue::LinePosition;
use found::FoundFigure;
use kept::Clue;
use line::Line;

/// A quantity that a text states.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Modifier, number, scale word, and currency or percent; other units stand outside.
    pub span: Span,
    /// The number, where one is stated.
    pub value: Option<f64>,
    /// The least that it can be, in a bound or a range.
    pub low: Option<f64>,
    /// The most that it can be.
    pub high: Option<f64>,
    /// Whether the text says that it is near this.
    pub approximate: bool,
    /// Singular name of the unit: 'dollar', 'percentage', 'kilometre'.
    pub unit: Option<String>,
    /// What is counted.
    pub counted: Option<Span>,
    /// Index of the figure that this one is a part of.
    pub part_of: Option<usize>,
}

/// The figures in the visible stretches of a text, in order, without overlap and apart from `dates`, but those that are
/// the number of something measured.
pub(crate) fn figures(text: &Text, visible: &[Span], dates: &[Span], words: &FigureWords) -> Vec<Figure> {
    let mut reading =
        FigureReading { text, words, dates, figures: Vec::new(), clues: Vec::new(), place: LinePosition::default() };
    for stretch in visible {
        for line in text.slice(*stretch).split('\n').filter_map(|line| text.span_of(line)) {
            reading.read(line);
        }
    }
    reading.finish()
}

/// What has been read of a text so far.
struct FigureReading<'t> {
    text: &'t Text,
    words: &'t FigureWords,
    dates: &'t [Span],
    figures: Vec<Figure>,
    clues: Vec<Clue>,
    place: LinePosition,
}

impl FigureReading<'_> {
    fn read(&mut self, span: Span) {
        self.place.line += 1;
        if self.text.slice(span).trim().is_empty() {
            self.place.paragraph += 1;
            return;
        }
        let line = Line::new(self.text.slice(span), self.words);
        let place = |tokens: Range<usize>| {
            let bytes = line.bytes(tokens);
            self.text.span(span.start() + bytes.start, span.start() + bytes.end)
        };
        let dated = |found: &FoundFigure| {
            let measured = found.unit.is_some().then(|| place(found.from..found.end)).flatten();
            place(found.from..found.to).is_none_or(|place| is_dated(self.dates, place, measured))
        };
        let mut found: Vec<FoundFigure> = found::of_line(&line).into_iter().filter(|found| !dated(found)).collect();
        ellipsis::fill(&line, &mut found);
        let wholes = part::within(&line, &found);
        self.clues.extend(clue::clues(&line, &found, &mut self.place));
        let first = self.figures.len();
        let figure = |(found, whole): (FoundFigure, Option<usize>)| Figure {
            span: place(found.from..found.to).unwrap_or(span),
            value: found.value,
            low: found.low,
            high: found.high,
            approximate: found.approximate,
            unit: found.unit,
            counted: found.counted.and_then(place),
            part_of: whole.map(|whole| first + whole),
        };
        self.figures.extend(found.into_iter().zip(wholes).map(figure));
    }

    fn finish(mut self) -> Vec<Figure> {
        let mut wholes: Vec<Option<usize>> = self.figures.iter().map(|figure| figure.part_of).collect();
        whole::fill(&self.clues, &mut wholes);
        for (figure, whole) in self.figures.iter_mut().zip(wholes) {
            figure.part_of = whole;
        }
        let mut units: Vec<&mut String> = self.figures.iter_mut().filter_map(|figure| figure.unit.as_mut()).collect();
        shared::name(&mut units, self.words);
        self.figures
    }
}

/// Whether a figure is one of ordered dates, or a piece of one. Where it is measured, what it is measured in tells it from
/// a year that is no more than its number: '1520 square metres'.
fn is_dated(ordered: &[Span], figure: Span, measured: Option<Span>) -> bool {
    let index = ordered.partition_point(|date| date.end() <= figure.start());
    let overlaps = ordered.get(index).filter(|date| date.overlaps(figure));
    overlaps.is_some_and(|date| !measured.is_some_and(|measured| measured.contains(*date)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Each figure of a text as 'span: numbers unit of counted <part of'.
    fn read(string: &str) -> Vec<String> {
        let text: Text = Text::new(string);
        let found = crate::english().figures(&text, &[text.whole()], &[]);
        found.iter().map(|figure| shown(&text, &found, figure)).collect()
    }

    fn shown(text: &Text, all: &[Figure], figure: &Figure) -> String {
        let number =
            |sign: &str, number: Option<f64>| number.map(|number| format!(" {sign}{number}")).unwrap_or_default();
        let whole = figure.part_of.map(|whole| format!(" < {}", text.slice(all[whole].span))).unwrap_or_default();
        [
            text.slice(figure.span),
            ":",
            if figure.approximate { " ~" } else { "" },
            &number("", figure.value),
            &number("≥", figure.low),
            &number("≤", figure.high),
            &figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default(),
            &figure.counted.map(|counted| format!(" of {}", text.slice(counted))).unwrap_or_default(),
            &whole,
        ]
        .concat()
    }

    #[test]
    fn parts_of_wholes() {
        assert_eq!(
            read("The force is put at around 9,000 guards, including 400 divers, among them two captains from Malta."),
            [
                "around 9,000: ~ 9000 of guards",
                "400: 400 of divers < around 9,000",
                "two: 2 of captains from Malta < 400",
            ]
        );
    }

    #[test]
    fn parts_by_place() {
        assert_eq!(
            read("The bank will close 75 branches, 12 in Arden. It sold 40 cars in Arden and 12 in Brill."),
            ["75: 75 of branches", "12: 12 of branches < 75", "40: 40 of cars", "12: 12 of cars"]
        );
    }

    #[test]
    fn bounds_units_and_ranges() {
        assert_eq!(
            read(
                "Up to 60% of flights, or between 210 and 250, were cut; losses topped €3.5bn. Winds reached 185 km/h."
            ),
            [
                "Up to 60%: ≤60 percentage of flights",
                "between 210 and 250: ≥210 ≤250",
                "€3.5bn: ≥3500000000 euro",
                "185: 185 kilometre per hour",
            ]
        );
    }

    #[test]
    fn what_counts_nothing() {
        let text = "On 23 October 2008 Flight 447 left. The pilot, Ann Moss, 61, had flown F-15s for 30 years with the 11th \
                    Army and the G7. No one called 555-1234.";
        assert_eq!(read(text), [""; 0]);
    }

    #[test]
    fn absurd_numbers_give_nothing() {
        let long = "9".repeat(500);
        assert_eq!(read(&format!("10^400 people, ١٢ people, 1,2,3 people, {long} people")), [""; 0]);
    }

    #[test]
    fn only_what_is_visible_and_undated_is_read() {
        let text: Text = Text::new("Two men. Three men. Four men.");
        let visible = [text.span(0, 8).unwrap(), text.span(20, 29).unwrap()];
        let dates = [text.find("Four men").unwrap()];
        let found = crate::english().figures(&text, &visible, &dates);
        assert_eq!(found.iter().map(|figure| text.slice(figure.span)).collect::<Vec<_>>(), ["Two"]);
    }

    /// Pieces that the grammar joins, so that random texts reach deep into it.
    const PIECES: &str = "one|two|twenty|hundred|thousand|million|dozens|of|half|a|third|third of|12|1,200|0.5|1/2|½|7.|m|bn|$|€|US$|%| per cent|km|-|–|\
        to|from|between|and|or|at least|up to|about|over|including|among them|the|soldiers|votes|vote of|62-36|against|,|.|.\n|\n\n|(|)|1998|May|aged|No. |F|é|٣|^|with|minus|years|'|total|more|member|another";

    fn text() -> impl Strategy<Value = String> {
        let piece = proptest::sample::select(PIECES.split('|').collect::<Vec<_>>());
        let spaced = (piece, prop_oneof![Just(" "), Just("")]).prop_map(|(piece, gap)| format!("{piece}{gap}"));
        let pieces = proptest::collection::vec(spaced, 0..40).prop_map(|pieces| pieces.concat());
        prop_oneof![pieces, any::<String>()]
    }

    fn is_sound(text: &Text, found: &[Figure]) {
        for (index, figure) in found.iter().enumerate() {
            assert!(text.whole().contains(figure.span) && !figure.span.is_empty());
            assert!(index == 0 || found[index - 1].span.end() <= figure.span.start());
            let numbers = [figure.value, figure.low, figure.high];
            assert!(numbers.iter().flatten().all(|number| number.is_finite()) && numbers.iter().flatten().count() > 0);
            assert!(figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high));
            let chain = std::iter::successors(figure.part_of, |whole| found[*whole].part_of);
            assert!(chain.take(found.len() + 1).count() <= found.len());
        }
    }

    proptest! {
        #[test]
        fn figures_are_sound(string in text()) {
            let text: Text = Text::new(string);
            let found = crate::english().figures(&text, &[text.whole()], &[]);
            is_sound(&text, &found);
            prop_assert_eq!(&found, &crate::english().figures(&text, &[text.whole()], &[]));
        }
    }
}
