//! The cases in `golden/date/` and `golden/figure/`: what of a text speaks of time, what counts or measures, and what
//! only looks like it.

use std::fmt::Write as _;

use sayso_golden::{block, with_block};
use sayso_read::date::Date;
use sayso_read::english;
use sayso_read::figure::Figure;
use sayso_text::Text;

#[test]
fn dates_are_read_as_agreed() {
    sayso_golden::hold("date", |case| {
        let text = text(case);
        let published = block(case, "published").map(|day| day.trim().parse().expect("a day as YYYY-MM-DD"));
        let shown =
            english().dates(&text, &[text.whole()], published).iter().map(|date| shown_date(&text, date)).collect();
        with_block(case, "expect", &or_nothing(shown))
    });
}

#[test]
fn figures_are_read_as_agreed() {
    sayso_golden::hold("figure", |case| {
        let text = text(case);
        let whole = [text.whole()];
        let dated: Vec<_> = english().dates(&text, &whole, None).iter().map(|date| date.span).collect();
        let found = english().figures(&text, &whole, &dated);
        let shown = found.iter().map(|figure| shown_figure(&text, &found, figure)).collect();
        with_block(case, "expect", &or_nothing(shown))
    });
}

fn text(case: &str) -> Text {
    Text::new(block(case, "text").expect("a case has a block `text`"))
}

fn or_nothing(shown: String) -> String {
    if shown.is_empty() { "nothing\n".to_owned() } else { shown }
}

fn shown_date(text: &Text, date: &Date) -> String {
    let modifier = date.modifier.map_or(String::new(), |modifier| format!(", {}", modifier.name()));
    format!("{}: {} {}{modifier}\n", text.slice(date.span), date.kind.name(), date.value)
}

fn shown_figure(text: &Text, all: &[Figure], figure: &Figure) -> String {
    let mut shown = format!("{}:", text.slice(figure.span));
    let numbers = [("value", figure.value), ("low", figure.low), ("high", figure.high)];
    for (name, number) in numbers.into_iter().filter_map(|(name, number)| Some((name, number?))) {
        write!(shown, " {name} {number}").unwrap();
    }
    shown.push_str(if figure.approximate { ", approximate" } else { "" });
    if let Some(unit) = &figure.unit {
        write!(shown, ", unit {unit}").unwrap();
    }
    if let Some(counted) = figure.counted {
        write!(shown, ", counts {}", text.slice(counted)).unwrap();
    }
    if let Some(whole) = figure.part_of {
        write!(shown, ", part of {}", text.slice(all[whole].span)).unwrap();
    }
    shown + "\n"
}
