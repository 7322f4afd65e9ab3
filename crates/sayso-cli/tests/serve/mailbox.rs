//! A mail server of this machine that keeps what it is given.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long a mail is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A mail as it came: who is to get it, and its text with head.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: Vec<String>,
    pub text: String,
}

impl Letter {
    /// The part of a link of the mail behind what every such link begins with.
    pub fn link(&self, start: &str) -> Option<&str> {
        self.text.lines().find_map(|line| line.trim().strip_prefix(start))
    }
}

/// A mail server, for as long as the test runs.
pub struct Mailbox {
    pub address: String,
    letters: Arc<Mutex<Vec<Letter>>>,
    is_down: Arc<AtomicBool>,
}

impl Mailbox {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("smtp://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let (letters, is_down) = (Arc::default(), Arc::default());
        let (kept, down) = (Arc::clone(&letters), Arc::clone(&is_down));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (kept, down) = (Arc::clone(&kept), Arc::clone(&down));
                thread::spawn(move || take(&stream.unwrap(), &kept, &down));
            }
        });
        Self { address, letters, is_down }
    }

    /// From now on the server takes mails, or says that it cannot.
    pub fn set_down(&self, is_down: bool) {
        self.is_down.store(is_down, Ordering::SeqCst);
    }

    /// All mails once there are so many.
    pub fn wait_for(&self, count: usize) -> Vec<Letter> {
        let since = Instant::now();
        loop {
            let letters = self.letters();
            if letters.len() >= count {
                return letters;
            }
            assert!(since.elapsed() < PATIENCE, "{} of {count} mails came: {letters:?}", letters.len());
            thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap().clone()
    }
}

/// Speaks as much of SMTP (RFC 5321) as it takes to be given a mail.
fn take(stream: &TcpStream, kept: &Mutex<Vec<Letter>>, is_down: &AtomicBool) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let say = |answer: &str| write!(&*stream, "{answer}\r\n").is_ok();
    let mut to = Vec::new();
    say("220 mailbox");
    while let Some(line) = lines.next() {
        let command = line.to_ascii_uppercase();
        let is_said = if is_down.load(Ordering::SeqCst) {
            say("451 try again later")
        } else if command.starts_with("DATA") {
            say("354 go on");
            let lines: Vec<String> = lines.by_ref().take_while(|line| line != ".").collect();
            // Long lines are folded (RFC 2045, quoted-printable).
            let text = lines.join("\n").replace("=\n", "").replace("=3D", "=");
            kept.lock().unwrap().push(Letter { to: std::mem::take(&mut to), text });
            say("250 taken")
        } else {
            if command.starts_with("RCPT TO:") {
                to.push(line["RCPT TO:".len()..].trim_matches(['<', '>', ' ']).to_owned());
            }
            say(if command.starts_with("QUIT") { "221 bye" } else { "250 fine" })
        };
        if !is_said {
            break;
        }
    }
}
