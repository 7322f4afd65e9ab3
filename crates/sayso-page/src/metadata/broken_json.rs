//! Reads JSON as pages write it: in comments, with line breaks in strings, with commas too many, cut off.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value};

static LAST_COMMA: LazyLock<Regex> = LazyLock::new(|| constant(r",\s*([}\]])"));
static COMMENT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?s)/\*.*?\*/|(?m:^\s*//.*$)"));
static TYPE: LazyLock<Regex> = LazyLock::new(|| constant(r#""@type"\s*:\s*\[?\s*"([^"]*(?:Article|Posting))""#));

/// Where a field begins in a block that cannot be parsed, and where its string is believed to end: before a comma, a bracket
/// or a line end.
static FIELD: LazyLock<Regex> =
    LazyLock::new(|| constant(r#""(headline|datePublished|dateModified|dateCreated|url)"\s*:\s*""#));
static END: LazyLock<Regex> = LazyLock::new(|| constant(r#""\s*(?:,\s*"|[}\]]|\n|$)"#));
static AUTHOR: LazyLock<Regex> =
    LazyLock::new(|| constant(r#""author"\s*:\s*(?:"([^"]+)"|[\[{][^\]]{0,200}?"name"\s*:\s*\[?\s*"([^"]+)")"#));

fn constant(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is constant")
}

/// The value of a block; of one that cannot be mended, the fields that can be told.
pub(super) fn parse(block: &str) -> Option<Value> {
    let block =
        block.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let block =
        block.trim_end_matches("//]]>").trim_end_matches("]]>").trim_end_matches("-->").trim().trim_end_matches(';');
    let sound = |text: &str| serde_json::from_str(text).ok();
    let plain = || block.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect::<String>();
    sound(block)
        .or_else(|| sound(&plain()))
        .or_else(|| several(block))
        .or_else(|| sound(&LAST_COMMA.replace_all(&COMMENT.replace_all(block, ""), "$1")))
        .or_else(|| sound(&LAST_COMMA.replace_all(&plain(), "$1")))
        .or_else(|| fields(block))
}

/// Several values one behind another.
fn several(block: &str) -> Option<Value> {
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(block).into_iter().collect();
    values.ok().filter(|values| values.len() > 1).map(Value::Array)
}

fn fields(block: &str) -> Option<Value> {
    let kind = TYPE.captures(block)?;
    let mut found = Map::from_iter([("@type".to_owned(), Value::from(&kind[1]))]);
    for field in FIELD.captures_iter(block) {
        let rest = &block[field.get_match().end()..];
        let Some(end) = END.find(rest) else { continue };
        found.entry(&field[1]).or_insert_with(|| Value::from(rest[..end.start()].replace("\\\"", "\"")));
    }
    if let Some(author) = AUTHOR.captures(block).and_then(|found| found.get(1).or(found.get(2))) {
        found.insert("author".to_owned(), Value::from(author.as_str()));
    }
    Some(Value::Object(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_write_is_read() {
        for block in [
            r#"{"@type": "NewsArticle", "headline": "A", "author": {"name": "Ann Doe"}}"#,
            "<!-- {\"@type\": \"NewsArticle\",\n\"headline\": \"A\", \"author\": {\"name\": \"Ann Doe\",},} -->",
            r#"/* data */ {"@type": "NewsArticle", "headline": "A", "author": {"name": "Ann Doe"}};"#,
        ] {
            let value = parse(block).unwrap_or_else(|| panic!("{block}"));
            assert_eq!((value["headline"].as_str(), value["author"]["name"].as_str()), (Some("A"), Some("Ann Doe")));
        }
        assert_eq!(parse(r#"{"a": 1} {"b": 2}"#).map(|value| value[1]["b"].clone()), Some(Value::from(2)));
    }

    #[test]
    fn of_a_broken_block_the_fields_are_told() {
        let block = r#"{"@type": "NewsArticle", "headline": "The "big" ferry", "datePublished": "2020-05-03",
            "author": [{"@type": "Person", "name": "Ann Doe"}], "articleBody": "He said "no"#;
        let value = parse(block).unwrap();
        assert_eq!(value["headline"], "The \"big\" ferry");
        assert_eq!(value["datePublished"], "2020-05-03");
        assert_eq!(value["author"], "Ann Doe");
        assert_eq!(parse("{broken"), None);
    }
}
