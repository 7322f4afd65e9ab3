//! What a line asks of an article: its head, its text, what in it is furniture, what was amiss.

use sayso::Record;
use sayso::record::ArticleRecord;

use crate::check::{OfRecord, as_asked};
use crate::line::{Alternatives, Part};
use crate::place::{NEARLY_ALL, covered, nth, spaced};

/// A field of the head, as a list.
type Field = fn(&ArticleRecord) -> Vec<String>;

const FIELDS: [(&str, Field); 7] = [
    ("title", |article| article.title.iter().cloned().collect()),
    ("byline", |article| article.byline.clone()),
    ("publisher", |article| article.publisher.iter().cloned().collect()),
    ("published", |article| article.published.iter().cloned().collect()),
    ("modified", |article| article.modified.iter().cloned().collect()),
    ("language", |article| article.language.iter().cloned().collect()),
    ("url", |article| article.url.iter().cloned().collect()),
];

/// What a line asks, if it is about the article.
pub fn asked(parts: &[Part<'_>]) -> Option<OfRecord> {
    let [first, clauses @ ..] = parts else { return None };
    if let Some(words) = first.one("update") {
        return Some(update(words, clauses));
    }
    let check = FIELDS.into_iter().find_map(|field| head(first, field)).or_else(|| text(first, clauses))?;
    if let [clause, ..] = clauses
        && !clause.begins("times")
    {
        clause.misread();
    }
    Some(check)
}

fn head(part: &Part<'_>, (name, field): (&str, Field)) -> Option<OfRecord> {
    let is = part.after(&format!("{name} is"));
    let begins = is.is_none();
    let wanted: Alternatives = is.or_else(|| part.after(&format!("{name} begins")))?;
    Some(Box::new(move |record| {
        let given = field(&record.article);
        let fits = |wanted: &Vec<String>| match (given.as_slice(), wanted.as_slice()) {
            ([given], [wanted]) if begins => given.starts_with(wanted.as_str()),
            _ => !begins && given == *wanted,
        };
        as_asked(wanted.iter().any(fits), || format!("{given:?}"))
    }))
}

fn text(part: &Part<'_>, clauses: &[Part<'_>]) -> Option<OfRecord> {
    let count = |record: &Record, words: &str| spaced(&record.text).matches(&spaced(words)).count();
    if let Some(words) = part.one("text has") {
        let times = clauses.first().and_then(|clause| clause.number("times"));
        return Some(Box::new(move |record| {
            let count = count(record, &words);
            as_asked(times.map_or(count > 0, |times| times == count), || format!("{count} times"))
        }));
    }
    if let Some(words) = part.one("text lacks") {
        return Some(Box::new(move |record| as_asked(count(record, &words) == 0, || "it has it".to_owned())));
    }
    if let Some(words) = part.one("furniture") {
        return Some(Box::new(move |record| {
            let share = nth(&record.text, &words, 1).map_or(1.0, |place| furnished(record, place));
            as_asked(share > NEARLY_ALL, || format!("it is in the article, furniture at a share of {share:.2}"))
        }));
    }
    let words = part.one("warning")?;
    Some(Box::new(move |record| {
        let messages: Vec<&str> = record.warnings.iter().map(|warning| warning.message.as_str()).collect();
        as_asked(messages.iter().any(|message| message.contains(&words)), || format!("{messages:?}"))
    }))
}

/// What an entry that has some words says of itself.
fn update(words: String, clauses: &[Part<'_>]) -> OfRecord {
    let wanted = |name: &str| clauses.iter().find_map(|clause| clause.after(name));
    let (written, by): (Option<Alternatives>, Option<Alternatives>) = (wanted("written"), wanted("by"));
    Box::new(move |record| {
        let holds = |start, end, place: (usize, usize)| start <= place.0 && place.1 <= end;
        let place = nth(&record.text, &words, 1);
        let entry = place.and_then(|place| record.entries.iter().find(|entry| holds(entry.start, entry.end, place)));
        let Some(entry) = entry else { return as_asked(false, || format!("{:?}", record.entries)) };
        let published: Vec<String> = entry.published.iter().cloned().collect();
        let fits = |wanted: &Option<Alternatives>, given: &Vec<String>| {
            wanted.as_ref().is_none_or(|wanted| wanted.iter().any(|wanted| wanted == given))
        };
        as_asked(fits(&written, &published) && fits(&by, &entry.byline), || format!("{entry:?}"))
    })
}

fn furnished(record: &Record, place: (usize, usize)) -> f64 {
    let spans: Vec<_> = record.furniture.iter().map(|furniture| (furniture.start, furniture.end)).collect();
    covered(&spans, place)
}
