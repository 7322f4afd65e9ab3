//! The columns of the tables that go out, with their types: table_columns.toml, as values.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// How the values of a column are kept; null where a row has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// Yes or no.
    Flag,
    /// A whole number.
    Whole,
    /// A number.
    Real,
    /// Texts.
    List,
    /// A text, and anything else as JSON.
    Text,
}

impl ColumnKind {
    /// The narrowest that has room for all of a column's values, where the column is in no list.
    #[must_use]
    pub fn of<'v>(values: impl Iterator<Item = &'v Value>) -> Self {
        let is_list = |value: &Value| value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
        let given: Vec<&Value> = values.filter(|value| !value.is_null()).collect();
        let all = |is: &dyn Fn(&Value) -> bool| !given.is_empty() && given.iter().all(|value| is(value));
        match () {
            () if all(&Value::is_boolean) => Self::Flag,
            () if all(&Value::is_i64) => Self::Whole,
            () if all(&Value::is_number) => Self::Real,
            () if all(&is_list) => Self::List,
            () => Self::Text,
        }
    }
}

/// The columns of a kind of rows, in order of their names; none of a kind that nobody knows.
#[must_use]
pub fn columns(kind: &str) -> Vec<(&'static str, ColumnKind)> {
    let columns = TABLES.get(kind).into_iter().flatten();
    columns.map(|(name, kind)| (name.as_str(), *kind)).collect()
}

static TABLES: LazyLock<BTreeMap<String, BTreeMap<String, ColumnKind>>> =
    LazyLock::new(|| toml::from_str(include_str!("table_columns.toml")).expect("the file is part of the program"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_rows_has_its_columns() {
        assert!(sayso::ledger::export::PARTS.iter().all(|kind| !columns(kind).is_empty()));
        assert_eq!(TABLES.len(), sayso::ledger::export::PARTS.len());
    }
}
