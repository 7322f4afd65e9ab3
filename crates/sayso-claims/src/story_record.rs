//! The record of a story: versions, copies, edits and claims of its documents, as people's decisions bind them.

use std::collections::{BTreeMap, HashMap};

use crate::copy::{Copy, copies_of, stretches};
use crate::decision::EffectiveDecisions;
use crate::derive::{self, Copied, derive_claims};
use crate::link::ComparedPair;
use crate::outlet_names::under_one_name;
use crate::record::{ArticleRecord, ClaimMention, CopyRecord, DerivedClaims, EditRecord, Reason, StoryRecord};
use crate::story::{Joined, Story};
use crate::version::{ArticleVersions, Edit, EditPlace, EditedText, articles};
use crate::{Document, probability, record::Related, work};

/// What grouping knows of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryGroup {
    /// The story's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why each article is in it, by the article's id as printed.
    pub because: BTreeMap<String, Joined>,
    /// Other stories that have to do with it.
    pub related: Vec<Related>,
}

impl From<Story> for StoryGroup {
    fn from(story: Story) -> Self {
        let because = story.joined.into_iter().map(|joined| (joined.article.clone(), joined)).collect();
        Self { id: story.id, name: story.name, because, related: Vec::new() }
    }
}

/// The record of a story; the order of `documents` does not matter.
#[must_use]
pub fn derive_story(grouped: StoryGroup, documents: &[Document], effective: &EffectiveDecisions) -> StoryRecord {
    let documents = under_one_name(documents);
    let mut in_time: Vec<&Document> = documents.iter().collect();
    in_time.sort_by(|a, b| a.in_time(b));
    let versions = articles(&in_time);
    let copies = copies_of(&in_time, &versions);
    let copied: Vec<Copied> = copies.iter().map(|copy| with_stretches(&in_time, copy)).collect();
    let mut derived = derive_claims(&in_time, &copied, effective);
    probability::judge(&mut derived.claims, &in_time);
    let touching = Touching::of(&derived);
    let edits = versions.iter().flat_map(|article| edited(&in_time, article, &touching)).collect();
    let article_records = ArticleRecords::new(&in_time, &versions, &copies);
    StoryRecord {
        articles: (0..in_time.len()).map(|index| article_records.article(index, &grouped.because)).collect(),
        copies: copies.iter().map(|copy| article_records.copy(copy)).collect(),
        claims: derived.claims,
        links: derived.links,
        figures: derived.figures,
        entities: derived.entities,
        edits,
        id: grouped.id,
        name: grouped.name,
        related: grouped.related,
    }
}

/// The pairs of claims of a story as links are sought between them; the order of `documents` does not matter.
pub(crate) fn compared_pairs(documents: &[Document]) -> Vec<ComparedPair> {
    let mut in_time: Vec<&Document> = documents.iter().collect();
    in_time.sort_by(|a, b| a.in_time(b));
    let copies = copies_of(&in_time, &articles(&in_time));
    let copied: Vec<Copied> = copies.iter().map(|copy| with_stretches(&in_time, copy)).collect();
    derive::compared_pairs(&in_time, &copied)
}

fn with_stretches(documents: &[&Document], copy: &Copy) -> Copied {
    let carried = stretches(documents[copy.article].words(), documents[copy.of].words());
    Copied { article: copy.article, of: copy.of, carried }
}

/// The edits of an article's versions, each with the claims that it touches.
fn edited(documents: &[&Document], article: &ArticleVersions, touching: &Touching<'_>) -> Vec<EditRecord> {
    let pairs = article.versions.windows(2).map(|pair| (documents[pair[0]], documents[pair[1]]));
    let told = |(before, after): (&Document, &Document)| -> Vec<EditRecord> {
        after.edits_from(before).iter().map(|edit| record(before, after, edit, touching)).collect()
    };
    pairs.flat_map(told).collect()
}

fn record(before: &Document, after: &Document, edit: &Edit, touching: &Touching<'_>) -> EditRecord {
    let mut claims = touching.claims(before, edit.place, edit.before.as_ref());
    claims.extend(touching.claims(after, edit.place, edit.after.as_ref()));
    claims.sort_unstable();
    claims.dedup();
    EditRecord {
        from: before.id().clone(),
        to: after.id().clone(),
        place: edit.place,
        change: edit.change,
        silent: edit.silent,
        before: edit.before.as_ref().map(|stretch| stretch.text.clone()),
        after: edit.after.as_ref().map(|stretch| stretch.text.clone()),
        told_by: edit.told_by.map(|span| after.text.slice(span).to_owned()),
        claims: claims.into_iter().map(str::to_owned).collect(),
    }
}

/// The claims by what an edit can touch: an attribution of an article, or words that a person added.
struct Touching<'c> {
    /// By the article as printed, and the attribution.
    read: HashMap<(String, &'c str), Vec<&'c str>>,
    added: HashMap<String, Vec<(&'c ClaimMention, &'c str)>>,
}

impl<'c> Touching<'c> {
    fn of(derived: &'c DerivedClaims) -> Self {
        let mut touching = Self { read: HashMap::new(), added: HashMap::new() };
        let mentions = derived.claims.iter().flat_map(|claim| claim.mentions.iter().map(move |one| (one, claim)));
        for (mention, claim) in mentions {
            if let Some(attribution) = mention.attribution.as_deref() {
                touching.read.entry((mention.article.to_string(), attribution)).or_default().push(&claim.id);
            }
            if mention.is_added() {
                touching.added.entry(mention.article.to_string()).or_default().push((mention, &claim.id));
            }
        }
        touching
    }

    /// The claims whose mentions in an article come from the attributions that an edit touches, or were added in its
    /// words.
    fn claims(&self, document: &Document, place: EditPlace, stretch: Option<&EditedText>) -> Vec<&'c str> {
        let Some(stretch) = stretch else { return Vec::new() };
        let article = document.id().to_string();
        let keys = stretch.attributions.iter().map(|attribution| (article.clone(), attribution.as_str()));
        let read = work::each(keys.filter_map(|key| self.read.get(&key)).flatten().copied());
        let within = (place == EditPlace::Text).then(|| document.text.code_points(stretch.span));
        let overlaps =
            |mention: &ClaimMention| within.is_some_and(|(start, end)| mention.start < end && start < mention.end);
        let added = work::each(self.added.get(&article).into_iter().flatten());
        read.chain(added.filter(|(mention, _)| overlaps(mention)).map(|(_, claim)| *claim)).collect()
    }
}

struct ArticleRecords<'a> {
    documents: &'a [&'a Document],
    /// Which version of its article each document is, counted from 1, and the version before.
    versions: Vec<(usize, Option<usize>)>,
    /// What each copy is of.
    originals: HashMap<usize, usize>,
    /// Each document by its id as printed.
    printed: HashMap<String, usize>,
}

impl<'a> ArticleRecords<'a> {
    fn new(documents: &'a [&'a Document], articles: &[ArticleVersions], copies: &[Copy]) -> Self {
        let mut versions = vec![(1, None); documents.len()];
        for article in articles {
            for (place, version) in article.versions.iter().enumerate() {
                versions[*version] = (place + 1, place.checked_sub(1).map(|before| article.versions[before]));
            }
            for (repeat, of) in &article.repeats {
                versions[*repeat] = (versions[*of].0, Some(*of));
            }
        }
        let originals = copies.iter().map(|copy| (copy.article, copy.of)).collect();
        let printed = documents.iter().enumerate().map(|(index, document)| (document.id().to_string(), index));
        Self { documents, versions, originals, printed: printed.collect() }
    }

    fn joined(&self, joined: &Joined) -> Reason {
        let named = |id: &String| Some(self.documents[*self.printed.get(id)?]);
        let both: Vec<&Document> = [&joined.article, &joined.to].into_iter().filter_map(named).collect();
        joined.reason(&both)
    }

    fn article(&self, index: usize, because: &BTreeMap<String, Joined>) -> ArticleRecord {
        let document = self.documents[index];
        let (version, before) = self.versions[index];
        ArticleRecord {
            id: document.id().clone(),
            url: document.url().map(str::to_owned),
            version,
            replaces: before.map(|before| self.documents[before].id().clone()),
            publisher: document.outlet().map(str::to_owned),
            published: document.entry.published().map(str::to_owned),
            modified: document.entry.record.article.modified.clone(),
            title: document.title().map(str::to_owned),
            copy_of: self.originals.get(&index).map(|of| self.documents[*of].id().clone()),
            because: because.get(&document.id().to_string()).map(|joined| self.joined(joined)).into_iter().collect(),
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
