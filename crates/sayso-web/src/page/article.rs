//! An article: its text with who says what marked in it, figures and dates in the margin, furniture greyed, versions compared.

use std::collections::BTreeMap;
use std::ops::Range;

use maud::{Markup, html};
use sayso::SpeakerKind;
use sayso::ledger::Entry;
use sayso::ledger::record::{ArticleRecord, Claim, ClaimMention, EditRecord, StoryRecord};
use sayso::record::{AttributionRecord, DateRecord, FigureRecord, Record};
use sayso::wording::numbers::{count, grouped};
use sayso::wording::statement::story_name;
use sayso::wording::{StoryIndex, times};

use super::frame::Frame;
use super::mend::missed;
use super::removal::removing;
use crate::account::Role;
use crate::annotated_text::{AnnotatedText, Layer, MarkKind, compared};
use crate::components;

/// The version before, where a page compares with it.
pub struct Comparison {
    /// Its text.
    pub before: String,
}

/// The page; `words` are marked, in code points.
pub fn article(
    frame: &Frame,
    entry: &Entry,
    story: Option<&StoryRecord>,
    comparison: Option<&Comparison>,
    words: Option<Range<usize>>,
) -> Markup {
    let record = &entry.record;
    let own = story.and_then(|story| story.articles.iter().find(|article| article.id == record.id));
    let noted = NumberedAttributions::new(record);
    let (mut layers, deletions) =
        comparison.map_or_else(Default::default, |comparison| compared(&comparison.before, &record.text));
    layers.extend(noted.layers.iter().cloned());
    let added = story.map(|story| added(story, record)).unwrap_or_default();
    layers.extend(added.iter().map(|(mention, _)| Layer { at: mention.start..mention.end, kind: MarkKind::Chosen }));
    layers.extend(words.map(|at| Layer { at, kind: MarkKind::Chosen }));
    let sheet = Sheet {
        record,
        noted,
        added,
        passage: AnnotatedText::new(&record.text, layers, deletions),
        claims: story.map(|story| by_attribution(story, record)).unwrap_or_default(),
        shelf: story.map(StoryIndex::new),
    };
    html! {
        article aria-labelledby="h-art" {
            (head(entry, story, own))
            (bar(record, story, own, comparison.is_some()))
            (warnings(record))
            @for (number, at) in sheet.passage.paragraphs().iter().enumerate() {
                @if let Some(kind) = furniture(record, at) {
                    (aside(&sheet.passage, at, kind))
                } @else {
                    (sheet.paragraph(number + 1, at))
                }
            }
            @if frame.edits() { (missed(frame, &record.id.to_string())) }
            @if frame.visitor.role == Role::Admin { (removing(frame, &record.id.to_string())) }
        }
    }
}

/// The text with all that stands beside it.
struct Sheet<'r> {
    record: &'r Record,
    noted: NumberedAttributions<'r>,
    /// Claims that people added.
    added: Vec<(&'r ClaimMention, &'r Claim)>,
    passage: AnnotatedText,
    claims: BTreeMap<&'r str, &'r Claim>,
    shelf: Option<StoryIndex<'r>>,
}

/// What no attribution of the reading holds and a person said is a claim.
fn added<'s>(story: &'s StoryRecord, record: &Record) -> Vec<(&'s ClaimMention, &'s Claim)> {
    let all = story.claims.iter().flat_map(|claim| claim.mentions.iter().map(move |mention| (mention, claim)));
    all.filter(|(mention, _)| mention.article == record.id && mention.is_added()).collect()
}

/// The attributions in the order of their contents, numbered from 1, and what is marked for them.
struct NumberedAttributions<'r> {
    notes: Vec<&'r AttributionRecord>,
    layers: Vec<Layer>,
}

impl<'r> NumberedAttributions<'r> {
    fn new(record: &'r Record) -> Self {
        let mut notes: Vec<&AttributionRecord> =
            record.attributions.iter().filter(|attribution| !attribution.content.is_empty()).collect();
        notes.sort_by_key(|attribution| attribution.content.iter().min().copied());
        let mut layers = Vec::new();
        for (place, attribution) in notes.iter().enumerate() {
            let unnamed = attribution.speakers.iter().any(|speaker| speaker.kind == SpeakerKind::Unnamed);
            let mut mark = |(start, end): &(usize, usize), kind| layers.push(Layer { at: *start..*end, kind });
            attribution.source.iter().for_each(|at| mark(at, MarkKind::Source { unnamed }));
            attribution.cue.iter().for_each(|at| mark(at, MarkKind::Cue));
            let last = attribution.content.iter().map(|(_, end)| *end).max();
            for at in &attribution.content {
                let ends = Some(at.1) == last;
                mark(at, MarkKind::Content { note: place + 1, stance: attribution.stance, ends });
            }
        }
        layers
            .extend(record.furniture.iter().map(|part| Layer { at: part.start..part.end, kind: MarkKind::Furniture }));
        Self { notes, layers }
    }

    /// Those of which the number stands in a paragraph.
    fn of(&self, at: &Range<usize>) -> impl Iterator<Item = (usize, &'r AttributionRecord)> {
        let at = at.clone();
        let ends = |attribution: &AttributionRecord| attribution.content.iter().map(|(_, end)| *end).max().unwrap_or(0);
        self.notes.clone().into_iter().enumerate().map(|(place, note)| (place + 1, note)).filter(move |(_, note)| {
            let end = ends(note);
            at.start < end && end <= at.end
        })
    }
}

fn by_attribution<'s>(story: &'s StoryRecord, record: &Record) -> BTreeMap<&'s str, &'s Claim> {
    let own = story.claims.iter().flat_map(|claim| claim.mentions.iter().map(move |mention| (mention, claim)));
    own.filter(|(mention, _)| mention.article == record.id)
        .filter_map(|(mention, claim)| Some((mention.attribution.as_deref()?, claim)))
        .collect()
}

fn head(entry: &Entry, story: Option<&StoryRecord>, own: Option<&ArticleRecord>) -> Markup {
    let article = &entry.record.article;
    let title = article.title.as_deref().unwrap_or("(no headline)");
    let outlet = entry.outlet().unwrap_or("an outlet not named");
    let published = own.and_then(|own| own.published.as_deref()).or_else(|| entry.published());
    html! {
        header.para.arthead {
            div {
                p.meta {
                    @if let Some(story) = story { a href=(components::story_at(&story.id)) { (story_name(&story.name)) } " / " }
                    (outlet)
                }
                h1 id="h-art" { (title) }
                p.meta {
                    (outlet) " · " (components::moment(published))
                    @if !article.byline.is_empty() { " · by " (article.byline.join(", ")) }
                    @if let Some(copy) = own.and_then(|own| own.copy_of.as_ref()) { " · a copy of " a href=(components::article_at(copy)) { (copy.to_string()) } }
                    @if let Some((address, site)) = article.url.as_deref().and_then(|url| Some((url, components::site(url)?))) { " · " a href=(address) rel="noreferrer external" { (site) } }
                }
            }
            p.meta.how {
                b { "Source" } " in " span.who { "small capitals" } ", " span.who.un { "unnamed in italics" } ";" br;
                b { "cue" } " " span.a-cue { "dotted" } ", " b { "content" } " in " span.a-open.asserts {} "corners" span.a-shut.asserts {} br;
                "a sign after the number where the speaker does not simply assert"
            }
        }
    }
}

fn bar(record: &Record, story: Option<&StoryRecord>, own: Option<&ArticleRecord>, compares: bool) -> Markup {
    let versions = story.zip(own).map(|(story, own)| versions(story, own)).unwrap_or_default();
    let edits: Vec<&EditRecord> =
        story.into_iter().flat_map(|story| &story.edits).filter(|edit| edit.to == record.id).collect();
    let silent = edits.iter().filter(|edit| edit.silent).count();
    let here = components::article_at(&record.id);
    html! {
        div.bar {
            @if versions.len() > 1 {
                nav.seg aria-label="Versions" {
                    @for version in &versions {
                        @let is_here = version.id == record.id && !compares;
                        a href=(components::article_at(&version.id)) aria-current=[is_here.then_some("page")] {
                            "Version " (version.version) span.opt { ", " (times::moment(version.published.as_deref()).trim_end_matches(" UTC")) }
                        }
                    }
                    @if own.is_some_and(|own| own.replaces.is_some()) {
                        a href={ (here) "?changes" } data-key="d" aria-current=[compares.then_some("page")] { "Changes" }
                    }
                }
            }
            span.meta {
                @if !edits.is_empty() {
                    b { (count(edits.len(), "change")) (match silent { 0 => ", all noted", n if n == edits.len() => ", no note to readers", _ => ", some without a note" }) } " · "
                }
                (count(record.attributions.len(), "attribution"))
            }
            label.tick { input type="checkbox" id="marks" checked data-key="b"; " Marks" }
        }
    }
}

/// What was amiss with the article or its reading.
fn warnings(record: &Record) -> Markup {
    html! {
        @if !record.warnings.is_empty() {
            div.para {
                ul.warnings.meta aria-label="Warnings" {
                    @for warning in &record.warnings { li { (warning.message) } }
                }
            }
        }
    }
}

/// The versions of an article, the first first.
fn versions<'s>(story: &'s StoryRecord, own: &'s ArticleRecord) -> Vec<&'s ArticleRecord> {
    let mut all = vec![own];
    while let Some(before) =
        all[0].replaces.as_ref().and_then(|id| story.articles.iter().find(|article| article.id == *id))
    {
        if all.iter().any(|known| known.id == before.id) {
            break;
        }
        all.insert(0, before);
    }
    while let Some(after) =
        story.articles.iter().find(|article| article.replaces.as_ref() == all.last().map(|last| &last.id))
    {
        if all.iter().any(|known| known.id == after.id) {
            break;
        }
        all.push(after);
    }
    all
}

/// The sort of furniture that a whole paragraph is.
fn furniture<'r>(record: &'r Record, at: &Range<usize>) -> Option<&'r str> {
    let covers = |start: usize, end: usize| start <= at.start && at.end <= end;
    record.furniture.iter().find(|part| covers(part.start, part.end)).map(|part| part.kind.as_str())
}

fn aside(passage: &AnnotatedText, at: &Range<usize>, kind: &str) -> Markup {
    let words = passage.words(at.clone());
    html! {
        div.para {
            details.furn {
                summary { "Not the article: " (kind.replace('-', " ")) ", " (count(words.split_whitespace().count(), "word")) }
                p { (words) }
            }
        }
    }
}

impl Sheet<'_> {
    fn paragraph(&self, number: usize, at: &Range<usize>) -> Markup {
        let is_added = self.passage.is_all(at, MarkKind::Inserted);
        let class = match (self.passage.is_changed(at), is_added) {
            (_, true) => "para changed added",
            (true, _) => "para changed",
            _ => "para",
        };
        let notes: Vec<(usize, &AttributionRecord)> = self.noted.of(at).collect();
        let loose = loose(self.record, at, &notes);
        let added: Vec<_> = self.added.iter().filter(|(mention, _)| at.contains(&mention.start)).collect();
        html! {
            div class=(class) data-item[!notes.is_empty()] {
                a.n href={ "#p" (number) } id={ "p" (number) } aria-label={ "paragraph " (number) } { (number) }
                p data-paragraph=(number) { (self.passage.marked(at)) }
                @if !notes.is_empty() || !loose.is_empty() || !added.is_empty() {
                    aside.notes aria-label={ "Notes to paragraph " (number) } {
                        @for (note, attribution) in &notes {
                            (margin(*note, attribution, self.record, self.claims.get(attribution.id.as_str()).copied(), self.shelf.as_ref()))
                        }
                        @for (_, claim) in added {
                            p { a href=(components::claim_at(&claim.id)) { "Added by hand" } ": " (components::speakers(claim)) " " (components::stance(claim.stance)) }
                        }
                        @if !loose.is_empty() { p.dim { (loose.join(" · ")) } }
                    }
                }
            }
        }
    }
}

fn margin(
    number: usize,
    attribution: &AttributionRecord,
    record: &Record,
    claim: Option<&Claim>,
    shelf: Option<&StoryIndex<'_>>,
) -> Markup {
    let figures = attribution.figures.iter().filter_map(|index| record.figures.get(*index)).map(figure);
    let dates = attribution.dates.iter().filter_map(|index| record.dates.get(*index)).filter_map(day);
    let facts: Vec<String> = figures.chain(dates).collect();
    html! {
        div.note id={ "n" (number) } {
            a.sn href={ "#r" (number) } aria-label={ "back to " (number) } { (number) }
            div {
                @if attribution.speakers.is_empty() { span.who.un { "nobody named" } }
                @for (place, speaker) in attribution.speakers.iter().enumerate() {
                    @if place > 0 { ", " }
                    span class=(if speaker.kind == SpeakerKind::Unnamed { "who un" } else { "who" }) { (speaker.name) }
                }
                span.path {
                    (components::stance(attribution.stance))
                    @if let Some(firmly) = components::certainty(attribution.certainty) { ", " (firmly) }
                    @if !facts.is_empty() { " · " b.num { (facts.join(" · ")) } }
                }
                span.path.dim {
                    @if attribution.via.is_empty() { "first-hand" } @else { "via " (attribution.via.join(", via ")) }
                    @if let (Some(claim), Some(shelf)) = (claim, shelf) { " · " a.quiet href=(components::claim_at(&claim.id)) { (components::first_hand(claim, shelf, false)) span.vh { " outlets first-hand: the claim of note " (number) } } }
                }
            }
        }
    }
}

/// '≈ 1,500 soldiers', '≤ 3,000'.
fn figure(figure: &FigureRecord) -> String {
    let shown = |number: &serde_json::Number| grouped(&number.to_string());
    let number = match (&figure.value, &figure.low, &figure.high) {
        (Some(value), ..) => shown(value),
        (None, Some(low), Some(high)) => format!("{}–{}", shown(low), shown(high)),
        (None, Some(low), None) => format!("≥ {}", shown(low)),
        (None, None, Some(high)) => format!("≤ {}", shown(high)),
        (None, None, None) => "a number".to_owned(),
    };
    let about = if figure.approximate { "≈ " } else { "" };
    let what = figure.unit.as_deref().or(figure.counted.as_deref()).map(|what| format!(" {what}")).unwrap_or_default();
    format!("{about}{number}{what}")
}

/// A day, month or year of the calendar, as ISO 8601 writes it; durations and 'now' say nothing in a margin.
fn day(date: &DateRecord) -> Option<String> {
    date.value.starts_with(|first: char| first.is_ascii_digit()).then(|| date.value.clone())
}

/// Figures and dates of a paragraph that no note of it has.
fn loose(record: &Record, at: &Range<usize>, notes: &[(usize, &AttributionRecord)]) -> Vec<String> {
    let inside = |start: usize, end: usize| at.start <= start && end <= at.end;
    let figures = record.figures.iter().enumerate().filter(|(index, found)| {
        inside(found.start, found.end) && !notes.iter().any(|(_, note)| note.figures.contains(index))
    });
    let dates = record.dates.iter().enumerate().filter(|(index, found)| {
        inside(found.start, found.end) && !notes.iter().any(|(_, note)| note.dates.contains(index))
    });
    let figures = figures.map(|(_, found)| figure(found));
    figures.chain(dates.filter_map(|(_, found)| day(found))).collect()
}
