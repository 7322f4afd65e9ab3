//! Programs that write a ledger are killed at random moments; what was there before must be there after, and what is
//! added again must come to what an undisturbed ledger comes to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use serde_json::Value;
use tempfile::TempDir;

use super::AttackOutcome;
use crate::program::Program;
use crate::workspace::{output, path, run};

/// The stream whose articles are added, read once beforehand: what is killed is the writing.
const STREAM: &str = "demo/stories/stream.jsonl";

/// Articles that one program adds.
const TOGETHER: usize = 5;

/// What must be the same as in an undisturbed ledger. Decisions have ids and times of their own.
const COMPARED: [&str; 7] = ["articles", "stories", "copies", "claims", "links", "figures", "edits"];

/// Kills programs, one after another, and tells what was lost.
pub fn attack(program: &Program, count: u64, seed: u64) -> Result<AttackOutcome> {
    let folder = tempfile::tempdir()?;
    let batches = batches(program, &folder)?;
    let undisturbed = undisturbed(program, &folder, &batches)?;
    let mut random = Rng::with_seed(seed);
    let mut found = Vec::new();
    let (mut kills, mut rounds) = (0, 0);
    while kills < count {
        rounds += 1;
        let mut victim = KilledLedger::new(program, folder.path().join(format!("killed-{rounds}.ledger")));
        for batch in &batches {
            kills += victim.add(batch, &mut random)?;
        }
        let compared = victim.export()?;
        found.extend(
            COMPARED
                .iter()
                .filter(|part| compared[**part] != undisturbed[**part])
                .map(|part| format!("round {rounds}: {part} differ from those of a ledger that was not disturbed")),
        );
        kills += victim.decide(&mut random)?;
        kills += victim.back_up(&mut random)?;
        kills += victim.remove(&mut random)?;
        found.append(&mut victim.lost);
    }
    Ok(AttackOutcome { done: format!("{kills} programs killed over {rounds} ledgers, seed {seed}"), found })
}

/// The stream as readings, in files of a few articles each.
fn batches(program: &Program, folder: &TempDir) -> Result<Vec<PathBuf>> {
    let stream = std::fs::read_to_string(path(STREAM)).with_context(|| format!("{STREAM} cannot be read"))?;
    let readings = output(Command::new(program.path()).args(["read", "--jsonl"]).arg(path(STREAM)))?;
    let lines: Vec<String> = stream.lines().zip(readings.lines()).map(joined).collect::<Result<_>>()?;
    let written = |(number, lines): (usize, &[String])| {
        let file = folder.path().join(format!("batch-{number}.jsonl"));
        std::fs::write(&file, lines.join("\n")).map(|()| file)
    };
    Ok(lines.chunks(TOGETHER).enumerate().map(written).collect::<Result<_, _>>()?)
}

/// A reading with what the stream says of its article.
fn joined((given, reading): (&str, &str)) -> Result<String> {
    let (given, mut reading): (Value, Value) = (serde_json::from_str(given)?, serde_json::from_str(reading)?);
    for key in ["outlet", "url", "published", "version", "replaces", "seen"] {
        if let Some(value) = given.get(key) {
            reading[key] = value.clone();
        }
    }
    Ok(reading.to_string())
}

fn undisturbed(program: &Program, folder: &TempDir, batches: &[PathBuf]) -> Result<Value> {
    let victim = KilledLedger::new(program, folder.path().join("undisturbed.ledger"));
    batches.iter().try_for_each(|batch| run(&mut victim.adding(batch)))?;
    victim.export()
}

/// A ledger whose writers are killed.
struct KilledLedger<'p> {
    program: &'p Program,
    ledger: PathBuf,
    /// Ids that must not be lost: of articles, of decisions.
    kept: BTreeSet<String>,
    lost: Vec<String>,
}

impl<'p> KilledLedger<'p> {
    fn new(program: &'p Program, ledger: PathBuf) -> Self {
        Self { program, ledger, kept: BTreeSet::new(), lost: Vec::new() }
    }

    fn sayso(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.program.path());
        command.args(arguments).env("SAYSO_LEDGER", &self.ledger).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn adding(&self, batch: &Path) -> Command {
        let mut command = self.sayso(&["add"]);
        command.arg(batch);
        command
    }

    fn export(&self) -> Result<Value> {
        let mut command = self.sayso(&["export", "--format", "json"]);
        Ok(serde_json::from_str(&output(command.stdout(Stdio::piped()).stderr(Stdio::piped()))?)?)
    }

    /// Kills a program that adds, and lets another one finish.
    fn add(&mut self, batch: &Path, random: &mut Rng) -> Result<u64> {
        let kills = self.kill(|victim| victim.adding(batch), random)?;
        run(&mut self.adding(batch))?;
        self.look("adding")?;
        Ok(kills)
    }

    /// Kills a program that decides; a decision that was told of must hold.
    fn decide(&mut self, random: &mut Rng) -> Result<u64> {
        let export = self.export()?;
        let claim = export["claims"][0]["id"].as_str().context("no claim to decide about")?.to_owned();
        let kills = self.kill(|victim| victim.sayso(&["decide", "confirm", &claim, "--by", "A. Editor"]), random)?;
        run(&mut self.sayso(&["decide", "confirm", &claim, "--by", "A. Editor"]))?;
        self.look("deciding")?;
        Ok(kills)
    }

    /// Kills a program that backs up; the next one must not be kept from it.
    fn back_up(&mut self, random: &mut Rng) -> Result<u64> {
        let copy = self.ledger.with_extension("copy").display().to_string();
        let kills = self.kill(|victim| victim.sayso(&["backup", &copy]), random)?;
        if !Path::new(&copy).exists() && run(&mut self.sayso(&["backup", &copy])).is_err() {
            self.lost.push(format!("{}: no backup can be made after one was killed", self.ledger.display()));
        }
        self.look("backing up")?;
        Ok(kills)
    }

    /// Kills a program that removes a text: it is whole, or gone.
    fn remove(&mut self, random: &mut Rng) -> Result<u64> {
        let export = self.export()?;
        let article = export["articles"][0]["id"].as_str().context("no article to remove")?.to_owned();
        let removal = ["remove", &article, "--why", "licence ended", "--by", "A. Editor", "--yes"];
        let kills = self.kill(|victim| victim.sayso(&removal), random)?;
        self.kept.remove(&article);
        self.look("removing")?;
        Ok(kills)
    }

    /// Starts a program and kills it at a moment of the time that it takes; gives how many were killed.
    fn kill(&mut self, command: impl Fn(&Self) -> Command, random: &mut Rng) -> Result<u64> {
        /// Kills of one kind in a row: a few hit early, while files are opened, a few while they are written.
        const IN_A_ROW: u64 = 4;
        let mut longest = Duration::from_millis(30);
        for _ in 0..IN_A_ROW {
            let start = Instant::now();
            let mut child = command(self).spawn().context("the program could not be started")?;
            let moment = longest.mul_f64(random.f64());
            while start.elapsed() < moment && child.try_wait()?.is_none() {
                std::thread::sleep(Duration::from_micros(200));
            }
            longest = if child.try_wait()?.is_some() { start.elapsed() } else { longest.mul_f64(1.5) };
            child.kill().context("the program could not be killed")?;
            child.wait()?;
            if self.ledger.exists() {
                self.look("a kill")?;
            }
        }
        Ok(IN_A_ROW)
    }

    /// Everything that was there is still there, each once.
    fn look(&mut self, after: &str) -> Result<()> {
        let Ok(export) = self.export() else {
            // A ledger that was just made may not be whole yet; one that held something must open.
            if !self.kept.is_empty() {
                self.lost.push(format!("{}: cannot be read after {after}", self.ledger.display()));
            }
            return Ok(());
        };
        let ids: Vec<&str> = ["articles", "decisions"]
            .iter()
            .flat_map(|part| export[part].as_array().into_iter().flatten())
            .filter_map(|item| item["id"].as_str())
            .collect();
        let now: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        ensure!(now.len() == ids.len(), "{}: an id is there twice after {after}", self.ledger.display());
        let missing = self.kept.difference(&now).cloned().collect::<Vec<_>>();
        self.lost.extend(missing.iter().map(|id| format!("{}: {id} is lost after {after}", self.ledger.display())));
        self.kept = now;
        Ok(())
    }
}
