//! The path of an address without what only names a rendering, and without escapes that need not be.

use unicode_normalization::UnicodeNormalization;
use url::Url;

/// Last parts of a path that stand for the folder they are in.
// no words of a language: names of files
const INDEXES: [&str; 8] =
    ["index.html", "index.htm", "index.shtml", "index.php", "index.asp", "index.aspx", "index.jsp", "default.aspx"];

/// Last parts of a path that name a rendering of the page before them.
// no words of a language: names of folders
const RENDERINGS: [&str; 6] = ["amp", "amp.html", "print", "print.html", "printable", "singlepage"];

/// Ends of a last part that do so.
const ENDS: [(&str, &str); 4] =
    [(".amp.html", ".html"), (".print.html", ".html"), ("-amp.html", ".html"), (".amp", "")];

/// The path in its canonical form, without a closing stroke; empty for the front page.
pub fn canonical(url: &Url) -> String {
    let mut parts: Vec<String> = url.path().split('/').filter(|part| !part.is_empty()).map(plain).collect();
    parts.pop_if(|last| INDEXES.contains(&last.to_ascii_lowercase().as_str()));
    if parts.len() > 1 {
        parts.pop_if(|last| RENDERINGS.contains(&last.as_str()));
    }
    if parts.len() > 1 && parts[0] == "amp" {
        parts.remove(0);
    }
    let path: String = parts.iter().flat_map(|part| ["/", part]).collect();
    let shorter = |(end, instead): &(&str, &str)| Some(format!("{}{instead}", path.strip_suffix(end)?));
    ENDS.iter().find_map(shorter).unwrap_or(path)
}

/// Whether a path names an article by itself, so that what its query says of where a reader came from can go: a part has
/// words joined by hyphens, or a long number.
pub fn names_article(path: &str) -> bool {
    path.split('/').any(|part| {
        let stem = part.rsplit_once('.').map_or(part, |(stem, _)| stem);
        let words = stem.split(['-', '_']).filter(|word| !word.is_empty()).count();
        let digits = stem.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max().unwrap_or_default();
        words >= LEAST_WORDS || digits >= LEAST_DIGITS
    })
}

/// Words of a slug: 'north-quay'.
const LEAST_WORDS: usize = 2;

/// Digits of an article's number: years have four.
const LEAST_DIGITS: usize = 5;

/// One part of a path with what its escapes stand for, but for those that part a path or an address; letters with accents
/// in their composed form. What is no UTF-8 stays as it is.
fn plain(part: &str) -> String {
    let Ok(text) = String::from_utf8(unescaped(part)) else { return part.to_owned() };
    escaped(text.nfc(), &['%', '/', '\\', '?', '#'])
}

/// Letters with those escaped that stand for something, and all that is no letter.
pub fn escaped(letters: impl Iterator<Item = char>, marks: &[char]) -> String {
    letters.fold(String::new(), |mut out, letter| {
        if marks.contains(&letter) || letter.is_whitespace() || letter.is_control() {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else {
            out.push(letter);
        }
        out
    })
}

fn unescaped(part: &str) -> Vec<u8> {
    let bytes = part.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped =
            part.get(at + 1..at + 3).filter(|_| *byte == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str) -> String {
        canonical(&Url::parse(&format!("https://a.example{path}")).unwrap())
    }

    #[test]
    fn spellings_of_one_path() {
        for path in ["/caf%c3%a9-b", "/café-b/", "/cafe\u{301}%2Db", "//caf%C3%A9-b/index.php", "/amp/café-b/amp"] {
            assert_eq!(told(path), "/café-b", "{path}");
        }
        for path in ["/a/b.html", "/a/b.amp.html", "/a/b-amp.html", "/a/b.html/print", "/a/b.html/amp.html"] {
            assert_eq!(told(path), "/a/b.html", "{path}");
        }
    }

    #[test]
    fn paths_that_differ() {
        assert_eq!(told("/a%2Fb"), "/a%2Fb");
        assert_eq!(told("/a%20b"), "/a%20b");
        assert_eq!(told("/%FF"), "/%FF");
        assert_eq!(told("/%zz%4"), "/%25zz%254");
        assert_eq!(told("/amp"), "/amp");
        assert_eq!(told("/print"), "/print");
        assert_eq!(told("/amplifier/b"), "/amplifier/b");
    }

    #[test]
    fn a_path_that_names_an_article() {
        assert!(["/2026/03/north-quay", "/a/1234567", "/north_quay.html"].into_iter().all(names_article));
        assert!(!["", "/story", "/2026/03/10", "/index.php", "/p/1"].into_iter().any(names_article));
    }
}
