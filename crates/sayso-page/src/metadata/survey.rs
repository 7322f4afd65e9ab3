//! One walk over a page that gathers every place which could say something about its article.

use std::sync::LazyLock;

use regex::Regex;
use scraper::{ElementRef, Html};

use super::author_links::{self, AuthorLink};
use super::elsewhere::Elsewhere;
use super::heading::{self, Heading};
use super::mark::mark;
use super::order::DayMonthOrder;
use super::words;
use crate::work;

/// Longer texts are not a name or a date.
pub(super) const LONGEST_MARKED: usize = 240;

/// A longer paragraph is prose, and a date in it is what it tells of.
const LONGEST_META_LINE: usize = 150;

/// So many of an article's first paragraphs can begin with its date, within so many letters.
const MOST_OPENINGS: usize = 3;
const LONGEST_OPENING: usize = 90;

/// What is gathered of one kind; pages with more of it are lists.
const MOST: usize = 400;

static NAMES: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.names));

static DATES: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.dates));

/// Readers' comments and the credits of pictures are marked as authors too.
static NO_AUTHOR: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.no_names));

/// Dates of events and offers, which are not the article's.
static NO_DATE: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.no_dates));

static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b(?:19|20)\d\d\b").expect("the pattern is constant"));

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
    /// Whether it stands in a sentence.
    pub(super) in_prose: bool,
}

/// Everything on a page that could say something about its article.
#[derive(Debug, Default)]
pub(super) struct Survey {
    metas: Vec<(String, String)>,
    pub(super) linked_data: Vec<String>,
    pub(super) title: Option<String>,
    /// Headings of the first rank: the headline among others.
    pub(super) headings: Vec<String>,
    /// What the page calls its site in a heading that leads to the front page.
    pub(super) site: Vec<String>,
    /// The publisher in microdata.
    pub(super) publisher: Option<String>,
    /// In which order the page writes the numbers of a date.
    pub(super) order: DayMonthOrder,
    pub(super) names: Vec<Marked>,
    pub(super) dates: Vec<Marked>,
    /// Links to pages about authors.
    pub(super) author_links: Vec<AuthorLink>,
    pub(super) canonical: Option<String>,
    /// How its paragraphs begin, of those that are no line.
    pub(super) openings: Vec<String>,
    /// All of the page's text, a line a block.
    pub(super) all_lines: Vec<String>,
    /// The page's text beside what speaks of something else, a line a block.
    pub(super) lines: Vec<String>,
    language: Option<String>,
}

impl Survey {
    pub(super) fn of(page: &Html, elsewhere: &Elsewhere, text: &str, own: &str) -> Self {
        let mut survey = Self { lines: lines(own), all_lines: lines(text), openings: openings(own), ..Self::default() };
        for element in work::each(page.root_element().descendent_elements()) {
            survey.visit(element, elsewhere);
        }
        let metas = survey.metas.iter().map(|(_, value)| value.as_str());
        let texts = metas.chain(survey.lines.iter().map(String::as_str));
        survey.order = DayMonthOrder::of(survey.language().as_deref(), texts);
        survey
    }

    /// Lines in which the page says whose it is.
    pub(super) fn owned(&self) -> impl Iterator<Item = &str> {
        let sign = |line: &str| line.contains('©') || line.contains("(c)");
        // The credit of a picture has no year.
        self.all_lines.iter().map(String::as_str).filter(move |line| sign(line) && YEAR.is_match(line))
    }

    /// Which of these lines is the headline.
    pub(super) fn title_line(&self, lines: &[String], title: Option<&str>) -> Option<usize> {
        let titles = self.headings.iter().chain(&self.title).map(String::as_str).chain(title);
        let titles: Vec<Vec<String>> = titles.map(words).collect();
        // A line above the headline may stand in one with it.
        let ends = |line: &[String], title: &[String]| title.len() >= 3 && line.ends_with(title);
        let is_title =
            |line: &Vec<String>| titles.iter().any(|title| !title.is_empty() && (title == line || ends(line, title)));
        lines.iter().position(|line| is_title(&words(line)))
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

    fn visit(&mut self, element: ElementRef<'_>, elsewhere: &Elsewhere) {
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
            "script" => self.linked_data.extend(linked_block(element)),
            "title" if self.title.is_none() => self.title = text_of(element, LONGEST_MARKED * 4),
            "h1" => match heading::read(element) {
                Some(Heading::Headline(headline)) => self.headings.push(headline),
                Some(Heading::Site(name)) => self.site.push(name),
                None => {}
            },
            "a" if self.author_links.len() < MOST => {
                self.author_links.extend(author_links::read(element, elsewhere));
            }
            _ => {}
        }
        if self.publisher.is_none() && attr("itemprop").as_deref() == Some("publisher") {
            self.publisher = name_of_item(element);
        }
        self.visit_marks(element, elsewhere);
    }

    fn visit_marks(&mut self, element: ElementRef<'_>, elsewhere: &Elsewhere) {
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
        if self.dates.len() < MOST && (is_time || DATES.is_match(&marks)) && !NO_DATE.is_match(&marks) {
            self.dates.extend(marked(element, &marks, is_time, elsewhere));
        }
        if self.names.len() < MOST && NAMES.is_match(&marks) && !NO_AUTHOR.is_match(&marks) && name != "figcaption" {
            self.names.extend(marked(element, &marks, is_time, elsewhere));
        }
    }
}

fn linked_block(element: ElementRef<'_>) -> Option<String> {
    let kind = element.value().attr("type").filter(|_| element.value().name() == "script")?;
    kind.to_lowercase().contains("ld+json").then(|| element.text().collect())
}

pub(super) fn marks_of(element: ElementRef<'_>) -> String {
    let attrs =
        // no words of a language: attributes of HTML
        ["class", "id", "itemprop", "rel", "data-testid"].into_iter().filter_map(|name| element.value().attr(name));
    attrs.collect::<Vec<_>>().join(" ")
}

/// The name of what an element describes in microdata.
fn name_of_item(item: ElementRef<'_>) -> Option<String> {
    let name = item.descendent_elements().find(|element| element.value().attr("itemprop") == Some("name"));
    let element = name.unwrap_or(item);
    element.value().attr("content").map(str::to_owned).or_else(|| text_of(element, LONGEST_MARKED))
}

fn marked(element: ElementRef<'_>, marks: &str, is_time: bool, elsewhere: &Elsewhere) -> Option<Marked> {
    let value =
        ["datetime", "content", "title"].into_iter().find_map(|name| element.value().attr(name)).map(str::to_owned);
    let text = text_of(element, LONGEST_MARKED);
    (text.is_some() || value.is_some()).then(|| Marked {
        marks: marks.to_owned(),
        text: text.unwrap_or_default(),
        value,
        elsewhere: elsewhere.holds(element),
        is_time,
        in_prose: stands_in_prose(element),
    })
}

/// Whether a paragraph around an element says more than a line about its article does.
fn stands_in_prose(element: ElementRef<'_>) -> bool {
    let paragraph = element.ancestors().filter_map(ElementRef::wrap).find(|above| above.value().name() == "p");
    paragraph.is_some_and(|paragraph| paragraph.text().map(|text| text.trim().len()).sum::<usize>() > LONGEST_META_LINE)
}

/// The text of an element with its white space collapsed and a space between its elements; `None` where it is longer than
/// `longest` or empty.
pub(super) fn text_of(element: ElementRef<'_>, longest: usize) -> Option<String> {
    let mut text = String::new();
    for word in work::each(element.text()).flat_map(str::split_whitespace) {
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

/// How the first long paragraphs begin.
fn openings(text: &str) -> Vec<String> {
    let long = text.lines().filter(|line| line.len() > LONGEST_META_LINE).take(MOST_OPENINGS);
    long.map(|line| line.chars().take(LONGEST_OPENING).collect()).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| !line.is_empty() && line.len() <= LONGEST_MARKED)
        .take(MOST * 10)
        .map(str::to_owned)
        .collect()
}
