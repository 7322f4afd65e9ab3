//! Drawing a story's record: versions, copies, edits and claims of its documents, as people's rulings bind them.

use std::collections::BTreeMap;

use crate::conclude::{Copied, conclude};
use crate::copy::{Copy, carried, copies};
use crate::decision::{ADDED, Rulings};
use crate::record::{ArticleRecord, ClaimMention, Conclusions, CopyRecord, EditRecord, StoryRecord};
use crate::version::{Article, Edit, Place, Stretch, articles, edits};
use crate::{Document, record::Related};

/// What grouping knows of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouped {
    /// The story's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why each article is in it, by the article's id as printed.
    pub because: BTreeMap<String, String>,
    /// Other stories that have to do with it.
    pub related: Vec<Related>,
}

/// The record of a story; the order of `documents` does not matter.
pub fn draw(grouped: Grouped, documents: &[Document], rulings: &Rulings) -> StoryRecord {
    let mut in_time: Vec<&Document> = documents.iter().collect();
    in_time.sort_by(|a, b| a.in_time(b));
    let versions = articles(&in_time);
    let copies = copies(&in_time);
    let copied: Vec<Copied> = copies.iter().map(|copy| with_stretches(&in_time, copy)).collect();
    let conclusions = conclude(&in_time, &copied, rulings);
    let edits = versions.iter().flat_map(|article| edited(&in_time, article, &conclusions)).collect();
    let drawn = Drawn { documents: &in_time, versions: &versions, copies: &copies };
    StoryRecord {
        articles: (0..in_time.len()).map(|index| drawn.article(index, &grouped.because)).collect(),
        copies: copies.iter().map(|copy| drawn.copy(copy)).collect(),
        claims: conclusions.claims,
        links: conclusions.links,
        figures: conclusions.figures,
        edits,
        id: grouped.id,
        name: grouped.name,
        related: grouped.related,
    }
}

fn with_stretches(documents: &[&Document], copy: &Copy) -> Copied {
    let carried = carried(documents[copy.article], documents[copy.of]);
    Copied { article: copy.article, of: copy.of, carried }
}

/// The edits of an article's versions, each with the claims that it touches.
fn edited(documents: &[&Document], article: &Article, conclusions: &Conclusions) -> Vec<EditRecord> {
    let pairs = article.versions.windows(2).map(|pair| (documents[pair[0]], documents[pair[1]]));
    pairs
        .flat_map(|(before, after)| edits(before, after).into_iter().map(move |edit| (before, after, edit)))
        .map(|(before, after, edit)| {
            let mut claims = touched(before, edit.place, edit.before.as_ref(), conclusions);
            claims.extend(touched(after, edit.place, edit.after.as_ref(), conclusions));
            claims.sort();
            claims.dedup();
            record(before, after, edit, claims)
        })
        .collect()
}

fn record(before: &Document, after: &Document, edit: Edit, claims: Vec<String>) -> EditRecord {
    EditRecord {
        from: before.id().clone(),
        to: after.id().clone(),
        place: edit.place,
        change: edit.change,
        silent: edit.silent,
        before: edit.before.map(|stretch| stretch.text),
        after: edit.after.map(|stretch| stretch.text),
        told_by: edit.told_by.map(|span| after.text.slice(span).to_owned()),
        claims,
    }
}

/// The claims whose mentions in an article come from the attributions that an edit touches, or were added in its words.
fn touched(document: &Document, place: Place, stretch: Option<&Stretch>, conclusions: &Conclusions) -> Vec<String> {
    let Some(stretch) = stretch else { return Vec::new() };
    let from = |attribution: &Option<String>| attribution.as_ref().is_some_and(|id| stretch.attributions.contains(id));
    let within = (place == Place::Text).then(|| document.text.code_points(stretch.span));
    let added_in = |mention: &ClaimMention| {
        let overlaps = |(start, end): (usize, usize)| mention.start < end && start < mention.end;
        mention.id.starts_with(ADDED) && within.is_some_and(overlaps)
    };
    let is_touched =
        |mention: &ClaimMention| mention.article == *document.id() && (from(&mention.attribution) || added_in(mention));
    let claims = conclusions.claims.iter().filter(|claim| claim.mentions.iter().any(is_touched));
    claims.map(|claim| claim.id.clone()).collect()
}

struct Drawn<'a> {
    documents: &'a [&'a Document],
    versions: &'a [Article],
    copies: &'a [Copy],
}

impl Drawn<'_> {
    fn article(&self, index: usize, because: &BTreeMap<String, String>) -> ArticleRecord {
        let document = self.documents[index];
        let (version, before) = self.version(index);
        let copy = self.copies.iter().find(|copy| copy.article == index);
        ArticleRecord {
            id: document.id().clone(),
            url: document.url().map(str::to_owned),
            version,
            replaces: before.map(|before| self.documents[before].id().clone()),
            publisher: document.outlet().map(str::to_owned),
            published: document.entry.published().map(str::to_owned),
            title: document.title().map(str::to_owned),
            copy_of: copy.map(|copy| self.documents[copy.of].id().clone()),
            because: because.get(&document.id().to_string()).cloned(),
        }
    }

    /// Which version of its article a document is, counted from 1, and the version before.
    fn version(&self, index: usize) -> (usize, Option<usize>) {
        let place = |article: &Article| article.versions.iter().position(|version| *version == index);
        let found = self.versions.iter().find_map(|article| Some((article, place(article)?)));
        let repeat = || self.versions.iter().flat_map(|article| &article.repeats).find(|(repeat, _)| *repeat == index);
        match found {
            Some((article, place)) => (place + 1, place.checked_sub(1).map(|before| article.versions[before])),
            None => repeat().map_or((1, None), |(_, of)| (self.version(*of).0, Some(*of))),
        }
    }

    fn copy(&self, copy: &Copy) -> CopyRecord {
        CopyRecord {
            article: self.documents[copy.article].id().clone(),
            of: self.documents[copy.of].id().clone(),
            kind: copy.kind,
            share: (copy.share * 100.0).round() / 100.0,
        }
    }
}
