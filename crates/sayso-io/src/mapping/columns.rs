//! Which column of a table is which field of a document: guessed from names, unless a person says it.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use super::field::Field;

/// One column that a person names: `text=content`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnChoice {
    field: Field,
    column: String,
}

impl FromStr for ColumnChoice {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let (field, column) = given.split_once('=').ok_or("write FIELD=COLUMN, as in text=content")?;
        let found = Field::ALL.into_iter().find(|known| known.name() == field.trim());
        let names: Vec<&str> = Field::ALL.into_iter().map(Field::name).collect();
        let field = found.ok_or_else(|| format!("there is no field '{field}'; give one of {}", names.join(", ")))?;
        Ok(Self { field, column: column.trim().to_owned() })
    }
}

/// How columns are told: what a person said, and the names that are known.
#[derive(Clone, Debug, Default)]
pub struct ColumnMap {
    choices: Vec<ColumnChoice>,
}

/// The columns of one table that are fields of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Each field with the place of its column.
    pub columns: Vec<(Field, usize)>,
}

impl ColumnMap {
    /// With what a person said.
    #[must_use]
    pub fn new(choices: Vec<ColumnChoice>) -> Self {
        Self { choices }
    }

    /// Whether a person said anything.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        !self.choices.is_empty()
    }

    /// Which of a table's columns is which field. What a person names and the table lacks is no column.
    #[must_use]
    pub fn over(&self, names: &[&str]) -> Mapping {
        let plain: Vec<String> = names.iter().map(|name| comparable(name)).collect();
        let place = |field: Field| {
            if let Some(choice) = self.choices.iter().rev().find(|choice| choice.field == field) {
                return names.iter().position(|name| *name == choice.column);
            }
            KNOWN.fields.get(&field)?.iter().find_map(|known| plain.iter().position(|name| name == known))
        };
        let chosen = self.choices.iter().any(|choice| choice.field.is_document());
        let guessed = |field: Field| !(chosen && field.is_document() && self.lacks(field));
        let fields = Field::ALL.into_iter().filter(|field| guessed(*field));
        Mapping { columns: fields.filter_map(|field| Some((field, place(field)?))).collect() }
    }

    /// The same, where all rows of a table have these columns.
    ///
    /// # Errors
    ///
    /// Where no column has documents or their addresses, or one that a person names is missing.
    pub fn of_table(&self, names: &[&str]) -> Result<Mapping, String> {
        let quoted: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        if let Some(missing) = self.missing(names).first() {
            return Err(format!("the table has no column '{missing}'; it has {}", some(&quoted)));
        }
        let mapping = self.over(names);
        if !mapping.has_document() && !mapping.has_address() {
            return Err(format!(
                "the table has no column 'text', 'html' or 'html_b64', nor another that is known to hold documents or their \
                 addresses; say which with '--column text=NAME'. It has {}",
                some(&quoted)
            ));
        }
        Ok(mapping)
    }

    /// The columns that a person names and a table lacks.
    #[must_use]
    pub fn missing<'m>(&'m self, names: &[&str]) -> Vec<&'m str> {
        let columns = self.choices.iter().map(|choice| choice.column.as_str());
        columns.filter(|column| !names.contains(column)).collect()
    }

    fn lacks(&self, field: Field) -> bool {
        self.choices.iter().all(|choice| choice.field != field)
    }
}

impl Mapping {
    /// A table without a heading, where its shape is known: by how many columns it has, and what its first cell is.
    #[must_use]
    pub fn without_heading(cells: &[&str]) -> Option<Self> {
        let first: String = cells.first()?.chars().take_while(|letter| *letter != '-').collect();
        let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
        let known = KNOWN.without_heading.iter();
        let found = known.filter(|table| is_number && table.columns == cells.len() && first.len() >= table.digits);
        let columns = |table: &Headless| table.fields.iter().map(|(field, number)| (*field, number - 1)).collect();
        found.map(|table| Self { columns: columns(table) }).next()
    }

    /// Whether a column holds documents.
    #[must_use]
    pub fn has_document(&self) -> bool {
        self.columns.iter().any(|(field, _)| field.is_document())
    }

    /// Whether a column has addresses.
    #[must_use]
    pub fn has_address(&self) -> bool {
        self.columns.iter().any(|(field, _)| *field == Field::Url)
    }

    /// Whether every column is called as its field is, so that there is nothing to show.
    #[must_use]
    pub fn is_plain(&self, names: &[&str]) -> bool {
        self.columns.iter().all(|(field, place)| names.get(*place) == Some(&field.name()))
    }

    /// What is read as what, for a person, and what is not read.
    #[must_use]
    pub fn shown(&self, names: &[&str]) -> String {
        let named = |place: usize| names.get(place).map_or_else(|| format!("column {}", place + 1), |n| quoted(n));
        let read: Vec<String> =
            self.columns.iter().map(|(field, place)| format!("{} from {}", field.name(), named(*place))).collect();
        let is_read = |place: usize| self.columns.iter().any(|(_, read)| *read == place);
        let left: Vec<String> = (0..names.len()).filter(|place| !is_read(*place)).map(named).collect();
        let left = if left.is_empty() { String::new() } else { format!("; not read: {}", some(&left)) };
        format!("columns: {}{left}; '--column FIELD=COLUMN' changes it", read.join(", "))
    }
}

/// How many columns are listed by their names.
const MOST_SHOWN: usize = 8;

fn some(names: &[String]) -> String {
    let more = names.len().saturating_sub(MOST_SHOWN);
    let listed = names[..names.len() - more].join(", ");
    if more > 0 { format!("{listed} and {more} more") } else { listed }
}

/// Names of columns are a stranger's: none is shown longer than a line has room for.
fn quoted(name: &str) -> String {
    const MOST: usize = 40;
    let short: String = name.chars().filter(|letter| !letter.is_control()).take(MOST).collect();
    format!("'{short}'")
}

/// A name in small letters, with '_' for every other sign.
fn comparable(name: &str) -> String {
    let name = name.trim().trim_start_matches('\u{feff}');
    name.chars().map(|letter| if letter.is_alphanumeric() { letter.to_ascii_lowercase() } else { '_' }).collect()
}

/// What columns.toml says.
#[derive(Debug, Deserialize)]
struct Known {
    fields: BTreeMap<Field, Vec<String>>,
    without_heading: Vec<Headless>,
}

#[derive(Debug, Deserialize)]
struct Headless {
    #[expect(dead_code, reason = "for whoever reads the file")]
    name: String,
    columns: usize,
    digits: usize,
    fields: BTreeMap<Field, usize>,
}

static KNOWN: LazyLock<Known> =
    LazyLock::new(|| toml::from_str(include_str!("columns.toml")).expect("the file is part of the program"));

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(names: &[&str], choices: &[&str]) -> Vec<(&'static str, usize)> {
        let choices = choices.iter().map(|choice| choice.parse().unwrap()).collect();
        ColumnMap::new(choices).over(names).columns.iter().map(|(field, place)| (field.name(), *place)).collect()
    }

    #[test]
    fn names_of_other_programs_are_known() {
        let media_cloud = ["stories_id", "title", "publish_date", "url", "language", "media_name", "story_text"];
        let expected =
            [("id", 0), ("text", 6), ("title", 1), ("url", 3), ("published", 2), ("publisher", 5), ("language", 4)];
        assert_eq!(fields(&media_cloud, &[]), expected);
        let gdelt = ["url", "url_mobile", "title", "seendate", "socialimage", "domain", "language", "sourcecountry"];
        let expected = [("title", 2), ("url", 0), ("published", 3), ("publisher", 5), ("language", 6)];
        assert_eq!(fields(&gdelt, &[]), expected);
        assert_eq!(fields(&["Headline", "Body", "Pub Date"], &[]), [("text", 1), ("title", 0), ("published", 2)]);
    }

    #[test]
    fn what_a_person_says_stands_before_what_is_guessed() {
        let names = ["id", "text", "notes", "when"];
        assert_eq!(fields(&names, &["text=notes", "date=when"]), [("id", 0), ("text", 2), ("date", 3)]);
        assert_eq!(fields(&["text", "page"], &["html=page"]), [("html", 1)], "one column has the document");
        assert_eq!(ColumnMap::new(vec!["text=none".parse().unwrap()]).missing(&names), ["none"]);
        assert!("body=a".parse::<ColumnChoice>().unwrap_err().contains("there is no field 'body'"));
        assert!("text".parse::<ColumnChoice>().is_err());
    }

    #[test]
    fn tables_without_a_heading_are_told_by_their_shape() {
        let mut cells = vec!["x"; 27];
        cells[0] = "20260203101500-7";
        let mapping = Mapping::without_heading(&cells).unwrap();
        assert!(mapping.has_address() && !mapping.has_document());
        assert_eq!(Mapping::without_heading(&["20260203101500-7", "x"]), None);
        cells[0] = "id";
        assert_eq!(Mapping::without_heading(&cells), None);
    }

    #[test]
    fn every_field_has_a_list_of_names() {
        assert!(Field::ALL.into_iter().all(|field| KNOWN.fields[&field].contains(&field.name().to_owned())));
    }
}
