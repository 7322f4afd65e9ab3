//! `sayso watch --status`: what is watched, what came of it, what failed and why.

use jiff::Timestamp;
use sayso::wording::numbers::count;
use sayso::wording::times::{clock, day};
use sayso_watch::{ListStatus, PageStatus, Status};

use super::sheet::Sheet;
use crate::view::PageWidth;
use crate::view::styles::{PLAIN, SOURCE};

/// The page.
pub fn watch(status: &Status, page: PageWidth) -> String {
    let mut sheet = Sheet::new(page);
    let Status { lists, found, read, recorded, failed } = status;
    let articles = [count(*found, "article"), format!("{read} read"), count(*recorded, "text") + " recorded"];
    sheet.text(0, &articles.join(" · "), PLAIN);
    for list in lists {
        sheet.gap();
        sheet.text(0, &list.url, SOURCE);
        sheet.text(2, &told(list), PLAIN);
        if let Some(error) = &list.error {
            let since = if list.failures > 1 { format!(" ({} times)", list.failures) } else { String::new() };
            sheet.text(2, &format!("failed{since}: {error}"), PLAIN);
        }
        sheet.note(2, &format!("next {}", moment(list.due)));
    }
    if !failed.is_empty() {
        sheet.gap();
        sheet.text(0, "Articles that could not be had", PLAIN);
    }
    for page in failed {
        sheet.gap();
        sheet.text(0, &page.url, SOURCE);
        sheet.text(2, &page.error, PLAIN);
        sheet.note(2, &again(page));
    }
    sheet.print(page.styled)
}

fn told(list: &ListStatus) -> String {
    let read = list.read_at.map_or("not read yet".to_owned(), |at| format!("read {}", moment(Some(at))));
    format!("{read} · {} recorded", count(list.recorded, "text"))
}

fn again(page: &PageStatus) -> String {
    match page.due {
        Some(due) => format!("tried {}, again {}", moment(page.at), moment(Some(due))),
        None => format!("tried {}, given up", moment(page.at)),
    }
}

/// 'Mar 5, 12:30 UTC'.
fn moment(at: Option<Timestamp>) -> String {
    at.map_or("never".to_owned(), |at| format!("{}, {} UTC", day(at), clock(at)))
}
