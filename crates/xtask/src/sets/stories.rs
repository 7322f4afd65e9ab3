//! The constructed stream: what the ledger makes of it, from stories down to silent edits.

use anyhow::Result;
use serde_json::Value;

use super::lines::one;
use super::{Better, Cases, Figure, Measured};
use crate::program::Program;
use crate::score::Tally;
use crate::score::stories::{Judged, LINKS, StoriesScore};
use crate::workspace::path;

/// One object with stories, claims, links, figures and edits.
const GOLD: &str = "eval/stories/gold.json";

/// Every layer of the ledger.
pub fn measure(program: &Program, documents: Vec<Value>) -> Result<Measured> {
    let gold = one(&path(GOLD))?;
    let export = program.ledger(&documents)?;
    let score = StoriesScore::new(&gold, &export, &documents);
    Ok(Measured { figures: figures(&score), cases: Some(cases(&score)) })
}

fn figures(score: &StoriesScore<'_>) -> Vec<Figure> {
    let mut figures = vec![
        Figure::f1("story_bcubed", score.stories, Better::Higher),
        Figure::f1("copies", score.copies.rates(), Better::Higher),
    ];
    figures.extend(mention_figures(score));
    figures.extend(claim_figures(&score.claims));
    figures.extend(link_figures(score));
    figures.push(Figure::f1("figure_points", score.points.rates(), Better::Higher));
    figures.push(Figure::f1("figure_pairs", score.pairs.rates(), Better::Higher));
    figures.push(Figure::f1("edits", score.edits.tally().rates(), Better::Higher));
    figures.push(share("silent", score.edits.each.iter().filter_map(|(_, silent)| *silent)));
    figures
}

/// Each kind of link that gold has.
pub fn link_figures(score: &StoriesScore<'_>) -> impl Iterator<Item = Figure> {
    LINKS.into_iter().zip(score.links).filter(|(_, links)| links.gold > 0).map(|(kind, links)| counted(kind, links))
}

/// F1, with how many there are beside it.
pub fn counted(name: &str, tally: Tally) -> Figure {
    let figure = Figure::f1(name, tally.rates(), Better::Higher);
    let note = format!("{}, of {}", figure.note, tally.gold);
    figure.noting(note)
}

/// Where mentions stand, and how they are put together.
pub fn mention_figures(score: &StoriesScore<'_>) -> Vec<Figure> {
    let mentions = &score.mentions;
    let (found, all) = mentions.found();
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    vec![
        Figure::new("mention_recall", percent(found, all), Better::Higher).noting(format!("of {all}")),
        Figure::new("mention_precision", percent(mentions.right(), mentions.printed), Better::Higher)
            .noting(format!("of {}; gold is selective", mentions.printed)),
        Figure::f1("same_claim", mentions.grouped(false), Better::Noted),
        Figure::f1("same_claim_shared", mentions.grouped(true), Better::Higher),
        Figure::f1("same_claim_unmerged", mentions.ungrouped(), Better::Noted),
    ]
}

/// What one claim gives to a figure; nothing where the figure does not apply.
type ClaimMeasure = fn(&Judged<'_>) -> Option<bool>;

/// What is said of the claims found.
pub fn claim_figures(claims: &[Judged<'_>]) -> Vec<Figure> {
    let answers: [(&str, ClaimMeasure); 6] = [
        ("origin", |claim| claim.origin),
        ("named_origin", |claim| claim.named_origin),
        ("first_hand", |claim| claim.first_hand),
        ("speaker", |claim| claim.speaker),
        ("stance", |claim| claim.stance),
        ("rare_stance", |claim| claim.rare_stance),
    ];
    let mut figures: Vec<Figure> =
        answers.into_iter().map(|(name, answer)| share(name, claims.iter().filter_map(answer))).collect();
    figures.push(share("via", claims.iter().flat_map(|claim| claim.via.iter().copied())));
    figures
}

/// The share that is right, with how many there are beside it.
pub fn share(name: &str, answers: impl Iterator<Item = bool>) -> Figure {
    let (right, all) = answers.fold((0, 0), |(right, all), answer| (right + usize::from(answer), all + 1));
    Figure::new(name, 100.0 * right as f64 / f64::from(all.max(1)), Better::Higher).noting(format!("of {all}"))
}

/// One line a claim, a link, a series, an edit; a column that does not apply is empty.
pub fn cases(score: &StoriesScore<'_>) -> Cases {
    let mut rows: Vec<String> = score.claims.iter().map(claim_row).collect();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    rows.extend(score.links_found.iter().map(|(link, found)| {
        format!("{} {} {},{},,,,,,", text(link, "a"), text(link, "kind"), text(link, "b"), u8::from(*found))
    }));
    rows.extend(score.series.iter().map(|(id, found, all)| format!("{id},{found}/{all},,,,,,")));
    rows.extend(score.edits.each.iter().enumerate().map(|(place, (edit, silent))| {
        let name = format!("e{:02} {} {} {}", place + 1, text(edit, "from"), text(edit, "change"), text(edit, "to"));
        format!("{name},{},,,,,,{}", u8::from(silent.is_some()), shown(*silent))
    }));
    Cases { header: "id,found,merged,speaker,stance,origin,via,silent", rows }
}

fn claim_row(claim: &Judged<'_>) -> String {
    let [merged, speaker, stance, origin] = [claim.merged, claim.speaker, claim.stance, claim.origin].map(shown);
    let via = claim.via.iter().filter(|right| **right).count();
    let via = if claim.via.is_empty() { String::new() } else { format!("{via}/{}", claim.via.len()) };
    format!("{},{},{merged},{speaker},{stance},{origin},{via},", claim.id, u8::from(claim.found))
}

fn shown(answer: Option<bool>) -> &'static str {
    answer.map_or("", |right| if right { "1" } else { "0" })
}
