//! `sayso brief`: what an editor must know of a story, with footnotes.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use sayso::brief::{MOST_ARTICLES, Sentence, brief, html, markdown};
use sayso::ledger::Document;
use sayso::ledger::record::{Brief as InputLine, StoryRecord};
use sayso::wording::statement::story_name;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::output::show;
use crate::records::{print_line, to_line};

/// Tell a story in fifteen sentences at most, each with the passages that carry it
///
/// What is claimed and by whom, who denies it or would not say, how figures move, what was corrected or changed silently, and
/// what rests on one source alone. Every word of an article stands between quotation marks; where nothing can be quoted that
/// stands by itself, nothing is said.
#[derive(Debug, Args)]
pub struct Brief {
    /// The story's id, that of one of its articles, or its name; a part of the name will do where no other story has it
    #[arg(value_name = "STORY")]
    story: String,

    #[command(flatten)]
    file: LedgerFile,

    /// In what form
    #[arg(long, value_enum, default_value_t = BriefFormat::Terminal)]
    format: BriefFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum BriefFormat {
    /// For a person, here
    Terminal,
    /// Markdown with footnotes
    Markdown,
    /// A page
    Html,
    /// A list of {text, kind, claims, footnotes: [{article, start, end}]}
    Json,
}

/// Stories that are listed where several come into question.
const LISTED: usize = 12;

impl Brief {
    pub fn run(self) -> Result<(), Failure> {
        let lines = self.file.look(|view| Ok((view.story(&self.story)?.map(|story| story.id), view.briefs()?)))?;
        let id = match lines {
            (Some(id), _) => id,
            (None, lines) => named(&lines, &self.story)?,
        };
        let found = self.file.look(|view| {
            let Some(story) = view.story(&id)? else { return Ok(None) };
            let documents = view.documents_of(&story, MOST_ARTICLES)?;
            Ok(Some((story, documents)))
        })?;
        let (story, documents) = found.ok_or_else(|| Failure::unread(format!("there is no story '{id}' any more")))?;
        let sentences = brief(&story, &documents);
        self.print(&story, &sentences, &documents)
    }

    fn print(&self, story: &StoryRecord, sentences: &[Sentence], documents: &[Document]) -> Result<(), Failure> {
        let page = match self.format {
            BriefFormat::Terminal => return show(|page| ledger_view::brief(story, sentences, documents, page)),
            BriefFormat::Json => return print_line(&to_line(&sentences)),
            BriefFormat::Markdown => markdown::page(story_name(&story.name), sentences, documents),
            BriefFormat::Html => html::page(story_name(&story.name), sentences, documents),
        };
        let mut out = io::stdout().lock();
        out.write_all(page.as_bytes())?;
        Ok(out.flush()?)
    }
}

/// The one story of a name, or of a part of it.
fn named(lines: &[InputLine], wanted: &str) -> Result<String, Failure> {
    let key = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted_key = key(wanted);
    let whole: Vec<&InputLine> = lines.iter().filter(|line| key(&line.name) == wanted_key).collect();
    let part = lines.iter().filter(|line| !wanted_key.is_empty() && key(&line.name).contains(&wanted_key));
    let found: Vec<&InputLine> = if whole.is_empty() { part.collect() } else { whole };
    match found[..] {
        [one] => Ok(one.id.clone()),
        [] => Err(Failure::usage(format!("there is no story '{wanted}'; 'sayso stories' lists them"))),
        _ => Err(Failure::usage(format!("several stories have '{wanted}' in their names: {}", listed(&found)))),
    }
}

fn listed(found: &[&InputLine]) -> String {
    let shown = found.iter().take(LISTED).map(|line| format!("{} ({})", line.id, line.name));
    let more = found.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| format!("and {more} more"));
    shown.chain(more).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, name: &str) -> InputLine {
        let (first, last) = (None, None);
        InputLine {
            id: id.into(),
            name: name.into(),
            first,
            last,
            articles: 1,
            outlets: 1,
            claims: 0,
            disputes: 0,
            edits: 0,
        }
    }

    #[test]
    fn a_story_is_found_by_a_part_of_its_name_where_one_has_it() {
        let lines = [line("s1", "Ferry capsizes off Velgar"), line("s2", "Ferry line sold"), line("s3", "Ferry")];
        let found = |wanted| named(&lines, wanted);
        assert_eq!(found("velgar").unwrap(), "s1");
        assert_eq!(found("ferry").unwrap(), "s3", "a whole name comes before parts");
        let Err(Failure::Usage(several)) = found("ferry ").and(found("Ferry l").and(found("r"))) else { panic!() };
        assert!(several.contains("s1 (Ferry capsizes off Velgar); s2 (Ferry line sold)"), "{several}");
        assert!(found("bridge").is_err() && found("").is_err());
    }
}
