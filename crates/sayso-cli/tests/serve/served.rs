//! A desk that is served, and requests to it as they stand on the wire.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Hostile words that must come out as words.
pub const HOSTILE: &str = "</p><script>alert(1)</script><img src=x onerror=alert(1)>";

/// A desk that is served, for as long as the value lives.
pub struct Served {
    pub folder: TempDir,
    program: Child,
    pub port: u16,
}

impl Served {
    /// A ledger of two articles, served to whoever works there alone.
    pub fn new() -> Self {
        Self::with(&[], |_| ())
    }

    /// The same with more arguments, and with what must be done before it is served.
    pub fn with(arguments: &[&str], prepare: impl FnOnce(&TempDir)) -> Self {
        Self::with_mail(arguments, None, prepare)
    }

    /// The same with the address of a mail server.
    pub fn with_mail(arguments: &[&str], smtp: Option<&str>, prepare: impl FnOnce(&TempDir)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let article = |id: &str, outlet: &str, hour: u8, text: &str| {
            let published = format!("2026-03-02T{hour:02}:00:00Z");
            let url = format!("https://{id}.example/heron");
            json!({"id": id, "outlet": outlet, "published": published, "url": url, "title": format!("Ferry capsizes {HOSTILE}"), "text": text})
                .to_string()
        };
        let first = format!(
            "12 people died when the ferry Blue Heron capsized off Sorrel Point on Sunday night, the coastguard said.\n\n\
             The Port Authority denied that the ferry was overloaded.\n\n“It is {HOSTILE},” the coastguard said.\n"
        );
        let second = "The seafarers' union said 20 people died when the ferry Blue Heron capsized off Sorrel Point.\n";
        let stream = [article("a1", "The Harbour Post", 8, &first), article("a2", "Inland Courier", 10, second)];
        fs::write(folder.path().join("stream.jsonl"), stream.join("\n")).unwrap();
        let added = sayso(&folder).args(["add", "stream.jsonl"]).output().unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        prepare(&folder);
        let mut program = sayso(&folder)
            .args(["serve", "--port", "0", "--no-browser", "--by", "A. Editor"])
            .args(arguments)
            .envs(smtp.map(|smtp| ("SAYSO_SMTP", smtp)))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.split("localhost:").nth(1).and_then(|rest| rest.split('/').next()).unwrap().parse().unwrap();
        Self { folder, program, port }
    }

    /// Tells the program to end, as a supervisor does.
    pub fn stop(&self) {
        let pid = self.program.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// Whether the program ends by itself within some seconds.
    pub fn ends_within(&mut self, seconds: u64) -> bool {
        let until = Instant::now() + Duration::from_secs(seconds);
        while Instant::now() < until {
            if self.program.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// A connection that something was written to, and that stays open.
    pub fn open(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// The head of a form for the desk from one of its own pages, with more fields as they stand on the wire.
    pub fn form_head(&self, path: &str, fields: &str, length: usize) -> String {
        let host = self.host();
        format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{fields}\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
        )
    }

    pub fn host(&self) -> String {
        format!("localhost:{}", self.port)
    }

    /// Sends a request as it is written and gives all that comes back.
    pub fn raw(&self, request: &str) -> String {
        String::from_utf8_lossy(&self.bytes(request.as_bytes())).into_owned()
    }

    fn bytes(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        // A server that refuses a long body may close before all of it is sent.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    pub fn get(&self, path: &str) -> String {
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host()))
    }

    pub fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        let start = body.find('{').unwrap();
        let end = body.rfind('}').unwrap();
        serde_json::from_str(&body[start..=end]).unwrap()
    }

    pub fn post(&self, path: &str, origin: &str, body: &str) -> String {
        self.send("POST", path, &format!("Origin: {origin}\r\n"), body)
    }

    /// Any request, with more fields as they stand on the wire, and a form as its body.
    pub fn send(&self, method: &str, path: &str, fields: &str, body: &str) -> String {
        self.raw(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{fields}Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.host(),
            body.len()
        ))
    }

    pub fn own_post(&self, path: &str, body: &str) -> String {
        self.post(path, &format!("http://{}", self.host()), body)
    }

    /// What a form of the desk gets as a file.
    pub fn own_bytes(&self, path: &str, body: &str) -> Vec<u8> {
        // HTTP/1.0 has no chunks: what follows the head is the file.
        let answer = self.bytes(
            format!(
                "POST {path} HTTP/1.0\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                 Content-Length: {}\r\n\r\n{body}",
                body.len(),
                host = self.host()
            )
            .as_bytes(),
        );
        let head = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        answer[head + 4..].to_vec()
    }

    /// Sends a file under the name of a field, as a form of the desk does.
    pub fn upload(&self, path: &str, token: &str, field: &str, file: &[u8]) -> String {
        let mut part =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"a.ledger\"\r\n\r\n")
                .into_bytes();
        part.extend_from_slice(file);
        part.extend_from_slice(b"\r\n--edge--\r\n");
        self.upload_parts(path, "", token, &part)
    }

    /// Sends the parts of a form with files after its token, with more fields of the head as they stand on the wire.
    pub fn upload_parts(&self, path: &str, fields: &str, token: &str, parts: &[u8]) -> String {
        let mut body =
            format!("--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n").into_bytes();
        body.extend_from_slice(parts);
        let host = self.host();
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{fields}Content-Type: multipart/form-data; boundary=edge\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(&body);
        String::from_utf8_lossy(&self.bytes(&request)).into_owned()
    }

    pub fn token(&self) -> String {
        token_in(&self.get("/add"))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

pub fn sayso(folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.current_dir(folder.path()).env_remove("SAYSO_LEDGER").env_remove("SAYSO_SMTP").env_remove("CLICOLOR_FORCE");
    command
}

/// What the first form of a page brings along.
pub fn token_in(page: &str) -> String {
    page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

pub fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}
