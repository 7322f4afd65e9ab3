//! Whom a source names, by the words that stand there: where the reading's name says less than they do, or someone whom
//! they cannot mean.

use sayso_read::SpeakerKind;
use sayso_text::Span;

use super::data::Named;
use super::located::LocatedAttribution;
use super::names::NameKnowledge;
use crate::Document;
use crate::entity::is_everywhere;
use crate::words::words;

/// Words of a source up to which it is a name as it stands.
const LONGEST_NAME: usize = 8;

/// The speakers of an attribution.
pub(super) fn speakers(told: &LocatedAttribution<'_>, document: &Document, names: &NameKnowledge) -> Vec<Named> {
    let mut speakers: Vec<Named> = told.attribution.speakers.iter().map(Named::of).collect();
    for one in &mut speakers {
        one.name = names.on_one_line(document, &one.name).unwrap_or_else(|| one.name.clone());
    }
    let [source] = told.source[..] else { return speakers };
    match &mut speakers[..] {
        [one] => mend(one, document, source),
        [] => speakers.extend(as_written(document, source)),
        _ => {}
    }
    speakers
}

/// The name that a source is, where the reading knows nobody of it.
fn as_written(document: &Document, source: Span) -> Option<Named> {
    let name = bare(document.text.slice(source));
    let is_name = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= LONGEST_NAME;
    is_name.then(|| Named { name: name.to_owned(), kind: SpeakerKind::Person })
}

fn mend(one: &mut Named, document: &Document, source: Span) {
    let whole = document.text.slice(source);
    let written = bare(whole);
    if whole.contains('\n') && !written.contains(&one.name) && written.contains(char::is_uppercase) {
        written.clone_into(&mut one.name);
    } else if one.kind == SpeakerKind::Place && is_body_of(written, &one.name) {
        (one.name, one.kind) = (written.to_owned(), SpeakerKind::Organisation);
    } else if let Some(longer) = continued(written, &one.name, document) {
        (one.name, one.kind) = (longer, SpeakerKind::Organisation);
    }
}

/// The words of a source without an article and without what stands on a line before: a heading or a caption is no part
/// of a name.
fn bare(source: &str) -> &str {
    let line = source.trim().rsplit('\n').next().unwrap_or_default();
    let line = line.split(',').next().unwrap_or_default().trim();
    ["the ", "The "].iter().find_map(|article| line.strip_prefix(article)).unwrap_or(line)
}

/// "Nicaragua's government" and 'the government of Nicaragua' are bodies of what they name.
fn is_body_of(written: &str, place: &str) -> bool {
    let told = words(written);
    told.len() > words(place).len() && told.len() <= LONGEST_NAME && is_everywhere(&told)
}

/// 'Observatory for Human Rights', where the reading has the name's first words.
fn continued(written: &str, name: &str, document: &Document) -> Option<String> {
    let at = written.find(name)?;
    let rest = &written[at + name.len()..];
    let joint = document.language.mention.continues.iter().find(|joint| rest.starts_with(joint))?;
    let names = |word: &&str| word.starts_with(char::is_uppercase);
    let behind: Vec<&str> = rest[joint.len()..].split_whitespace().take_while(names).collect();
    (!behind.is_empty()).then(|| format!("{name}{joint}{}", behind.join(" ")))
}
