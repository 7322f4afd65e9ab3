//! `sayso claim`: where a claim appears, where it came from, how it stands to others, and the reasons.

use sayso::ledger::mention::short_form;
use sayso::ledger::record::{Claim, ClaimMention, Link, StoryRecord};
use sayso::wording::statement::{counts, relation, says, via};

use super::claims::said;
use super::sheet::{Sheet, quoted};
use crate::view::PageWidth;
use crate::view::styles::{CONTENT, PLAIN, SOURCE};
use sayso::wording::StoryIndex;
use sayso::wording::numbers::counted;
use sayso::wording::times::moment;

/// The page.
pub fn claim(story: &StoryRecord, claim: &Claim, page: PageWidth) -> String {
    let shelf = StoryIndex::new(story);
    let mut sheet = Sheet::new(page);
    sheet.text(0, &format!("{}:", says(claim)), SOURCE);
    sheet.text(0, &quoted(&claim.gist), CONTENT);
    sheet.note(0, &format!("{} · claim {} in {}", counts(claim), short_form(&claim.id), story.id));
    origin(&mut sheet, claim, &shelf);
    sheet.head("Where it appears");
    claim.mentions.iter().for_each(|mention| appearance(&mut sheet, mention, &shelf));
    links(&mut sheet, story, claim, &shelf);
    figures(&mut sheet, story, claim);
    if !claim.because.is_empty() {
        sheet.head("Why it is told so");
        claim.because.iter().for_each(|reason| sheet.text(2, &reason.to_string(), PLAIN));
    }
    sheet.gap();
    sheet.note(
        0,
        &format!("Wrong? 'sayso decide --help' merges, splits, rejects and mends. The story: sayso story {}", story.id),
    );
    sheet.print(page.styled)
}

fn origin(sheet: &mut Sheet, claim: &Claim, shelf: &StoryIndex) {
    let first = &claim.origin.article;
    let named = claim.origin.named.as_ref().map(|named| format!("; the coverage names {named} as where it came from"));
    let named = named.unwrap_or_default();
    sheet.note(0, &format!("First seen in {}, {} ({first}){named}", shelf.outlet(first), shelf.moment(first)));
}

fn appearance(sheet: &mut Sheet, mention: &ClaimMention, shelf: &StoryIndex) {
    let [outlet, time] = [shelf.outlet(&mention.article).to_owned(), shelf.moment(&mention.article)];
    sheet.text(2, &format!("{time} · {outlet}{}", via(&mention.via)), PLAIN);
    let source =
        mention.source.as_deref().map_or("no source named".to_owned(), |source| format!("source {}", quoted(source)));
    let unattributed = if mention.via.is_empty() { "as its own" } else { "no attributing words" };
    let cue = mention.cue.as_deref().map_or(unattributed.to_owned(), |cue| format!("attributed by {}", quoted(cue)));
    let place = format!("{}:{}-{}", mention.article, mention.start, mention.end);
    sheet.note(4, &format!("{source}, {cue} · {place} · mention {}", short_form(&mention.id)));
}

fn links(sheet: &mut Sheet, story: &StoryRecord, claim: &Claim, shelf: &StoryIndex) {
    let of_it: Vec<&Link> = story.links.iter().filter(|link| link.a == claim.id || link.b == claim.id).collect();
    if of_it.is_empty() {
        return;
    }
    sheet.head("How it stands to other claims");
    for link in of_it {
        let (other, is_first) = if link.a == claim.id { (&link.b, true) } else { (&link.a, false) };
        let Some(other) = shelf.claim(other) else { continue };
        sheet.text(
            2,
            &format!(
                "{} ({}, sayso claim {})",
                relation(link.kind, is_first),
                shelf.since(other),
                short_form(&other.id)
            ),
            PLAIN,
        );
        said(sheet, 4, other);
    }
}

fn figures(sheet: &mut Sheet, story: &StoryRecord, claim: &Claim) {
    let points = || story.figures.iter().flat_map(|series| &series.series).filter(|point| point.claim == claim.id);
    if points().next().is_none() {
        return;
    }
    sheet.head("Its figures");
    for point in points() {
        sheet.text(2, &format!("{}, since {}", counted(point), moment(point.published.as_deref())), PLAIN);
    }
}
