//! The program under measurement, fed JSON Lines as its users feed it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::workspace::{OPTIMISED, UNCHECKED, built, output, run, target};

/// What a gold document has that the program is given.
const GIVEN: [&str; 7] = ["id", "text", "html_b64", "date", "title", "publisher", "url"];

/// Peak memory is asked for this often; the last answer before the end is what is reported.
const WATCH: Duration = Duration::from_millis(10);

/// The program, built for speed; what it prints does not depend on the profile.
pub struct Program {
    path: PathBuf,
}

/// What the program printed.
pub struct Answers {
    by_id: BTreeMap<String, Value>,
    /// From start to end, loading of the weights included.
    pub seconds: f64,
    /// The most memory that was held at once, where the system tells.
    pub peak_megabytes: Option<f64>,
}

impl Program {
    /// Builds it.
    pub fn build() -> Result<Self> {
        let built = built(&[&OPTIMISED[..], &UNCHECKED[..]].concat())?;
        // The next build of the tests puts theirs in its place.
        let folder = target().join("measured");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(built.file_name().unwrap_or_default());
        std::fs::copy(&built, &path).with_context(|| format!("{} cannot be copied", built.display()))?;
        Ok(Self { path })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The size of the binary.
    pub fn megabytes(&self) -> Result<f64> {
        Ok(std::fs::metadata(&self.path)?.len() as f64 / 1e6)
    }

    /// Has it read documents. That some cannot be read is an answer; that the program breaks off is an error.
    pub fn read(&self, documents: &[Value]) -> Result<Answers> {
        self.read_with(documents, &[])
    }

    /// The same where nobody asks who says what, which takes most of the time.
    pub fn read_without_attributions(&self, documents: &[Value]) -> Result<Answers> {
        self.read_with(documents, &["--no-attributions"])
    }

    fn read_with(&self, documents: &[Value], options: &[&str]) -> Result<Answers> {
        let lines: String = documents.iter().map(|document| format!("{}\n", given(document))).collect();
        let start = Instant::now();
        let mut child = Command::new(&self.path)
            .args(["read", "--jsonl", "-"])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} could not be started", self.path.display()))?;
        let mut input = child.stdin.take().context("no way to feed the program")?;
        let process = child.id();
        let over = AtomicBool::new(false);
        let (printed, peak_megabytes) = std::thread::scope(|scope| {
            scope.spawn(move || input.write_all(lines.as_bytes()));
            let watch = scope.spawn(|| peak_megabytes(process, &over));
            let printed = printed(child);
            over.store(true, Ordering::Relaxed);
            (printed, watch.join().ok().flatten())
        });
        Ok(Answers { by_id: by_id(&printed?)?, seconds: start.elapsed().as_secs_f64(), peak_megabytes })
    }

    /// Has it add documents to a ledger of their own, and gives the export.
    pub fn ledger(&self, documents: &[Value]) -> Result<Value> {
        let folder = tempfile::tempdir()?;
        let [ledger, stream] = ["measured.ledger", "stream.jsonl"].map(|name| folder.path().join(name));
        std::fs::write(&stream, documents.iter().map(|document| format!("{document}\n")).collect::<String>())?;
        run(Command::new(&self.path).arg("add").arg("--ledger").arg(&ledger).arg(&stream))?;
        let export = output(Command::new(&self.path).args(["export", "--format", "json", "--ledger"]).arg(&ledger))?;
        serde_json::from_str(&export).context("the export is not JSON")
    }
}

impl Answers {
    /// What was printed for a gold document; null where nothing was.
    pub fn to(&self, gold: &Value) -> &Value {
        self.by_id.get(&gold["id"].to_string()).unwrap_or(&Value::Null)
    }
}

fn given(document: &Value) -> Value {
    let known = |key: &&str| Some(((*key).to_owned(), document.get(*key).filter(|value| !value.is_null())?.clone()));
    Value::Object(GIVEN.iter().filter_map(known).collect::<Map<_, _>>())
}

fn printed(child: Child) -> Result<String> {
    let output = child.wait_with_output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        bail!("`sayso read --jsonl -` broke off ({})", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn by_id(printed: &str) -> Result<BTreeMap<String, Value>> {
    let record = |line: &str| -> Result<(String, Value)> {
        let record: Value = serde_json::from_str(line).context("the program printed a line that is not JSON")?;
        Ok((record["id"].to_string(), record))
    };
    printed.lines().map(record).collect()
}

/// Linux keeps the mark of the most memory held; elsewhere there is no answer.
fn peak_megabytes(process: u32, over: &AtomicBool) -> Option<f64> {
    let mut peak = None;
    while !over.load(Ordering::Relaxed) {
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
        let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = kilobytes.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<f64>().ok());
        peak = kilobytes.map(|kilobytes| kilobytes * 1024.0 / 1e6).or(peak);
        std::thread::sleep(WATCH);
    }
    peak
}
