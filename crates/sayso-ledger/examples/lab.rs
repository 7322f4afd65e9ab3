//! Lab.
use sayso_ledger::{Entry, Ledger};
use std::time::{Duration, Instant};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let entries: Vec<Entry> =
        std::fs::read_to_string(&args[1]).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let path = std::path::Path::new("/tmp/ledger/lab.ledger");
    for e in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("/tmp/ledger/lab.ledger{e}"));
    }
    let mut ledger = Ledger::open(path, Duration::from_secs(1)).unwrap();
    let mode = args.get(2).map(String::as_str).unwrap_or("all");
    let mut entries = entries;
    if mode.contains("rev") {
        entries.reverse();
    }
    let t = Instant::now();
    if mode.contains("one") {
        for e in entries {
            ledger.add(vec![e], jiff::Timestamp::UNIX_EPOCH).unwrap();
            ledger.settle(|_| ()).unwrap();
        }
    } else {
        ledger.add(entries, jiff::Timestamp::UNIX_EPOCH).unwrap();
        eprintln!("add {:?}", t.elapsed());
        ledger.settle(|_| ()).unwrap();
    }
    eprintln!("all {:?}", t.elapsed());
    println!("{}", serde_json::to_string(&ledger.view().export().unwrap()).unwrap());
}
