//! The words by which newsrooms tell readers of a change: those of all languages together, since a note may stand in any,
//! and many an article does not say in which language it is.

use std::sync::LazyLock;

use sayso_lang::{Language, LanguageError, Languages, Offer, Words};
use serde::Deserialize;

/// `page/versions.toml`; `lang/en/page/versions.toml` says what each list is for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NoteWords {
    pub(super) labels: Words,
    pub(super) updates: Words,
    pub(super) stamps: Words,
    pub(super) slugs: Words,
    pub(super) earlier: Words,
    pub(super) articles: Words,
    pub(super) this: Words,
    pub(super) changed: Words,
    pub(super) promises: Words,
    pub(super) general: Words,
    pub(super) adding: Words,
    pub(super) removing: Words,
    pub(super) counting: Words,
    pub(super) attributing: Words,
    pub(super) headlines: Words,
    pub(super) headline_cues: Words,
    pub(super) behind_clock: Words,
    pub(super) halves: Words,
    pub(super) abbreviations: Words,
}

impl NoteWords {
    fn load(language: &Language) -> Result<Self, LanguageError> {
        language.parse("page/versions.toml")
    }

    fn lists(&mut self) -> [&mut Words; 19] {
        [
            &mut self.labels,
            &mut self.updates,
            &mut self.stamps,
            &mut self.slugs,
            &mut self.earlier,
            &mut self.articles,
            &mut self.this,
            &mut self.changed,
            &mut self.promises,
            &mut self.general,
            &mut self.adding,
            &mut self.removing,
            &mut self.counting,
            &mut self.attributing,
            &mut self.headlines,
            &mut self.headline_cues,
            &mut self.behind_clock,
            &mut self.halves,
            &mut self.abbreviations,
        ]
    }

    fn join(mut self, mut other: Self) -> Self {
        for (mine, others) in self.lists().into_iter().zip(other.lists()) {
            mine.extend(others.iter().map(str::to_owned));
        }
        self
    }
}

static ALL: LazyLock<NoteWords> = LazyLock::new(|| {
    let mut offering = Languages::shipped().that_offer(Offer::Page).map(NoteWords::load);
    let joined = offering.try_fold(NoteWords::default(), |all, words| Ok::<_, LanguageError>(all.join(words?)));
    joined.expect("the folders that ship are loaded in tests")
});

/// The words of all languages.
pub(super) fn all() -> &'static NoteWords {
    &ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_ships_is_loaded() {
        for language in Languages::shipped().that_offer(Offer::Page) {
            NoteWords::load(language).unwrap_or_else(|error| panic!("{error}"));
        }
        assert!(all().labels.contains("korrektur") && all().labels.contains("correction"));
    }
}
