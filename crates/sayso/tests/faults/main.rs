//! The cases in `golden/faults/`: small documents modelled on public bug reports, and what must hold of each.
//!
//! A line that does not hold yet is marked with its class of fault. The test fails where a line that is not marked does not
//! hold, and where one that is marked does: `cargo xtask bless golden` takes such marks off, and puts none on.
//! `CASE=K24 cargo test -p sayso --test faults -- --nocapture` holds the cases alone whose file or name has that.

mod article;
mod bless;
mod case;
mod check;
mod claims;
mod input;
mod ledger;
mod line;
mod measured;
mod passage;
mod place;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use case::{Case, Judged};
use sayso::Encoder;

#[test]
fn faults_are_as_marked() {
    let files = sayso_golden::files("faults");
    let chosen = std::env::var("CASE").unwrap_or_default();
    let cases: Vec<Case<'_>> = files.iter().flat_map(|file| cases(file, &chosen)).collect();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    let judged = judge(&cases);
    tell(&judged);
    if sayso_golden::is_blessed() {
        for (path, file) in &files {
            sayso_golden::write(path, &bless::blessed(file, &judged));
        }
    }
    let wrong: Vec<String> = judged.iter().filter_map(unlike_marked).collect();
    assert!(wrong.is_empty(), "not as marked:\n{}", wrong.join("\n"));
}

/// The cases of a file, if they are chosen.
fn cases<'f>((path, file): &'f (PathBuf, String), chosen: &str) -> Vec<Case<'f>> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_chosen = |case: &str| [name.as_str(), case].iter().any(|name| name.contains(&chosen.to_lowercase()));
    sayso_golden::sections(file).iter().filter(|section| is_chosen(section.name)).map(Case::of).collect()
}

/// Every case on one of as many threads as there are cores, in the order of the cases.
fn judge<'a>(cases: &[Case<'a>]) -> Vec<Judged<'a>> {
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let model = Encoder::on_threads(threads);
    let next = AtomicUsize::new(0);
    let work = || {
        let turns = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        turns.map_while(|turn| Some((turn, cases.get(turn)?.judge(&model)))).collect::<Vec<_>>()
    };
    let judged: BTreeMap<usize, Vec<Judged<'a>>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.get()).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a case is judged")).collect()
    });
    judged.into_values().flatten().collect()
}

/// Why a line is not as it is marked.
fn unlike_marked(judged: &Judged<'_>) -> Option<String> {
    let Judged { case, line, failing, instead } = judged;
    match (failing, instead) {
        (None, Some(instead)) => Some(format!("{case}: {line}\n    instead: {instead}")),
        (Some(class), None) if !sayso_golden::is_blessed() => {
            Some(format!("{case}: {line}\n    holds now: take the mark '{class}' off (cargo xtask bless golden)"))
        }
        _ => None,
    }
}

/// What does not hold yet, and how many cases there are of each class.
fn tell(judged: &[Judged<'_>]) {
    let mut classes = BTreeMap::<&str, BTreeSet<&str>>::new();
    for line in judged {
        if let (Some(class), Some(instead)) = (line.failing, &line.instead) {
            println!("{class} {}: {}\n    instead: {instead}", line.case, line.line);
            classes.entry(class).or_default().insert(line.case);
        }
    }
    for (class, cases) in &classes {
        println!("{class}: {} with a line that does not hold yet", cases.len());
    }
    let all: BTreeSet<&str> = judged.iter().map(|line| line.case).collect();
    let failing: BTreeSet<&str> = judged.iter().filter(|line| line.instead.is_some()).map(|line| line.case).collect();
    println!("{} cases, {} of them with a line that does not hold yet", all.len(), failing.len());
}
