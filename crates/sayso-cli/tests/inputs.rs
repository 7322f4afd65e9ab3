//! Documents as other programs have them: tables, lists, news items, packed or not, one file or many.

#[allow(dead_code, reason = "what other tests look up is not looked up here")]
mod desk;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use desk::Desk;
use serde_json::{Value, json};

/// A story list of Media Cloud, of which one story has its text.
const STORY_LIST: &str = "stories_id,title,publish_date,url,language,media_name,story_text\r\n\
    7,Ferry to run,2026-03-02 08:00:00,https://arden.example/ferry,en,The Arden Mail,\"The mayor of Arden said \"\"no\"\".\nThe union denied it.\"\r\n\
    8,Dock closed,2026-03-03 09:00:00,https://arden.example/dock,en,The Arden Mail,\r\n\
    9,Cut off\r\n";

fn told(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn articles(desk: &Desk, ledger: &str) -> Vec<Value> {
    desk.json(&["export", "--ledger", ledger])["articles"].as_array().unwrap().clone()
}

fn lines(out: &[u8]) -> Vec<Value> {
    String::from_utf8_lossy(out).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn write(desk: &Desk, name: &str, text: impl AsRef<[u8]>) {
    fs::write(desk.path().join(name), text).unwrap();
}

#[test]
fn a_table_is_read_row_by_row_and_says_what_it_takes_for_what() {
    let desk = Desk::new();
    write(&desk, "stories.csv", STORY_LIST);
    let output = desk.output(&["add", "--ledger", "t.ledger", "stories.csv"]);
    let told = told(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("stories.csv: columns: id from 'stories_id', text from 'story_text', title from 'title'"),
        "{told}"
    );
    assert_eq!(told.matches("columns:").count(), 1, "{told}");
    assert!(told.contains("stories.csv: line 5: the row has 2 cells and the heading 7"), "{told}");
    assert!(told.contains("1 added, passed over: 1 rows with an address and no text"), "{told}");
    let articles = articles(&desk, "t.ledger");
    let [article] = &articles[..] else { panic!("{articles:?}") };
    assert_eq!((&article["id"], &article["publisher"]), (&json!("7"), &json!("The Arden Mail")));
    assert_eq!(
        (&article["url"], &article["published"]),
        (&json!("https://arden.example/ferry"), &json!("2026-03-02T08:00:00"))
    );
}

#[test]
fn read_gives_a_line_for_every_row() {
    let desk = Desk::new();
    write(&desk, "stories.csv", STORY_LIST);
    let output = desk.output(&["read", "--jsonl", "stories.csv"]);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output.stdout);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["text"], "The mayor of Arden said \"no\".\nThe union denied it.");
    assert!(lines[1]["error"].as_str().unwrap().contains("https://arden.example/dock and no text"), "{lines:?}");
    assert_eq!(lines[2]["line"], 5);
}

#[test]
fn a_person_says_which_column_is_what() {
    let desk = Desk::new();
    write(&desk, "own.tsv", "key\tstuff\tnotes\nk1\tShe agreed.\tno\n");
    let refused = desk.refused(&["add", "--ledger", "t.ledger", "own.tsv"]);
    assert!(refused.contains("'--column text=NAME'") && refused.contains("'key', 'stuff', 'notes'"), "{refused}");
    let refused = desk.refused(&["add", "--ledger", "t.ledger", "--column", "text=none", "own.tsv"]);
    assert!(refused.contains("the table has no column 'none'"), "{refused}");
    let out = desk.run(&["read", "--jsonl", "--column", "text=stuff", "--column", "id=key", "own.tsv"]);
    let line = &lines(out.as_bytes())[0];
    assert_eq!((&line["id"], &line["text"]), (&json!("k1"), &json!("She agreed.")));
    assert!(desk.refused(&["read", "--column", "body=a", "own.tsv"]).contains("there is no field 'body'"));
}

#[test]
fn the_same_documents_are_the_same_in_every_form() {
    let desk = Desk::new();
    let text = |number: usize| format!("Note {number}: the mayor of Arden said on Monday that pier {number} was shut.");
    let object = |number: usize| json!({"id": format!("n{number}"), "headline": "Pier", "content": text(number)});
    let objects: Vec<Value> = (0..5).map(object).collect();
    let jsonl: String = objects.iter().map(|object| format!("{object}\n")).collect();
    let csv: String = (0..5).map(|number| format!("n{number},Pier,{}\n", text(number))).collect();
    let csv = format!("id,headline,content\n{csv}");
    write(&desk, "a.json", serde_json::to_string_pretty(&objects).unwrap());
    write(&desk, "b.json", json!({"articles": objects}).to_string());
    write(&desk, "c.jsonl", &jsonl);
    write(&desk, "d.csv", &csv);
    write(&desk, "e.tsv", csv.replace(',', "\t"));
    write(&desk, "f.txt", csv.replace(',', ";"));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(csv.as_bytes()).unwrap();
    write(&desk, "g.csv.gz", packed.finish().unwrap());
    write(&desk, "h.json.zst", zstd::encode_all(json!(objects).to_string().as_bytes(), 1).unwrap());
    let read = |name: &str| desk.run(&["read", "--json", "--no-attributions", name]);
    let first = read("a.json");
    assert_eq!(lines(first.as_bytes()).len(), 5);
    for name in ["b.json", "c.jsonl", "d.csv", "e.tsv", "f.txt", "g.csv.gz", "h.json.zst"] {
        assert_eq!(read(name), first, "{name}");
    }
    let all = desk.run(&["read", "--json", "--no-attributions", "a.json", "d.csv"]);
    assert_eq!(all, first.repeat(2), "several are one stream");
}

#[test]
fn news_items_of_agencies_are_documents() {
    let desk = Desk::new();
    write(
        &desk,
        "item.json",
        "{\n \"uri\": \"urn:arden:1\",\n \"type\": \"text\",\n \"headline\": \"Ferry\",\n \"body_text\": \"She agreed.\"\n}\n",
    );
    let item = "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:arden:2' version='1'><itemMeta>\
                <itemClass qcode='ninat:text'/></itemMeta><contentMeta><headline>Dock</headline></contentMeta><contentSet>\
                <inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>The harbour master said that the dock was \
                shut.</p><p>The union denied it.</p></body></html></inlineXML></contentSet></newsItem>";
    write(&desk, "item.xml", item);
    let out = desk.run(&["read", "--json", "--no-attributions", "item.json", "item.xml"]);
    let lines = lines(out.as_bytes());
    assert_eq!((&lines[0]["id"], &lines[0]["article"]["title"]), (&json!("urn:arden:1"), &json!("Ferry")));
    assert_eq!(lines[1]["text"], "The harbour master said that the dock was shut.\n\nThe union denied it.");
    assert_eq!((&lines[1]["id"], &lines[1]["article"]["title"]), (&json!("urn:arden:2"), &json!("Dock")));
}

#[test]
fn addresses_in_a_list_are_asked_for_one_by_one_and_never_those_of_this_machine() {
    let desk = Desk::new();
    write(&desk, "list.txt", "# to read\nhttp://127.0.0.1:9/a\n\nhttp://127.0.0.1:9/b\n");
    let told = desk.refused(&["add", "--ledger", "t.ledger", "list.txt"]);
    for page in ["a", "b"] {
        assert!(told.contains(&format!("http://127.0.0.1:9/{page}: leads to this machine")), "{told}");
    }
    write(&desk, "table.csv", "title,url\nFerry,http://127.0.0.1:9/c\n");
    let told = desk.refused(&["add", "--ledger", "t.ledger", "--urls", "table.csv"]);
    assert!(told.contains("http://127.0.0.1:9/c: leads to this machine"), "{told}");
    write(&desk, "mixed.txt", "http://127.0.0.1:9/d\nnot one\n");
    let told = desk.refused(&["add", "--ledger", "t.ledger", "--urls", "mixed.txt"]);
    assert!(told.contains("mixed.txt: line 2: this is no address"), "{told}");
}

#[test]
fn the_standard_input_may_be_a_table_and_a_line_is_answered_at_once() {
    let desk = Desk::new();
    let start = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.args(arguments).current_dir(desk.path()).stdin(Stdio::piped()).stdout(Stdio::piped());
        command.stderr(Stdio::piped()).spawn().unwrap()
    };
    let mut child = start(&["read", "--jsonl", "--no-attributions"]);
    child.stdin.take().unwrap().write_all(b"headline,body\nFerry,She agreed.\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(lines(&output.stdout)[0]["text"], "She agreed.");
    let mut child = start(&["read", "--jsonl", "--no-attributions"]);
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"{\"id\":1,\"text\":\"She agreed.\"}\n").unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line).unwrap();
    assert!(line.contains("She agreed."), "the input is still open");
    drop(input);
    assert!(child.wait().unwrap().success());
}
