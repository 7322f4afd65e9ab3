//! The language of an article: as declared, else as its words tell.

use sayso_text::Text;
use whatlang::Lang;

use crate::article::{Metadata, Warning};

/// How much of a text is looked at, in bytes: more does not change the verdict.
const SAMPLE: usize = 4 << 10;

/// In shorter texts letters are too few to tell.
const ENOUGH: usize = 80;

/// Settles the language; a warning where it is not English, the language that attribution is made for.
///
/// The words overrule the declaration where they are sure: templates are often left on their first language.
pub(crate) fn settle(text: &Text, metadata: &mut Metadata) -> Option<Warning> {
    let detected = detect(text.as_str());
    let declared = metadata.language.as_deref().map(primary);
    if detected.is_some() && declared.as_deref() != detected {
        metadata.language = detected.map(str::to_owned);
    }
    let language = metadata.language.as_deref().map(primary).filter(|language| language != "en")?;
    Some(Warning::new(format!(
        "The language of this article is '{language}'. Attributions are found in English alone; \
         text, title, names and dates were read all the same."
    )))
}

fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_lowercase()
}

/// The language's ISO 639-1 code, where it is sure and has one here.
fn detect(text: &str) -> Option<&'static str> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let found = whatlang::detect(sample).filter(|found| sample.len() >= ENOUGH && found.is_reliable())?;
    CODES.iter().find(|(lang, _)| *lang == found.lang()).map(|(_, code)| *code)
}

const CODES: [(Lang, &str); 40] = [
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Pol, "pl"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Ron, "ro"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "nb"),
    (Lang::Fin, "fi"),
    (Lang::Vie, "vi"),
    (Lang::Kor, "ko"),
    (Lang::Tha, "th"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Cat, "ca"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Ind, "id"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str, declared: Option<&str>) -> (Option<String>, bool) {
        let mut metadata = Metadata { language: declared.map(str::to_owned), ..Metadata::default() };
        let warned = settle(&Text::new(text), &mut metadata).is_some();
        (metadata.language, warned)
    }

    #[test]
    fn another_language_than_english_is_warned_about() {
        let german = "Die Bürgermeisterin sagte am Montag, dass die Fähre im Mai wieder fahren werde. \
                      Der Rat hatte das zuvor bestritten, wie die Zeitung berichtete.";
        assert_eq!(settled(german, None), (Some("de".to_owned()), true));
        assert_eq!(settled(german, Some("de-AT")), (Some("de-AT".to_owned()), true));
        assert_eq!(settled("He said no.", Some("en-GB")), (Some("en-GB".to_owned()), false));
        assert_eq!(settled("He said no.", None), (None, false));
    }
}
