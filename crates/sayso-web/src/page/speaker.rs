//! A speaker: everything that they say, and what they do with it over time.

use jiff::Timestamp;
use maud::{Markup, html};
use sayso::Stance;
use sayso::ledger::record::StoryRecord;
use sayso::wording::StoryIndex;
use sayso::wording::numbers::count;
use sayso::wording::statement::story_name;

use super::story_rows::said;
use crate::chart::voices;
use crate::components;

/// A story, and the claims in it that are the speaker's.
pub struct SpeakerStory {
    /// The story.
    pub story: StoryRecord,
    /// Ids of the claims, in order of first mention.
    pub claims: Vec<String>,
}

/// The page.
pub fn speaker(who: &str, spoken: &[SpeakerStory]) -> Markup {
    let all: usize = spoken.iter().map(|spoken| spoken.claims.len()).sum();
    let taken: Vec<(Timestamp, Stance)> = spoken.iter().flat_map(stances).collect();
    html! {
        div.top.two {
            div {
                p.meta { a href="/" { "Stories" } " / speaker" }
                h1 { (who) }
                p.standfirst { (count(all, "claim")) " in " (count(spoken.len(), "story")) "." }
            }
            figure { figcaption.vh { "What the speaker does, over time" } (voices(&taken)) }
        }
        @for (place, spoken) in spoken.iter().enumerate() {
            @let shelf = StoryIndex::new(&spoken.story);
            @let heading = format!("h-{place}");
            section.sec aria-labelledby=(heading) {
                header { h2 id=(heading) { a.quiet href=(components::story_at(&spoken.story.id)) { (story_name(&spoken.story.name)) } } p { (count(spoken.claims.len(), "claim")) } }
                ul.rows.claims { @for claim in spoken.claims.iter().filter_map(|id| shelf.claim(id)) { li data-item { (said(claim, &shelf)) } } }
            }
        }
    }
}

fn stances(spoken: &SpeakerStory) -> Vec<(Timestamp, Stance)> {
    let shelf = StoryIndex::new(&spoken.story);
    let claims = spoken.claims.iter().filter_map(|id| shelf.claim(id));
    claims.filter_map(|claim| Some((shelf.began(claim)?, claim.stance))).collect()
}
