//! Who is who in a story: every speaker, with every name that identifies them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::values::string;
use crate::score::names::{is_title, name_words, names, same_one, same_speakers};
use crate::score::overlap::listed;

/// What anybody may be called.
const GENERIC: &str = "officials official police government authorities army military group sources source they he she \
    it spokesman spokeswoman spokesperson spokespeople experts analysts witnesses residents people company agency \
    ministry president minister";

/// The names of those who speak, each with its other names.
pub struct Cast<'a> {
    aliases: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Cast<'a> {
    /// Gold's cast; one without anybody where gold has none.
    pub fn new(gold: &'a Value) -> Self {
        let aliases = |one: &'a Value| one["aliases"].as_array().into_iter().flatten().map(string);
        let one = |one: &'a Value| (string(&one["name"]), aliases(one).filter(|alias| tells(alias)).collect());
        Self { aliases: listed(gold, "cast").into_iter().map(one).collect() }
    }

    /// Whether what is printed names gold's speakers, or some of them: by any name of the cast, or by a source of the claim's
    /// own mentions. 'A / B' in gold accepts either.
    pub fn same_party(&self, gold: &Value, printed: &Value, sources: &[&str]) -> bool {
        if same_speakers(gold, printed) {
            return true;
        }
        let (wanted, given) = (names(gold), names(printed));
        if wanted.is_empty() || given.is_empty() || given.len() > wanted.len() {
            return false;
        }
        let mut accepted: BTreeSet<&str> = sources.iter().copied().filter(|source| tells(source)).collect();
        for part in wanted.iter().flat_map(|name| std::iter::once(name.as_str()).chain(name.split(" / "))) {
            accepted.insert(part);
            accepted.extend(self.aliases.get(part).into_iter().flatten());
        }
        let is_accepted = |name: &String| {
            let bare = without_brackets(name);
            accepted.iter().any(|known| same_one(known, name) || same_one(known, &bare))
        };
        given.iter().all(is_accepted)
    }
}

/// Whether an unnamed source is printed mostly in words of its description or of the source as it stands.
pub fn same_unnamed(described: &str, sources: &[&str], printed: &Value) -> bool {
    let words =
        |text: &str| -> BTreeSet<String> { name_words(text).into_iter().filter(|word| word != "anonymous").collect() };
    let known: BTreeSet<String> = sources.iter().chain([&described]).flat_map(|text| words(text)).collect();
    let given: Vec<BTreeSet<String>> = names(printed).iter().map(|name| words(name)).collect();
    !given.is_empty() && given.iter().all(|said| said.intersection(&known).count() * 2 > said.len())
}

/// Whether a name tells who is meant: 'officials' or 'a spokesman' may be anybody.
fn tells(name: &str) -> bool {
    let is_generic = |word: &String| is_title(word) || GENERIC.split_whitespace().any(|generic| generic == word);
    !name_words(name).iter().all(is_generic)
}

fn without_brackets(name: &str) -> String {
    match name.split_once('(').zip(name.rsplit_once(')')) {
        Some(((before, _), (_, after))) => format!("{}{after}", before.trim_end()),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_speaker_may_have_any_name_of_the_cast() {
        let gold = json!({"cast": [{"name": "Ole Berg", "aliases": ["the ferry's master", "official"]}]});
        let cast = Cast::new(&gold);
        let same =
            |name: &str, sources: &[&str]| cast.same_party(&json!("Ole Berg"), &json!([{"name": name}]), sources);
        assert!(same("ferry's master", &[]) && same("Captain Berg", &["Captain Berg"]));
        assert!(!same("official", &["an official"]) && !same("Jana Wolf", &[]));
    }

    #[test]
    fn an_unnamed_source_is_known_by_its_description() {
        assert!(same_unnamed("unnamed harbour official", &[], &json!(["a harbour official"])));
        assert!(!same_unnamed("unnamed harbour official", &[], &json!(["police official in Oslo"])));
        assert!(!same_unnamed("unnamed harbour official", &[], &json!([])));
    }
}
