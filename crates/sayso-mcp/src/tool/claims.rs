//! `search_claims`.

use sayso::Stance;
use sayso::ledger::View;
use sayso::ledger::record::StoryRecord;
use sayso::ledger::store::StoreError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim_line::{Articles, ClaimLine};
use super::condition::{Condition, any_stance};
use crate::context::ToolContext;
use crate::page::{Filling, PageRequest, Place, ResultPage};

/// Stories that are looked at for one page; the walk goes on from there. Decoding so many takes some two seconds.
const MOST_STORIES: usize = 2_000;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ClaimsArguments {
    /// Words that the claim's quotation must all have; the beginning of a word will do.
    #[serde(default)]
    text: Option<String>,
    /// Whose it is: a name or a part of one.
    #[serde(default)]
    speaker: Option<String>,
    /// What the speaker does with it.
    #[serde(default)]
    #[schemars(schema_with = "any_stance")]
    stance: Option<Stance>,
    /// A number that it states, or that lies in a range that it states.
    #[serde(default)]
    number: Option<f64>,
    /// Published on this day or instant or later: 2026-02-28.
    #[serde(default)]
    from: Option<String>,
    /// Published before this day or instant.
    #[serde(default)]
    until: Option<String>,
    /// Only of this story: its id.
    #[serde(default)]
    story: Option<String>,
    #[serde(flatten)]
    part: PageRequest,
}

/// What is answered. A page may be empty and still have a `next`: then nothing was found in the stories looked at so far.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClaimsAnswer {
    #[serde(flatten)]
    page: ResultPage<ClaimLine>,
}

/// The claims for which all that is asked holds, in the stories that moved last first.
pub fn search(context: &ToolContext, asked: &ClaimsArguments) -> Result<ClaimsAnswer, String> {
    let condition = Condition::default()
        .text(asked.text.as_deref())
        .speaker(asked.speaker.as_deref())
        .stance(asked.stance)
        .number(asked.number)
        .between(asked.from.as_deref(), asked.until.as_deref())?;
    find(context, asked.story.as_deref(), &condition, &asked.part)
}

/// The page of claims for which a condition holds, in one story or in all.
pub fn find(
    context: &ToolContext,
    story: Option<&str>,
    condition: &Condition,
    part: &PageRequest,
) -> Result<ClaimsAnswer, String> {
    let place = part.place()?;
    let stories = match story {
        Some(id) => vec![super::find::story(context, id)?.id],
        None => context.look(|view| Ok(view.briefs()?.into_iter().map(|brief| brief.id).collect()))?,
    };
    let page = context.look(|view| walk(view, &stories, place, condition, part.limit()))?;
    Ok(ClaimsAnswer { page })
}

fn walk(
    view: &View<'_>,
    stories: &[String],
    place: Place,
    condition: &Condition,
    limit: usize,
) -> Result<ResultPage<ClaimLine>, StoreError> {
    let mut page = Filling::new(limit);
    for (index, id) in stories.iter().enumerate().skip(place.story) {
        if index - place.story >= MOST_STORIES {
            return Ok(page.ended(Some(Place { story: index, item: 0 })));
        }
        let Some(story) = view.record(id)? else { continue };
        let first = if index == place.story { place.item } else { 0 };
        if let Some(item) = fill(&mut page, &story, first, condition) {
            return Ok(page.ended(Some(Place { story: index, item })));
        }
    }
    Ok(page.ended(None))
}

/// Puts a story's claims on a page, from one of them on; gives the first that has no room.
fn fill(page: &mut Filling<ClaimLine>, story: &StoryRecord, first: usize, condition: &Condition) -> Option<usize> {
    let articles = Articles::of(story);
    let mut claims = story.claims.iter().enumerate().skip(first);
    let full = claims.find(|(_, claim)| {
        condition.holds(claim, story, &articles) && !page.take(ClaimLine::of(claim, story, &articles))
    });
    full.map(|(index, _)| index)
}
