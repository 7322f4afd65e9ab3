//! The words of a note by which it is known what it tells of.

/// Words of a note that say that something changed and not what.
pub const GENERAL: [&str; 32] = [
    "amended",
    "changed",
    "changes",
    "clarification",
    "clarified",
    "clarify",
    "corrected",
    "correction",
    "corrections",
    "earlier",
    "edited",
    "editor",
    "editor's",
    "error",
    "errors",
    "factual",
    "last",
    "minor",
    "modified",
    "note",
    "previous",
    "publication",
    "published",
    "readers",
    "reflect",
    "revised",
    "several",
    "since",
    "throughout",
    "typographical",
    "updated",
    "version",
];

/// Words of a note that speak of something added.
pub const ADDING: [&str; 21] = [
    "add",
    "added",
    "adding",
    "additional",
    "adds",
    "ajouter",
    "background",
    "comment",
    "comments",
    "context",
    "details",
    "include",
    "included",
    "includes",
    "incluir",
    "information",
    "quotes",
    "reaction",
    "response",
    "statement",
    "updates",
];

/// Words of a note that speak of something taken out.
pub const REMOVING: [&str; 14] = [
    "cut",
    "delete",
    "deleted",
    "deletes",
    "drops",
    "omit",
    "omitted",
    "remove",
    "removed",
    "removes",
    "retirar",
    "retracted",
    "supprimer",
    "withdrawn",
];

/// Words of a note that speak of a number without giving it.
pub const COUNTING: [&str; 22] = [
    "amount",
    "bilan",
    "bilancio",
    "chiffre",
    "chiffres",
    "cifra",
    "cifras",
    "count",
    "figure",
    "figures",
    "nombre",
    "number",
    "numbers",
    "numero",
    "número",
    "percentage",
    "sum",
    "toll",
    "total",
    "value",
    "zahl",
    "zahlen",
];

/// Words of a note that speak of who said something.
pub const ATTRIBUTING: [&str; 11] = [
    "atribuir",
    "attribuer",
    "attributed",
    "attribution",
    "misattributed",
    "misquoted",
    "quotation",
    "quote",
    "source",
    "sources",
    "speaker",
];

/// Words of a note that speak of the headline.
pub const HEADLINES: [&str; 7] = ["headline", "headlines", "title", "titolo", "titre", "titular", "überschrift"];

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_that_are_searched_are_sorted() {
        let lists: [&[&str]; 6] = [
            &super::GENERAL,
            &super::ADDING,
            &super::REMOVING,
            &super::COUNTING,
            &super::ATTRIBUTING,
            &super::HEADLINES,
        ];
        assert!(lists.iter().all(|list| list.is_sorted()));
    }
}
