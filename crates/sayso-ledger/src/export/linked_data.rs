//! Claims in the words of schema.org, as JSON-LD: `Claim` with its author, where it first appeared, and where it appears.

use serde_json::{Value, json};

use crate::record::{ArticleRecord, Claim, StoryRecord};

/// The claims of some stories as one JSON-LD document.
#[must_use]
pub fn linked_data(stories: &[StoryRecord]) -> Value {
    let claims: Vec<Value> =
        stories.iter().flat_map(|story| story.claims.iter().map(move |claim| of_claim(story, claim))).collect();
    json!({"@context": "https://schema.org", "@graph": claims})
}

fn of_claim(story: &StoryRecord, claim: &Claim) -> Value {
    let mut articles: Vec<&ArticleRecord> = Vec::new();
    for mention in &claim.mentions {
        let article = story.articles.iter().find(|article| article.id == mention.article);
        articles.extend(article.filter(|article| articles.iter().all(|known| known.id != article.id)));
    }
    let authors: Vec<Value> = claim.speakers.iter().map(|name| json!({"@type": "Thing", "name": name})).collect();
    let mut value = json!({
        "@type": "Claim",
        "@id": format!("urn:sayso:claim:{}", claim.id),
        "text": claim.gist,
        "author": authors,
        "about": {"@type": "Event", "@id": format!("urn:sayso:{}", story.id), "name": story.name},
        "appearance": articles.iter().map(|article| work(article)).collect::<Vec<_>>(),
    });
    let first = articles.iter().find(|article| article.id == claim.origin.article);
    if let (Some(first), Some(fields)) = (first, value.as_object_mut()) {
        fields.insert("firstAppearance".to_owned(), work(first));
    }
    value
}

fn work(article: &ArticleRecord) -> Value {
    let mut work = json!({"@type": "NewsArticle", "@id": format!("urn:sayso:article:{}", article.id)});
    let told = [
        ("url", article.url.clone().map(Value::from)),
        ("headline", article.title.clone().map(Value::from)),
        ("datePublished", article.published.clone().map(Value::from)),
        ("dateModified", article.modified.clone().map(Value::from)),
        ("publisher", article.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name}))),
    ];
    if let Some(fields) = work.as_object_mut() {
        fields.extend(told.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    work
}
