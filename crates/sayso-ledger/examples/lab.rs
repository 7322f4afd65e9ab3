//! Lab.
use sayso_ledger::conclude::{Copied, conclude};
use sayso_ledger::{Document, Entry};
use serde_json::{Value, json};
use std::collections::BTreeMap;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let docs: Vec<Document> = std::fs::read_to_string(&args[1])
        .unwrap()
        .lines()
        .map(|l| Document::new(serde_json::from_str::<Entry>(l).unwrap()))
        .collect();
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(&args[2]).unwrap()).unwrap();
    let by: BTreeMap<String, &Document> = docs.iter().map(|d| (d.id().to_string(), d)).collect();
    let mut out = json!({"stories": gold["stories"], "copies": gold["copies"], "claims": [], "links": [], "figures": [], "edits": []});
    for s in gold["stories"].as_array().unwrap() {
        let mut ds: Vec<&Document> =
            s["articles"].as_array().unwrap().iter().map(|a| by[a.as_str().unwrap()]).collect();
        ds.sort_by(|a, b| a.in_time(b));
        let at = |id: &Value| ds.iter().position(|d| d.id().to_string() == id.as_str().unwrap());
        let copies: Vec<Copied> = gold["copies"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|c| Some(Copied { article: at(&c["article"])?, of: at(&c["of"])?, carried: vec![] }))
            .map(|mut c| {
                let orig: String = ds[c.of]
                    .text
                    .as_str()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
                    .replace('“', "\"")
                    .replace('”', "\"")
                    .replace('’', "'");
                let t = &ds[c.article].text;
                for p in t.as_str().split("\n\n") {
                    let q = p
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" ")
                        .replace('“', "\"")
                        .replace('”', "\"")
                        .replace('’', "'");
                    let w: Vec<&str> = q.split(' ').collect();
                    let n = w.windows(4).count().max(1);
                    let k = w.windows(4).filter(|w| orig.contains(&w.join(" "))).count();
                    if k * 2 >= n {
                        c.carried.extend(t.span_of(p));
                    }
                }
                c
            })
            .collect();
        let c = conclude(&ds, &copies, &Default::default());
        let v = serde_json::to_value(&c).unwrap();
        for k in ["claims", "links", "figures"] {
            for x in v[k].as_array().unwrap() {
                let mut x = x.clone();
                x["story"] = s["id"].clone();
                out[k].as_array_mut().unwrap().push(x);
            }
        }
    }
    println!("{out}");
}
