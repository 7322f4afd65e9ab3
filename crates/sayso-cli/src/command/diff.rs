//! `sayso diff`: what changed between the versions of an article.

use clap::Args;
use sayso::ledger::View;
use sayso::ledger::record::StoryRecord;
use sayso::ledger::store::StoreError;
use sayso::ledger::version::address;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::output::Shown;

/// Show what changed between the versions of an article, and whether readers were told
#[derive(Debug, Args)]
pub struct Diff {
    /// The id of a version, or the article's address; all articles with versions unless given
    #[arg(value_name = "ARTICLE|URL")]
    article: Option<String>,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

impl Diff {
    pub fn run(self) -> Result<(), Failure> {
        let stories = self.file.look(|view| self.stories(view))?;
        let stories: Vec<StoryRecord> = stories.into_iter().map(|story| self.narrowed(story)).collect();
        let edits: Vec<_> = stories.iter().flat_map(|story| &story.edits).collect();
        if let (Some(article), true) = (&self.article, edits.is_empty()) {
            return Err(Failure::unread(format!(
                "no change is known of '{article}': it has one version, or is not here"
            )));
        }
        self.shown.print(&edits, |page| ledger_view::diff(&stories, page))
    }

    /// The stories of the article that is asked for, else all in which something changed.
    fn stories(&self, view: &View<'_>) -> Result<Vec<StoryRecord>, StoreError> {
        let ids: Vec<String> = match &self.article {
            Some(article) => view.stories_at(article)?.into_iter().chain([article.clone()]).collect(),
            None => view.briefs()?.into_iter().filter(|brief| brief.edits > 0).map(|brief| brief.id).collect(),
        };
        let mut stories: Vec<StoryRecord> = Vec::new();
        for id in ids {
            let found = view.story(&id)?.filter(|story| stories.iter().all(|known| known.id != story.id));
            stories.extend(found);
        }
        Ok(stories)
    }

    /// A story with the edits of the article that is asked for alone.
    fn narrowed(&self, mut story: StoryRecord) -> StoryRecord {
        let Some(wanted) = &self.article else { return story };
        let under = address(wanted);
        let is_wanted = |id: &sayso::Id| {
            let article = story.articles.iter().find(|article| article.id == *id);
            let url = article.and_then(|article| article.url.as_deref());
            id.to_string() == *wanted || under.is_some() && url.and_then(address) == under
        };
        story.edits.retain(|edit| is_wanted(&edit.from) || is_wanted(&edit.to));
        story
    }
}
