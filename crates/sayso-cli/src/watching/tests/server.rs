//! A server that answers by a script: what is asked for is noted, and nothing else is known to it.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What is answered to a request.
#[derive(Clone)]
pub enum Reply {
    /// A status, fields and a body.
    Whole(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// A body that never ends.
    Endless,
    /// A body that comes a byte at a time.
    Drip,
}

/// A request: host and path, and the fields that matter here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub address: String,
    pub etag: Option<String>,
}

type Script = dyn Fn(&Asked) -> Reply + Send + Sync;

/// A server on this machine.
pub struct Server {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers by a script until the test ends.
    pub fn start(script: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (noted, script): (_, Arc<Script>) = (Arc::clone(&asked), Arc::new(script));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (noted, script) = (Arc::clone(&noted), Arc::clone(&script));
                // Whoever has had enough goes: a write that fails is no fault of the test.
                thread::spawn(move || drop(serve(stream, &noted, &*script)));
            }
        });
        Self { address, asked }
    }

    /// All that was asked for, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// How often an address was asked for.
    pub fn times(&self, address: &str) -> usize {
        self.asked().iter().filter(|asked| asked.address == address).count()
    }
}

fn serve(mut stream: TcpStream, noted: &Mutex<Vec<Asked>>, script: &Script) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut fields = HashMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else { break };
        fields.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let path = first.split(' ').nth(1).unwrap_or_default();
    let host = fields.get("host").cloned().unwrap_or_default();
    let asked = Asked { address: format!("{host}{path}"), etag: fields.remove("if-none-match") };
    noted.lock().unwrap().push(asked.clone());
    reply(&mut stream, script(&asked))
}

fn reply(stream: &mut TcpStream, reply: Reply) -> std::io::Result<()> {
    match reply {
        Reply::Whole(status, fields, body) => {
            write!(stream, "HTTP/1.1 {status} x\r\nconnection: close\r\ncontent-length: {}\r\n", body.len())?;
            fields.iter().try_for_each(|(name, value)| write!(stream, "{name}: {value}\r\n"))?;
            stream.write_all(b"\r\n")?;
            stream.write_all(&body)
        }
        Reply::Endless => {
            write!(stream, "HTTP/1.1 200 x\r\nconnection: close\r\ncontent-length: 5368709120\r\n\r\n")?;
            let much = vec![b'a'; 1 << 20];
            (0..5_120).try_for_each(|_| stream.write_all(&much))
        }
        Reply::Drip => {
            write!(stream, "HTTP/1.1 200 x\r\nconnection: close\r\ncontent-length: 100000\r\n\r\n")?;
            (0..100_000).try_for_each(|_| {
                thread::sleep(Duration::from_millis(100));
                stream.write_all(b"a")
            })
        }
    }
}
