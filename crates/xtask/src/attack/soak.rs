//! The desk, used for a time on this machine alone: pages read, articles added, claims decided about, and what it takes
//! of memory and files looked at meanwhile.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use serde_json::{Value, json};
use ureq::Agent;

use super::AttackOutcome;
use crate::program::Program;
use crate::workspace::{path, run};

/// People who read at the same time, each a page every [`PAUSE`].
const READERS: u64 = 6;
const PAUSE: Duration = Duration::from_millis(120);

/// An article is added and a claim decided about this often.
const WRITES: Duration = Duration::from_secs(4);

/// What the desk may take after its first minute, over what it took then.
const GROWTH: f64 = 1.5;

/// Open files that come and go with connections and readers.
const FILES: u64 = 64;

/// A page that takes longer hangs.
const HANGS: Duration = Duration::from_secs(10);

/// What is counted while the desk is used.
#[derive(Default)]
struct SoakCounts {
    asked: AtomicU64,
    written: AtomicU64,
    slowest: AtomicU64,
    found: Mutex<Vec<String>>,
    over: AtomicBool,
}

/// Uses the desk for so many minutes.
pub fn attack(program: &Program, minutes: u64) -> Result<AttackOutcome> {
    let folder = tempfile::tempdir()?;
    let ledger = folder.path().join("soaked.ledger");
    run(Command::new(program.path()).arg("add").arg("--ledger").arg(&ledger).arg(path("demo/stories/stream.jsonl")))?;
    let mut desk = ServedDesk::serve(Command::new(program.path()).arg("serve").arg("--ledger").arg(&ledger))?;
    let counts = SoakCounts::default();
    let until = Instant::now() + Duration::from_secs(60 * minutes);
    std::thread::scope(|scope| {
        for reader in 0..READERS {
            scope.spawn({
                let (desk, counts) = (&desk, &counts);
                move || read(desk, counts, reader)
            });
        }
        scope.spawn(|| write(&desk, &counts));
        watch(&desk, &counts, until);
        counts.over.store(true, Ordering::Relaxed);
    });
    ensure!(desk.program.try_wait()?.is_none(), "the desk ended by itself");
    let [asked, written, slowest] =
        [&counts.asked, &counts.written, &counts.slowest].map(|count| count.load(Ordering::Relaxed));
    let done = format!("{minutes} minutes: {asked} pages read, {written} changes, the slowest answer in {slowest} ms");
    Ok(AttackOutcome { done, found: counts.found.into_inner().unwrap_or_else(PoisonError::into_inner) })
}

impl SoakCounts {
    fn find(&self, what: String) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).push(what);
        // One fault is enough to end it, and hundreds of the same tell no more.
        self.over.store(true, Ordering::Relaxed);
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }
}

/// A desk that is served, for as long as the value lives.
struct ServedDesk {
    program: Child,
    address: String,
    agent: Agent,
}

impl ServedDesk {
    fn serve(command: &mut Command) -> Result<Self> {
        let mut program = command
            .args(["--port", "0", "--no-browser", "--by", "A. Editor"])
            .stdout(Stdio::piped())
            .spawn()
            .context("the desk could not be started")?;
        let mut line = String::new();
        BufReader::new(program.stdout.take().context("the desk says nothing")?).read_line(&mut line)?;
        let port: u16 = line
            .split("localhost:")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .and_then(|port| port.parse().ok())
            .with_context(|| format!("the desk says no address: {line}"))?;
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(HANGS)).max_redirects(0);
        Ok(Self { program, address: format!("http://localhost:{port}"), agent: config.build().into() })
    }

    fn get(&self, page: &str, counts: &SoakCounts) -> Option<String> {
        let start = Instant::now();
        let answer = self.agent.get(format!("{}{page}", self.address)).call();
        counts.asked.fetch_add(1, Ordering::Relaxed);
        counts.slowest.fetch_max(u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
        match answer {
            Ok(mut answer) if answer.status().as_u16() < 500 => answer.body_mut().read_to_string().ok(),
            Ok(answer) => {
                counts.find(format!("{page}: {}", answer.status()));
                None
            }
            Err(error) => {
                counts.find(format!("{page}: {error}"));
                None
            }
        }
    }

    fn json(&self, page: &str, counts: &SoakCounts) -> Value {
        self.get(page, counts).and_then(|answer| serde_json::from_str(&answer).ok()).unwrap_or_default()
    }

    fn post(&self, form: &str, fields: &[(&str, &str)], counts: &SoakCounts) {
        let answer = self.agent.post(format!("{}{form}", self.address)).header("Origin", &self.address);
        counts.written.fetch_add(1, Ordering::Relaxed);
        match answer.send_form(fields.iter().copied()) {
            Ok(answer) if answer.status().as_u16() < 400 => {}
            Ok(answer) => counts.find(format!("{form}: {}", answer.status())),
            Err(error) => counts.find(format!("{form}: {error}")),
        }
    }

    fn token(&self, counts: &SoakCounts) -> Option<String> {
        let page = self.get("/add", counts)?;
        Some(page.split("name=\"token\" value=\"").nth(1)?.split('"').next()?.to_owned())
    }

    /// Memory in KiB and open files, where the system tells.
    fn takes(&self) -> Option<(u64, u64)> {
        let process = format!("/proc/{}", self.program.id());
        let status = std::fs::read_to_string(format!("{process}/status")).ok()?;
        let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        let files = std::fs::read_dir(format!("{process}/fd")).ok()?.count() as u64;
        Some((memory.split_whitespace().next()?.parse().ok()?, files))
    }
}

impl Drop for ServedDesk {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// One who reads: from the stories to a story, its claims and articles, and back.
fn read(desk: &ServedDesk, counts: &SoakCounts, seed: u64) {
    let mut random = Rng::with_seed(seed);
    let id = |item: Option<&Value>| item.and_then(|item| item["id"].as_str()).unwrap_or_default().to_owned();
    while !counts.is_over() {
        let stories = desk.json("/stories.json", counts);
        let story = id(random.choice(stories["stories"].as_array().into_iter().flatten().collect::<Vec<_>>()));
        let record = desk.json(&format!("/story/{story}.json"), counts);
        for (kind, list) in [("claim", "claims"), ("article", "articles")] {
            let items: Vec<&Value> = record[list].as_array().into_iter().flatten().collect();
            let item = id(random.choice(items));
            for page in [format!("/{kind}/{item}"), format!("/story/{story}"), "/search?q=minister".to_owned()] {
                std::thread::sleep(PAUSE);
                if !counts.is_over() {
                    desk.get(&page, counts);
                }
            }
        }
        desk.get("/stories.atom", counts);
    }
}

/// One who adds and decides, and undoes it.
fn write(desk: &ServedDesk, counts: &SoakCounts) {
    let mut number = 0;
    while !counts.is_over() {
        number += 1;
        if let Some(token) = desk.token(counts) {
            decide(desk, &token, counts);
            add(desk, &token, number, counts);
        }
        let next = Instant::now() + WRITES;
        while Instant::now() < next && !counts.is_over() {
            std::thread::sleep(PAUSE);
        }
    }
}

fn decide(desk: &ServedDesk, token: &str, counts: &SoakCounts) {
    let decisions = desk.json("/decisions.json", counts);
    let open = decisions["decisions"].as_array().into_iter().flatten().find(|decision| decision["undone"] == false);
    if let Some(id) = open.and_then(|decision| decision["id"].as_str()) {
        return desk.post("/decide", &[("token", token), ("what", "undo"), ("on", id)], counts);
    }
    let stories = desk.json("/stories.json", counts);
    let story = stories["stories"][0]["id"].as_str().unwrap_or_default();
    let record = desk.json(&format!("/story/{story}.json"), counts);
    if let Some(claim) = record["claims"][0]["id"].as_str() {
        desk.post("/decide", &[("token", token), ("what", "confirm"), ("on", claim)], counts);
    }
}

/// An article as a file of the form: the next of a story that goes on and on.
fn add(desk: &ServedDesk, token: &str, number: u64, counts: &SoakCounts) {
    let text = format!("{number} people were brought to safety from the island, the harbour office said on Monday.\n");
    let line = json!({
        "id": format!("soak-{number}"), "outlet": "The Harbour Post", "text": text,
        "published": format!("2026-03-{:02}T{:02}:{:02}:00Z", 1 + number / 1440 % 28, number / 60 % 24, number % 60),
    });
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n--edge\r\nContent-Disposition: \
         form-data; name=\"files\"; filename=\"soak.jsonl\"\r\n\r\n{line}\n\r\n--edge--\r\n"
    );
    let request = desk.agent.post(format!("{}/add", desk.address)).header("Origin", &desk.address);
    counts.written.fetch_add(1, Ordering::Relaxed);
    match request.header("Content-Type", "multipart/form-data; boundary=edge").send(body) {
        Ok(answer) if answer.status().as_u16() < 400 => {}
        Ok(answer) => counts.find(format!("/add: {}", answer.status())),
        Err(error) => counts.find(format!("/add: {error}")),
    }
}

/// Looks every few seconds at what the desk takes.
fn watch(desk: &ServedDesk, counts: &SoakCounts, until: Instant) {
    let warm = Instant::now() + Duration::from_secs(60);
    let mut first = None;
    while Instant::now() < until && !counts.is_over() {
        std::thread::sleep(Duration::from_secs(1));
        let Some((memory, files)) = desk.takes() else { continue };
        let (first_memory, first_files) = *first.get_or_insert((memory, files));
        if Instant::now() < warm {
            first = Some((memory.max(first_memory), files.max(first_files)));
        } else if memory as f64 > first_memory as f64 * GROWTH || files > first_files + FILES {
            counts.find(format!("it took {first_memory} KiB and {first_files} files, now {memory} and {files}"));
        }
    }
    if let (Some((memory, files)), Some((now, open))) = (first, desk.takes()) {
        println!("memory {memory} KiB after a minute, {now} at the end; open files {files}, {open}");
    }
}
