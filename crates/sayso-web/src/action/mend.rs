//! A person sets a reading right: mends a mention, or adds a claim that was missed.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::Response;
use jiff::Timestamp;
use sayso::ledger::decision::{Amendment, FigureRef, Figures, Marked, Reread, Speaker};
use sayso::ledger::ledger::Choice;
use sayso::ledger::record::MentionRecord;
use sayso::ledger::{Ledger, View};
use sayso::record::Offsets;
use sayso::{Certainty, SpeakerKind, Stance};
use serde_json::Number;

use crate::annotated_text::AnnotatedText;
use crate::components;
use crate::desk::{Desk, Shared};
use crate::middleware::{self, AuditNote, Visitor};
use crate::places::place;
use crate::problem::Problem;
use crate::response::answered;

/// The fields of a form; figures have fields of their own names.
type FormFields = BTreeMap<String, String>;

/// `POST /mend`
pub async fn mend(State(desk): Shared, visitor: Visitor, Form(said): Form<FormFields>) -> Response {
    answered(&desk, &visitor, done(&desk, &visitor, said, mended)).await
}

/// `POST /missed`
pub async fn missed(State(desk): Shared, visitor: Visitor, Form(said): Form<FormFields>) -> Response {
    answered(&desk, &visitor, done(&desk, &visitor, said, added)).await
}

async fn done(
    desk: &Arc<Desk>,
    visitor: &Visitor,
    said: FormFields,
    choice: impl FnOnce(&View<'_>, &FormFields) -> Result<Choice, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    middleware::matches(&visitor.token, field(&said, "token"))?;
    let person = visitor.name.clone();
    let shown = desk.change(move |ledger| decided(ledger, &said, choice, &person)).await?;
    let mut response = middleware::back_to(&components::claim_at(&shown));
    response.extensions_mut().insert(AuditNote(shown));
    Ok(response)
}

/// Records the choice; gives the mention that it is about.
fn decided(
    ledger: &mut Ledger,
    said: &FormFields,
    choice: impl FnOnce(&View<'_>, &FormFields) -> Result<Choice, Problem>,
    person: &str,
) -> Result<String, Problem> {
    let choice = choice(&ledger.view(), said)?;
    let id = ledger.decide(&choice, person, Timestamp::now())?;
    let mention = ledger.view().decision(&id)?.and_then(|decision| decision.on.into_iter().next());
    mention.ok_or_else(|| Problem::Failed("The decision was recorded and cannot be found.".to_owned()))
}

fn field<'f>(said: &'f FormFields, name: &str) -> &'f str {
    said.get(name).map(|value| value.trim()).unwrap_or_default()
}

fn text_of(view: &View<'_>, article: &str) -> Result<String, Problem> {
    let entry = view.document(article)?;
    let missing = || Problem::Missing(format!("There is no article “{article}”, or its text was removed."));
    Ok(entry.ok_or_else(missing)?.record.text)
}

/// What of a mention is other than it is now.
fn mended(view: &View<'_>, said: &FormFields) -> Result<Choice, Problem> {
    let id = field(said, "mention");
    let mention = view.mention(id)?.ok_or_else(|| Problem::Missing(format!("There is no mention “{id}”.")))?;
    let text = text_of(view, &mention.article.to_string())?;
    let at = (mention.start, mention.end);
    let given = place(&text, field(said, "words"), Some(at))?;
    let source = field(said, "source");
    let source_is = mention.source.first().map(|at| AnnotatedText::plain(&text).words(at.0..at.1)).unwrap_or_default();
    let source = (!source.is_empty() && source != source_is).then(|| store(&text, source, given)).transpose()?;
    let speakers = speakers(said)?;
    let same = speakers.iter().map(|speaker| &speaker.name).eq(mention.speakers.iter().map(|speaker| &speaker.name));
    let (stance, certainty, via) = (stance(said)?, certainty(said)?, lines(said, "via"));
    let amendment = Amendment {
        words: (given != at).then_some(given),
        source,
        speakers: (!same || !field(said, "kind").is_empty()).then_some(speakers),
        stance: (stance != mention.stance).then_some(stance),
        certainty: (certainty != mention.certainty).then_some(certainty),
        figures: figures(said, &mention, &text, given)?,
        via: (via != mention.via).then_some(via),
    };
    if amendment.is_empty() {
        return Err(Problem::Wrong("Nothing is other than it was. Change what is wrong, then mend it.".to_owned()));
    }
    Ok(Choice::Mend { mention: mention.id, amendment })
}

fn added(view: &View<'_>, said: &FormFields) -> Result<Choice, Problem> {
    let article = field(said, "article");
    let text = text_of(view, article)?;
    let paragraph = field(said, "paragraph").parse::<usize>().ok().and_then(|number| paragraph(&text, number));
    let at = place(&text, field(said, "words"), paragraph)?;
    let some = |name: &str| Some(field(said, name)).filter(|words| !words.is_empty());
    let store = |name: &str| some(name).map(|words| store(&text, words, at)).transpose();
    Ok(Choice::Add(Marked {
        source: store("source")?,
        cue: store("cue")?,
        speakers: speakers(said)?,
        stance: stance(said)?,
        certainty: certainty(said)?,
        via: lines(said, "via"),
        ..Marked::at(article, at)
    }))
}

/// The words of a source or a cue stand in the paragraph of their claim.
fn store(text: &str, words: &str, claim: Offsets) -> Result<Offsets, Problem> {
    let within = AnnotatedText::plain(text).paragraphs().into_iter().find(|at| at.contains(&claim.0));
    place(text, words, within.map(|at| (at.start, at.end)))
}

/// A paragraph by its number on the page of the article, which counts from 1.
fn paragraph(text: &str, number: usize) -> Option<Offsets> {
    let at = AnnotatedText::plain(text).paragraphs().into_iter().nth(number.checked_sub(1)?)?;
    Some((at.start, at.end))
}

fn speakers(said: &FormFields) -> Result<Vec<Speaker>, Problem> {
    let kind = match field(said, "kind") {
        "" => None,
        word => Some(named(word, &SpeakerKind::ALL, SpeakerKind::name)?),
    };
    Ok(lines(said, "speakers").into_iter().map(|name| Speaker { name, kind }).collect())
}

/// Names, each on a line of its own.
fn lines(said: &FormFields, name: &str) -> Vec<String> {
    field(said, name).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn stance(said: &FormFields) -> Result<Stance, Problem> {
    named(field(said, "stance"), &Stance::ALL, Stance::name)
}

fn certainty(said: &FormFields) -> Result<Certainty, Problem> {
    named(field(said, "certainty"), &Certainty::ALL, Certainty::name)
}

fn named<T: Copy>(word: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, Problem> {
    let unknown = || Problem::Wrong(format!("“{word}” is nothing that can be chosen here."));
    all.iter().copied().find(|one| name(*one) == word).ok_or_else(unknown)
}

/// The figures that are other than they were, and one that was missed, whose words stand in the mention's.
fn figures(said: &FormFields, mention: &MentionRecord, text: &str, words: Offsets) -> Result<Option<Figures>, Problem> {
    if field(said, "no_figures") == "yes" {
        return Ok(Some(Figures::Nothing));
    }
    let mut reread = Vec::new();
    for (number, figure) in mention.figures.iter().enumerate() {
        let given = meant(said, figure.figure, &number.to_string())?;
        if given != figure.reread() {
            reread.push(given);
        }
    }
    let missed = field(said, "missed");
    if !missed.is_empty() {
        let place = place(text, missed, Some(words))?;
        let given = meant(said, FigureRef::Missed(place), "missed")?;
        if given.value.is_none() && given.low.is_none() && given.high.is_none() {
            return Err(Problem::Wrong(format!("Say what number “{missed}” is, or between which it lies.")));
        }
        reread.push(given);
    }
    Ok((!reread.is_empty()).then_some(Figures::Reread(reread)))
}

/// A figure as the fields of a name have it.
fn meant(said: &FormFields, figure: FigureRef, named: &str) -> Result<Reread, Problem> {
    let of = |name: &str| field(said, &format!("{name}-{named}"));
    let number = |name: &str| match of(name) {
        "" => Ok(None),
        typed => match typed.replace([',', ' '], "").parse::<Number>() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(Problem::Wrong(format!("“{typed}” is no number. Write it in digits: 1500, 2.5."))),
        },
    };
    let words = |name: &str| Some(of(name).to_owned()).filter(|words| !words.is_empty());
    let (value, low, high) = (number("value")?, number("low")?, number("high")?);
    if value.is_some() && (low.is_some() || high.is_some()) {
        return Err(Problem::Wrong("A figure is one number, or has bounds. Empty the one or the others.".to_owned()));
    }
    let approximate = of("approximate") == "yes";
    Ok(Reread { figure, value, low, high, approximate, unit: words("unit"), counted: words("counted") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_counted_as_on_the_page() {
        let text = "One.\n\n  \nTwo ö.\nThree.";
        assert_eq!(
            (1..=4).map(|number| paragraph(text, number)).collect::<Vec<_>>(),
            [Some((0, 4)), Some((9, 15)), Some((16, 22)), None]
        );
        assert_eq!(paragraph(text, 0), None);
    }
}
