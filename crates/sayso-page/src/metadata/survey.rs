//! One walk over a page that gathers every place which could say something about its article.

use std::sync::LazyLock;

use ego_tree::NodeRef;
use regex::Regex;
use sayso_lang::Patterns;
use scraper::{ElementRef, Html, Node};

use crate::vocabulary::{PageWords, any, pattern};

/// Longer texts are not a name or a date.
const LONGEST_MARKED: usize = 240;

/// What is gathered of one kind; pages with more of it are lists.
const MOST: usize = 400;

static NAMES: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.names));

static DATES: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.dates));

/// Parts of a page that speak of other articles or of its readers.
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.elsewhere));

/// Readers' comments and the credits of pictures are marked as authors too.
static NO_AUTHOR: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.no_names));

/// What a page's makers call one of its parts, in any language.
pub(super) fn mark(list: impl Fn(&'static PageWords) -> &'static Patterns) -> Regex {
    pattern(&format!("(?i){}", any(list)))
}

/// A text that the page marks as a name or a date.
#[derive(Debug)]
pub(super) struct Marked {
    /// Class, id, itemprop and rel of its element.
    pub(super) marks: String,
    pub(super) text: String,
    /// `datetime` or `content` of its element.
    pub(super) value: Option<String>,
    /// Whether it stands in a part that speaks of something else.
    pub(super) elsewhere: bool,
    pub(super) is_time: bool,
}

/// Everything on a page that could say something about its article.
#[derive(Debug, Default)]
pub(super) struct Survey {
    metas: Vec<(String, String)>,
    pub(super) linked_data: Vec<String>,
    pub(super) title: Option<String>,
    pub(super) headings: Vec<String>,
    pub(super) names: Vec<Marked>,
    pub(super) dates: Vec<Marked>,
    pub(super) canonical: Option<String>,
    /// The page's text, a line a block.
    pub(super) lines: Vec<String>,
    language: Option<String>,
}

impl Survey {
    pub(super) fn of(page: &Html, text: &str) -> Self {
        let mut survey = Self { lines: lines(text), ..Self::default() };
        for element in page.root_element().descendent_elements() {
            survey.visit(element);
        }
        survey
    }

    /// The first content of these `meta` names that is not empty.
    pub(super) fn meta(&self, keys: &[&str]) -> Option<String> {
        let of = |key: &&str| self.metas.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
        keys.iter().find_map(of)
    }

    /// All contents of one `meta` name.
    pub(super) fn metas<'s>(&'s self, key: &'s str) -> impl Iterator<Item = &'s str> {
        self.metas.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The language that the page declares, as a BCP 47 tag.
    pub(super) fn language(&self) -> Option<String> {
        let declared =
            self.language.clone().or_else(|| self.meta(&["content-language", "og:locale", "dc.language", "language"]));
        let tag = declared?.trim().replace('_', "-");
        let sound = tag.split('-').next().is_some_and(|first| (2..=3).contains(&first.len()))
            && tag.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        sound.then_some(tag)
    }

    fn visit(&mut self, element: ElementRef<'_>) {
        let attr =
            |name| element.value().attr(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        match element.value().name() {
            "html" => self.language = attr("lang").or_else(|| attr("xml:lang")),
            "meta" => {
                let key = attr("property")
                    .or_else(|| attr("name"))
                    .or_else(|| attr("itemprop"))
                    .or_else(|| attr("http-equiv"));
                if let (Some(key), Some(value)) = (key, attr("content")) {
                    self.metas.push((key.to_lowercase(), value));
                }
            }
            "link" if attr("rel").as_deref() == Some("canonical") => self.canonical = attr("href"),
            "script" if attr("type").is_some_and(|kind| kind.to_lowercase().contains("ld+json")) => {
                self.linked_data.push(element.text().collect());
            }
            "title" if self.title.is_none() => self.title = text_of(element, LONGEST_MARKED * 4),
            "h1" => self.headings.extend(text_of(element, LONGEST_MARKED * 4)),
            _ => {}
        }
        self.visit_marks(element);
    }

    fn visit_marks(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        // no words of a language: elements of HTML
        if matches!(
            name,
            "meta"
                | "link"
                | "script"
                | "style"
                | "form"
                | "input"
                | "label"
                | "textarea"
                | "button"
                | "img"
                | "body"
                | "html"
        ) {
            return;
        }
        let marks = marks_of(element);
        let is_time = name == "time";
        if !is_time && marks.is_empty() {
            return;
        }
        if self.dates.len() < MOST && (is_time || DATES.is_match(&marks)) {
            self.dates.extend(marked(element, &marks, is_time));
        }
        if self.names.len() < MOST && NAMES.is_match(&marks) && !NO_AUTHOR.is_match(&marks) && name != "figcaption" {
            self.names.extend(marked(element, &marks, is_time));
        }
    }
}

fn marks_of(element: ElementRef<'_>) -> String {
    let attrs =
        // no words of a language: attributes of HTML
        ["class", "id", "itemprop", "rel", "data-testid"].into_iter().filter_map(|name| element.value().attr(name));
    attrs.collect::<Vec<_>>().join(" ")
}

fn marked(element: ElementRef<'_>, marks: &str, is_time: bool) -> Option<Marked> {
    let value =
        ["datetime", "content", "title"].into_iter().find_map(|name| element.value().attr(name)).map(str::to_owned);
    let text = text_of(element, LONGEST_MARKED);
    (text.is_some() || value.is_some()).then(|| Marked {
        marks: marks.to_owned(),
        text: text.unwrap_or_default(),
        value,
        elsewhere: ELSEWHERE.is_match(marks) || element.ancestors().any(is_elsewhere),
        is_time,
    })
}

fn is_elsewhere(node: NodeRef<'_, Node>) -> bool {
    ElementRef::wrap(node).is_some_and(|element| match element.value().name() {
        "body" | "html" => false,
        "aside" | "footer" | "nav" => true,
        _ => ["class", "id"]
            .into_iter()
            .filter_map(|name| element.value().attr(name))
            .any(|marks| ELSEWHERE.is_match(marks)),
    })
}

/// The text of an element with its white space collapsed and a space between its elements; `None` where it is longer than
/// `longest` or empty.
fn text_of(element: ElementRef<'_>, longest: usize) -> Option<String> {
    let mut text = String::new();
    for word in element.text().flat_map(str::split_whitespace) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
        if text.len() > longest {
            return None;
        }
    }
    (!text.is_empty()).then_some(text)
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| !line.is_empty() && line.len() <= LONGEST_MARKED)
        .take(MOST * 10)
        .map(str::to_owned)
        .collect()
}
