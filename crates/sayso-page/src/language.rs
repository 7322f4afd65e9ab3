//! The language of an article: by its words, else as declared.

use sayso_lang::{Languages, primary};
use sayso_text::Text;
use whatlang::{Lang, Script};

use crate::article::{Furniture, Metadata, Warning, visible};

/// How much of a text is looked at, in bytes, and of one of its paragraphs: more does not change the verdict.
const SAMPLE: usize = 8 << 10;
const PARAGRAPH: usize = 1 << 10;

/// In shorter texts, in bytes, letters are too few to tell.
const ENOUGH: usize = 80;

/// Share of a text's words that are the most frequent ones of its language: a fifth in English news, and hardly any in
/// texts of other languages.
const FREQUENT: f64 = 0.1;

/// A text of which English or everything else is at least this share is mixed.
const MIXED: f64 = 0.4;

/// What the words of a text tell.
#[derive(Debug, PartialEq)]
enum Verdict {
    Told(&'static str),
    /// Too few words to tell.
    Unsure,
    /// Partly English, partly something else.
    Mixed,
}

/// Settles the language of what is visible of a text; a warning where it cannot be told.
///
/// The words overrule the declaration where they are sure: templates are often left on their first language. A language
/// that is neither declared nor told stays unknown.
pub(crate) fn settle(text: &Text, furniture: &[Furniture], metadata: &mut Metadata) -> Option<Warning> {
    let declared = metadata.language.as_deref().map(primary);
    match told(&sample(text, furniture)) {
        Verdict::Told(found) => {
            if declared.as_deref() != Some(found) {
                metadata.language = Some(found.to_owned());
            }
            None
        }
        Verdict::Unsure if declared.is_some() || text.as_str().trim().is_empty() => None,
        Verdict::Unsure => Some(Warning::new("This text is too short to tell its language: it is read as English.")),
        Verdict::Mixed => {
            metadata.language = None;
            Some(Warning::new("This text is partly English and partly not: all of it is read as English."))
        }
    }
}

/// The beginning of a text without its furniture, whose language may be another one.
fn sample(text: &Text, furniture: &[Furniture]) -> String {
    let stretches = visible(text, furniture);
    let all = if stretches.is_empty() { vec![text.whole()] } else { stretches };
    let mut sample = String::new();
    for stretch in all {
        if sample.len() < SAMPLE {
            sample.push_str(text.slice(stretch));
        }
    }
    sample.truncate(sample.floor_char_boundary(SAMPLE));
    sample
}

fn told(text: &str) -> Verdict {
    let Some(whole) = detect(text) else { return Verdict::Unsure };
    let (mut english, mut others) = (0, 0);
    for paragraph in text.lines().filter(|line| line.len() >= ENOUGH) {
        match detect(&paragraph[..paragraph.floor_char_boundary(PARAGRAPH)]) {
            Some("en") => english += paragraph.len(),
            Some(_) => others += paragraph.len(),
            None => {}
        }
    }
    let least = english.min(others) as f64;
    if least >= MIXED * (english + others) as f64 && least > 0.0 { Verdict::Mixed } else { Verdict::Told(whole) }
}

/// The language's ISO 639-1 code, where it is sure: by its letters, else by its most frequent words. These never overrule
/// the letters, for what is frequent in one language is a word of others, too ('of' is Dutch for 'or').
fn detect(text: &str) -> Option<&'static str> {
    let found = whatlang::detect(text)?;
    // Letters other than Latin ones are no English, and leave few languages to choose from.
    let is_latin = found.script() == Script::Latin;
    let sure = !is_latin || text.len() >= ENOUGH && found.is_reliable();
    let code = CODES.iter().find(|(lang, _)| sure && *lang == found.lang()).map(|(_, code)| *code);
    code.or_else(|| frequent(text).filter(|_| is_latin))
}

/// The language whose most frequent words the text has, where one's folder lists them.
fn frequent(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let share = |frequent: &sayso_lang::Words| {
        words.iter().filter(|word| frequent.contains(word)).count() as f64 / words.len().max(1) as f64
    };
    let told = Languages::shipped().iter().find(|language| share(language.frequent()) >= FREQUENT)?;
    Some(told.tag())
}

const CODES: [(Lang, &str); 70] = [
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
    (Lang::Afr, "af"),
    (Lang::Aka, "ak"),
    (Lang::Amh, "am"),
    (Lang::Aze, "az"),
    (Lang::Epo, "eo"),
    (Lang::Guj, "gu"),
    (Lang::Hye, "hy"),
    (Lang::Jav, "jv"),
    (Lang::Kan, "kn"),
    (Lang::Khm, "km"),
    (Lang::Lat, "la"),
    (Lang::Mal, "ml"),
    (Lang::Mar, "mr"),
    (Lang::Mkd, "mk"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Ori, "or"),
    (Lang::Pan, "pa"),
    (Lang::Pes, "fa"),
    (Lang::Sin, "si"),
    (Lang::Sna, "sn"),
    (Lang::Tam, "ta"),
    (Lang::Tel, "te"),
    (Lang::Tgl, "tl"),
    (Lang::Tuk, "tk"),
    (Lang::Urd, "ur"),
    (Lang::Uzb, "uz"),
    (Lang::Yid, "yi"),
    (Lang::Zul, "zu"),
    (Lang::Cym, "cy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Die Bürgermeisterin sagte am Montag, dass die Fähre im Mai wieder fahren werde. \
                          Der Rat hatte das zuvor bestritten, wie die Zeitung berichtete.";
    const ENGLISH: &str = "The mayor said on Monday that the ferry would sail again in May. \
                           The council had denied this before, the newspaper reported.";

    fn settled(text: &str, declared: Option<&str>) -> (Option<String>, bool) {
        let mut metadata = Metadata { language: declared.map(str::to_owned), ..Metadata::default() };
        let warned = settle(&Text::new(text), &[], &mut metadata).is_some();
        (metadata.language, warned)
    }

    fn known(tag: &str) -> (Option<String>, bool) {
        (Some(tag.to_owned()), false)
    }

    #[test]
    fn words_overrule_the_declaration() {
        assert_eq!(settled(GERMAN, None), known("de"));
        assert_eq!(settled(GERMAN, Some("en")), known("de"));
        assert_eq!(settled(GERMAN, Some("de-AT")), known("de-AT"));
        assert_eq!(settled(ENGLISH, Some("de")), known("en"));
    }

    #[test]
    fn short_texts_are_told_by_frequent_words() {
        assert_eq!(settled("He said no.", None), known("en"));
        assert_eq!(settled("He said no.", Some("en-GB")), known("en-GB"));
        assert_eq!(settled("Que faire ?", Some("fr")), known("fr"));
        assert_eq!(settled("Vessel arrives.", None), (None, true));
    }

    #[test]
    fn words_that_other_languages_have_make_no_english_of_them() {
        let dutch = "De minister zei maandag dat of hij of de premier zou aftreden, en dat er velen waren vertrokken.";
        let danish = "Ministeren har sagt, at de har have og hus, og at mange mennesker har forladt byen i går aftes.";
        assert_eq!(settled(dutch, None), known("nl"));
        assert_ne!(settled(danish, None).0.as_deref(), Some("en"), "too like Norwegian to be sure");
        assert_ne!(settled("Of hij, of zij.", None).0.as_deref(), Some("en"));
    }

    #[test]
    fn letters_other_than_latin_are_no_english() {
        assert_eq!(settled("大臣は否定した。", None), known("ja"));
        assert!(!settled("Він заперечив це.", None).1);
        assert_ne!(settled("Він заперечив це.", None).0.as_deref(), Some("en"));
    }

    #[test]
    fn a_mixed_text_is_said_to_be_mixed() {
        assert_eq!(settled(&format!("{ENGLISH}\n\n{GERMAN}"), Some("de")), (None, true));
        assert_eq!(settled(&format!("{ENGLISH}\n{ENGLISH}\n{ENGLISH}\n{GERMAN}"), None), known("en"));
    }
}
