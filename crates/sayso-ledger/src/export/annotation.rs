//! Mentions as W3C Web Annotations (Recommendation of 23 February 2017): other programs can show each in its page.

use sayso_text::{Span, Text};
use serde_json::{Value, json};

use crate::record::{ArticleRecord, Claim, ClaimMention, StoryRecord};

/// Code points of the text before and behind that help to find a quotation again.
const BESIDE: usize = 32;

/// The annotations of a story, one a mention of a claim; `text_of` gives the text of an article by its id as printed.
pub fn annotations(story: &StoryRecord, mut text_of: impl FnMut(&str) -> Option<String>) -> Vec<Value> {
    let mut annotations = Vec::new();
    for article in &story.articles {
        let mentions = story.claims.iter().flat_map(|claim| claim.mentions.iter().map(move |mention| (claim, mention)));
        let mut here = mentions.filter(|(_, mention)| mention.article == article.id).peekable();
        if here.peek().is_none() {
            continue;
        }
        let Some(text) = text_of(&article.id.to_string()) else { continue };
        let text: Text = Text::new(text);
        annotations.extend(here.filter_map(|(claim, mention)| annotation(article, &text, claim, mention)));
    }
    annotations
}

fn annotation(article: &ArticleRecord, text: &Text, claim: &Claim, mention: &ClaimMention) -> Option<Value> {
    let span = text.span_of_code_points(mention.start, mention.end)?;
    let (start, end) = utf16(text, span);
    let whole = text.code_points(text.whole()).1;
    let prefix = text.span_of_code_points(mention.start.saturating_sub(BESIDE), mention.start)?;
    let suffix = text.span_of_code_points(mention.end, (mention.end + BESIDE).min(whole))?;
    Some(json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:sayso:mention:{}", mention.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "identifying",
            "value": claim.gist,
            "claim": format!("urn:sayso:claim:{}", claim.id),
            "speakers": claim.speakers,
            "stance": claim.stance,
        },
        "target": {
            "source": article.url.clone().unwrap_or_else(|| format!("urn:sayso:article:{}", article.id)),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text.slice(span),
                    "prefix": text.slice(prefix),
                    "suffix": text.slice(suffix),
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }))
}

/// A span in UTF-16 code units, in which the standard's positions count.
fn utf16(text: &Text, span: Span) -> (usize, usize) {
    let units = |text: &str| text.encode_utf16().count();
    let start = units(&text.as_str()[..span.start()]);
    (start, start + units(text.slice(span)))
}
