//! What sources come down to, on texts that a newcomer can read, and on any text.

use proptest::prelude::*;
use sayso_text::{Span, Text};

use super::words::*;
use super::{Speaker, SpeakerKind, Voice, speakers};
use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

/// The speakers of sources marked `[so]` in a text; `[^so]` stands inside the content of the source before it.
fn read(marked: &str) -> Vec<Vec<Speaker>> {
    let plain: String = marked.chars().filter(|letter| !"[]^".contains(*letter)).collect();
    let text: Text = Text::new(plain);
    let (mut sources, mut at, mut start, mut nested) = (Vec::new(), 0, 0, false);
    for letter in marked.chars() {
        match letter {
            '[' => (start, nested) = (at, false),
            '^' => nested = true,
            ']' => sources.push((text.span(start, at).unwrap(), nested)),
            letter => at += letter.len_utf8(),
        }
    }
    let triple = |(index, (source, nested)): (usize, &(Span, bool))| {
        AttributionSpans::of(vec![*source], Vec::new(), vec![text.whole()], nested.then(|| index - 1))
    };
    let triples: Vec<AttributionSpans> = sources.iter().enumerate().map(triple).collect();
    plain_speakers(&Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading()), &triples)
}

fn plain_speakers(tokens: &Tokens<'_>, triples: &[AttributionSpans]) -> Vec<Vec<Speaker>> {
    let plain = |voices: Vec<Voice>| voices.into_iter().map(|voice| voice.speaker).collect();
    speakers(tokens, triples).into_iter().map(plain).collect()
}

fn names(marked: &str) -> Vec<String> {
    let join = |all: &Vec<Speaker>| all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; ");
    read(marked).iter().map(join).collect()
}

#[test]
fn names_lose_titles_and_short_ones_become_full() {
    let text = "[Greek President Maria Doukas] spoke. [Doukas] said so. [The president] agreed.";
    assert_eq!(names(text), ["Maria Doukas"; 3]);
    assert_eq!(names("[The President of Chad Idriss Deby] left. [President Deby] said so."), ["Idriss Deby"; 2]);
    // A name that ends like a title, and an institution that begins like one.
    assert_eq!(names("[Peter T. King] and [the Justice Department] spoke."), ["Peter T. King", "Justice Department"]);
}

#[test]
fn an_apposition_gives_the_half_with_the_name() {
    assert_eq!(names("[The agency's chief, Pavlo Horin], left. [The chief] said so."), ["Pavlo Horin"; 2]);
    assert_eq!(names("[Ana Silva, a spokeswoman for the bank], left. [She] said so."), ["Ana Silva"; 2]);
    // The place in an apposition is nobody.
    assert_eq!(names("[A shop manager in Tyler, Texas] said so."), ["shop manager in Tyler"]);
}

#[test]
fn whose_party_and_which_two() {
    assert_eq!(names("[Marlow Motors] spoke. [Ana Silva] left. [Her party] said so.")[2], "Ana Silva's party");
    assert_eq!(names("[Ana Silva and Ole Berg] met. [Both] said so.")[1], "Ana Silva; Ole Berg");
    assert_eq!(names("[Hamas] said so. [Residents] agreed."), ["Hamas", "residents"]);
    assert_eq!(names("[Observers from the coast] said so."), ["observers from the coast"]);
}

#[test]
fn acronyms_stand_for_what_they_shorten() {
    let text = "The Harbour Safety Board (HSB) met. [HSB] said so. [It] added more. [The board] left.";
    assert_eq!(names(text), ["Harbour Safety Board (HSB)"; 3]);
    assert_eq!(
        names("The International Atomic Energy Agency met. [The IAEA] spoke."),
        ["International Atomic Energy Agency"]
    );
    // The acronym tells which words are the name.
    assert_eq!(
        names("[The South Korean National Intelligence Service (NIS)] spoke."),
        ["National Intelligence Service (NIS)"]
    );
}

#[test]
fn governments_go_by_country() {
    assert_eq!(
        names("[Tehran] and [the U.S.] and [the German government] spoke."),
        ["Iran", "United States", "Germany"]
    );
    assert_eq!(names("[The French foreign ministry] spoke."), ["French foreign ministry"]);
    assert_eq!(read("[Tehran] spoke.")[0][0].kind, SpeakerKind::Place);
}

#[test]
fn several_names_are_several_speakers() {
    assert_eq!(names("[Ukraine and South Korea] both claimed so."), ["Ukraine; South Korea"]);
    assert_eq!(names("[Danish and Japanese authorities] confirmed."), ["Danish authorities; Japanese authorities"]);
    // One body, and one person with two offices.
    assert_eq!(
        names("[The Institute for Equality of Women and Men] spoke."),
        ["Institute for Equality of Women and Men"]
    );
    assert_eq!(names("[Scott Carson, president and CEO of Airways] spoke."), ["Scott Carson"]);
}

#[test]
fn pronouns_go_back_to_speakers_and_into_quotations() {
    assert_eq!(names("[Maria Doukas] said [^she] would go."), ["Maria Doukas"; 2]);
    assert_eq!(names("Senator Tom Hale left. [Mrs Doukas] spoke. [He] agreed."), ["Doukas", "Tom Hale"]);
    assert_eq!(names("Captain Jon Bell hid. [Maria Doukas] said: “[^He] had to know.”"), ["Maria Doukas", "Jon Bell"]);
    assert_eq!(names("[Maria Doukas] said: “[^I] knew.”"), ["Maria Doukas"; 2]);
}

#[test]
fn those_without_a_name_keep_their_description() {
    let all = read("[Two officials briefed on the matter] and [residents] spoke. [The survey] disagreed.");
    let told: Vec<_> = all.iter().map(|one| (one[0].name.as_str(), one[0].kind)).collect();
    let officials = ("Two officials briefed on the matter", SpeakerKind::Unnamed);
    assert!(told[0].0.eq_ignore_ascii_case(officials.0) && told[0].1 == officials.1);
    assert_eq!(told[1], ("residents", SpeakerKind::Group));
    // Officials at large are nobody named before.
    assert_eq!(names("Official Jon Bell spoke. [Officials] disagreed."), ["officials"]);
}

#[test]
fn a_statement_speaks_for_whoever_issued_it() {
    assert_eq!(names("[A statement from Gulf Air] said so."), ["Gulf Air"]);
    assert_eq!(names("[The 1991 agreement] said so."), ["1991 agreement"]);
}

#[test]
fn nobody_where_no_source_is_given() {
    let text: Text = Text::new("Maria Doukas left. It was reportedly late.");
    let triple = |cue| AttributionSpans::of(vec![], cue, vec![text.find("late").unwrap()], None);
    let tokens = Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading());
    assert_eq!(plain_speakers(&tokens, &[triple(vec![text.find("was reportedly").unwrap()])]), [vec![]]);
    assert_eq!(plain_speakers(&tokens, &[triple(vec![])]), [vec![]]);
}

#[test]
fn because_names_the_source_and_the_fullest_mention() {
    let text: Text = Text::new("Maria Doukas left. She spoke.");
    let she = text.find("She").unwrap();
    let triple = AttributionSpans::of(vec![she], vec![], vec![text.find("spoke").unwrap()], None);
    let all = plain_speakers(&Tokens::new(&text, &[text.whole()], crate::vocabulary::english_reading()), &[triple]);
    assert_eq!(all[0][0].because, [text.find("Maria Doukas").unwrap(), she]);
}

#[test]
fn plurals() {
    let nouns = &crate::vocabulary::english_reading().speaker.nouns;
    assert!(has_any_number(&nouns.roles, "officials") && has_any_number(&nouns.roles, "spokesmen"));
    assert!(has_any_number(&nouns.organisations, "companies"));
    assert_eq!(singular("congress"), None);
}

proptest! {
    #[test]
    fn any_text_with_any_spans_gives_spans_within_what_is_visible(
        words in prop::collection::vec(
            "\\PC{0,4}|[A-Z][a-z]{1,4}|FOR|of|for|the|and|,|\\.|he|who|both|his|government|The|Minister|President|'s|’|\\(|\\)|“|\"|[A-Z]{2,4}|website|by|\n|report|N\\.|ſ|İ",
            0..60,
        ),
        cuts in prop::collection::vec((0usize..300, 0usize..60, 0usize..3, prop::option::of(0usize..12)), 0..12),
        hidden in 0usize..200,
    ) {
        let text: Text = Text::new(words.join(" "));
        let bound = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.as_str().is_char_boundary(*at)).unwrap_or(0);
        let visible: Vec<Span> = [(0, bound(hidden)), (bound(hidden + 20), text.len())]
            .into_iter().filter_map(|(start, end)| text.span(start, end)).collect();
        let triples: Vec<AttributionSpans> = cuts.iter().map(|(start, length, role, parent)| {
            let span = text.span(bound(*start), bound(start + length)).into_iter().collect::<Vec<_>>();
            let part = |wanted| if *role == wanted { span.clone() } else { Vec::new() };
            AttributionSpans::of(part(0), part(1), if *role == 1 { span.clone() } else { part(2) }, *parent)
        }).collect();
        let all = plain_speakers(&Tokens::new(&text, &visible, crate::vocabulary::english_reading()), &triples);
        prop_assert_eq!(all.len(), triples.len());
        for span in all.iter().flatten().flat_map(|speaker| &speaker.because) {
            let inside = visible.iter().any(|stretch| stretch.start() <= span.start() && span.end() <= stretch.end());
            prop_assert!(inside, "{:?} in {:?}", span, visible);
        }
    }
}
