//! Words that the rules of `name.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What tells that a number names or identifies.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NameWords {
    /// Words that a bare number behind them numbers.
    pub numbered: Words,
    /// Abbreviations, without their stop, that do so too.
    pub abbreviations: Words,
    /// Words after which a number word with a capital is part of a name: 'the Big Three'.
    pub named_by_word: Words,
    /// What an address ends with.
    pub streets: Words,
    /// What stands before a count with a hyphen: 'sub-300', '0-to-60'.
    pub prefixes: Words,
    /// Words in front of a number that is called for help.
    pub emergency_calls: Words,
    /// What is run or swum over so many metres.
    pub races: Words,
    /// What airliners, which go by bare numbers, are called behind them.
    pub aircraft: Words,
    /// Words that make an epithet of a number in front of them.
    pub epithets: Words,
}
