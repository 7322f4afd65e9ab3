//! `sayso serve`: the ledger in a browser.

use std::io::{self, IsTerminal, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use clap::Args;
use sayso_web::{MailSettings, ServeOptions, Smtp, serve};

use crate::failure::Failure;
use crate::intake::ReadingQueue;
use crate::ledger_file::LedgerFile;
use crate::model_choice::ModelChoice;

/// Where the desk listens unless another address is given: on this machine alone.
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The port unless another is given.
const PORT: u16 = 7878;

/// How many seconds answers that are under way get when the desk is stopped: less than a supervisor waits before it kills.
const DRAIN: u64 = 10;

/// Open the ledger in a browser: the desk
///
/// The desk shows stories, claims, articles, speakers and search, takes decisions and readers' corrections, and adds
/// articles. It answers on this machine alone; with --listen, --host or --proxy others can reach it, which needs an account
/// ('sayso account add'). It speaks plain http: put a server that speaks https before it. Stop it with Ctrl+C.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    file: LedgerFile,

    /// Reads what is added at the desk.
    #[command(flatten)]
    choice: ModelChoice,

    /// The address to listen on; 0.0.0.0 for all of this machine's
    #[arg(long, value_name = "ADDRESS", default_value_t = HERE)]
    listen: IpAddr,

    /// The port; 0 for any that is free
    #[arg(long, value_name = "PORT", default_value_t = PORT)]
    port: u16,

    /// Another name, as in an address, under which the desk may be asked for: that of the proxy before it
    #[arg(long = "host", value_name = "NAME[:PORT]")]
    hosts: Vec<String>,

    /// Who decides, while nobody has an account
    #[arg(long, value_name = "NAME", env = "USER", default_value = "somebody")]
    by: String,

    /// A site whose readers may send corrections, as it stands in an address: news.example
    #[arg(long = "site", value_name = "HOST[:PORT]")]
    sites: Vec<String>,

    /// A proxy before the desk that is believed when it says whom it asks for
    #[arg(long = "proxy", value_name = "ADDRESS")]
    proxies: Vec<IpAddr>,

    /// Who writes the mails to readers who ask to be told of a decision: desk@desk.example
    ///
    /// Mails go through the server that the environment variable SAYSO_SMTP names, smtps://user:password@mail.example.
    /// Without it no mail is ever sent.
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,

    /// What links in mails begin with: https://desk.example
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,

    /// No argument: whoever lists what runs on this machine sees those, and it may hold a password.
    #[arg(skip = mail_server())]
    smtp: Option<Smtp>,

    /// How many seconds what is being answered may go on once the desk is told to stop; told again, it ends at once
    #[arg(long, value_name = "SECONDS", default_value_t = DRAIN)]
    drain: u64,

    /// Do not open a browser
    #[arg(long)]
    no_browser: bool,
}

impl Serve {
    /// For a ledger, with everything else as usual.
    pub fn of(file: LedgerFile) -> Self {
        let by = std::env::var("USER").unwrap_or_else(|_| "somebody".to_owned());
        Self {
            file,
            choice: ModelChoice::default(),
            listen: HERE,
            port: PORT,
            hosts: Vec::new(),
            by,
            sites: Vec::new(),
            proxies: Vec::new(),
            mail_from: None,
            public_url: None,
            smtp: None,
            drain: DRAIN,
            no_browser: false,
        }
    }

    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?;
        self.choice.try_out()?;
        let options = ServeOptions {
            ledger: self.file.path().to_owned(),
            listen: self.listen,
            port: self.port,
            hosts: self.hosts.clone(),
            person: self.by.clone(),
            sites: self.sites.clone(),
            proxies: self.proxies.clone(),
            mail: MailSettings {
                smtp: self.smtp.clone(),
                from: self.mail_from.clone(),
                public_url: self.public_url.clone(),
            },
            drain: Duration::from_secs(self.drain),
        };
        let intake = Box::new(ReadingQueue::new(self.file.clone(), self.choice.clone()));
        if !self.listen.is_loopback() {
            eprintln!(
                "The desk speaks plain http: unless a server that speaks https stands before it, passwords travel in the clear."
            );
        }
        let opens = !self.no_browser && io::stdout().is_terminal();
        serve(&options, intake, |address| greet(address, opens && self.listen.is_loopback())).map_err(Failure::unread)
    }
}

/// What `SAYSO_SMTP` says; set to nothing is not set.
fn mail_server() -> Option<Smtp> {
    let named = std::env::var_os("SAYSO_SMTP")?.to_string_lossy().into_owned();
    Some(named).filter(|named| !named.is_empty()).map(Smtp::new)
}

fn greet(address: &str, opens: bool) {
    println!("The desk is open at {address} (stop it with Ctrl+C)");
    // Whoever started the program may be waiting for the line.
    let _ = io::stdout().flush();
    if opens && open::that_detached(address).is_err() {
        eprintln!("No browser could be started; open the address yourself.");
    }
}
